#include "quotes/quotes.h"

void nw_find_quotes(nw_arena *arena, const nw_reading *reading, const nw_names *names, bool all,
                    nw_quotes *quotes) {
    (void)arena, (void)reading, (void)names, (void)all, (void)quotes;
}

#include "moves/moves.h"

void nw_find_moves(nw_arena *arena, const nw_reading *reading, const nw_values *values, const nw_names *names,
                   nw_date published, bool percent_only, nw_moves *moves) {
    (void)arena, (void)reading, (void)values, (void)names, (void)published, (void)percent_only, (void)moves;
}

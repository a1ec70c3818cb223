/*
** Quotes: content, cue and source of what was said, and who the source is.
*/
#ifndef NW_QUOTES_H
#define NW_QUOTES_H

#include "names/names.h"

typedef NW_ARRAY(newswire_quote) nw_quote_list;
typedef NW_ARRAY(newswire_quote_span) nw_quote_span_list;

typedef struct nw_quotes {
    nw_quote_list quotes;     /* by the start of their content */
    nw_quote_span_list spans; /* by quote, then by place */
} nw_quotes;

/* `all`: also beliefs, wishes and findings (options.quotes). */
void nw_find_quotes(nw_arena *arena, const nw_reading *reading, const nw_names *names, bool all,
                    nw_quotes *quotes);

#endif

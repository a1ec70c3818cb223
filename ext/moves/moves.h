/*
** Moves: what moved, which way, how far, over what time.
*/
#ifndef NW_MOVES_H
#define NW_MOVES_H

#include "names/names.h"
#include "values/values.h"

typedef NW_ARRAY(newswire_move) nw_moves;

/* `percent_only`: only moves whose size is a number in percent, percentage points or basis points. */
void nw_find_moves(nw_arena *arena, const nw_reading *reading, const nw_values *values, const nw_names *names,
                   nw_date published, bool percent_only, nw_moves *moves);

#endif

/*
** To whom and in what: "told reporters", "said in a note to clients".
*/
#ifndef NW_MEDIUM_H
#define NW_MEDIUM_H

#include "quotes/linking.h"

/* Fills in addressee and medium from what stands around the cue; `said`: the piece of content behind it, or an empty one. */
void nw_find_medium(const nw_clauses *clauses, const nw_attribution *attribution, nw_stretch said,
                    newswire_quote *quote);

#endif

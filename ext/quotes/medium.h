/*
** To whom and in what: "told reporters", "said in a note to clients".
*/
#ifndef NW_MEDIUM_H
#define NW_MEDIUM_H

#include "quotes/linking.h"

/* Fills in addressee and medium from what stands around the cue. */
void nw_find_medium(const nw_clauses *clauses, const nw_attribution *attribution, newswire_quote *quote);

#endif

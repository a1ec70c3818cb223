/*
** Where a cue ends and its content begins, and where a content that is a noun phrase ends: settled by the grammar when all
** is chosen.
*/
#ifndef NW_QUOTES_EDGES_H
#define NW_QUOTES_EDGES_H

#include "quotes/linking.h"

/* Settles the edges of an attribution's cue and of the first piece of its content. */
void nw_settle_edges(const nw_clauses *clauses, const nw_marks *marks, nw_attribution *attribution,
                     nw_stretch *piece);

#endif

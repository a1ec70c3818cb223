/*
** Kinds: verbatim, in part, or told in other words; also where the wire dropped the quotation marks.
*/
#ifndef NW_KIND_H
#define NW_KIND_H

#include "quotes/linking.h"

/* The kind of an attribution with its pieces in text order. */
newswire_quote_kind nw_kind_of_quote(const nw_clauses *clauses, const nw_marks *marks,
                                     const nw_attribution *attribution, const nw_stretch *pieces, uint32_t count);

#endif

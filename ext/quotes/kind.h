/*
** Kinds: verbatim, in part, or told in other words; also where the wire dropped the quotation marks.
*/
#ifndef NW_KIND_H
#define NW_KIND_H

#include "quotes/linking.h"

/* Whether a stretch of unmarked text reads as speech by itself: "we", "you", a contraction, a question. */
bool nw_reads_as_speech(const nw_clauses *clauses, nw_stretch tokens);

/* The kind of an attribution with its pieces in text order. */
newswire_quote_kind nw_kind_of_quote(const nw_clauses *clauses, const nw_marks *marks,
                                     const nw_attribution *attribution, const nw_stretch *pieces,
                                     uint32_t count);

#endif

/*
** Sources: the noun phrase that names the speaker, to the left or right of the cue.
*/
#ifndef NW_SOURCES_H
#define NW_SOURCES_H

#include "quotes/cues.h"

/* The noun phrase, with what stands in apposition to it, whose last token stands before `end`: what
** `said` has for its subject in "Ann Lee, a minister, said". Empty where there is none. */
nw_stretch nw_source_before(const nw_clauses *clauses, uint32_t end, uint32_t floor);

/* The noun phrase that begins at a token: of "said Ann Lee, a minister" or "according to Ann Lee".
** `initial`: it opens a sentence and a comma ends it ("According to the report, sales fell"). */
nw_stretch nw_source_after(const nw_clauses *clauses, uint32_t token, uint32_t end, bool initial);

#endif

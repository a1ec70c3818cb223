/*
** Contents: where what is said begins and ends.
*/
#ifndef NW_CONTENT_H
#define NW_CONTENT_H

#include "quotes/cues.h"

/* Where the clause after a cue begins: at its "that", colon or opening mark, past "in a statement" and
** "on Tuesday". */
uint32_t nw_content_start(const nw_clauses *clauses, const nw_cue *cue, uint32_t end);

/* The clause that begins at `start` with what belongs to the cue at index `cue`: up to the sentence's end,
** or before ", adding that", ", according to", "and said". */
nw_stretch nw_content_after(const nw_clauses *clauses, const nw_marks *marks, const nw_cues *cues,
                            uint32_t cue, uint32_t start);

/* What stands before an attribution that begins at `end`: from its sentence's beginning, without a leading
** "But". */
nw_stretch nw_content_before(const nw_clauses *clauses, const nw_marks *marks, uint32_t end);

/* "sales fell, [a] disclosure that hurt its shares", ", [remarks] that fuelled talk": the writer's comment on what was said. */
bool nw_begins_verdict(const nw_clauses *clauses, uint32_t token);

/* "said it would cut jobs, [sending] its shares up": what the news did to a market is no part of what was said. */
bool nw_begins_effect(const nw_clauses *clauses, uint32_t token);

/* The stretch without commas, dashes, brackets and the full stop at its ends. */
nw_stretch nw_trim(const nw_clauses *clauses, nw_stretch stretch);

#endif

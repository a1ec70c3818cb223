/*
** Subjects of clauses: the source of a cue with no noun phrase beside it.
*/
#ifndef NW_CLAUSE_SUBJECTS_H
#define NW_CLAUSE_SUBJECTS_H

#include "quotes/clauses.h"

/* The subject of the clause that holds a token, where no noun phrase stands right before it: "he came and
** said". */
nw_stretch nw_clause_subject(const nw_clauses *clauses, uint32_t token, uint32_t floor);

/* The subject of the sentence's main clause, sought from its beginning up to a token. */
nw_stretch nw_main_subject(const nw_clauses *clauses, uint32_t token, uint32_t floor);

#endif

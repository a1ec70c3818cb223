/*
** Noun phrases: where one that ends before a token begins, and how its words are distinguished from those of a clause.
*/
#ifndef NW_NOUN_PHRASES_H
#define NW_NOUN_PHRASES_H

#include "quotes/clauses.h"

/* The noun phrase whose last token stands before `end`, without when and where it was said: "[Lee] on Tuesday said". It does
** not begin before `floor`. Empty where there is none. */
nw_stretch nw_phrase_before(const nw_clauses *clauses, uint32_t end, uint32_t floor);

/* Whether a verb's past form is one here and not part of a noun phrase ("the proposed deal"). */
bool nw_is_verb_here(const nw_clauses *clauses, uint32_t token);

/* "aide to Obama", "close to the talks": the "to" of a noun, not of a verb. */
bool nw_is_to_of_noun(const nw_clauses *clauses, uint32_t token);

/* "the poll released on Friday", "people briefed by": a participle after its noun, not the clause's verb. */
bool nw_is_reduced_relative(const nw_clauses *clauses, uint32_t token, uint32_t last);

#endif

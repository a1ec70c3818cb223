/*
** Persons of bylines and credit lines: "(Additional reporting by A in Paris; Editing by B and C)".
*/
#ifndef NW_CREDITS_H
#define NW_CREDITS_H

#include "lexicon/words.h"

typedef NW_ARRAY(newswire_credit) nw_credits;

/* Reads the sentences of kind NEWSWIRE_CREDIT. */
void nw_find_credits(nw_arena *arena, const nw_reading *reading, nw_credits *credits);

#endif

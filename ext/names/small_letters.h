/*
** Texts in small letters, of messages and transcripts: "shares of norwick fell in helsinki".
*/
#ifndef NW_SMALL_LETTERS_H
#define NW_SMALL_LETTERS_H

#include "lexicon/words.h"

/* The reading itself (NULL: NULL); for a text without capitals, one in which words that are nearly always names have them: a
** copy of its bytes, at the same places, and of its tokens, in the arena. */
const nw_reading *nw_raise_capitals(nw_arena *arena, const nw_reading *reading);

/* Gives the copy of the tokens back; names of entities are in the copy of the bytes. */
void nw_drop_capitals(nw_arena *arena, const nw_reading *raised);

#endif

/*
** Blocks to sentences. Gives each token the ordinal of its sentence.
*/
#ifndef NW_SENTENCES_H
#define NW_SENTENCES_H

#include "tokens/asked_words.h"
#include "tokens/blocks.h"

typedef NW_ARRAY(newswire_sentence) nw_sentences;

/* Fills `sentences`, in order, and the tokens' `sentence`. Every token of a block is in exactly one. */
void nw_find_sentences(nw_arena *arena, const nw_text *text, nw_tokens *tokens, const nw_text_blocks *blocks,
                       const nw_sentence_words *words, nw_sentences *sentences);

#endif

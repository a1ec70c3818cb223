/*
** What the tokenizer and the sentence splitter ask about words, answered from the lists.
*/
#ifndef NW_SENTENCE_WORDS_H
#define NW_SENTENCE_WORDS_H

#include "tokens/sentences.h"

/* The tokenizer's nw_abbreviation_test (tokens/tokens.h): whether the full stop after a word belongs to it. */
bool nw_is_abbreviation(const char *word, size_t length, bool last);

/* The sentence splitter's questions (tokens/asked_words.h), answered. */
extern const nw_sentence_words nw_lexicon_sentence_words;

#endif

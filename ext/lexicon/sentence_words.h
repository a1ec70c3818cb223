/*
** What the tokenizer and the sentence splitter ask about words, answered from the lists.
*/
#ifndef NW_SENTENCE_WORDS_H
#define NW_SENTENCE_WORDS_H

#include "tokens/sentences.h"

bool nw_is_abbreviation(const char *word, size_t length, bool last);

extern const nw_sentence_words nw_lexicon_sentence_words;

#endif

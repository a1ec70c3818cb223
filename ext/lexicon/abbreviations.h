/*
** What the tokenizer and the sentence splitter ask about abbreviations (lists/abbreviations.txt).
*/
#ifndef NW_ABBREVIATIONS_H
#define NW_ABBREVIATIONS_H

#include "tokens/sentences.h"

/* Whether a word and the stop after it are one token. For nw_tokenize: the word comes without its stop. */
bool nw_is_abbreviation(const char *word, size_t length);

/* For nw_find_sentences. */
extern const nw_sentence_words nw_lexicon_sentence_words;

#endif

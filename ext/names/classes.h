/*
** What the lists know of words and phrases that names are told by: lexicon/name_classes.h, asked of tokens.
*/
#ifndef NW_CLASSES_H
#define NW_CLASSES_H

#include "lexicon/words.h"

/* What the lists know of a token alone; `word` may be the number of a part of it. */
static inline nw_word_info nw_know_word(uint32_t word, const newswire_token *token) {
    const nw_word_known *known = &nw_lexicon_known[nw_lexicon_words[word].known];
    if (nw_token_agrees(token, NW_ALL_CAPITALS)) return known->infos[NW_AGREES_ALL];
    return known->infos[token->traits & NEWSWIRE_INITIAL_CAPITAL ? NW_AGREES_CAPITALIZED : NW_AGREES_SMALL];
}

/* The class of an entry among the classes of phrases, NW_CLASS_PHRASES if none. */
static inline enum nw_class nw_phrase_class(const nw_entry *entry) {
    return entry->class < NW_CLASS_PHRASES ? (enum nw_class)entry->class : NW_CLASS_PHRASES;
}

/* The lists with phrases that are names: a bit a list. */
uint64_t nw_name_lists(void);

#endif

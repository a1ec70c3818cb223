/*
** What the lists know of words and phrases, as evidence for names: lexicon/name_classes.h, asked of tokens.
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

/* Whether a class of cue words (nw_word_info.before, .after) is that of a letter of name_cues.txt, or of one of several. */
static inline bool nw_is_cue(uint8_t class, char letter) { return class == letter - 'a' + 1; }
static inline bool nw_is_cue_of(uint8_t class, const char *letters) {
    return class && strchr(letters, class + 'a' - 1);
}

/* Whether a token is a verb of speech: what a speaker's name stands beside. */
static inline bool nw_is_speech_cue(const nw_reading *reading, uint32_t token) {
    return nw_is_cue(nw_know_word(reading->words[token], &reading->tokens.items[token]).after, 's');
}

/* The class of an entry among the classes of phrases, NW_CLASS_PHRASES if none. */
static inline enum nw_class nw_phrase_class(const nw_entry *entry) {
    return entry->class < NW_CLASS_PHRASES ? (enum nw_class)entry->class : NW_CLASS_PHRASES;
}

/* The lists with phrases that are names: a bit a list. */
uint64_t nw_name_lists(void);

#endif

/*
** The reading: text, tokens, words and sentences, from which every stage above starts.
*/
#ifndef NW_WORDS_H
#define NW_WORDS_H

#include "lexicon/lexicon.h"
#include "tokens/paragraphs.h"
#include "tokens/sentences.h"

/* All that the lower stages know of an article. Token indexes count from 0, up to tokens.count. */
typedef struct nw_reading {
    nw_text text;
    nw_tokens tokens;
    uint32_t *words; /* a word number a token (lexicon.h), 0: in no list */
    nw_paragraphs paragraphs;
    nw_text_blocks blocks;
    nw_sentences sentences;
    struct nw_kept_words *kept; /* the engine's, opaque here; NULL until one is needed */
    bool wrapped;               /* line breaks inside paragraphs are only wraps */
} nw_reading;

/* Looks up every token once; fills reading->words. */
void nw_find_words(nw_arena *arena, nw_reading *reading);

/* Whether a token is a word of a list (alone), in any case. */
static inline bool nw_token_in(const nw_reading *reading, uint32_t token, enum nw_list list) {
    return nw_in_list(reading->words[token], list);
}

/* Whether a token is a word (alone) with a use, in any case. */
static inline bool nw_token_is_used(const nw_reading *reading, uint32_t token, enum nw_use use) {
    return nw_word_is(reading->words[token], use);
}

/* The same as nw_token_reads, whatever the first byte. */
bool nw_token_spells(const nw_reading *reading, uint32_t token, const char *word);

/* Whether a token reads like this lower-case ASCII word, in any case; a typographic apostrophe is '. Its first
** byte nearly always rules it out. */
static inline bool nw_token_reads(const nw_reading *reading, uint32_t token, const char *word) {
    char first = reading->text.bytes[reading->tokens.items[token].span.start];
    if (first != *word && (first | 0x20) != *word && first != '\xe2') return false;
    return nw_token_spells(reading, token, word);
}

/* Whether a token reads like one of the lower-case words, which are separated by single spaces, in any case. */
bool nw_token_reads_any(const nw_reading *reading, uint32_t token, const char *words);

/* Whether the case of a token agrees with the shape of a word of a list (NW_ANY_CASE ...): a word that is
** capitalized in the list must be so in the text; capitals agree with any shape. */
static inline bool nw_token_agrees(const newswire_token *token, unsigned shape) {
    if (shape == NW_ANY_CASE) return true;
    if (shape == NW_CAPITALIZED && token->traits & NEWSWIRE_INITIAL_CAPITAL) return true;
    return !(token->traits & NEWSWIRE_HAS_LOWER) &&
           token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER);
}

/* The first entry of a token alone in a list whose case agrees with the token's; NULL if none. */
const nw_entry *nw_token_entry(const nw_reading *reading, uint32_t token, enum nw_list list);

/* A form of a list found at a token. */
typedef struct nw_phrase {
    const nw_entry *entry; /* NULL: none found; else the first of `entry_count` of the same form, all lists */
    uint32_t token_count;
    uint32_t entry_count; /* entries from `entry` on: they may be of other lists and shapes too */
} nw_phrase;

/* The longest form, of one or several words, of any list in `lists` (nw_list_bit of each) that begins at
** a token, ends before `end`, and whose case agrees with the entry's shape. */
nw_phrase nw_find_phrase(const nw_reading *reading, uint32_t token, uint32_t end, uint64_t lists);

#define nw_list_bit(list) (UINT64_C(1) << (list))

#endif

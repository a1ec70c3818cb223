/*
** Wire copy while its lines are told apart: what the readers of headlines, datelines, credits and lists
** share. Words are not looked up yet while blocks are found, so the few that matter there are looked up one by one.
*/
#ifndef NW_COPY_H
#define NW_COPY_H

#include "base/pattern.h"
#include "lexicon/words.h"

typedef struct nw_copy {
    nw_arena *arena;
    nw_patterns *patterns;
    nw_reading reading; /* text and tokens only, while blocks are found */
    const nw_paragraphs *paragraphs;
    bool wrapped; /* line breaks inside paragraphs are only wraps */
    bool body;    /* whether running text has begun */
} nw_copy;

/* Tokens first to end - 1. */
typedef struct nw_line {
    uint32_t first;
    uint32_t end;
} nw_line;

/* A token by its index from 0. */
static inline const newswire_token *nw_copy_token(const nw_copy *copy, uint32_t token) {
    return &copy->reading.tokens.items[token];
}

/* Whether a token is just this ASCII byte. */
static inline bool nw_copy_is(const nw_copy *copy, uint32_t token, char byte) {
    return nw_token_is(&copy->reading.text, nw_copy_token(copy, token), byte);
}

/* The first byte of a token. */
static inline char nw_copy_byte(const nw_copy *copy, uint32_t token) {
    return copy->reading.text.bytes[nw_copy_token(copy, token)->span.start];
}

/* Whether a token reads like this lower-case ASCII word, in any case. */
static inline bool nw_copy_reads(const nw_copy *copy, uint32_t token, const char *word) {
    return nw_token_reads(&copy->reading, token, word);
}

/* The word number of a token, to be asked for the uses that wire_words.txt tells; may be 0 where it has none of them. */
uint32_t nw_copy_wire_word(const nw_copy *copy, uint32_t token);

/* Whether a token is a word with a use that wire_words.txt tells, in any case. */
static inline bool nw_copy_is_used(const nw_copy *copy, uint32_t token, enum nw_use use) {
    return nw_word_is(nw_copy_wire_word(copy, token), use);
}

/* The word number of a token. */
uint32_t nw_copy_word(const nw_copy *copy, uint32_t token);

/* How many tokens the longest form of these lists (nw_list_bit) has that begins at a token and ends before
** `end`; 0: none. */
uint32_t nw_copy_phrase(const nw_copy *copy, uint32_t token, uint32_t end, uint64_t lists);

/* The names of towns, countries, states and other regions. */
uint64_t nw_place_lists(void);

/* Whether a token is a dash that stands for itself: "-", "--", an en or em dash. */
bool nw_copy_is_dash(const nw_copy *copy, uint32_t token);

/* Whether a token is a word without small letters, two letters and more: NEW, U.S., ST. */
bool nw_copy_is_capitals(const nw_copy *copy, uint32_t token);

/* Whether a token is a word with an initial capital. */
bool nw_copy_is_capitalized(const nw_copy *copy, uint32_t token);

/* Whether a line ends a sentence: in a full stop, question or exclamation mark, also inside closing quotation
** marks and brackets. */
bool nw_line_is_stopped(const nw_copy *copy, nw_line line);

/* The bytes of a line, cut at NW_LINE_BYTES. */
newswire_string nw_line_bytes(const nw_copy *copy, nw_line line);

#endif

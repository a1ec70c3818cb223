/*
** Elsewhere: what stands beside a word at its other places in the article. A name that is unclear in one
** sentence is often clear in another.
*/
#ifndef NW_ELSEWHERE_H
#define NW_ELSEWHERE_H

#include "names/name_words.h"

/* What is seen at another place; bits of column ELSEWHERE. */
enum {
    NW_ELSEWHERE_ALONE = 1,         /* at no other place */
    NW_ELSEWHERE_INSIDE = 2,        /* not as the first word of its sentence */
    NW_ELSEWHERE_AFTER_GIVEN = 4,   /* Erich Hauser */
    NW_ELSEWHERE_AFTER_TITLE = 8,   /* Mr Hauser, analyst Hauser */
    NW_ELSEWHERE_BEFORE_LEGAL = 16, /* Gefco SA */
    NW_ELSEWHERE_AFTER_NAME = 32,   /* after another capital */
    NW_ELSEWHERE_BEFORE_NAME = 64,
    NW_ELSEWHERE_CODE = 128, /* before an instrument code */
    NW_ELSEWHERE_POSSESSIVE = 256
};

typedef struct nw_elsewhere nw_elsewhere;

/* A text whose words are looked at. `apart`: it is read apart from the article, and its tokens are not the
** article's. `skipped`: sentences where capitals say nothing; NULL: none. `capitals`: its words with one. */
typedef struct nw_seen_text {
    const nw_reading *reading;
    const uint8_t *skipped;
    uint32_t capitals;
    bool apart;
} nw_seen_text;

/* Looks at the capitalised words of one or two texts. */
nw_elsewhere *nw_elsewhere_open(nw_arena *arena, nw_name_words *words, const nw_seen_text *texts,
                                uint32_t text_count);

/* Gives back what grows with the text. */
void nw_elsewhere_close(nw_elsewhere *elsewhere);

/* Fills the columns of the word of a token with what is seen at its other places. */
void nw_look_elsewhere(const nw_elsewhere *elsewhere, uint32_t token, nw_name_columns *columns);

/* Whether the word stands inside a sentence with a capital. */
bool nw_is_seen_inside(const nw_elsewhere *elsewhere, nw_arena *arena, newswire_string word);

#endif

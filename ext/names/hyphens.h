/*
** Hyphens: the names in "Paris-based", "Peugeot-GM" and "R-Ohio"; "Jean-Paul" is one.
*/
#ifndef NW_HYPHENS_H
#define NW_HYPHENS_H

#include "lexicon/words.h"

typedef struct nw_hyphen_part {
    newswire_span span;
    uint32_t word; /* its number in the lists */
} nw_hyphen_part;

typedef enum nw_hyphen {
    NW_HYPHEN_WHOLE = 1, /* parts[0] is the whole token */
    NW_HYPHEN_BASED,     /* parts[0] is a name, parts[1] a participle */
    NW_HYPHEN_NAMES,     /* two names */
    NW_HYPHEN_PARTY      /* parts[0] is the state of "D-Calif." */
} nw_hyphen;

/* Whether the article has a word elsewhere, not as the first of its sentence; it is asked of parts. */
typedef struct nw_seen_inside {
    bool (*is_seen)(nw_arena *arena, const void *context, newswire_string word);
    const void *context; /* the caller's */
} nw_seen_inside;

/* What the capitalised token `at` is made of. */
nw_hyphen nw_split_hyphen(nw_arena *arena, const nw_reading *reading, nw_seen_inside seen, uint32_t at,
                          nw_hyphen_part parts[2]);

/* The word before the first hyphen of a token, as a number of the lists: "ex" of "ex-Soviet"; 0: none, or no hyphen. */
uint32_t nw_word_before_hyphen(const nw_reading *reading, const newswire_token *token);

/* The case of a part as traits of a token, which the lists ask for: "U.S." of "U.S.-China" is all in capitals. */
uint8_t nw_case_of_part(newswire_string part);

#endif

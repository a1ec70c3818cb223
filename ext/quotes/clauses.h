/*
** What each token is to its clause: a shallow view, from which cues, sources and contents are found.
*/
#ifndef NW_CLAUSES_H
#define NW_CLAUSES_H

#include "base/limits.h"
#include "names/names.h"

/* Bits of a token's class. */
enum {
    NW_IS_DETERMINER = 1 << 0,
    NW_IS_OWNER = 1 << 1,      /* his, 's */
    NW_IS_SUBJECT = 1 << 2,    /* he, they, it */
    NW_IS_ACCUSATIVE = 1 << 3, /* him, them */
    NW_IS_PREPOSITION = 1 << 4,
    NW_IS_LINKER = 1 << 5, /* and, or */
    NW_IS_BUT = 1 << 6,
    NW_IS_JUNCTION = 1 << 7, /* because, after */
    NW_IS_THAT = 1 << 8,
    NW_IS_QUESTION = 1 << 9, /* who, how, whether */
    NW_IS_HELPER = 1 << 10,  /* is, has, will */
    NW_IS_NEGATION = 1 << 11,
    NW_IS_MANNER = 1 << 12, /* also, repeatedly */
    NW_IS_WHEN = 1 << 13,   /* Tuesday, last, week */
    NW_IS_TO = 1 << 14,
    NW_IS_COMMA = 1 << 15,
    NW_IS_STOP = 1 << 16, /* . ! ? and an ellipsis */
    NW_IS_SEMICOLON = 1 << 17,
    NW_IS_COLON = 1 << 18,
    NW_IS_DASH = 1 << 19,
    NW_IS_OPENING = 1 << 20, /* ( [ */
    NW_IS_CLOSING = 1 << 21,
    NW_IS_MARK = 1 << 22, /* a quotation mark */
    NW_IS_CAPITAL = 1 << 23,
    NW_IS_PARTICIPLE = 1 << 24, /* ends in -ing, in no list of small words */
    NW_IS_FINITE = 1 << 25,     /* a verb in its past or third person, so likely the clause's */
    NW_IS_NUMBER = 1 << 26,
    NW_IS_PAST = 1 << 27, /* ends in -ed, in no list of small words */
    NW_MAY_CUE = 1 << 28  /* a form of reporting_verbs.txt may begin with it */
};

/* Bits of a token's senses, for small words only. */
enum {
    NW_SENSE_FIRST = 1,    /* we, my, you */
    NW_SENSE_THIRD = 2,    /* he, its */
    NW_SENSE_PRESENT = 4,  /* is, will */
    NW_SENSE_SHIFTED = 8,  /* was, would */
    NW_SENSE_SHORT = 16,   /* n't, 're */
    NW_SENSE_NEAR = 32,    /* this, now */
    NW_SENSE_BE = 64,      /* is, been */
    NW_SENSE_ADJUNCT = 128 /* in, during: begins a phrase of place or time */
};

/* Where a noun phrase ends for certain. */
#define NW_CLAUSE_EDGE                                                                                       \
    (NW_IS_BUT | NW_IS_JUNCTION | NW_IS_THAT | NW_IS_QUESTION | NW_IS_HELPER | NW_IS_NEGATION |              \
     NW_IS_COMMA | NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON | NW_IS_DASH | NW_IS_OPENING | NW_IS_MARK)

#define NW_NO_TOKEN UINT32_MAX

/* Tokens first to end - 1. */
typedef struct nw_stretch {
    uint32_t first;
    uint32_t end;
} nw_stretch;

/* Whether a stretch has no tokens. */
static inline bool nw_is_empty(nw_stretch stretch) { return stretch.first >= stretch.end; }

/* The article as this stage sees it; arrays have one item a token. */
typedef struct nw_clauses {
    const nw_reading *reading;
    const nw_names *names;
    uint32_t count;
    uint32_t *classes;
    uint8_t *senses;
    uint32_t *mentions; /* index + 1 of the name or alias that holds the token, or 0 */
    uint32_t any;       /* the classes of all tokens together */
} nw_clauses;

/* Reads an article; the tables are of the arena. */
void nw_read_clauses(nw_arena *arena, const nw_reading *reading, const nw_names *names, nw_clauses *clauses);
void nw_close_clauses(nw_arena *arena, nw_clauses *clauses); /* gives large tables back at once */

/* Whether a token is of one of the classes; past the end of none. */
static inline bool nw_token_has(const nw_clauses *clauses, uint32_t token, uint32_t classes) {
    return token < clauses->count && (clauses->classes[token] & classes) != 0;
}

/* Whether a token has one of the senses; past the end none. */
static inline bool nw_token_means(const nw_clauses *clauses, uint32_t token, unsigned senses) {
    return token < clauses->count && (clauses->senses[token] & senses) != 0;
}

/* The 's of "it's" and "that's": a verb, not an owner. */
bool nw_is_contracted_is(const nw_clauses *clauses, uint32_t token);

/* Whether a token may be a noun or an adjective: none of the small words, no punctuation. */
bool nw_is_nounlike(const nw_clauses *clauses, uint32_t token);

/* Whether a token ends a question or a cry: "Why now? he asked." */
bool nw_asks(const nw_clauses *clauses, uint32_t token);

/* First token and end of the sentence of a token. */
nw_stretch nw_sentence_of(const nw_clauses *clauses, uint32_t token);

/* How many tokens of a stretch are words or numbers, counted up to `most`. */
uint32_t nw_count_words(const nw_clauses *clauses, nw_stretch stretch, uint32_t most);

/* The bytes of a stretch of tokens. */
newswire_span nw_stretch_span(const nw_clauses *clauses, nw_stretch stretch);

#endif

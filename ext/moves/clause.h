/*
** What the parts of the moves stage share: the sentence that is read, its sizes, and what each is.
*/
#ifndef NW_MOVE_CLAUSE_H
#define NW_MOVE_CLAUSE_H

#include "grammar/grammar.h"
#include "moves/moves.h"

#define NW_NO_INDEX UINT32_MAX

enum { NW_RANGE_LIMIT = 10 }; /* most times that the upper end of "X to Y" is the lower */

/* Tokens first to end - 1 of the sentence (from 0 at its first token). */
typedef struct nw_move_tokens {
    uint32_t first;
    uint32_t end; /* equal to first: none */
} nw_move_tokens;

typedef enum nw_size_kind {
    NW_SIZE_PERCENT,  /* percent, percentage points, basis points */
    NW_SIZE_FACTOR,   /* the verb tells it: doubled */
    NW_SIZE_FRACTION, /* by a third */
    NW_SIZE_POINTS,   /* 120 points */
    NW_SIZE_MONEY     /* $1.20 */
} nw_size_kind;

/* An expression that may be the size of a move. */
typedef struct nw_size {
    newswire_span span;
    nw_move_tokens tokens;
    double value; /* the middle of a range */
    double low;
    double high;
    newswire_string unit;
    uint8_t kind; /* nw_size_kind */
    bool has_value;
    bool has_range;
    bool has_sign; /* "+2.1", "-0.13%" */
    bool negative;
} nw_size;

/* How the text says that something moved. */
typedef enum nw_move_cue_kind {
    NW_CUE_NONE,     /* a level */
    NW_CUE_VERB,     /* rose 5 percent; cut its workforce by 5 percent */
    NW_CUE_PARTICLE, /* up 5 percent; 5 percent higher */
    NW_CUE_MORE,     /* sold 5 percent more cars; pay 5 percent more for ore */
    NW_CUE_NOUN,     /* a 5 percent rise in sales; growth of 5 percent */
    NW_CUE_GAP,      /* and BMW 5 percent: the cue of another size, a subject of its own */
    NW_CUE_SAME,     /* or 5 percent; and 3 percent in May: cue and subject of another size */
    NW_CUE_COMPARED, /* up from 5 percent; against 5 percent a year earlier: the role of another size */
    NW_CUE_SIGN      /* Renault +2.1% */
} nw_move_cue_kind;

typedef struct nw_move_cue {
    uint8_t kind;     /* nw_move_cue_kind */
    int8_t direction; /* 1 up, -1 down, 0 flat or as the sign says */
    bool transitive;  /* the object moves */
    uint32_t token;   /* the word that says so */
    uint32_t group;   /* its group; for a particle the verb group before it, or NW_NO_GROUP */
    uint32_t other;   /* index of the size whose cue this shares, or NW_NO_INDEX */
    double share;     /* how many of the rows that its construction gives are right */
} nw_move_cue;

typedef NW_ARRAY(nw_size) nw_sizes;
typedef NW_ARRAY(nw_move_cue) nw_move_cues;
typedef NW_ARRAY(nw_move_tokens) nw_move_token_runs;

/* What an earlier move was about. */
typedef struct nw_move_topic {
    uint32_t sentence; /* ordinal; 0: there is none */
    uint32_t entity;
    const char *measure; /* NULL: not known */
} nw_move_topic;

typedef struct nw_move_reader {
    nw_arena *arena;
    const nw_reading *reading;
    const nw_values *values;
    const nw_names *names;
    nw_date published;
    bool percent_only;
    nw_moves *moves;
    uint32_t sentence; /* index from 0 */
    uint32_t value;    /* first value of the sentence */
    uint32_t value_end;
    nw_parse parse;
    nw_parse parse_before;        /* of the sentence before, where it is asked for */
    nw_sizes sizes;               /* of the sentence, in text order */
    nw_move_cues cues;            /* of each size */
    nw_move_token_runs subjects;  /* of each size */
    newswire_string last_subject; /* of the move before, its measure, and the index of its sentence */
    newswire_string last_measure;
    uint32_t last_subject_sentence;

    uint32_t main_firm;   /* the entity of the firm that the article is about, 0 if there is none */
    uint32_t last_holder; /* the firm of the last move of shares, and the ordinal of its sentence */
    uint32_t holder_sentence;
    uint32_t
        market_sentence; /* the ordinal of the last sentence that told the sales of all makers or of one among them */
    uint32_t last_entity; /* of the last move that has one, and the ordinal of its sentence */
    uint32_t last_sentence;
    nw_move_topic topics[2]; /* the last moves of one thing and of several: for "it" and "they" */
} nw_move_reader;

/* ---- small questions about tokens of the sentence ---- */

/* The index in the article of a token of the sentence. */
static inline uint32_t nw_at(const nw_move_reader *reader, uint32_t token) {
    return reader->parse.first_token + token;
}

/* The class of a token; past the sentence's end that of a mark. */
static inline nw_word_class nw_class_at(const nw_move_reader *reader, uint32_t token) {
    return token < reader->parse.token_count ? (nw_word_class)reader->parse.classes[token] : NW_MARK;
}

/* Whether a token reads like a word in small letters. */
static inline bool nw_says(const nw_move_reader *reader, uint32_t token, const char *word) {
    return token < reader->parse.token_count && nw_token_reads(reader->reading, nw_at(reader, token), word);
}

/* Whether a token reads like one of the words, which are separated by single spaces. */
bool nw_says_any(const nw_move_reader *reader, uint32_t token, const char *words);

/* Whether a token is a word with a use, of move_words.txt or another list. */
static inline bool nw_is_used(const nw_move_reader *reader, uint32_t token, enum nw_use use) {
    return token < reader->parse.token_count && nw_word_is(reader->parse.words[token], use);
}

/* The group of a token; NW_NO_GROUP past the sentence's end. */
static inline uint32_t nw_group_at(const nw_move_reader *reader, uint32_t token) {
    return token < reader->parse.token_count ? reader->parse.group_of[token] : (uint32_t)NW_NO_GROUP;
}

/* A group that there is; it lasts until another sentence is parsed. */
static inline const nw_group *nw_group_of(const nw_move_reader *reader, uint32_t group) {
    return &reader->parse.groups[group];
}

/* The entry of a token in a list, alone; NULL: none. */
static inline const nw_entry *nw_entry_at(const nw_move_reader *reader, uint32_t token, enum nw_list list) {
    return token < reader->parse.token_count
               ? nw_find_entry(reader->reading->words[nw_at(reader, token)], list)
               : NULL;
}

/* Up 1, down -1, else 0, of a list's column "direction". */
int nw_direction_of(const nw_entry *entry, unsigned column);

/* Whether the tokens from `first` name a time to compare with, within a few words: "a year ago", "in 2003",
** "the previous month". */
bool nw_tells_time(const nw_move_reader *reader, uint32_t first);

/* The value that begins at a token of the sentence, or NULL (details.c). */
const newswire_value *nw_value_at(const nw_move_reader *reader, uint32_t token);

/* Whether a value is a date, a time or a duration. */
static inline bool nw_is_time_value(const newswire_value *value) {
    return value->kind == NEWSWIRE_DATE || value->kind == NEWSWIRE_TIME || value->kind == NEWSWIRE_DURATION;
}

/* ---- the parts ---- */

/* Whether the sentence, which is not parsed yet, may hold a move (levels.c). */
bool nw_may_move(const nw_move_reader *reader, const newswire_sentence *sentence);

void nw_find_sizes(nw_move_reader *reader); /* sizes.c */

/* Whether a value that is no percentage may be a size; whether a sign may stand before one. */
bool nw_is_other_size(const nw_move_reader *reader, const newswire_value *value);
bool nw_may_have_sign(const nw_move_reader *reader, const newswire_value *value);

void nw_find_move_cues(nw_move_reader *reader);     /* cues.c */
void nw_find_move_subjects(nw_move_reader *reader); /* subjects.c */

/* "The average [forecast] called for a rise of 5 percent": it says what will move and does not move itself. */
bool nw_is_forecast_noun(const nw_move_reader *reader, uint32_t token);

/* Tokens of a noun phrase from its first group, with the complements that belong to it (phrases.c). */
nw_move_tokens nw_noun_phrase(const nw_move_reader *reader, uint32_t group, uint32_t last);

/* Whether the move of a size happened, is expected or only possible (outlooks.c). */
newswire_outlook nw_outlook_of(const nw_move_reader *reader, uint32_t index);

/* to_value, from_value, period, as_of, outlook of a move (details.c). */
void nw_fill_details(nw_move_reader *reader, uint32_t index, newswire_move *move);

/* name, entity, measure (owners.c). */
void nw_fill_owner(nw_move_reader *reader, uint32_t index, newswire_move *move);

/* What the words of a noun phrase measure; empty: not told (measures.c). */
newswire_string nw_measure_named(const nw_move_reader *reader, nw_move_tokens phrase);

/* The index of the first mention that begins at a byte or after it (owners.c). */
uint32_t nw_first_mention(const nw_names *names, uint32_t byte);

/* The interest rate that the article mentioned last, for a change in points whose sentence does not say of what; empty if
** none is meant (rates.c). */
newswire_string nw_rate_meant(const nw_move_reader *reader, uint32_t index);

/* The firm that the article is about; and the same only if what stands at a byte, with no owner named, is about it: ordinals
** of entities, 0 for none (main_firm.c). */
uint32_t nw_main_firm(const nw_names *names);
uint32_t nw_firm_meant(const nw_move_reader *reader, uint32_t byte);

#endif

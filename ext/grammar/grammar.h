/*
** A shallow parse of one sentence: a word class for each token, then noun groups and verb groups, then
** for each verb group its subject.
**
**     nw_parse parse;
**     nw_parse_open(arena, reading, &parse);                 once an article: its room is used again
**     nw_parse_sentence(arena, reading, sentence, &parse);   a sentence at a time
**
** It is a guess by word lists, suffixes and neighbours, made in a few passes over the sentence; a token or
** group is looked at a bounded number of times. Tokens and groups are counted from 0 at the sentence's
** first token: token `t` of a parse is token `parse.first_token + t` of the article.
*/
#ifndef NW_GRAMMAR_H
#define NW_GRAMMAR_H

#include "lexicon/word_classes.h"
#include "lexicon/words.h"

typedef enum nw_group_kind {
    NW_WORD_GROUP, /* a single token that belongs to no group: its class tells what it is */
    NW_NOUN_GROUP, /* "the French automaker's shares", "it", "9.5 percent", "last year" */
    NW_VERB_GROUP  /* "has not fallen", "to be cut", "paring" */
} nw_group_kind;

/* Bits of nw_group.traits. */
enum {
    /* verb groups */
    NW_FINITE = 1,
    NW_PASSIVE = 2,
    NW_NEGATED = 4,
    NW_INFINITIVE = 8,   /* to rise */
    NW_PARTICIPIAL = 16, /* rising, offered (by): no finite verb */
    NW_MODALITY = 32,    /* a modal verb in it */
    NW_COPULA = 64,      /* its main verb is "be" */
    /* noun groups */
    NW_PRONOMINAL = 256,
    NW_PROPER = 512,    /* its head is a name */
    NW_TEMPORAL = 1024, /* its head is a calendar word or a noun of time */
    NW_NUMERIC = 2048,  /* numerals and units alone: "9.5 percent", "$1.2 million" */
    NW_OWNED = 4096     /* a genitive in it */
};

enum { NW_NO_GROUP = 0xffff };

typedef struct nw_group {
    uint16_t first;
    uint16_t end;  /* one past its last token */
    uint16_t head; /* the main verb; the last noun, name, pronoun or else numeral */
    uint16_t traits;
    uint16_t subject; /* of a verb group: the noun group that is its subject, or NW_NO_GROUP */
    uint8_t kind;     /* nw_group_kind */
} nw_group;

typedef struct nw_parse {
    uint32_t first_token;
    uint32_t token_count;
    uint32_t group_count;
    uint8_t *classes;       /* nw_word_class of each token */
    uint16_t *group_of;     /* group of each token */
    const uint32_t *words;  /* the word number of each token, as in the reading */
    const uint8_t *in_name; /* for each token of the article: it is in a name of several; NULL: not known */
    uint64_t *readings;     /* which classes it might be of: for grammar's own use */
    nw_group *groups;       /* in order; every token is in exactly one */
} nw_parse;

/* The word classes that a word may be of whatever stands beside it: those of grammar.txt, alone, or what its ending tells. */
uint64_t nw_readings_of(const nw_reading *reading, uint32_t token);

/* Takes room for the longest sentence of an article in the arena. What `in_name` marks, or NULL, are proper nouns: "Bank of
** Norwick" is one. */
void nw_parse_open(nw_arena *arena, const nw_reading *reading, const uint8_t *in_name, nw_parse *parse);

/* Parses a sentence of the article that `parse` was opened for; what it held of another one is gone. */
void nw_parse_sentence(nw_arena *arena, const nw_reading *reading, const newswire_sentence *sentence,
                       nw_parse *parse);

/* The noun group that the phrase of group `group` begins with: over prepositions and lists to the left.
** For "factories" or "mines" of "output from mines and factories" it is "output". */
uint32_t nw_phrase_start(const nw_parse *parse, uint32_t group);

/* Whether a group is a single token of a class. */
static inline bool nw_group_is(const nw_parse *parse, uint32_t group, nw_word_class wanted) {
    return group < parse->group_count && parse->groups[group].kind == NW_WORD_GROUP &&
           parse->classes[parse->groups[group].first] == wanted;
}

/* Whether a group is of nouns; no: past the last group. */
static inline bool nw_is_noun_group(const nw_parse *parse, uint32_t group) {
    return group < parse->group_count && parse->groups[group].kind == NW_NOUN_GROUP;
}

/* Whether a group is of verbs; no: past the last group. */
static inline bool nw_is_verb_group(const nw_parse *parse, uint32_t group) {
    return group < parse->group_count && parse->groups[group].kind == NW_VERB_GROUP;
}

#endif

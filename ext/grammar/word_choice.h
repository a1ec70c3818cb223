/*
** Choosing the class of a word: what its neighbours tell, and the choices among which classes.c goes by what the word may be.
*/
#ifndef NW_WORD_CHOICE_H
#define NW_WORD_CHOICE_H

#include "grammar/classes.h"

/* What a class is chosen from: the token, what it may be, and what stands beside it. */
typedef struct nw_word_choice {
    const nw_reading *reading;
    const nw_parse *parse;
    uint32_t token;
    uint64_t readings;    /* of the token */
    uint64_t next;        /* readings of the token after it, 0 at the end */
    nw_word_class before; /* class chosen for the token before, NW_MARK at the start */
    nw_word_class behind; /* the same, adverbs and negations skipped */
    bool finite;          /* the clause has a finite verb already */
    bool bare;        /* a base form after "to" or a modal verb stands before: "to cut costs and raise ..." */
    bool causative;   /* "helped Renault boost", "saw output fall": a base form may follow the object */
    bool coordinated; /* "A and B" before */
} nw_word_choice;

#define NW_NOUNS (NW_CLASS(NW_NOUN) | NW_CLASS(NW_TIME_NOUN) | NW_CLASS(NW_PROPER_NOUN))
#define NW_NOMINALS (NW_NOUNS | NW_CLASS(NW_CALENDAR) | NW_CLASS(NW_ADJECTIVE) | NW_CLASS(NW_NUMERAL))
#define NW_AUXILIARIES (NW_CLASS(NW_MODAL) | NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) | NW_CLASS(NW_DO))
#define NW_VERBS                                                                                             \
    (NW_CLASS(NW_VERB) | NW_CLASS(NW_PRESENT) | NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE) |                \
     NW_CLASS(NW_GERUND))

/* Whether the token, or the one after it, may be of one of the classes. */
static inline bool nw_here_may_be(const nw_word_choice *choice, uint64_t classes) {
    return (choice->readings & classes) != 0;
}
static inline bool nw_next_may_be(const nw_word_choice *choice, uint64_t classes) {
    return (choice->next & classes) != 0;
}

/* Whether the token, or the one after it, reads like a word in small letters. */
static inline bool nw_here_reads(const nw_word_choice *choice, const char *word) {
    return nw_token_reads(choice->reading, choice->parse->first_token + choice->token, word);
}

static inline bool nw_next_reads(const nw_word_choice *choice, const char *word) {
    return choice->token + 1 < choice->parse->token_count &&
           nw_token_reads(choice->reading, choice->parse->first_token + choice->token + 1, word);
}

/* Whether the token, the one after it, or the one `back` before it, has a use. */
static inline bool nw_here_is_used(const nw_word_choice *choice, enum nw_use use) {
    return nw_word_is(choice->parse->words[choice->token], use);
}

static inline bool nw_next_is_used(const nw_word_choice *choice, enum nw_use use) {
    return choice->token + 1 < choice->parse->token_count &&
           nw_word_is(choice->parse->words[choice->token + 1], use);
}

static inline bool nw_before_is_used(const nw_word_choice *choice, uint32_t back, enum nw_use use) {
    return choice->token >= back && nw_word_is(choice->parse->words[choice->token - back], use);
}

/* Whether the token before was taken for a noun. */
static inline bool nw_after_noun(const nw_word_choice *choice) {
    return choice->before == NW_NOUN || choice->before == NW_PROPER_NOUN || choice->before == NW_TIME_NOUN;
}

/* Whether token `t` of the sentence ends like a plural: in one s. */
static inline bool nw_looks_plural(const nw_word_choice *choice, uint32_t t) {
    const newswire_token *token = &choice->reading->tokens.items[choice->parse->first_token + t];
    const char *last = choice->reading->text.bytes + token->span.start + token->span.length - 1;
    return token->span.length > 2 && *last == 's' && last[-1] != 's';
}

/* Whether the token before ends like a plural. */
static inline bool nw_after_plural(const nw_word_choice *choice) {
    return choice->token > 0 && nw_looks_plural(choice, choice->token - 1);
}

/* Whether what follows is what follows a verb of change: a size, "by", "to", an adverb, the sentence's
** end. */
static inline bool nw_before_size(const nw_word_choice *choice) {
    return !choice->next ||
           nw_next_may_be(choice, NW_CLASS(NW_NUMERAL) | NW_CLASS(NW_ADVERB) | NW_CLASS(NW_TO) |
                                      NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER)) ||
           nw_next_is_used(choice, NW_USE_BEFORE_SIZE);
}

/* ---- function words (function_words.c) ---- */

/* "that": a subordinator, a determiner, a pronoun. "to": before a verb, or a preposition. */
nw_word_class nw_choose_that(const nw_word_choice *choice);
nw_word_class nw_choose_to(const nw_word_choice *choice);

/* "up", "over", "about", "down": before a number or alone an adverb, before a noun a preposition. */
nw_word_class nw_choose_particle(const nw_word_choice *choice);

/* "some", "more", "all": before a number an adverb, before a noun a determiner. */
nw_word_class nw_choose_quantity(const nw_word_choice *choice);

/* Whether a finite verb follows after one noun phrase, which makes "as" or "after" a subordinator. */
bool nw_clause_follows(const nw_word_choice *choice);

/* "profit [before] tax", "costs [after] depreciation": no clause follows, whatever verb does. */
bool nw_is_before_deduction(const nw_word_choice *choice);

/* "'s", and an apostrophe alone right after a plural. */
nw_word_class nw_choose_genitive(const nw_word_choice *choice);
bool nw_is_genitive(const nw_word_choice *choice);
bool nw_is_plural_genitive(const nw_word_choice *choice);

/* ---- verbs, nouns, adjectives (content_words.c) ---- */

/* The class of a word that may be a verb among others, and of one that may be an adjective. */
nw_word_class nw_choose_verb(const nw_word_choice *choice);
nw_word_class nw_choose_adjective(const nw_word_choice *choice);

#endif

/*
** The cast: who and what an article names, with what its words and the lists say about each.
*/
#ifndef NW_CAST_H
#define NW_CAST_H

#include "names/aliases.h"

/* What is known of an entity. */
typedef struct nw_facts {
    char country[3];           /* ISO 3166 alpha-2; "": not known */
    bool country_in_name;      /* by a word of its name alone: "Team USA", but "Zorn Asia India", too */
    char gender;               /* m, f; 0: not known */
    const char *group;         /* of kinds.txt: automaker, bank, city, analyst; NULL: not known */
    uint32_t employer;         /* of a person: ordinal of an entity; 0: not known */
    uint32_t noun;             /* the noun that referred to it last: bank; 0: none */
    uint32_t title;            /* a person: the first word of an office that has several: prime; 0: none */
    bool former;               /* a person: no longer what the noun says */
    uint32_t form;             /* its fullest form, an index into the aliases */
    newswire_span description; /* length 0: none */
} nw_facts;

typedef struct nw_cast {
    nw_arena *arena;
    const nw_reading *reading;
    nw_mentions *names; /* in text order; only names */
    nw_mentions others; /* nominals and pronouns that resolve */
    uint8_t *taken;     /* a token: whether a nominal begins there */
    nw_entities *entities;
    nw_aliases *aliases;
    nw_facts *facts; /* an entity */
} nw_cast;

/* Gives each name its entity (entities.c), and each entity what the lists know of it (facts.c). */
void nw_fill_entities(nw_cast *cast);
void nw_fill_facts(nw_cast *cast);

/* "Acme, formally known as Norwick Holdings": index + 1 of the name that the name at `index` is another name for, or 0
** (called.c). */
uint32_t nw_called_before(const nw_cast *cast, uint32_t index);

/* The entry of a name in a list, by all its words; NULL if none. */
const nw_entry *nw_form_entry(const nw_aliases *aliases, const nw_name_form *form, enum nw_list list);

/* Whether a title from `first` to `end` says that somebody no longer holds the office: "[former] President Cole"
** (offices.c). */
bool nw_is_former(const nw_reading *reading, uint32_t first, uint32_t end);

/* Reads titles and appositions beside the names: descriptions, employers, kinds; adds their nominals. */
void nw_read_titles(nw_cast *cast);

/* Resolves noun phrases and pronouns. */
void nw_resolve_references(nw_cast *cast);

/* Adds a nominal or a pronoun. */
void nw_add_reference(nw_cast *cast, uint32_t first_token, uint32_t end_token, uint32_t entity,
                      newswire_mention_kind kind, double score);

/* An entity by its ordinal, and its facts; both move when one is added. */
static inline newswire_entity *nw_entity_of(const nw_cast *cast, uint32_t entity) {
    return &cast->entities->items[entity - 1];
}
static inline nw_facts *nw_facts_of(const nw_cast *cast, uint32_t entity) { return &cast->facts[entity - 1]; }

/* Whether a name covers its last token to its end: not "Paris" of "Paris-based". */
static inline bool nw_ends_token(const nw_reading *reading, const newswire_mention *mention) {
    const newswire_token *last = &reading->tokens.items[mention->first_token + mention->token_count - 1];
    return nw_span_end(mention->span) == nw_span_end(last->span);
}

#endif

/*
** Focus: what the text is about at a place, as far as noun phrases and pronouns may refer to it.
*/
#ifndef NW_FOCUS_H
#define NW_FOCUS_H

#include "base/limits.h"
#include "names/kinds.h"

enum {
    NW_FOCUS_ITEMS = 16,
    NW_OFFICES = 8,
    NW_FOCUS_SUBJECT = 64, /* points for a mention, by its place; halved each sentence */
    NW_FOCUS_OTHER = 36,
    NW_FOCUS_OWNER = 28,
    NW_FOCUS_MODIFIER = 4,
    NW_FOCUS_MOST = 400 /* however often it is mentioned, so that it can be forgotten */
};

typedef struct nw_focus_item {
    uint32_t entity;
    uint32_t token; /* of its last mention */
    uint32_t sentence;
    uint32_t weight;
    uint32_t count; /* of its mentions since it came into focus */
} nw_focus_item;

/* A noun by which a person is known: judge. */
typedef struct nw_office {
    uint32_t noun;
    uint32_t entity;
    bool former;
} nw_office;

/* A walk through the article, sentence by sentence. */
typedef struct nw_walk {
    nw_cast *cast;
    uint32_t sentence; /* ordinal */
    uint32_t first;    /* its tokens */
    uint32_t end;
    uint32_t name;           /* index of the next name */
    uint32_t subject;        /* entity of its subject so far, 0: none, or no name */
    uint32_t subject_before; /* of the sentence before */
    uint32_t thing_before;   /* the last subject that was no person, before persons became the subjects */
    uint32_t thing_sentence; /* where they did */
    uint32_t employer;       /* of the person the sentence begins with: "ECB President Lee said the bank" */
    uint32_t speaker;        /* who says it, if anybody */
    uint32_t speaker_firm;   /* whom they speak for */
    uint32_t spoken_for;     /* the same of the sentence before, if it is mentioned most; 0: none */
    uint32_t firm_speaker;   /* the organisation that spoke last */
    uint32_t firm_sentence;  /* where it did */
    uint32_t person_speaker; /* the same of persons */
    uint32_t person_sentence;
    uint32_t pronoun_speaker; /* whom "he" outside this sentence's quotation marks means; 0: not known */
    uint32_t country;         /* the subject of a clause of this sentence, behind "the"; 0: none */
    uint32_t listed;   /* the token behind the last list of organisations: "Acme and Harcourt" are no "it" */
    uint32_t stranger; /* nw_find_stranger() of this sentence */
    bool quoted;       /* within quotation marks */
    nw_focus_item items[NW_FOCUS_ITEMS];
    uint32_t count;
    nw_office offices[NW_OFFICES]; /* of the persons seen last; noun 0: none */
    uint32_t next_office;          /* the one that gives way */
} nw_walk;

/* Brings an entity into focus at a token; the points add to its weight. The lightest item makes room for a new one. */
void nw_touch(nw_walk *walk, uint32_t entity, uint32_t token, uint32_t points);

/* What is left of an item's weight in this sentence; 0: too far back. */
uint32_t nw_weight_now(const nw_walk *walk, const nw_focus_item *item);

/* Whether a preposition stands before a token. */
bool nw_after_preposition(const nw_walk *walk, uint32_t token);
bool nw_before_possessive(const nw_walk *walk, uint32_t token);

/* "Like Norwick, Lang and Roth, Harcourt grew": the comma after what the sentence's subject is compared with, or 0. */
uint32_t nw_end_of_comparison(const nw_walk *walk);

/* Whether what follows a token is within quotation marks, if `quoted` says so of the token. */
bool nw_is_quoted_after(const nw_reading *reading, uint32_t token, bool quoted);

/* Who speaks in the sentence that the walk has come to; 0: nobody, or nobody named. */
uint32_t nw_find_speaker(nw_walk *walk);

/* A reference that begins at a token, if one does: adds it and gives the token after it, else `token`. */
uint32_t nw_resolve_nominal(nw_walk *walk, uint32_t token);
uint32_t nw_resolve_pronoun(nw_walk *walk, uint32_t token);

/* The same for one that begins with the name of a country: "Finland's biggest bank". */
uint32_t nw_resolve_of_country(nw_walk *walk, const newswire_mention *country);

/* "Chief Executive Ann Lee": if her firm is not named, takes it to be the one the text is about, if one stands out. */
void nw_learn_firm(nw_walk *walk, uint32_t person);

/* The firm that is mentioned most so far, twice as often as any other in focus; 0: none. */
uint32_t nw_most_mentioned_firm(const nw_walk *walk);

/* The firm that the sentence's speaker speaks for; 0: none. */
uint32_t nw_firm_of_speaker(const nw_walk *walk);

/* The person that is most in focus, of a gender, or of any if it is 0, and not `other`; 0: nobody. */
uint32_t nw_find_person(const nw_walk *walk, char gender, uint32_t other);

/* Whether an entity may be of a gender: its own is that, or not known. */
bool nw_may_have_gender(const nw_walk *walk, uint32_t entity, char gender);

/* The person who spoke last, if that was within so many sentences and they may be of the gender; 0: nobody. */
uint32_t nw_last_person_speaking(const nw_walk *walk, char gender, uint32_t sentences);

/* Keeps the office of a person who is seen; finds who was seen last with one, however far back, or 0. */
void nw_keep_office(nw_walk *walk, uint32_t entity);
uint32_t nw_find_office(const nw_walk *walk, uint32_t noun, bool former);

/* "[A spokeswoman] said she": if the subject of the sentence is somebody without a name, the token of the noun, else 0
** (offices.c). */
uint32_t nw_find_stranger(const nw_walk *walk);

/* Takes a resolved reference or a name into focus; makes it the subject if it stands as one. */
void nw_take_mention(nw_walk *walk, uint32_t entity, uint32_t first, uint32_t end);

#endif

/*
** Aliases: the different forms of names in an article, and which of them name the same thing.
*/
#ifndef NW_ALIASES_H
#define NW_ALIASES_H

#include "names/classes.h"
#include "names/names.h"

enum {
    NW_NAME_WORDS = 12,            /* words of a form that are compared */
    NW_ALIAS_CANDIDATES = 4,       /* fuller forms that a form is compared with */
    NW_INITIALS_BEHIND_COUNTRY = 3 /* letters at least of "EPA", behind the country of the whole name */
};

/* A word of a name. */
typedef struct nw_name_word {
    uint64_t key; /* forms.h */
    uint64_t classes;
    newswire_span span;
    uint32_t word;
} nw_name_word;

/* A distinct form, without a company's legal form: all mentions that read the same. */
typedef struct nw_name_form {
    uint64_t key;
    uint32_t first_word; /* index into the words */
    uint32_t word_count;
    uint32_t legal_count; /* words of its legal form, which stand behind */
    uint32_t mention;     /* index of its first mention */
    uint32_t count;       /* mentions */
    uint32_t third;       /* index of its third mention; UINT32_MAX: none */
    uint32_t votes[4];    /* for each type, in thousandths */
    uint8_t type;
    bool is_company;                      /* has a company's legal form, a code or employees somewhere */
    bool has_legal;                       /* bears a company's legal form somewhere */
    bool is_family;                       /* "the Peugeot family" */
    bool is_capitals;                     /* only capital letters, as an acronym */
    uint32_t fuller[NW_ALIAS_CANDIDATES]; /* index + 1 of forms of which it may be short */
    uint32_t fuller_count;
    uint32_t known; /* which of the user's names it is; 0: none */
    bool is_known_alias;
    uint32_t seen; /* last mention so far of this or a shorter form, while mentions are read */
} nw_name_form;

typedef struct nw_aliases {
    NW_ARRAY(nw_name_word) words;
    NW_ARRAY(nw_name_form) forms;
    uint32_t *form_of; /* a mention */
} nw_aliases;

/* Finds the forms of all names and the fuller forms of each. */
nw_aliases *nw_find_aliases(nw_arena *arena, const nw_reading *reading, const nw_mentions *mentions);

/* Gives back what grows with the text. */
void nw_close_aliases(nw_arena *arena, nw_aliases *aliases, const nw_mentions *mentions);

/* Whether the words beside a name show that it is a firm: a code, a kind, somebody who works there; company_signs.c. */
bool nw_is_shown_as_company(const nw_reading *reading, const newswire_mention *mention);

/* Whether `alias` may be short for `full` by its words alone; alias_rules.c. */
bool nw_is_alias(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                 const nw_name_form *full);

/* Whether the capitals of a form in brackets, right behind the form of an organisation, are short for that: each is found
** in it from right to left, the first one where a word begins (Schwartz and Hearst, A simple algorithm for identifying
** abbreviation definitions, 2003), or begins a word of it in another order. */
bool nw_is_short_form(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *alias,
                      const nw_name_form *full);

/* A form with its legal form: "BBC" is short for "British Broadcasting Corporation". */
nw_name_form nw_whole_form(const nw_name_form *form);

/* The initials of the words of a name, in capitals, up to `room`; 0 where it has too few. */
uint32_t nw_initials(const nw_aliases *aliases, const nw_reading *reading, const nw_name_form *form,
                     char *initials, uint32_t room);

/* Whether a name of several words begins with a country: "U.S. Environmental Protection Agency". */
bool nw_is_led_by_country(const nw_aliases *aliases, const nw_name_form *form);

/* The whole name that the lists have for the capitals of an organisation; NULL: none. */
const char *nw_other_name(const nw_aliases *aliases, const nw_name_form *form);

#endif

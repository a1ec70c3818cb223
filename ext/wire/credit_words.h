/*
** The words of credit lines: roles, jobs, offices.
*/
#ifndef NW_CREDIT_WORDS_H
#define NW_CREDIT_WORDS_H

#include "wire/copy.h"

typedef enum nw_credit_word {
    NW_CREDIT_NONE,
    NW_CREDIT_ROLE,  /* reporting */
    NW_CREDIT_MORE,  /* additional */
    NW_CREDIT_VERB,  /* contributed */
    NW_CREDIT_JOB,   /* correspondent */
    NW_CREDIT_OFFICE /* newsroom */
} nw_credit_word;

/* A role that is none of newswire_credit_role: "Graphics by". */
enum { NW_NO_ROLE = 255 };

/* What a token is in credit lines, by the list of their words. */
nw_credit_word nw_find_credit_word(const nw_copy *copy, uint32_t token);

/* "Additional reporting and writing by": what begins a list of names. */
typedef struct nw_role_phrase {
    uint32_t token_count; /* with its "by"; 0: none */
    uint8_t role;         /* the first it names: newswire_credit_role or NW_NO_ROLE */
    bool weak;            /* made of words that running text has too: "data by" */
} nw_role_phrase;

/* The role phrase that begins at a token and ends before `end`. */
nw_role_phrase nw_find_role(const nw_copy *copy, uint32_t token, uint32_t end);

#endif

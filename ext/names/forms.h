/*
** Forms: words and sequences of words by keys of their letters, whatever their case and accents.
*/
#ifndef NW_FORMS_H
#define NW_FORMS_H

#include "lexicon/words.h"

/* A form: a word by its folded bytes. */
typedef struct nw_form {
    uint64_t key;   /* of its bytes; 0: an empty slot */
    uint32_t count; /* the user's */
} nw_form;

typedef struct nw_forms {
    nw_form *slots;
    uint32_t room; /* a power of two */
} nw_forms;

/* A key for bytes whatever their case and accents; never 0. */
uint64_t nw_form_key(nw_arena *arena, const char *bytes, uint32_t length);

/* A key for a sequence of words, from those of its words. */
static inline uint64_t nw_join_keys(uint64_t first, uint64_t second) {
    uint64_t key = (first ^ (first >> 31)) * UINT64_C(0x9fb21c651e98df25) + second;
    key ^= key >> 29;
    return key ? key : 1;
}

/* Room for `count` different forms. */
void nw_forms_open(nw_arena *arena, nw_forms *forms, uint32_t count);

void nw_forms_close(nw_arena *arena, nw_forms *forms); /* gives a large table back */

/* The form of a key; a new one where it is not there. NULL where too many others share its place. */
nw_form *nw_form_add(nw_forms *forms, uint64_t key);
const nw_form *nw_form_find(const nw_forms *forms, uint64_t key);

#endif

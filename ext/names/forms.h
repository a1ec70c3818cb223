/*
** The forms of an article: what each capitalised word is seen beside, anywhere in it. A name that one
** sentence leaves open is often told by another.
*/
#ifndef NW_FORMS_H
#define NW_FORMS_H

#include "lexicon/words.h"

/* What is seen beside a form; bits of nw_form.seen. */
enum {
    NW_SEEN_INSIDE = 1,       /* not as the first word of its sentence, which is not in capitals */
    NW_SEEN_AFTER_GIVEN = 2,  /* after a given name: Erich Hauser */
    NW_SEEN_AFTER_TITLE = 4,  /* Mr Hauser, analyst Hauser */
    NW_SEEN_BEFORE_LEGAL = 8, /* Gefco SA */
    NW_SEEN_AFTER_NAME = 16,  /* after another capital */
    NW_SEEN_BEFORE_NAME = 32,
    NW_SEEN_CODE = 64, /* before an instrument code */
    NW_SEEN_POSSESSIVE = 128,
    NW_SEEN_ALONE = 256, /* between words in lower case */
    NW_SEEN_BITS = 9
};

/* A form: a word by its folded bytes. */
typedef struct nw_form {
    uint64_t key;    /* of its bytes; 0: an empty slot */
    uint32_t before; /* classes of cue words before it, a bit a letter (name_cues.txt) */
    uint32_t after;
    uint32_t count;
    uint32_t seen;
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
void nw_forms_close(nw_arena *arena, nw_forms *forms); /* gives a large table back at once */

/* The form of a key; a new one where it is not there. NULL where too many others share its place. */
nw_form *nw_form_add(nw_forms *forms, uint64_t key);
const nw_form *nw_form_find(const nw_forms *forms, uint64_t key);

#endif

/*
** Classes of words: what is known of a word besides its letters, as a table in read-only memory that all
** models share.
*/
#ifndef NW_TAGGER_WORD_CLASSES_H
#define NW_TAGGER_WORD_CLASSES_H

#include "tagger/word_key.h"

typedef struct nw_classed_word {
    uint32_t key;     /* the upper half of nw_word_key; 0 with classes 0: an empty slot */
    uint32_t classes; /* see the functions below */
} nw_classed_word;

/* Bits 26 and on are marks that models set on words; which bit is whose: the models' headers. */
enum { NW_WORD_MARKS = 26 };

/* A word's class among 64, 256 and 768, from 1; 0: none. */
static inline uint32_t nw_small_class(uint32_t classes) { return classes & 0x7f; }
static inline uint32_t nw_middle_class(uint32_t classes) { return classes >> 7 & 0x1ff; }
static inline uint32_t nw_large_class(uint32_t classes) { return classes >> 16 & 0x3ff; }
enum { NW_SMALL_CLASSES = 65, NW_MIDDLE_CLASSES = 257, NW_LARGE_CLASSES = 769 }; /* as limits of columns */

typedef struct nw_word_table {
    const nw_classed_word *slots; /* open addressing, from nw_class_slot on */
    uint32_t slot_count;
} nw_word_table;

extern const nw_word_table nw_word_classes;

/* Where a word is looked for first, by the lower half of its key. */
static inline uint32_t nw_class_slot(uint32_t slot_count, uint64_t key) {
    return (uint32_t)((uint64_t)(uint32_t)key * slot_count >> 32);
}

/* The classes of a word by its key; 0: it is not in the table. */
static inline uint32_t nw_find_classes(const nw_word_table *words, uint64_t key) {
    for (uint32_t slot = nw_class_slot(words->slot_count, key);;
         slot = slot + 1 < words->slot_count ? slot + 1 : 0) {
        const nw_classed_word *found = &words->slots[slot];
        if (found->key == (uint32_t)(key >> 32)) return found->classes;
        if (!found->key && !found->classes) return 0;
    }
}

#endif

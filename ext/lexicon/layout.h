/*
** How the compiled word lists lie in memory: what compile/ writes and lexicon.c reads. Numbers of
** words, nodes and entries fit 20 bits; all strings are offsets into one pool, so that the tables need
** no relocation and are shared between processes.
*/
#ifndef NW_LAYOUT_H
#define NW_LAYOUT_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum {
    NW_WORD_BYTES = 64,  /* a longer word is in no list */
    NW_NUMBER_BITS = 20, /* of the number of a word or node */
    NW_BEGINS_BITS = 11, /* of the numbers of what is the same for many words */
    NW_KNOWN_BITS = 11,
    NW_USES_BITS = 10,
    NW_SHAPE_WORDS = 8, /* words of a form whose shape is kept; later ones agree with any case */
    NW_POOL_ROW = 4096, /* the pool is rows of strings; no string lies in two of them */
    NW_MOST_LISTS = 64,
    NW_FILTER_NUMBERS = 64, /* of 64 bits each, in the filter of a list */
    NW_FILTER_WORDS = 1000  /* a list with more words than these has no filter */
};

enum { NW_ANY_CASE = 0, NW_CAPITALIZED = 1, NW_ALL_CAPITALS = 2 }; /* shape of one word */

/* One word, two of them a line of memory; what belongs to word n ends where that of word n + 1 begins. */
typedef struct nw_word_record {
    char head[8];   /* its folded form, terminated, where that has at most 7 bytes; else a zero and then
                      ** the place of the form in the pool (nw_form_place) */
    uint64_t lists; /* that the word alone is in, in any case: a bit a list */
    uint32_t entries : 24; /* first entry of the word alone */
    uint32_t readings : 8; /* number of its readings by grammar.txt, alone; 0: it is not there */
    uint32_t node : 24;    /* of the trie, for phrases that begin with the word; 0: none */
    uint32_t clause : 8;   /* number of what it is told by in clauses, alone (clause_words.h); 0: nothing */
    uint32_t seconds;      /* nw_second_bit of the words that come second in them */
    uint32_t begins : NW_BEGINS_BITS; /* number of the set of lists with phrases that begin with it */
    uint32_t known : NW_KNOWN_BITS; /* number of what names are told by, of the word alone (name_classes.h) */
    uint32_t uses : NW_USES_BITS;   /* number of its uses (word_uses.h), alone; 0: none */
} nw_word_record;

/* A bit for a word; most words that do not go on with a phrase have another than those that do. */
static inline uint32_t nw_second_bit(uint32_t word) {
    return UINT32_C(1) << (word * UINT32_C(0x9e3779b1) >> 27);
}

/* Where in the pool the form of more than 7 bytes is. */
static inline uint32_t nw_form_place(const nw_word_record *record) {
    return (uint32_t)(nw_load_bytes(record->head) >> 8);
}

/* The hash of a word begins as its length and takes in eight bytes a step. */
static inline uint64_t nw_mix(uint64_t hash, uint64_t bytes) {
    hash = (hash ^ bytes) * UINT64_C(0x9fb21c651e98df25);
    return hash ^ hash >> 29;
}

/* A slot of the table of words is the number of a word below and the top bits of its hash above, so that
** a word that is not there costs one probe. Linear probing; 0: empty. */
static inline uint32_t nw_word_slot(uint64_t hash) { return (uint32_t)(hash >> 24); }
static inline uint32_t nw_word_tag(uint64_t hash) { return (uint32_t)(hash >> 52) << NW_NUMBER_BITS; }

/* A filter is a set of hashes, a bit for each: whether a word may be in a list. */
static inline unsigned nw_filter_bit(uint64_t hash) {
    return (unsigned)(hash >> 8) % (64 * NW_FILTER_NUMBERS);
}

/* A slot of the table of edges is node, word and child, found by node and word. Linear probing; 0: empty. */
static inline uint64_t nw_edge_key(uint32_t node, uint32_t word) {
    return (uint64_t)node << 2 * NW_NUMBER_BITS | (uint64_t)word << NW_NUMBER_BITS;
}
static inline uint32_t nw_edge_slot(uint64_t key) {
    return (uint32_t)((key >> NW_NUMBER_BITS) * UINT64_C(0x9fb21c651e98df25) >> 32);
}

/* Whether a word ends in a stop that may be an abbreviation's: it has two letters at least, and no stop
** inside. */
static inline bool nw_ends_in_stop(const char *word, size_t length) {
    size_t first = 1;
    while (first < length && ((unsigned char)word[first] & 0xc0) == 0x80) first++;
    return length > first + 1 && word[length - 1] == '.' && !memchr(word, '.', length - 1);
}

#endif

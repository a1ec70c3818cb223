/*
** Uses of words: what a stage asks of a word where it decides, "is this one of the verbs that ...?". Lists name their
** uses in lines "# use NAME: ..." of their headers and give each word the uses that it has. The compiler of the lists makes
** of each the constant NW_USE_<NAME> (lexicon_lists.h), and of those of a word a set of bits.
*/
#ifndef NW_WORD_USES_H
#define NW_WORD_USES_H

#include <stdint.h>

enum { NW_USE_WORDS = 4, NW_MOST_USES = 64 * NW_USE_WORDS };

typedef struct nw_word_uses {
    uint64_t bits[NW_USE_WORDS];
} nw_word_uses;

#endif

/*
** Uses of words: the questions that a stage asks about a word, such as "is this one of the verbs that ...?". A list names
** its uses in header lines, "# use NAME: ...", and gives each word its uses. The compiler of the lists turns each use into
** a constant NW_USE_<NAME> (lexicon_lists.h), and the uses of a word into a set of bits.
*/
#ifndef NW_WORD_USES_H
#define NW_WORD_USES_H

#include <stdint.h>

enum { NW_USE_WORDS = 5, NW_MOST_USES = 64 * NW_USE_WORDS };

typedef struct nw_word_uses {
    uint64_t bits[NW_USE_WORDS];
} nw_word_uses;

#endif

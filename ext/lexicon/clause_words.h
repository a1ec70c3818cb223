/*
** What clause_words.txt and reporting_verbs.txt tell of a word alone. The compiler of the lists finds it
** (compile/clause_words.c); quotes/clauses.c makes classes of it.
*/
#ifndef NW_CLAUSE_WORDS_H
#define NW_CLAUSE_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#define NW_SENSE_LETTERS "ftpdcnba" /* of clause_words.txt, by bit of the senses */

typedef struct nw_clause_word {
    char class;     /* the first letter of its class, which is of one class alone; 0: no clause word */
    uint8_t senses; /* a bit a letter */
    bool is_verb;   /* no clause word, but a verb that reports, in its past or third person */
    bool may_cue;   /* a form of reporting_verbs.txt may begin with it */
} nw_clause_word;

#endif

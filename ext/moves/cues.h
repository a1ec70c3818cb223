/*
** What makes a size a move: the constructions, in tables. Only the moves stage includes this.
*/
#ifndef NW_MOVE_CUES_H
#define NW_MOVE_CUES_H

#include "moves/clause.h"

/* Where a reading of the words before a size stands. */
typedef struct nw_left {
    nw_move_reader *reader;
    uint32_t size;         /* index of the size, or NW_NO_INDEX for a number that is none */
    nw_move_tokens tokens; /* of the number */
    int64_t at;            /* the token before, over words of quantity; -1 at the start */
    bool by;               /* "by" was passed */
    bool limit;            /* "below" or "above" was passed: the size is where it went, not how far */
    unsigned depth;        /* of cues that refer to cues */
} nw_left;

/* Fills *cue and returns true if the construction holds; *cue stays NW_CUE_NONE where it makes a level. */
typedef bool nw_construction_test(nw_left *left, nw_move_cue *cue);

typedef struct nw_construction {
    const char *name;
    const char *example; /* the size of the example is in brackets */
    nw_construction_test *test;
    /* Of its rows, the share whose move, direction, change and subject are right; 0: it makes a level. Counted on
    ** the moves of the gold's development set and 200 rows drawn from Reuters-21578, with eight rows of the overall
    ** share, 0.89, added. */
    double share;
} nw_construction;

/* A verb of change that governs what is read, with "by" or without. */
bool nw_verb_before(nw_left *left, nw_move_cue *cue);

/* Constructions recognised by the words after the size, and by the words before it; the first that holds counts. */
extern const nw_construction nw_right_constructions[];
extern const nw_construction nw_left_constructions[];
extern const size_t nw_right_construction_count, nw_left_construction_count;

/* The token before words of quantity: "rose by [about an average of] 5 percent"; passes "by" and notes it. */
int64_t nw_over_quantity(nw_left *left);

/* The cue of any number in the sentence, as if it were a size. */
nw_move_cue nw_cue_of(nw_move_reader *reader, uint32_t size, nw_move_tokens tokens, unsigned depth);

/* Gives each size of a row its own part of the subject where the text says "respectively"
** (respectively.c). */
void nw_share_subjects(nw_move_reader *reader);

/* Adjectives that say how or when something moved, not what (compounds.c). */
bool nw_is_manner(const nw_move_reader *reader, uint32_t token);

/* The nouns before a change noun in its group: "price" of "price rises"; with their possessor if they
** begin there. */
nw_move_tokens nw_compound_of(const nw_move_reader *reader, uint32_t first, uint32_t noun);

/* rate, pace, average: "at a rate of 5 percent". */
bool nw_is_rate_word(const nw_move_reader *reader, uint32_t token);

/* Whether a noun group is such a word and gives the pace of the move, not what moved: "grew [an annual rate] of
** 5 percent", but "cut its key [rate] by 5 points". */
bool nw_is_pace(const nw_move_reader *reader, uint32_t group, uint32_t size);

/* Whether a noun group only leads to the size after it: "grew [a lacklustre] 2.9%". */
bool nw_leads_to_size(const nw_move_reader *reader, uint32_t group, uint32_t size);

/* The change noun of a noun group from token `first` on, or NW_NO_INDEX: "rise" of "price rise target". */
uint32_t nw_change_noun(const nw_move_reader *reader, uint32_t first, uint32_t end);

/* The entry of a verb group's main verb in move_verbs.txt, or NULL. */
const nw_entry *nw_move_verb(const nw_move_reader *reader, uint32_t group);

/* Whether a verb of that entry moves with its subject, its object ... */
bool nw_is_transitive(const nw_entry *verb);
bool nw_is_intransitive(const nw_entry *verb);
bool nw_is_particle_verb(const nw_entry *verb);

#endif

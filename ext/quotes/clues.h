/*
** Clues: what the model of quotes knows when it chooses. Each is a number, with weights learned for it.
*/
#ifndef NW_CLUES_H
#define NW_CLUES_H

#include "quotes/clauses.h"

enum {
    NW_MOST_CLUES = 128,
    NW_WEIGHT_STEPS = 32, /* a weight of as many is 1 in the logarithm of the odds */
    NW_ROW_WEIGHTS = 8,
    NW_SURE_POINTS = 17
};

/* The clues of one thing, as keys of a table of weights; never 0. */
typedef struct nw_clues {
    uint32_t count;
    uint32_t keys[NW_MOST_CLUES];
} nw_clues;

/* A clue with a weight for each of several answers; key 0: an empty slot. */
typedef struct nw_weight_row {
    uint32_t key;
    int8_t weights[NW_ROW_WEIGHTS];
} nw_weight_row;

/* The weights, in read-only memory: open addressing from the lower bits of a key on. */
typedef struct nw_quote_model {
    uint32_t row_mask; /* slots - 1 */
    uint32_t lone_mask;
    const nw_weight_row *rows;
    uint16_t right[NW_SURE_POINTS]; /* how often a content of a certainty is right, in 65,536ths: at even
                                    ** steps from 0 */
    const uint32_t *lones; /* one weight: its lowest byte; above, that of the key; 0: an empty slot */
} nw_quote_model;

extern const nw_quote_model nw_quotes_model;   /* cues and their contents */
extern const nw_quote_model nw_unmarked_model; /* copy without marks: kinds, and sentences beside */

/* Forgets all clues. */
static inline void nw_begin_clues(nw_clues *clues) { clues->count = 0; }

/* A value of two, in this order. */
static inline uint64_t nw_pair(uint64_t a, uint64_t b) {
    return a * UINT64_C(0x9e3779b97f4a7c15) + b * UINT64_C(0xc2b2ae3d27d4eb4f) + 1;
}

/* Adds clue `number` with its value; the same value of another clue has another key. The
** numbers, by what is asked: 1 to 65 cues (cue_clues.c), 100 to 131 where a content ends, 150 to 159 where it begins before
** its cue, 170 to 178 after it, 180 to 183 what the rules have (offer_clues.c), 200 to 222 whether it is verbatim (kind.c),
** 230 to 256 whether the sentence beside belongs to it (going_on.c), 300 to 345 the cues beside one, 350 to 356 where its
** content ends among them (neighbour_clues.c). The gaps are clues that
** brought nothing. After a change of any, the model must be trained anew. */
static inline void nw_clue(nw_clues *clues, unsigned number, uint64_t value) {
    uint64_t key = (value + number + 1) * UINT64_C(0x9fb21c651e98df25);
    key = (key ^ key >> 32 ^ number) * UINT64_C(0xd6e8feb86659fd93);
    uint32_t folded = (uint32_t)(key >> 32);
    if (clues->count < NW_MOST_CLUES) clues->keys[clues->count++] = folded ? folded : 1;
}

/* The sum of the weights of clues: of those with one weight, and, for each answer, of those with a row. */
int32_t nw_sum_lones(const nw_quote_model *model, const nw_clues *clues);
void nw_sum_rows(const nw_quote_model *model, const nw_clues *clues, int32_t sums[NW_ROW_WEIGHTS]);

/* ---- what clues are made of ---- */

/* What a token is to its clause: 0 past the ends of a stretch, 1 to 4 a name by its type, 5 a capital, 6 any other
** word, else 7 + the number of its class (clauses.h). */
enum { NW_ROLE_OUT = 0, NW_ROLE_CAPITAL = 5, NW_ROLE_OTHER = 6, NW_ROLE_CLASS = 7, NW_ROLES = 36 };

/* The role of a token. */
unsigned nw_role_in(const nw_clauses *clauses, nw_stretch in, int64_t token);

/* A number for the word of a token in small letters; 0 past the ends. */
uint64_t nw_word_in(const nw_clauses *clauses, nw_stretch in, int64_t token);

/* A distance in tokens, coarser the farther; below 11. */
static inline unsigned nw_far(uint32_t distance) {
    return distance <= 5    ? distance
           : distance <= 7  ? 6
           : distance <= 10 ? 7
           : distance <= 15 ? 8
           : distance <= 25 ? 9
                            : 10;
}

#endif

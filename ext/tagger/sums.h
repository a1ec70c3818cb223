/*
** Summing: the weights of all features of a unit, by tag.
**
** Where the units of a model have words (templates.h), what rests on a word alone is summed once for it, and
** then shared by all units with that word and by their neighbours.
*/
#ifndef NW_SUMS_H
#define NW_SUMS_H

#include "base/arena.h"
#include "base/lanes.h"
#include "tagger/model.h"

enum { NW_SIDES = 2 * NW_SIDE + 1 };

typedef int32_t nw_tag_sums[NW_TAGS];

/* The sums of a word for a unit where it stands at an offset, from -NW_SIDE to NW_SIDE; what the struct of a
** word begins with. */
typedef struct nw_word_sums {
    nw_sixteen rows[NW_SIDES];
    uint32_t made; /* which of them are, as bits: only those that a unit asks for */
} nw_word_sums;

/* A template made ready: where its values are, from which of the units and words around a unit. */
typedef struct nw_ready_template {
    uint8_t at; /* of `around`: a unit, or from NW_SIDES on its word */
    uint8_t other_at;
    uint8_t number;
    uint8_t size; /* of a set */
    uint16_t place;
    uint16_t other_place;
    uint32_t factor; /* of the first value of a pair with rows of its own; 0: no such pair */
    uint32_t first;  /* row; of pairs: among those of pairs */
} nw_ready_template;

typedef struct nw_ready_list {
    uint32_t count;
    nw_ready_template items[NW_MOST_TEMPLATES];
} nw_ready_list;

/* A model made ready for summing, with room for it. */
typedef struct nw_summer {
    const nw_tag_model *model;
    nw_template_rows rows;
    bool has_words;
    nw_ready_list pairs; /* by key */
    nw_ready_list near_pairs;
    nw_ready_list ones; /* with a value each, by row */
    nw_ready_list bits;
    nw_ready_list sets;            /* by row or key */
    nw_ready_list words[NW_SIDES]; /* that rest on a word alone: its values at an offset, pairs of them */
    uint32_t far_count;
    uint64_t far[NW_MOST_FEATURES]; /* keys of features to be looked up */
    uint32_t taken_count;
    const int8_t *taken[2 * NW_MOST_FEATURES]; /* weights to be added */
} nw_summer;

/* Makes a model, which must last as long, ready. There is nothing to be freed. */
void nw_summer_open(nw_summer *summer, const nw_tag_model *model);

/* The sums of a unit, whose columns are at `unit`, those of its neighbours before and after it. Makes what is
** not yet made of the sums of their words, from the columns after them. */
void nw_sum_weights(nw_summer *summer, const void *unit, nw_tag_sums result);

#endif

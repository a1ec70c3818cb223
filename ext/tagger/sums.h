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

typedef int32_t nw_tag_sums[NW_TAGS];

/* The sums of a word for a unit where it stands at an offset, from -NW_SIDE to NW_SIDE; what the struct of a
** word begins with. */
typedef struct nw_word_sums {
    nw_sixteen rows[2 * NW_SIDE + 1];
} nw_word_sums;

/* Room for summing. */
typedef struct nw_summer nw_summer;
nw_summer *nw_summer_open(nw_arena *arena, const nw_tag_model *model);

/* Fills the sums of a word, from the columns after them. */
void nw_sum_word(nw_summer *summer, nw_word_sums *word);

/* The sums of a unit, whose columns are at `unit`, those of its neighbours before and after it. */
void nw_sum_weights(nw_summer *summer, const void *unit, nw_tag_sums sums);

#endif

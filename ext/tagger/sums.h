/*
** Summing: the weights of all features of a unit, by tag.
*/
#ifndef NW_SUMS_H
#define NW_SUMS_H

#include "base/arena.h"
#include "tagger/model.h"

typedef int32_t nw_tag_sums[NW_TAGS];

/* Room for summing. */
typedef struct nw_summer nw_summer;
nw_summer *nw_summer_open(nw_arena *arena, const nw_tag_model *model);

/* The sums of a unit, whose columns are at `unit`, those of its neighbours before and after it. */
void nw_sum_weights(nw_summer *summer, const void *unit, nw_tag_sums sums);

#endif

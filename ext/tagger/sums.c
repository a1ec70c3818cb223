#include "tagger/sums.h"

struct nw_summer {
    const nw_tag_model *model;
    nw_template_rows rows;
    nw_features features;
};

nw_summer *nw_summer_open(nw_arena *arena, const nw_tag_model *model) {
    nw_summer *summer = nw_alloc(arena, sizeof *summer);
    summer->model = model;
    nw_number_rows(model->table, &summer->rows);
    return summer;
}

static void add_weights(int16_t sums[NW_TAG_NONE], const int8_t *weights) {
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) sums[tag] = (int16_t)(sums[tag] + weights[tag]);
}

/* In rounds, each of which fetches what the next will read: rows that are looked up are far from the
** processor. */
void nw_sum_weights(nw_summer *summer, const void *unit, nw_tag_sums result) {
    const nw_tag_model *model = summer->model;
    const nw_features *features = &summer->features;
    const int8_t *rows[NW_MOST_FEATURES];
    int16_t sums[NW_TAG_NONE] = {0};
    uint32_t row_count = 0;
    nw_find_features(model->table, &summer->rows, unit, &summer->features);
    for (uint32_t i = 0; i < features->far_count; i++)
        __builtin_prefetch(&model->features[(uint32_t)features->far[i] & model->feature_mask]);
    for (uint32_t i = 0; i < features->near_count; i++)
        add_weights(sums, model->near_weights[features->near[i]]);
    for (uint32_t i = 0; i < features->far_count; i++) {
        rows[row_count] = nw_find_weights(model, features->far[i]);
        if (!rows[row_count]) continue;
        __builtin_prefetch(rows[row_count++]);
    }
    for (uint32_t i = 0; i < row_count; i++) add_weights(sums, rows[i]);
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) result[tag] = sums[tag];
    result[NW_TAG_NONE] = 0;
}

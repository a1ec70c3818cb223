#include "tagger/tag_names.h"

#include "names/agreement.h"

struct nw_name_tagger {
    nw_name_reader *reader;
    nw_decoder *decoder;
    const nw_tag_model *model;
    nw_template_rows rows;
    nw_features features;
    nw_name_units units;
    nw_tag_run run;
    nw_tag_segment segments[NW_RUN_LENGTH];
    nw_agreement *agreement;
};

nw_name_tagger *nw_name_tagger_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline,
                                    const nw_tag_model *model) {
    nw_name_tagger *tagger = nw_alloc(arena, sizeof *tagger);
    tagger->reader = nw_name_reader_open(arena, reading, headline, model);
    tagger->decoder = nw_decoder_open(arena, model);
    tagger->model = model;
    tagger->agreement = nw_agreement_open(arena, reading, tagger->decoder);
    nw_number_rows(&tagger->rows);
    return tagger;
}

static void add_weights(int16_t sums[NW_TAG_NONE], const int8_t *weights) {
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) sums[tag] = (int16_t)(sums[tag] + weights[tag]);
}

/* In rounds, each of which fetches what the next will read: rows that are looked up are far from the
** processor. */
static void sum_weights(nw_name_tagger *tagger, const nw_unit_columns *unit, int32_t *result) {
    const nw_tag_model *model = tagger->model;
    const nw_features *features = &tagger->features;
    const int8_t *rows[NW_MOST_FEATURES];
    int16_t sums[NW_TAG_NONE] = {0};
    uint32_t row_count = 0;
    nw_find_features(&tagger->rows, unit, &tagger->features);
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

static nw_tagged_name name_of(const nw_name_unit *units, const nw_tag_segment *segment) {
    const nw_name_unit *first = &units[segment->first], *last = first + segment->count - 1;
    nw_tagged_name name = {nw_join(first->span, last->span), first->token, last->token - first->token + 1,
                           segment->type, segment->score};
    return name;
}

uint32_t nw_look_for_names(nw_name_tagger *tagger, uint32_t token, uint32_t end) {
    nw_name_units *units = &tagger->units;
    nw_tag_run *run = &tagger->run;
    uint32_t after = nw_read_names(tagger->reader, token, end, units);
    run->count = units->count;
    if (!run->count) return after;
    for (uint32_t i = 0; i < run->count; i++) {
        sum_weights(tagger, &units->columns[i], run->sums[i]);
        run->allowed[i] = nw_allowed_tags(units, i);
    }
    uint32_t count = nw_decode_run(tagger->decoder, run, tagger->segments);
    nw_keep_run(tagger->agreement, units, run, tagger->segments, count);
    return after;
}

void nw_take_name(nw_name_tagger *tagger, uint32_t first_token, uint32_t token_count, unsigned type) {
    nw_keep_name(tagger->agreement, first_token, token_count, type);
}

bool nw_tag_names(nw_name_tagger *tagger, nw_tagged_name names[NW_RUN_LENGTH], uint32_t *count) {
    const nw_name_unit *units = nw_next_run(tagger->agreement, tagger->segments, count);
    for (uint32_t i = 0; units && i < *count; i++) names[i] = name_of(units, &tagger->segments[i]);
    return units != NULL;
}

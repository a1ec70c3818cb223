#include "quotes/choose.h"

/* By how much the likeliest shape of a content leads nothing. */
static int32_t lead_of(const int32_t *shapes) {
    int32_t most = shapes[NW_SHAPE_AFTER];
    for (unsigned i = NW_SHAPE_AFTER + 1; i < NW_SHAPES; i++)
        if (shapes[i] > most) most = shapes[i];
    return most - shapes[NW_SHAPE_NOTHING];
}

bool nw_score_shapes(const nw_quote_model *model, const nw_offers *offers, int32_t least,
                     int32_t shapes[NW_ROW_WEIGHTS]) {
    enum { LATER = 8 }; /* of what is seen at once less is asked */
    int32_t more[NW_ROW_WEIGHTS];
    nw_clues clues;
    nw_gather_cue(offers, &clues);
    nw_sum_rows(model, &clues, shapes);
    if (lead_of(shapes) < least - LATER) return false;
    nw_gather_more_of_cue(offers, &clues);
    nw_sum_rows(model, &clues, more);
    for (unsigned i = 0; i < NW_ROW_WEIGHTS; i++) shapes[i] += more[i];
    return lead_of(shapes) >= least;
}

void nw_score_offers(const nw_quote_model *model, const nw_offers *offers,
                     const int32_t shapes[NW_ROW_WEIGHTS], int32_t scores[NW_MOST_OFFERS]) {
    int32_t befores[NW_MOST_BEFORES], starts[NW_MOST_STARTS + 1], ends[NW_MOST_ENDS];
    nw_clues clues;
    for (uint32_t i = 0; i < offers->before_count; i++) {
        nw_gather_before(offers, i, &clues);
        befores[i] = nw_sum_lones(model, &clues);
    }
    for (uint32_t i = 0; i < offers->start_count; i++) {
        nw_gather_start(offers, i, &clues);
        starts[i] = nw_sum_lones(model, &clues);
    }
    for (uint32_t i = 0; i < offers->end_count && offers->start_count; i++) {
        nw_gather_end(offers, i, &clues);
        ends[i] = nw_sum_lones(model, &clues);
    }
    for (uint32_t i = 0; i < offers->count; i++) {
        const nw_offer *offer = &offers->offers[i];
        scores[i] = shapes[offer->shape];
        if (offer->ruled) {
            nw_gather_ruled(offers, offer, &clues);
            scores[i] += nw_sum_lones(model, &clues);
        }
        if (offer->before != NW_NO_PLACE) scores[i] += befores[offer->before];
        if (offer->start != NW_NO_PLACE) scores[i] += starts[offer->start];
        if (offer->end != NW_NO_PLACE) scores[i] += ends[offer->end];
    }
}

/* e to the minus x, in 65,536ths, for x in steps of 1 / NW_WEIGHT_STEPS. */
static uint32_t power(int32_t steps) {
    static const uint16_t whole[] = {65535, 24109, 8869, 3263, 1200, 442, 162, 60, 22, 8, 3, 1};
    static const uint16_t parts[] = {65535, 57834, 51038, 45041, 39749, 35078, 30957, 27319};
    enum { LAST = sizeof whole / sizeof *whole, STEP = NW_WEIGHT_STEPS / 8 };
    uint32_t at = (uint32_t)steps / NW_WEIGHT_STEPS, part = (uint32_t)steps % NW_WEIGHT_STEPS / STEP;
    return at >= LAST ? 0 : (uint32_t)whole[at] * parts[part] >> 16;
}

uint32_t nw_choose_offer(const nw_offers *offers, const int32_t *scores, uint32_t *sure) {
    int32_t most = scores[0];
    uint32_t best = 0, all = 1;
    for (uint32_t i = 1; i < offers->count; i++) {
        if (scores[i] > most) most = scores[i];
        if (!best || scores[i] > scores[best]) best = i;
    }
    for (uint32_t i = 0; i < offers->count; i++) all += power(most - scores[i]);
    uint32_t none = power(most - scores[0]);
    *sure = (uint32_t)(((uint64_t)(all - none) << 16) / all);
    if (*sure > NW_SURE) *sure = NW_SURE;
    return best;
}

uint32_t nw_share_right(const nw_quote_model *model, uint32_t sure) {
    enum { STEP = (NW_SURE + 1) / (NW_SURE_POINTS - 1) };
    uint32_t at = sure / STEP, rest = sure % STEP;
    return (model->right[at] * (STEP - rest) + model->right[at + 1] * rest) / STEP;
}

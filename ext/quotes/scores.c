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
    enum { LATER = 8 }; /* the cheap clues have to pass a lower bar */
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

/* How many tokens of two contents are in both. */
static uint32_t shared_tokens(const nw_stretch *a, uint32_t count_a, const nw_stretch *b, uint32_t count_b) {
    uint32_t both = 0;
    for (uint32_t i = 0; i < count_a; i++)
        for (uint32_t k = 0; k < count_b; k++) {
            uint32_t first = a[i].first > b[k].first ? a[i].first : b[k].first;
            uint32_t end = a[i].end < b[k].end ? a[i].end : b[k].end;
            if (first < end) both += end - first;
        }
    return both;
}

/* An offer that may well be right. */
typedef struct likely_offer {
    uint32_t offer;
    uint32_t share; /* how likely it is, in 65,536ths */
    uint32_t size, count;
    const nw_stretch *pieces;
    nw_stretch own[2];
} likely_offer;

enum { MOST_LIKELY = 20, LEAST_SHARE = 600 };

/* What a content is worth if another one is right, times how likely that is: 1 for having most words of the right one, which
** is then as good as found, 1 for being it, and more for each word that both have. */
static uint32_t gain_of(const likely_offer *one, const likely_offer *right) {
    enum { FOR_WORDS = 4 };
    if (one == right) return right->share * (2 + FOR_WORDS);
    uint32_t sum = one->size + right->size;
    uint32_t both = shared_tokens(one->pieces, one->count, right->pieces, right->count);
    uint32_t words = (uint32_t)((uint64_t)right->share * FOR_WORDS * 2 * both / sum); /* Dice's coefficient */
    return both * 3 >= sum ? right->share + words : words;
}

static void look_at_offer(const nw_offers *offers, uint32_t index, likely_offer *likely) {
    const nw_offer *offer = &offers->offers[index];
    likely->offer = index;
    likely->pieces = offer->ruled ? offers->pieces : likely->own;
    likely->count = offer->ruled ? offers->piece_count : nw_offer_pieces(offers, offer, likely->own);
    likely->size = 0;
    for (uint32_t i = 0; i < likely->count; i++)
        likely->size += likely->pieces[i].end - likely->pieces[i].first;
}

/* The content whose expected gain is greatest, in the manner of minimum Bayes risk (Kumar and Byrne 2004): similar ones
** count for it. */
static uint32_t most_alike(const nw_offers *offers, const uint32_t *shares) {
    likely_offer likely[MOST_LIKELY];
    uint32_t count = 0, best = 1, best_sum = 0, best_share = 0;
    for (uint32_t i = 1; i < offers->count && count < MOST_LIKELY; i++)
        if (shares[i] >= LEAST_SHARE) {
            likely[count].share = shares[i];
            look_at_offer(offers, i, &likely[count++]);
        }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t sum = 0;
        for (uint32_t k = 0; k < count; k++) sum += gain_of(&likely[i], &likely[k]);
        if (sum < best_sum || (sum == best_sum && likely[i].share <= best_share)) continue;
        best_sum = sum;
        best_share = likely[i].share;
        best = likely[i].offer;
    }
    return best;
}

/* How likely each content is, given that there is one, in 65,536ths. Gives the likeliest. */
static uint32_t share_out(const nw_offers *offers, const int32_t *scores, uint32_t *shares) {
    uint32_t all = 1, best = 1;
    for (uint32_t i = 2; i < offers->count; i++)
        if (scores[i] > scores[best]) best = i;
    for (uint32_t i = 1; i < offers->count; i++) all += shares[i] = power(scores[best] - scores[i]);
    for (uint32_t i = 1; i < offers->count; i++)
        if (shares[i]) shares[i] = (uint32_t)(((uint64_t)shares[i] << 16) / all);
    return best;
}

/* How likely it is that there is a content. */
static uint32_t sureness(const nw_offers *offers, const int32_t *scores, int32_t best) {
    int32_t most = scores[0] > best ? scores[0] : best;
    uint32_t all = 1, none = power(most - scores[0]);
    for (uint32_t i = 0; i < offers->count; i++) all += power(most - scores[i]);
    uint32_t sure = (uint32_t)(((uint64_t)(all - none) << 16) / all);
    return sure < NW_SURE ? sure : NW_SURE;
}

uint32_t nw_choose_offer(const nw_offers *offers, const int32_t *scores, uint32_t *sure) {
    enum { SURELY = 52000 }; /* what is like it can hardly be likelier */
    uint32_t shares[NW_MOST_OFFERS] = {0}, best = share_out(offers, scores, shares);
    *sure = sureness(offers, scores, scores[best]);
    return shares[best] >= SURELY ? best : most_alike(offers, shares);
}

uint32_t nw_share_right(const nw_quote_model *model, uint32_t sure) {
    enum { STEP = (NW_SURE + 1) / (NW_SURE_POINTS - 1) };
    uint32_t at = sure / STEP, rest = sure % STEP;
    return (model->right[at] * (STEP - rest) + model->right[at + 1] * rest) / STEP;
}

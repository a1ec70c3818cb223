/*
** How a model does on articles it has not learned from.
*/
#include "train_quotes.h"

enum { STEPS = NW_SURE_POINTS - 1, LAST_PRINTED = 10 };

/* Of a cue that the model is asked about, and, where `everything`, of speech in marks. */
static void measure_cue(const document *of, uint32_t index, const nw_quote_model *model, bool everything,
                        tally *sum) {
    static nw_offers offers;
    int32_t shapes[NW_ROW_WEIGHTS], scores[NW_MOST_OFFERS];
    nw_stretch two[2], in = of->rules.places[index].sentence;
    uint32_t sure = NW_SURE, count;
    const nw_stretch *pieces = ruled_pieces(of, index, &count);
    if (!of->rules.places[index].cue) return;
    if (is_certain(of, index)) {
        if (!everything) return;
        in = (nw_stretch){0, of->clauses.count};
    } else {
        nw_find_places(&of->rules, index, pieces, count, &offers);
        if (!nw_score_shapes(model, &offers, NW_LEAST_LEAD, shapes)) return;
        nw_make_offers(&offers);
        if (offers.count < 2) return;
        nw_score_offers(model, &offers, shapes, scores);
        const nw_offer *best = &offers.offers[nw_choose_offer(&offers, scores, &sure)];
        if (!best->ruled) {
            pieces = two;
            count = nw_offer_pieces(&offers, best, two);
        }
    }
    if (count && pieces[0].first < in.first) in.first = pieces[0].first;
    const gold_quote *quote = of->quote_of[index] ? &of->quotes[of->quote_of[index] - 1] : NULL;
    bool right = quote && likeness(of, pieces, count, quote, in) >= 0.5;
    uint32_t step = sure * STEPS / (NW_SURE + 1);
    sum->found[step]++;
    sum->right[step] += right;
}

/* For each least sureness: what share of what is found is right, and what share of all marked quotes that is. Of speech
** that no cue introduces nothing is counted. */
void measure_cues(const documents *all, const nw_quote_model *model) {
    tally sum = {{0}, {0}};
    uint32_t gold = 0, found = 0, right = 0;
    for (uint32_t d = 0; d < all->count; d++) {
        gold += all->items[d].quote_count;
        for (uint32_t i = 0; i < all->items[d].cues.count; i++)
            measure_cue(&all->items[d], i, model, true, &sum);
    }
    for (unsigned i = STEPS; i-- > 0;) {
        found += sum.found[i];
        right += sum.right[i];
        double p = right / (found + 1e-9), r = right / (gold + 1e-9);
        if (i > LAST_PRINTED) continue;
        fprintf(stderr, "from %.3f on: P %.3f R %.3f F1 %.4f\n", i / (double)STEPS, p, r,
                2 * p * r / (p + r + 1e-9));
    }
}

void tally_fold(const documents *all, const nw_quote_model *model, uint32_t fold, tally *sum) {
    for (uint32_t d = 0; d < all->count; d++)
        for (uint32_t i = 0; i < all->items[d].cues.count && all->items[d].fold == fold; i++)
            measure_cue(&all->items[d], i, model, false, sum);
}

/* A point is between the steps on both sides of it; where little is known it is drawn to how sure the model is. */
void set_right(const tally *sum, nw_quote_model *model) {
    enum { DRAWN = 20 };
    for (unsigned i = 0; i < NW_SURE_POINTS; i++) {
        uint32_t found = DRAWN, right = DRAWN * i / STEPS;
        for (unsigned k = i ? i - 1 : 0; k <= i && k < STEPS; k++) {
            found += sum->found[k];
            right += sum->right[k];
        }
        uint32_t share = right * 65535u / found;
        if (i && share < model->right[i - 1]) share = model->right[i - 1];
        model->right[i] = (uint16_t)share;
    }
}

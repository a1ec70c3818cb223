/*
** How a model does on articles it has not learned from.
*/
#include "quotes/looks.h"
#include "train_quotes.h"

enum { STEPS = NW_SURE_POINTS - 1, LAST_PRINTED = 10 };

/* Whether a content is like that of any marked quote, or, as far as it stands `in` a stretch, like that of its cue's own: in
** copy with marks what is found under another cue of the same words is mostly found, too. */
static bool is_like_any(const document *of, const nw_stretch *pieces, uint32_t count, uint32_t own,
                        nw_stretch in) {
    const nw_stretch everywhere = {0, of->clauses.count};
    if (own && likeness(of, pieces, count, &of->quotes[own - 1], in) >= 0.5) return true;
    for (uint32_t i = 0; i < of->quote_count; i++)
        if (likeness(of, pieces, count, &of->quotes[i], everywhere) >= 0.5) return true;
    return false;
}

/* Of a cue that the model was asked about, and, where `everything`, of speech in marks. */
static void measure_look(const document *of, const nw_look *look, bool everything, tally *sum) {
    nw_stretch two[2], in = of->rules.places[look->index].sentence;
    uint32_t count = look->ruled_count;
    const nw_stretch *pieces = look->ruled;
    if (look->certain) {
        if (!everything) return;
        in = (nw_stretch){0, of->clauses.count};
    } else if (!look->offers.offers[look->best].ruled) {
        pieces = two;
        count = nw_offer_pieces(&look->offers, &look->offers.offers[look->best], two);
    }
    if (count && pieces[0].first < in.first) in.first = pieces[0].first;
    uint32_t own = of->quote_of[look->index], step = look->sure * STEPS / (NW_SURE + 1);
    sum->found[step]++;
    if (everything || !of->marks.any_speech)
        sum->right[step] += own && likeness(of, pieces, count, &of->quotes[own - 1], in) >= 0.5;
    else
        sum->right[step] += is_like_any(of, pieces, count, own, in);
}

static void measure_article(const document *of, const nw_quote_model *model, bool everything, tally *sum) {
    static nw_looks looks;
    looks = (nw_looks){.linker = &of->rules, .pieces = of->pieces, .first_piece = of->first_piece};
    for (uint32_t i = 0; i < of->cues.count;) {
        i = nw_look_first(model, &looks, i);
        nw_look_again(model, &looks);
        nw_note_said(&looks);
        for (uint32_t k = 0; k < looks.count; k++) measure_look(of, &looks.items[k], everything, sum);
    }
}

/* For each least sureness: what share of what is found is right, and what share of all marked quotes that is. Of speech
** that no cue introduces nothing is counted. */
void measure_cues(const documents *all, const nw_quote_model *model) {
    tally sum = {{0}, {0}};
    uint32_t gold = 0, found = 0, right = 0;
    for (uint32_t d = 0; d < all->count; d++) {
        gold += all->items[d].quote_count;
        measure_article(&all->items[d], model, true, &sum);
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

void tally_fold(const documents *all, const nw_quote_model *model, uint32_t fold, tally sums[2]) {
    for (uint32_t d = 0; d < all->count; d++)
        if (all->items[d].fold == fold)
            measure_article(&all->items[d], model, false, &sums[!all->items[d].marks.any_speech]);
}

void add_tally(const tally *more, tally *sum) {
    for (unsigned i = 0; i < NW_SURE_POINTS; i++) {
        sum->found[i] += more->found[i];
        sum->right[i] += more->right[i];
    }
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

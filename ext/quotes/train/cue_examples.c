/*
** What there is to learn of each cue: which of its offers is right.
*/
#include "quotes/looks.h"
#include "train_quotes.h"

static bool is_word(const document *of, uint32_t token) {
    return of->article->reading.tokens.items[token].kind != NEWSWIRE_PUNCT;
}

/* The share of words that a content and a marked quote have in common, of all their words. */
double likeness(const document *of, const nw_stretch *pieces, uint32_t count, const gold_quote *quote,
                nw_stretch in) {
    uint32_t gold = 0, found = 0, both = 0;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t t = pieces[i].first; t < pieces[i].end; t++) found += is_word(of, t);
    for (uint32_t p = 0; p < quote->part_count; p++) {
        if (quote->parts[p].type != GOLD_CONTENT) continue;
        for (uint32_t t = quote->parts[p].tokens.first; t < quote->parts[p].tokens.end; t++) {
            if (!is_word(of, t) || t < in.first || t >= in.end) continue;
            gold++;
            for (uint32_t i = 0; i < count; i++) both += t >= pieces[i].first && t < pieces[i].end;
        }
    }
    return gold + found > both ? (double)both / (gold + found - both) : 0;
}

void set_targets(const document *of, const nw_offers *offers, const gold_quote *quote, choice *made) {
    double likely[NW_MOST_OFFERS] = {0}, all = 0;
    nw_stretch in = offers->place->sentence; /* what goes on in other sentences is found later */
    if (offers->piece_count && offers->pieces[0].first < in.first) in.first = offers->pieces[0].first;
    for (uint32_t i = 0; i < offers->end_count; i++)
        if (offers->ends[i] > in.end) in.end = offers->ends[i];
    for (uint32_t i = 1; i < offers->count; i++) {
        nw_stretch two[2];
        const nw_offer *offer = &offers->offers[i];
        const nw_stretch *pieces = offer->ruled ? offers->pieces : two;
        uint32_t count = offer->ruled ? offers->piece_count : nw_offer_pieces(offers, offer, two);
        double alike = quote ? likeness(of, pieces, count, quote, in) : 0;
        likely[i] = 0;
        if (alike < 0.5) continue;
        likely[i] = alike * alike * alike * alike;
        likely[i] *= likely[i];
        all += likely[i];
    }
    for (uint32_t i = 0; i < offers->count; i++)
        made->offers[i].target = all > 0 ? i ? (float)(likely[i] / all) : 0 : i == 0;
}

/* The clues of its places, group after group: those before the cue, where it begins, where it ends. */
static void take_places(const nw_offers *offers, lesson_book *book, choice *made) {
    nw_clues clues;
    for (uint32_t i = 0; i < offers->before_count; i++) {
        nw_gather_before(offers, i, &clues);
        take_group(book, made, &clues);
    }
    for (uint32_t i = 0; i < offers->start_count; i++) {
        nw_gather_start(offers, i, &clues);
        take_group(book, made, &clues);
    }
    for (uint32_t i = 0; i < offers->end_count && offers->start_count; i++) {
        nw_gather_end(offers, i, &clues);
        take_group(book, made, &clues);
    }
}

static void take_offer(const nw_offers *offers, const nw_offer *offer, lesson_book *book, choice *made) {
    nw_clues clues;
    uint32_t starts = offers->before_count, ends = starts + offers->start_count;
    if (offer->ruled) {
        nw_gather_ruled(offers, offer, &clues);
        take_group(book, made, &clues);
    }
    choice_offer *taken = add_offer_to(made, offer->shape);
    if (offer->before != NW_NO_PLACE) taken->groups[taken->group_count++] = offer->before;
    if (offer->start != NW_NO_PLACE) taken->groups[taken->group_count++] = (uint8_t)(starts + offer->start);
    if (offer->end != NW_NO_PLACE) taken->groups[taken->group_count++] = (uint8_t)(ends + offer->end);
    if (offer->ruled) taken->groups[taken->group_count++] = (uint8_t)(made->group_count - 1);
}

const nw_stretch *ruled_pieces(const document *of, uint32_t cue, uint32_t *count) {
    uint32_t a = of->rules.by_cue[cue];
    *count = a ? of->first_piece[a] - of->first_piece[a - 1] : 0;
    return a ? of->pieces + of->first_piece[a - 1] : of->pieces;
}

bool is_certain(const document *of, uint32_t cue) {
    uint32_t a = of->rules.by_cue[cue], count;
    const nw_stretch *pieces = ruled_pieces(of, cue, &count);
    return a && nw_is_certain(&of->rules, &of->links.attributions.items[a - 1], pieces, count);
}

static void meet_cue(const document *of, uint32_t index, lesson_book *book) {
    static nw_offers offers;
    nw_clues clues;
    uint32_t count;
    const nw_stretch *pieces = ruled_pieces(of, index, &count);
    if (!of->rules.places[index].cue || is_certain(of, index)) return;
    nw_find_places(&of->rules, index, pieces, count, &offers);
    nw_make_offers(&offers);
    if (offers.count < 2) return;
    choice *made = begin_choice(book, of->fold);
    nw_gather_cue(&offers, &clues);
    take_rows(book, made, &clues);
    nw_gather_more_of_cue(&offers, &clues);
    take_rows(book, made, &clues);
    take_places(&offers, book, made);
    for (uint32_t i = 0; i < offers.count; i++) take_offer(&offers, &offers.offers[i], book, made);
    set_targets(of, &offers, of->quote_of[index] ? &of->quotes[of->quote_of[index] - 1] : NULL, made);
}

void meet_cues(const documents *all, lesson_book *book) {
    for (uint32_t d = 0; d < all->count; d++)
        for (uint32_t i = 0; i < all->items[d].cues.count; i++) meet_cue(&all->items[d], i, book);
}

static void meet_look(const document *of, const nw_looks *looks, const nw_look *look, lesson_book *book) {
    const nw_offers *offers = &look->offers;
    nw_clues clues;
    if (look->certain || look->first < NW_LEAST_LOOKED_AT) return;
    choice *made = begin_choice(book, of->fold);
    nw_gather_neighbours(looks, look, &clues);
    take_group(book, made, &clues);
    for (uint32_t i = 0; i < offers->end_count && offers->start_count; i++) {
        nw_gather_end_neighbours(looks, look, i, &clues);
        take_group(book, made, &clues);
    }
    for (uint32_t i = 0; i < offers->count; i++) {
        choice_offer *taken = add_offer_to(made, offers->offers[i].shape);
        taken->base = (float)look->scores[i] / NW_WEIGHT_STEPS;
        if (!i) continue;
        taken->groups[taken->group_count++] = 0;
        if (offers->offers[i].end != NW_NO_PLACE)
            taken->groups[taken->group_count++] = (uint8_t)(1 + offers->offers[i].end);
    }
    set_targets(of, offers, of->quote_of[look->index] ? &of->quotes[of->quote_of[look->index] - 1] : NULL,
                made);
}

void meet_neighbours(const documents *all, const nw_quote_model *model, uint32_t fold, lesson_book *book) {
    static nw_looks looks;
    for (uint32_t d = 0; d < all->count; d++) {
        const document *of = &all->items[d];
        if (of->fold != fold) continue;
        looks = (nw_looks){.linker = &of->rules, .pieces = of->pieces, .first_piece = of->first_piece};
        for (uint32_t i = 0; i < of->cues.count;) {
            i = nw_look_first(model, &looks, i);
            for (uint32_t k = 0; k < looks.count; k++) meet_look(of, &looks, &looks.items[k], book);
            nw_note_said(&looks);
        }
    }
}

#include "quotes/looks.h"

#include "quotes/choose.h"

/* What the look takes for the content. */
static void note_best(nw_look *look) {
    const nw_stretch *pieces = look->ruled;
    uint32_t count = look->ruled_count;
    nw_stretch two[2];
    look->count = 0;
    if (!look->certain) {
        const nw_offer *best = &look->offers.offers[look->best];
        look->shape = best->shape;
        if (!best->ruled) {
            count = look->best ? nw_offer_pieces(&look->offers, best, two) : 0;
            pieces = two;
        }
    }
    if (count) look->pieces[look->count++] = pieces[0];
    if (count > 1) look->pieces[look->count++] = pieces[count - 1];
}

static void look_at(const nw_quote_model *model, nw_looks *looks, uint32_t index) {
    const nw_linker *rules = looks->linker;
    int32_t shapes[NW_ROW_WEIGHTS];
    nw_look *look = &looks->items[looks->count];
    uint32_t linked = rules->by_cue[index];
    const nw_attribution *ruled = linked ? &rules->links->attributions.items[linked - 1] : NULL;
    look->index = index;
    look->verb = rules->cues->items[index].verb;
    look->word = nw_word_in(rules->clauses, (nw_stretch){0, rules->clauses->count}, look->verb);
    look->ruled = looks->pieces + (linked ? looks->first_piece[linked - 1] : 0);
    look->ruled_count = linked ? looks->first_piece[linked] - looks->first_piece[linked - 1] : 0;
    look->certain = ruled && nw_is_certain(rules, ruled, look->ruled, look->ruled_count);
    look->best = 0;
    if (look->certain) {
        look->first = look->sure = NW_SURE;
        look->shape =
            look->ruled[0].first < rules->cues->items[index].first ? NW_SHAPE_BEFORE : NW_SHAPE_AFTER;
    } else {
        nw_find_places(rules, index, look->ruled, look->ruled_count, &look->offers);
        int32_t least = nw_may_be_nested(ruled) ? NW_LEAST_LEAD_NESTED : NW_LEAST_LEAD;
        if (!nw_score_shapes(model, &look->offers, least, shapes)) return;
        nw_make_offers(&look->offers);
        if (look->offers.count < 2) return;
        nw_score_offers(model, &look->offers, shapes, look->scores);
        look->best = nw_choose_offer(&look->offers, look->scores, &look->first);
        look->sure = look->first;
    }
    note_best(look);
    looks->count++;
}

uint32_t nw_look_first(const nw_quote_model *model, nw_looks *looks, uint32_t index) {
    const nw_cues *cues = looks->linker->cues;
    uint32_t sentence = cues->items[index].sentence;
    looks->count = 0;
    for (; index < cues->count && cues->items[index].sentence == sentence && looks->count < NW_SENTENCE_CUES;
         index++) {
        nw_poll(looks->linker->arena, 24);
        if (looks->linker->places[index].cue) look_at(model, looks, index);
    }
    return index;
}

static void look_again(const nw_quote_model *model, const nw_looks *looks, nw_look *look) {
    nw_offers *offers = &look->offers;
    int32_t ends[NW_MOST_ENDS];
    nw_clues clues;
    nw_gather_neighbours(looks, look, &clues);
    int32_t all = nw_sum_lones(model, &clues);
    for (uint32_t i = 0; i < offers->end_count && offers->start_count; i++) {
        ends[i] = 0;
        if (looks->count == 1) continue;
        nw_gather_end_neighbours(looks, look, i, &clues);
        ends[i] = nw_sum_lones(model, &clues);
    }
    for (uint32_t i = 1; i < offers->count; i++) {
        look->scores[i] += all;
        if (offers->offers[i].end != NW_NO_PLACE) look->scores[i] += ends[offers->offers[i].end];
    }
    nw_poll(looks->linker->arena, 16);
}

/* "Lee said it was late and expected to open in May": a content that makes room for the next cue, which then is none,
** goes on. */
static void take_room_back(const nw_looks *looks, nw_look *look, const nw_look *next) {
    const nw_clauses *clauses = looks->linker->clauses;
    const nw_offers *offers = &look->offers;
    uint32_t end = look->count ? look->pieces[look->count - 1].end : 0;
    uint32_t first = looks->linker->cues->items[next->index].first, best = 0;
    if (end == 0 || end + 1 != first || !nw_token_has(clauses, end, NW_IS_LINKER)) return;
    for (uint32_t i = 1; i < offers->count; i++) {
        const nw_offer *offer = &offers->offers[i];
        if (offer->end == NW_NO_PLACE || offers->ends[offer->end] <= first) continue;
        if (offer->shape == look->shape && (!best || look->scores[i] > look->scores[best])) best = i;
    }
    if (!best) return;
    look->best = best;
    note_best(look);
}

void nw_look_again(const nw_quote_model *model, nw_looks *looks) {
    for (uint32_t i = 0; i < looks->count; i++)
        if (!looks->items[i].certain && looks->items[i].first >= NW_LEAST_LOOKED_AT)
            look_again(model, looks, &looks->items[i]);
    for (uint32_t i = 0; i < looks->count; i++) {
        nw_look *look = &looks->items[i];
        if (look->certain || look->first < NW_LEAST_LOOKED_AT) continue;
        look->best = nw_choose_offer(&look->offers, look->scores, &look->sure);
        note_best(look);
    }
    for (uint32_t i = 0; i + 1 < looks->count; i++) {
        const nw_look *next = &looks->items[i + 1];
        if (!looks->items[i].certain && next->sure < NW_LEAST_TAKEN)
            take_room_back(looks, &looks->items[i], next);
    }
}

void nw_note_said(nw_looks *looks) {
    for (uint32_t i = 0; i < looks->count; i++) {
        const nw_look *look = &looks->items[i];
        if (look->sure < NW_LEAST_TAKEN) continue;
        looks->before.sentence = looks->linker->cues->items[look->index].sentence;
        looks->before.source = looks->linker->places[look->index].source;
        looks->before.marked = look->certain;
    }
}

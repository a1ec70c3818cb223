#include "quotes/choose.h"

enum {
    LEAST_LEAD_NESTED = -96, /* as NW_LEAST_LEAD, of what is_nested */
    LEAST_SURE = 26000,      /* of a content that is taken, in 65,536ths */
    LEAST_SURE_NESTED = 4000
};

bool nw_is_certain(const nw_linker *rules, const nw_attribution *ruled, const nw_stretch *pieces,
                   uint32_t piece_count) {
    if (ruled->pattern > NW_QUOTED_ALONE) return false;
    uint32_t words = 0, marked = 0;
    for (uint32_t p = 0; p < piece_count; p++)
        for (uint32_t i = pieces[p].first; i < pieces[p].end; i++) {
            if (rules->clauses->reading->tokens.items[i].kind == NEWSWIRE_PUNCT) continue;
            words++;
            marked += rules->marks->within[i] != 0;
        }
    return words > 1 && marked * 10 >= words * 9;
}

static nw_pattern_of_quote pattern_of(const nw_offers *offers, const nw_offer *offer) {
    if (offers->cue->kind == 'x') return NW_ACCORDING_TO;
    if (offer->shape == NW_SHAPE_BEFORE || offer->shape == NW_SHAPE_AROUND) return NW_CLAUSE_BEFORE;
    return offers->cue->kind == 'u' ? NW_NOUN_CUE : NW_CLAUSE_AFTER;
}

static void take(nw_linker *linker, const nw_cue_place *place, const nw_attribution *ruled,
                 nw_pattern_of_quote pattern, uint32_t sure, const nw_stretch *pieces, uint32_t count) {
    uint32_t added = nw_add_attribution(linker, place, pattern);
    nw_attribution *made = &linker->links->attributions.items[added];
    if (ruled) {
        made->cue = ruled->cue;
        made->source = ruled->source;
        made->meant = ruled->meant;
        made->tail = ruled->tail;
    }
    made->sure = (uint16_t)sure;
    for (uint32_t p = 0; p < count; p++) nw_add_piece(linker, added, pieces[p]);
}

/* "Lee said Roth had promised to go": what somebody says that somebody says is a quote where the words are sure, though
** it is seldom marked as one where the model learned. */
static bool is_nested(const nw_linker *linker, const nw_attribution *ruled) {
    enum { SURELY = 8, SURELY_NOUN = 4 }; /* chances */
    const nw_attributions *before = &linker->links->attributions;
    if (!ruled || nw_is_empty(ruled->source) || !before->count) return false;
    if (ruled->pattern != NW_CLAUSE_AFTER && ruled->pattern != NW_NOUN_CUE) return false;
    if (ruled->chance < (ruled->pattern == NW_NOUN_CUE ? SURELY_NOUN : SURELY)) return false;
    return before->items[before->count - 1].last_end > ruled->cue.first;
}

static void choose_offer(const nw_quote_model *model, const nw_linker *rules, nw_linker *linker,
                         uint32_t index, const nw_stretch *pieces, uint32_t piece_count) {
    const nw_cue_place *place = &rules->places[index];
    const nw_attribution *ruled =
        rules->by_cue[index] ? &rules->links->attributions.items[rules->by_cue[index] - 1] : NULL;
    nw_offers offers;
    int32_t shapes[NW_ROW_WEIGHTS], scores[NW_MOST_OFFERS];
    uint32_t sure;
    nw_stretch chosen[2];
    if (ruled && nw_is_certain(rules, ruled, pieces, piece_count)) {
        take(linker, place, ruled, ruled->pattern, NW_SURE, pieces, piece_count);
        return;
    }
    bool nested = is_nested(linker, ruled);
    nw_find_places(rules, index, pieces, piece_count, &offers);
    if (!nw_score_shapes(model, &offers, nested ? LEAST_LEAD_NESTED : NW_LEAST_LEAD, shapes)) return;
    nw_make_offers(&offers);
    if (offers.count < 2) return;
    nw_score_offers(model, &offers, shapes, scores);
    uint32_t best = nw_choose_offer(&offers, scores, &sure);
    if (!best || sure < (nested ? LEAST_SURE_NESTED : LEAST_SURE)) return;
    const nw_offer *offer = &offers.offers[best];
    sure = nw_share_right(model, sure);
    if (offer->ruled && ruled) {
        take(linker, place, ruled, ruled->pattern, sure, pieces, piece_count);
    } else {
        uint32_t count = nw_offer_pieces(&offers, offer, chosen);
        take(linker, place, NULL, pattern_of(&offers, offer), sure, chosen, count);
    }
}

void nw_choose_offers(const nw_quote_model *model, const nw_linker *rules, nw_linker *linker) {
    nw_stretch *pieces;
    uint32_t *first, count = rules->links->attributions.count;
    nw_gather_pieces(rules->arena, rules->links, &pieces, &first);
    for (uint32_t i = 0; i < rules->cues->count; i++) {
        uint32_t a = rules->by_cue[i];
        nw_poll(rules->arena, 24);
        if (!rules->places[i].cue) continue;
        choose_offer(model, rules, linker, i, a ? pieces + first[a - 1] : pieces,
                     a ? first[a] - first[a - 1] : 0);
    }
    nw_release(rules->arena, pieces, ((size_t)rules->links->pieces.count + 1) * sizeof *pieces);
    nw_release(rules->arena, first, ((size_t)count + 2) * sizeof *first);
}

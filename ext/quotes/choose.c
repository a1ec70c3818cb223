#include "quotes/choose.h"

#include "quotes/looks.h"

/* How sure the first look must be of a quote inside another that comes before it. */
enum { LEAST_SURE_NESTED = 4000 };

/* Where the marks come after a cue that says little, as in "the list of \"friends\"", the model is asked. */
bool nw_is_certain(const nw_linker *rules, const nw_attribution *ruled, const nw_stretch *pieces,
                   uint32_t piece_count) {
    enum { SURELY = 5 }; /* chance */
    if (ruled->pattern > NW_QUOTED_ALONE) return false;
    if (ruled->pattern == NW_QUOTED_AFTER && (ruled->family > NW_CUE_CITE || ruled->chance < SURELY))
        return false;
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

bool nw_may_be_nested(const nw_attribution *ruled) {
    enum { SURELY = 8, SURELY_NOUN = 4 }; /* chances */
    if (!ruled || nw_is_empty(ruled->source)) return false;
    if (ruled->pattern != NW_CLAUSE_AFTER && ruled->pattern != NW_NOUN_CUE) return false;
    return ruled->chance >= (ruled->pattern == NW_NOUN_CUE ? SURELY_NOUN : SURELY);
}

/* "Lee said Roth had promised to go": a quote inside a quote counts if its words leave no doubt, though the texts the model
** was trained on seldom mark one. */
static bool is_nested(const nw_linker *linker, const nw_attribution *ruled) {
    const nw_attributions *before = &linker->links->attributions;
    if (!nw_may_be_nested(ruled) || !before->count) return false;
    return before->items[before->count - 1].last_end > ruled->cue.first;
}

/* "Lee had promised to go, Roth said": the same, where the outer one comes last. */
static bool is_nested_before(const nw_looks *looks, const nw_look *look, const nw_attribution *ruled) {
    if (!nw_may_be_nested(ruled)) return false;
    for (const nw_look *other = look + 1; other < looks->items + looks->count; other++)
        for (unsigned i = 0; i < other->count && other->sure >= NW_LEAST_TAKEN; i++)
            if (ruled->cue.first >= other->pieces[i].first && ruled->cue.first < other->pieces[i].end)
                return true;
    return false;
}

/* Takes what the looks found, in text order. */
static void take_look(const nw_quote_model *model, const nw_looks *looks, const nw_look *look,
                      nw_linker *linker) {
    const nw_linker *rules = looks->linker;
    const nw_cue_place *place = &rules->places[look->index];
    const nw_attribution *ruled =
        rules->by_cue[look->index] ? &rules->links->attributions.items[rules->by_cue[look->index] - 1] : NULL;
    nw_stretch chosen[2];
    if (look->certain) {
        take(linker, place, ruled, ruled->pattern, NW_SURE, look->ruled, look->ruled_count);
        return;
    }
    bool enough = look->sure >= NW_LEAST_TAKEN ||
                  (look->first >= LEAST_SURE_NESTED && is_nested(linker, ruled)) ||
                  (look->first >= NW_LEAST_TAKEN && is_nested_before(looks, look, ruled));
    if (!look->best || !enough) return;
    const nw_offer *offer = &look->offers.offers[look->best];
    uint32_t sure = nw_share_right(rules->marks->any_speech ? model : &nw_unmarked_model, look->sure);
    if (offer->ruled && ruled) {
        take(linker, place, ruled, ruled->pattern, sure, look->ruled, look->ruled_count);
    } else {
        uint32_t count = nw_offer_pieces(&look->offers, offer, chosen);
        take(linker, place, NULL, pattern_of(&look->offers, offer), sure, chosen, count);
    }
}

void nw_choose_offers(const nw_quote_model *model, const nw_linker *rules, nw_linker *linker) {
    nw_stretch *pieces;
    uint32_t *first, count = rules->links->attributions.count;
    nw_looks *looks = nw_alloc(rules->arena, sizeof *looks);
    nw_gather_pieces(rules->arena, rules->links, &pieces, &first);
    looks->linker = rules;
    looks->pieces = pieces;
    looks->first_piece = first;
    looks->before = (nw_said_before){0, {0, 0}, false};
    for (uint32_t i = 0; i < rules->cues->count;) {
        i = nw_look_first(model, looks, i);
        nw_look_again(model, looks);
        nw_note_said(looks);
        for (uint32_t k = 0; k < looks->count; k++) take_look(model, looks, &looks->items[k], linker);
    }
    nw_release(rules->arena, looks, sizeof *looks);
    nw_release(rules->arena, pieces, ((size_t)rules->links->pieces.count + 1) * sizeof *pieces);
    nw_release(rules->arena, first, ((size_t)count + 2) * sizeof *first);
}

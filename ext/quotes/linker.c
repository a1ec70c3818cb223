#include "quotes/linker.h"

/* Notes in which sentence an attribution ends. */
static void note_tail(nw_linker *linker, uint32_t attribution) {
    const nw_attribution *one = &linker->links->attributions.items[attribution];
    uint32_t *place = &linker->by_sentence[linker->clauses->reading->tokens.items[one->tail - 1].sentence];
    bool quoted = one->pattern <= NW_QUOTED_ALONE;
    if (*place == 0 || quoted || linker->links->attributions.items[*place - 1].pattern > NW_QUOTED_ALONE)
        *place = attribution + 1;
}

void nw_add_piece(nw_linker *linker, uint32_t attribution, nw_stretch tokens) {
    if (nw_is_empty(tokens)) return;
    nw_attribution *to = &linker->links->attributions.items[attribution];
    nw_piece *piece = nw_push(linker->arena, &linker->links->pieces);
    piece->tokens = tokens;
    piece->attribution = attribution;
    to->pieces++;
    to->last_end = tokens.end;
    if (tokens.end > to->tail) to->tail = tokens.end;
    note_tail(linker, attribution);
    /* all that is in marks there is this quote's */
    uint32_t within = linker->marks->within[tokens.first];
    for (uint32_t i = tokens.first; i < tokens.end; i++) {
        if (linker->marks->within[i] == within) continue;
        within = linker->marks->within[i];
        if (within && !linker->links->owner[within - 1]) linker->links->owner[within - 1] = attribution + 1;
    }
    within = linker->marks->within[tokens.first];
    if (within && !linker->links->owner[within - 1]) linker->links->owner[within - 1] = attribution + 1;
    nw_poll(linker->arena, tokens.end - tokens.first);
}

uint32_t nw_add_attribution(nw_linker *linker, const nw_cue_place *place, nw_pattern_of_quote pattern) {
    nw_attribution *added = nw_push(linker->arena, &linker->links->attributions);
    added->pattern = (uint8_t)pattern;
    if (place) {
        const nw_cue *cue = place->cue;
        added->cue = (nw_stretch){cue->first, cue->end};
        added->source = place->source;
        added->meant = place->meant;
        if (!place->inverted) added->addressee = cue->addressee; /* but: "…? asked Ann Lee" */
        added->family = cue->family;
        added->chance = cue->chance;
        added->passive = cue->passive;
        added->unsaid = cue->unsaid || cue->infinitive;
        added->tail = place->right;
        linker->by_cue[place->index] = linker->links->attributions.count;
    }
    return linker->links->attributions.count - 1;
}

uint32_t nw_marked_before(const nw_linker *linker, uint32_t token) {
    const nw_clauses *clauses = linker->clauses;
    for (int turn = 0; turn < 2 && token > 0; turn++, token--) {
        uint32_t within = linker->marks->within[token - 1];
        if (within && nw_marked_end(&linker->marks->stretches.items[within - 1]) == token) return within;
        if (!nw_token_has(clauses, token - 1, NW_IS_COMMA | NW_IS_DASH)) return 0;
    }
    return 0;
}

uint32_t nw_marked_at(const nw_linker *linker, uint32_t token) {
    if (token >= linker->clauses->count) return 0;
    uint32_t within = linker->marks->within[token];
    return within && linker->marks->stretches.items[within - 1].open == token ? within : 0;
}

/* They were found nearly in order: insertion is cheap. */
void nw_gather_pieces(nw_arena *arena, const nw_links *links, nw_stretch **pieces, uint32_t **first) {
    uint32_t count = links->attributions.count;
    nw_stretch *all = nw_alloc(arena, ((size_t)links->pieces.count + 1) * sizeof *all);
    uint32_t *begin = nw_alloc_zero(arena, ((size_t)count + 2) * sizeof *begin);
    uint32_t *filled = nw_alloc_zero(arena, ((size_t)count + 1) * sizeof *filled);
    for (uint32_t i = 0; i < count; i++) begin[i + 1] = begin[i] + links->attributions.items[i].pieces;
    for (uint32_t p = 0; p < links->pieces.count; p++) {
        const nw_piece *piece = &links->pieces.items[p];
        nw_stretch *place = &all[begin[piece->attribution]];
        uint32_t at = filled[piece->attribution]++;
        for (; at > 0 && place[at - 1].first > piece->tokens.first; at--) place[at] = place[at - 1];
        place[at] = piece->tokens;
    }
    nw_release(arena, filled, ((size_t)count + 1) * sizeof *filled);
    *pieces = all;
    *first = begin;
}

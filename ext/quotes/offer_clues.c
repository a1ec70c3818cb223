#include "quotes/offer_clues.h"

static uint64_t roles(unsigned a, unsigned b) { return a * (uint64_t)NW_ROLES + b; }

static unsigned role(const nw_offers *offers, int64_t token) {
    return nw_role_in(offers->linker->clauses, offers->place->sentence, token);
}

static uint64_t word(const nw_offers *offers, int64_t token) {
    return nw_word_in(offers->linker->clauses, offers->place->sentence, token);
}

static unsigned pattern_of(const nw_offers *offers) { return offers->ruled ? offers->ruled->pattern : 7u; }

static unsigned few(uint32_t count) { return count < 3 ? count : 3; }

void nw_gather_before(const nw_offers *offers, uint32_t before, nw_clues *clues) {
    uint32_t first = offers->befores[before], end = offers->before_end;
    const nw_cue_place *place = offers->place;
    bool ruled = offers->piece_count && offers->pieces[0].first == first;
    bool begins = first == place->sentence.first;
    nw_passed all = {0, 0, 0, 0};
    nw_pass(offers, first, end, &all);
    unsigned commas = few(all.commas), verb = all.verbs > 0;
    unsigned at = role(offers, first), left = role(offers, (int64_t)first - 1);
    nw_begin_clues(clues);
    nw_clue(clues, 150, at * 2u + begins);
    nw_clue(clues, 151, roles(at, left));
    nw_clue(clues, 152, word(offers, first));
    nw_clue(clues, 153, (nw_far(end - first) * 2u + ruled) * 2u + begins);
    nw_clue(clues, 154, (ruled * 8u + pattern_of(offers)) * 10u + offers->cue->chance);
    nw_clue(clues, 155, (commas * 2u + verb) * (uint64_t)NW_ROLES + left);
    nw_clue(clues, 156, (verb * 2u + ruled) * 10u + offers->cue->follow);
    nw_clue(clues, 157, roles(left, role(offers, (int64_t)end - 1)));
    nw_clue(clues, 158, roles(at, role(offers, (int64_t)first + 1)));
    nw_clue(clues, 159, (few(all.cues) * 4u + commas) * 2u + begins);
}

void nw_gather_start(const nw_offers *offers, uint32_t start, nw_clues *clues) {
    const nw_cue *cue = offers->cue;
    uint32_t first = offers->starts[start];
    bool ruled = false;
    for (uint32_t p = 0; p < offers->piece_count; p++) ruled |= offers->pieces[p].first == first;
    unsigned at = role(offers, first), left = role(offers, (int64_t)first - 1);
    unsigned about = (start * 2u + ruled) * 2u + (first == cue->end);
    nw_begin_clues(clues);
    nw_clue(clues, 170, about * 10u + cue->follow);
    nw_clue(clues, 171, at * 10u + cue->follow);
    nw_clue(clues, 172, word(offers, first));
    nw_clue(clues, 173, roles(left, at));
    nw_clue(clues, 174, nw_pair(word(offers, cue->verb), at));
    nw_clue(clues, 175, nw_far(first > cue->end ? first - cue->end : 0) * 10u + cue->follow);
    nw_clue(clues, 176, (about * 10u + cue->follow) * 13u + cue->family);
    if (first != offers->after_quote) return;
    unsigned inverted = offers->place->inverted;
    nw_clue(clues, 177, roles(at, role(offers, (int64_t)first + 1)) * 2 + inverted);
    nw_clue(clues, 178, nw_pair(word(offers, first), inverted));
}

/* The first cue at or after a place in the sentence: how far, and what it is. */
static uint64_t next_cue(const nw_offers *offers, uint32_t from, unsigned *near) {
    const nw_cues *cues = offers->linker->cues;
    *near = 0;
    for (uint32_t i = offers->place->index + 1; i < cues->count; i++) {
        const nw_cue *cue = &cues->items[i];
        if (cue->sentence != offers->cue->sentence) break;
        if (cue->verb < from) continue;
        unsigned far = cue->first > from ? cue->first - from : 0;
        *near = far <= 1 ? 1 + (cue->chance >= 5) : 0;
        return (nw_far(far) * 10u + cue->chance) * 10u + cue->follow + 1;
    }
    return 0;
}

void nw_gather_end(const nw_offers *offers, uint32_t end, nw_clues *clues) {
    const nw_cue *cue = offers->cue;
    uint32_t from = offers->starts[0], at = offers->ends[end], last = offers->place->sentence.end;
    bool ruled = offers->piece_count && offers->pieces[offers->piece_count - 1].end == at;
    const nw_passed *passed = &offers->passed[end], *whole = &offers->all;
    unsigned commas = few(passed->commas), verb = passed->verbs > 0,
             more_verbs = whole->verbs > passed->verbs;
    unsigned e0 = role(offers, at), e1 = role(offers, (int64_t)at + 1), e2 = role(offers, (int64_t)at + 2),
             before = role(offers, (int64_t)at - 1), first = role(offers, from), follow = cue->follow;
    unsigned far = nw_far(at > from ? at - from : 0), near;
    unsigned ending = at >= last ? 2 : at + 1 >= last;
    const unsigned comma = NW_ROLE_CLASS + (unsigned)__builtin_ctz(NW_IS_COMMA);
    uint64_t next = next_cue(offers, at, &near);
    uint64_t after = word(offers, e0 == comma ? (int64_t)at + 1 : at);
    nw_begin_clues(clues);
    nw_clue(clues, 100, e0 * 3u + ending);
    nw_clue(clues, 101, (e0 * 10u + follow) * 3u + ending);
    nw_clue(clues, 102, roles(e0, e1) * 10 + follow);
    nw_clue(clues, 103, roles(e0, e1) * NW_ROLES + before);
    nw_clue(clues, 105, (far * 3u + ending) * 10u + follow);
    nw_clue(clues, 106, nw_pair(after, e0));
    nw_clue(clues, 107, (e0 * 4u + commas) * 10u + follow);
    nw_clue(clues, 108, (ruled * 8u + pattern_of(offers)) * 10u + cue->chance);
    nw_clue(clues, 110, nw_pair(word(offers, cue->verb), e0));
    nw_clue(clues, 111, (e0 * 3u + near) * 2u + verb);
    nw_clue(clues, 112, ((e0 * 4u + few(passed->cues)) * 2u + verb) * 2u + more_verbs);
    nw_clue(clues, 115, (e0 * 13u + cue->family) * 11u + far);
    nw_clue(clues, 116, next * NW_ROLES + e0);
    nw_clue(clues, 120, roles(e0, e1) * NW_ROLES + e2);
    nw_clue(clues, 122, roles(first, e0) * 10 + follow);
    nw_clue(clues, 123, (roles(first, e0) * 2 + verb) * 2 + more_verbs);
    uint32_t next_at = passed->next_verb;
    unsigned next_far = nw_far(next_at - at), state = verb * 2u + more_verbs;
    nw_clue(clues, 125, nw_pair(word(offers, at), word(offers, (int64_t)at + 1)));
    nw_clue(clues, 128, nw_pair(after, state * 16u + cue->family));
    nw_clue(clues, 129, nw_pair(word(offers, next_at), e0));
    nw_clue(clues, 131, (roles(e0, role(offers, next_at)) * 11 + next_far) * 4 + state);
    nw_clue(clues, 124, ((commas * 4u + few(whole->commas - passed->commas)) * 2u + ruled) * 10u + follow);
}

void nw_gather_ruled(const nw_offers *offers, const nw_offer *offer, nw_clues *clues) {
    const nw_cue *cue = offers->cue;
    uint32_t length = 0;
    for (uint32_t p = 0; p < offers->piece_count; p++)
        length += offers->pieces[p].end - offers->pieces[p].first;
    unsigned ruled = pattern_of(offers) * 8u + offer->shape;
    nw_begin_clues(clues);
    nw_clue(clues, 180, ruled * 10u + cue->chance);
    nw_clue(clues, 181, ruled * 10u + cue->follow);
    nw_clue(clues, 182, (ruled * 16u + nw_far(length)) * 4u + offers->piece_count);
    nw_clue(clues, 183, nw_pair(word(offers, cue->verb), ruled));
}

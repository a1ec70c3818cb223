#include "quotes/looks.h"

/* How sure a look is, in steps; without one the last. */
enum { SURE_STEPS = 10, NO_LOOK = 9 };

static unsigned step_of(const nw_look *look) {
    static const uint16_t steps[] = {3000, 8000, 16000, 26000, 36000, 46000, 56000, 63000};
    unsigned step = 0;
    if (!look) return NO_LOOK;
    if (look->certain) return 8;
    while (step < sizeof steps / sizeof *steps - 1 && look->first >= steps[step]) step++;
    return step;
}

static const nw_cue *cue_of(const nw_looks *looks, const nw_look *look) {
    return &looks->linker->cues->items[look->index];
}

static bool holds(const nw_look *look, uint32_t token) {
    for (unsigned i = 0; i < look->count; i++)
        if (token >= look->pieces[i].first && token < look->pieces[i].end) return true;
    return false;
}

static bool is_surer(const nw_look *look, const nw_look *than) { return !than || look->first > than->first; }

/* Whether two sources are the same: 0 the one has none, 1 the same, 2 others. */
static unsigned same_source(nw_stretch a, nw_stretch b) {
    if (nw_is_empty(a) || nw_is_empty(b)) return 0;
    return a.first == b.first && a.end == b.end ? 1 : 2;
}

static nw_stretch source_of(const nw_looks *looks, const nw_look *look) {
    return looks->linker->places[look->index].source;
}

/* The neighbours of a look. */
typedef struct neighbours {
    const nw_look *outer; /* its content holds the cue */
    const nw_look *inner; /* its cue stands in the content */
    const nw_look *before, *after;
    uint32_t likely; /* how many other cues of the sentence are as likely as not */
    bool crossed;    /* a content begins in the one and ends in the other */
} neighbours;

static neighbours find_neighbours(const nw_looks *looks, const nw_look *look) {
    neighbours all = {NULL, NULL, NULL, NULL, 0, false};
    uint32_t own = look->verb;
    for (uint32_t i = 0; i < looks->count; i++) {
        const nw_look *other = &looks->items[i];
        if (other == look) continue;
        uint32_t verb = other->verb;
        if (verb < own) all.before = other;
        if (verb > own && !all.after) all.after = other;
        bool outer = holds(other, own), inner = holds(look, verb);
        if (outer && is_surer(other, all.outer)) all.outer = other;
        if (inner && is_surer(other, all.inner)) all.inner = other;
        all.crossed |= outer && inner && other->first > NW_LEAST_TAKEN;
        all.likely += other->first > 32768;
    }
    return all;
}

static void gather_one(const nw_looks *looks, const nw_look *look, const nw_look *other, unsigned number,
                       nw_clues *clues) {
    const nw_cue *cue = cue_of(looks, look);
    unsigned own = step_of(look), step = step_of(other);
    nw_clue(clues, number, own * SURE_STEPS + step);
    if (!other) return;
    unsigned family = cue_of(looks, other)->family, shape = other->shape;
    unsigned same = same_source(source_of(looks, look), source_of(looks, other));
    nw_clue(clues, number + 1, (step * 14u + family) * 14u + cue->family);
    nw_clue(clues, number + 2, ((step * 8u + shape) * 8u + look->shape) * 10u + cue->follow);
    nw_clue(clues, number + 3, ((step * 4u + same) * 8u + look->shape) * 8u + shape);
    nw_clue(clues, number + 4, (step * 4u + same) * SURE_STEPS + own);
    if (step >= 3) nw_clue(clues, number + 5, nw_pair(look->word, other->word));
    if (step >= 3) nw_clue(clues, number + 6, look->word);
}

void nw_gather_neighbours(const nw_looks *looks, const nw_look *look, nw_clues *clues) {
    const nw_cue *cue = cue_of(looks, look);
    const nw_said_before *said = &looks->before;
    neighbours near = find_neighbours(looks, look);
    unsigned own = step_of(look), outer = step_of(near.outer);
    nw_stretch source = source_of(looks, look);
    bool source_inside = near.outer && !nw_is_empty(source) && holds(near.outer, source.first);
    uint32_t since = said->sentence ? cue->sentence - said->sentence : 9;
    unsigned ago = since > 4 ? 4 : since;
    nw_begin_clues(clues);
    nw_clue(clues, 300, own);
    gather_one(looks, look, near.outer, 301, clues);
    gather_one(looks, look, near.inner, 311, clues);
    gather_one(looks, look, near.before, 321, clues);
    gather_one(looks, look, near.after, 331, clues);
    nw_clue(clues, 340, (outer * SURE_STEPS + own) * 2u + source_inside);
    nw_clue(clues, 341, (near.likely > 3 ? 3 : near.likely) * SURE_STEPS + own);
    nw_clue(clues, 342, (near.crossed * SURE_STEPS + own) * 14u + cue->family);
    nw_clue(clues, 343, (ago * 2u + said->marked) * SURE_STEPS + own);
    nw_clue(clues, 344, (ago * 2u + said->marked) * 14u + cue->family);
    nw_clue(clues, 345, nw_pair(look->word, ago * 2u + said->marked));
}

void nw_gather_end_neighbours(const nw_looks *looks, const nw_look *look, uint32_t end, nw_clues *clues) {
    const nw_offers *offers = &look->offers;
    const nw_clauses *clauses = looks->linker->clauses;
    uint32_t start = offers->starts[0], at = offers->ends[end];
    const nw_look *passed = NULL, *next = NULL;
    for (uint32_t i = 0; i < looks->count; i++) {
        const nw_look *other = &looks->items[i];
        uint32_t verb = other->verb;
        if (other == look || verb < start) continue;
        if (verb < at && is_surer(other, passed)) passed = other;
        if (verb >= at && !next) next = other;
    }
    nw_begin_clues(clues);
    if (!passed && !next) return;
    unsigned e0 = nw_role_in(clauses, offers->place->sentence, at), follow = offers->cue->follow;
    unsigned far = 7, covers = 0, through = 0, shape = 6, inside = 0;
    if (next) {
        uint32_t left = looks->linker->places[next->index].left;
        far = left <= at ? 0 : left - at < 5 ? left - at : left - at < 10 ? 5 : 6;
        covers = at > 0 && holds(next, at - 1);
        shape = next->shape;
    }
    if (passed) {
        uint32_t last = passed->count ? passed->pieces[passed->count - 1].end : 0;
        through = !passed->count ? 0 : last > at + 1 ? 1 : last + 1 >= at ? 2 : 3;
        inside = looks->linker->places[passed->index].left >= start;
    }
    nw_clue(clues, 350, step_of(passed) * (uint64_t)NW_ROLES + e0);
    nw_clue(clues, 351,
            ((step_of(passed) * 4u + through) * 2u + inside) * 8u + (passed ? passed->shape : 6u));
    nw_clue(clues, 353, (step_of(next) * 8u + far) * (uint64_t)NW_ROLES + e0);
    nw_clue(clues, 354, ((step_of(next) * 8u + shape) * 2u + covers) * 8u + far);
    nw_clue(clues, 355, (step_of(next) * 8u + far) * 10u + follow);
}

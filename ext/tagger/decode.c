#include "tagger/decode.h"

#include "base/lanes.h"

enum {
    IMPOSSIBLE = -500000000,
    FINE = 8, /* times finer than weights, where probabilities are summed */
    ADD_TABLE = 1536,
    FAR_BEHIND = 8 * NW_WEIGHT_ONE, /* tags of which no sequence is nearer to the best are not summed */
    CLOSED = 9, /* tags after which no segment goes on: LAST and ONLY of each type, NONE */
    FIRST_CLOSED = NW_TAG_LAST * NW_TAG_TYPES
};

/* Tags as sets, a bit a tag: those after which no segment goes on, and those that begin one or are none. */
enum { CLOSED_TAGS = 0x1ff00, STARTING_TAGS = 0x1f00f };

/* Transitions, with those of all types side by side. */
typedef struct step_table {
    nw_lanes to_first[CLOSED]; /* from closed tags */
    nw_lanes to_only[CLOSED];
    nw_lanes from_last[CLOSED]; /* to FIRST and ONLY of each type, and NONE */
    nw_lanes from_only[CLOSED];
    int32_t to_none[CLOSED];
    int32_t from_none[CLOSED];
    nw_lanes first_inner;
    nw_lanes first_last;
    nw_lanes inner_inner;
    nw_lanes inner_last;
} step_table;

struct nw_decoder {
    const nw_tag_model *model;
    step_table steps;
    nw_tag_sums *sums; /* of unit i - 1, those not allowed IMPOSSIBLE */
    nw_tag_sums *best; /* of all that ends with unit i - 1 and a tag */
    nw_tag_sums *rest; /* of all that follows it */
    uint32_t *near;    /* its tags that are near the best */
    nw_tag_sums *forward;
    nw_tag_sums *backward;
    uint8_t *tags; /* the best ones */
    int32_t whole;
    bool summed;
    bool settled; /* no tag but the best is near, so each segment is certain */
};

/* The tags where a segment may begin, after a closed one. */
static unsigned starting_tag(unsigned number) {
    return number < NW_TAG_TYPES ? nw_tag(number, NW_TAG_FIRST) : number + FIRST_CLOSED;
}

static void lay_out(const int16_t (*transitions)[NW_TAGS], step_table *steps) {
    for (unsigned i = 0; i < CLOSED; i++) {
        const int16_t *from = transitions[FIRST_CLOSED + i];
        unsigned to = starting_tag(i);
        for (unsigned t = 0; t < NW_TAG_TYPES; t++) {
            steps->to_first[i][t] = from[nw_tag(t, NW_TAG_FIRST)];
            steps->to_only[i][t] = from[nw_tag(t, NW_TAG_ONLY)];
            steps->from_last[i][t] = transitions[nw_tag(t, NW_TAG_LAST)][to];
            steps->from_only[i][t] = transitions[nw_tag(t, NW_TAG_ONLY)][to];
        }
        steps->to_none[i] = from[NW_TAG_NONE];
        steps->from_none[i] = transitions[NW_TAG_NONE][to];
    }
    for (unsigned t = 0; t < NW_TAG_TYPES; t++) {
        const int16_t *first = transitions[nw_tag(t, NW_TAG_FIRST)],
                      *inner = transitions[nw_tag(t, NW_TAG_INNER)];
        steps->first_inner[t] = first[nw_tag(t, NW_TAG_INNER)];
        steps->first_last[t] = first[nw_tag(t, NW_TAG_LAST)];
        steps->inner_inner[t] = inner[nw_tag(t, NW_TAG_INNER)];
        steps->inner_last[t] = inner[nw_tag(t, NW_TAG_LAST)];
    }
}

void nw_tag_run_open(nw_arena *arena, const nw_template_table *table, nw_tag_run *run) {
    run->count = 0;
    run->sums = nw_alloc(arena, table->run_length * sizeof *run->sums);
    run->allowed = nw_alloc(arena, table->run_length * sizeof *run->allowed);
}

nw_decoder *nw_decoder_open(nw_arena *arena, const nw_tag_model *model) {
    nw_decoder *decoder = nw_alloc(arena, sizeof *decoder);
    size_t length = model->table->run_length + 1u;
    decoder->model = model;
    lay_out(model->transitions, &decoder->steps);
    decoder->sums = nw_alloc(arena, length * sizeof *decoder->sums);
    decoder->best = nw_alloc(arena, length * sizeof *decoder->best);
    decoder->rest = nw_alloc(arena, length * sizeof *decoder->rest);
    decoder->near = nw_alloc(arena, length * sizeof *decoder->near);
    decoder->forward = nw_alloc(arena, length * sizeof *decoder->forward);
    decoder->backward = nw_alloc(arena, length * sizeof *decoder->backward);
    decoder->tags = nw_alloc(arena, length);
    return decoder;
}

/* Which tags may stand before one, and after it: nw_tags_agree as sets. */
static uint32_t tags_before(unsigned tag) {
    return STARTING_TAGS >> tag & 1 ? (uint32_t)CLOSED_TAGS : UINT32_C(0x11) << (tag & 3);
}

static uint32_t tags_after(unsigned tag) {
    return CLOSED_TAGS >> tag & 1 ? (uint32_t)STARTING_TAGS : UINT32_C(0x110) << (tag & 3);
}

/* ---- the best sequence ---- */

static int32_t larger(int32_t a, int32_t b) { return a > b ? a : b; }

static void begin_at_none(nw_tag_sums sums) {
    for (unsigned tag = 0; tag < NW_TAGS; tag++) sums[tag] = tag == NW_TAG_NONE ? 0 : IMPOSSIBLE;
}

static void take_allowed(const nw_tag_run *run, uint32_t at, int32_t *sums) {
    nw_lanes bits = {1, 2, 4, 8}, allowed = nw_all_lanes((int32_t)run->allowed[at]);
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag += NW_TAG_TYPES, bits <<= NW_TAG_TYPES)
        nw_store_lanes(sums + tag, nw_choose_lanes((allowed & bits) != 0, nw_load_lanes(run->sums[at] + tag),
                                                   nw_all_lanes(IMPOSSIBLE)));
    sums[NW_TAG_NONE] = run->allowed[at] >> NW_TAG_NONE & 1 ? run->sums[at][NW_TAG_NONE] : IMPOSSIBLE;
}

enum { FIRST = NW_TAG_FIRST * 4, INNER = NW_TAG_INNER * 4, LAST = NW_TAG_LAST * 4, ONLY = NW_TAG_ONLY * 4 };

static nw_lanes add_possible(nw_lanes a, nw_lanes b) {
    return nw_larger_lanes(a + b, nw_all_lanes(IMPOSSIBLE));
}

/* From the sums that end with a unit to those that end with the next. */
static void step_forward(const step_table *steps, const int32_t *old, const int32_t *sums, int32_t *now) {
    nw_lanes first = nw_all_lanes(IMPOSSIBLE), only = first, inner = nw_load_lanes(old + INNER);
    nw_lanes before = nw_load_lanes(old + FIRST);
    int32_t none = IMPOSSIBLE;
    for (unsigned i = 0; i < CLOSED; i++) {
        nw_lanes closed = nw_all_lanes(old[FIRST_CLOSED + i]);
        first = nw_larger_lanes(first, closed + steps->to_first[i]);
        only = nw_larger_lanes(only, closed + steps->to_only[i]);
        none = larger(none, old[FIRST_CLOSED + i] + steps->to_none[i]);
    }
    nw_lanes last = nw_larger_lanes(before + steps->first_last, inner + steps->inner_last);
    inner = nw_larger_lanes(before + steps->first_inner, inner + steps->inner_inner);
    nw_store_lanes(now + FIRST, add_possible(first, nw_load_lanes(sums + FIRST)));
    nw_store_lanes(now + INNER, add_possible(inner, nw_load_lanes(sums + INNER)));
    nw_store_lanes(now + LAST, add_possible(last, nw_load_lanes(sums + LAST)));
    nw_store_lanes(now + ONLY, add_possible(only, nw_load_lanes(sums + ONLY)));
    now[NW_TAG_NONE] = larger(none + sums[NW_TAG_NONE], IMPOSSIBLE);
}

/* From the sums that follow the next unit, and those of the unit, to those that follow this one. */
static void step_backward(const step_table *steps, const int32_t *next, const int32_t *sums, int32_t *now) {
    nw_lanes last = nw_all_lanes(IMPOSSIBLE), only = last;
    nw_tag_sums from;
    int32_t none = IMPOSSIBLE;
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag += NW_TAG_TYPES)
        nw_store_lanes(from + tag, add_possible(nw_load_lanes(next + tag), nw_load_lanes(sums + tag)));
    from[NW_TAG_NONE] = larger(next[NW_TAG_NONE] + sums[NW_TAG_NONE], IMPOSSIBLE);
    for (unsigned i = 0; i < CLOSED; i++) {
        int32_t sum = from[starting_tag(i)];
        last = nw_larger_lanes(last, nw_all_lanes(sum) + steps->from_last[i]);
        only = nw_larger_lanes(only, nw_all_lanes(sum) + steps->from_only[i]);
        none = larger(none, sum + steps->from_none[i]);
    }
    nw_lanes to_inner = nw_load_lanes(from + INNER), to_last = nw_load_lanes(from + LAST);
    nw_lanes zero = nw_all_lanes(0);
    nw_store_lanes(now + FIRST, add_possible(zero, nw_larger_lanes(to_inner + steps->first_inner,
                                                                   to_last + steps->first_last)));
    nw_store_lanes(now + INNER, add_possible(zero, nw_larger_lanes(to_inner + steps->inner_inner,
                                                                   to_last + steps->inner_last)));
    nw_store_lanes(now + LAST, add_possible(zero, last));
    nw_store_lanes(now + ONLY, add_possible(zero, only));
    now[NW_TAG_NONE] = larger(none, IMPOSSIBLE);
}

/* The tag before, of the best sequence that ends with a unit and a tag; NONE wins ties. */
static unsigned best_before(const nw_decoder *decoder, const int32_t *old, unsigned tag) {
    unsigned best = NW_TAG_NONE;
    int32_t most = IMPOSSIBLE;
    for (uint32_t before = tags_before(tag); before;
         before &= ~(UINT32_C(1) << (31 - __builtin_clz(before)))) {
        unsigned other = 31u - (unsigned)__builtin_clz(before);
        int32_t sum = old[other] + decoder->model->transitions[other][tag];
        if (sum <= most) continue;
        most = sum;
        best = other;
    }
    return best;
}

static void find_tags(nw_decoder *decoder, const nw_tag_run *run) {
    begin_at_none(decoder->best[0]);
    for (uint32_t at = 0; at < run->count; at++) {
        take_allowed(run, at, decoder->sums[at + 1]);
        step_forward(&decoder->steps, decoder->best[at], decoder->sums[at + 1], decoder->best[at + 1]);
    }
    unsigned tag = NW_TAG_NONE;
    for (uint32_t at = run->count; at > 0; at--)
        decoder->tags[at - 1] = (uint8_t)(tag = best_before(decoder, decoder->best[at], tag));
}

/* ---- how sure ---- */

/* FINE * NW_WEIGHT_ONE = 256 times log(1 + exp(-d / 256)), for each 8th d */
static const uint8_t add_table[ADD_TABLE / 8] = {
    176, 172, 168, 164, 160, 157, 153, 149, 146, 142, 139, 136, 132, 129, 126, 123, 120, 117, 114, 111,
    109, 106, 103, 100, 98,  95,  93,  91,  88,  86,  84,  81,  79,  77,  75,  73,  71,  69,  67,  66,
    64,  62,  60,  59,  57,  55,  54,  52,  51,  50,  48,  47,  45,  44,  43,  42,  41,  39,  38,  37,
    36,  35,  34,  33,  32,  31,  30,  29,  29,  28,  27,  26,  25,  25,  24,  23,  22,  22,  21,  21,
    20,  19,  19,  18,  18,  17,  17,  16,  16,  15,  15,  14,  14,  13,  13,  13,  12,  12,  12,  11,
    11,  11,  10,  10,  10,  9,   9,   9,   8,   8,   8,   8,   8,   7,   7,   7,   7,   6,   6,   6,
    6,   6,   6,   5,   5,   5,   5,   5,   5,   4,   4,   4,   4,   4,   4,   4,   4,   3,   3,   3,
    3,   3,   3,   3,   3,   3,   3,   3,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,   2,
    2,   2,   2,   2,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,
    1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,   1,
};

static int32_t add_logs(int32_t a, int32_t b) {
    int32_t more = a > b ? a : b, distance = a > b ? a - b : b - a;
    return distance < ADD_TABLE ? more + add_table[distance / 8] : more;
}

static int32_t transition(const nw_decoder *decoder, unsigned before, unsigned tag) {
    return FINE * decoder->model->transitions[before][tag];
}

/* Marks the tags of each unit that a sequence near the best has. */
static void find_near(nw_decoder *decoder, uint32_t count) {
    nw_tag_sums end;
    const int32_t *last = decoder->best[count];
    int32_t least = IMPOSSIBLE / 2;
    for (unsigned tag = 0; tag < NW_TAGS; tag++) end[tag] = tag == NW_TAG_NONE ? 0 : IMPOSSIBLE;
    nw_tag_sums none = {0};
    step_backward(&decoder->steps, end, none, decoder->rest[count]);
    for (unsigned tag = 0; tag < NW_TAGS; tag++)
        least = larger(least, last[tag] + decoder->rest[count][tag] - FAR_BEHIND);
    for (uint32_t at = count - 1; at > 0; at--)
        step_backward(&decoder->steps, decoder->rest[at + 1], decoder->sums[at + 1], decoder->rest[at]);
    decoder->near[0] = UINT32_C(1) << NW_TAG_NONE;
    decoder->settled = true;
    for (uint32_t at = 1; at <= count; at++) {
        const int32_t *best = decoder->best[at], *rest = decoder->rest[at];
        nw_lanes bits = {1, 2, 4, 8}, near = {0, 0, 0, 0};
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag += NW_TAG_TYPES, bits <<= NW_TAG_TYPES)
            near |= (nw_load_lanes(best + tag) + nw_load_lanes(rest + tag) >= nw_all_lanes(least)) & bits;
        bool near_none = best[NW_TAG_NONE] + rest[NW_TAG_NONE] >= least;
        decoder->near[at] = (uint32_t)(near[0] | near[1] | near[2] | near[3]) | (uint32_t)near_none
                                                                                    << NW_TAG_NONE;
        decoder->settled = decoder->settled && !(decoder->near[at] & (decoder->near[at] - 1));
    }
}

/* The sum over the tags before, of unit `at` - 1. */
static int32_t sum_before(const nw_decoder *decoder, uint32_t at, unsigned tag) {
    int32_t sum = IMPOSSIBLE;
    for (uint32_t before = tags_before(tag) & decoder->near[at]; before; before &= before - 1) {
        unsigned other = (unsigned)__builtin_ctz(before);
        sum = add_logs(sum, decoder->forward[at][other] + transition(decoder, other, tag));
    }
    return sum;
}

/* Only over tags near the best: a tag left out of a unit has no sequence that matters. */
static void sum_all(nw_decoder *decoder, const nw_tag_run *run) {
    find_near(decoder, run->count);
    if (decoder->settled) return;
    begin_at_none(decoder->forward[0]);
    for (uint32_t at = 0; at < run->count; at++)
        for (uint32_t tags = decoder->near[at + 1]; tags; tags &= tags - 1) {
            unsigned tag = (unsigned)__builtin_ctz(tags);
            decoder->forward[at + 1][tag] = sum_before(decoder, at, tag) + FINE * run->sums[at][tag];
        }
    decoder->whole = sum_before(decoder, run->count, NW_TAG_NONE);
    for (uint32_t tags = decoder->near[run->count]; tags; tags &= tags - 1) {
        unsigned tag = (unsigned)__builtin_ctz(tags);
        decoder->backward[run->count][tag] = transition(decoder, tag, NW_TAG_NONE);
    }
    for (uint32_t at = run->count - 1; at > 0; at--)
        for (uint32_t tags = decoder->near[at]; tags; tags &= tags - 1) {
            unsigned tag = (unsigned)__builtin_ctz(tags);
            int32_t sum = IMPOSSIBLE;
            for (uint32_t after = tags_after(tag) & decoder->near[at + 1]; after; after &= after - 1) {
                unsigned other = (unsigned)__builtin_ctz(after);
                sum = add_logs(sum, decoder->backward[at + 1][other] + FINE * run->sums[at][other] +
                                        transition(decoder, tag, other));
            }
            decoder->backward[at][tag] = sum;
        }
}

uint32_t nw_segment_distance(nw_decoder *decoder, const nw_tag_run *run, const nw_tag_segment *segment) {
    if (!decoder->summed && run->count == 1) find_tags(decoder, run); /* decode_one did without */
    if (!decoder->summed) sum_all(decoder, run);
    decoder->summed = true;
    if (decoder->settled) return 0;
    uint32_t last = segment->first + segment->count - 1u;
    unsigned tag = nw_tag(segment->type, segment->count == 1 ? NW_TAG_ONLY : NW_TAG_FIRST);
    int32_t sum = decoder->forward[segment->first + 1u][tag];
    for (uint32_t at = segment->first + 1u; at <= last; at++) {
        unsigned next = nw_tag(segment->type, at == last ? NW_TAG_LAST : NW_TAG_INNER);
        sum += FINE * (decoder->model->transitions[tag][next] + run->sums[at][next]);
        tag = next;
    }
    sum += decoder->backward[last + 1][tag];
    return sum < decoder->whole ? (uint32_t)(decoder->whole - sum) : 0;
}

/* The share that is right at a distance, between the points of a model. */
static double sure_of(const nw_tag_model *model, uint32_t distance) {
    const uint16_t(*point)[2] = model->sureness;
    if (distance <= point[0][0]) return point[0][1] / 10000.0;
    for (unsigned i = 1; i < NW_SURENESS_POINTS; i++, point++)
        if (distance < point[1][0])
            return (point[0][1] + (point[1][1] - point[0][1]) * (double)(distance - point[0][0]) /
                                      (double)(point[1][0] - point[0][0])) /
                   10000.0;
    return point[0][1] / 10000.0;
}

/* ---- runs of one unit: the same without other units ---- */

static int32_t sum_alone(const nw_tag_model *model, const nw_tag_run *run, unsigned tag) {
    return model->transitions[NW_TAG_NONE][tag] + run->sums[0][tag] + model->transitions[tag][NW_TAG_NONE];
}

static uint32_t decode_one(nw_decoder *decoder, const nw_tag_run *run, nw_tag_segment *segment) {
    bool may_be_none = run->allowed[0] >> NW_TAG_NONE & 1;
    int32_t most = may_be_none ? sum_alone(decoder->model, run, NW_TAG_NONE) : IMPOSSIBLE;
    int32_t whole = may_be_none ? FINE * most : IMPOSSIBLE;
    unsigned best = NW_TAG_NONE;
    for (unsigned tag = NW_TAG_NONE; tag-- > nw_tag(0, NW_TAG_ONLY);) {
        if (!(run->allowed[0] >> tag & 1)) continue;
        int32_t sum = sum_alone(decoder->model, run, tag);
        whole = add_logs(whole, FINE * sum);
        if (sum <= most) continue;
        most = sum;
        best = tag;
    }
    if (best == NW_TAG_NONE) return 0;
    *segment = (nw_tag_segment){0, 1, nw_tag_type(best), 0};
    segment->score = sure_of(decoder->model, (uint32_t)(whole - FINE * most));
    return 1;
}

uint32_t nw_decode_run(nw_decoder *decoder, const nw_tag_run *run, nw_tag_segment *segments) {
    const uint8_t *tags = decoder->tags;
    uint32_t count = 0;
    decoder->summed = false;
    if (run->count == 1) return decode_one(decoder, run, segments);
    find_tags(decoder, run);
    for (uint32_t at = 0; at < run->count; at++) {
        if (tags[at] == NW_TAG_NONE) continue;
        nw_tag_segment *segment = &segments[count++];
        segment->first = (uint16_t)at;
        segment->type = nw_tag_type(tags[at]);
        while (at + 1 < run->count && NW_OPEN_TAGS >> tags[at] & 1) at++;
        segment->count = (uint16_t)(at + 1 - segment->first);
        segment->score = sure_of(decoder->model, nw_segment_distance(decoder, run, segment));
    }
    return count;
}

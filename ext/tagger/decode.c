#include "tagger/decode.h"

#include <string.h>

enum { IMPOSSIBLE = -100000000, FINE = 8, ADD_TABLE = 1536, FAR_BEHIND = 14 * NW_WEIGHT_ONE };

struct nw_decoder {
    const nw_tag_model *model;
    uint32_t *tried; /* tags of unit i - 1 */
    nw_tag_sums *best;
    uint8_t (*from)[NW_TAGS];
    nw_tag_sums *forward; /* FINE times finer than weights */
    nw_tag_sums *backward;
    uint8_t *tags; /* the best ones */
    int32_t whole;
    bool summed;
};

void nw_tag_run_open(nw_arena *arena, const nw_template_table *table, nw_tag_run *run) {
    run->count = 0;
    run->sums = nw_alloc(arena, table->run_length * sizeof *run->sums);
    run->allowed = nw_alloc(arena, table->run_length * sizeof *run->allowed);
}

nw_decoder *nw_decoder_open(nw_arena *arena, const nw_tag_model *model) {
    nw_decoder *decoder = nw_alloc(arena, sizeof *decoder);
    size_t length = model->table->run_length + 1u;
    decoder->model = model;
    decoder->tried = nw_alloc(arena, length * sizeof *decoder->tried);
    decoder->best = nw_alloc(arena, length * sizeof *decoder->best);
    decoder->from = nw_alloc(arena, length * sizeof *decoder->from);
    decoder->forward = nw_alloc(arena, length * sizeof *decoder->forward);
    decoder->backward = nw_alloc(arena, length * sizeof *decoder->backward);
    decoder->tags = nw_alloc(arena, length);
    return decoder;
}

/* Tags as sets, a bit a tag: those after which no name goes on, and those that begin one or are none. */
enum { CLOSED_TAGS = 0x1cccc, STARTING_TAGS = 0x19999 };

/* Which tags may stand before one, and after it: nw_tags_agree as sets. */
static uint32_t tags_before(unsigned tag) {
    return STARTING_TAGS >> tag & 1 ? (uint32_t)CLOSED_TAGS : UINT32_C(3) << (tag & ~3u);
}

static uint32_t tags_after(unsigned tag) {
    return CLOSED_TAGS >> tag & 1 ? (uint32_t)STARTING_TAGS : UINT32_C(6) << (tag & ~3u);
}

/* ---- the best sequence ---- */

static void begin_at_none(nw_tag_sums sums) {
    for (unsigned tag = 0; tag < NW_TAGS; tag++) sums[tag] = tag == NW_TAG_NONE ? 0 : IMPOSSIBLE;
}

/* Tags far behind the best of their unit are not tried; NONE always is. */
static void choose_tags(nw_decoder *decoder, const nw_tag_run *run) {
    decoder->tried[0] = 1u << NW_TAG_NONE;
    for (uint32_t at = 0; at < run->count; at++) {
        int32_t most = 0;
        uint32_t tried = 1u << NW_TAG_NONE;
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            if (run->allowed[at] >> tag & 1 && run->sums[at][tag] > most) most = run->sums[at][tag];
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            if (run->sums[at][tag] > most - FAR_BEHIND) tried |= 1u << tag;
        decoder->tried[at + 1] = tried & run->allowed[at];
    }
}

static void find_best(nw_decoder *decoder, const nw_tag_run *run, uint32_t at) {
    const int32_t *old = decoder->best[at];
    for (unsigned tag = 0; tag < NW_TAGS; tag++) {
        decoder->best[at + 1][tag] = IMPOSSIBLE;
        if (!(decoder->tried[at + 1] >> tag & 1)) continue;
        int32_t best = IMPOSSIBLE;
        uint32_t before = tags_before(tag) & decoder->tried[at];
        for (unsigned other; before; before ^= 1u << other) { /* NONE first: it wins ties */
            other = 31u - (unsigned)__builtin_clz(before);
            int32_t sum = old[other] + decoder->model->transitions[other][tag];
            if (sum <= best) continue;
            best = sum;
            decoder->from[at + 1][tag] = (uint8_t)other;
        }
        if (best > IMPOSSIBLE) decoder->best[at + 1][tag] = best + run->sums[at][tag];
    }
}

static uint8_t best_last(const nw_decoder *decoder, uint32_t count) {
    unsigned best = NW_TAG_NONE;
    int32_t most = IMPOSSIBLE;
    uint32_t tags = tags_before(NW_TAG_NONE) & decoder->tried[count];
    for (unsigned tag; tags; tags ^= 1u << tag) {
        tag = 31u - (unsigned)__builtin_clz(tags);
        int32_t sum = decoder->best[count][tag] + decoder->model->transitions[tag][NW_TAG_NONE];
        if (sum <= most) continue;
        most = sum;
        best = tag;
    }
    return (uint8_t)best;
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

/* The sum over the tags before, of unit `at` - 1. */
static int32_t sum_before(const nw_decoder *decoder, uint32_t at, unsigned tag) {
    int32_t sum = IMPOSSIBLE;
    for (uint32_t before = tags_before(tag) & decoder->tried[at]; before; before &= before - 1) {
        unsigned other = (unsigned)__builtin_ctz(before);
        if (decoder->forward[at][other] > IMPOSSIBLE)
            sum = add_logs(sum, decoder->forward[at][other] + transition(decoder, other, tag));
    }
    return sum;
}

static void sum_forward(nw_decoder *decoder, const nw_tag_run *run) {
    begin_at_none(decoder->forward[0]);
    for (uint32_t at = 0; at < run->count; at++)
        for (uint32_t tags = decoder->tried[at + 1]; tags; tags &= tags - 1) {
            unsigned tag = (unsigned)__builtin_ctz(tags);
            int32_t sum = sum_before(decoder, at, tag);
            decoder->forward[at + 1][tag] = sum == IMPOSSIBLE ? sum : sum + FINE * run->sums[at][tag];
        }
    decoder->whole = sum_before(decoder, run->count, NW_TAG_NONE);
}

/* backward[at][tag]: of all that follows unit at - 1, which has that tag. */
static void sum_backward(nw_decoder *decoder, const nw_tag_run *run) {
    for (unsigned tag = 0; tag < NW_TAGS; tag++)
        decoder->backward[run->count][tag] =
            nw_tags_agree(tag, NW_TAG_NONE) ? transition(decoder, tag, NW_TAG_NONE) : IMPOSSIBLE;
    for (uint32_t at = run->count - 1; at > 0; at--)
        for (uint32_t tags = decoder->tried[at]; tags; tags &= tags - 1) {
            unsigned tag = (unsigned)__builtin_ctz(tags);
            int32_t sum = IMPOSSIBLE;
            for (uint32_t after = tags_after(tag) & decoder->tried[at + 1]; after; after &= after - 1) {
                unsigned other = (unsigned)__builtin_ctz(after);
                if (decoder->backward[at + 1][other] > IMPOSSIBLE)
                    sum = add_logs(sum, decoder->backward[at + 1][other] + FINE * run->sums[at][other] +
                                            transition(decoder, tag, other));
            }
            decoder->backward[at][tag] = sum;
        }
}

uint32_t nw_segment_distance(nw_decoder *decoder, const nw_tag_run *run, const nw_tag_segment *segment) {
    if (!decoder->summed) {
        sum_forward(decoder, run);
        sum_backward(decoder, run);
        decoder->summed = true;
    }
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

static void find_tags(nw_decoder *decoder, const nw_tag_run *run) {
    choose_tags(decoder, run);
    begin_at_none(decoder->best[0]);
    for (uint32_t at = 0; at < run->count; at++) find_best(decoder, run, at);
    uint8_t tag = best_last(decoder, run->count);
    for (uint32_t at = run->count; at > 0; tag = decoder->from[at--][tag]) decoder->tags[at - 1] = tag;
}

uint32_t nw_decode_run(nw_decoder *decoder, const nw_tag_run *run, nw_tag_segment *segments) {
    const uint8_t *tags = decoder->tags;
    uint32_t count = 0;
    decoder->summed = false;
    find_tags(decoder, run);
    for (uint32_t at = 0; at < run->count; at++) {
        if (tags[at] == NW_TAG_NONE) continue;
        nw_tag_segment *segment = &segments[count++];
        segment->first = (uint16_t)at;
        segment->type = tags[at] / 4;
        while (at + 1 < run->count && (tags[at] & 3) < NW_TAG_LAST) at++;
        segment->count = (uint16_t)(at + 1 - segment->first);
        segment->score = sure_of(decoder->model, nw_segment_distance(decoder, run, segment));
    }
    return count;
}

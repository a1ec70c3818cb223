#include "train.h"

#include <math.h>

static long clamp(double value, long most) {
    long rounded = lrint(value);
    return rounded > most ? most : rounded < -most ? -most : rounded;
}

static int8_t pack_weight(float weight) { return (int8_t)clamp(NW_WEIGHT_ONE * (double)weight, 127); }

static const uint16_t no_sureness[NW_SURENESS_POINTS][2] = {{0, 10000}, {65535, 0}};

void pack(const learned *state, uint32_t row_count, packed *result) {
    if (!result->weights) result->weights = must(calloc(row_count + 1u, sizeof *result->weights));
    for (uint32_t row = 0; row < row_count; row++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            result->weights[row][tag] = pack_weight(state->weights[row][tag]);
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++)
            result->transitions[a][b] =
                (int16_t)clamp(NW_WEIGHT_ONE * (double)state->transitions[a][b], 4096);
    memset(&result->model, 0, sizeof result->model);
    result->model.transitions = (const int16_t(*)[NW_TAGS])result->transitions;
    result->model.sureness = no_sureness;
}

void in_arena(void (*task)(nw_arena *arena, void *context), void *context) {
    newswire_engine *engine;
    newswire_article *article;
    if (newswire_engine_open(NULL, &engine) || newswire_article_open(engine, "", 0, NULL, &article) ||
        nw_run(&article->arena, task, context)) {
        fprintf(stderr, "out of memory\n");
        exit(1);
    }
    newswire_article_close(article);
    newswire_engine_close(engine);
}

void make_sums(data_set *set, const packed *weights, uint32_t fold) {
    for (uint32_t e = 0; e < set->example_count; e++) {
        example *made = &set->examples[e];
        if (fold != ALL_FOLDS && set->documents[made->document].fold != fold) continue;
        if (!made->sums) made->sums = must(malloc(made->count * sizeof *made->sums));
        memset(made->sums, 0, made->count * sizeof *made->sums);
        for (uint32_t i = 0; i < made->count; i++)
            for (uint32_t k = made->first[i]; k < made->first[i + 1]; k++)
                for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
                    made->sums[i][tag] += weights->weights[made->rows[k]][tag];
    }
}

/* ---- tagging a set ---- */

typedef struct judged {
    uint32_t distance;
    bool right;
} judged;

typedef struct measuring {
    const data_set *set;
    const packed *weights;
    score result;
    judged *judged; /* NULL: not wanted */
    uint32_t judged_count;
} measuring;

static bool is_marked(const document *doc, uint32_t start, uint32_t end, uint8_t type) {
    for (uint32_t i = 0; i < doc->name_count; i++)
        if (doc->names[i].start == start && doc->names[i].end == end && doc->names[i].type == type)
            return true;
    return false;
}

static void fill_run(nw_tag_run *run, const example *from) {
    run->count = from->count;
    memcpy(run->allowed, from->allowed, from->count * sizeof *run->allowed);
    memcpy(run->sums, from->sums, from->count * sizeof *run->sums);
}

/* Whether a name is right by the tags of the example, where what the marks say of hyphened words is
** converted. */
static bool is_tagged(const example *from, const nw_tag_segment *segment) {
    for (uint32_t i = 0; i < segment->count; i++) {
        unsigned place = segment->count == 1        ? NW_TAG_ONLY
                         : i == 0                   ? NW_TAG_FIRST
                         : i + 1u == segment->count ? NW_TAG_LAST
                                                    : NW_TAG_INNER;
        if (from->tags[segment->first + i] != nw_tag(segment->type, place)) return false;
    }
    return true;
}

static void measure_example(measuring *m, const example *from, nw_decoder *decoder, nw_tag_run *run,
                            nw_tag_segment *segments) {
    const document *doc = &m->set->documents[from->document];
    fill_run(run, from);
    uint32_t count = nw_decode_run(decoder, run, segments);
    for (uint32_t s = 0; s < count; s++) {
        const nw_tag_segment *segment = &segments[s];
        if (!(m->set->types >> segment->type & 1)) continue;
        newswire_span span =
            nw_join(from->spans[segment->first], from->spans[segment->first + segment->count - 1]);
        bool right = is_marked(doc, span.start, nw_span_end(span), segment->type);
        m->result.found++;
        m->result.right += right;
        if (!m->judged) continue;
        m->judged[m->judged_count].distance = nw_segment_distance(decoder, run, segment);
        m->judged[m->judged_count++].right = right || is_tagged(from, segment);
    }
}

static void measure_set(nw_arena *arena, void *context) {
    measuring *m = context;
    nw_decoder *decoder = nw_decoder_open(arena, &m->weights->model);
    nw_tag_run *run = nw_alloc(arena, sizeof *run);
    nw_tag_segment *segments = nw_alloc(arena, NW_RUN_LENGTH * sizeof *segments);
    for (uint32_t e = 0; e < m->set->example_count; e++)
        measure_example(m, &m->set->examples[e], decoder, run, segments);
}

score measure(const data_set *set, const packed *weights) {
    measuring m = {set, weights, {0, 0, 0}, NULL, 0};
    in_arena(measure_set, &m);
    for (uint32_t d = 0; d < set->document_count; d++) m.result.marked += set->documents[d].name_count;
    return m.result;
}

double f1(score s) { return s.found + s.marked ? 2.0 * s.right / (s.found + s.marked) : 0; }

/* ---- how sure ---- */

enum { MOST_JUDGED = 1000000 };

static int by_distance(const void *a, const void *b) {
    const judged *one = a, *other = b;
    return one->distance < other->distance ? -1 : one->distance > other->distance;
}

typedef struct pool {
    double right, size;
    unsigned last; /* point */
} pool;

/* Pools neighbours until the shares that are right fall from pool to pool. */
static unsigned make_falling(const pool *points, pool pools[NW_SURENESS_POINTS]) {
    unsigned count = 0;
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        pools[count++] = points[i];
        for (; count > 1; count--) {
            pool *before = &pools[count - 2], *now = &pools[count - 1];
            if (now->right * before->size <= before->right * now->size) break;
            before->right += now->right;
            before->size += now->size;
            before->last = now->last;
        }
    }
    return count;
}

/* Points of the less names the less sure they are. */
static void fit_points(const judged *names, uint32_t count, uint16_t sureness[NW_SURENESS_POINTS][2]) {
    pool points[NW_SURENESS_POINTS], pools[NW_SURENESS_POINTS];
    uint32_t begin = 0;
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        double rest = 1 - (double)(i + 1) / NW_SURENESS_POINTS, sum = 0;
        uint32_t end = (uint32_t)(count * (1 - rest * rest));
        points[i] = (pool){0.5, 1, i};
        for (uint32_t k = begin; k < end; k++) {
            sum += names[k].distance;
            points[i].right += names[k].right;
            points[i].size += 1;
        }
        sureness[i][0] = (uint16_t)clamp(end > begin ? sum / (end - begin) : 0, 60000);
        if (i && sureness[i][0] <= sureness[i - 1][0]) sureness[i][0] = (uint16_t)(sureness[i - 1][0] + 1);
        begin = end;
    }
    make_falling(points, pools);
    for (unsigned i = 0, p = 0; i < NW_SURENESS_POINTS; i++) {
        if (i > pools[p].last) p++;
        sureness[i][1] = (uint16_t)clamp(10000 * pools[p].right / pools[p].size, 9990);
    }
}

void fit_sureness(const data_set *sets, uint32_t count, packed *weights) {
    judged *all = must(malloc(MOST_JUDGED * sizeof *all));
    uint32_t all_count = 0;
    for (uint32_t s = 0; s < count; s++) {
        measuring m = {&sets[s], weights, {0, 0, 0}, all + all_count, 0};
        in_arena(measure_set, &m);
        all_count += m.judged_count;
    }
    qsort(all, all_count, sizeof *all, by_distance);
    fit_points(all, all_count, weights->sureness);
    free(all);
}

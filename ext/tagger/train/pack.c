#include "train.h"

#include "article.h"

#include <math.h>

static long clamp(double value, long most) {
    long rounded = lrint(value);
    return rounded > most ? most : rounded < -most ? -most : rounded;
}

static int8_t pack_weight(float weight) { return (int8_t)clamp(NW_WEIGHT_ONE * (double)weight, 127); }

static const uint16_t no_sureness[NW_SURENESS_POINTS][2] = {{0, 10000}, {65535, 0}};

void pack(const nw_template_table *table, const learned *state, uint32_t row_count, packed *result) {
    if (!result->weights) result->weights = must(calloc(row_count + 1u, sizeof *result->weights));
    for (uint32_t row = 0; row < row_count; row++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            result->weights[row][tag] = pack_weight(state->weights[row][tag]);
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++)
            result->transitions[a][b] =
                (int16_t)clamp(NW_WEIGHT_ONE * (double)state->transitions[a][b], 4096);
    memset(&result->model, 0, sizeof result->model);
    result->model.table = table;
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

void make_sums(example_list *list, const packed *weights, uint32_t fold) {
    for (uint32_t e = 0; e < list->count; e++) {
        example *made = &list->items[e];
        if (fold != ALL_FOLDS && made->fold != fold) continue;
        if (!made->sums) made->sums = must(malloc(made->count * sizeof *made->sums));
        memset(made->sums, 0, made->count * sizeof *made->sums);
        for (uint32_t i = 0; i < made->count; i++)
            for (uint32_t k = made->first[i]; k < made->first[i + 1]; k++)
                for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
                    made->sums[i][tag] += weights->weights[made->rows[k]][tag];
    }
}

void fill_run(nw_tag_run *run, const example *from) {
    run->count = from->count;
    memcpy(run->allowed, from->allowed, from->count * sizeof *run->allowed);
    memcpy(run->sums, from->sums, from->count * sizeof *run->sums);
}

/* ---- the heaviest rows ---- */

static const packed *sorted_weights;

static int weight_of(uint32_t row) {
    int weight = 0;
    for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) weight += abs(sorted_weights->weights[row][tag]);
    return weight;
}

static int by_weight(const void *a, const void *b) {
    uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
    int difference = weight_of(other) - weight_of(one);
    return difference ? difference : one < other ? -1 : one > other;
}

uint32_t prune(packed *weights, const feature_map *map, uint32_t most, uint32_t **rows) {
    uint32_t count = 0, *all = must(malloc((map->row_count + 1u) * sizeof *all));
    sorted_weights = weights;
    for (uint32_t row = 0; row < map->row_count; row++)
        if (weight_of(row)) all[count++] = row;
    qsort(all, count, sizeof *all, by_weight);
    for (uint32_t i = most; i < count; i++) memset(weights->weights[all[i]], 0, sizeof *weights->weights);
    if (rows)
        *rows = all;
    else
        free(all);
    return count < most ? count : most;
}

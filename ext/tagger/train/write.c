/*
** The model as a file: numbers of a few bytes, the lowest first, whatever the machine.
**
**     "newswire names 1\n"
**     transitions   NW_TAGS * NW_TAGS numbers of 2 bytes
**     sureness      NW_SURENESS_POINTS pairs of 2 bytes
**     count of small words, 4 bytes; a small word: 8 bytes of key, 1 of flags
**     count of features, 4 bytes; a feature: 8 bytes of key, then NW_TAG_NONE weights of 1 byte; the
**     heaviest first
*/
#include "train.h"

void put_number(FILE *out, uint64_t value, unsigned bytes) {
    for (; bytes > 0; bytes--, value >>= 8) putc((int)(value & 0xff), out);
}

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

void write_model(const char *path, packed *weights, const feature_map *map, uint32_t most) {
    FILE *out = fopen(path, "wb");
    uint32_t *rows, count = prune(weights, map, most, &rows);
    if (!out) {
        perror(path);
        exit(1);
    }
    fputs("newswire names 1\n", out);
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++) put_number(out, (uint16_t)weights->transitions[a][b], 2);
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        put_number(out, weights->sureness[i][0], 2);
        put_number(out, weights->sureness[i][1], 2);
    }
    write_small_words(out);
    put_number(out, count, 4);
    for (uint32_t i = 0; i < count; i++) {
        put_number(out, map->row_keys[rows[i]], 8);
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            put_number(out, (uint8_t)weights->weights[rows[i]][tag], 1);
    }
    fprintf(stderr, "%s: %u features\n", path, count);
    free(rows);
    fclose(out);
}

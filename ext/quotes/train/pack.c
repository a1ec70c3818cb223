/*
** Weights as the library has them: small whole numbers, in tables.
*/
#include "train_quotes.h"

#include <math.h>

static int8_t rounded(float weight) {
    float steps = weight * NW_WEIGHT_STEPS;
    return (int8_t)(steps > 127 ? 127 : steps < -127 ? -127 : steps < 0 ? steps - 0.5f : steps + 0.5f);
}

typedef struct heavy {
    float weight; /* how much it tells in all the places it is seen in, about */
    uint32_t number;
} heavy;

static int by_weight(const void *a, const void *b) {
    const heavy *one = a, *other = b;
    if (one->weight != other->weight) return one->weight < other->weight ? 1 : -1;
    return one->number < other->number ? -1 : one->number > other->number;
}

static uint32_t count_of(const clue_map *map, uint32_t number) {
    uint32_t slot = map->number_keys[number] & ((1u << FEATURE_BITS) - 1);
    while (map->keys[slot] != map->number_keys[number]) slot = (slot + 1) & ((1u << FEATURE_BITS) - 1);
    return map->counts[slot];
}

/* The heaviest clues whose weights do not round to nothing, the heaviest first. */
static heavy *find_heaviest(const clue_map *map, const float *from, unsigned width, uint32_t *most) {
    heavy *all = must(malloc((map->count + 1u) * sizeof *all));
    uint32_t count = 0;
    for (uint32_t i = 0; i < map->count; i++) {
        float sum = 0;
        bool any = false;
        for (unsigned k = 0; k < width; k++) {
            sum += fabsf(from[(size_t)i * width + k]);
            any |= rounded(from[(size_t)i * width + k]) != 0;
        }
        if (any) all[count++] = (heavy){sum * sqrtf((float)count_of(map, i)), i};
    }
    qsort(all, count, sizeof *all, by_weight);
    if (*most > count) *most = count;
    return all;
}

/* Slots for so many clues: a power of two, two thirds full at most. */
static uint32_t slots_for(uint32_t count) {
    uint32_t slots = 1024;
    while (slots * 2 < count * 3) slots *= 2;
    return slots;
}

void free_model(const nw_quote_model *model) {
    free((void *)(uintptr_t)model->rows);
    free((void *)(uintptr_t)model->lones);
}

void pack_weights(const lesson_book *book, const weights *from, uint32_t most_rows, uint32_t most_lones,
                  nw_quote_model *model) {
    heavy *row_numbers = find_heaviest(&book->rows, from->rows[0], NW_ROW_WEIGHTS, &most_rows);
    heavy *lone_numbers = find_heaviest(&book->lones, from->lones, 1, &most_lones);
    model->row_mask = slots_for(most_rows) - 1;
    model->lone_mask = slots_for(most_lones) - 1;
    nw_weight_row *rows = must(calloc(model->row_mask + 1u, sizeof *rows));
    uint32_t *lones = must(calloc(model->lone_mask + 1u, sizeof *lones));
    for (uint32_t i = 0; i < most_rows; i++) {
        uint32_t key = book->rows.number_keys[row_numbers[i].number], slot = key & model->row_mask;
        while (rows[slot].key) slot = (slot + 1) & model->row_mask;
        rows[slot].key = key;
        for (unsigned k = 0; k < NW_ROW_WEIGHTS; k++)
            rows[slot].weights[k] = rounded(from->rows[row_numbers[i].number][k]);
    }
    for (uint32_t i = 0; i < most_lones; i++) {
        uint32_t key = book->lones.number_keys[lone_numbers[i].number], slot = key & model->lone_mask;
        while (lones[slot]) slot = (slot + 1) & model->lone_mask;
        lones[slot] = (key & ~(uint32_t)0xff) | (uint8_t)rounded(from->lones[lone_numbers[i].number]);
    }
    free(row_numbers);
    free(lone_numbers);
    model->rows = rows;
    model->lones = lones;
}

static void put(FILE *out, uint32_t value) {
    for (unsigned i = 0; i < 4; i++) putc((int)(value >> 8 * i & 0xff), out);
}

static void put_model(FILE *out, const nw_quote_model *model) {
    put(out, model->row_mask + 1);
    put(out, model->lone_mask + 1);
    for (unsigned i = 0; i < NW_SURE_POINTS; i++) put(out, model->right[i]);
    for (uint32_t slot = 0; slot <= model->row_mask; slot++) {
        put(out, model->rows[slot].key);
        if (model->rows[slot].key) fwrite(model->rows[slot].weights, 1, NW_ROW_WEIGHTS, out);
    }
    for (uint32_t slot = 0; slot <= model->lone_mask; slot++) put(out, model->lones[slot]);
}

void write_quotes_model(const char *path, const nw_quote_model *cues, const nw_quote_model *told) {
    FILE *out = fopen(path, "wb");
    if (!out) {
        fprintf(stderr, "%s: cannot be written\n", path);
        exit(1);
    }
    fputs("newswire quotes 3\n", out);
    put_model(out, cues);
    put_model(out, told);
    if (fclose(out)) {
        fprintf(stderr, "%s: cannot be written\n", path);
        exit(1);
    }
}

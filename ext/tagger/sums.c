#include "tagger/sums.h"

#include <string.h>

enum { SIDES = NW_SIDES };

static unsigned around_of(const nw_column *column, int offset) {
    return (unsigned)(offset + NW_SIDE) + (column->of_word ? SIDES : 0);
}

/* The list that a template belongs to: where its rows are found decides. */
static nw_ready_list *list_of(nw_summer *summer, uint32_t number) {
    const nw_template_table *table = summer->model->table;
    const nw_template *template = &table->templates[number];
    const nw_column *column = &table->columns[template->column];
    bool far = summer->rows.first[number] == UINT32_MAX;
    if (template->other != NW_NO_COLUMN) {
        bool alone = column->of_word && table->columns[template->other].of_word &&
                     template->offset == template->other_offset;
        if (alone) return &summer->words[template->offset + NW_SIDE];
        return far ? &summer->pairs : &summer->near_pairs;
    }
    if (column->of_word) return &summer->words[template->offset + NW_SIDE];
    if (column->kind == NW_COLUMN_OF_BITS) return &summer->bits;
    return far || column->kind == NW_COLUMN_OF_SET ? &summer->sets : &summer->ones;
}

static void make_ready(nw_summer *summer, uint32_t number) {
    const nw_template_table *table = summer->model->table;
    const nw_template *template = &table->templates[number];
    const nw_column *column = &table->columns[template->column];
    nw_ready_list *list = list_of(summer, number);
    nw_ready_template *made = &list->items[list->count++];
    made->at = (uint8_t)around_of(column, template->offset);
    made->place = column->place;
    made->number = (uint8_t)number;
    made->size = column->kind == NW_COLUMN_OF_SET ? column->size : 1;
    made->first = summer->rows.first[number];
    made->factor = made->other_at = 0;
    made->other_place = 0;
    summer->has_words |= column->of_word;
    if (template->other == NW_NO_COLUMN) return;
    const nw_column *other = &table->columns[template->other];
    made->other_at = (uint8_t)around_of(other, template->other_offset);
    made->other_place = other->place;
    if (made->first == UINT32_MAX) return;
    made->first -= summer->rows.alone;
    made->factor = other->limit;
}

void nw_summer_open(nw_summer *summer, const nw_tag_model *model) {
    summer->model = model;
    summer->has_words = false;
    summer->pairs.count = summer->near_pairs.count = summer->ones.count = summer->bits.count =
        summer->sets.count = 0;
    for (unsigned i = 0; i < SIDES; i++) summer->words[i].count = 0;
    nw_number_rows(model->table, &summer->rows);
    for (uint32_t i = 0; i < model->table->template_count; i++) make_ready(summer, i);
}

/* Takes the weights of a feature with a row of its own. */
static void take_near(nw_summer *summer, uint32_t row) {
    summer->taken[summer->taken_count++] = summer->model->near_weights[row];
}

/* Takes the weights of a pair with a row of its own, and fetches them. */
static void take_pair(nw_summer *summer, const nw_ready_template *ready, uint32_t value, uint32_t other) {
    const int8_t *weights =
        summer->model
            ->near_weights[summer->model->pair_weights[ready->first + value * ready->factor + other]];
    __builtin_prefetch(weights);
    summer->taken[summer->taken_count++] = weights;
}

/* Takes a key to look up, and fetches where it will be looked for. */
static void take_far(nw_summer *summer, uint32_t number, uint64_t value) {
    uint64_t key = nw_feature_key(number, value);
    __builtin_prefetch(&summer->model->buckets[nw_bucket_of(summer->model->bucket_count, key)]);
    summer->far[summer->far_count++] = key;
}

static void begin_taking(nw_summer *summer) { summer->taken_count = summer->far_count = 0; }

/* Adds the weights of all that was taken. */
static nw_sixteen sum_taken(nw_summer *summer, nw_sixteen sums) {
    uint32_t count = summer->taken_count;
    for (uint32_t i = 0; i < summer->far_count; i++) {
        const int8_t *weights = nw_find_weights(summer->model, summer->far[i]);
        summer->taken[count] = weights;
        count += weights != NULL;
    }
    for (uint32_t i = 0; i < count; i++) nw_add_bytes(&sums, summer->taken[i]);
    return sums;
}

static uint32_t value_at(const char *const *around, unsigned at, unsigned place) {
    return *(const uint32_t *)(const void *)(around[at] + place);
}

static void take_bits(nw_summer *summer, uint32_t first, const char *place) {
    for (uint64_t bits = *(const uint64_t *)(const void *)place; bits; bits &= bits - 1)
        take_near(summer, first + (uint32_t)__builtin_ctzll(bits));
}

/* ---- a word alone ---- */

/* Makes the sums of a word for a unit at whose side it stands. */
static void sum_word(nw_summer *summer, nw_word_sums *word, unsigned side) {
    const nw_template_table *table = summer->model->table;
    const nw_ready_list *list = &summer->words[side];
    const nw_sixteen nothing = {{0}, {0}};
    begin_taking(summer);
    for (uint32_t i = 0; i < list->count; i++) {
        const nw_ready_template *ready = &list->items[i];
        const char *place = (const char *)word + ready->place;
        if (table->columns[table->templates[ready->number].column].kind == NW_COLUMN_OF_BITS) {
            take_bits(summer, ready->first, place);
            continue;
        }
        uint64_t value = *(const uint32_t *)(const void *)place, other = 0;
        if (table->templates[ready->number].other != NW_NO_COLUMN) {
            other = *(const uint32_t *)(const void *)((const char *)word + ready->other_place);
            if (!other) continue;
        }
        if (!value) continue;
        if (ready->factor)
            take_pair(summer, ready, (uint32_t)value, (uint32_t)other);
        else if (ready->first == UINT32_MAX)
            take_far(summer, ready->number, other << 32 | value);
        else
            take_near(summer, ready->first + (uint32_t)value);
    }
    word->rows[side] = sum_taken(summer, nothing);
    word->made |= 1u << side;
}

/* ---- a unit ---- */

static void take_keys(nw_summer *summer, const char *const *around) {
    for (uint32_t i = 0; i < summer->pairs.count; i++) {
        const nw_ready_template *ready = &summer->pairs.items[i];
        uint64_t value = value_at(around, ready->at, ready->place),
                 other = value_at(around, ready->other_at, ready->other_place);
        if (value && other) take_far(summer, ready->number, other << 32 | value);
    }
    for (uint32_t i = 0; i < summer->sets.count; i++) {
        const nw_ready_template *ready = &summer->sets.items[i];
        const uint32_t *values = (const uint32_t *)(const void *)(around[ready->at] + ready->place);
        if (ready->first != UINT32_MAX) continue;
        for (uint32_t k = 0; k < ready->size && values[k]; k++) take_far(summer, ready->number, values[k]);
    }
}

static void take_rows(nw_summer *summer, const char *const *around) {
    for (uint32_t i = 0; i < summer->near_pairs.count; i++) {
        const nw_ready_template *ready = &summer->near_pairs.items[i];
        take_pair(summer, ready, value_at(around, ready->at, ready->place),
                  value_at(around, ready->other_at, ready->other_place));
    }
    for (uint32_t i = 0; i < summer->ones.count; i++) {
        const nw_ready_template *ready = &summer->ones.items[i];
        uint32_t value = value_at(around, ready->at, ready->place);
        if (value) take_near(summer, ready->first + value);
    }
    for (uint32_t i = 0; i < summer->bits.count; i++)
        take_bits(summer, summer->bits.items[i].first,
                  around[summer->bits.items[i].at] + summer->bits.items[i].place);
    for (uint32_t i = 0; i < summer->sets.count; i++) {
        const nw_ready_template *ready = &summer->sets.items[i];
        const uint32_t *values = (const uint32_t *)(const void *)(around[ready->at] + ready->place);
        if (ready->first == UINT32_MAX) continue;
        for (uint32_t k = 0; k < ready->size && values[k]; k++) take_near(summer, ready->first + values[k]);
    }
}

/* In rounds, each of which fetches what the next will read: what is looked up is far from the processor. */
void nw_sum_weights(nw_summer *summer, const void *unit, nw_tag_sums result) {
    const char *around[2 * SIDES];
    nw_sixteen sums = {{0}, {0}};
    for (int side = 0; side < SIDES; side++) {
        const char *at = (const char *)unit + (ptrdiff_t)summer->model->table->unit_size * (side - NW_SIDE);
        around[side] = at;
        if (!summer->has_words) continue;
        nw_word_sums *word;
        memcpy(&word, at, sizeof word);
        around[SIDES + side] = (const char *)word;
        if (!(word->made >> side & 1)) sum_word(summer, word, (unsigned)side);
        nw_add_sixteen(&sums, &word->rows[side]);
    }
    begin_taking(summer);
    take_keys(summer, around);
    take_rows(summer, around);
    sums = sum_taken(summer, sums);
    nw_read_sixteen(&sums, result);
    result[NW_TAG_NONE] = 0;
}

#include "train.h"

/* ---- features ---- */

enum { FEATURE_SLOTS = 1 << 24 };

void open_features(feature_map *map, const nw_template_table *table) {
    memset(map, 0, sizeof *map);
    map->table = table;
    nw_number_rows(table, &map->rows_of);
    map->mask = FEATURE_SLOTS - 1;
    map->keys = must(calloc(FEATURE_SLOTS, sizeof *map->keys));
    map->rows = must(calloc(FEATURE_SLOTS, sizeof *map->rows));
    map->counts = must(calloc(FEATURE_SLOTS, sizeof *map->counts));
    map->letters = must(calloc(FEATURE_SLOTS, 1));
}

void close_features(feature_map *map) {
    free(map->keys);
    free(map->rows);
    free(map->counts);
    free(map->letters);
    free(map->row_keys);
    free(map->row_letters);
    memset(map, 0, sizeof *map);
}

static uint32_t slot_of(const feature_map *map, uint64_t key) {
    uint32_t slot = (uint32_t)((key * UINT64_C(0x9fb21c651e98df25)) >> 40) & map->mask;
    while (map->keys[slot] && map->keys[slot] != key) slot = (slot + 1) & map->mask;
    return slot;
}

static void count_feature(feature_map *map, uint64_t key, uint8_t letters) {
    uint32_t slot = slot_of(map, key);
    if (!map->keys[slot]) {
        map->keys[slot] = key;
        map->letters[slot] = letters;
        if (++map->used > map->mask / 4 * 3) {
            fprintf(stderr, "too many features\n");
            exit(1);
        }
    }
    map->counts[slot]++;
}

void number_features(feature_map *map, uint32_t least) {
    map->row_keys = must(malloc((map->used + 1u) * sizeof *map->row_keys));
    map->row_letters = must(malloc(map->used + 1u));
    for (uint32_t slot = 0; slot <= map->mask; slot++) {
        map->rows[slot] = UINT32_MAX;
        if (!map->keys[slot] || map->counts[slot] < least) continue;
        map->row_keys[map->row_count] = map->keys[slot];
        map->row_letters[map->row_count] = map->letters[slot];
        map->rows[slot] = map->row_count++;
    }
    fprintf(stderr, "%u features, %u of them seen %u times and more\n", map->used, map->row_count, least);
}

static uint32_t find_row(const feature_map *map, uint64_t key) {
    uint32_t slot = slot_of(map, key);
    return map->keys[slot] ? map->rows[slot] : UINT32_MAX;
}

/* The key of a feature of the unit last looked at: a near one's is 1 + its row. */
static uint64_t near_key(const feature_map *map, uint32_t i) { return map->features.near[i] + UINT64_C(1); }

void count_unit(feature_map *map, const void *unit) {
    const nw_features *features = &map->features;
    nw_find_features(map->table, &map->rows_of, unit, &map->features);
    for (uint32_t i = 0; i < features->near_count; i++) count_feature(map, near_key(map, i), 0);
    for (uint32_t i = 0; i < features->far_count; i++)
        count_feature(map, features->far[i], nw_is_of_letters(map->table, features->far_template[i]));
}

/* ---- examples ---- */

example *add_example(example_list *list, uint32_t units, uint32_t document, uint32_t fold) {
    if (list->count % 1024 == 0)
        list->items = must(realloc(list->items, (list->count + 1024) * sizeof *list->items));
    example *made = &list->items[list->count++];
    memset(made, 0, sizeof *made);
    made->count = units;
    made->document = document;
    made->fold = fold;
    made->first = must(calloc(units + 1, sizeof *made->first));
    made->tags = must(calloc(units + 1, 1));
    made->allowed = must(calloc(units + 1, sizeof *made->allowed));
    return made;
}

static void take_row(feature_map *map, example *made, uint32_t *used, uint64_t key) {
    uint32_t row = find_row(map, key);
    if (row == UINT32_MAX) return;
    if (*used == made->row_room) {
        made->row_room = made->row_room * 2 + 64;
        made->rows = must(realloc(made->rows, made->row_room * sizeof *made->rows));
    }
    made->rows[(*used)++] = row;
}

void take_unit(feature_map *map, example *made, uint32_t index, const void *unit) {
    uint32_t used = made->first[index];
    nw_find_features(map->table, &map->rows_of, unit, &map->features);
    for (uint32_t i = 0; i < map->features.near_count; i++) take_row(map, made, &used, near_key(map, i));
    for (uint32_t i = 0; i < map->features.far_count; i++) take_row(map, made, &used, map->features.far[i]);
    made->first[index + 1] = used;
}

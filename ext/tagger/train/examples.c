#include "train.h"

#include "names/classes.h"

/* ---- features ---- */

enum { FEATURE_SLOTS = 1 << 24 };

void open_features(feature_map *map) {
    memset(map, 0, sizeof *map);
    map->mask = FEATURE_SLOTS - 1;
    map->keys = must(calloc(FEATURE_SLOTS, sizeof *map->keys));
    map->rows = must(calloc(FEATURE_SLOTS, sizeof *map->rows));
    map->counts = must(calloc(FEATURE_SLOTS, sizeof *map->counts));
    map->letters = must(calloc(FEATURE_SLOTS, 1));
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

uint32_t find_row(const feature_map *map, uint64_t key) {
    uint32_t slot = slot_of(map, key);
    return map->keys[slot] ? map->rows[slot] : UINT32_MAX;
}

/* ---- what a name is where it stands alone: the types of parts of hyphened words ---- */

enum { ALONE_SLOTS = 1 << 16 };
static struct alone {
    uint64_t key;
    uint32_t counts[NW_TAG_TYPES];
} alone[ALONE_SLOTS];

static struct alone *find_alone(const char *bytes, uint32_t length) {
    uint64_t key = nw_word_key(bytes, length, NW_KEY_LOWER);
    uint32_t slot = (uint32_t)key % ALONE_SLOTS;
    while (alone[slot].key && alone[slot].key != key) slot = (slot + 1) % ALONE_SLOTS;
    alone[slot].key = key;
    return &alone[slot];
}

void learn_types_alone(const data_set *sets, uint32_t count) {
    for (uint32_t s = 0; s < count; s++)
        for (uint32_t d = 0; d < sets[s].document_count; d++) {
            const document *doc = &sets[s].documents[d];
            for (uint32_t n = 0; n < doc->name_count; n++)
                find_alone(doc->article->reading.text.bytes + doc->names[n].start,
                           doc->names[n].end - doc->names[n].start)
                    ->counts[doc->names[n].type]++;
        }
}

static uint8_t type_alone(const nw_reading *reading, const nw_name_unit *unit, uint8_t type) {
    const struct alone *seen = find_alone(reading->text.bytes + unit->span.start, unit->span.length);
    uint8_t best = 0;
    for (uint8_t t = 1; t < NW_TAG_TYPES; t++)
        if (seen->counts[t] > seen->counts[best]) best = t;
    if (seen->counts[best]) return best;
    uint64_t classes = nw_know_word(unit->word, &reading->tokens.items[unit->token]).classes;
    if (classes & nw_class_bit(NW_CLASS_NATIONALITY)) return NEWSWIRE_MISC;
    if (classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_METROPOLIS) |
                   nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_REGION)))
        return NEWSWIRE_LOC;
    if (classes & (nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_ORGANISATION) |
                   nw_class_bit(NW_CLASS_PRESS) | nw_class_bit(NW_CLASS_TEAM)))
        return NEWSWIRE_ORG;
    return type;
}

/* ---- tags ---- */

static int name_over(const document *doc, newswire_span span) {
    uint32_t low = 0, high = doc->name_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (doc->names[middle].end <= span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < doc->name_count && doc->names[low].start <= span.start &&
                   nw_span_end(span) <= doc->names[low].end
               ? (int)low
               : -1;
}

static void tag_units(const document *doc, const nw_name_units *units, uint8_t *tags) {
    int names[NW_RUN_LENGTH];
    for (uint32_t i = 0; i < units->count; i++) names[i] = name_over(doc, units->items[i].span);
    for (uint32_t i = 0; i < units->count; i++) {
        const nw_name_unit *unit = &units->items[i];
        if (names[i] < 0) {
            tags[i] = NW_TAG_NONE;
            continue;
        }
        const gold_name *name = &doc->names[names[i]];
        bool begins = i == 0 || names[i - 1] != names[i] || unit->cut;
        bool ends = i + 1 == units->count || names[i + 1] != names[i] || unit[1].cut;
        newswire_span token = doc->article->reading.tokens.items[unit->token].span;
        uint8_t type = name->type;
        if (unit->span.length < token.length && name->start == token.start && name->end == nw_span_end(token))
            type = type_alone(&doc->article->reading, unit, type);
        tags[i] = (uint8_t)nw_tag(type, begins ? ends ? NW_TAG_ONLY : NW_TAG_FIRST
                                        : ends ? NW_TAG_LAST
                                               : NW_TAG_INNER);
    }
}

/* ---- examples ---- */

/* The keys of a unit's features; a near one's is 1 + its row. */
static uint32_t find_keys(const nw_unit_columns *unit, uint64_t *keys, uint8_t *letters) {
    static nw_template_rows rows;
    static nw_features features;
    uint32_t count = 0;
    if (!rows.count) nw_number_rows(&rows);
    nw_find_features(&rows, unit, &features);
    for (uint32_t i = 0; i < features.near_count; i++) {
        letters[count] = 0;
        keys[count++] = features.near[i] + UINT64_C(1);
    }
    for (uint32_t i = 0; i < features.far_count; i++) {
        letters[count] = features.letters[i];
        keys[count++] = features.far[i];
    }
    return count;
}

typedef struct example_maker {
    data_set *set;
    uint32_t document;
    const nw_tag_model *model;
    feature_map *map;
    bool counting;
} example_maker;

static void add_example(example_maker *maker, const nw_name_units *units) {
    data_set *set = maker->set;
    uint64_t keys[2 * NW_MOST_FEATURES];
    uint8_t letters[2 * NW_MOST_FEATURES];
    uint32_t room = 0, used = 0;
    if (set->example_count % 1024 == 0)
        set->examples = must(realloc(set->examples, (set->example_count + 1024) * sizeof *set->examples));
    example *made = &set->examples[set->example_count++];
    made->count = units->count;
    made->document = maker->document;
    made->rows = NULL;
    made->first = must(malloc((units->count + 1) * sizeof *made->first));
    made->tags = must(malloc(units->count));
    made->allowed = must(malloc(units->count * sizeof *made->allowed));
    made->spans = must(malloc(units->count * sizeof *made->spans));
    made->sums = NULL;
    tag_units(&set->documents[maker->document], units, made->tags);
    for (uint32_t i = 0; i < units->count; i++) {
        uint32_t count = find_keys(&units->columns[i], keys, letters);
        made->first[i] = used;
        made->spans[i] = units->items[i].span;
        made->allowed[i] = nw_allowed_tags(units, i);
        for (uint32_t k = 0; k < count; k++) {
            uint32_t row = find_row(maker->map, keys[k]);
            if (row == UINT32_MAX) continue;
            if (used == room)
                made->rows = must(realloc(made->rows, (room = room * 2 + 64) * sizeof *made->rows));
            made->rows[used++] = row;
        }
    }
    made->first[units->count] = used;
}

static void make_of_document(nw_arena *arena, void *context) {
    example_maker *maker = context;
    const nw_reading *reading = &maker->set->documents[maker->document].article->reading;
    nw_name_units *units = nw_alloc(arena, sizeof *units);
    nw_name_reader *reader = nw_name_reader_open(arena, reading, NULL, maker->model);
    uint64_t keys[2 * NW_MOST_FEATURES];
    uint8_t letters[2 * NW_MOST_FEATURES];
    for (uint32_t token = 0; token < reading->tokens.count;) {
        token = nw_read_names(reader, token, reading->tokens.count, units);
        if (!units->count) continue;
        if (!maker->counting) {
            add_example(maker, units);
            continue;
        }
        for (uint32_t i = 0; i < units->count; i++) {
            uint32_t count = find_keys(&units->columns[i], keys, letters);
            for (uint32_t k = 0; k < count; k++) count_feature(maker->map, keys[k], letters[k]);
        }
    }
}

void make_examples(data_set *set, const nw_tag_model *model, feature_map *map, bool counting) {
    example_maker maker = {set, 0, model, map, counting};
    for (; maker.document < set->document_count; maker.document++)
        if (nw_run(&set->documents[maker.document].article->arena, make_of_document, &maker)) {
            fprintf(stderr, "%s: out of memory\n", set->name);
            exit(1);
        }
}

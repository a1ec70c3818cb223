#include "names/classes.h"
#include "train_names.h"

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
    int names[NW_NAME_RUN];
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

typedef struct example_maker {
    data_set *set;
    uint32_t document;
    nw_kept_words *kept;
    feature_map *map;
    bool counting;
} example_maker;

static void keep_spans(data_set *set, document *doc, const nw_name_units *units) {
    uint32_t last = set->examples.count - 1;
    if (last % 1024 == 0)
        set->first_spans = must(realloc(set->first_spans, (last + 1024) * sizeof *set->first_spans));
    set->first_spans[last] = doc->span_count;
    doc->spans = must(realloc(doc->spans, (doc->span_count + units->count) * sizeof *doc->spans));
    for (uint32_t i = 0; i < units->count; i++) doc->spans[doc->span_count++] = units->items[i].span;
}

static void make_example(example_maker *maker, const nw_name_units *units) {
    document *doc = &maker->set->documents[maker->document];
    example *made = add_example(&maker->set->examples, units->count, maker->document, doc->fold);
    keep_spans(maker->set, doc, units);
    tag_units(doc, units, made->tags);
    for (uint32_t i = 0; i < units->count; i++) {
        made->allowed[i] = nw_allowed_tags(units, i);
        take_unit(maker->map, made, i, &units->columns[i]);
    }
}

static bool is_doubtful(const document *doc, const nw_name_units *units) {
    for (uint32_t i = 0; i < units->count; i++) {
        int name = name_over(doc, units->items[i].span);
        if (name >= 0 && doc->names[name].doubtful) return true;
    }
    return false;
}

static void make_of_document(nw_arena *arena, void *context) {
    example_maker *maker = context;
    const nw_reading *reading = &maker->set->documents[maker->document].article->reading;
    nw_name_units *units = nw_alloc(arena, sizeof *units);
    nw_name_reader *reader = nw_name_reader_open(arena, reading, NULL, maker->kept);
    for (uint32_t token = 0; token < reading->tokens.count;) {
        token = nw_read_names(reader, token, reading->tokens.count, units);
        if (!units->count || is_doubtful(&maker->set->documents[maker->document], units)) continue;
        if (!maker->counting) make_example(maker, units);
        for (uint32_t i = 0; maker->counting && i < units->count; i++)
            count_unit(maker->map, &units->columns[i]);
    }
}

static nw_kept_words *kept;
static const newswire_allocator *kept_by;

void forget_words(void) {
    if (kept) nw_kept_words_close(kept_by, kept);
    kept = NULL;
}

void make_examples(data_set *set, const nw_word_table *words, feature_map *map, bool counting) {
    if (set->document_count && !kept) {
        kept_by = set->documents->article->arena.allocator;
        kept = must(nw_kept_words_open(kept_by, words, NULL));
    }
    example_maker maker = {set, 0, kept, map, counting};
    for (; maker.document < set->document_count; maker.document++)
        if (nw_run(&set->documents[maker.document].article->arena, make_of_document, &maker)) {
            fprintf(stderr, "%s: out of memory\n", set->name);
            exit(1);
        }
}

void forget_examples(data_set *set) {
    for (uint32_t e = 0; e < set->examples.count; e++) {
        free(set->examples.items[e].rows);
        free(set->examples.items[e].first);
        free(set->examples.items[e].tags);
        free(set->examples.items[e].allowed);
        free(set->examples.items[e].sums);
    }
    free(set->examples.items);
    memset(&set->examples, 0, sizeof set->examples);
    free(set->first_spans);
    set->first_spans = NULL;
    for (uint32_t d = 0; d < set->document_count; d++) {
        free(set->documents[d].spans);
        set->documents[d].spans = NULL;
        set->documents[d].span_count = 0;
    }
}

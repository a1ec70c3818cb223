#include "lexicon/compile/compile.h"

#include <inttypes.h>
#include <stdio.h>

static FILE *open_output(const char *directory, const char *name) {
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", directory, name);
    FILE *file = length > 0 && (size_t)length < sizeof path ? fopen(path, "w") : NULL;
    if (!file) perror(path);
    return file;
}

static bool close_output(FILE *file, const char *name) {
    bool good = !ferror(file);
    if (fclose(file) != 0) good = false;
    if (!good) perror(name);
    return good;
}

/* A text that is put together in a room of which is known that it holds it. */
typedef struct text_room {
    char *bytes;
    size_t length;
    size_t room;
} text_room;

static void put(text_room *text, const char *more) {
    text->length += (size_t)snprintf(text->bytes + text->length, text->room - text->length, "%s", more);
}

/* A constant of an enumeration: "    NW_USE_NEWS_VERB,". */
static void put_constant(text_room *text, const char *prefix, newswire_string name) {
    put(text, prefix);
    for (uint32_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        text->bytes[text->length++] = byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A')
                                      : byte == '-'              ? '_'
                                                                 : byte;
    }
    put(text, ",\n");
}

static void header_text(const lexicon_build *compilation, char *bytes, size_t room) {
    text_room text = {bytes, 0, room};
    put(&text, "/* Made by lexicon-compile from ext/lexicon/lists: do not edit. */\n"
               "#ifndef NW_LEXICON_LISTS_H\n#define NW_LEXICON_LISTS_H\n\nenum nw_list {\n");
    for (uint32_t i = 0; i < compilation->list_count; i++)
        put_constant(&text, "    NW_LIST_", nw_string(compilation->lists[i].name));
    put(&text, "    NW_LIST_COUNT\n};\n\nenum nw_use {\n");
    for (uint32_t i = 0; i < compilation->uses.count; i++)
        put_constant(&text, "    NW_USE_", compilation->uses.items[i].name);
    put(&text, "    NW_USE_COUNT\n};\n\n#endif\n");
}

/* A header that is the same already stays as it is: what includes it need not be compiled again. */
bool write_header(const lexicon_build *compilation, const char *directory) {
    char text[16384], path[4096], present[16384] = "";
    size_t room = 512;
    for (uint32_t i = 0; i < compilation->list_count; i++) room += strlen(compilation->lists[i].name) + 16;
    for (uint32_t i = 0; i < compilation->uses.count; i++)
        room += compilation->uses.items[i].name.length + 16;
    if (room > sizeof text) return false;
    header_text(compilation, text, sizeof text);
    snprintf(path, sizeof path, "%s/lexicon_lists.h", directory);
    FILE *file = fopen(path, "r");
    if (file) {
        present[fread(present, 1, sizeof present - 1, file)] = 0;
        fclose(file);
        if (strcmp(present, text) == 0) return true;
    }
    file = open_output(directory, "lexicon_lists.h");
    if (!file) return false;
    fputs(text, file);
    return close_output(file, "lexicon_lists.h");
}

static void write_literal(FILE *file, const char *bytes, uint32_t length) {
    fputc('"', file);
    for (uint32_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool plain = byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\' && byte != '?';
        if (plain)
            fputc(byte, file);
        else
            fprintf(file, "\\%03o", byte);
        if (i % 96 == 95) fputs("\"\n\"", file);
    }
    fputc('"', file);
}

static void write_pool(FILE *file, const string_pool *pool) {
    fputs("const char nw_lexicon_pool[][NW_POOL_ROW] = {\n", file);
    for (uint32_t row = 0; row == 0 || row < pool->length; row += NW_POOL_ROW) {
        uint32_t length = NW_POOL_ROW;
        while (length > 0 && pool->bytes[row + length - 1] == 0) length--;
        write_literal(file, pool->bytes + row, length);
        fputs(",\n", file);
    }
    fputs("\"\"};\n", file); /* lexicon.c may read past the last string */
}

/* The number of a thing among different ones, from 0; `things` keeps them in order, one after the other. */
static uint32_t number_of(lexicon_build *compilation, numbered_things *things, const void *thing,
                          uint32_t size) {
    newswire_string bytes = {thing, size};
    string_slot *slot = map_slot(compilation->arena, &things->numbers, bytes);
    if (slot->number == 0) {
        nw_reserve(compilation->arena, &things->bytes, things->bytes.count + size);
        memcpy(things->bytes.items + things->bytes.count, thing, size);
        things->bytes.count += size;
        slot->string.bytes = memcpy(nw_alloc(compilation->arena, size), thing, size);
        slot->number = things->numbers.count;
    }
    return slot->number - 1;
}

/* See nw_word_record. */
static void write_head(FILE *file, lexicon_build *compilation, newswire_string form) {
    char place[8] = "";
    if (form.length < sizeof place) {
        write_literal(file, form.bytes, form.length);
        return;
    }
    uint32_t offset = pool_place(compilation, form);
    for (unsigned i = 0; i < 4; i++) place[1 + i] = (char)(unsigned char)(offset >> 8 * i);
    write_literal(file, place, 5);
}

static void write_sets(FILE *file, const char *name, const numbered_things *sets) {
    fprintf(file, "const uint64_t %s[] = {\n", name);
    for (uint32_t i = 0; i < sets->numbers.count; i++) {
        uint64_t set;
        memcpy(&set, sets->bytes.items + i * sizeof set, sizeof set);
        fprintf(file, "UINT64_C(0x%" PRIx64 "),\n", set);
    }
    fputs("};\n", file);
}

static void write_known(FILE *file, const numbered_things *all) {
    fputs("const nw_word_known nw_lexicon_known[] = {\n", file);
    for (uint32_t i = 0; i < all->numbers.count; i++) {
        nw_word_known known;
        memcpy(&known, all->bytes.items + i * sizeof known, sizeof known);
        fputs("{{", file);
        for (unsigned j = 0; j < NW_AGREEMENTS; j++)
            fprintf(file, "{UINT64_C(0x%" PRIx64 "),%u,%u},", known.infos[j].classes, known.infos[j].before,
                    known.infos[j].after);
        fputs("}},\n", file);
    }
    fputs("};\n", file);
}

static uint32_t number_of_readings(lexicon_build *compilation, uint64_t readings) {
    return number_of(compilation, &compilation->readings, &readings, sizeof readings);
}

/* Of a word alone: they are in any case. */
static uint64_t readings_of_word(const lexicon_build *compilation, const list_form *first, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        uint64_t readings = readings_of_form(compilation, &first[i]);
        if (readings) return readings;
    }
    return 0;
}

static void write_clause_words(FILE *file, const numbered_things *all) {
    fputs("const nw_clause_word nw_lexicon_clause_words[] = {\n", file);
    for (uint32_t i = 0; i < all->numbers.count; i++) {
        nw_clause_word clause;
        memcpy(&clause, all->bytes.items + i * sizeof clause, sizeof clause);
        fprintf(file, "{%d,%u,%u,%u},\n", clause.class, clause.senses, clause.is_verb, clause.may_cue);
    }
    fputs("};\n", file);
}

static void write_uses(FILE *file, const numbered_things *all) {
    fputs("const nw_word_uses nw_lexicon_uses[] = {\n", file);
    for (uint32_t i = 0; i < all->numbers.count; i++) {
        nw_word_uses uses;
        memcpy(&uses, all->bytes.items + i * sizeof uses, sizeof uses);
        fputs("{{", file);
        for (unsigned j = 0; j < NW_USE_WORDS; j++) fprintf(file, "UINT64_C(0x%" PRIx64 "),", uses.bits[j]);
        fputs("}},\n", file);
    }
    fputs("};\n", file);
}

/* What the records of words have by number. */
typedef struct word_facts {
    numbered_things uses;
    numbered_things sets;
    numbered_things known;
    numbered_things clauses;
} word_facts;

/* `forms` are those of the word alone, `entry` the number of the first. */
static void write_word(FILE *file, lexicon_build *compilation, word_facts *facts, const list_word *word,
                       const list_form *forms, uint32_t form_count, uint32_t entry) {
    nw_word_known known;
    nw_clause_word clause;
    nw_word_uses uses = {{0}};
    uint64_t readings = readings_of_word(compilation, forms, form_count);
    for (uint32_t i = 0; i < form_count; i++) add_uses_of_form(compilation, &forms[i], &uses);
    known_of_word(compilation, forms, form_count, &known);
    clause_of_word(compilation, word, forms, form_count, &clause);
    fputc('{', file);
    write_head(file, compilation, nw_string(word->text));
    fprintf(file, ",0x%" PRIx64, word->lists);
    fprintf(file, ",%" PRIu32 ",%" PRIu32, entry, number_of_readings(compilation, readings));
    fprintf(file, ",%" PRIu32 ",%" PRIu32, word->node,
            number_of(compilation, &facts->clauses, &clause, sizeof clause));
    fprintf(file, ",0x%" PRIx32 ",%" PRIu32 ",%" PRIu32 ",%" PRIu32 "},\n", word->seconds,
            number_of(compilation, &facts->sets, &word->begins, sizeof word->begins),
            number_of(compilation, &facts->known, &known, sizeof known),
            number_of(compilation, &facts->uses, &uses, sizeof uses));
}

static void write_words(FILE *file, lexicon_build *compilation) {
    word_facts facts;
    uint32_t entry = 0, count = compilation->words.count;
    const list_forms *forms = &compilation->forms;
    memset(&facts, 0, sizeof facts);
    fputs("_Alignas(64) const nw_word_record nw_lexicon_words[] = {\n", file);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t first = entry;
        while (entry < forms->count && forms->items[entry].node == 0 && forms->items[entry].word == i)
            entry++;
        write_word(file, compilation, &facts, &compilation->words.items[i], forms->items + first,
                   entry - first, first);
    }
    fprintf(file, "{\"\",0,%" PRIu32 ",0,0,0,0,0,0,0}};\n", entry);
    check_uses(compilation);
    if (facts.sets.numbers.count >> NW_BEGINS_BITS || facts.known.numbers.count >> NW_KNOWN_BITS ||
        facts.uses.numbers.count >> NW_USES_BITS || facts.clauses.numbers.count > UINT8_MAX)
        complain(compilation, &compilation->lists[0], 1, "too many sets of lists or of classes");
    write_sets(file, "nw_lexicon_sets", &facts.sets);
    write_known(file, &facts.known);
    write_clause_words(file, &facts.clauses);
    write_uses(file, &facts.uses);
}

static void write_slots(FILE *file, const lexicon_build *compilation) {
    uint32_t room = 1024, count = compilation->words.count;
    while (room < 2 * count) room *= 2;
    uint32_t *slots = nw_alloc_zero(compilation->arena, room * sizeof *slots);
    for (uint32_t i = 1; i < count; i++) {
        uint64_t hash = compilation->words.items[i].hash;
        uint32_t place = nw_word_slot(hash) & (room - 1);
        while (slots[place]) place = (place + 1) & (room - 1);
        slots[place] = nw_word_tag(hash) | i;
    }
    fprintf(file,
            "const uint32_t nw_lexicon_slot_mask = %" PRIu32 ";\nconst uint32_t nw_lexicon_slots[] = {\n",
            room - 1);
    for (uint32_t i = 0; i < room; i++) fprintf(file, "%" PRIu32 "u,%s", slots[i], i % 8 == 7 ? "\n" : "");
    fputs("};\n", file);
}

static void write_trie(FILE *file, const lexicon_build *compilation) {
    const trie_edges *edges = &compilation->edges;
    uint32_t room = edges->room ? edges->room : 1;
    fprintf(file,
            "const uint32_t nw_lexicon_edge_mask = %" PRIu32 ";\nconst uint64_t nw_lexicon_edges[] = {\n",
            room - 1);
    for (uint32_t i = 0; i < room; i++)
        fprintf(file, "%" PRIu64 "u,%s", edges->room ? edges->slots[i] : 0, i % 8 == 7 ? "\n" : "");
    fputs("};\nconst uint32_t nw_lexicon_nodes[] = {\n", file);
    uint32_t entry = 0;
    for (uint32_t node = 0; node <= compilation->node_count; node++) {
        while (entry < compilation->forms.count && compilation->forms.items[entry].node < (node ? node : 1))
            entry++;
        fprintf(file, "%" PRIu32 ",%s", entry, node % 8 == 7 ? "\n" : "");
    }
    fputs("};\n", file);
}

static void write_entries(FILE *file, lexicon_build *compilation) {
    fputs("const nw_entry nw_lexicon_entries[] = {\n", file);
    for (uint32_t i = 0; i < compilation->forms.count; i++) {
        const list_form *form = &compilation->forms.items[i];
        uint8_t class = form->class;
        value_class_of_form(compilation, form, &class);
        fprintf(file, "{%" PRIu32 ",%u,%" PRIu32 ",%" PRIu32 ",%" PRIu32 "},\n", form->list, class,
                form->shape, form->value,
                number_of_readings(compilation, readings_of_form(compilation, form)));
    }
    if (compilation->readings.numbers.count > UINT8_MAX || compilation->pool.length >> 24)
        complain(compilation, &compilation->lists[0], 1, "too many readings or strings for an entry");
    fputs("{0,0,0,0,0}};\nconst uint8_t nw_lexicon_columns[] = {", file);
    for (uint32_t i = 0; i < compilation->list_count; i++)
        fprintf(file, "%u,", compilation->lists[i].columns);
    fputs("0};\n", file);
}

static void write_filters(FILE *file, const lexicon_build *compilation) {
    fputs("const uint64_t nw_lexicon_filters[][NW_FILTER_NUMBERS] = {\n", file);
    for (uint32_t list = 0; list < compilation->list_count; list++) {
        uint64_t filter[NW_FILTER_NUMBERS] = {0};
        uint32_t count = 0;
        for (uint32_t i = 1; i < compilation->words.count; i++) {
            const list_word *word = &compilation->words.items[i];
            if (!(word->lists >> list & 1)) continue;
            unsigned bit = nw_filter_bit(word->hash);
            filter[bit / 64] |= UINT64_C(1) << bit % 64;
            count++;
        }
        fputc('{', file);
        for (unsigned i = 0; i < NW_FILTER_NUMBERS; i++)
            fprintf(file, "UINT64_C(0x%" PRIx64 "),", count > NW_FILTER_WORDS ? UINT64_MAX : filter[i]);
        fputs("},\n", file);
    }
    fputs("};\n", file);
}

bool write_tables(lexicon_build *compilation, const char *directory) {
    FILE *file = open_output(directory, "lexicon_data.c");
    if (!file) return false;
    fputs("/* Made by lexicon-compile from ext/lexicon/lists: do not edit. */\n"
          "#include \"lexicon/tables.h\"\n\n",
          file);
    write_words(file, compilation);
    write_slots(file, compilation);
    write_trie(file, compilation);
    write_entries(file, compilation);
    write_sets(file, "nw_lexicon_readings", &compilation->readings);
    write_filters(file, compilation);
    write_pool(file, &compilation->pool);
    return close_output(file, "lexicon_data.c") && compilation->errors == 0;
}

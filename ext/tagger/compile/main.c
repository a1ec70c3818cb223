/*
** Makes C tables of a model: a program of the building machine.
**
**     tagger-compile NAMES.model WORD_CLASSES.txt OUT.c
*/
#include "tagger/columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORD_SLOTS = 1 << 17, MOST_LINE = 4096 };

static _Noreturn void fail(const char *path, const char *what) {
    fprintf(stderr, "tagger-compile: %s: %s\n", path, what);
    exit(1);
}

static FILE *open_file(const char *path, const char *mode) {
    FILE *file = fopen(path, mode);
    if (!file) fail(path, "cannot be opened");
    return file;
}

static uint64_t get_number(FILE *in, unsigned bytes) {
    uint64_t value = 0;
    for (unsigned i = 0; i < bytes; i++) {
        int byte = getc(in);
        if (byte == EOF) fail("the model", "ends too early");
        value |= (uint64_t)byte << 8 * i;
    }
    return value;
}

/* ---- words ---- */

static nw_word_class words[WORD_SLOTS];

static uint32_t *find_word(uint64_t key) {
    uint32_t slot = (uint32_t)key & (WORD_SLOTS - 1);
    while (words[slot].key && words[slot].key != (uint32_t)(key >> 32)) slot = (slot + 1) & (WORD_SLOTS - 1);
    words[slot].key = (uint32_t)(key >> 32);
    return &words[slot].classes;
}

static void read_classes(const char *path) {
    char line[MOST_LINE];
    FILE *in = open_file(path, "r");
    while (fgets(line, sizeof line, in)) {
        unsigned small, middle, large;
        char *tab = strchr(line, '\t');
        if ((*line == '#' && line[1] == ' ') || !tab || sscanf(tab, "%u %u %u", &small, &middle, &large) != 3)
            continue;
        uint32_t *classes = find_word(nw_word_key(line, (uint32_t)(tab - line), NW_KEY_SHOWN));
        if (!*classes) *classes = small | middle << 7 | large << 16;
    }
    fclose(in);
}

static void write_words(FILE *out) {
    fprintf(out, "static const nw_word_class words[%d] = {", WORD_SLOTS);
    for (uint32_t i = 0; i < WORD_SLOTS; i++)
        fprintf(out, "%s{%luu,%luu},", i % 8 ? "" : "\n", (unsigned long)words[i].key,
                (unsigned long)words[i].classes);
    fprintf(out, "\n};\n\n");
}

/* ---- features ---- */

typedef struct feature {
    uint64_t key; /* up to the number of near rows: 1 + that of its row; else a key */
    int8_t weights[NW_TAG_NONE];
} feature;

static void write_rows(FILE *out, const char *name, const feature *features, uint32_t count) {
    fprintf(out, "static const int8_t %s[%lu][NW_TAG_NONE] = {\n", name, (unsigned long)count);
    for (uint32_t i = 0; i < count; i++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            fprintf(out, "%s%d%s", tag ? "," : "{", features[i].weights[tag],
                    tag + 1 == NW_TAG_NONE ? "},\n" : "");
    fputs("};\n\n", out);
}

/* Writes the slots by which features are looked up; gives their number. */
static uint32_t write_slots(FILE *out, const feature *features, uint32_t count) {
    uint32_t room = 1024;
    while (room / 4 * 3 < count) room *= 2;
    nw_feature_slot *slots = calloc(room, sizeof *slots);
    if (!slots) fail("the model", "too large");
    for (uint32_t i = 0; i < count; i++) {
        uint32_t slot = (uint32_t)features[i].key & (room - 1), key = (uint32_t)(features[i].key >> 32);
        while (slots[slot].key) slot = (slot + 1) & (room - 1);
        slots[slot].key = key ? key : 1;
        slots[slot].row = i;
    }
    fprintf(out, "static const nw_feature_slot features[%lu] = {", (unsigned long)room);
    for (uint32_t i = 0; i < room; i++)
        fprintf(out, "%s{%luu,%lu},", i % 8 ? "" : "\n", (unsigned long)slots[i].key,
                (unsigned long)slots[i].row);
    fprintf(out, "\n};\n\n");
    free(slots);
    return room;
}

static uint32_t write_features(FILE *in, FILE *out) {
    nw_template_rows rows;
    nw_number_rows(&rows);
    uint32_t count = (uint32_t)get_number(in, 4), far_count = 0;
    feature *near = calloc(rows.rows + 1u, sizeof *near), *far = calloc(count + 1u, sizeof *far);
    if (!near || !far) fail("the model", "too large");
    for (uint32_t i = 0; i < count; i++) {
        uint64_t key = get_number(in, 8);
        feature *made = key <= rows.rows ? &near[key - 1] : &far[far_count++];
        made->key = key;
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) made->weights[tag] = (int8_t)get_number(in, 1);
    }
    write_rows(out, "near_weights", near, rows.rows);
    write_rows(out, "weights", far, far_count);
    uint32_t room = write_slots(out, far, far_count);
    free(near);
    free(far);
    return room;
}

int main(int argc, char **argv) {
    static const char head[] = "newswire names 1\n";
    if (argc != 4) fail("usage", "tagger-compile NAMES.model WORD_CLASSES.txt OUT.c");
    FILE *in = open_file(argv[1], "rb"), *out = open_file(argv[3], "w");
    for (size_t i = 0; i + 1 < sizeof head; i++)
        if (getc(in) != head[i]) fail(argv[1], "is no model of names");
    fprintf(out, "/* Made by ext/tagger/compile. */\n#include \"tagger/model.h\"\n\n");
    fprintf(out, "static const int16_t transitions[NW_TAGS][NW_TAGS] = {\n");
    for (unsigned a = 0; a < NW_TAGS; a++) {
        for (unsigned b = 0; b < NW_TAGS; b++)
            fprintf(out, "%s%d", b ? "," : "{", (int16_t)get_number(in, 2));
        fprintf(out, "},\n");
    }
    fprintf(out, "};\n\nstatic const uint16_t sureness[NW_SURENESS_POINTS][2] = {\n");
    for (unsigned i = 0; i < NW_SURENESS_POINTS; i++) {
        unsigned distance = (unsigned)get_number(in, 2), share = (unsigned)get_number(in, 2);
        fprintf(out, "{%u,%u},", distance, share);
    }
    fprintf(out, "\n};\n\n");
    read_classes(argv[2]);
    for (uint32_t count = (uint32_t)get_number(in, 4); count > 0; count--) {
        uint32_t *classes = find_word(get_number(in, 8));
        *classes |= (uint32_t)get_number(in, 1) << 26;
    }
    write_words(out);
    uint32_t room = write_features(in, out);
    fprintf(out,
            "const nw_tag_model nw_names_model = {\n    words, %d, features, weights, near_weights, %lu, "
            "transitions, sureness};\n",
            WORD_SLOTS - 1, (unsigned long)room - 1);
    fclose(in);
    if (fclose(out)) fail(argv[3], "cannot be written");
    return 0;
}

/*
** Makes a C table of the classes of words, with the marks that models set on them: a program of the building
** machine.
**
**     compile-words WORD_CLASSES.txt OUT.c MODEL ...
*/
#include "compile.h"

#include "tagger/word_classes.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_SLOTS = 1 << 17, MOST_LINE = 4096 };

static nw_classed_word words[WORD_SLOTS];
static uint64_t keys[WORD_SLOTS];

static uint32_t word_count;

static uint32_t *find_word(uint64_t key) {
    uint32_t slot = (uint32_t)key & (WORD_SLOTS - 1);
    while (keys[slot] && keys[slot] != key) slot = (slot + 1) & (WORD_SLOTS - 1);
    if (!keys[slot] && ++word_count == WORD_SLOTS / 4 * 3) fail("the words", "too many");
    keys[slot] = key;
    words[slot].key = (uint32_t)(key >> 32);
    return &words[slot].classes;
}

/* Puts the words into a table that is three quarters full. */
static nw_word_table lay_out(void) {
    nw_word_table table = {NULL, word_count / 3 * 4 + 4};
    nw_classed_word *slots = calloc(table.slot_count, sizeof *slots);
    if (!slots) fail("the words", "too many");
    for (uint32_t i = 0; i < WORD_SLOTS; i++) {
        if (!keys[i]) continue;
        uint32_t slot = nw_class_slot(table.slot_count, keys[i]);
        while (slots[slot].key || slots[slot].classes) slot = slot + 1 < table.slot_count ? slot + 1 : 0;
        slots[slot] = words[i];
    }
    table.slots = slots;
    return table;
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

static void read_marks(const char *path) {
    uint64_t templates, classes;
    FILE *in = open_file(path, "rb");
    read_head(in, path, &templates, &classes);
    for (uint32_t count = find_marks(in); count > 0; count--) {
        uint32_t *word = find_word(get_number(in, 8));
        *word |= (uint32_t)get_number(in, 1) << NW_WORD_MARKS;
    }
    fclose(in);
}

int main(int argc, char **argv) {
    if (argc < 3) fail("usage", "compile-words WORD_CLASSES.txt OUT.c MODEL ...");
    read_classes(argv[1]);
    for (int i = 3; i < argc; i++) read_marks(argv[i]);
    FILE *out = open_file(argv[2], "w");
    fprintf(out, "/* Made by ext/tagger/compile. */\n#include \"tagger/word_classes.h\"\n\n");
    nw_word_table table = lay_out();
    fprintf(out, "static const nw_classed_word words[%lu] = {", (unsigned long)table.slot_count);
    for (uint32_t i = 0; i < table.slot_count; i++)
        fprintf(out, "%s{%luu,%luu},", i % 8 ? "" : "\n", (unsigned long)table.slots[i].key,
                (unsigned long)table.slots[i].classes);
    fprintf(out, "\n};\n\nconst nw_word_table nw_word_classes = {words, %lu};\n",
            (unsigned long)table.slot_count);
    close_file(out, argv[2]);
    return 0;
}

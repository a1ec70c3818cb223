#include "train.h"

enum { WORD_SLOTS = 1 << 17 };

uint32_t *add_word(nw_word_table *words, uint64_t key) {
    nw_classed_word *slots = (nw_classed_word *)words->slots;
    for (uint32_t slot = nw_class_slot(words->slot_count, key);;
         slot = slot + 1 < words->slot_count ? slot + 1 : 0) {
        if (slots[slot].key == (uint32_t)(key >> 32)) return &slots[slot].classes;
        if (slots[slot].key) continue;
        slots[slot].key = (uint32_t)(key >> 32);
        return &slots[slot].classes;
    }
}

void read_word_classes(const char *path, nw_word_table *words) {
    char line[4096], form[4096];
    unsigned small, middle, large;
    FILE *file = fopen(path, "r");
    if (!file) {
        perror(path);
        exit(1);
    }
    words->slots = must(calloc(WORD_SLOTS, sizeof *words->slots));
    words->slot_count = WORD_SLOTS;
    while (fgets(line, sizeof line, file)) {
        if (*line == '#' && line[1] == ' ') continue;
        if (sscanf(line, "%4095[^\t]\t%u\t%u\t%u", form, &small, &middle, &large) != 4) continue;
        uint32_t *classes = add_word(words, nw_word_key(form, (uint32_t)strlen(form), NW_KEY_SHOWN));
        if (!*classes) *classes = small | middle << 7 | large << 16;
    }
    fclose(file);
}

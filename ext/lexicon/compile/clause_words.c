#include "lexicon/compile/compile.h"

static uint8_t senses_of_word(const char *letters) {
    unsigned senses = 0;
    for (; *letters; letters++) {
        const char *place = strchr(NW_SENSE_LETTERS, *letters);
        if (place) senses |= 1u << (place - NW_SENSE_LETTERS);
    }
    return (uint8_t)senses;
}

static const list_form *find_form(const lexicon_build *compilation, const list_form *first, uint32_t count,
                                  const char *list, unsigned columns) {
    for (uint32_t i = 0; i < count; i++) {
        const list_file *file = &compilation->lists[first[i].list];
        if (strcmp(file->name, list) == 0 && file->columns >= columns) return &first[i];
    }
    return NULL;
}

/* Whether a form of a list is the word or begins with it. */
static bool may_begin(const lexicon_build *compilation, const list_word *word, const char *list) {
    for (uint32_t i = 0; i < compilation->list_count; i++)
        if (strcmp(compilation->lists[i].name, list) == 0) return (word->lists | word->begins) >> i & 1;
    return false;
}

void clause_of_word(const lexicon_build *compilation, const list_word *word, const list_form *first,
                    uint32_t count, nw_clause_word *clause) {
    const list_form *small = find_form(compilation, first, count, "clause_words", 2);
    const list_form *verb = find_form(compilation, first, count, "reporting_verbs", 3);
    memset(clause, 0, sizeof *clause);
    clause->may_cue = may_begin(compilation, word, "reporting_verbs");
    if (small) {
        clause->class = *form_column(small, 1);
        clause->senses = senses_of_word(form_column(small, 2));
    } else if (verb) {
        char kind = *form_column(verb, 3);
        clause->is_verb = kind == 'd' || kind == 's';
    }
}

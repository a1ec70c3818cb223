#include "lexicon/compile/compile.h"

/* The class of all entries of a list; lists that are told apart by a column are below. */
static const struct list_class {
    const char *list;
    enum nw_class class;
} list_classes[] = {
    {"countries", NW_CLASS_COUNTRY},
    {"nationalities", NW_CLASS_NATIONALITY},
    {"regions", NW_CLASS_REGION},
    {"companies", NW_CLASS_COMPANY},
    {"firms", NW_CLASS_FIRM},
    {"organisations", NW_CLASS_ORGANISATION},
    {"exchanges", NW_CLASS_ORGANISATION},
    {"press", NW_CLASS_PRESS},
    {"stock_indices", NW_CLASS_INDEX},
    {"events", NW_CLASS_EVENT},
    {"titles", NW_CLASS_TITLE},
    {"job_roles", NW_CLASS_ROLE},
    {"given_names", NW_CLASS_GIVEN},
    {"surnames", NW_CLASS_SURNAME},
    {"currencies", NW_CLASS_CURRENCY},
    {"pronouns", NW_CLASS_PRONOUN},
};

static bool column_is(const list_form *form, unsigned column, const char *value) {
    return strcmp(form_column(form, column), value) == 0;
}

/* By place in the name and type. */
static enum nw_class class_of_name_word(const list_form *form) {
    const char *type = form_column(form, 1), *place = form_column(form, 2);
    switch (*place) {
    case 'l': return NW_CLASS_LEGAL;
    case 'i': return NW_CLASS_INSIDE;
    case 'o': return *type == 'O' ? NW_CLASS_ORG_OPENS : NW_CLASS_LOC_OPENS;
    case 'f': return *type == 'P' ? NW_CLASS_PARTICLE : NW_CLASS_LOC_FIRST;
    default: break;
    }
    if (*type == 'O') return NW_CLASS_ORG_HEAD;
    if (*type == 'L') return NW_CLASS_LOC_HEAD;
    return column_is(form, 3, "event") ? NW_CLASS_EVENT_HEAD : NW_CLASS_OTHER_HEAD;
}

static enum nw_class class_of_kind(const list_form *form) {
    switch (*form_column(form, 1)) {
    case 'O': return NW_CLASS_KIND_ORG;
    case 'L': return NW_CLASS_KIND_LOC;
    default: return column_is(form, 2, "honorific") ? NW_CLASS_HONORIFIC : NW_CLASS_KIND_PERSON;
    }
}

/* Half a million and more is a metropolis, by the digits of it. */
static enum nw_class class_of_city(const list_form *form) {
    const char *population = form_column(form, 3);
    size_t digits = strlen(population);
    return digits > 6 || (digits == 6 && *population >= '5') ? NW_CLASS_METROPOLIS : NW_CLASS_CITY;
}

static enum nw_class class_of_team(const list_form *form) {
    return column_is(form, 3, "city") ? NW_CLASS_COUNT : NW_CLASS_TEAM;
}

static enum nw_class class_of_ordinary_word(const list_form *form) {
    switch (*form_column(form, 1)) {
    case 'c': return NW_CLASS_CALENDAR;
    case 'a': return NW_CLASS_ABBREVIATION;
    default: return NW_CLASS_ORDINARY;
    }
}

/* The lists whose columns tell the class, and how many columns that takes. */
static const struct column_class {
    const char *list;
    unsigned columns;
    enum nw_class (*class_of)(const list_form *form);
} column_classes[] = {
    {"name_words", 3, class_of_name_word},
    {"kinds", 2, class_of_kind},
    {"cities", 3, class_of_city},
    {"sports_teams", 3, class_of_team},
    {"ordinary_words", 1, class_of_ordinary_word},
};

static enum nw_class class_of_form(const lexicon_build *compilation, const list_form *form) {
    const list_file *list = &compilation->lists[form->list];
    for (size_t i = 0; i < sizeof list_classes / sizeof *list_classes; i++)
        if (strcmp(list->name, list_classes[i].list) == 0) return list_classes[i].class;
    for (size_t i = 0; i < sizeof column_classes / sizeof *column_classes; i++)
        if (strcmp(list->name, column_classes[i].list) == 0 && list->columns >= column_classes[i].columns)
            return column_classes[i].class_of(form);
    return NW_CLASS_COUNT;
}

void find_name_classes(lexicon_build *compilation) {
    for (uint32_t i = 0; i < compilation->forms.count; i++) {
        list_form *form = &compilation->forms.items[i];
        form->class = (uint8_t)class_of_form(compilation, form);
    }
}

static uint8_t cue_letter(const char *column) {
    return *column >= 'a' && *column <= 'z' ? (uint8_t)(*column - 'a' + 1) : 0;
}

void known_of_word(const lexicon_build *compilation, const list_form *first, uint32_t count,
                   nw_word_known *known) {
    memset(known, 0, sizeof *known);
    for (uint32_t i = 0; i < count; i++) {
        const list_form *form = &first[i];
        const list_file *list = &compilation->lists[form->list];
        bool cue = strcmp(list->name, "name_cues") == 0 && list->columns >= 2;
        for (unsigned agreement = form->shape & 3; agreement < NW_AGREEMENTS; agreement++) {
            nw_word_info *info = &known->infos[agreement];
            if (form->class != NW_CLASS_COUNT) info->classes |= nw_class_bit(form->class);
            if (!cue) continue;
            info->before = cue_letter(form_column(form, 1));
            info->after = cue_letter(form_column(form, 2));
        }
    }
}

#include "names/classes.h"

/* The class of a whole list, by which of its columns it is narrowed down. */
static const struct list_class {
    enum nw_list list;
    enum nw_class class;
} list_classes[] = {
    {NW_LIST_COUNTRIES, NW_CLASS_COUNTRY},
    {NW_LIST_NATIONALITIES, NW_CLASS_NATIONALITY},
    {NW_LIST_CITIES, NW_CLASS_CITY},
    {NW_LIST_REGIONS, NW_CLASS_REGION},
    {NW_LIST_COMPANIES, NW_CLASS_COMPANY},
    {NW_LIST_FIRMS, NW_CLASS_FIRM},
    {NW_LIST_ORGANISATIONS, NW_CLASS_ORGANISATION},
    {NW_LIST_EXCHANGES, NW_CLASS_ORGANISATION},
    {NW_LIST_PRESS, NW_CLASS_PRESS},
    {NW_LIST_STOCK_INDICES, NW_CLASS_INDEX},
    {NW_LIST_EVENTS, NW_CLASS_EVENT},
    {NW_LIST_SPORTS_TEAMS, NW_CLASS_TEAM},
    {NW_LIST_TITLES, NW_CLASS_TITLE},
    {NW_LIST_JOB_ROLES, NW_CLASS_ROLE},
    {NW_LIST_GIVEN_NAMES, NW_CLASS_GIVEN},
    {NW_LIST_SURNAMES, NW_CLASS_SURNAME},
    {NW_LIST_CURRENCIES, NW_CLASS_CURRENCY},
    {NW_LIST_ORDINARY_WORDS, NW_CLASS_ORDINARY},
    {NW_LIST_PRONOUNS, NW_CLASS_PRONOUN},
};

enum { METROPOLIS = 500000 };

static bool column_is(const nw_entry *entry, unsigned column, const char *value) {
    return strcmp(nw_entry_column(entry, column), value) == 0;
}

/* name_words.txt: by place in the name and type. */
static enum nw_class class_of_name_word(const nw_entry *entry) {
    const char *type = nw_entry_column(entry, 1), *place = nw_entry_column(entry, 2);
    switch (*place) {
    case 'l': return NW_CLASS_LEGAL;
    case 'i': return NW_CLASS_INSIDE;
    case 'o': return *type == 'O' ? NW_CLASS_ORG_OPENS : NW_CLASS_LOC_OPENS;
    case 'f': return *type == 'P' ? NW_CLASS_PARTICLE : NW_CLASS_LOC_FIRST;
    default: break;
    }
    if (*type == 'O') return NW_CLASS_ORG_HEAD;
    if (*type == 'L') return NW_CLASS_LOC_HEAD;
    return column_is(entry, 3, "event") ? NW_CLASS_EVENT_HEAD : NW_CLASS_OTHER_HEAD;
}

static enum nw_class class_of_kind(const nw_entry *entry) {
    switch (*nw_entry_column(entry, 1)) {
    case 'O': return NW_CLASS_KIND_ORG;
    case 'L': return NW_CLASS_KIND_LOC;
    default: return NW_CLASS_KIND_PERSON;
    }
}

static enum nw_class class_of_entry(const nw_entry *entry) {
    switch ((enum nw_list)entry->list) {
    case NW_LIST_NAME_WORDS: return class_of_name_word(entry);
    case NW_LIST_KINDS: return class_of_kind(entry);
    case NW_LIST_CITIES: return nw_entry_number(entry, 3) >= METROPOLIS ? NW_CLASS_METROPOLIS : NW_CLASS_CITY;
    case NW_LIST_SPORTS_TEAMS: return column_is(entry, 3, "city") ? NW_CLASS_COUNT : NW_CLASS_TEAM;
    case NW_LIST_ORDINARY_WORDS:
        switch (*nw_entry_column(entry, 1)) {
        case 'c': return NW_CLASS_CALENDAR;
        case 'a': return NW_CLASS_ABBREVIATION;
        default: return NW_CLASS_ORDINARY;
        }
    default: break;
    }
    for (size_t i = 0; i < sizeof list_classes / sizeof *list_classes; i++)
        if (list_classes[i].list == (enum nw_list)entry->list) return list_classes[i].class;
    return NW_CLASS_COUNT;
}

static uint8_t cue_letter(const char *column) {
    return *column >= 'a' && *column <= 'z' ? (uint8_t)(*column - 'a' + 1) : 0;
}

nw_word_info nw_know_word(uint32_t word, const newswire_token *token) {
    nw_word_info info = {0, 0, 0};
    if (!word || !nw_word_lists(word)) return info;
    uint32_t count;
    const nw_entry *entries = nw_word_entries(word, &count);
    for (uint32_t i = 0; i < count; i++) {
        if (!nw_token_agrees(token, entries[i].shape & 3u)) continue;
        if (entries[i].list == NW_LIST_NAME_CUES) {
            info.before = cue_letter(nw_entry_column(&entries[i], 1));
            info.after = cue_letter(nw_entry_column(&entries[i], 2));
            continue;
        }
        enum nw_class class = class_of_entry(&entries[i]);
        if (class != NW_CLASS_COUNT) info.classes |= nw_class_bit(class);
    }
    return info;
}

enum nw_class nw_phrase_class(const nw_entry *entry) {
    enum nw_class class = class_of_entry(entry);
    return class < NW_CLASS_PHRASES ? class : NW_CLASS_PHRASES;
}

uint64_t nw_name_lists(void) {
    return nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_NATIONALITIES) | nw_list_bit(NW_LIST_CITIES) |
           nw_list_bit(NW_LIST_REGIONS) | nw_list_bit(NW_LIST_COMPANIES) | nw_list_bit(NW_LIST_FIRMS) | nw_list_bit(NW_LIST_ORGANISATIONS) |
           nw_list_bit(NW_LIST_EXCHANGES) | nw_list_bit(NW_LIST_PRESS) | nw_list_bit(NW_LIST_STOCK_INDICES) |
           nw_list_bit(NW_LIST_EVENTS) | nw_list_bit(NW_LIST_SPORTS_TEAMS) | nw_list_bit(NW_LIST_TITLES) |
           nw_list_bit(NW_LIST_JOB_ROLES);
}

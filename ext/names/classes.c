#include "names/classes.h"

/* The class of all entries of a list; lists that are told apart by a column are missing. One more than the
** class, 0: none. */
#define LIST_CLASS(list, class) [NW_LIST_##list] = NW_CLASS_##class + 1
static const uint8_t list_classes[NW_LIST_COUNT] = {
    LIST_CLASS(COUNTRIES, COUNTRY),
    LIST_CLASS(NATIONALITIES, NATIONALITY),
    LIST_CLASS(REGIONS, REGION),
    LIST_CLASS(COMPANIES, COMPANY),
    LIST_CLASS(FIRMS, FIRM),
    LIST_CLASS(ORGANISATIONS, ORGANISATION),
    LIST_CLASS(EXCHANGES, ORGANISATION),
    LIST_CLASS(PRESS, PRESS),
    LIST_CLASS(STOCK_INDICES, INDEX),
    LIST_CLASS(EVENTS, EVENT),
    LIST_CLASS(TITLES, TITLE),
    LIST_CLASS(JOB_ROLES, ROLE),
    LIST_CLASS(GIVEN_NAMES, GIVEN),
    LIST_CLASS(SURNAMES, SURNAME),
    LIST_CLASS(CURRENCIES, CURRENCY),
    LIST_CLASS(PRONOUNS, PRONOUN),
};
#undef LIST_CLASS

static bool column_is(const nw_entry *entry, unsigned column, const char *value) {
    return strcmp(nw_entry_column(entry, column), value) == 0;
}

/* Half a million and more, by the digits of it. */
static bool is_metropolis(const char *population) {
    size_t digits = strlen(population);
    return digits > 6 || (digits == 6 && *population >= '5');
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
    switch (entry->letter) {
    case 'O': return NW_CLASS_KIND_ORG;
    case 'L': return NW_CLASS_KIND_LOC;
    default: return column_is(entry, 2, "honorific") ? NW_CLASS_HONORIFIC : NW_CLASS_KIND_PERSON;
    }
}

static enum nw_class class_of_entry(const nw_entry *entry) {
    if (list_classes[entry->list]) return (enum nw_class)(list_classes[entry->list] - 1);
    switch ((enum nw_list)entry->list) {
    case NW_LIST_NAME_WORDS: return class_of_name_word(entry);
    case NW_LIST_KINDS: return class_of_kind(entry);
    case NW_LIST_CITIES:
        return is_metropolis(nw_entry_column(entry, 3)) ? NW_CLASS_METROPOLIS : NW_CLASS_CITY;
    case NW_LIST_SPORTS_TEAMS: return column_is(entry, 3, "city") ? NW_CLASS_COUNT : NW_CLASS_TEAM;
    case NW_LIST_ORDINARY_WORDS:
        switch (entry->letter) {
        case 'c': return NW_CLASS_CALENDAR;
        case 'a': return NW_CLASS_ABBREVIATION;
        default: return NW_CLASS_ORDINARY;
        }
    default: return NW_CLASS_COUNT;
    }
}

static uint8_t cue_letter(const char *column) {
    return *column >= 'a' && *column <= 'z' ? (uint8_t)(*column - 'a' + 1) : 0;
}

static nw_word_info look_up(uint32_t word, const newswire_token *token) {
    nw_word_info info = {0, 0, 0};
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

enum { KNOWN_WORDS = 256 };

struct nw_known_words {
    uint32_t keys[KNOWN_WORDS]; /* word and how its case agrees with the lists; 0: none */
    nw_word_info infos[KNOWN_WORDS];
};

nw_known_words *nw_known_words_open(nw_arena *arena) {
    nw_known_words *known = nw_alloc(arena, sizeof *known);
    memset(known->keys, 0, sizeof known->keys);
    return known;
}

nw_word_info nw_know_word(const nw_reading *reading, uint32_t word, const newswire_token *token) {
    if (!word) return (nw_word_info){0, 0, 0};
    nw_known_words *known = reading->known;
    if (!known) return look_up(word, token);
    uint32_t key = word << 2 | (uint32_t)nw_token_agrees(token, NW_CAPITALIZED) << 1 |
                   (uint32_t)nw_token_agrees(token, NW_ALL_CAPITALS);
    uint32_t place = (key ^ key >> 8) % KNOWN_WORDS;
    if (known->keys[place] != key) {
        known->infos[place] = look_up(word, token);
        known->keys[place] = key;
    }
    return known->infos[place];
}

enum nw_class nw_phrase_class(const nw_entry *entry) {
    enum nw_class class = class_of_entry(entry);
    return class < NW_CLASS_PHRASES ? class : NW_CLASS_PHRASES;
}

uint64_t nw_name_lists(void) {
    return nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_NATIONALITIES) | nw_list_bit(NW_LIST_CITIES) |
           nw_list_bit(NW_LIST_REGIONS) | nw_list_bit(NW_LIST_COMPANIES) | nw_list_bit(NW_LIST_FIRMS) |
           nw_list_bit(NW_LIST_ORGANISATIONS) | nw_list_bit(NW_LIST_EXCHANGES) | nw_list_bit(NW_LIST_PRESS) |
           nw_list_bit(NW_LIST_STOCK_INDICES) | nw_list_bit(NW_LIST_EVENTS) |
           nw_list_bit(NW_LIST_SPORTS_TEAMS) | nw_list_bit(NW_LIST_TITLES) | nw_list_bit(NW_LIST_JOB_ROLES);
}

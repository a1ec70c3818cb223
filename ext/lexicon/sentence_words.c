#include "lexicon/sentence_words.h"

#include "lexicon/lexicon.h"

/* The entry of an abbreviation without its stop; a capital in the list must be one in the text. */
static const nw_entry *find_abbreviation(const char *word, size_t length) {
    const nw_entry *entry =
        nw_find_entry(nw_lexicon_word_for(NW_LIST_ABBREVIATIONS, word, length), NW_LIST_ABBREVIATIONS);
    if (!entry || entry->shape == NW_ANY_CASE) return entry;
    return *word >= 'a' && *word <= 'z' ? NULL : entry;
}

static bool has_column(const nw_entry *entry, unsigned column, const char *value) {
    return strcmp(nw_entry_column(entry, column), value) == 0;
}

bool nw_is_abbreviation(const char *word, size_t length, bool last) {
    const nw_entry *entry = find_abbreviation(word, length);
    if (!entry || !last || !has_column(entry, 1, "unit")) return entry != NULL;
    return nw_ascii_upper(*word) && !nw_ascii_upper(word[length - 1]); /* "Ft. Worth", "Mo." are places */
}

static nw_abbreviation find_kind(const char *word, size_t length) {
    if (length && word[length - 1] == '.') length--;
    const nw_entry *entry = find_abbreviation(word, length);
    if (!entry) return NW_ABBREVIATION_NONE;
    if (has_column(entry, 2, "rarely")) return NW_ABBREVIATION_TITLE;
    if (has_column(entry, 1, "company")) return NW_ABBREVIATION_COMPANY;
    bool initialism = has_column(entry, 1, "initialism") && nw_ascii_upper(*word);
    return initialism ? NW_ABBREVIATION_INITIALISM : NW_ABBREVIATION_OTHER;
}

static nw_sentence_start find_start(const char *word, size_t length) {
    uint32_t number = nw_lexicon_word_for(NW_LIST_SENTENCE_STARTS, word, length);
    const nw_entry *entry = nw_find_entry(number, NW_LIST_SENTENCE_STARTS);
    if (!entry) return NW_START_UNKNOWN;
    if (has_column(entry, 1, "always")) return NW_START_ALWAYS;
    return has_column(entry, 1, "often") ? NW_START_OFTEN : NW_START_NEVER;
}

static bool is_used(const char *word, size_t length, nw_sentence_use use) {
    static const uint16_t uses[] = {
        [NW_ADDRESS] = NW_USE_ADDRESS,         [NW_AFTER_NAME] = NW_USE_AFTER_NAME,
        [NW_ATTRIBUTION] = NW_USE_ATTRIBUTION, [NW_BARE_COMPANY] = NW_USE_BARE_COMPANY,
        [NW_LETTERED] = NW_USE_LETTERED,       [NW_MARKED_NAME] = NW_USE_MARKED_NAME,
        [NW_SIGN_OFF] = NW_USE_SIGN_OFF,       [NW_WANTS_MORE] = NW_USE_WANTS_MORE,
    };
    return nw_word_is(nw_lexicon_word_for(NW_LIST_SENTENCE_WORDS, word, length), (enum nw_use)uses[use]);
}

const nw_sentence_words nw_lexicon_sentence_words = {find_kind, find_start, is_used};

#include "lexicon/sentence_words.h"

#include "lexicon/lexicon.h"

/* The entry of an abbreviation without its stop; a capital in the list must be one in the text. */
static const nw_entry *find_abbreviation(const char *word, size_t length) {
    const nw_entry *entry = nw_find_entry(nw_lexicon_word(word, length), NW_LIST_ABBREVIATIONS);
    if (!entry || entry->shape == NW_ANY_CASE) return entry;
    return *word >= 'a' && *word <= 'z' ? NULL : entry;
}

bool nw_is_abbreviation(const char *word, size_t length) {
    return find_abbreviation(word, length) != NULL;
}

static bool ends_rarely(const char *word, size_t length) {
    if (length && word[length - 1] == '.') length--;
    const nw_entry *entry = find_abbreviation(word, length);
    return entry && strcmp(nw_entry_column(entry, 2), "rarely") == 0;
}

static bool begins_sentences(const char *word, size_t length) {
    return nw_in_list(nw_lexicon_word(word, length), NW_LIST_SENTENCE_STARTS);
}

const nw_sentence_words nw_lexicon_sentence_words = {ends_rarely, begins_sentences};

#include "names/kinds.h"

enum { KIND_TOKENS = 4 };

static nw_kind kind_of_entry(const nw_entry *entry, uint32_t token, uint32_t count) {
    nw_kind kind = {NULL, NEWSWIRE_MISC, 0, token, count};
    if (!entry) return kind;
    char type = *nw_entry_column(entry, 1), gender = *nw_entry_column(entry, 3);
    kind.group = nw_entry_column(entry, 2);
    kind.type = type == 'O' ? NEWSWIRE_ORG : type == 'L' ? NEWSWIRE_LOC : NEWSWIRE_PERSON;
    kind.gender = gender == 'm' || gender == 'f' ? gender : 0;
    return kind;
}

nw_kind nw_kind_at(const nw_reading *reading, uint32_t token, uint32_t end) {
    nw_phrase phrase = nw_find_phrase(reading, token, end, nw_list_bit(NW_LIST_KINDS));
    const nw_entry *entry = phrase.entry;
    for (uint32_t i = 0; entry && i < phrase.entry_count && entry->list != NW_LIST_KINDS; i++) entry++;
    return kind_of_entry(entry && entry->list == NW_LIST_KINDS ? entry : NULL, token, phrase.token_count);
}

nw_kind nw_kind_before(const nw_reading *reading, uint32_t start, uint32_t token) {
    nw_kind none = {NULL, NEWSWIRE_MISC, 0, token, 0};
    /* a kind of several words ends with one that is a kind itself */
    if (token <= start || !nw_token_in(reading, token - 1, NW_LIST_KINDS)) return none;
    uint32_t first = token > start + KIND_TOKENS ? token - KIND_TOKENS : start;
    for (; first < token; first++) {
        nw_kind kind = nw_kind_at(reading, first, token);
        if (kind.group && first + kind.token_count == token) return kind;
    }
    return none;
}

bool nw_group_is_used(const char *group, enum nw_use use) {
    return group && nw_word_is(nw_lexicon_word(group, strlen(group)), use);
}

static bool is_business(const char *group) {
    return strcmp(group, "central bank") != 0 && !nw_group_is_used(group, NW_USE_NO_BUSINESS);
}

/* "the venture", "the suitor" mean only something that was called so before. */
static bool is_part(const char *group) { return nw_is_group(group, "part") || nw_is_group(group, "bidder"); }

bool nw_groups_agree(const char *known, const char *called) {
    if (!known) return nw_is_group(called, "company");
    if (strcmp(known, called) == 0) return true;
    if (is_part(called)) return false;
    if (strcmp(called, "company") == 0) return is_business(known);
    if (strcmp(known, "central bank") == 0) return strcmp(called, "bank") == 0;
    if (strcmp(known, "agency") == 0) return nw_group_is_used(called, NW_USE_AGENCY_GROUP);
    if (strcmp(called, "agency") == 0)
        return nw_group_is_used(known, NW_USE_AGENCY_GROUP) || nw_group_is_used(known, NW_USE_AGENCY_TOO);
    return strcmp(known, "company") == 0 && is_business(called);
}

bool nw_is_superlative(const nw_reading *reading, uint32_t token) {
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[token]);
    if (reading->tokens.items[token].kind != NEWSWIRE_WORD || word.length < 3) return false;
    if (word.length > 5 && memcmp(word.bytes + word.length - 3, "est", 3) == 0) return true;
    return nw_token_is_used(reading, token, NW_USE_SUPERLATIVE);
}

#include "wire/credit_words.h"

static const nw_entry *find_credit_entry(const nw_copy *copy, uint32_t token) {
    if (nw_copy_token(copy, token)->kind != NEWSWIRE_WORD) return NULL;
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    uint32_t word = nw_lexicon_word_for(NW_LIST_CREDIT_WORDS, string.bytes, string.length);
    return nw_find_entry(word, NW_LIST_CREDIT_WORDS);
}

nw_credit_word nw_find_credit_word(const nw_copy *copy, uint32_t token) {
    const nw_entry *entry = find_credit_entry(copy, token);
    if (!entry) return NW_CREDIT_NONE;
    switch (nw_entry_column(entry, 1)[0]) {
    case 'r': return NW_CREDIT_ROLE;
    case 'm': return NW_CREDIT_MORE;
    case 'v': return NW_CREDIT_VERB;
    case 'j': return NW_CREDIT_JOB;
    default: return NW_CREDIT_OFFICE;
    }
}

static uint8_t role_of(const nw_entry *entry) {
    switch (nw_entry_column(entry, 2)[0]) {
    case 'r': return NEWSWIRE_REPORTING;
    case 'a': return NEWSWIRE_ADDITIONAL_REPORTING;
    case 'w': return NEWSWIRE_WRITING;
    case 'e': return NEWSWIRE_EDITING;
    default: return NW_NO_ROLE;
    }
}

/* "and", "&" and "," between two roles, and "with" before "assistance". */
static bool joins_roles(const nw_copy *copy, uint32_t token, bool first) {
    if (first) return nw_copy_reads(copy, token, "with");
    return nw_copy_reads(copy, token, "and") || nw_copy_is(copy, token, '&') || nw_copy_is(copy, token, ',');
}

/* "Reporting by", "assistance from"; not "reported from". */
static bool ends_role(const nw_copy *copy, uint32_t token, uint8_t role) {
    if (nw_copy_reads(copy, token, "by")) return true;
    return role == NEWSWIRE_ADDITIONAL_REPORTING && nw_copy_reads(copy, token, "from");
}

nw_role_phrase nw_find_role(const nw_copy *copy, uint32_t token, uint32_t end) {
    nw_role_phrase phrase = {0, NW_NO_ROLE, true};
    bool more = false, found = false;
    for (uint32_t at = token; at < end && at - token < 8; at++) {
        nw_credit_word word = nw_find_credit_word(copy, at);
        if (word == NW_CREDIT_MORE) {
            more |= !found;
        } else if (word == NW_CREDIT_ROLE) {
            const nw_entry *entry = find_credit_entry(copy, at);
            if (!found) phrase.role = role_of(entry);
            phrase.weak &= *nw_entry_column(entry, 3) != 0;
            found = true;
        } else if (found && ends_role(copy, at, phrase.role)) {
            if (more && phrase.role == NEWSWIRE_REPORTING) phrase.role = NEWSWIRE_ADDITIONAL_REPORTING;
            phrase.token_count = at - token + 1;
            return phrase;
        } else if (!joins_roles(copy, at, at == token)) {
            return phrase;
        }
    }
    return phrase;
}

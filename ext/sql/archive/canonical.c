#include "sql/archive/canonical.h"

#include "base/fold.h"
#include "lexicon/lexicon.h"
#include "sql/hash.h"
#include "sql/tables.h"

#include <stdio.h>
#include <string.h>

/* Makes marks spaces, stops and apostrophes nothing, and a run of spaces one; returns the length that is left. What is
** no ASCII is a letter here: folding has made other marks plain. */
static size_t drop_marks(char *name, size_t length) {
    size_t kept = 0;
    size_t i;

    for (i = 0; i < length; i++) {
        char byte = name[i];
        bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte & 0x80) != 0;

        if (byte == '.' || byte == '\'') continue;
        if (byte == '&' || byte == '+') letter = true; /* AT&T is not AT T */
        if (letter)
            name[kept++] = byte;
        else if (kept > 0 && name[kept - 1] != ' ')
            name[kept++] = ' ';
    }
    return kept > 0 && name[kept - 1] == ' ' ? kept - 1 : kept;
}

/* Whether a word is a company's legal form: inc, plc, ag. */
static bool is_legal_form(const char *word, size_t length) {
    uint32_t count = 0;
    uint32_t number = nw_lexicon_word(word, length);
    const nw_entry *entries = number ? nw_word_entries(number, &count) : NULL;
    uint32_t i;

    for (i = 0; i < count; i++) {
        if (entries[i].list == NW_LIST_NAME_WORDS && entries[i].class == NW_CLASS_LEGAL) return true;
    }
    return false;
}

static size_t drop_legal_forms(const char *name, size_t length) {
    for (;;) {
        size_t word = length;

        while (word > 0 && name[word - 1] != ' ') word--;
        if (word <= 1 || !is_legal_form(name + word, length - word)) return length;
        length = word - 1;
    }
}

size_t nw_canonical_key(newswire_entity_type type, newswire_string name, char *key, size_t room) {
    const char *word = nw_entity_types[type];
    size_t prefix = strlen(word) + 1;
    char *rest = key + prefix;
    size_t length, whole;
    size_t begin = 0;

    memcpy(key, word, prefix - 1);
    key[prefix - 1] = ':';
    length = nw_fold_short(name.bytes, name.length, NW_FOLD, rest, room - prefix);
    if (length == SIZE_MAX) { /* no name of news is so long: its beginning need not be readable */
        return prefix +
               (size_t)snprintf(rest, room - prefix, "long %016llx",
                                (unsigned long long)nw_hash_bytes(NW_HASH_START, name.bytes, name.length));
    }
    whole = length;
    length = drop_marks(rest, length);
    if (length == 0 && whole > 0) { /* a name of marks alone */
        return prefix + nw_fold_short(name.bytes, name.length, NW_FOLD, rest, room - prefix);
    }
    if (length > 4 && memcmp(rest, "the ", 4) == 0) begin = 4;
    if (type != NEWSWIRE_PERSON) length = begin + drop_legal_forms(rest + begin, length - begin);
    memmove(rest, rest + begin, length - begin);
    return prefix + length - begin;
}

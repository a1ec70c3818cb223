#include "lexicon/words.h"

void nw_find_words(nw_arena *arena, nw_reading *reading) {
    enum { AT_ONCE = 256 };
    uint32_t count = reading->tokens.count;
    reading->words = nw_alloc(arena, (size_t)count * sizeof *reading->words);
    for (uint32_t i = 0; i < count; i += AT_ONCE) {
        uint32_t some = count - i < AT_ONCE ? count - i : AT_ONCE;
        nw_lexicon_words_of(reading->text.bytes, reading->tokens.items + i, some, reading->words + i);
        nw_poll(arena, some);
    }
}

bool nw_token_spells(const nw_reading *reading, uint32_t token, const char *word) {
    newswire_string string = nw_token_string(&reading->text, &reading->tokens.items[token]);
    const char *end = string.bytes + string.length;
    for (const char *at = string.bytes; at < end; at++, word++) {
        char byte = nw_ascii_small(*at);
        if (end - at >= 3 && memcmp(at, "\xe2\x80\x99", 3) == 0) {
            byte = '\'';
            at += 2;
        }
        if (byte != *word) return false; /* also at the end of `word` */
    }
    return *word == 0;
}

const nw_entry *nw_token_entry(const nw_reading *reading, uint32_t token, enum nw_list list) {
    if (!nw_token_in(reading, token, list)) return NULL;
    uint32_t count;
    const nw_entry *entries = nw_word_entries(reading->words[token], &count);
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].list == list && nw_token_agrees(&reading->tokens.items[token], entries[i].shape))
            return &entries[i];
    return NULL;
}

enum { READ_LENGTH = 24 }; /* longest word that is asked for */

bool nw_token_reads_any(const nw_reading *reading, uint32_t token, const char *words) {
    char folded[READ_LENGTH];
    newswire_string string = nw_token_string(&reading->text, &reading->tokens.items[token]);
    if (string.length == 0 || string.length > READ_LENGTH) return false;
    for (uint32_t i = 0; i < string.length; i++) folded[i] = nw_ascii_small(string.bytes[i]);
    for (const char *at = words; (at = strchr(at, folded[0])) != NULL; at++) {
        if (at > words && at[-1] != ' ') continue;
        if (strncmp(at, folded, string.length) != 0) continue;
        if (at[string.length] == ' ' || at[string.length] == 0) return true;
    }
    return false;
}

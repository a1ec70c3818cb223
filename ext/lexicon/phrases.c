#include "base/limits.h"
#include "lexicon/words.h"

static bool case_agrees(const newswire_token *tokens, uint32_t count, unsigned shapes) {
    if (count > NW_SHAPE_WORDS) count = NW_SHAPE_WORDS;
    for (uint32_t i = 0; i < count && shapes; i++, shapes >>= 2)
        if (!nw_token_agrees(&tokens[i], shapes & 3)) return false;
    return true;
}

/* Takes the first entry of one of the lists that agrees with the tokens' case, if there is one. */
static void take_entry(nw_phrase *phrase, const nw_entry *entries, uint32_t entry_count, uint64_t lists,
                       const newswire_token *tokens, uint32_t token_count) {
    for (uint32_t i = 0; i < entry_count; i++) {
        if (!(lists >> entries[i].list & 1) || !case_agrees(tokens, token_count, entries[i].shape)) continue;
        phrase->entry = &entries[i];
        phrase->token_count = token_count;
        phrase->entry_count = entry_count - i;
        return;
    }
}

nw_phrase nw_find_phrase(const nw_reading *reading, uint32_t token, uint32_t end, uint64_t lists) {
    nw_phrase phrase = {NULL, 0, 0};
    if (end <= token) return phrase;
    uint32_t word = reading->words[token], count;
    const nw_word_record *record = &nw_lexicon_words[word];
    const newswire_token *tokens = reading->tokens.items + token;
    if (record->lists & lists) {
        const nw_entry *entries = nw_word_entries(word, &count);
        take_entry(&phrase, entries, count, lists, tokens, 1);
    }
    if (!(nw_lexicon_sets[record->begins] & lists)) return phrase;
    uint32_t node = record->node, most = end - token;
    if (most > NW_PHRASE_TOKENS) most = NW_PHRASE_TOKENS;
    if (most < 2 || !(record->seconds & nw_second_bit(reading->words[token + 1]))) return phrase;
    for (uint32_t length = 2; length <= most; length++) {
        node = nw_trie_step(node, reading->words[token + length - 1]);
        if (node == 0) break;
        const nw_entry *entries = nw_trie_entries(node, &count);
        if (count) take_entry(&phrase, entries, count, lists, tokens, length);
    }
    return phrase;
}

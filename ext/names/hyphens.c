#include "names/hyphens.h"

#include "names/classes.h"

/* What may stand beside a hyphen as a name of its own, even if the article has it nowhere else. */
#define STANDS_ALONE                                                                                         \
    (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_FIRM) |      \
     nw_class_bit(NW_CLASS_ORGANISATION))
#define WHOLE_NAME                                                                                           \
    (STANDS_ALONE | nw_class_bit(NW_CLASS_NATIONALITY) | nw_class_bit(NW_CLASS_CITY) |                       \
     nw_class_bit(NW_CLASS_REGION) | nw_class_bit(NW_CLASS_PRESS) | nw_class_bit(NW_CLASS_EVENT) |           \
     nw_class_bit(NW_CLASS_TEAM) | nw_class_bit(NW_CLASS_GIVEN) | nw_class_bit(NW_CLASS_SURNAME))

enum { LISTED_BEFORE = 3 }; /* words before the hyphen's in a name of the lists */

static nw_hyphen_part part_of(const nw_reading *reading, uint32_t start, uint32_t end) {
    nw_hyphen_part part = {{start, end - start}, nw_lexicon_word(reading->text.bytes + start, end - start)};
    return part;
}

/* "based", "backed": what may follow a name and a hyphen. */
static bool is_participle(const nw_reading *reading, nw_hyphen_part part, const newswire_token *token) {
    const char *bytes = reading->text.bytes + part.span.start;
    uint32_t length = part.span.length;
    for (uint32_t i = 0; i < length; i++)
        if (!nw_ascii_lower(bytes[i])) return false;
    if (length > 4 && memcmp(bytes + length - 2, "ed", 2) == 0) return true;
    return nw_is_cue(nw_know_word(part.word, token).after, 'b');
}

uint32_t nw_word_before_hyphen(const nw_reading *reading, const newswire_token *token) {
    if (!(token->traits & NEWSWIRE_HAS_HYPHEN)) return 0;
    newswire_string word = nw_token_string(&reading->text, token);
    const char *hyphen = memchr(word.bytes, '-', word.length);
    return hyphen ? nw_lexicon_word(word.bytes, (size_t)(hyphen - word.bytes)) : 0;
}

uint8_t nw_case_of_part(newswire_string part) {
    unsigned traits = 0;
    for (uint32_t i = 0; i < part.length; i++) {
        if (nw_ascii_lower(part.bytes[i])) traits |= NEWSWIRE_HAS_LOWER;
        if (nw_ascii_upper(part.bytes[i])) traits |= i ? NEWSWIRE_HAS_UPPER : NEWSWIRE_INITIAL_CAPITAL;
    }
    return (uint8_t)traits;
}

/* Whether a part is a name elsewhere in the article, or one in the lists. */
static bool is_name_alone(nw_arena *arena, const nw_reading *reading, nw_seen_inside seen,
                          nw_hyphen_part part, const newswire_token *token) {
    newswire_token alone = *token;
    alone.traits = nw_case_of_part(nw_span_string(&reading->text, part.span));
    if (seen.is_seen(arena, seen.context, nw_span_string(&reading->text, part.span))) return true;
    return part.span.length > 1 && nw_know_word(part.word, &alone).classes & STANDS_ALONE;
}

/* Of members of a parliament: "D-Calif.", "R-Ohio", "I-Vt." */
static bool is_party_letter(const nw_reading *reading, nw_hyphen_part part) {
    return part.span.length == 1 && nw_ascii_upper(reading->text.bytes[part.span.start]) &&
           nw_word_is(part.word, NW_USE_PARTY_LETTER);
}

static bool follows_given_name(const nw_reading *reading, uint32_t token) {
    const newswire_token *before = &reading->tokens.items[token];
    if (token == 0 || before[-1].sentence != before->sentence) return false;
    uint64_t classes = nw_know_word(reading->words[token - 1], before - 1).classes;
    return classes & nw_class_bit(NW_CLASS_GIVEN) && !(classes & nw_class_bit(NW_CLASS_ORDINARY));
}

/* Whether a name of the lists goes over the hyphen: "Air France-KLM" is one firm. */
static bool is_in_listed_name(const nw_reading *reading, uint32_t at) {
    const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[at].sentence - 1];
    uint32_t end = sentence->first_token + sentence->token_count;
    for (uint32_t first = at; first + LISTED_BEFORE >= at; first--) {
        nw_phrase phrase = nw_find_phrase(reading, first, end, nw_name_lists());
        if (phrase.entry && first + phrase.token_count > at) return true;
        if (first == sentence->first_token) return false;
    }
    return false;
}

/* "Cadbury-Schweppes": one name, which the lists have without the hyphen. */
static bool is_listed_in_two_words(nw_hyphen_part left, nw_hyphen_part right) {
    uint32_t node = left.word ? nw_trie_step(0, left.word) : 0, count = 0;
    if (!node || !right.word || !(node = nw_trie_step(node, right.word))) return false;
    const nw_entry *entries = nw_trie_entries(node, &count);
    for (uint32_t i = 0; i < count; i++)
        if (nw_name_lists() & nw_list_bit(entries[i].list)) return true;
    return false;
}

static bool is_press(uint32_t node) {
    uint32_t count = 0;
    const nw_entry *entries = node ? nw_trie_entries(node, &count) : NULL;
    for (uint32_t i = 0; i < count; i++)
        if (entries[i].list == NW_LIST_PRESS) return true;
    return false;
}

/* A "Washington [Post-ABC] News" poll: two of the press, one before the hyphen and one of several words behind it. */
static bool is_pair_of_press(const nw_reading *reading, uint32_t at, nw_hyphen_part left,
                             nw_hyphen_part right) {
    const newswire_sentence *sentence = &reading->sentences.items[reading->tokens.items[at].sentence - 1];
    uint32_t end = sentence->first_token + sentence->token_count, node = 0;
    bool before = left.word && nw_word_lists(left.word) & nw_list_bit(NW_LIST_PRESS), after = false;
    for (uint32_t first = at; first > sentence->first_token && first + LISTED_BEFORE > at && !before;) {
        node = 0;
        first--;
        for (uint32_t i = first; i < at && (i == first || node); i++)
            node = reading->words[i] ? nw_trie_step(node, reading->words[i]) : 0;
        before = node && left.word && is_press(nw_trie_step(node, left.word));
    }
    node = right.word ? nw_trie_step(0, right.word) : 0;
    for (uint32_t i = at + 1; i < end && node && !after && reading->words[i]; i++)
        after = is_press(node = nw_trie_step(node, reading->words[i]));
    return before && after;
}

nw_hyphen nw_split_hyphen(nw_arena *arena, const nw_reading *reading, nw_seen_inside seen, uint32_t at,
                          nw_hyphen_part parts[2]) {
    const newswire_token *token = &reading->tokens.items[at];
    const char *bytes = reading->text.bytes;
    uint32_t start = token->span.start, end = nw_span_end(token->span), hyphen = end;
    parts[0].span = token->span;
    parts[0].word = reading->words[at];
    if (!(token->traits & NEWSWIRE_HAS_HYPHEN)) return NW_HYPHEN_WHOLE;
    if (nw_know_word(reading->words[at], token).classes & WHOLE_NAME) return NW_HYPHEN_WHOLE;
    while (hyphen > start && bytes[hyphen - 1] != '-') hyphen--;
    if (hyphen <= start + 1 || hyphen >= end || end - start > NW_WORD_BYTES) return NW_HYPHEN_WHOLE;
    nw_hyphen_part left = part_of(reading, start, hyphen - 1), right = part_of(reading, hyphen, end);
    if (is_party_letter(reading, left) && nw_word_lists(right.word) & nw_list_bit(NW_LIST_REGIONS)) {
        parts[0] = right;
        return NW_HYPHEN_PARTY;
    }
    if (left.span.length > 1 && is_participle(reading, right, token)) {
        parts[0] = left;
        parts[1] = right;
        return NW_HYPHEN_BASED;
    }
    if (!nw_ascii_upper(bytes[start]) || !nw_ascii_upper(bytes[hyphen])) return NW_HYPHEN_WHOLE;
    if (is_pair_of_press(reading, at, left, right)) {
        parts[0] = left;
        parts[1] = right;
        return NW_HYPHEN_NAMES;
    }
    if (follows_given_name(reading, at) || !is_name_alone(arena, reading, seen, left, token) ||
        !is_name_alone(arena, reading, seen, right, token) || is_in_listed_name(reading, at) ||
        is_listed_in_two_words(left, right))
        return NW_HYPHEN_WHOLE;
    parts[0] = left;
    parts[1] = right;
    return NW_HYPHEN_NAMES;
}

#include "names/small_letters.h"

#include "base/limits.h"
#include "names/classes.h"
#include "names/name_columns.h"

enum {
    LEAST_WORDS = 4,    /* of a text */
    MOST_CAPITALS = 2,  /* words of a hundred */
    LEAST_ENGLISH = 30, /* words of a hundred that are seen in small letters */
    LEAST_PLAIN = 50,   /* the same, for words that are seen nowhere to be names */
    LEAST_UNKNOWN = 3,  /* bytes of a word that is seen nowhere and may be a name */
    ACRONYM_BYTES = 6,  /* "opec", "u.s.a." */
    PHRASE_BYTES = 4    /* words of phrases that are shorter stay small unless known: "of", "de" */
};

/* How much of a word becomes capital. */
typedef enum raise { RAISE_NOTHING, RAISE_FIRST, RAISE_ALL } raise;

/* Which words of a text may get capitals. */
typedef enum reach { RAISE_NONE, RAISE_KNOWN, RAISE_UNKNOWN } reach;

/* ---- words ---- */

static uint32_t classes_with(newswire_string word, nw_key_case form) {
    return nw_find_classes(&nw_word_classes, nw_word_key(word.bytes, word.length, form));
}

static newswire_string word_at(const nw_reading *reading, uint32_t at) {
    return nw_span_string(&reading->text, reading->tokens.items[at].span);
}

/* Whether a word is mostly in names, in a form of it. */
static bool is_named(newswire_string word, nw_key_case form) {
    uint32_t named = classes_with(word, form) >> NW_NAMED_BIT;
    return named && named < NW_NAMED_SELDOM;
}

/* Whether it is mostly in names of persons. */
static bool is_of_persons(newswire_string word) {
    uint32_t named = classes_with(word, NW_KEY_TITLE) >> NW_NAMED_BIT;
    return named > 0 && (named - 1) / NW_NAMED_STEPS == NEWSWIRE_PERSON;
}

/* "helsinki", "opec": a word that is seen in names, and not in small letters; "ilkka": or nowhere. */
static raise raise_of_word(newswire_string word, reach how_far) {
    if (nw_small_class(classes_with(word, NW_KEY_SHOWN))) return RAISE_NOTHING;
    bool acronym = word.length <= ACRONYM_BYTES && is_named(word, NW_KEY_CAPITALS);
    if (acronym && !nw_small_class(classes_with(word, NW_KEY_TITLE))) return RAISE_ALL;
    if (is_named(word, NW_KEY_TITLE)) return RAISE_FIRST;
    if (how_far != RAISE_UNKNOWN || word.length < LEAST_UNKNOWN) return RAISE_NOTHING;
    return classes_with(word, NW_KEY_TITLE) ? RAISE_NOTHING : RAISE_FIRST;
}

/* Whether a token stands right after another, in its sentence. */
static bool follows(const nw_reading *reading, uint32_t at) {
    const newswire_token *token = &reading->tokens.items[at];
    return at > 0 && at < reading->tokens.count && nw_is_apart(token) && token->kind == NEWSWIRE_WORD &&
           token->sentence == token[-1].sentence;
}

static bool is_given(const nw_reading *reading, uint32_t at) {
    newswire_token raised = reading->tokens.items[at];
    raised.traits |= NEWSWIRE_INITIAL_CAPITAL;
    return nw_know_word(reading->words[at], &raised).classes & nw_class_bit(NW_CLASS_GIVEN);
}

/* "french", "norway": known by the lists, whatever else is seen in small letters. */
static bool is_of_nation(const nw_reading *reading, uint32_t at) {
    const uint64_t nations = nw_class_bit(NW_CLASS_NATIONALITY) | nw_class_bit(NW_CLASS_COUNTRY);
    newswire_token raised = reading->tokens.items[at];
    raised.traits |= NEWSWIRE_INITIAL_CAPITAL;
    return nw_know_word(reading->words[at], &raised).classes & nations &&
           is_named(word_at(reading, at), NW_KEY_TITLE);
}

/* "[mark] halvorsen", "[j.] halvorsen": what may be a name, before a word that is one. */
static bool is_first_name(const nw_reading *reading, uint32_t at, reach how_far) {
    newswire_string word = word_at(reading, at);
    bool initial = word.length == 2 && word.bytes[1] == '.';
    if (!follows(reading, at + 1) || !(initial || is_given(reading, at))) return false;
    return raise_of_word(word_at(reading, at + 1), how_far) != RAISE_NOTHING;
}

/* "gordon [brown]": what may be a name, after a given one that has a capital now. */
static bool is_surname(const nw_reading *reading, uint32_t at) {
    return follows(reading, at) && reading->tokens.items[at - 1].traits & NEWSWIRE_INITIAL_CAPITAL &&
           is_given(reading, at - 1) && is_of_persons(word_at(reading, at));
}

static void raise_token(char *bytes, newswire_token *token, raise how) {
    uint32_t end = how == RAISE_ALL ? token->span.length : 1;
    char *letters = bytes + token->span.start;
    if (*letters < 'a' || *letters > 'z') return;
    for (uint32_t i = 0; i < end; i++)
        if (letters[i] >= 'a' && letters[i] <= 'z') letters[i] = (char)(letters[i] - 32);
    token->traits |= NEWSWIRE_INITIAL_CAPITAL;
    if (how == RAISE_ALL && token->span.length > 1) token->traits |= NEWSWIRE_HAS_UPPER;
    if (end == token->span.length) token->traits &= (uint8_t)~NEWSWIRE_HAS_LOWER;
}

/* ---- phrases ---- */

/* Tokens of the longest name of the lists that begins at a token: "wall street", "bank of england"; 0: none. */
static uint32_t count_listed(const nw_reading *reading, uint32_t at) {
    const newswire_token *first = &reading->tokens.items[at];
    uint64_t lists = nw_name_lists();
    uint32_t longest = 0, node = 0;
    for (uint32_t length = 2; length <= NW_PHRASE_TOKENS && at + length <= reading->tokens.count; length++) {
        uint32_t next = reading->words[at + length - 1], count;
        if (!next || first[length - 1].sentence != first->sentence) break;
        node = length == 2 ? nw_trie_second(reading->words[at], next) : nw_trie_step(node, next);
        if (!node) break;
        const nw_entry *entries = nw_trie_entries(node, &count);
        for (uint32_t i = 0; i < count; i++)
            if (lists >> entries[i].list & 1) longest = length;
    }
    return longest;
}

static void raise_listed(nw_reading *raised, char *bytes, uint32_t at, uint32_t count) {
    for (uint32_t i = at; i < at + count; i++) {
        newswire_token *token = &raised->tokens.items[i];
        raise how = raise_of_word(word_at(raised, i), RAISE_KNOWN);
        if (how == RAISE_NOTHING && (i == at || token->span.length >= PHRASE_BYTES)) how = RAISE_FIRST;
        if (how != RAISE_NOTHING) raise_token(bytes, token, how);
    }
}

/* ---- texts ---- */

static bool has_capitals(const nw_reading *reading) {
    uint64_t words = 0, capitals = 0;
    for (uint32_t i = 0; i < reading->tokens.count; i++) {
        const newswire_token *token = &reading->tokens.items[i];
        if (token->kind != NEWSWIRE_WORD) continue;
        words++;
        capitals += (token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER)) != 0;
    }
    return capitals * 100 > words * MOST_CAPITALS;
}

/* How much of a text without capitals may be raised: nothing where it has too few words that English texts have in
** small letters; "hmm lol idk": no words that are seen nowhere, where many are. */
static reach reach_of(const nw_reading *reading) {
    uint64_t words = 0, known = 0;
    for (uint32_t i = 0; i < reading->tokens.count; i++) {
        if (reading->tokens.items[i].kind != NEWSWIRE_WORD) continue;
        words++;
        known += nw_small_class(classes_with(word_at(reading, i), NW_KEY_SHOWN)) != 0;
    }
    if (words < LEAST_WORDS || known * 100 < words * LEAST_ENGLISH) return RAISE_NONE;
    return known * 100 < words * LEAST_PLAIN ? RAISE_KNOWN : RAISE_UNKNOWN;
}

static void raise_tokens(nw_arena *arena, nw_reading *raised, char *bytes, reach how_far) {
    newswire_token *tokens = raised->tokens.items;
    for (uint32_t at = 0; at < raised->tokens.count; at++) {
        nw_poll(arena, 1);
        if (tokens[at].kind != NEWSWIRE_WORD || tokens[at].traits & NEWSWIRE_INITIAL_CAPITAL) continue;
        uint32_t listed = raised->words[at] ? count_listed(raised, at) : 0;
        if (listed) raise_listed(raised, bytes, at, listed);
        if (listed) continue;
        raise how = raise_of_word(word_at(raised, at), how_far);
        if (how == RAISE_NOTHING &&
            (is_of_nation(raised, at) || is_first_name(raised, at, how_far) || is_surname(raised, at)))
            how = RAISE_FIRST;
        if (how != RAISE_NOTHING) raise_token(bytes, &tokens[at], how);
    }
}

const nw_reading *nw_raise_capitals(nw_arena *arena, const nw_reading *reading) {
    if (!reading || has_capitals(reading)) return reading;
    reach how_far = reach_of(reading);
    if (how_far == RAISE_NONE) return reading;
    nw_reading *raised = nw_alloc(arena, sizeof *raised);
    *raised = *reading;
    char *bytes = nw_alloc(arena, (size_t)reading->text.length + NW_TEXT_END);
    memcpy(bytes, reading->text.bytes, (size_t)reading->text.length + NW_TEXT_END);
    raised->text.bytes = bytes;
    raised->tokens.items = nw_alloc(arena, (reading->tokens.count + 1u) * sizeof *raised->tokens.items);
    memcpy(raised->tokens.items, reading->tokens.items, reading->tokens.count * sizeof *raised->tokens.items);
    raise_tokens(arena, raised, bytes, how_far);
    return raised;
}

void nw_drop_capitals(nw_arena *arena, const nw_reading *raised) {
    nw_release(arena, raised->tokens.items, (raised->tokens.count + 1u) * sizeof *raised->tokens.items);
}

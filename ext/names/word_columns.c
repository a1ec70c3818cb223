#include "names/word_columns.h"

#include "base/limits.h"
#include "names/classes.h"

/* ---- lines and texts ---- */

static unsigned bucket(uint32_t part, uint32_t whole, const uint8_t *percents, unsigned count) {
    unsigned bucket = 0;
    while (bucket < count && (uint64_t)part * 100 >= (uint64_t)percents[bucket] * whole) bucket++;
    return bucket;
}

nw_line_look nw_look_at_line(const nw_reading *reading, const newswire_sentence *sentence,
                             nw_token_counts *counts) {
    static const uint8_t number_steps[] = {1, 15, 35};
    uint32_t words = 0, capitals = 0, small = 0, numbers = 0;
    bool lower = false;
    for (uint32_t i = 0; i < sentence->token_count; i++) {
        const newswire_token *token = &reading->tokens.items[sentence->first_token + i];
        numbers += token->kind == NEWSWIRE_NUMBER;
        if (token->kind != NEWSWIRE_WORD) continue;
        if (token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER))
            counts->capitals++;
        else if (token->span.length > 1)
            small++;
        if (token->span.length < 4) continue;
        words++;
        if (token->traits & NEWSWIRE_INITIAL_CAPITAL) capitals++;
        if (token->traits & NEWSWIRE_HAS_LOWER) lower = true;
    }
    counts->numbers += numbers;
    bool plain = words < 3 ? words == 0 || capitals < words || sentence->kind != NEWSWIRE_HEADLINE
                           : capitals * 10 < words * 8;
    nw_line_look look;
    look.case_ = plain ? NW_CASE_PLAIN : lower ? NW_CASE_TITLE : NW_CASE_UPPER;
    unsigned kind = sentence->kind, length = sentence->token_count > 12 ? 2 : sentence->token_count > 5;
    unsigned number = bucket(numbers, sentence->token_count, number_steps, 3);
    look.look = (uint8_t)(1 + ((number * 3 + length) * 3 + (small > 2 ? 2 : small > 0)) * 3 + look.case_);
    if (kind == NEWSWIRE_CREDIT) look.look = 200;
    if (kind == NEWSWIRE_DATELINE) look.look = 201;
    return look;
}

uint32_t nw_look_of_text(const nw_token_counts *counts, uint32_t token_count) {
    static const uint8_t number_steps[] = {3, 7, 15}, capital_steps[] = {15, 22, 30};
    return 1 + bucket(counts->numbers, token_count, number_steps, 3) * 4 +
           bucket(counts->capitals, token_count, capital_steps, 3);
}

/* ---- the word in its line ---- */

void nw_fill_case(nw_name_columns *columns, newswire_string word, const nw_word_table *words,
                  unsigned line_case) {
    uint64_t shown, lower, capitalized = nw_word_key(word.bytes, word.length, NW_KEY_CAPITALIZED);
    uint32_t first = 1 + (line_case - 1) * (NW_CASE_CLASSES / 2);
    nw_word_keys(word.bytes, word.length, &shown, &lower);
    columns->capitals = first + nw_middle_class(nw_find_classes(words, capitalized));
    columns->letters = first + nw_middle_class(nw_find_classes(words, lower));
}

/* Whether a line begins at a token that stands in no wrapped text: what goes on in the next line of its sentence does not. */
static bool begins_line(const newswire_token *token, bool first) {
    return token->gap == NEWSWIRE_BLANK_LINE || (first && token->gap == NEWSWIRE_LINE_BREAK);
}

void nw_fill_place(nw_name_columns *columns, const nw_reading *reading, const newswire_sentence *sentence,
                   uint32_t at) {
    const newswire_token *token = &reading->tokens.items[at];
    uint32_t last = sentence->first_token + sentence->token_count - 1;
    bool first = at == sentence->first_token;
    unsigned begins = first ? 1 : token[-1].kind == NEWSWIRE_PUNCT && !nw_is_apart(token) ? 2 : 0;
    unsigned ends = at == last ? 2 : begins_line(&token[1], false);
    unsigned breaks = begins_line(token, first);
    columns->place = 1 + begins + 3 * ends + 9 * breaks;
}

/* ---- phrases ---- */

static void mark_phrase(nw_name_units *units, uint32_t first, uint32_t count, unsigned class) {
    for (uint32_t i = 0; i < count; i++) {
        unsigned place = i == 0 ? 0 : i + 1 == count ? 2 : 1;
        units->columns[first + i].phrases |= UINT64_C(1) << (class * 3 + place);
    }
}

static bool case_agrees(const nw_reading *reading, const nw_name_units *units, uint32_t first, uint32_t count,
                        unsigned shapes) {
    for (uint32_t i = 0; i < count && i < NW_SHAPE_WORDS && shapes; i++, shapes >>= 2)
        if (!nw_token_agrees(&reading->tokens.items[units->items[first + i].token], shapes & 3)) return false;
    return true;
}

/* Marks the longest phrase of each class that begins at a unit, which is not the last. */
static void find_phrases(const nw_reading *reading, nw_name_units *units, uint32_t first) {
    uint64_t lists = nw_name_lists();
    const nw_name_unit *unit = &units->items[first];
    uint32_t node = nw_trie_second(unit->word, unit[1].word), count;
    if (!node) return;
    uint8_t lengths[NW_CLASS_PHRASES] = {0};
    for (uint32_t length = 2; length <= NW_PHRASE_TOKENS && first + length <= units->count; length++) {
        if (length > 2) node = nw_trie_step(node, unit[length - 1].word);
        if (!node) break;
        const nw_entry *entries = nw_trie_entries(node, &count);
        for (uint32_t i = 0; i < count; i++) {
            if (!(lists >> entries[i].list & 1)) continue;
            if (!case_agrees(reading, units, first, length, entries[i].shape)) continue;
            enum nw_class class = nw_phrase_class(&entries[i]);
            if (class < NW_CLASS_PHRASES) lengths[class] = (uint8_t)length;
        }
    }
    for (unsigned class = 0; class < NW_CLASS_PHRASES; class ++)
        if (lengths[class]) mark_phrase(units, first, lengths[class], class);
}

void nw_fill_phrases(const nw_reading *reading, nw_name_units *units) {
    for (uint32_t i = 0; i + 1 < units->count; i++) find_phrases(reading, units, i);
}

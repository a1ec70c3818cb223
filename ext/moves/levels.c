#include "moves/clause.h"

/* Which sentences are worth a parse: those with a word of change, and a size that the words beside it do not show to be a
** level. The constructions (cues_before.c, cues_after.c) would find the same with more work. */

/* Tokens from a size to the word of change in its noun group, or back to it. */
enum { CHANGE_LOOK_AHEAD = 8 };

#define CHANGES (nw_list_bit(NW_LIST_MOVE_NOUNS) | nw_list_bit(NW_LIST_MOVE_ADJECTIVES))
#define VERBS                                                                                                \
    (NW_CLASS(NW_VERB) | NW_CLASS(NW_PRESENT) | NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE) |                \
     NW_CLASS(NW_GERUND))
#define ENDS_NOUN                                                                                            \
    (NW_CLASS(NW_PREPOSITION) | NW_CLASS(NW_COORDINATOR) | NW_CLASS(NW_TO) | NW_CLASS(NW_RELATIVE))
#define OPENERS                                                                                              \
    (NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_PREPOSITION) | NW_CLASS(NW_ADJECTIVE) |      \
     NW_CLASS(NW_GENITIVE) | NW_CLASS(NW_ADVERB))

/* The classes that a token may be of by grammar.txt, 0 where it is not there. */
static uint64_t readings_at(const nw_reading *reading, uint32_t token) {
    return nw_lexicon_readings[nw_lexicon_words[reading->words[token]].readings] &
           ~(NW_TAKES_CLAUSE | NW_TAKES_BARE);
}

static bool is_change(const nw_reading *reading, uint32_t token) {
    return (nw_word_lists(reading->words[token]) & CHANGES) != 0;
}

/* Whether a word of change stands behind the size in its noun group: "a 5 dlr price rise". */
static bool change_follows(const nw_reading *reading, uint32_t after, uint32_t end) {
    if (end > after + CHANGE_LOOK_AHEAD) end = after + CHANGE_LOOK_AHEAD;
    for (uint32_t t = after; t < end; t++) {
        if (is_change(reading, t)) return true;
        if (reading->tokens.items[t].kind == NEWSWIRE_PUNCT || (readings_at(reading, t) & ENDS_NOUN))
            return false;
    }
    return false;
}

/* Whether what stands before "of", up to token `last`, may make a change of the size behind it: "a rise of", "at a rate
** of"; of a percentage farther back, too: "a decline in the value of". */
static bool leads_to_change(const nw_reading *reading, uint32_t first, uint32_t last, unsigned kind) {
    if (nw_token_is_used(reading, last, NW_USE_FIGURE_OF_CHANGE) ||
        nw_token_is_used(reading, last, NW_USE_RATE))
        return true;
    if (kind != NEWSWIRE_PERCENT) {
        const nw_entry *noun = nw_find_entry(reading->words[last], NW_LIST_MOVE_NOUNS);
        bool made = kind == NEWSWIRE_MONEY && nw_token_is_used(reading, last, NW_USE_GAIN);
        return noun && nw_entry_column(noun, 2)[0] != 'l' && !made; /* losses are told in sums */
    }
    for (uint32_t t = last; t + CHANGE_LOOK_AHEAD > last && t + 1 > first; t--) {
        if (is_change(reading, t)) return true;
        if (t == 0) break;
    }
    return false;
}

/* Whether the word right before a size is a verb of no change: "earned 5 mln dlrs". */
static bool is_other_verb(const nw_reading *reading, uint32_t token) {
    uint64_t readings = readings_at(reading, token);
    if (!readings || (readings & ~VERBS) || nw_in_list(reading->words[token], NW_LIST_MOVE_VERBS))
        return false;
    if (readings_at(reading, token - 1) & OPENERS) return false; /* an estimated 5 mln */
    return !nw_token_is_used(reading, token, NW_USE_LEVEL_VERB) &&
           !nw_token_is_used(reading, token, NW_USE_FIGURE_ADJECTIVE);
}

/* Whether a size may be how far something moved, by the words beside it. */
static bool may_be_change(const nw_reading *reading, const newswire_sentence *sentence,
                          const newswire_value *value) {
    uint32_t first = sentence->first_token, end = first + sentence->token_count;
    uint32_t before = value->first_token, after = before + value->token_count;
    if (change_follows(reading, after, end)) return true;
    if (after < end && readings_at(reading, after) == NW_CLASS(NW_NOUN)) return false; /* a 5 percent stake */
    while (before > first && nw_token_is_used(reading, before - 1, NW_USE_QUANTITY_ADVERB)) before--;
    if (before < first + 2) return true;
    if (nw_token_reads(reading, before - 1, "of"))
        return leads_to_change(reading, first, before - 2, value->kind);
    if (nw_token_reads(reading, before - 1, "to")) return nw_token_reads(reading, before - 2, "up");
    return !nw_token_is_used(reading, before - 1, NW_USE_LEVEL_PREPOSITION) &&
           !is_other_verb(reading, before - 1);
}

/* What a sentence has: sizes and signs by its values, words of change by its words. */
enum { PERCENT = 1, OTHER = 2, SIGN = 4, CHANGE = 8, VERB = 16, FACTOR = 32 };

static unsigned sizes_of(const nw_move_reader *reader) {
    unsigned has = 0;
    for (uint32_t v = reader->value; v < reader->value_end; v++) {
        const newswire_value *value = &reader->values->items[v];
        bool percent = value->kind == NEWSWIRE_PERCENT;
        if (!percent && (reader->percent_only || !nw_is_other_size(reader, value))) continue;
        has |= percent ? PERCENT : OTHER;
        if (nw_may_have_sign(reader, value)) has |= SIGN;
    }
    return has;
}

static unsigned changes_of(const nw_reading *reading, const newswire_sentence *sentence) {
    const uint64_t verbs = nw_list_bit(NW_LIST_MOVE_VERBS);
    const uint32_t *words = reading->words + sentence->first_token;
    unsigned has = 0;
    for (uint32_t t = 0; t < sentence->token_count; t++) {
        uint64_t lists = nw_word_lists(words[t]) & (verbs | CHANGES);
        if (!lists) continue;
        has |= CHANGE;
        if (!(lists & verbs)) continue;
        has |= VERB;
        if (nw_entry_column(nw_take_entry(words[t], NW_LIST_MOVE_VERBS), 4)[0] == 'f') return has | FACTOR;
    }
    return has;
}

bool nw_may_move(const nw_move_reader *reader, const newswire_sentence *sentence) {
    unsigned sizes = sizes_of(reader);
    if (sizes & SIGN && sizes & PERCENT) return true;
    if (!sizes && reader->percent_only) return false;
    unsigned changes = changes_of(reader->reading, sentence);
    if (!reader->percent_only && (changes & FACTOR)) return true;
    if (!sizes || !(changes & CHANGE)) return false;
    for (uint32_t v = reader->value; v < reader->value_end; v++) {
        const newswire_value *value = &reader->values->items[v];
        if (value->kind != NEWSWIRE_PERCENT && (reader->percent_only || !nw_is_other_size(reader, value)))
            continue;
        if (may_be_change(reader->reading, sentence, value)) return true;
    }
    return false;
}

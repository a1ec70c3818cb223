#include "names/certain_tags.h"

#include "base/limits.h"

/* Names of several words that the lists have and that are nothing else, however the model reads their words. */

enum { PLACES = 3 /* bits of a class: a phrase begins, goes on, ends */ };

typedef struct phrase_rule {
    const char *example;
    unsigned class;
    unsigned list;
    uint32_t least; /* tokens */
    bool of;        /* the second of them is "of" */
    newswire_entity_type type;
} phrase_rule;

static const phrase_rule rules[] = {
    {"the [Strait of Hormuz]", NW_CLASS_REGION, NW_LIST_REGIONS, 3, true, NEWSWIRE_LOC},
    {"told [Il Sole 24 Ore]", NW_CLASS_PRESS, NW_LIST_PRESS, 4, false, NEWSWIRE_ORG},
    {"the [Standard & Poor's 500] Index", NW_CLASS_INDEX, NW_LIST_STOCK_INDICES, 3, false, NEWSWIRE_MISC},
};

/* How many tokens a name of the rule has that begins at a token; 0: none does. */
static uint32_t length_of(const nw_reading *reading, const phrase_rule *rule, uint32_t token) {
    uint32_t count = reading->tokens.count;
    nw_phrase phrase = nw_find_phrase(reading, token, count, nw_list_bit(rule->list));
    if (phrase.token_count < rule->least || nw_token_reads(reading, token, "the")) return 0;
    return !rule->of || nw_token_reads(reading, token + 1, "of") ? phrase.token_count : 0;
}

static bool goes_on(const nw_reading *reading, uint32_t token) {
    return token + 1 < reading->tokens.count && nw_is_capital(&reading->tokens.items[token + 1]);
}

/* Inside a name of the rule: "Il Sole [24] Ore". */
static bool is_inside(const nw_reading *reading, const phrase_rule *rule, uint32_t token) {
    for (uint32_t back = 1; back < NW_PHRASE_TOKENS && back <= token; back++)
        if (length_of(reading, rule, token - back) > back + 1) return true;
    return false;
}

static uint32_t tags_of_rule(const nw_reading *reading, const phrase_rule *rule, const nw_name_unit *unit,
                             const nw_name_columns *columns) {
    uint64_t begins = UINT64_C(1) << PLACES * rule->class, inside = begins << 1,
             ends = UINT64_C(4) << PLACES * rule->class;
    if (columns->phrases & begins && length_of(reading, rule, unit->token))
        return nw_tags_of(rule->type) & NW_OPEN_TAGS;
    if (columns->phrases & inside && is_inside(reading, rule, unit->token))
        return nw_tags_of(rule->type) & NW_OPEN_TAGS & NW_JOINED_TAGS;
    if (!(columns->phrases & ends) || goes_on(reading, unit->token)) return NW_ALL_TAGS;
    for (uint32_t back = rule->least - 1; back < NW_PHRASE_TOKENS && back <= unit->token; back++)
        if (length_of(reading, rule, unit->token - back) == back + 1) return nw_closing_tags_of(rule->type);
    return NW_ALL_TAGS;
}

/* ---- before "of" ---- */

/* "Cape of [Good] Hope": an ordinary word, with the name's end behind it. */
static bool is_before_last(const nw_reading *reading, uint32_t token) {
    return goes_on(reading, token) && !goes_on(reading, token + 1) &&
           nw_token_in(reading, token, NW_LIST_ORDINARY_WORDS);
}

/* "Princess of [Wales]'s Stakes" */
static bool owns_name(const nw_reading *reading, uint32_t token) {
    const newswire_token *next = &reading->tokens.items[token] + 1;
    return token + 2 < reading->tokens.count && next->traits & NEWSWIRE_HAS_APOSTROPHE &&
           next->gap == NEWSWIRE_NO_GAP && nw_is_capital(&next[1]);
}

/* What a name is whose first word stands before "of" and a place: "[Cape] of Good Hope", "[Duke] of York"; MISC: none. */
static newswire_entity_type type_of_opener(const nw_reading *reading, uint32_t token) {
    const newswire_token *items = reading->tokens.items;
    uint32_t place = token + 2;
    bool water = nw_token_is_used(reading, token, NW_USE_OPENS_WATER),
         peer = nw_token_is_used(reading, token, NW_USE_OPENS_PEER);
    if ((!water && !peer) || place >= reading->tokens.count || !nw_is_capital(&items[token]) ||
        !nw_token_reads(reading, token + 1, "of") || !nw_is_capital(&items[place]) ||
        items[place].sentence != items[token].sentence)
        return NEWSWIRE_MISC;
    bool ends = !goes_on(reading, place) && nw_may_be_town(reading->words[place]);
    if (water) return ends || is_before_last(reading, place) ? NEWSWIRE_LOC : NEWSWIRE_MISC;
    return ends && !owns_name(reading, place) ? NEWSWIRE_PERSON : NEWSWIRE_MISC;
}

/* Whether a word as short as "of" stands so near that a token may belong to such a name: few do. */
static bool is_near_of(const nw_reading *reading, uint32_t token) {
    enum { OF = 2 /* bytes; and tokens to "of" from the last but one word of a name */ };
    const newswire_token *item = &reading->tokens.items[token];
    if (token + 1 < reading->tokens.count && item[1].span.length == OF) return true;
    for (uint32_t back = 0; back <= OF && back <= token; back++)
        if (reading->tokens.items[token - back].span.length == OF) return true;
    return false;
}

uint32_t nw_tags_by_opener(const nw_reading *reading, uint32_t token) {
    if (!is_near_of(reading, token)) return NW_ALL_TAGS;
    newswire_entity_type type = type_of_opener(reading, token);
    if (type != NEWSWIRE_MISC) return UINT32_C(1) << nw_tag(type, NW_TAG_FIRST);
    for (uint32_t back = 1; back <= 3 && back <= token; back++) {
        if (back == 3 && !nw_is_capital(&reading->tokens.items[token - 1])) break;
        type = type_of_opener(reading, token - back);
        if (type == NEWSWIRE_MISC) continue;
        bool more = back == 1 || (back == 2 && goes_on(reading, token) && type == NEWSWIRE_LOC);
        return more ? nw_tags_of(type) & NW_OPEN_TAGS & NW_JOINED_TAGS : nw_closing_tags_of(type);
    }
    return NW_ALL_TAGS;
}

uint32_t nw_tags_of_phrase(const nw_reading *reading, const nw_name_unit *unit,
                           const nw_name_columns *columns) {
    uint32_t tags = NW_ALL_TAGS;
    for (size_t i = 0; i < sizeof rules / sizeof *rules && tags == NW_ALL_TAGS && columns->phrases; i++)
        tags = tags_of_rule(reading, &rules[i], unit, columns);
    return tags == NW_ALL_TAGS ? nw_tags_by_opener(reading, unit->token) : tags;
}

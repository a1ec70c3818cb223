#include "names/certain_tags.h"

#include "grammar/grammar.h"

bool nw_is_equity_code(const nw_reading *reading, uint32_t token) {
    if (token >= reading->tokens.count || reading->tokens.items[token].kind != NEWSWIRE_CODE) return false;
    newswire_string code = nw_token_string(&reading->text, &reading->tokens.items[token]);
    bool dot = false, lower = false;
    if (code.length < 4 || code.bytes[0] == '.' || code.bytes[1] == '.') return false;
    for (uint32_t i = 1; i + 1 < code.length; i++) {
        char byte = code.bytes[i];
        if (byte == '=' || byte == '#') return false;
        dot = dot || byte == '.';
        lower = lower || (!dot && byte == 'c');
    }
    return dot || !lower;
}

/* "(AMZN)" */
static bool is_before_letters(const nw_reading *reading, uint32_t token) {
    enum { LEAST_LETTERS = 3, MOST_LETTERS = 5 };
    const newswire_token *next = &reading->tokens.items[token] + 1;
    if (token + 3 >= reading->tokens.count || next[1].span.length < LEAST_LETTERS ||
        next[1].span.length > MOST_LETTERS)
        return false;
    return nw_is_mark(reading, token + 1, '(') && nw_is_apart(next) && nw_is_mark(reading, token + 3, ')') &&
           nw_token_agrees(&next[1], NW_ALL_CAPITALS);
}

/* The first of the words with capitals that end with a token, at most four. */
static uint32_t first_capital(const nw_reading *reading, uint32_t token) {
    enum { MOST_WORDS = 4 };
    const newswire_token *items = reading->tokens.items;
    uint32_t first = token;
    while (first > 0 && token - first + 1 < MOST_WORDS && nw_is_apart(&items[first]) &&
           items[first - 1].sentence == items[token].sentence && nw_is_capital(&items[first - 1]) &&
           items[first - 1].kind == NEWSWIRE_WORD)
        first--;
    return first;
}

/* At the end of what stands after "shares in", "a stake in", "a stake in Brazil's". */
static bool is_held(const nw_reading *reading, uint32_t token) {
    const newswire_token *items = reading->tokens.items, *item = &items[token];
    if (token + 1 < reading->tokens.count &&
        (nw_is_capital(&item[1]) ||
         (item[1].kind == NEWSWIRE_WORD && nw_readings_of(reading, token + 1) == NW_CLASS(NW_NOUN))))
        return false; /* a stake in Brazil's Carajo mine */
    uint32_t first = first_capital(reading, token);
    if (first > 1 && items[first - 1].traits & NEWSWIRE_HAS_APOSTROPHE &&
        items[first - 1].sentence == item->sentence && nw_is_capital(&items[first - 2]) &&
        nw_token_reads_any(reading, first - 1, "'s ’s"))
        first = first_capital(reading, first - 2);
    return first > 1 && nw_token_is_used(reading, first - 2, NW_USE_HOLDING) &&
           items[first - 2].sentence == item->sentence && items[first].gap != NEWSWIRE_NO_GAP &&
           nw_token_reads_any(reading, first - 1, "in of");
}

/* "Rival [Alumar] Boreal <ALB.ST>": the name begins earlier. */
static bool is_behind_name(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token > 0 && nw_is_apart(item) && item[-1].sentence == item->sentence &&
           item[-1].kind == NEWSWIRE_WORD && item[-1].traits & NEWSWIRE_INITIAL_CAPITAL &&
           !reading->words[token - 1] && nw_span_end(item[-1].span) + 1 == item->span.start;
}

/* "a stake in [Tern] & Reilly", "in [Norwick] and Moor": the name may have more. */
static bool goes_on(const nw_reading *reading, uint32_t token) {
    return token + 1 < reading->tokens.count && nw_token_reads_any(reading, token + 1, "& and a y e");
}

static bool is_before_index_code(const nw_reading *reading, uint32_t token) {
    uint32_t at = token + 1, count = reading->tokens.count;
    if (at < count && reading->tokens.items[at].kind == NEWSWIRE_NUMBER) at++;
    if (at >= count || reading->tokens.items[at].kind != NEWSWIRE_CODE) return false;
    newswire_string code = nw_token_string(&reading->text, &reading->tokens.items[at]);
    return code.length > 3 && (code.bytes[0] == '.' || code.bytes[1] == '.'); /* .SPX, <.SPX> */
}

uint32_t nw_tags_by_share(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const uint64_t firms = nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY);
    bool behind = is_behind_name(reading, token);
    if (nw_is_of_nation(classes) && !behind) return NW_ALL_TAGS;
    if (nw_is_equity_code(reading, token + 1))
        return behind ? UINT32_C(1) << nw_tag(NEWSWIRE_ORG, NW_TAG_LAST) : nw_closing_tags_of(NEWSWIRE_ORG);
    if (nw_is_of_nation(classes)) return NW_ALL_TAGS;
    bool held = is_held(reading, token);
    if (classes & firms && (is_before_letters(reading, token) || held))
        return nw_closing_tags_of(NEWSWIRE_ORG);
    if (held && !goes_on(reading, token) &&
        (!reading->words[token] || !reading->words[first_capital(reading, token)]))
        return nw_closing_tags_of(NEWSWIRE_ORG);
    if (is_before_index_code(reading, token)) return nw_closing_tags_of(NEWSWIRE_MISC);
    return held ? NW_ALL_TAGS & ~nw_closing_tags_of(NEWSWIRE_PERSON) : NW_ALL_TAGS;
}

bool nw_is_firm_alone(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const uint64_t others = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY) |
                            nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_CITY) |
                            nw_class_bit(NW_CLASS_GIVEN) | nw_class_bit(NW_CLASS_SURNAME) |
                            nw_class_bit(NW_CLASS_ORDINARY);
    const newswire_token *item = &reading->tokens.items[token];
    if (!(classes & nw_class_bit(NW_CLASS_FIRM)) || classes & others || !(item->traits & NEWSWIRE_HAS_LOWER))
        return false;
    if (token + 1 < reading->tokens.count && nw_is_capital(&item[1])) return false;
    return token == 0 || !nw_is_capital(&item[-1]);
}

/* "the Amazon", "the western Amazon", "Brazil's Amazon" */
static bool is_river(const nw_reading *reading, uint32_t token) {
    for (uint32_t at = token; at > 0 && at + 2 > token; at--) {
        if (reading->tokens.items[at - 1].sentence != reading->tokens.items[token].sentence) return false;
        if (nw_token_reads(reading, at - 1, "the")) return true;
        if (at == token && reading->tokens.items[at - 1].traits & NEWSWIRE_HAS_APOSTROPHE) return true;
    }
    return false;
}

uint32_t nw_tags_of_firm(const nw_reading *reading, uint32_t token, const nw_kept_word *word) {
    const uint64_t firms = nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY) |
                           nw_class_bit(NW_CLASS_ORGANISATION) | nw_class_bit(NW_CLASS_PRESS);
    const nw_entry *region = nw_find_entry(reading->words[token], NW_LIST_REGIONS);
    bool strange = !word->values[NW_COLUMN_NAMED] || word->values[NW_COLUMN_NAMED] >= NW_NAMED_SELDOM;
    if (!region && !(word->classes & ~firms) && strange)
        return UINT32_C(1) << nw_tag(NEWSWIRE_ORG, NW_TAG_ONLY);
    bool river = region && strcmp(nw_entry_column(region, 2), "river") == 0;
    return river && !is_river(reading, token) ? NW_ALL_TAGS & ~nw_tags_of(NEWSWIRE_LOC) : NW_ALL_TAGS;
}

/* "France's Soivet [Voss] gained 2 percent": two words that no list knows, and what shares do. */
static bool is_moving(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    return token + 3 < reading->tokens.count && item[3].sentence == item->sentence &&
           item[2].kind == NEWSWIRE_NUMBER && is_behind_name(reading, token) &&
           nw_readings_of(reading, token + 1) & NW_CLASS(NW_PAST) &&
           nw_readings_of(reading, token + 3) & NW_CLASS(NW_UNIT);
}

uint32_t nw_tags_of_owner(const nw_reading *reading, const nw_name_unit *unit) {
    uint32_t token = unit->token;
    const newswire_token *item = &reading->tokens.items[token];
    bool opens = token == 0 || item[-1].sentence != item->sentence;
    if (!unit->word && is_moving(reading, token)) return NW_ALL_TAGS & ~nw_tags_of(NEWSWIRE_PERSON);
    const uint64_t firms = nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY);
    bool listed = (nw_know_word(unit->word, item).classes & firms) != 0;
    if ((unit->word && !listed) || !(item->traits & NEWSWIRE_HAS_LOWER) ||
        item->traits & NEWSWIRE_HAS_HYPHEN || token + 1 >= reading->tokens.count ||
        !nw_token_is_used(reading, token + 1, NW_USE_FIRMS_OWN) ||
        item[1].traits & NEWSWIRE_INITIAL_CAPITAL || !nw_is_apart(&item[1]))
        return NW_ALL_TAGS;
    if (nw_token_is_used(reading, token + 1, NW_USE_SPEAKS_FOR_FIRM))
        return nw_closing_tags_of(NEWSWIRE_ORG) | nw_closing_tags_of(NEWSWIRE_PERSON);
    bool after_given =
        !opens && nw_know_word(reading->words[token - 1], &item[-1]).classes & nw_class_bit(NW_CLASS_GIVEN);
    return opens || after_given ? NW_ALL_TAGS : nw_closing_tags_of(NEWSWIRE_ORG);
}

bool nw_is_before_firms(const nw_reading *reading, uint32_t token) {
    const uint64_t generic =
        nw_class_bit(NW_CLASS_LEGAL) | nw_class_bit(NW_CLASS_ORG_HEAD) | nw_class_bit(NW_CLASS_INSIDE);
    const newswire_token *item = &reading->tokens.items[token], *next = item + 1;
    if (!nw_token_is_used(reading, token, NW_USE_OPENS_FIRM) || token + 1 >= reading->tokens.count)
        return false;
    return next->sentence == item->sentence && next->kind == NEWSWIRE_WORD && nw_is_apart(next) &&
           next->traits & NEWSWIRE_INITIAL_CAPITAL &&
           !(nw_know_word(reading->words[token + 1], next).classes & generic);
}

uint32_t nw_tags_behind_firms(const nw_reading *reading, uint32_t token, uint64_t classes) {
    if (!nw_is_before_firms(reading, token - 1)) return NW_ALL_TAGS;
    if (!reading->words[token]) return nw_tags_of(NEWSWIRE_ORG) & ~(uint32_t)NW_JOINED_TAGS;
    bool more = token + 1 < reading->tokens.count && nw_is_capital(&reading->tokens.items[token + 1]);
    return classes & nw_class_bit(NW_CLASS_ORDINARY) && !more ? NW_ALL_TAGS
                                                              : NW_ALL_TAGS & ~(NW_JOINED_TAGS | NW_NO_NAME);
}

bool nw_is_only_event(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    if (classes != nw_class_bit(NW_CLASS_EVENT)) return false;
    if (token + 1 < reading->tokens.count && nw_is_capital(&item[1])) return false;
    return token == 0 || !nw_is_capital(&item[-1]) || nw_token_is_used(reading, token - 1, NW_USE_ARTICLE);
}

bool nw_is_only_index(uint64_t classes) {
    return classes & nw_class_bit(NW_CLASS_INDEX) &&
           !(classes & ~(nw_class_bit(NW_CLASS_INDEX) | nw_class_bit(NW_CLASS_OTHER_HEAD)));
}

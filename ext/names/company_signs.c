#include "grammar/grammar.h"
#include "names/cast.h"
#include "names/certain_tags.h"
#include "names/find.h"
#include "names/kinds.h"

/* What stands beside a name and shows that it is a firm's, whatever the model says. */

/* "Acme <ACME.L>" */
static bool has_equity_code(const nw_reading *reading, const newswire_mention *mention) {
    return nw_is_equity_code(reading, mention->first_token + mention->token_count);
}

/* Whether a name is a country, a region or a great city, which has firms and is none. */
static bool is_of_map(const nw_reading *reading, const newswire_mention *mention) {
    const uint64_t map =
        nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_REGION);
    const uint64_t lists = nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_REGIONS);
    uint32_t at = mention->first_token;
    if (mention->token_count == 1)
        return nw_know_word(reading->words[at], &reading->tokens.items[at]).classes & map;
    return nw_find_phrase(reading, at, reading->tokens.count, lists).token_count == mention->token_count;
}

/* "an analyst at Acme": who has a role at it works for it. */
static bool employs_somebody(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t at = mention->first_token;
    if (at < 2 || reading->tokens.items[at - 2].sentence != mention->sentence) return false;
    if (!nw_token_reads(reading, at - 1, "at") || !nw_ends_token(reading, mention))
        return false;                           /* "Leeds-based" */
    uint32_t after = at + mention->token_count; /* "dealers at Moscow's exchange" */
    if (after < reading->tokens.count && reading->tokens.items[after].traits & NEWSWIRE_HAS_APOSTROPHE &&
        reading->tokens.items[after].gap == NEWSWIRE_NO_GAP && is_of_map(reading, mention))
        return false;
    uint64_t classes = nw_know_word(reading->words[at - 2], &reading->tokens.items[at - 2]).classes;
    return classes & (nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_KIND_PERSON));
}

/* "Norwick News publisher Ann Lee": a kind that a name says more of may be somebody's part in it. */
static bool is_of_name(const nw_reading *reading, uint32_t kind, uint32_t start) {
    if (kind <= start + 1 || !(reading->tokens.items[kind - 1].traits & NEWSWIRE_INITIAL_CAPITAL))
        return false;
    return !nw_is_of_nation(nw_know_word(reading->words[kind - 1], &reading->tokens.items[kind - 1]).classes);
}

/* Whether the lists have a name as a place. */
static bool is_listed_place(const nw_reading *reading, const newswire_mention *mention) {
    const uint64_t places =
        nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS);
    uint32_t at = mention->first_token;
    return nw_find_phrase(reading, at, at + mention->token_count, places).token_count == mention->token_count;
}

/* "Ann Lee, [founder] of Cloudpoint": what somebody leads, and not "the owner of Legoland theme parks". */
static bool is_led(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t at = mention->first_token, start = reading->sentences.items[mention->sentence - 1].first_token;
    uint32_t next = at + mention->token_count;
    if (mention->type != NEWSWIRE_PERSON && mention->type != NEWSWIRE_LOC) return false;
    if (at < start + 2 || !nw_token_reads(reading, at - 1, "of") || !nw_ends_token(reading, mention))
        return false;
    nw_kind kind = nw_kind_before(reading, start, at - 1);
    if (kind.type != NEWSWIRE_PERSON || !nw_group_is_used(kind.group, NW_USE_SPEAKS_FOR_FIRM)) return false;
    if (mention->type == NEWSWIRE_PERSON && nw_token_reads(reading, at - 2, "head")) return false;
    if (next < reading->tokens.count &&
        (nw_readings_of(reading, next) == NW_CLASS(NW_NOUN) ||
         reading->tokens.items[next].gap == NEWSWIRE_NO_GAP) &&
        reading->tokens.items[next].kind == NEWSWIRE_WORD)
        return false; /* the chairman of Lee's committee */
    uint64_t classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
    return !(classes & nw_class_bit(NW_CLASS_GIVEN)) && !is_listed_place(reading, mention);
}

/* The kind that a noun of the plural says: "firms", "companies"; NULL: none. */
static const nw_entry *kind_of_plural(newswire_string text) {
    enum { MOST_LETTERS = 24 };
    char singular[MOST_LETTERS];
    uint32_t length = text.length - 1;
    if (length > MOST_LETTERS || text.bytes[length] != 's') return NULL;
    memcpy(singular, text.bytes, length);
    if (length > 2 && memcmp(singular + length - 2, "ie", 2) == 0) singular[--length - 1] = 'y';
    return nw_find_entry(nw_lexicon_word(singular, length), NW_LIST_KINDS);
}

/* Whether nouns of the plural for firms stand right before a token: "research [firms] Unacast". */
static bool is_behind_firms(const nw_reading *reading, uint32_t token, uint32_t start) {
    enum { LEAST_LETTERS = 5 };
    if (token <= start) return false;
    const newswire_token *item = &reading->tokens.items[token - 1];
    newswire_string text = nw_token_string(&reading->text, item);
    if (item->kind != NEWSWIRE_WORD || text.length < LEAST_LETTERS || text.bytes[text.length - 1] != 's' ||
        (item->traits & NEWSWIRE_INITIAL_CAPITAL && token - 1 > start) ||
        nw_token_reads(reading, token - 1, "concerns"))
        return false;
    if (nw_token_is_used(reading, token - 1, NW_USE_OPENS_FIRM)) return true;
    const nw_entry *kind = kind_of_plural(text);
    return kind && *nw_entry_column(kind, 1) == 'O' && nw_groups_agree("company", nw_entry_column(kind, 2));
}

/* "research firms [Unacast], [Tarvix] and [Bellweather]", "Rivals [Garanti] and [Akbank]": one of several that are called
** firms. */
static bool is_among_firms(const nw_reading *reading, const newswire_mention *mention) {
    enum { MOST_NAMES = 4 };
    const uint64_t others = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY) |
                            nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_GIVEN);
    const newswire_token *items = reading->tokens.items;
    uint32_t at = mention->first_token, start = reading->sentences.items[mention->sentence - 1].first_token;
    if (mention->type != NEWSWIRE_PERSON && mention->type != NEWSWIRE_LOC) return false;
    if (nw_know_word(reading->words[at], &items[at]).classes & others || is_listed_place(reading, mention))
        return false;
    for (uint32_t names = 0; names < MOST_NAMES && at > start; names++) {
        if (is_behind_firms(reading, at, start)) return true;
        if (!nw_token_reads(reading, at - 1, "and") && !nw_is_mark(reading, at - 1, ',')) return false;
        uint32_t end = --at;
        while (at > start && nw_is_capital(&items[at - 1]) && !is_behind_firms(reading, at, start)) at--;
        if (at == end) return false;
    }
    return false;
}

/* "an interim body [Beijing] plans": a place, whatever stands before it. */
static bool is_plain_place(const nw_reading *reading, const newswire_mention *mention, uint64_t classes) {
    const uint64_t firms = nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY) |
                           nw_class_bit(NW_CLASS_PRESS) | nw_class_bit(NW_CLASS_TEAM);
    return mention->type == NEWSWIRE_LOC && !(classes & firms) && is_of_map(reading, mention);
}

/* "[broker] Harcourt Marine": a kind of firm in small letters right before it. */
static bool is_called_company(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t at = mention->first_token, start = reading->sentences.items[mention->sentence - 1].first_token;
    if (at <= start || reading->tokens.items[at - 1].traits & NEWSWIRE_INITIAL_CAPITAL) return false;
    uint64_t classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
    if (classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY))) return false;
    nw_kind kind = nw_kind_before(reading, start, at);
    if (kind.group && !nw_is_group(kind.group, "team") && is_plain_place(reading, mention, classes))
        return false;
    return kind.group && kind.type == NEWSWIRE_ORG &&
           !(classes & nw_class_bit(NW_CLASS_GIVEN) && is_of_name(reading, kind.first_token, start));
}

/* Where a noun phrase goes on: "an [independent] foundation", "a company [director]". */
static bool is_modifier(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (item->kind != NEWSWIRE_WORD || item->traits & NEWSWIRE_INITIAL_CAPITAL) return false;
    uint64_t readings = nw_readings_of(reading, token);
    return readings & (NW_CLASS(NW_ADJECTIVE) | NW_CLASS(NW_NOUN)) && !(readings & NW_CLASS(NW_PREPOSITION));
}

/* Where what a name is said to be begins, behind a comma: "an [independent] foundation", "Spain's [No. 4] lender", "the
** world's [biggest] maker"; 0 where nothing is said. */
static uint32_t begin_of_apposition(const nw_reading *reading, uint32_t comma, uint32_t end) {
    const newswire_token *items = reading->tokens.items;
    if (comma + 4 >= end || !nw_is_mark(reading, comma, ',')) return 0;
    uint32_t owner = comma + 1;
    if (nw_token_reads_any(reading, owner, "a an")) return owner + 1;
    owner += nw_token_reads(reading, owner, "the");
    if (!nw_token_reads(reading, owner + 1, "'s")) return 0;
    uint64_t classes = nw_know_word(reading->words[owner], &items[owner]).classes;
    return nw_is_of_nation(classes) || nw_token_reads(reading, owner, "world") ? owner + 2 : 0;
}

/* How many tokens tell the rank of a kind: "[No. 4] lender", "[second-biggest] maker", "[largest] bank". */
static uint32_t length_of_rank(const nw_reading *reading, uint32_t at, uint32_t end) {
    if (at + 1 < end && nw_token_reads(reading, at, "no.") &&
        reading->tokens.items[at + 1].kind == NEWSWIRE_NUMBER)
        return 2;
    return nw_is_superlative(reading, at);
}

/* "Ann Lee, a publisher," and "Roth, a broker," are persons. */
static bool may_be_trade(const nw_reading *reading, const newswire_mention *mention, uint32_t noun) {
    newswire_string text = nw_token_string(&reading->text, &reading->tokens.items[noun]);
    return mention->type == NEWSWIRE_PERSON && text.length > 2 &&
           memcmp(text.bytes + text.length - 2, "er", 2) == 0;
}

/* "Pais Libre, an independent foundation that": a kind of firm right behind it. */
static bool is_told_to_be_company(const nw_reading *reading, const newswire_mention *mention) {
    enum { MOST_MODIFIERS = 3 };
    uint32_t comma = mention->first_token + mention->token_count, end = reading->tokens.count, rank;
    uint32_t first = begin_of_apposition(reading, comma, end);
    if (!first || reading->tokens.items[first].sentence != mention->sentence || is_of_map(reading, mention))
        return false;
    rank = length_of_rank(reading, first, end);
    for (uint32_t at = first + rank; at + 1 < end && at <= first + rank + MOST_MODIFIERS; at++) {
        nw_kind kind = nw_kind_at(reading, at, end);
        uint32_t last = at + kind.token_count - 1, next = last + 1;
        if (kind.group && (next >= end || !is_modifier(reading, next)))
            return kind.type == NEWSWIRE_ORG &&
                   ((rank && mention->token_count == 1) || !may_be_trade(reading, mention, last));
        if (!is_modifier(reading, at)) return false;
    }
    return false;
}

/* Whether who stands behind a name, or behind its possessive, is somebody at a firm: "Norwick finance [chief] Ann Lee". */
static bool is_before_executive(const nw_reading *reading, uint32_t token) {
    enum { MOST_WORDS = 2 }; /* that say what the office is for */
    uint32_t end = reading->tokens.count;
    if (token < end && nw_token_reads(reading, token, "'s")) token++;
    for (uint32_t at = token; at < end && at <= token + MOST_WORDS; at++) {
        nw_kind kind = nw_kind_at(reading, at, end);
        if (kind.group)
            return kind.type == NEWSWIRE_PERSON && nw_group_is_used(kind.group, NW_USE_SPEAKS_FOR_FIRM);
        if (!is_modifier(reading, at)) return false;
    }
    return false;
}

/* "a Harcourt spokesman said": a word that might be a town's, too, or is no known person's. */
static bool has_spokesman(const nw_reading *reading, const newswire_mention *mention) {
    const double unsure = 0.6;
    uint32_t next = mention->first_token + mention->token_count, at = mention->first_token;
    bool stranger = mention->type == NEWSWIRE_PERSON && mention->token_count == 1 && !reading->words[at] &&
                    mention->score < unsure;
    if (stranger) return is_before_executive(reading, next);
    if (mention->type != NEWSWIRE_LOC || next >= reading->tokens.count ||
        !nw_token_reads_any(reading, next, "spokesman spokeswoman spokesperson"))
        return false;
    uint64_t classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
    return !(classes & nw_class_bit(NW_CLASS_NATIONALITY)) && !is_of_map(reading, mention);
}

bool nw_is_shown_as_company(const nw_reading *reading, const newswire_mention *mention) {
    return has_equity_code(reading, mention) || employs_somebody(reading, mention) ||
           is_called_company(reading, mention) || is_told_to_be_company(reading, mention) ||
           has_spokesman(reading, mention) || is_led(reading, mention) || is_among_firms(reading, mention);
}

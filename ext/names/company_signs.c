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

/* "an analyst at Acme": who has a role at it works for it. */
static bool employs_somebody(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t at = mention->first_token;
    if (at < 2 || reading->tokens.items[at - 2].sentence != mention->sentence) return false;
    if (!nw_token_reads(reading, at - 1, "at") || !nw_ends_token(reading, mention))
        return false; /* "Leeds-based" */
    uint64_t classes = nw_know_word(reading->words[at - 2], &reading->tokens.items[at - 2]).classes;
    return classes & (nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_KIND_PERSON));
}

/* "Norwick News publisher Ann Lee": a kind that a name says more of may be somebody's part in it. */
static bool is_of_name(const nw_reading *reading, uint32_t kind, uint32_t start) {
    if (kind <= start + 1 || !(reading->tokens.items[kind - 1].traits & NEWSWIRE_INITIAL_CAPITAL))
        return false;
    return !nw_is_of_nation(nw_know_word(reading->words[kind - 1], &reading->tokens.items[kind - 1]).classes);
}

/* "[broker] Harcourt Marine": a kind of firm in small letters right before it. */
static bool is_called_company(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t at = mention->first_token, start = reading->sentences.items[mention->sentence - 1].first_token;
    if (at <= start || reading->tokens.items[at - 1].traits & NEWSWIRE_INITIAL_CAPITAL) return false;
    uint64_t classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
    if (classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY))) return false;
    nw_kind kind = nw_kind_before(reading, start, at);
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

/* "Pais Libre, an independent foundation that": a kind of firm right behind it. "Ann Lee, a publisher," is a person. */
static bool is_told_to_be_company(const nw_reading *reading, const newswire_mention *mention) {
    enum { MOST_MODIFIERS = 3 };
    uint32_t comma = mention->first_token + mention->token_count, end = reading->tokens.count;
    if (comma + 3 >= end || !nw_is_mark(reading, comma, ',')) return false;
    if (reading->tokens.items[comma + 2].sentence != mention->sentence) return false;
    if (!nw_token_reads(reading, comma + 1, "a") && !nw_token_reads(reading, comma + 1, "an")) return false;
    for (uint32_t at = comma + 2; at + 1 < end && at <= comma + 2 + MOST_MODIFIERS; at++) {
        nw_kind kind = nw_kind_at(reading, at, end);
        uint32_t last = at + kind.token_count - 1, next = last + 1;
        if (kind.group && (next >= end || !is_modifier(reading, next))) {
            newswire_string noun = nw_token_string(&reading->text, &reading->tokens.items[last]);
            bool may_be_person = mention->type == NEWSWIRE_PERSON && noun.length > 2 &&
                                 memcmp(noun.bytes + noun.length - 2, "er", 2) == 0;
            return kind.type == NEWSWIRE_ORG && !may_be_person;
        }
        if (!is_modifier(reading, at)) return false;
    }
    return false;
}

/* "a Harcourt spokesman said": a word that might be a town's, too. */
static bool has_spokesman(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t next = mention->first_token + mention->token_count;
    if (mention->type != NEWSWIRE_LOC || next >= reading->tokens.count) return false;
    if (!nw_token_reads(reading, next, "spokesman") && !nw_token_reads(reading, next, "spokeswoman"))
        return false;
    uint32_t at = mention->first_token;
    uint64_t classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
    return !(classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY) |
                        nw_class_bit(NW_CLASS_METROPOLIS) | nw_class_bit(NW_CLASS_REGION)));
}

bool nw_is_shown_as_company(const nw_reading *reading, const newswire_mention *mention) {
    return has_equity_code(reading, mention) || employs_somebody(reading, mention) ||
           is_called_company(reading, mention) || is_told_to_be_company(reading, mention) ||
           has_spokesman(reading, mention);
}

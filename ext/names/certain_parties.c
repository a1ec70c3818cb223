#include "names/certain_tags.h"

#include "base/limits.h"

enum { PLACES = 3 /* bits of a class: a phrase begins, goes on, ends */ };
static const uint64_t party_begins = UINT64_C(1) << PLACES * NW_CLASS_ORGANISATION,
                      party_ends = UINT64_C(4) << PLACES * NW_CLASS_ORGANISATION;

/* Whether the words of a party could hardly mean anything else: it has one that is nothing else, "Plaid", or ends with
** "Party"; not "For Russia", which is one, too. */
static bool is_plainly_party(const nw_reading *reading, uint32_t token, uint32_t count) {
    const uint64_t others = nw_class_bit(NW_CLASS_ORDINARY) | nw_class_bit(NW_CLASS_COUNTRY) |
                            nw_class_bit(NW_CLASS_NATIONALITY) | nw_class_bit(NW_CLASS_REGION) |
                            nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_METROPOLIS);
    uint64_t classes = 0;
    for (uint32_t at = token; at < token + count; at++) {
        classes = nw_know_word(reading->words[at], &reading->tokens.items[at]).classes;
        if (!(classes & others) && nw_is_capital(&reading->tokens.items[at])) return true;
    }
    return classes & nw_class_bit(NW_CLASS_ORG_HEAD);
}

/* How many tokens a party or armed group has that begins at a unit; 0: none does. */
static uint32_t length_of_party(const nw_reading *reading, uint32_t token, uint64_t phrases) {
    if (!(phrases & party_begins) || nw_token_reads(reading, token, "the")) return 0;
    nw_phrase phrase =
        nw_find_phrase(reading, token, reading->tokens.count, nw_list_bit(NW_LIST_ORGANISATIONS));
    for (uint32_t i = 0; i < phrase.entry_count; i++) {
        if (phrase.entry[i].list != NW_LIST_ORGANISATIONS) continue;
        const char *kind = nw_entry_column(&phrase.entry[i], 1);
        if (strcmp(kind, "armed group") == 0 ||
            (strcmp(kind, "party") == 0 && is_plainly_party(reading, token, phrase.token_count)))
            return phrase.token_count;
    }
    return 0;
}

/* Whether a name may go on behind a token: "Green Party Conference", not "Green Party MP". */
static bool is_before_more(const nw_reading *reading, uint32_t token) {
    const newswire_token *next = &reading->tokens.items[token] + 1;
    if (token + 1 >= reading->tokens.count || !nw_is_capital(next)) return false;
    return !(nw_know_word(reading->words[token + 1], next).classes &
             (nw_class_bit(NW_CLASS_TITLE) | nw_class_bit(NW_CLASS_ROLE)));
}

uint32_t nw_tags_of_party(const nw_reading *reading, const nw_name_unit *unit,
                          const nw_name_columns *columns) {
    if (!(columns->phrases & (party_begins | party_ends))) return NW_ALL_TAGS;
    if (columns->phrases & ~(UINT64_C(7) << PLACES * NW_CLASS_ORGANISATION)) return NW_ALL_TAGS;
    if (length_of_party(reading, unit->token, columns->phrases) > 1)
        return nw_tags_of(NEWSWIRE_ORG) & NW_OPEN_TAGS;
    for (uint32_t back = 1; columns->phrases & party_ends && back < NW_PHRASE_TOKENS; back++, columns--) {
        if (unit->token < back || !columns[-1].phrases) break;
        if (length_of_party(reading, unit->token - back, columns[-1].phrases) == back + 1)
            return is_before_more(reading, unit->token) ? NW_ALL_TAGS : nw_closing_tags_of(NEWSWIRE_ORG);
    }
    return NW_ALL_TAGS;
}

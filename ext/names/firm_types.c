#include "grammar/grammar.h"
#include "names/cast.h"
#include "names/classes.h"
#include "names/find.h"

/* Names that can only be firms by what stands beside or inside them, whatever the model took them for. */

/* "[Telstra] New Zealand": a listed firm, and no place or person, with a country or region behind it. */
static bool is_firm_abroad(const nw_reading *reading, const newswire_mention *mention) {
    const uint64_t firms = nw_class_bit(NW_CLASS_FIRM) | nw_class_bit(NW_CLASS_COMPANY);
    const uint64_t others = nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_REGION) |
                            nw_class_bit(NW_CLASS_CITY) | nw_class_bit(NW_CLASS_METROPOLIS) |
                            nw_class_bit(NW_CLASS_GIVEN) | nw_class_bit(NW_CLASS_SURNAME) |
                            nw_class_bit(NW_CLASS_ORDINARY);
    uint32_t first = mention->first_token, last = first + mention->token_count - 1;
    if (mention->type != NEWSWIRE_LOC || mention->token_count != 2) return false;
    uint64_t classes = nw_know_word(reading->words[first], &reading->tokens.items[first]).classes;
    if (!(classes & firms) || classes & others) return false;
    if (nw_trie_second(reading->words[first], reading->words[last]))
        return false; /* the lists have the whole */
    classes = nw_know_word(reading->words[last], &reading->tokens.items[last]).classes;
    return classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_REGION)) &&
           !(classes & nw_class_bit(NW_CLASS_LOC_HEAD)); /* "Island" */
}

static bool is_of_place(const nw_reading *reading, uint32_t token) {
    return nw_word_lists(reading->words[token]) &
           (nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS) |
            nw_list_bit(NW_LIST_NATIONALITIES));
}

/* "state-run [Rosenergo]", but not "the state-run Manila hotel": no place of the lists, and no noun behind it. */
static bool is_behind_attribute(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t first = mention->first_token, end = first + mention->token_count;
    if (first == 0 || mention->subtype || reading->tokens.items[first - 1].sentence != mention->sentence ||
        !nw_token_is_used(reading, first - 1, NW_USE_FIRM_ATTRIBUTE))
        return false;
    if (is_of_place(reading, first)) return false;
    return end >= reading->tokens.count || nw_readings_of(reading, end) != NW_CLASS(NW_NOUN);
}

/* "[Uralsib] analyst Ann Lee", but not "London analyst Ann Lee": whom she works for, if the lists know it as nothing else. */
static bool is_before_analyst(const nw_reading *reading, const newswire_mention *mention) {
    uint32_t office = mention->first_token + mention->token_count;
    if (office + 1 >= reading->tokens.count || !nw_token_is_used(reading, office, NW_USE_ANALYST) ||
        !nw_ends_token(reading, mention))
        return false;
    if (mention->type != NEWSWIRE_PERSON && is_of_place(reading, mention->first_token)) return false;
    const newswire_token *name = &reading->tokens.items[office + 1];
    return name->sentence == mention->sentence && name->kind == NEWSWIRE_WORD &&
           name->traits & NEWSWIRE_INITIAL_CAPITAL && name[-1].gap == NEWSWIRE_SPACE &&
           name->gap == NEWSWIRE_SPACE;
}

void nw_mend_firm_type(const nw_reading *reading, newswire_mention *mention) {
    if (mention->type == NEWSWIRE_ORG || mention->entity) return;
    if (is_firm_abroad(reading, mention) || is_behind_attribute(reading, mention) ||
        is_before_analyst(reading, mention))
        mention->type = NEWSWIRE_ORG;
}

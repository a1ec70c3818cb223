#include "names/certain_tags.h"

static const nw_entry *honorific_at(const nw_reading *reading, uint32_t token) {
    const nw_entry *entry = nw_find_entry(reading->words[token], NW_LIST_KINDS);
    return entry && strcmp(nw_entry_column(entry, 2), "honorific") == 0 ? entry : NULL;
}

uint32_t nw_tags_after_honorific(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    const uint64_t others = nw_class_bit(NW_CLASS_ORDINARY) | nw_class_bit(NW_CLASS_TITLE) |
                            nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_KIND_PERSON) |
                            nw_class_bit(NW_CLASS_CALENDAR);
    if (token == 0 || item[-1].sentence != item->sentence) return NW_ALL_TAGS;
    const nw_entry *entry = honorific_at(reading, token - 1);
    if (!entry || *nw_entry_column(entry, 3) == '-' || !nw_token_agrees(&item[-1], NW_CAPITALIZED))
        return NW_ALL_TAGS;
    return nw_tags_of(NEWSWIRE_PERSON) | (classes & others ? NW_NO_NAME : 0);
}

/* "bin", "ibn" before a name, "Bin" too; not "Bin Services". */
static bool is_son_of(const nw_reading *reading, uint32_t token) {
    const newswire_token *next = &reading->tokens.items[token] + 1;
    if (!(nw_token_reads(reading, token, "bin") || nw_token_reads(reading, token, "ibn")) ||
        token + 1 >= reading->tokens.count || next->sentence != next[-1].sentence || !nw_is_apart(next) ||
        !(next->traits & NEWSWIRE_INITIAL_CAPITAL) || !(next->traits & NEWSWIRE_HAS_LOWER))
        return false;
    const uint64_t others = nw_class_bit(NW_CLASS_ORG_HEAD) | nw_class_bit(NW_CLASS_LEGAL);
    return !(nw_know_word(reading->words[token + 1], next).classes & others);
}

/* "Erik [ten] Hag", "Maria [dos] Santos": a particle between a given name and another capital. */
static bool is_between_names(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    const uint64_t others = nw_class_bit(NW_CLASS_NATIONALITY) | nw_class_bit(NW_CLASS_CURRENCY) |
                            nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_CALENDAR);
    if (token == 0 || token + 1 >= reading->tokens.count || item[-1].sentence != item->sentence ||
        item[1].sentence != item->sentence || !nw_is_apart(item) || !nw_is_apart(&item[1]) ||
        !(item[1].traits & NEWSWIRE_INITIAL_CAPITAL) || !(item[1].traits & NEWSWIRE_HAS_LOWER))
        return false;
    return nw_know_word(reading->words[token], item).classes & nw_class_bit(NW_CLASS_PARTICLE) &&
           nw_know_word(reading->words[token - 1], &item[-1]).classes & nw_class_bit(NW_CLASS_GIVEN) &&
           !(nw_know_word(reading->words[token + 1], &item[1]).classes & others);
}

bool nw_is_particle(const nw_reading *reading, uint32_t token) {
    return is_son_of(reading, token) ||
           (!nw_is_capital(&reading->tokens.items[token]) && is_between_names(reading, token));
}

bool nw_is_before_family(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    if (classes & nw_class_bit(NW_CLASS_ORDINARY) || nw_is_of_nation(classes)) return false;
    if (token == 0 || token + 1 >= reading->tokens.count || item[1].sentence != item->sentence) return false;
    return item[-1].sentence == item->sentence && nw_token_reads(reading, token - 1, "the") &&
           nw_is_apart(&item[1]) && nw_token_reads(reading, token + 1, "family");
}

bool nw_is_initial(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    if (unit->span.length != 2 || reading->text.bytes[unit->span.start + 1] != '.' || unit[1].cut)
        return false;
    return unit[1].token == unit->token + 1 && nw_is_apart(&token[1]) &&
           token[1].traits & NEWSWIRE_INITIAL_CAPITAL;
}

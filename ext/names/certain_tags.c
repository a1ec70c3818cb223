#include "names/find.h"
#include "names/kinds.h"
#include "tagger/model.h"

/*
** What the place of a unit makes certain, whatever its words look like, as the tags that it may have:
**
**     Northgate Minerals [<NGX.TO>]     a firm ends before the code of a share
**     the [DAX] [<.GDAXI>]              an index before its own, also with its number: the [CAC] 40 <.FCHI>
**     Harcourt Marine [Inc]             what ends with a legal form is a firm
**     the [Lindholm] family             a name, of persons if the model has no other
**     Mr [Ferreira]                     a person, without "Mr"
**     [Turku]-based ferry operator      a place
**     the [Nikkei] rose                 an index, where the lists know the word for nothing else
**     the [Renault]-[Nissan] alliance   two names, where each is known alone
**     [J.] [B.] Whitlock                the initials are part of it
*/

enum { BASED_TOKENS = 4, BASED = 6 /* bytes of "-based" */ };

static uint32_t tags_of(newswire_entity_type type) { return UINT32_C(0x1111) << type; }
static uint32_t closing_tags_of(newswire_entity_type type) {
    return UINT32_C(1) << nw_tag(type, NW_TAG_LAST) | UINT32_C(1) << nw_tag(type, NW_TAG_ONLY);
}
static const uint32_t none = UINT32_C(1) << NW_TAG_NONE;
enum { ALL_TAGS = (1 << NW_TAGS) - 1 };

static bool is_name_list(uint64_t classes) {
    return classes & (nw_class_bit(NW_CLASS_COUNTRY) | nw_class_bit(NW_CLASS_NATIONALITY));
}

/* ---- codes ---- */

bool nw_is_equity_code(const nw_reading *reading, uint32_t token) {
    if (token >= reading->tokens.count || reading->tokens.items[token].kind != NEWSWIRE_CODE) return false;
    newswire_string code = nw_token_string(&reading->text, &reading->tokens.items[token]);
    bool dot = false, lower = false;
    if (code.length < 4 || code.bytes[1] == '.') return false;
    for (uint32_t i = 1; i + 1 < code.length; i++) {
        char byte = code.bytes[i];
        if (byte == '=' || byte == '#') return false;
        dot = dot || byte == '.';
        lower = lower || (!dot && byte == 'c');
    }
    return dot || !lower;
}

static bool is_before_index_code(const nw_reading *reading, uint32_t token) {
    uint32_t at = token + 1, count = reading->tokens.count;
    if (at < count && reading->tokens.items[at].kind == NEWSWIRE_NUMBER) at++;
    if (at >= count || reading->tokens.items[at].kind != NEWSWIRE_CODE) return false;
    newswire_string code = nw_token_string(&reading->text, &reading->tokens.items[at]);
    return code.length > 3 && code.bytes[1] == '.';
}

/* A word that the lists know as an index, alone or as the last word of one, and as nothing else. */
static bool is_only_index(uint64_t classes) {
    return classes & nw_class_bit(NW_CLASS_INDEX) &&
           !(classes & ~(nw_class_bit(NW_CLASS_INDEX) | nw_class_bit(NW_CLASS_OTHER_HEAD)));
}

/* ---- persons ---- */

static const nw_entry *honorific_at(const nw_reading *reading, uint32_t token) {
    const nw_entry *entry = nw_find_entry(reading->words[token], NW_LIST_KINDS);
    return entry && strcmp(nw_entry_column(entry, 2), "honorific") == 0 ? entry : NULL;
}

/* A person stands after "Mr", unless it is "Mr President". */
static uint32_t tags_after_honorific(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    const uint64_t others = nw_class_bit(NW_CLASS_ORDINARY) | nw_class_bit(NW_CLASS_TITLE) |
                            nw_class_bit(NW_CLASS_ROLE) | nw_class_bit(NW_CLASS_KIND_PERSON) |
                            nw_class_bit(NW_CLASS_CALENDAR);
    if (token == 0 || item[-1].sentence != item->sentence) return ALL_TAGS;
    const nw_entry *entry = honorific_at(reading, token - 1);
    if (!entry || *nw_entry_column(entry, 3) == '-' || !nw_token_agrees(&item[-1], NW_CAPITALIZED))
        return ALL_TAGS;
    return tags_of(NEWSWIRE_PERSON) | (classes & others ? none : 0);
}

static bool is_before_family(const nw_reading *reading, uint32_t token, uint64_t classes) {
    const newswire_token *item = &reading->tokens.items[token];
    if (classes & nw_class_bit(NW_CLASS_ORDINARY) || is_name_list(classes)) return false;
    if (token == 0 || token + 1 >= reading->tokens.count || item[1].sentence != item->sentence) return false;
    return item[-1].sentence == item->sentence && nw_token_reads(reading, token - 1, "the") &&
           item[1].gap == NEWSWIRE_SPACE && nw_token_reads(reading, token + 1, "family");
}

/* An initial with a name, or another initial, after it. */
static bool is_initial(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    if (unit->span.length != 2 || reading->text.bytes[unit->span.start + 1] != '.' || unit[1].cut)
        return false;
    return unit[1].token == unit->token + 1 && token[1].gap == NEWSWIRE_SPACE &&
           token[1].traits & NEWSWIRE_INITIAL_CAPITAL;
}

/* ---- places ---- */

bool nw_may_be_town(uint32_t word) {
    const uint64_t places =
        nw_list_bit(NW_LIST_COUNTRIES) | nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS);
    return !word || nw_word_lists(word) & places;
}

bool nw_precedes_somebody(const nw_reading *reading, uint32_t token) {
    for (uint32_t at = token + 1; at <= token + BASED_TOKENS && at < reading->tokens.count; at++) {
        const newswire_token *item = &reading->tokens.items[at];
        if (item->sentence != reading->tokens.items[token].sentence || item->kind != NEWSWIRE_WORD)
            return false;
        if (item->traits & NEWSWIRE_INITIAL_CAPITAL) return true;
        nw_kind kind = nw_kind_at(reading, at, reading->tokens.count);
        if (kind.group && kind.type != NEWSWIRE_LOC) return true;
    }
    return false;
}

static bool is_based_town(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    uint32_t end = nw_span_end(unit->span);
    if (nw_span_end(token->span) - end != BASED || memcmp(reading->text.bytes + end, "-based", BASED) != 0)
        return false;
    return nw_may_be_town(unit->word) && nw_precedes_somebody(reading, unit->token);
}

/* ---- all ---- */

uint32_t nw_certain_tags(const nw_reading *reading, const nw_name_unit *unit) {
    const newswire_token *token = &reading->tokens.items[unit->token];
    uint64_t classes = nw_know_word(unit->word, token).classes;
    if (!(token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER))) return ALL_TAGS;
    if (unit->cut || unit[1].cut) return ALL_TAGS & ~none;
    if (nw_span_end(unit->span) < nw_span_end(token->span))
        return is_based_town(reading, unit) ? closing_tags_of(NEWSWIRE_LOC) : ALL_TAGS;
    if (nw_is_equity_code(reading, unit->token + 1) && !is_name_list(classes))
        return closing_tags_of(NEWSWIRE_ORG);
    if (is_before_index_code(reading, unit->token) && !is_name_list(classes))
        return closing_tags_of(NEWSWIRE_MISC);
    if (is_initial(reading, unit)) return NW_OPEN_TAGS;
    if (classes & nw_class_bit(NW_CLASS_HONORIFIC)) return ALL_TAGS & ~tags_of(NEWSWIRE_PERSON);
    if (is_only_index(classes)) return tags_of(NEWSWIRE_MISC);
    if (classes & nw_class_bit(NW_CLASS_LEGAL)) return tags_of(NEWSWIRE_ORG) | none;
    if (is_before_family(reading, unit->token, classes))
        return closing_tags_of(NEWSWIRE_PERSON) | closing_tags_of(NEWSWIRE_ORG);
    return tags_after_honorific(reading, unit->token, classes);
}

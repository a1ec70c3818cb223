#include "names/find.h"
#include "names/focus.h"

/*
** Offices: "the judge" is whoever was called so, however long ago that was; "the president" is no former one.
*/

enum { OFFICE_TOKENS = 8 }; /* "the company's newly appointed chief financial officer" */

static nw_office *office_of(nw_walk *walk, uint32_t noun, bool former) {
    for (uint32_t i = 0; i < NW_OFFICES; i++)
        if (walk->offices[i].noun == noun && walk->offices[i].former == former) return &walk->offices[i];
    nw_office *oldest = &walk->offices[walk->next_office];
    walk->next_office = (walk->next_office + 1) % NW_OFFICES;
    return oldest;
}

void nw_keep_office(nw_walk *walk, uint32_t entity) {
    const nw_facts *facts = nw_facts_of(walk->cast, entity);
    if (nw_entity_of(walk->cast, entity)->type != NEWSWIRE_PERSON || !facts->noun) return;
    *office_of(walk, facts->noun, facts->former) = (nw_office){facts->noun, entity, facts->former};
}

uint32_t nw_find_office(const nw_walk *walk, uint32_t noun, bool former) {
    for (uint32_t i = 0; i < NW_OFFICES && noun; i++)
        if (walk->offices[i].noun == noun && walk->offices[i].former == former)
            return walk->offices[i].entity;
    return 0;
}

bool nw_is_former(const nw_reading *reading, uint32_t first, uint32_t end) {
    for (uint32_t at = first; at < end; at++)
        if (nw_token_is_used(reading, at, NW_USE_NO_LONGER)) return true;
    return false;
}

/* The token after the "the", "her" or "'s" that determines an office; 0: none. */
static uint32_t determiner_before(const nw_reading *reading, uint32_t token, uint32_t start) {
    for (uint32_t at = token; at > start && token - at < OFFICE_TOKENS; at--) {
        const newswire_token *item = &reading->tokens.items[at - 1];
        if (item->kind == NEWSWIRE_PUNCT) return 0;
        if (nw_token_is_used(reading, at - 1, NW_USE_OFFICE_OWNER)) return at;
        if (item->traits & NEWSWIRE_HAS_APOSTROPHE && item->gap == NEWSWIRE_NO_GAP) return at;
        nw_word_info info = nw_know_word(reading->words[at - 1], item);
        if (nw_is_cue(info.after, 's') || nw_is_cue_of(info.before, "abfgiotuwz")) return 0;
    }
    return 0;
}

/* "[Norwick's] lawyer": where the owner before an apostrophe begins. */
static uint32_t owner_start(const nw_cast *cast, uint32_t index, uint32_t apostrophe) {
    for (uint32_t i = index; i-- > 0;) {
        const newswire_mention *owner = &cast->names->items[i];
        if (owner->first_token + owner->token_count <= apostrophe)
            return owner->first_token + owner->token_count == apostrophe ? owner->first_token : NW_NO_OFFICE;
    }
    return NW_NO_OFFICE;
}

/* Whether a name stands between commas, and no "and" goes on with a list of persons. */
static bool is_between_commas(const nw_reading *reading, const newswire_mention *name, uint32_t end) {
    uint32_t after = name->first_token + name->token_count;
    return nw_token_is(&reading->text, &reading->tokens.items[name->first_token - 1], ',') && after < end &&
           nw_token_is(&reading->text, &reading->tokens.items[after], ',') &&
           !(after + 1 < end && nw_token_is_used(reading, after + 1, NW_USE_JOINS_CLAUSES));
}

uint32_t nw_office_start(const nw_cast *cast, uint32_t index, nw_kind *kind) {
    const nw_reading *reading = cast->reading;
    const newswire_mention *name = &cast->names->items[index];
    const newswire_sentence *sentence = &reading->sentences.items[name->sentence - 1];
    uint32_t start = sentence->first_token;
    if (name->first_token < start + 3 || !is_between_commas(reading, name, start + sentence->token_count))
        return NW_NO_OFFICE;
    *kind = nw_kind_before(reading, start, name->first_token - 1);
    if (!kind->group || kind->type != NEWSWIRE_PERSON || nw_is_group(kind->group, "honorific"))
        return NW_NO_OFFICE;
    uint32_t after = determiner_before(reading, kind->first_token, start);
    if (!after || (after > start + 1 && nw_token_reads(reading, after - 2, "of")))
        return NW_NO_OFFICE; /* "the wife of the mayor, Ann Lee, said" */
    bool owned = reading->tokens.items[after - 1].traits & NEWSWIRE_HAS_APOSTROPHE;
    return owned ? owner_start(cast, index, after - 1) : after - 1;
}

/* ---- nobody named ---- */

/* Whether a name of a person begins within a few tokens: "the mayor, [Ann Lee], said". */
static bool is_before_person(const nw_walk *walk, uint32_t token) {
    enum { NEAR = 4 };
    const nw_mentions *names = walk->cast->names;
    for (uint32_t i = walk->name; i < names->count && names->items[i].first_token <= token + NEAR; i++)
        if (names->items[i].first_token > token && names->items[i].type == NEWSWIRE_PERSON) return true;
    return false;
}

/* "A spirited singer[, he] will": what the subject is. */
static bool is_beside_subject(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    return token + 1 < walk->end && nw_is_mark(reading, token, ',') &&
           nw_token_in(reading, token + 1, NW_LIST_PRONOUNS);
}

uint32_t nw_find_stranger(const nw_walk *walk) {
    const nw_reading *reading = walk->cast->reading;
    if (walk->first >= walk->end || !nw_token_is_used(reading, walk->first, NW_USE_OPENS_STRANGER)) return 0;
    for (uint32_t at = walk->first + 1; at < walk->end && at < walk->first + OFFICE_TOKENS; at++) {
        const newswire_token *item = &reading->tokens.items[at];
        if (item->kind != NEWSWIRE_WORD) return 0;
        nw_kind kind = nw_kind_at(reading, at, walk->end);
        uint32_t end = at + (kind.group ? kind.token_count : 1);
        bool last = kind.group && kind.type == NEWSWIRE_PERSON && end < walk->end &&
                    !nw_kind_at(reading, end, walk->end).group && !nw_before_possessive(walk, end);
        if (last && !(reading->tokens.items[end].traits & NEWSWIRE_INITIAL_CAPITAL))
            return is_before_person(walk, end - 1) || is_beside_subject(walk, end) ? 0 : end - 1;
        nw_word_info info = nw_know_word(reading->words[at], item);
        if (info.after || (info.before && info.before != 'q' - 'a' + 1)) return 0;
    }
    return 0;
}

#include "names/focus.h"

uint32_t nw_weight_now(const nw_walk *walk, const nw_focus_item *item) {
    uint32_t distance = walk->sentence - item->sentence;
    return distance > NW_LOOKBACK_SENTENCES ? 0 : item->weight >> (distance < 6 ? distance : 6);
}

void nw_touch(nw_walk *walk, uint32_t entity, uint32_t token, uint32_t points) {
    nw_focus_item *place = &walk->items[0];
    for (uint32_t i = 0; i < walk->count; i++) {
        if (walk->items[i].entity == entity) {
            place = &walk->items[i];
            points += nw_weight_now(walk, place);
            goto found;
        }
        if (nw_weight_now(walk, &walk->items[i]) < nw_weight_now(walk, place)) place = &walk->items[i];
    }
    if (walk->count < NW_FOCUS_ITEMS) place = &walk->items[walk->count++];
found:
    place->entity = entity;
    place->token = token;
    place->sentence = walk->sentence;
    place->weight = points > 400 ? 400 : points;
}

static nw_word_info info_at(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    return nw_know_word(reading, reading->words[token], &reading->tokens.items[token]);
}

bool nw_after_preposition(const nw_walk *walk, uint32_t token) {
    if (token <= walk->first) return false;
    uint8_t letter = info_at(walk, token - 1).before;
    return letter && strchr("abfginotwuzck", letter + 'a' - 1) != NULL;
}

bool nw_before_possessive(const nw_walk *walk, uint32_t token) {
    const nw_reading *reading = walk->cast->reading;
    return token < walk->end && reading->tokens.items[token].traits & NEWSWIRE_HAS_APOSTROPHE &&
           reading->tokens.items[token].span.length <= 4 &&
           reading->tokens.items[token].gap == NEWSWIRE_NO_GAP;
}

/* Whether a new clause begins at a token: after "said", "that", "because". */
static bool begins_clause(const nw_walk *walk, uint32_t token) {
    if (token <= walk->first) return true;
    nw_word_info info = info_at(walk, token - 1);
    return info.after == 's' - 'a' + 1 || info.before == 'm' - 'a' + 1;
}

void nw_take_mention(nw_walk *walk, uint32_t entity, uint32_t first, uint32_t end) {
    uint32_t type = nw_entity_of(walk->cast, entity)->type;
    bool owner = nw_before_possessive(walk, end);
    bool subject = !owner && type != NEWSWIRE_MISC && !nw_after_preposition(walk, first) &&
                   (!walk->subject || begins_clause(walk, first));
    nw_touch(walk, entity, first, subject ? NW_FOCUS_SUBJECT : owner ? NW_FOCUS_OWNER : NW_FOCUS_OTHER);
    if (subject) walk->subject = entity;
}

#include "moves/cues.h"

enum { CUE_DEPTH = 3 }; /* cues that refer to cues */

static const double FACTOR_SHARE = 0.94; /* as nw_construction.share, of verbs that tell their own size */

bool nw_is_transitive(const nw_entry *verb) {
    const char *kind = nw_entry_column(verb, 3);
    return kind[0] == 't' || kind[0] == 'b';
}

bool nw_is_intransitive(const nw_entry *verb) {
    const char *kind = nw_entry_column(verb, 3);
    return kind[0] == 'i' || kind[0] == 'b';
}

bool nw_is_particle_verb(const nw_entry *verb) { return nw_entry_column(verb, 4)[0] == 'p'; }

const nw_entry *nw_move_verb(const nw_move_reader *reader, uint32_t group) {
    if (!nw_is_verb_group(&reader->parse, group)) return NULL;
    return nw_entry_at(reader, nw_group_of(reader, group)->head, NW_LIST_MOVE_VERBS);
}

uint32_t nw_change_noun(const nw_move_reader *reader, uint32_t first, uint32_t end) {
    uint32_t found = NW_NO_INDEX;
    for (uint32_t t = first; t < end; t++) {
        if (nw_class_at(reader, t) == NW_GENITIVE) found = NW_NO_INDEX;
        if (nw_entry_at(reader, t, NW_LIST_MOVE_NOUNS)) {
            found = t;
        } else if (found != NW_NO_INDEX && !nw_is_used(reader, t, NW_USE_FIGURE_OF_CHANGE))
            found = NW_NO_INDEX;
    }
    return found;
}

bool nw_leads_to_size(const nw_move_reader *reader, uint32_t group, uint32_t size) {
    const nw_group *noun = nw_group_of(reader, group);
    return noun->end == size && noun->end == noun->first + 2 && nw_says_any(reader, noun->first, "a an");
}

bool nw_is_rate_word(const nw_move_reader *reader, uint32_t token) {
    return nw_is_used(reader, token, NW_USE_RATE);
}

bool nw_is_pace(const nw_move_reader *reader, uint32_t group, uint32_t size) {
    const nw_group *noun = nw_group_of(reader, group);
    if (!nw_is_rate_word(reader, noun->head)) return false;
    if (nw_says(reader, noun->end, "of")) return true;
    return noun->end >= size &&
           nw_says_any(reader, noun->first, "a an"); /* but: cut its lending rate 1 percent */
}

/* Over what stands between "a" and the size: "rose [a seasonally adjusted] 1.1 percent"; `at` itself if
** there is no "a". */
static int64_t over_adjectives(const nw_move_reader *reader, int64_t at) {
    int64_t t = at;
    for (unsigned i = 0; i < 4 && t >= 0; i++, t--) {
        nw_word_class class = nw_class_at(reader, (uint32_t)t);
        if (class == NW_DETERMINER && nw_says_any(reader, (uint32_t)t, "a an")) return t - 1;
        if (class != NW_ADJECTIVE && class != NW_ADVERB && class != NW_PAST && class != NW_NOUN) break;
        if (class == NW_PAST && t > 0 && nw_class_at(reader, (uint32_t)t - 1) == NW_NOUN &&
            !nw_is_used(reader, (uint32_t)t, NW_USE_FIGURE_ADJECTIVE))
            break; /* said in a report exports fell 5 percent */
    }
    return at;
}

/* Over words of quantity to the left: "rose by [about an average of] 5 percent", "[between] 3 and 5". */
int64_t nw_over_quantity(nw_left *left) {
    const nw_move_reader *reader = left->reader;
    int64_t at = left->at;
    if (at >= 0 && left->at + 1 == (int64_t)left->tokens.first) at = over_adjectives(reader, at);
    while (at >= 0) {
        uint32_t t = (uint32_t)at;
        nw_word_class class = nw_class_at(reader, t);
        if (class == NW_ADVERB) {
            if (nw_is_used(reader, t, NW_USE_BEYOND) && !(t > 0 && nw_says(reader, t - 1, "just")))
                left->limit = true;
            if (nw_entry_at(reader, t, NW_LIST_MOVE_ADJECTIVES) &&
                !nw_is_used(reader, t, NW_USE_BOUNDING_ADVERB))
                if (!(nw_says(reader, t, "up") && nw_says(reader, t + 1, "to"))) break;
        } else if (class == NW_QUOTATION) {
            if (at + 1 != (int64_t)left->tokens.first) break;
        } else if (class == NW_PREPOSITION) {
            if (nw_says(reader, t, "by") && !left->by)
                left->by = true;
            else if (!nw_is_used(reader, t, NW_USE_QUANTITY_PREPOSITION))
                break;
            else if (nw_is_used(reader, t, NW_USE_BEYOND))
                left->limit = left->limit || t == 0 || !nw_says(reader, t - 1, "just");
            else if (nw_says(reader, t, "than") && !nw_is_used(reader, t - (t > 0), NW_USE_MORE_THAN))
                break;
        } else if (class == NW_DETERMINER || class == NW_ADJECTIVE || class == NW_NOUN) {
            if (!nw_is_used(reader, t, NW_USE_QUANTITY_ADJECTIVE)) break;
        } else {
            break;
        }
        at--;
    }
    return at;
}

static bool try_constructions(const nw_construction *constructions, size_t count, const nw_left *start,
                              nw_move_cue *cue) {
    for (size_t i = 0; i < count; i++) {
        nw_left left = *start;
        nw_move_cue tried = *cue;
        if (!constructions[i].test(&left, &tried)) continue;
        *cue = tried;
        cue->share = constructions[i].share;
        return true;
    }
    return false;
}

nw_move_cue nw_cue_of(nw_move_reader *reader, uint32_t size, nw_move_tokens tokens, unsigned depth) {
    nw_move_cue cue = {NW_CUE_NONE, 0, false, tokens.first, NW_NO_GROUP, NW_NO_INDEX, 0};
    nw_left left = {reader, size, tokens, (int64_t)tokens.first - 1, false, false, depth};
    if (depth > CUE_DEPTH) return cue;
    if (tokens.first > 1 && nw_says(reader, tokens.first - 1, "minus") &&
        nw_says(reader, tokens.first - 2, "or"))
        return cue; /* plus or minus 4 percent */
    if (try_constructions(nw_right_constructions, nw_right_construction_count, &left, &cue)) return cue;
    left.at = nw_over_quantity(&left);
    try_constructions(nw_left_constructions, nw_left_construction_count, &left, &cue);
    return cue;
}

void nw_find_move_cues(nw_move_reader *reader) {
    reader->cues.count = 0;
    for (uint32_t i = 0; i < reader->sizes.count; i++) {
        nw_move_cue cue = {NW_CUE_VERB, 0,           false,       reader->sizes.items[i].tokens.first,
                           NW_NO_GROUP, NW_NO_INDEX, FACTOR_SHARE};
        if (reader->sizes.items[i].kind == NW_SIZE_FACTOR) {
            cue.group = nw_group_at(reader, cue.token);
            const nw_entry *verb = nw_move_verb(reader, cue.group);
            if (verb) {
                cue.direction = (int8_t)nw_direction_of(verb, 2);
                cue.transitive = nw_is_transitive(verb);
            } else {
                cue.kind = NW_CUE_NONE;
            }
        } else {
            cue = nw_cue_of(reader, i, reader->sizes.items[i].tokens, 0);
        }
        *nw_push(reader->arena, &reader->cues) = cue;
    }
}

#include "moves/left.h"

enum { BRACKET_LIMIT = 16 }; /* tokens in brackets after a sum */

/* "up from 5 percent", "compared with 5 percent": the role of the size it is compared with. */
bool nw_compared_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (nw_left_at_start(left)) return false;
    uint32_t t = (uint32_t)left->at;
    bool from = nw_says(reader, t, "from") && t > 0 && (nw_is_used(reader, t - 1, NW_USE_WAY));
    bool against = nw_is_used(reader, t, NW_USE_HELD_AGAINST) ||
                   (nw_says_any(reader, t, "with to") && t > 0 && nw_says(reader, t - 1, "compared")) ||
                   nw_says(reader, t, "than");
    if (!from && !against) return false;
    uint32_t other = nw_size_before(left);
    if (other == NW_NO_INDEX || reader->cues.items[other].kind == NW_CUE_NONE) return true; /* a level */
    if (left->size == NW_NO_INDEX ||
        !nw_string_equal(reader->sizes.items[other].unit, reader->sizes.items[left->size].unit))
        return true;
    const nw_move_cue *shared = &reader->cues.items[other];
    cue->kind = NW_CUE_COMPARED;
    cue->other = other;
    cue->token = t;
    cue->direction = shared->direction;
    return true;
}

/* Whether the number two tokens before may be the lower end of a range: not "fell 121,000 to 2.99 million". */
static bool is_range_end(const nw_move_reader *reader, uint32_t token) {
    const newswire_value *low = nw_value_at(reader, token - 2), *high = nw_value_at(reader, token);
    return !low || !high || (low->number < high->number && high->number <= low->number * NW_RANGE_LIMIT);
}

/* "$4.9m [(2.6m pounds)], or 2 percent": to the token before brackets that end at `t`. */
static uint32_t over_brackets(const nw_move_reader *reader, uint32_t t) {
    for (unsigned i = 0; nw_class_at(reader, t) == NW_CLOSE && i < BRACKET_LIMIT; i++) {
        while (t > 0 && i++ < BRACKET_LIMIT && nw_class_at(reader, t) != NW_OPEN) t--;
        if (t > 0) t--;
    }
    return t;
}

/* "at constant rates", "in local currencies", "adjusted for acquisitions": how a move is measured otherwise. */
static bool tells_basis(const nw_move_reader *reader, uint32_t t) {
    return nw_says_any(reader, t, "adjusted excluding organically like-for-like") ||
           (nw_says(reader, t, "at") && nw_says_any(reader, t + 1, "constant comparable unchanged")) ||
           (nw_says(reader, t, "in") && nw_says_any(reader, t + 1, "local constant comparable")) ||
           (nw_says(reader, t, "on") && nw_says_any(reader, t + 1, "a an")) ||
           (nw_says_any(reader, t, "when after if") &&
            nw_says_any(reader, t + 1, "adjusted adjusting stripping"));
}

/* "rose 6 percent to $4 billion, or 7 percent [in local currencies]": the size before of the same move; NW_NO_INDEX: none. */
static uint32_t adjusted_from(const nw_left *left, uint32_t other) {
    enum { BETWEEN = 2 }; /* sizes that are levels */
    const nw_move_reader *reader = left->reader;
    if (left->size == NW_NO_INDEX || other == NW_NO_INDEX || !tells_basis(reader, left->tokens.end))
        return NW_NO_INDEX;
    for (uint32_t i = other + 1; i > 0 && i + BETWEEN > other; i--) {
        if (reader->cues.items[i - 1].kind == NW_CUE_NONE) continue;
        bool same = nw_string_equal(reader->sizes.items[i - 1].unit, reader->sizes.items[left->size].unit);
        return same ? i - 1 : NW_NO_INDEX;
    }
    return NW_NO_INDEX;
}

/* "30 points, or 0.8 percent", "150 points (1.7 percent)": another figure of the same move. */
bool nw_same_move_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (nw_left_at_start(left)) return false;
    uint32_t t = (uint32_t)left->at;
    bool or = nw_says(reader, t, "or") || nw_class_at(reader, t) == NW_OPEN ||
              nw_class_at(reader, t) == NW_COMMA;
    if (! or || t == 0) return false;
    t--;
    nw_word_class mark = nw_class_at(reader, t);
    if ((mark == NW_COMMA || mark == NW_DASH || mark == NW_OPEN) && t > 0) t--;
    t = over_brackets(reader, t);
    uint32_t group = nw_group_at(reader, t);
    if (!nw_is_noun_group(nw_left_parse(left), group)) return false;
    const nw_group *number = nw_group_of(reader, group);
    if (!(number->traits & NW_NUMERIC) && !nw_is_used(reader, number->head, NW_USE_MONEY_UNIT)) return false;
    uint32_t other = nw_size_before(left);
    uint32_t first = adjusted_from(left, other);
    if (first != NW_NO_INDEX) {
        *cue = reader->cues.items[first];
        cue->kind = NW_CUE_SAME;
        cue->other = first;
        return true;
    }
    nw_move_tokens tokens = {number->first, number->end};
    if (other != NW_NO_INDEX && reader->sizes.items[other].tokens.end == number->end) {
        if (reader->cues.items[other].kind == NW_CUE_NONE) return false;
        *cue = reader->cues.items[other];
        cue->kind = NW_CUE_SAME;
        cue->other = other;
        return true;
    }
    while (tokens.first + 1 < tokens.end && nw_class_at(reader, tokens.first) != NW_NUMERAL) tokens.first++;
    if (tokens.first >= 2 && nw_says_any(reader, tokens.first - 1, "to and") &&
        nw_class_at(reader, tokens.first - 2) == NW_NUMERAL && is_range_end(reader, tokens.first))
        tokens.first -= 2;
    nw_move_cue found = nw_cue_of(left->reader, NW_NO_INDEX, tokens, left->depth + 1);
    if (found.kind == NW_CUE_NONE) return false;
    if (found.kind == NW_CUE_NOUN && nw_is_gain_made(left, found.token))
        return true; /* gain of 150,000, or $2 */
    *cue = found;
    return true;
}

/* Whether a verb stands between two tokens. */
static bool verb_between(const nw_move_reader *reader, uint32_t first, uint32_t end) {
    uint32_t group = nw_group_at(reader, first), last = nw_group_at(reader, end);
    for (; group < last && group < reader->parse.group_count; group++)
        if (nw_is_verb_group(&reader->parse, group)) return true;
    return false;
}

/* Whether a noun group names a thing of its own right after a comma or "and". */
static bool is_listed_thing(const nw_parse *parse, uint32_t group) {
    return nw_is_noun_group(parse, group) && !nw_is_circumstance(parse, group) &&
           (nw_group_is(parse, group - 1, NW_COMMA) || nw_group_is(parse, group - 1, NW_COORDINATOR));
}

/* "rises of 9% in May and 4% in June": a size in a row of sizes. */
bool nw_row_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t other = nw_size_before(left);
    if (nw_left_at_start(left) || other == NW_NO_INDEX || reader->cues.items[other].kind == NW_CUE_NONE)
        return false;
    nw_word_class class = nw_class_at(reader, (uint32_t)left->at);
    if (class != NW_COORDINATOR && class != NW_COMMA) return false;
    if (nw_says(reader, left->tokens.end, "of"))
        return false; /* fell 5 percent, a quarter of a percent of trade */
    uint32_t last = nw_group_at(reader, (uint32_t)left->at);
    if (class == NW_COMMA && last >= 2 && is_listed_thing(nw_left_parse(left), last - 1))
        return false; /* fell 5 percent, and the jobless rate, now 12 percent */
    if (left->size != NW_NO_INDEX && reader->sizes.items[left->size].kind != reader->sizes.items[other].kind)
        return false;
    if (verb_between(reader, reader->sizes.items[other].tokens.end, left->tokens.first)) return false;
    *cue = reader->cues.items[other];
    cue->kind = NW_CUE_SAME;
    cue->other = other;
    return true;
}

/* "and the Greens 12 percent, up two points": the size is a level, the next is how it moved. */
static bool is_followed_by_change(const nw_left *left) {
    const nw_move_reader *reader = left->reader;
    uint32_t t = left->tokens.end;
    if (nw_class_at(reader, t) != NW_COMMA) return false;
    return nw_is_used(reader, t + 1, NW_USE_SINCE_MOVED) && nw_class_at(reader, t + 2) == NW_NUMERAL;
}

/* "and BMW 1.9 percent": a subject without a verb after a move. */
bool nw_gap_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_parse *parse = nw_left_parse(left);
    uint32_t other = nw_size_before(left), group = nw_left_group(left);
    if (other == NW_NO_INDEX || !nw_is_noun_group(parse, group) || nw_is_circumstance(parse, group))
        return false;
    const nw_move_cue *shared = &reader->cues.items[other];
    if (shared->kind != NW_CUE_VERB && shared->kind != NW_CUE_PARTICLE && shared->kind != NW_CUE_GAP &&
        shared->kind != NW_CUE_SAME)
        return false;
    if (verb_between(reader, reader->sizes.items[other].tokens.end, left->tokens.first)) return false;
    if (is_followed_by_change(left)) return false;
    if (left->size != NW_NO_INDEX && reader->sizes.items[left->size].kind != reader->sizes.items[other].kind)
        return false;
    uint32_t start = nw_phrase_start(parse, group);
    if (start == NW_NO_GROUP || start == 0) return false;
    uint32_t mark = start - 1;
    if (!nw_group_is(parse, mark, NW_COORDINATOR) && !nw_group_is(parse, mark, NW_COMMA) &&
        !nw_group_is(parse, mark, NW_SEMICOLON) && !nw_group_is(parse, mark, NW_SUBORDINATOR))
        return false;
    *cue = *shared;
    cue->kind = NW_CUE_GAP;
    cue->other = other;
    cue->group = group;
    return true;
}

/* "Renault +2.1%": a sign in a table, in brackets, or in a sentence that mentions no rate. */
bool nw_sign_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (left->size == NW_NO_INDEX) return false;
    const nw_size *size = &reader->sizes.items[left->size];
    if (!size->has_sign) return false;
    if (size->negative && nw_left_is_used(left, NW_USE_MINUS_BEFORE)) return false;
    if (nw_left_says(left, "or") && left->at > 0 && nw_says(reader, (uint32_t)left->at - 1, "plus"))
        return false; /* plus or minus */
    cue->kind = NW_CUE_SIGN;
    cue->direction = size->negative ? -1 : 1;
    return true;
}

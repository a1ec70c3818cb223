#include "moves/cues.h"

enum { EARLIER_LOOK_AHEAD = 16 }; /* tokens from a comparison to "it earned" */

/* "a 5 percent narrowing in the deficit": a noun that reads like a participle. */
static bool gerund_after(const nw_left *left, nw_move_cue *cue, uint32_t group) {
    const nw_move_reader *reader = left->reader;
    uint32_t noun = left->tokens.end;
    const nw_entry *entry = nw_entry_at(reader, noun, NW_LIST_MOVE_NOUNS);
    if (!entry || !nw_says_any(reader, noun + 1, "in of")) return false;
    if (nw_class_at(reader, nw_group_of(reader, group)->first) != NW_DETERMINER) return false;
    cue->kind = NW_CUE_NOUN;
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    cue->token = noun;
    cue->group = nw_group_at(reader, noun);
    return true;
}

/* "after a 5 percent [January fall]": the change noun stands behind a month. */
static bool dated_noun_after(const nw_left *left, nw_move_cue *cue, uint32_t next) {
    const nw_move_reader *reader = left->reader;
    if (!nw_is_noun_group(&reader->parse, next) || left->size == NW_NO_INDEX) return false;
    const nw_group *dated = nw_group_of(reader, next);
    if (nw_class_at(reader, dated->first) != NW_CALENDAR) return false;
    uint32_t noun = nw_change_noun(reader, dated->first, dated->end);
    if (noun == NW_NO_INDEX || noun != dated->end - 1u) return false;
    cue->kind = NW_CUE_NOUN;
    cue->direction = (int8_t)nw_direction_of(nw_entry_at(reader, noun, NW_LIST_MOVE_NOUNS), 1);
    cue->token = noun;
    cue->group = next;
    return true;
}

/* A change noun in the size's own noun group. */
static bool noun_after(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t group = nw_group_at(reader, left->tokens.end - 1);
    if (!nw_is_noun_group(&reader->parse, group)) return false;
    uint32_t end = nw_group_of(reader, group)->end;
    if (end <= left->tokens.end)
        return gerund_after(left, cue, group) || dated_noun_after(left, cue, group + 1);
    const nw_entry *comparative = nw_entry_at(reader, left->tokens.end, NW_LIST_MOVE_ADJECTIVES);
    if (comparative && nw_entry_column(comparative, 2)[0] == 'm') return false; /* a 5 percent greater drop */
    uint32_t noun = nw_change_noun(reader, left->tokens.end, end);
    if (noun == NW_NO_INDEX) return false;
    bool money = left->size != NW_NO_INDEX && reader->sizes.items[left->size].kind == NW_SIZE_MONEY;
    if (nw_is_used(reader, noun, NW_USE_LOSS) && (money || nw_says(reader, end, "of"))) return false;
    if (money && nw_is_used(reader, noun, NW_USE_GAIN)) return false; /* a $3 million gain */
    cue->kind = NW_CUE_NOUN;
    cue->direction = (int8_t)nw_direction_of(nw_entry_at(reader, noun, NW_LIST_MOVE_NOUNS), 1);
    cue->token = noun;
    cue->group = group;
    return true;
}

/* Over the sizes that follow in a row: "were 29% [and 18%] lower, respectively". */
static uint32_t over_row(const nw_left *left) {
    const nw_sizes *sizes = &left->reader->sizes;
    uint32_t t = left->tokens.end, next = left->size + 1;
    if (left->size == NW_NO_INDEX) return t;
    while (next < sizes->count && sizes->items[next].tokens.first == t + 1 &&
           (nw_class_at(left->reader, t) == NW_COORDINATOR || nw_class_at(left->reader, t) == NW_COMMA))
        t = sizes->items[next++].tokens.end;
    return t;
}

/* "5 percent higher than a year ago": a comparative after the size, compared with a time or with nothing. */
static bool comparative_after(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t t = over_row(left);
    if (nw_is_used(reader, t, NW_USE_PER_UNIT) && nw_class_at(reader, t + 1) == NW_NOUN)
        t += 2; /* 2 cents a bushel higher */
    const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MOVE_ADJECTIVES);
    if (!entry) return false;
    char kind = nw_entry_column(entry, 2)[0];
    if (kind != 'c' && kind != 'm' && !(kind == 'p' && !nw_says(reader, t, "off"))) return false;
    if (kind == 'p' && (t != left->tokens.end || nw_class_at(reader, t + 1) == NW_NUMERAL)) return false;
    cue->token = t;
    bool than = nw_says(reader, t + 1, "than");
    if (than ? !nw_tells_time(reader, t + 2) : kind == 'm') return true; /* a level */
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    cue->kind = NW_CUE_PARTICLE;
    uint32_t group = nw_group_at(reader, t), next = nw_group_at(reader, t + 1);
    bool thing =
        !than && nw_is_noun_group(&reader->parse, next) && nw_group_of(reader, next)->first == t + 1 &&
        !(nw_group_of(reader, next)->traits & (NW_TEMPORAL | NW_NUMERIC | NW_PRONOMINAL | NW_PROPER)) &&
        !nw_is_used(reader, t + 1, NW_USE_NO_THING); /* 46 pct higher net profits */
    if (thing || (nw_is_noun_group(&reader->parse, group) && nw_group_of(reader, group)->end > t + 1)) {
        cue->kind = NW_CUE_MORE;
        cue->group = group;
    }
    return true;
}

/* "5 percent more cars", "72% more for ore", "5 percent more than a year ago". */
static bool more_after(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t t = left->tokens.end;
    const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MOVE_ADJECTIVES);
    if (!entry || nw_entry_column(entry, 2)[0] != 'a') return false;
    cue->token = t;
    bool than = nw_says(reader, t + 1, "than");
    if (than && !nw_tells_time(reader, t + 2)) return true; /* a level */
    uint32_t next = nw_group_at(reader, t + 1);
    if (nw_class_at(reader, t + 1) == NW_ADJECTIVE &&
        nw_class_at(reader, nw_group_of(reader, next)->end - 1u) == NW_ADJECTIVE)
        return true; /* 5 percent more likely */
    if (nw_says(reader, t + 1, "of") || (!than && nw_class_at(reader, t + 1) == NW_ADVERB)) return true;
    for (uint32_t i = t + 1; !than && i < t + 7; i++)
        if (nw_says(reader, i, "than") && !nw_tells_time(reader, i + 1)) return true;
    cue->kind = than ? NW_CUE_PARTICLE : NW_CUE_MORE;
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    cue->group = nw_group_at(reader, t);
    return true;
}

/* "the 11 million dollars, or 62 cents a share, [it earned a year earlier]": a sum that is said to be an
** earlier one. */
static bool is_earlier_result(const nw_move_reader *reader, uint32_t first) {
    for (uint32_t t = first + 1; t < reader->parse.token_count && t < first + EARLIER_LOOK_AHEAD; t++)
        if (nw_is_used(reader, t - 1, NW_USE_WHO_EARNED) && nw_is_used(reader, t, NW_USE_RESULT_VERB))
            return nw_tells_time(reader, t + 1);
    return false;
}

/* "5 percent above a year ago"; against anything else it is a level. */
static bool relation_after(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t t = left->tokens.end;
    const nw_entry *entry = nw_entry_at(reader, t, NW_LIST_MOVE_ADJECTIVES);
    if (!entry || nw_entry_column(entry, 2)[0] != 'r' || nw_says_any(reader, t, "over under")) return false;
    uint32_t before = left->tokens.first > 0 ? left->tokens.first - 1 : 0;
    if (nw_says(reader, t, "ahead") && (nw_entry_at(reader, before, NW_LIST_MOVE_ADJECTIVES) ||
                                        nw_entry_at(reader, before, NW_LIST_MOVE_VERBS)))
        return false; /* ended down 4 percent ahead of the announcement */
    cue->token = t;
    if (nw_is_used(reader, t, NW_USE_SHORTFALL)) return true; /* a level */
    if (!is_earlier_result(reader, t + 1)) {
        if (!nw_tells_time(reader, t + 1)) return true;
        if (nw_class_at(reader, t + 1) == NW_NUMERAL) return true;
    }
    cue->kind = NW_CUE_PARTICLE;
    cue->direction = (int8_t)nw_direction_of(entry, 1);
    return true;
}

/* "wiped 5 percent off its value". */
static bool off_after(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (!nw_says_any(reader, left->tokens.end, "off from")) return false;
    uint32_t before = nw_group_at(reader, left->tokens.first);
    for (unsigned i = 0; i < 3 && before > 0; i++) {
        before--;
        const nw_entry *verb = nw_move_verb(reader, before);
        if (!verb) continue;
        if (nw_entry_column(verb, 3)[0] != 'o') return false;
        if (nw_says(reader, nw_group_of(reader, before)->end, "over")) return false; /* took over 5 percent */
        cue->kind = NW_CUE_VERB;
        cue->direction = -1;
        cue->transitive = true;
        cue->token = nw_group_of(reader, before)->head;
        cue->group = before;
        return true;
    }
    return false;
}

/* "grew at a 5 percent annual rate": what stands before the rate decides. */
static bool pace_after(nw_left *left, nw_move_cue *cue) {
    nw_move_reader *reader = left->reader;
    uint32_t group = nw_group_at(reader, left->tokens.end - 1);
    if (!nw_is_noun_group(&reader->parse, group)) return false;
    const nw_group *whole = nw_group_of(reader, group);
    if (whole->end <= left->tokens.end || whole->first == 0 || !nw_is_rate_word(reader, whole->end - 1u))
        return false;
    if (!nw_says(reader, whole->first - 1u, "at") || !nw_says_any(reader, whole->first, "a an")) return false;
    nw_move_tokens tokens = {whole->first, whole->first};
    nw_left outer = {reader, left->size, tokens, (int64_t)whole->first - 2, true, false, left->depth};
    outer.at = nw_over_quantity(&outer);
    return outer.at >= 0 && nw_verb_before(&outer, cue);
}

/* "a 5 percent stake": any other noun, whose size it is. */
static bool level_noun_after(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t group = nw_group_at(reader, left->tokens.end - 1);
    (void)cue;
    if (!nw_is_noun_group(&reader->parse, group)) return false;
    const nw_group *whole = nw_group_of(reader, group);
    return whole->end > left->tokens.end && !(whole->traits & NW_NUMERIC) &&
           nw_class_at(reader, left->tokens.end) != NW_TIME_NOUN &&
           nw_class_at(reader, left->tokens.end) != NW_OWNER; /* lost half its value */
}

const nw_construction nw_right_constructions[] = {
    {"noun after", "a [31%] rise in net profit", noun_after, 0.80},
    {"comparative after", "sales were [4 percent] higher than a year ago", comparative_after, 0.90},
    {"more after", "the factory made [5 percent] more cars", more_after, 0.91},
    {"relation after", "orders were [5 percent] above a year ago", relation_after, 0.83},
    {"off after", "the news wiped [5 percent] off the bank's value", off_after, 0.89},
    {"pace after", "the economy grew at a [3 percent] annual rate", pace_after, 0.93},
    {"level noun after", "it holds a [5 percent] stake", level_noun_after, 0},
};
const size_t nw_right_construction_count = sizeof nw_right_constructions / sizeof nw_right_constructions[0];

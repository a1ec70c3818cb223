#include "moves/left.h"

/* "more than the first estimate of 5 percent": the role of the size it is compared with. */
static bool compared_figure(const nw_left *left, uint32_t group, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    const nw_group *figure = nw_group_of(reader, group);
    uint32_t other = nw_size_before(left);
    if (other == NW_NO_INDEX || figure->first == 0 || reader->cues.items[other].kind == NW_CUE_NONE)
        return false;
    if (!nw_is_used(reader, figure->head, NW_USE_COMPARED_FIGURE)) return false;
    if (!nw_is_used(reader, figure->first - 1u, NW_USE_COMPARED_PREPOSITION)) return false;
    cue->kind = NW_CUE_COMPARED;
    cue->other = other;
    cue->token = figure->head;
    cue->direction = reader->cues.items[other].direction;
    return true;
}

/* "a rise of 5 percent", "growth of", "at a rate of 5 percent". */
bool nw_noun_of_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    if (!nw_left_says(left, "of") || left->at < 1) return false;
    uint32_t group = nw_group_at(reader, (uint32_t)left->at - 1);
    uint32_t noun = nw_noun_of_group(left, group);
    for (unsigned i = 0; i < 2 && noun == NW_NO_INDEX; i++) { /* a decline [in the value] of 5 percent */
        if (group < 2 || !nw_group_is(nw_left_parse(left), group - 1, NW_PREPOSITION) ||
            nw_size_kind_of(left) != NW_SIZE_PERCENT ||
            !nw_is_used(reader, nw_group_of(reader, group - 1)->first, NW_USE_BETWEEN_NOUNS))
            break;
        group -= 2;
        noun = nw_noun_of_group(left, group);
    }
    if (noun != NW_NO_INDEX) {
        if (nw_is_gain_made(left, noun)) return true;
        nw_set_noun(left, cue, noun);
        return true;
    }
    group = nw_group_at(reader, (uint32_t)left->at - 1);
    if (!nw_is_noun_group(nw_left_parse(left), group)) return false;
    if (compared_figure(left, group, cue)) return true;
    const nw_group *rate = nw_group_of(reader, group);
    if (!nw_is_rate_word(reader, rate->head)) return false;
    /* "increases averaging", "rose at an annual rate of": what stands before the rate decides */
    nw_left outer = *left;
    outer.at = (int64_t)rate->first - 1;
    outer.tokens.first = rate->first;
    outer.at = nw_over_quantity(&outer);
    if (outer.at < 0) return false;
    if (nw_says_any(reader, (uint32_t)outer.at, "at by")) {
        outer.at--;
        outer.by = true;
    }
    if (outer.at < 0) return false;
    uint32_t before = nw_noun_of_group(&outer, nw_left_group(&outer));
    if (before != NW_NO_INDEX) {
        nw_set_noun(&outer, cue, before);
        return true;
    }
    return nw_particle_before(&outer, cue) || nw_verb_before(&outer, cue);
}

/* "growth at 5 percent", "growing at 5 percent". */
bool nw_at_before(nw_left *left, nw_move_cue *cue) {
    if (!nw_left_says(left, "at") || left->at < 1) return false;
    if (nw_size_kind_of(left) != NW_SIZE_PERCENT)
        return false; /* closed at 54 dlrs, ended at 300 points: a level */
    nw_left outer = *left;
    outer.at--;
    uint32_t group = nw_left_group(&outer);
    uint32_t noun = nw_noun_of_group(&outer, group);
    if (noun != NW_NO_INDEX && nw_is_used(left->reader, noun, NW_USE_LENT)) return true; /* lent */
    if (noun != NW_NO_INDEX) {
        nw_set_noun(left, cue, noun);
        return true;
    }
    uint32_t verb = nw_governing_verb(&outer, group, false);
    const nw_entry *entry = nw_move_verb(left->reader, verb);
    if (entry && !nw_is_particle_verb(entry) && nw_entry_column(entry, 3)[0] != 'o') {
        nw_set_verb(left, cue, verb, entry);
        return true;
    }
    if (verb == NW_NO_GROUP) return false;
    if (nw_says(left->reader, nw_group_of(left->reader, verb)->head, "priced")) return true; /* a level */
    uint32_t subject = nw_group_of(left->reader, verb)->subject;
    noun = subject == NW_NO_GROUP ? NW_NO_INDEX : nw_noun_of_group(left, subject);
    if (noun == NW_NO_INDEX || nw_direction_of(nw_entry_at(left->reader, noun, NW_LIST_MOVE_NOUNS), 1) <= 0)
        return false;
    nw_set_noun(left, cue, noun);
    return true;
}

/* "growth was 5 percent", "the rise averaged 5 percent". */
bool nw_noun_is_before(nw_left *left, nw_move_cue *cue) {
    const nw_move_reader *reader = left->reader;
    uint32_t verb = nw_left_group(left);
    if (!nw_is_verb_group(nw_left_parse(left), verb) || left->by) return false;
    const nw_group *group = nw_group_of(reader, verb);
    if (!(group->traits & NW_COPULA) && !nw_is_used(reader, group->head, NW_USE_LEVEL_VERB)) return false;
    if (group->subject == NW_NO_GROUP) return false;
    uint32_t noun = nw_noun_of_group(left, group->subject);
    if (noun == NW_NO_INDEX && nw_is_rate_word(reader, nw_group_of(reader, group->subject)->head) &&
        nw_says(reader, nw_group_of(reader, group->subject)->end, "of"))
        noun = nw_noun_of_group(left, group->subject + 2u); /* the rate of growth was */
    if (noun == NW_NO_INDEX) return false;
    if (nw_is_gain_made(left, noun)) return true; /* gains totaled 290 million */
    nw_set_noun(left, cue, noun);
    return true;
}

/* "sees growth between 3 and 4 percent": the noun right before, "by" between or nothing. */
bool nw_noun_before(nw_left *left, nw_move_cue *cue) {
    uint32_t noun = nw_noun_of_group(left, nw_left_group(left));
    if (noun == NW_NO_INDEX) return false;
    if (left->limit) return true;                 /* no chance of a rise above 6 percent: a level */
    if (nw_is_gain_made(left, noun)) return true; /* includes gain $5 million: a level */
    nw_set_noun(left, cue, noun);
    return true;
}

#include "moves/subjects.h"

/* What a noun of change is a change of: its complement, compound or possessor, or a word nearby. */

/* "a 6 percent gain on [the Hang Seng index]", "a rise for [the Norwick survey]" */
static bool is_on_measure(const nw_move_reader *reader, uint32_t preposition) {
    const nw_entry *measure =
        nw_entry_at(reader, nw_group_of(reader, preposition + 1)->head, NW_LIST_MEASURES);
    uint32_t word = nw_group_of(reader, preposition)->first;
    if (!measure || !nw_says_any(reader, word, "on for")) return false;
    if (strcmp(nw_entry_column(measure, 1), "index") == 0) return true;
    return nw_says(reader, word, "for") && nw_has_traits(reader, preposition + 1, NW_PROPER);
}

nw_move_tokens nw_complement_of(const nw_move_reader *reader, uint32_t end, uint32_t last) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t group = nw_group_at(reader, end);
    if (nw_is_used(reader, end, NW_USE_OVERALL)) group++;
    for (unsigned i = 0; i < 3; i++, group += 2) {
        if (!nw_group_is(parse, group, NW_PREPOSITION)) return nw_no_tokens();
        if (nw_group_is(parse, group + 1, NW_ADVERB)) { /* in [month on month] output */
            uint32_t next = group + 1;
            while (nw_group_is(parse, next, NW_ADVERB)) next++;
            return nw_is_thing(reader, next) ? nw_noun_phrase(reader, next, last) : nw_no_tokens();
        }
        if (!nw_is_noun_group(parse, group + 1)) return nw_no_tokens();
        if (is_on_measure(reader, group)) return nw_noun_phrase(reader, group + 1, last);
        if (!nw_is_used(reader, nw_group_of(reader, group)->first, NW_USE_COMPLEMENT_PREPOSITION))
            return nw_no_tokens();
        if (nw_has_traits(reader, group + 1, NW_TEMPORAL | NW_NUMERIC)) continue;
        if (nw_has_traits(reader, group + 1, NW_PROPER) &&
            !nw_says(reader, nw_group_of(reader, group)->first, "of") &&
            !nw_entry_at(reader, nw_group_of(reader, group + 1)->head, NW_LIST_MEASURES))
            continue;
        if (nw_is_used(reader, nw_group_of(reader, group)->first, NW_USE_AIM_PREPOSITION))
            return nw_no_tokens();
        return nw_noun_phrase(reader, group + 1, last);
    }
    return nw_no_tokens();
}

static bool is_reporting(const nw_move_reader *reader, uint32_t verb) {
    return nw_is_used(reader, nw_group_of(reader, verb)->head, NW_USE_REPORTING_VERB);
}

/* Verbs whose subject is the one who says it, never what moves. */
static bool is_forecasting(const nw_move_reader *reader, uint32_t verb) {
    return nw_is_used(reader, nw_group_of(reader, verb)->head, NW_USE_FORECASTING_VERB);
}

/* The subject of the last move of the sentence before size `index`. */
static nw_move_tokens subject_of_move_before(const nw_move_reader *reader, uint32_t index) {
    while (index > 0) {
        index--;
        if (reader->cues.items[index].kind != NW_CUE_NONE && !nw_is_none(reader->subjects.items[index]))
            return reader->subjects.items[index];
    }
    return nw_no_tokens();
}

/* The last group before the verb between a noun and its size: "growth in A and B [was] 5 percent". */
static uint32_t before_verb(const nw_move_reader *reader, uint32_t group, const nw_size *size) {
    uint32_t last = nw_group_at(reader, size->tokens.first);
    for (uint32_t g = group + 1; g < last; g++)
        if (nw_is_verb_group(nw_parse_of(reader), g)) return g - 1;
    return NW_NO_GROUP;
}

/* The noun group itself, if an adjective says of what: "monetary expansion". */
static nw_move_tokens whole_noun(const nw_move_reader *reader, const nw_group *group, uint32_t noun) {
    nw_move_tokens whole = {group->first, noun + 1};
    while (whole.first < noun &&
           (nw_class_at(reader, whole.first) == NW_DETERMINER ||
            nw_class_at(reader, whole.first) == NW_NUMERAL || nw_class_at(reader, whole.first) == NW_UNIT))
        whole.first++;
    if (whole.first == noun || nw_is_manner(reader, noun - 1)) return nw_no_tokens();
    return whole;
}

/* "the share's 35 percent slide", "its 10 percent rise": the possessor before the size. */
static nw_move_tokens possessor_of(const nw_move_reader *reader, uint32_t first, uint32_t end) {
    for (uint32_t t = end; t > first; t--)
        if (nw_class_at(reader, t - 1) == NW_GENITIVE) {
            if (t < 2 || nw_class_at(reader, t - 2) == NW_CALENDAR ||
                nw_class_at(reader, t - 2) == NW_TIME_NOUN)
                break;
            nw_move_tokens possessor = {first, t - 1};
            return possessor;
        }
    return nw_no_tokens();
}

/* "It agreed that [the 5 percent rise] was needed": a noun that is the subject of its own verb does not take another's. */
static bool has_own_verb(const nw_move_reader *reader, uint32_t group) {
    for (uint32_t g = group + 1; g < reader->parse.group_count && g < group + NW_WALK_LIMIT; g++)
        if (nw_is_verb_group(nw_parse_of(reader), g))
            return nw_group_of(reader, g)->subject == group && nw_has_traits(reader, g, NW_FINITE);
    return false;
}

bool nw_is_forecast_noun(const nw_move_reader *reader, uint32_t token) {
    return nw_is_used(reader, token, NW_USE_FORECASTER);
}

/* Whether a phrase names only moves; "the retail sales figures" name what they are of. */
static bool tells_only(const nw_move_reader *reader, nw_move_tokens phrase) {
    for (uint32_t t = phrase.first; t + 1 < phrase.end; t++)
        if (nw_is_used(reader, phrase.end - 1, NW_USE_FIGURES) && nw_entry_at(reader, t, NW_LIST_MEASURES))
            return false;
    return nw_is_forecast_noun(reader, phrase.end - 1);
}

/* The group before a noun of change, its determiner, adverbs and size; NW_NO_GROUP: there is none. */
static uint32_t group_before_noun(const nw_move_reader *reader, uint32_t group) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t at = group;
    if (at > 0 && nw_has_traits(reader, at - 1, NW_NUMERIC) && nw_is_noun_group(parse, at - 1))
        at--; /* 5 percent [January fall] */
    while (at > 0 && (nw_group_is(parse, at - 1, NW_ADVERB) || nw_group_is(parse, at - 1, NW_DETERMINER)))
        at--;
    return at > 0 ? at - 1 : (uint32_t)NW_NO_GROUP;
}

/* What the word or mark right before such a noun says of the subject: "after", "and", a comma; `before`: the subject of the move
** before. None: nothing. */
static nw_move_tokens subject_by_mark(const nw_move_reader *reader, uint32_t index, uint32_t mark,
                                      nw_move_tokens before) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t word = nw_group_of(reader, mark)->first;
    if (!nw_is_none(before)) {
        if (nw_group_is(parse, mark, NW_PREPOSITION) && nw_is_used(reader, word, NW_USE_EARLIER_MOVE))
            return before;
        if (nw_group_is(parse, mark, NW_COORDINATOR) && reader->cues.items[index - 1].kind == NW_CUE_NOUN)
            return before;
    } else if (mark > 0 && nw_says_any(reader, word, "after following") && nw_is_thing(reader, mark - 1) &&
               nw_entry_at(reader, nw_group_of(reader, mark - 1)->head, NW_LIST_MEASURES)) {
        return nw_subject_phrase(reader, mark - 1, mark - 1); /* froze prices after a 5 percent rise */
    }
    bool apart = nw_group_is(parse, mark, NW_COMMA) || nw_group_is(parse, mark, NW_DASH) ||
                 nw_group_is(parse, mark, NW_OPEN);
    return apart ? nw_appositive_subject(reader, mark) : nw_no_tokens();
}

/* A noun that names nothing of its own: what its clause is about. */
static nw_move_tokens subject_around_noun(const nw_move_reader *reader, uint32_t index, uint32_t group) {
    nw_move_tokens before = subject_of_move_before(reader, index);
    uint32_t mark = group_before_noun(reader, group);
    if (mark != NW_NO_GROUP) {
        nw_move_tokens found = subject_by_mark(reader, index, mark, before);
        if (!nw_is_none(found)) return found;
    }
    uint32_t verb = nw_finite_before(reader, group);
    if (verb == NW_NO_GROUP || has_own_verb(reader, group)) return before;
    nw_move_tokens subject = nw_subject_of_verb(reader, verb);
    if (!nw_is_none(subject) && tells_only(reader, subject)) return before;
    if (nw_is_pointer(reader, subject)) return nw_no_tokens();
    uint32_t of_verb = nw_group_of(reader, verb)->subject;
    if (of_verb != NW_NO_GROUP) {
        const nw_group *own = nw_group_of(reader, of_verb);
        if (own->traits & NW_TEMPORAL || nw_change_noun(reader, own->first, own->end) != NW_NO_INDEX)
            return before;
    }
    if (is_reporting(reader, verb) && !nw_is_none(before)) return before;
    if (is_forecasting(reader, verb)) return nw_no_tokens();
    return subject;
}

nw_move_tokens nw_subject_of_noun_cue(const nw_move_reader *reader, uint32_t index, const nw_size *size,
                                      const nw_move_cue *cue) {
    const nw_group *group = nw_group_of(reader, cue->group);
    bool size_inside = size->tokens.first >= group->first && size->tokens.first < cue->token;
    uint32_t last = size_inside ? (uint32_t)NW_NO_GROUP : before_verb(reader, cue->group, size);
    nw_move_tokens found = nw_complement_of(reader, group->end, last);
    if (nw_is_none(found) && size->tokens.end > group->end)
        found = nw_complement_of(reader, size->tokens.end, NW_NO_GROUP);
    if (found.first < size->tokens.end && found.end > size->tokens.first)
        found = nw_no_tokens(); /* cuts of $2 million */
    bool overlaps = size->tokens.end > group->first && size->tokens.end <= cue->token;
    nw_move_tokens compound = nw_compound_of(reader, overlaps ? size->tokens.end : group->first, cue->token);
    if (!nw_is_none(compound) && nw_class_at(reader, compound.first) == NW_PRONOUN) compound = nw_no_tokens();
    if (!nw_is_none(compound)) return compound;
    if (!nw_is_none(found)) return found;
    found = possessor_of(reader, group->first, size_inside ? size->tokens.first : cue->token);
    if (!nw_is_none(found)) return found;
    if (last != NW_NO_GROUP) found = whole_noun(reader, group, cue->token);
    return nw_is_none(found) ? subject_around_noun(reader, index, cue->group) : found;
}

#include "grammar/classes.h"

enum {
    CLIMB_LIMIT = 24,       /* groups from a noun group back to where its phrase begins */
    PARENTHESIS_LIMIT = 24, /* groups inside a parenthesis between subject and verb */
    VERB_LIMIT = 40         /* groups back to the verb whose subject is shared */
};

static bool is_comma(const nw_parse *parse, uint32_t group) { return nw_group_is(parse, group, NW_COMMA); }

static bool has(const nw_parse *parse, uint32_t group, unsigned traits) {
    return (parse->groups[group].traits & traits) != 0;
}

static bool takes_clause(const nw_parse *parse, uint32_t group) {
    return (parse->readings[parse->groups[group].head] & NW_TAKES_CLAUSE) != 0;
}

/* The group before, over adverbs; NW_NO_GROUP at the start. */
static uint32_t group_before(const nw_parse *parse, uint32_t group) {
    while (group > 0) {
        group--;
        if (!nw_group_is(parse, group, NW_ADVERB) && !nw_group_is(parse, group, NW_NEGATION)) return group;
    }
    return NW_NO_GROUP;
}

/* Whether a noun group may be one of a list of things: no size, no time. */
static bool may_be_listed(const nw_parse *parse, uint32_t group) {
    return nw_is_noun_group(parse, group) && !has(parse, group, NW_NUMERIC | NW_TEMPORAL);
}

static bool is_adjective(const nw_parse *parse, uint32_t group) {
    return nw_is_noun_group(parse, group) && parse->classes[parse->groups[group].end - 1] == NW_ADJECTIVE;
}

/* A verb group that with its object or complement only says which: "funds [tracked] by a report". */
static bool is_reduced_clause(const nw_parse *parse, uint32_t group) {
    return nw_is_verb_group(parse, group) && has(parse, group, NW_PARTICIPIAL | NW_INFINITIVE);
}

/* Over a preposition to the noun group before it; NW_NO_GROUP: there is a preposition, but no noun group
** before it; `group` itself: no preposition. */
static uint32_t over_preposition(const nw_parse *parse, uint32_t group) {
    if (group == 0 || !nw_group_is(parse, group - 1, NW_PREPOSITION)) return group;
    if (group >= 2 && nw_is_noun_group(parse, group - 2)) return group - 2;
    if (group >= 3 && nw_group_is(parse, group - 2, NW_COORDINATOR) && nw_is_noun_group(parse, group - 3))
        return group - 3; /* profits before tax and [from current production] */
    if (group >= 5 && nw_group_is(parse, group - 2, NW_CLOSE) && nw_group_is(parse, group - 4, NW_OPEN) &&
        nw_is_noun_group(parse, group - 5))
        return group - 5; /* the product (GDP) [on average] */
    if (group >= 3 && is_reduced_clause(parse, group - 2) && nw_is_noun_group(parse, group - 3))
        return group - 3;
    return NW_NO_GROUP;
}

/* "slipped 0.2 percent, on track for a third straight [fall], and the yen rose", ", set for a [fall], and": what stands before a
** comma and "and" is no first of two, but of a remark. */
static bool ends_remark(const nw_parse *parse, uint32_t first) {
    while (first > 0 && (nw_group_is(parse, first - 1, NW_ADVERB) ||
                         (nw_is_noun_group(parse, first - 1) && has(parse, first - 1, NW_NUMERIC))))
        first--;
    if (first == 0) return false;
    if (nw_group_is(parse, first - 1, NW_PREPOSITION)) return true;
    return first >= 2 && is_comma(parse, first - 1) && nw_is_noun_group(parse, first - 2) &&
           has(parse, first - 2, NW_NUMERIC);
}

/* Over "and" or a comma to the noun group before it in a list, if the list is no object of an earlier
** verb ("fell in London and [Tokyo rose]"); `group` itself if not. */
static uint32_t over_coordinator(const nw_parse *parse, uint32_t group) {
    bool and = group >= 2 && nw_group_is(parse, group - 1, NW_COORDINATOR);
    uint32_t before = group >= 2 ? group - 2 : 0;
    if (!and) return group;
    bool comma = group >= 3 && is_comma(parse, before), list = false;
    if (comma) before--;
    if (!(may_be_listed(parse, before) || is_adjective(parse, before)) || !may_be_listed(parse, group))
        return group;
    uint32_t first = before;
    for (unsigned i = 0; i < CLIMB_LIMIT; i++) {
        uint32_t next = over_preposition(parse, first);
        if (next == NW_NO_GROUP) break;
        if (next == first && first >= 2 && is_comma(parse, first - 1) && may_be_listed(parse, first - 2)) {
            next = first - 2;
            list = true;
        }
        if (next == first) break;
        first = next;
    }
    if (comma && !list && ends_remark(parse, first)) return group;
    if (has(parse, first, NW_NUMERIC) && !is_adjective(parse, first))
        return group; /* finished and raw goods */
    if (first == 0) return before;
    uint32_t verb = first - 1;
    while (nw_group_is(parse, verb, NW_PREPOSITION) && verb > 0) verb--; /* were in line with */
    if (is_reduced_clause(parse, verb) && verb >= 1 && nw_is_noun_group(parse, verb - 1) &&
        (verb == 1 || !nw_is_verb_group(parse, verb - 2)))
        return before; /* a plan to cut costs and jobs failed */
    if (nw_is_verb_group(parse, verb) && !takes_clause(parse, verb)) return group;
    if (nw_is_noun_group(parse, verb) && has(parse, verb, NW_NUMERIC)) return group;
    return before;
}

uint32_t nw_phrase_start(const nw_parse *parse, uint32_t group) {
    bool in_list = false;
    for (unsigned i = 0; i < CLIMB_LIMIT; i++) {
        uint32_t next = over_preposition(parse, group);
        if (next == NW_NO_GROUP) return NW_NO_GROUP;
        if (next == group) {
            next = over_coordinator(parse, group);
            if (next != group) in_list = true;
        }
        if (next == group && in_list && group >= 2 && is_comma(parse, group - 1) &&
            may_be_listed(parse, group - 2))
            next = group - 2;
        if (next == group) return group;
        group = next;
    }
    return group;
}

/* The last verb group before `group` whose subject it may share. */
static uint32_t verb_before(const nw_parse *parse, uint32_t group, unsigned traits) {
    for (unsigned i = 0; i < VERB_LIMIT && group > 0; i++) {
        group--;
        if (nw_is_verb_group(parse, group) && has(parse, group, traits) &&
            parse->groups[group].subject != NW_NO_GROUP)
            return group;
    }
    return NW_NO_GROUP;
}

static uint32_t shared_subject(const nw_parse *parse, uint32_t group, unsigned traits) {
    uint32_t verb = verb_before(parse, group, traits);
    return verb == NW_NO_GROUP ? NW_NO_GROUP : parse->groups[verb].subject;
}

/* The mark that opens the parenthesis which `mark` closes, with no sentence inside it. */
static uint32_t parenthesis_start(const nw_parse *parse, uint32_t mark) {
    nw_word_class closing = parse->classes[parse->groups[mark].first];
    nw_word_class opening = closing == NW_CLOSE ? NW_OPEN : closing;
    bool relative = false;
    for (unsigned i = 0; i < PARENTHESIS_LIMIT && mark > 0; i++) {
        mark--;
        if (nw_group_is(parse, mark, opening)) {
            uint32_t after = mark + 1;
            relative = nw_group_is(parse, after, NW_RELATIVE) || nw_group_is(parse, after, NW_SUBORDINATOR) ||
                       nw_group_is(parse, after, NW_PREPOSITION);
            for (uint32_t g = after; !relative && closing == NW_COMMA && g < after + i; g++)
                if (nw_is_verb_group(parse, g) && has(parse, g, NW_FINITE) &&
                    group_before(parse, g) != mark && !takes_clause(parse, g)) /* orders, data showed, fell */
                    return NW_NO_GROUP;
            return mark;
        }
    }
    return NW_NO_GROUP;
}

/* From the object of a clause without a finite verb to the noun that the clause is about: "the ruler
** [used to draw] the new borders". */
static uint32_t over_reduced_clauses(const nw_parse *parse, uint32_t start) {
    for (unsigned i = 0; i < 4 && start != NW_NO_GROUP && start > 1 && is_reduced_clause(parse, start - 1);
         i++) {
        uint32_t before = start - 1;
        while (before > 0 && nw_is_verb_group(parse, before) && is_reduced_clause(parse, before)) before--;
        if (before > 0 && nw_group_is(parse, before, NW_PREPOSITION) &&
            nw_word_is(parse->words[parse->groups[before].first], NW_USE_OF))
            before--; /* the cost [of paying] users */
        if (!nw_is_noun_group(parse, before)) break;
        start = nw_phrase_start(parse, before);
    }
    return start;
}

/* "Shares of firms [that went public] [have fallen]": what the noun phrase is about whose relative clause,
** with the finite verb `inner` in it, ends before another verb; NW_NO_GROUP: there is no such clause. */
static uint32_t over_relative_clause(const nw_parse *parse, uint32_t inner) {
    if (inner == NW_NO_GROUP || !has(parse, inner, NW_FINITE)) return NW_NO_GROUP;
    uint32_t relative = group_before(parse, inner);
    if (relative == NW_NO_GROUP || !nw_group_is(parse, relative, NW_RELATIVE)) return NW_NO_GROUP;
    uint32_t noun = group_before(parse, relative);
    return noun != NW_NO_GROUP && nw_is_noun_group(parse, noun) ? nw_phrase_start(parse, noun) : NW_NO_GROUP;
}

/* The subject of a finite verb that a comma, dash or bracket precedes. */
/* "Acme[,] which is based in Norwick, Ohio, fell": the comma before the relative clause that a comma stands in; the comma
** itself elsewhere. */
static uint32_t comma_of_relative(const nw_parse *parse, uint32_t comma) {
    for (uint32_t at = comma; at > 1 && at + PARENTHESIS_LIMIT > comma; at--) {
        if (at < comma && is_comma(parse, at)) return comma;
        if (nw_group_is(parse, at, NW_RELATIVE) && is_comma(parse, at - 1)) return at - 1;
    }
    return comma;
}

static uint32_t subject_over_parenthesis(const nw_parse *parse, uint32_t mark, uint32_t verb) {
    uint32_t open = parenthesis_start(parse, mark);
    if (open != NW_NO_GROUP && is_comma(parse, open)) open = comma_of_relative(parse, open);
    if (open != NW_NO_GROUP && open > 0) {
        uint32_t before = group_before(parse, open);
        if (before != NW_NO_GROUP && nw_is_noun_group(parse, before)) {
            /* a category that tracks plans, known as core goods, fell */
            uint32_t start = nw_phrase_start(parse, before);
            bool object = start != NW_NO_GROUP && start > 0 && nw_is_verb_group(parse, start - 1);
            uint32_t about = object ? over_relative_clause(parse, start - 1) : NW_NO_GROUP;
            return about != NW_NO_GROUP ? about : over_reduced_clauses(parse, start);
        }
    }
    return shared_subject(parse, verb, NW_FINITE);
}

/* The noun group that "which" or "who" stands for. */
static uint32_t antecedent(const nw_parse *parse, uint32_t relative) {
    uint32_t before = group_before(parse, relative);
    if (before != NW_NO_GROUP && (is_comma(parse, before) || nw_group_is(parse, before, NW_DASH) ||
                                  nw_group_is(parse, before, NW_CLOSE)))
        before = group_before(parse, before);
    return before != NW_NO_GROUP && nw_is_noun_group(parse, before) ? before : NW_NO_GROUP;
}

/* "[Shares in Acme], which have risen": of many, where the verb is of many and the name before the comma is of one. */
static uint32_t antecedent_of_plural(const nw_parse *parse, uint32_t noun, uint32_t verb) {
    bool plural = nw_word_is(parse->words[parse->groups[verb].first], NW_USE_PLURAL_AUXILIARY);
    if (!plural || noun == NW_NO_GROUP || !has(parse, noun, NW_PROPER)) return noun;
    uint32_t whole = over_preposition(parse, noun);
    bool list = noun > 0 && (nw_group_is(parse, noun - 1, NW_COORDINATOR) || is_comma(parse, noun - 1));
    return whole == NW_NO_GROUP || list || has(parse, whole, NW_PROPER) ? noun : whole;
}

/* "helped China [in] attaining", "kept output [from] falling": the object does it. */
static bool is_object_control(const nw_parse *parse, uint32_t preposition) {
    uint32_t word = parse->words[parse->groups[preposition].first];
    return may_be_listed(parse, preposition - 1) && nw_is_verb_group(parse, preposition - 2) &&
           nw_word_is(word, NW_USE_WITH_OBJECT);
}

/* "with [the yield] on the issue due in 2026 falling": the noun behind "with", over the time before the participle; NW_NO_GROUP:
** there is none. */
static uint32_t behind_with(const nw_parse *parse, uint32_t time) {
    enum { MOST_GROUPS = 4 };
    uint32_t group = time;
    while (group > 0 && time - group < MOST_GROUPS &&
           (has(parse, group, NW_TEMPORAL) || nw_group_is(parse, group, NW_PREPOSITION) ||
            nw_group_is(parse, group, NW_ADJECTIVE) ||
            (nw_is_noun_group(parse, group) && is_adjective(parse, group))))
        group--;
    for (unsigned i = 0; i < MOST_GROUPS && nw_is_noun_group(parse, group) && group > 0; i++) {
        if (!nw_group_is(parse, group - 1, NW_PREPOSITION)) break;
        if (nw_word_is(parse->words[parse->groups[group - 1].first], NW_USE_WITH)) return group;
        if (group < 2) break;
        group -= 2;
    }
    return NW_NO_GROUP;
}

static uint32_t subject_of_participle(const nw_parse *parse, uint32_t verb, uint32_t before) {
    if (before == NW_NO_GROUP) return NW_NO_GROUP; /* it gets the next verb's: see nw_find_subjects */
    if (nw_is_verb_group(parse, before)) return parse->groups[before].subject;
    if (nw_is_noun_group(parse, before) && !has(parse, before, NW_NUMERIC | NW_TEMPORAL)) {
        return before;
    }
    if (nw_is_noun_group(parse, before) && has(parse, before, NW_TEMPORAL)) {
        uint32_t noun = behind_with(parse, before);
        if (noun != NW_NO_GROUP) return noun;
    }
    if (nw_group_is(parse, before, NW_PREPOSITION) && before >= 2 && is_object_control(parse, before))
        return before - 1;
    return shared_subject(parse, verb, NW_FINITE);
}

/* Whether a preposition at the start of a clause stands before a noun group: "For the full month car sales
** fell". */
static bool opens_clause(const nw_parse *parse, uint32_t group) {
    if (group == 0 || !nw_group_is(parse, group - 1, NW_PREPOSITION)) return false;
    return group == 1 || is_comma(parse, group - 2) || nw_group_is(parse, group - 2, NW_SUBORDINATOR);
}

/* From "goods" to "sales" of "in May sales of goods rose": over prepositions, up to the one that opens the clause. */
static uint32_t over_own_prepositions(const nw_parse *parse, uint32_t group) {
    for (unsigned i = 0; i < 4; i++) {
        uint32_t next = over_preposition(parse, group);
        if (next == NW_NO_GROUP || next == group) break;
        group = next;
    }
    return group;
}

/* The subject of a finite verb after a noun group: that, or what a relative clause before the verb is
** about. */
static uint32_t subject_after_noun(const nw_parse *parse, uint32_t verb, uint32_t before) {
    uint32_t start = nw_phrase_start(parse, before), inner = NW_NO_GROUP;
    if (start == NW_NO_GROUP)
        inner = verb_before(parse, before, NW_FINITE);
    else if (start > 0 && nw_is_verb_group(parse, start - 1))
        inner = start - 1;
    uint32_t about = over_relative_clause(parse, inner);
    if (about != NW_NO_GROUP) return about;
    start = over_reduced_clauses(parse, start);
    if (start == NW_NO_GROUP) {
        uint32_t first = over_own_prepositions(parse, before); /* in January sales rose */
        if (parse->classes[parse->groups[first].first] == NW_CALENDAR || opens_clause(parse, first))
            return first;
    }
    return start == NW_NO_GROUP ? shared_subject(parse, verb, NW_FINITE) : start;
}

/* "Profit from [selling mines] rose": the noun before a preposition with a gerund, whose object `object` is; NW_NO_GROUP: it is
** none. */
static uint32_t before_gerund_clause(const nw_parse *parse, uint32_t object) {
    if (object < 3 || !nw_is_verb_group(parse, object - 1) ||
        parse->classes[parse->groups[object - 1].first] != NW_GERUND)
        return NW_NO_GROUP;
    if (!nw_group_is(parse, object - 2, NW_PREPOSITION) || !nw_is_noun_group(parse, object - 3))
        return NW_NO_GROUP;
    return nw_phrase_start(parse, object - 3);
}

/* "its forecast for [sales] to grow": who is to do something; not so "demand for [steel] to grow". */
static bool begins_for_clause(const nw_parse *parse, uint32_t noun) {
    if (noun < 2 || !nw_group_is(parse, noun - 1, NW_PREPOSITION) || !nw_is_noun_group(parse, noun - 2))
        return false;
    return nw_word_is(parse->words[parse->groups[noun - 1].first], NW_USE_FOR) &&
           nw_word_is(parse->words[parse->groups[noun - 2].head], NW_USE_FOR_CLAUSE);
}

/* "prices [in May and June] rose", "shares [last week] fell": the group before a verb, over times. */
static uint32_t before_times(const nw_parse *parse, uint32_t verb) {
    uint32_t before = group_before(parse, verb);
    while (before != NW_NO_GROUP && nw_is_noun_group(parse, before) && has(parse, before, NW_TEMPORAL) &&
           before > 0 && !has(parse, before, NW_OWNED)) {
        if (nw_group_is(parse, before - 1, NW_PREPOSITION)) before--;
        uint32_t earlier = group_before(parse, before);
        if (earlier != NW_NO_GROUP && earlier > 0 && nw_group_is(parse, earlier, NW_COORDINATOR) &&
            nw_is_noun_group(parse, earlier - 1) && has(parse, earlier - 1, NW_TEMPORAL))
            earlier--;
        if (earlier != NW_NO_GROUP && earlier > 0 && is_reduced_clause(parse, earlier)) earlier--;
        if (earlier == NW_NO_GROUP || !(nw_is_noun_group(parse, earlier) || is_comma(parse, earlier))) break;
        before = earlier;
    }
    return before;
}

/* "Shares [are] likely to rise": the verb group of an adjective before an infinitive; NW_NO_GROUP: there is none. */
static uint32_t verb_of_adjective(const nw_parse *parse, uint32_t before) {
    if (before == 0 || !is_adjective(parse, before)) return NW_NO_GROUP;
    uint32_t verb = group_before(parse, before);
    return verb != NW_NO_GROUP && nw_is_verb_group(parse, verb) ? verb : (uint32_t)NW_NO_GROUP;
}

/* Of a verb right behind a verb group: "the amount of steel [that is shipped] fell", "Acme expects [to grow]". */
static uint32_t subject_after_verb(const nw_parse *parse, uint32_t verb, uint32_t before) {
    uint32_t about = has(parse, verb, NW_FINITE) ? over_relative_clause(parse, before) : NW_NO_GROUP;
    return about == NW_NO_GROUP ? parse->groups[before].subject : about;
}

/* Of a verb right behind a noun group. */
static uint32_t subject_by_noun(const nw_parse *parse, uint32_t verb, uint32_t before) {
    uint32_t whole = has(parse, verb, NW_FINITE) ? before_gerund_clause(parse, before) : NW_NO_GROUP;
    if (whole != NW_NO_GROUP) return whole;
    if (!has(parse, verb, NW_INFINITIVE)) return subject_after_noun(parse, verb, before);
    if (begins_for_clause(parse, before)) return before;
    uint32_t start = nw_phrase_start(parse, before);
    return start == NW_NO_GROUP ? shared_subject(parse, verb, NW_FINITE) : start;
}

static uint32_t subject_of(const nw_parse *parse, uint32_t verb) {
    const nw_group *group = &parse->groups[verb];
    if (group->traits & NW_PARTICIPIAL) return subject_of_participle(parse, verb, group_before(parse, verb));
    uint32_t before = before_times(parse, verb);
    if (before == NW_NO_GROUP) return NW_NO_GROUP;
    if (nw_is_verb_group(parse, before)) return subject_after_verb(parse, verb, before);
    if (group->traits & NW_INFINITIVE) {
        uint32_t main_verb = verb_of_adjective(parse, before);
        if (main_verb != NW_NO_GROUP) return parse->groups[main_verb].subject;
    }
    if (nw_is_noun_group(parse, before)) return subject_by_noun(parse, verb, before);
    if (nw_group_is(parse, before, NW_RELATIVE))
        return antecedent_of_plural(parse, antecedent(parse, before), verb);
    if (is_comma(parse, before) || nw_group_is(parse, before, NW_DASH) ||
        nw_group_is(parse, before, NW_CLOSE))
        return subject_over_parenthesis(parse, before, verb);
    if (nw_group_is(parse, before, NW_COORDINATOR) && (group->traits & NW_INFINITIVE))
        return shared_subject(parse, verb, NW_FINITE | NW_INFINITIVE);
    if (nw_group_is(parse, before, NW_PREPOSITION) && has(parse, verb, NW_FINITE)) {
        /* prices of houses [that were sold in May] rose */
        uint32_t about = over_relative_clause(parse, verb_before(parse, verb, NW_FINITE));
        if (about != NW_NO_GROUP) return about;
    }
    return shared_subject(parse, verb, NW_FINITE);
}

void nw_find_subjects(nw_parse *parse) {
    uint32_t waiting = NW_NO_GROUP; /* a participle at the start: "Helped by exports, sales rose" */
    for (uint32_t g = 0; g < parse->group_count; g++) {
        if (!nw_is_verb_group(parse, g)) continue;
        uint32_t subject = subject_of(parse, g);
        parse->groups[g].subject = (uint16_t)subject;
        if (subject == NW_NO_GROUP && has(parse, g, NW_PARTICIPIAL) && waiting == NW_NO_GROUP) waiting = g;
        if (subject != NW_NO_GROUP && waiting != NW_NO_GROUP && has(parse, g, NW_FINITE)) {
            parse->groups[waiting].subject = (uint16_t)subject;
            waiting = NW_NO_GROUP;
        }
    }
}

#include "grammar/classes.h"

#define NOUN_STARTS                                                                                          \
    (NW_CLASS(NW_NOUN) | NW_CLASS(NW_TIME_NOUN) | NW_CLASS(NW_PROPER_NOUN) | NW_CLASS(NW_CALENDAR) |         \
     NW_CLASS(NW_PRONOUN) | NW_CLASS(NW_OWNER) | NW_CLASS(NW_DETERMINER) | NW_CLASS(NW_ADJECTIVE) |          \
     NW_CLASS(NW_NUMERAL) | NW_CLASS(NW_UNIT))
#define MAIN_VERBS                                                                                           \
    (NW_CLASS(NW_VERB) | NW_CLASS(NW_PRESENT) | NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE) |                \
     NW_CLASS(NW_GERUND))
#define NOUNS (NW_CLASS(NW_NOUN) | NW_CLASS(NW_TIME_NOUN) | NW_CLASS(NW_PROPER_NOUN) | NW_CLASS(NW_CALENDAR))
#define HEADS (NOUNS | NW_CLASS(NW_PRONOUN))
#define FINITE                                                                                               \
    (NW_CLASS(NW_PRESENT) | NW_CLASS(NW_PAST) | NW_CLASS(NW_MODAL) | NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) |   \
     NW_CLASS(NW_DO))
#define VERB_STARTS                                                                                          \
    (MAIN_VERBS | NW_CLASS(NW_MODAL) | NW_CLASS(NW_BE) | NW_CLASS(NW_HAVE) | NW_CLASS(NW_DO) |               \
     NW_CLASS(NW_TO))

static bool is_of(const nw_parse *parse, uint32_t t, uint64_t classes) {
    return t < parse->token_count && (NW_CLASS(parse->classes[t]) & classes) != 0;
}

/* Whether adjectives from `t` on end in a noun that tells no time: "4 percent [annual] growth", but not "4
** percent [last] year". */
static bool leads_to_noun(const nw_parse *parse, uint32_t t) {
    for (unsigned i = 0; i < 4; i++, t++) {
        if (is_of(parse, t, NW_CLASS(NW_NOUN) | NW_CLASS(NW_PROPER_NOUN))) return true;
        if (i > 0 && is_of(parse, t, NW_CLASS(NW_TIME_NOUN)))
            return is_of(parse, t + 1, NW_CLASS(NW_NOUN)); /* a 4 percent third quarter decline */
        if (!is_of(parse, t, NW_CLASS(NW_ADJECTIVE))) return false;
        if (nw_word_is(parse->words[t], NW_USE_NO_PREMODIFIER)) return false;
    }
    return false;
}

/* "last", "next" before a noun of time. */
static bool tells_which_time(const nw_parse *parse, uint32_t t) {
    return is_of(parse, t + 1, NW_CLASS(NW_TIME_NOUN) | NW_CLASS(NW_CALENDAR)) &&
           nw_word_is(parse->words[t], NW_USE_WHICH_TIME);
}

/* The class of the last token before `t` that is no instrument code: codes belong to the name they follow. */
static nw_word_class class_before(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    for (unsigned i = 0; i < NW_CODES_IN_A_ROW && t > 1 && nw_is_code(reading, parse, t - 1); i++) t--;
    return parse->classes[t - 1];
}

static bool has_point(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    newswire_span span = reading->tokens.items[parse->first_token + t].span;
    return memchr(reading->text.bytes + span.start, '.', span.length) != NULL;
}

static bool has_digit(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    return (reading->tokens.items[parse->first_token + t].traits & NEWSWIRE_HAS_DIGIT) != 0;
}

static bool is_in_capitals(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    unsigned traits = reading->tokens.items[parse->first_token + t].traits;
    return (traits & NEWSWIRE_HAS_UPPER) && !(traits & NEWSWIRE_HAS_LOWER);
}

/* Whether a number belongs to the name before it: the S&P 500, the CAC 40 [0.7 percent]; but: devalued the austral six
** percent, and BMW 1.9. */
static bool numbers_name(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    if (!has_digit(reading, parse, t)) return false;
    if (reading->tokens.items[parse->first_token + t].traits & NEWSWIRE_HAS_LOWER)
        return false; /* Dixons 4p */
    if (has_point(reading, parse, t) || is_of(parse, t + 1, NW_CLASS(NW_UNIT))) return false;
    return !is_of(parse, t + 1, NW_CLASS(NW_NUMERAL)) || has_point(reading, parse, t + 1);
}

/* "the benchmark [2026] bond": a year between a noun with its determiner and the noun that it belongs to. */
static bool is_year_of_noun(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    return t >= 2 && parse->classes[t - 2] == NW_DETERMINER && is_of(parse, t + 1, NW_CLASS(NW_NOUN)) &&
           has_digit(reading, parse, t) && !has_point(reading, parse, t) &&
           reading->tokens.items[parse->first_token + t].span.length == 4;
}

/* The reporting verb that an adjunct belongs to which ends before token `end`: "[said] in a statement on Monday". */
static bool is_adjunct_of_report(const nw_parse *parse, uint32_t end) {
    enum { FAR = 8 }; /* tokens */
    for (uint32_t at = end; at > 0 && at + FAR > end; at--) {
        if (is_of(parse, at - 1, NW_CLASS(NW_PAST))) return parse->readings[at - 1] & NW_TAKES_CLAUSE;
        if (!is_of(parse, at - 1,
                   NOUNS | NW_CLASS(NW_ADVERB) | NW_CLASS(NW_PREPOSITION) | NW_CLASS(NW_DETERMINER) |
                       NW_CLASS(NW_OWNER) | NW_CLASS(NW_ADJECTIVE)))
            break;
    }
    return false;
}

/* Whether a noun group at a token is the subject of a verb. */
static bool leads_to_verb(const nw_parse *parse, uint32_t t) {
    while (is_of(parse, t, NOUNS | NW_CLASS(NW_ADJECTIVE))) t++;
    return is_of(parse, t, FINITE);
}

/* "Acme said Monday [profit] rose", "said in a statement [new] orders rose": a noun behind the weekday on which something was
** said, or behind what it was said in, begins the clause; not so "said Monday [morning]". */
static bool begins_what_is_said(const nw_parse *parse, uint32_t t) {
    uint32_t word = t > 0 ? parse->words[t - 1] : 0;
    if (parse->classes[t] == NW_TIME_NOUN) return false;
    if (is_of(parse, t - 1, NW_CLASS(NW_CALENDAR)))
        return nw_value_class(word, NW_LIST_DATE_WORDS, NW_NO_DATE_WORD) == NW_WEEKDAY &&
               is_adjunct_of_report(parse, t - 1);
    return nw_word_is(word, NW_USE_TOLD_IN) && leads_to_verb(parse, t) && is_adjunct_of_report(parse, t - 1);
}

/* "its first [half] profits": the half of a year, where its noun follows. */
static bool is_half_of_year(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    return nw_token_reads(reading, parse->first_token + t, "half") && !has_digit(reading, parse, t - 1) &&
           nw_token_reads_any(reading, parse->first_token + t - 1, "first second") &&
           is_of(parse, t + 1, NW_CLASS(NW_NOUN) | NW_CLASS(NW_ADJECTIVE));
}

/* Whether a noun group that reaches up to token `t` goes on with it. */
static bool noun_group_goes_on(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    nw_word_class before = class_before(reading, parse, t), here = parse->classes[t];
    if ((before == NW_CALENDAR || before == NW_NOUN) && begins_what_is_said(parse, t)) return false;
    switch (here) {
    case NW_NOUN:
    case NW_TIME_NOUN:
    case NW_PROPER_NOUN: return before != NW_PRONOUN;
    case NW_CALENDAR:
        return before == NW_DETERMINER || before == NW_ADJECTIVE || before == NW_CALENDAR ||
               before == NW_GENITIVE || before == NW_MARK;
    case NW_ADJECTIVE:
        if (before == NW_PRONOUN || before == NW_TIME_NOUN) return false;
        if (before == NW_ADJECTIVE && tells_which_time(parse, t)) return false; /* went public last year */
        if (before == NW_PROPER_NOUN || before == NW_CALENDAR || before == NW_UNIT || before == NW_NOUN)
            return leads_to_noun(parse, t);
        return true;
    case NW_NUMERAL:
        if (before == NW_PROPER_NOUN) return numbers_name(reading, parse, t);
        if (before == NW_NUMERAL && has_point(reading, parse, t) && has_digit(reading, parse, t - 1))
            return false;
        if (before == NW_NOUN && is_in_capitals(reading, parse, t - 1))
            return numbers_name(reading, parse, t);
        if (before == NW_NOUN) return is_year_of_noun(reading, parse, t);
        return before != NW_PRONOUN && before != NW_UNIT;
    case NW_UNIT:
        return before == NW_NUMERAL || before == NW_DETERMINER || before == NW_UNIT || before == NW_ADJECTIVE;
    case NW_GENITIVE: return before != NW_PRONOUN;
    case NW_COORDINATOR: /* Standard & Poor's, IBC/Donoghue's */
    case NW_MARK:
        if (nw_is_code(reading, parse, t)) return before != NW_PRONOUN && before != NW_NUMERAL;
        if (before == NW_CALENDAR && is_of(parse, t + 1, NW_CLASS(NW_CALENDAR))) /* March/May */
            return nw_token_is(&reading->text, &reading->tokens.items[parse->first_token + t], '/');
        return before == NW_PROPER_NOUN && is_of(parse, t + 1, NW_CLASS(NW_PROPER_NOUN)) &&
               (nw_token_is(&reading->text, &reading->tokens.items[parse->first_token + t], '&') ||
                nw_token_is(&reading->text, &reading->tokens.items[parse->first_token + t], '/'));
    case NW_ADVERB: /* an even worse result */
        return before == NW_DETERMINER && is_of(parse, t + 1, NW_CLASS(NW_ADJECTIVE));
    case NW_DETERMINER:
        if (before == NW_NUMERAL || before == NW_ADJECTIVE) return is_half_of_year(reading, parse, t);
        return before == NW_DETERMINER && t >= 1; /* all the, such a */
    case NW_OWNER: return before == NW_DETERMINER;
    default: return false;
    }
}

/* "ended [trading] at $20": a session as the object of its verb is a time. */
static bool is_session(const nw_parse *parse, const nw_group *group) {
    return group->end == group->first + 1u && group->first > 0 &&
           parse->classes[group->first - 1u] == NW_PAST &&
           nw_word_is(parse->words[group->first], NW_USE_SESSION);
}

static void finish_noun_group(nw_parse *parse, nw_group *group) {
    uint32_t head = group->end - 1u;
    bool nouns = false, numeric = true;
    for (uint32_t t = group->first; t < group->end; t++) {
        if (is_of(parse, t, HEADS)) head = t, nouns = true;
        if (!is_of(parse, t, NW_CLASS(NW_NUMERAL) | NW_CLASS(NW_UNIT))) numeric = false;
        if (parse->classes[t] == NW_GENITIVE && t + 1u < group->end) group->traits |= NW_OWNED;
    }
    group->head = (uint16_t)head;
    if (numeric || !nouns) group->traits |= NW_NUMERIC;
    if (parse->classes[head] == NW_PRONOUN) group->traits |= NW_PRONOMINAL;
    if (parse->classes[head] == NW_PROPER_NOUN) group->traits |= NW_PROPER;
    if (parse->classes[head] == NW_CALENDAR || parse->classes[head] == NW_TIME_NOUN ||
        is_session(parse, group))
        group->traits |= NW_TEMPORAL;
}

/* The end of the verb group at `t`: auxiliaries, negations and adverbs up to its main verb. */
static uint32_t verb_group_end(const nw_parse *parse, uint32_t first) {
    uint32_t end = first + 1;
    if (is_of(parse, first, MAIN_VERBS)) return end;
    for (uint32_t t = first + 1; t < parse->token_count; t++) {
        nw_word_class here = parse->classes[t];
        if (here == NW_ADVERB || here == NW_NEGATION) {
            if (here == NW_NEGATION) end = t + 1;
            continue;
        }
        if (!is_of(parse, t, VERB_STARTS) || here == NW_TO) break;
        if (here == NW_PAST || here == NW_PRESENT) break;
        end = t + 1;
        if (is_of(parse, t, MAIN_VERBS)) break;
    }
    return end;
}

static void finish_verb_group(nw_parse *parse, nw_group *group) {
    nw_word_class first = parse->classes[group->first], main = first;
    bool be = false;
    for (uint32_t t = group->first; t < group->end; t++) {
        nw_word_class here = parse->classes[t];
        if (here == NW_NEGATION) group->traits |= NW_NEGATED;
        if (here == NW_MODAL) group->traits |= NW_MODALITY;
        if (is_of(parse, t, VERB_STARTS)) {
            if (here == NW_PARTICIPLE && be) group->traits |= NW_PASSIVE;
            be = here == NW_BE;
            main = here;
            group->head = (uint16_t)t;
        }
    }
    if (main == NW_BE) group->traits |= NW_COPULA;
    if (first == NW_TO)
        group->traits |= NW_INFINITIVE;
    else if (first == NW_GERUND || first == NW_PARTICIPLE)
        group->traits |= NW_PARTICIPIAL;
    else
        group->traits |= NW_FINITE;
}

/* "having", "being" open participle clauses. */
static void mend_participial(const nw_parse *parse, nw_group *group) {
    if (nw_word_is(parse->words[group->first], NW_USE_PARTICIPLE_AUXILIARY)) {
        group->traits &= (uint16_t)~NW_FINITE;
        group->traits |= NW_PARTICIPIAL;
    }
}

void nw_find_groups(const nw_reading *reading, nw_parse *parse) {
    for (uint32_t t = 0; t < parse->token_count;) {
        nw_group *group = &parse->groups[parse->group_count];
        uint32_t end = t + 1;
        memset(group, 0, sizeof *group);
        group->first = group->head = (uint16_t)t;
        group->subject = NW_NO_GROUP;
        if (is_of(parse, t, NOUN_STARTS)) {
            group->kind = NW_NOUN_GROUP;
            while (end < parse->token_count && noun_group_goes_on(reading, parse, end)) end++;
        } else if (is_of(parse, t, VERB_STARTS)) {
            group->kind = NW_VERB_GROUP;
            end = verb_group_end(parse, t);
        }
        group->end = (uint16_t)end;
        if (group->kind == NW_NOUN_GROUP) finish_noun_group(parse, group);
        if (group->kind == NW_VERB_GROUP) {
            finish_verb_group(parse, group);
            mend_participial(parse, group);
        }
        for (uint32_t i = t; i < end; i++) parse->group_of[i] = (uint16_t)parse->group_count;
        parse->group_count++;
        t = end;
    }
}

#include "moves/subjects.h"

/* What a figure before a comma, dash or bracket measures. */

/* Verbs that give a thing its value: "sales totalled 1,620, down 5 percent". */
static bool gives_value(const nw_move_reader *reader, uint32_t verb) {
    return nw_has_traits(reader, verb, NW_COPULA) ||
           nw_is_used(reader, nw_group_of(reader, verb)->head, NW_USE_VALUE_VERB);
}

/* "a share" of "$6.44 a share". */
static bool is_share_of_price(const nw_move_reader *reader, uint32_t group) {
    const nw_group *noun = nw_group_of(reader, group);
    return group > 0 && noun->end == noun->first + 2 && nw_class_at(reader, noun->first) == NW_DETERMINER &&
           nw_is_noun_group(nw_parse_of(reader), group - 1) &&
           (nw_has_traits(reader, group - 1, NW_NUMERIC) ||
            nw_is_currency(reader, nw_group_of(reader, group - 1)->head));
}

/* "a total" of "a total of 7 billion dollars". */
static bool is_bare_total(const nw_move_reader *reader, uint32_t group) {
    const nw_group *noun = nw_group_of(reader, group);
    return noun->end == noun->first + 2 && nw_says(reader, noun->first, "a") &&
           nw_is_rate_word(reader, noun->head);
}

/* "hit by [fuel costs], up 31 percent" */
static bool is_cause(const nw_move_reader *reader, uint32_t group) {
    return nw_says(reader, nw_group_of(reader, group - 1)->first, "by") && group >= 2 &&
           nw_is_verb_group(nw_parse_of(reader), group - 2) &&
           nw_entry_at(reader, nw_group_of(reader, group)->head, NW_LIST_MEASURES);
}

/* "in the year [ended] March" */
static bool ends_period(const nw_move_reader *reader, uint32_t verb) {
    return verb > 0 && nw_is_noun_group(nw_parse_of(reader), verb - 1) &&
           nw_has_traits(reader, verb - 1, NW_TEMPORAL) &&
           nw_is_used(reader, nw_group_of(reader, verb)->head, NW_USE_ENDED);
}

/* Whether a noun group is a number, a sum of money, or so many of what is counted. */
static bool is_amount(const nw_move_reader *reader, uint32_t group) {
    const nw_group *noun = nw_group_of(reader, group);
    return nw_has_traits(reader, group, NW_NUMERIC) || nw_is_currency(reader, noun->head) ||
           (nw_counts_a_thing(reader, noun->head) && nw_class_at(reader, noun->first) == NW_NUMERAL);
}

/* "in 1998", "in the 12 months" */
static bool is_time_told(const nw_move_reader *reader, uint32_t group) {
    return nw_tells_time(reader, nw_group_of(reader, group)->first) &&
           nw_has_traits(reader, group, NW_NUMERIC) &&
           nw_says(reader, nw_group_of(reader, group - 1)->first, "in");
}

/* Whether a noun group only tells when, how much or that something moved. */
static bool is_no_thing(const nw_move_reader *reader, uint32_t group) {
    const nw_group *noun = nw_group_of(reader, group);
    const newswire_value *value = nw_value_at(reader, noun->first);
    bool time = value && nw_is_time_value(value) && /* not so: Q2 revenue */
                nw_class_at(reader, noun->head) != NW_NOUN;
    return nw_has_traits(reader, group, NW_TEMPORAL) || time || is_share_of_price(reader, group) ||
           is_bare_total(reader, group);
}

/* "closed at 62.2 versus [its previous close] of 61.9, down 0.4 percent": what something else is compared with. */
static bool is_held_against(const nw_move_reader *reader, uint32_t group) {
    return group > 0 && nw_says_any(reader, nw_group_of(reader, group)->first - 1u, "versus vs against");
}

/* What a group behind a preposition belongs to: "[output] of 5 tonnes", "[profit] at the unit"; `nearest`: it is the group
** right before the mark. False: to nothing that moves. */
static bool find_before_preposition(const nw_move_reader *reader, uint32_t group, uint32_t mark, bool nearest,
                                    nw_move_tokens *found) {
    bool amount = is_amount(reader, group);
    if (group < 2 || !nw_is_thing(reader, group - 2) || is_held_against(reader, group - 2)) return false;
    if (amount && is_amount(reader, group - 2))
        return false; /* rose by 160,000 bpd to 31 million bpd, up 0.5 percent */
    if (amount && nw_is_used(reader, nw_group_of(reader, group - 1)->first, NW_USE_FIGURE_PREPOSITION))
        *found = nw_subject_phrase(reader, group - 2, group - 2);
    else if (!amount && nearest)
        *found = nw_subject_phrase(reader, group - 2, mark - 1);
    else
        return false;
    return true;
}

/* "earned a total of [7 billion]" */
static bool is_part_of_total(const nw_move_reader *reader, uint32_t group) {
    return is_amount(reader, group) && group >= 2 && nw_is_noun_group(nw_parse_of(reader), group - 2) &&
           nw_is_rate_word(reader, nw_group_of(reader, group - 2)->head);
}

/* The object of a verb that moves nothing: its value, or "Acme led [the gainers], up 4 percent". */
static bool is_of_verb(const nw_move_reader *reader, uint32_t group) {
    return group > 0 && nw_is_verb_group(nw_parse_of(reader), group - 1) &&
           (gives_value(reader, group - 1) ||
            nw_is_used(reader, nw_group_of(reader, group)->head, NW_USE_GAINERS));
}

/* The subject that a noun group on the walk to the left gives; false: none, and the walk goes on. `steps` were made. */
static bool find_in_group(const nw_move_reader *reader, uint32_t group, uint32_t mark, unsigned steps,
                          nw_move_tokens *found) {
    bool after_preposition = group > 0 && nw_group_is(nw_parse_of(reader), group - 1, NW_PREPOSITION);
    const nw_group *noun = nw_group_of(reader, group);
    if (is_no_thing(reader, group)) return false;
    *found = nw_quantity_of(reader, group);
    if (!nw_is_none(*found)) return true;
    if (nw_change_noun(reader, noun->first, noun->end) != NW_NO_INDEX) return false;
    if (is_held_against(reader, group)) return false;
    if (after_preposition) {
        if (is_time_told(reader, group)) return false;
        if (steps <= 1 && !is_amount(reader, group) && is_cause(reader, group)) {
            *found = nw_subject_phrase(reader, group, group);
            return true;
        }
        return !is_part_of_total(reader, group) &&
               find_before_preposition(reader, group, mark, steps == 0, found);
    }
    if (is_amount(reader, group) || is_of_verb(reader, group)) return false;
    *found = nw_subject_phrase(reader, group, mark - 1);
    return true;
}

nw_move_tokens nw_appositive_subject(const nw_move_reader *reader, uint32_t mark) {
    const nw_parse *parse = nw_parse_of(reader);
    nw_move_tokens found;
    uint32_t group = mark;
    for (unsigned i = 0; i < NW_WALK_LIMIT && group > 0; i++) {
        group--;
        if (nw_is_verb_group(parse, group)) {
            if (ends_period(reader, group)) continue;
            return nw_subject_of_verb(reader, group);
        }
        if (nw_group_is(parse, group, NW_SEMICOLON)) return nw_label_before(reader, group);
        if (nw_group_is(parse, group, NW_SUBORDINATOR)) return nw_no_tokens();
        if (nw_group_is(parse, group, NW_CLOSE)) /* HK$327m (US$42m; 22m pounds), up 5 percent */
            while (group > 0 && i < NW_WALK_LIMIT && !nw_group_is(parse, group, NW_OPEN)) group--, i++;
        if (nw_is_noun_group(parse, group) && find_in_group(reader, group, mark, i, &found)) return found;
    }
    return nw_no_tokens();
}

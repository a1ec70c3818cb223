#include "moves/subjects.h"

/* What a figure before a comma, dash or bracket is of. */

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

nw_move_tokens nw_appositive_subject(const nw_move_reader *reader, uint32_t mark) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t group = mark;
    for (unsigned i = 0; i < NW_WALK_LIMIT && group > 0; i++) {
        group--;
        bool after_preposition = group > 0 && nw_group_is(parse, group - 1, NW_PREPOSITION);
        if (nw_is_verb_group(parse, group)) {
            bool year = group > 0 && nw_is_noun_group(parse, group - 1) &&
                        nw_has_traits(reader, group - 1, NW_TEMPORAL);
            if (year && nw_is_used(reader, nw_group_of(reader, group)->head, NW_USE_ENDED)) continue;
            return nw_subject_of_verb(reader, group);
        }
        if (nw_group_is(parse, group, NW_SEMICOLON)) return nw_label_before(reader, group);
        if (nw_group_is(parse, group, NW_SUBORDINATOR)) return nw_no_tokens();
        if (nw_group_is(parse, group, NW_CLOSE)) /* HK$327m (US$42m; 22m pounds), up 5 percent */
            while (group > 0 && i < NW_WALK_LIMIT && !nw_group_is(parse, group, NW_OPEN)) group--, i++;
        if (!nw_is_noun_group(parse, group)) continue;
        const newswire_value *value = nw_value_at(reader, nw_group_of(reader, group)->first);
        if (nw_has_traits(reader, group, NW_TEMPORAL) || (value && nw_is_time_value(value))) continue;
        nw_move_tokens quantity = nw_quantity_of(reader, group);
        if (is_share_of_price(reader, group) || is_bare_total(reader, group)) continue;
        bool time = after_preposition && nw_tells_time(reader, nw_group_of(reader, group)->first) &&
                    nw_has_traits(reader, group, NW_NUMERIC) &&
                    nw_says(reader, nw_group_of(reader, group - 1)->first, "in");
        if (!nw_is_none(quantity)) return quantity;
        if (nw_change_noun(reader, nw_group_of(reader, group)->first, nw_group_of(reader, group)->end) !=
            NW_NO_INDEX)
            continue;
        bool figure = nw_has_traits(reader, group, NW_NUMERIC) ||
                      nw_is_currency(reader, nw_group_of(reader, group)->head) ||
                      (nw_counts_a_thing(reader, nw_group_of(reader, group)->head) &&
                       nw_class_at(reader, nw_group_of(reader, group)->first) == NW_NUMERAL);
        if (time) continue;
        if (i <= 1 && after_preposition && !figure && is_cause(reader, group))
            return nw_subject_phrase(reader, group, group);
        bool total = after_preposition && figure && group >= 2 && nw_is_noun_group(parse, group - 2) &&
                     nw_is_rate_word(reader, nw_group_of(reader, group - 2)->head);
        if (total) continue; /* earned a total of 7 billion */
        if (figure || after_preposition) {
            if (after_preposition && figure && group >= 2 && nw_is_thing(reader, group - 2) &&
                nw_is_used(reader, nw_group_of(reader, group - 1)->first, NW_USE_FIGURE_PREPOSITION))
                return nw_subject_phrase(reader, group - 2, group - 2);
            if (after_preposition && !figure && group >= 2 && nw_is_thing(reader, group - 2) && i == 0)
                return nw_subject_phrase(reader, group - 2, mark - 1);
            continue;
        }
        if (group > 0 && nw_is_verb_group(parse, group - 1) && gives_value(reader, group - 1)) continue;
        if (group > 0 && nw_is_verb_group(parse, group - 1) &&
            nw_is_used(reader, nw_group_of(reader, group)->head, NW_USE_GAINERS))
            continue; /* Acme led the gainers, up 4 percent */
        return nw_subject_phrase(reader, group, mark - 1);
    }
    return nw_no_tokens();
}

#include "moves/subjects.h"

/* Things and quantities of them: what may be a subject at all. */

enum { LABEL_LIMIT = 10 }; /* tokens of a code in brackets */

bool nw_counts_a_thing(const nw_move_reader *reader, uint32_t token) {
    return nw_is_used(reader, token, NW_USE_COUNTING_UNIT);
}

bool nw_is_currency(const nw_move_reader *reader, uint32_t token) {
    if (token >= reader->parse.token_count) return false;
    return nw_value_class(reader->parse.words[token], NW_LIST_MONEY_WORDS, NW_NO_MONEY_WORD) ==
               NW_CURRENCY_WORD ||
           nw_is_used(reader, token, NW_USE_AMOUNT);
}

nw_move_tokens nw_quantity_of(const nw_move_reader *reader, uint32_t group) {
    const nw_parse *parse = nw_parse_of(reader);
    const nw_group *noun = nw_group_of(reader, group);
    uint32_t first = noun->first;
    if (noun->traits & NW_TEMPORAL) return nw_no_tokens(); /* the nine months */
    for (uint32_t t = noun->first; t < noun->end; t++) {
        nw_word_class class = nw_class_at(reader, t);
        const newswire_value *value = class == NW_NUMERAL ? nw_value_at(reader, t) : NULL;
        if (value && nw_is_time_value(value)) return nw_no_tokens(); /* the 1987 budget */
        if (class == NW_NUMERAL || class == NW_UNIT ||
            (first == t && first > noun->first && t + 1 < noun->end && nw_is_currency(reader, t)))
            first = t + 1; /* a 6.9 billion dlr budget */
        else if (class != NW_DETERMINER && class != NW_ADJECTIVE && class != NW_ADVERB)
            break;
    }
    if (first == noun->first || first >= noun->end || nw_is_currency(reader, noun->head))
        return nw_no_tokens();
    if (nw_counts_a_thing(reader, noun->head)) {
        if (nw_group_is(parse, group + 1, NW_PREPOSITION) && nw_says(reader, noun->end, "of") &&
            nw_is_noun_group(parse, group + 2))
            return nw_noun_phrase(reader, group + 2, group + 2);
        return nw_no_tokens();
    }
    nw_move_tokens thing = {first, noun->end};
    return thing;
}

/* Where a phrase goes on after a time at its beginning: "sales" of "(in) 1986 Acme's sales", "(in) the same period
** sales", "(ended) March 1 sales". */
static uint32_t after_time(const nw_move_reader *reader, nw_move_tokens phrase) {
    uint32_t found = phrase.first;
    for (uint32_t t = phrase.first; t + 1 < phrase.end; t++) {
        nw_word_class class = nw_class_at(reader, t);
        const newswire_value *value = class == NW_NUMERAL ? nw_value_at(reader, t) : NULL;
        if (class == NW_CALENDAR || class == NW_TIME_NOUN || (value && nw_is_time_value(value)) ||
            (class == NW_NUMERAL && found == t && t > phrase.first))
            found = t + 1;
        else if (class != NW_DETERMINER && class != NW_ADJECTIVE)
            break;
    }
    return nw_class_at(reader, found) == NW_GENITIVE ? phrase.first : found;
}

/* Whether a preposition stands where a clause begins. */
static bool opens_clause(const nw_move_reader *reader, uint32_t preposition) {
    if (nw_class_at(reader, preposition) != NW_PREPOSITION) return false;
    if (preposition == 0) return true;
    nw_word_class before = nw_class_at(reader, preposition - 1);
    return before == NW_COMMA || before == NW_SEMICOLON || before == NW_COORDINATOR ||
           before == NW_SUBORDINATOR || before == NW_QUOTATION;
}

/* Where a phrase goes on after a place at its beginning: "prices" of "(in) Leeds prices", "copper" of "(on) the Norwick
** Exchange copper". */
static uint32_t after_place(const nw_move_reader *reader, nw_move_tokens phrase) {
    const nw_names *names = reader->names;
    uint32_t first = phrase.first + (nw_class_at(reader, phrase.first) == NW_DETERMINER);
    if (first >= phrase.end) return phrase.first;
    uint32_t byte = reader->reading->tokens.items[nw_at(reader, first)].span.start;
    for (uint32_t i = nw_first_mention(names, byte); i < names->mentions.count; i++) {
        const newswire_mention *mention = &names->mentions.items[i];
        if (mention->span.start > byte) break;
        uint32_t end = mention->first_token + mention->token_count - reader->parse.first_token;
        bool name = mention->kind <= NEWSWIRE_ALIAS && mention->type != NEWSWIRE_PERSON;
        if (name && end > first && end < phrase.end && nw_class_at(reader, end) != NW_GENITIVE) return end;
    }
    return phrase.first;
}

nw_move_tokens nw_subject_phrase(const nw_move_reader *reader, uint32_t group, uint32_t last) {
    nw_move_tokens thing = nw_quantity_of(reader, group);
    if (!nw_is_none(thing)) return thing;
    thing = nw_noun_phrase(reader, group, last);
    bool dated = thing.first > 0 && (nw_class_at(reader, thing.first - 1) == NW_PREPOSITION ||
                                     nw_is_used(reader, thing.first - 1, NW_USE_ENDED));
    if (dated) thing.first = after_time(reader, thing); /* in January sales fell */
    if (thing.first > 0 && opens_clause(reader, thing.first - 1) &&
        nw_says_any(reader, thing.first - 1, "in on at")) /* but: with Acme shares up */
        thing.first = after_place(reader, thing);
    if (thing.first > 0 && nw_says(reader, thing.first - 1, "whose")) thing.first--;
    return thing;
}

nw_move_tokens nw_label_before(const nw_move_reader *reader, uint32_t colon) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t group = colon;
    if (group > 0 && nw_group_is(parse, group - 1, NW_CLOSE))
        for (unsigned i = 0; i < LABEL_LIMIT && group > 0 && !nw_group_is(parse, group, NW_OPEN); i++)
            group--;
    if (group == 0 || !nw_is_thing(reader, group - 1)) return nw_no_tokens();
    nw_move_tokens label = {nw_group_of(reader, group - 1)->first, nw_group_of(reader, group - 1)->end};
    return label;
}

uint32_t nw_thing_before(const nw_move_reader *reader, uint32_t group) {
    const nw_parse *parse = nw_parse_of(reader);
    for (unsigned i = 0; i < NW_WALK_LIMIT && group > 0; i++) {
        group--;
        if (nw_is_thing(reader, group)) {
            uint32_t start = nw_phrase_start(parse, group);
            if (start != NW_NO_GROUP) return start;
        }
        if (nw_group_is(parse, group, NW_SEMICOLON) || nw_group_is(parse, group, NW_SUBORDINATOR)) break;
    }
    return NW_NO_GROUP;
}

bool nw_is_figure(const nw_move_reader *reader, nw_move_tokens subject) {
    while (subject.first + 1 < subject.end && nw_is_used(reader, subject.first, NW_USE_FIGURE_DETERMINER))
        subject.first++;
    if (nw_class_at(reader, subject.first) != NW_NUMERAL) return false;
    for (uint32_t t = subject.first; t < subject.end; t++)
        if (nw_class_at(reader, t) != NW_NUMERAL && nw_class_at(reader, t) != NW_UNIT &&
            !nw_is_currency(reader, t) && !nw_is_used(reader, t, NW_USE_FIGURE_UNIT))
            return false;
    return true;
}

bool nw_is_pointer(const nw_move_reader *reader, nw_move_tokens subject) {
    return subject.end == subject.first + 1 && nw_is_used(reader, subject.first, NW_USE_POINTER);
}

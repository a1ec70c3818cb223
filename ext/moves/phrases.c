#include "moves/clause.h"

/* Prepositions that belong to a noun's phrase, because they say of what: "shares in BMW", "demand for steel".
** "of" always does, but after a name. */
static const struct {
    const char *preposition;
    enum nw_use heads;
} complements[] = {{"in", NW_USE_TAKES_IN}, {"on", NW_USE_TAKES_ON}, {"for", NW_USE_TAKES_FOR}};

enum { LIST_LIMIT = 16 };

/* Whether a noun group may be an item of a list in a phrase. */
static bool is_thing(const nw_move_reader *reader, uint32_t group) {
    if (!nw_is_noun_group(&reader->parse, group)) return false;
    const nw_group *noun = nw_group_of(reader, group);
    if (noun->traits & (NW_TEMPORAL | NW_NUMERIC | NW_PRONOMINAL)) return false;
    for (uint32_t t = noun->first; t < noun->end; t++)
        if (nw_class_at(reader, t) == NW_UNIT) return false;
    return true;
}

static bool takes_complement(const nw_move_reader *reader, uint32_t group, uint32_t preposition) {
    uint32_t head = nw_group_of(reader, group)->head;
    if (nw_says(reader, preposition, "per")) /* revenue per room, output per hour; not: 3/4 cent per bushel */
        return is_thing(reader, group);
    if (nw_says(reader, preposition, "under")) return nw_says(reader, preposition + 1, "management");
    if (nw_says(reader, preposition, "of")) return !(nw_group_of(reader, group)->traits & NW_PROPER);
    for (size_t i = 0; i < sizeof complements / sizeof complements[0]; i++)
        if (nw_says(reader, preposition, complements[i].preposition) &&
            nw_is_used(reader, head, complements[i].heads))
            return true;
    return false;
}

/* "a cut in the base rate and [a rise in] the top rate": what begins another change. */
static bool is_other_change(const nw_move_reader *reader, uint32_t group) {
    const nw_group *noun = nw_group_of(reader, group);
    return nw_class_at(reader, noun->first) == NW_DETERMINER && nw_says_any(reader, noun->end, "in of") &&
           (nw_entry_at(reader, noun->head, NW_LIST_MOVE_NOUNS) ||
            nw_entry_at(reader, noun->head, NW_LIST_MOVE_VERBS));
}

/* The last group of the list that begins with `group`: "cars, trucks and buses". */
static uint32_t list_end(const nw_move_reader *reader, uint32_t group, uint32_t last) {
    const nw_parse *parse = &reader->parse;
    uint32_t end = group, at = group;
    for (unsigned i = 0; i < LIST_LIMIT; i++) {
        uint32_t next = at + 1;
        bool and = false;
        if (nw_group_is(parse, next, NW_COMMA)) next++;
        if (next > at + 1 && at == group && nw_group_is(parse, next, NW_COORDINATOR)) break;
        if (nw_group_is(parse, next, NW_COORDINATOR) && !nw_says(reader, parse->groups[next].first, "but")) {
            next++;
            and = true;
        }
        if (next == at + 1 || next > last || !is_thing(reader, next)) break;
        if (is_other_change(reader, next)) break;
        /* what follows the last must not be a verb of its own, except at the end of a subject */
        if (next < last && nw_is_verb_group(parse, next + 1)) break;
        at = next;
        if (and) end = next;
    }
    return end;
}

/* "the cost of [insuring Greek debt]": the group of what is done; `group` itself where nothing is. */
static uint32_t over_gerund(const nw_move_reader *reader, uint32_t group, uint32_t last) {
    const nw_parse *parse = &reader->parse;
    if (group + 3 > last || !nw_group_is(parse, group + 1, NW_PREPOSITION) ||
        !nw_says(reader, parse->groups[group + 1].first, "of") || !nw_is_verb_group(parse, group + 2) ||
        nw_class_at(reader, parse->groups[group + 2].first) != NW_GERUND)
        return group;
    return is_thing(reader, group + 3) ? group + 3 : group;
}

nw_move_tokens nw_noun_phrase(const nw_move_reader *reader, uint32_t group, uint32_t last) {
    const nw_parse *parse = &reader->parse;
    const nw_group *noun = nw_group_of(reader, group);
    nw_move_tokens phrase = {noun->first, noun->end};
    if (group >= 2 && nw_group_is(parse, group - 1, NW_COORDINATOR) && nw_is_noun_group(parse, group - 2) &&
        nw_class_at(reader, noun->first - 2u) == NW_ADJECTIVE &&
        nw_class_at(reader, noun->first) == NW_ADJECTIVE)
        phrase.first = nw_group_of(reader, group - 2)->first; /* commercial and industrial loans */
    if (last == NW_NO_GROUP || last >= parse->group_count) last = parse->group_count - 1;
    uint32_t end = list_end(reader, group, last);
    if (end == group) end = over_gerund(reader, group, last);
    if (end == group)
        for (unsigned i = 0; i < 2; i++) {
            uint32_t next = end + 1;
            if (next + 1 > last || !nw_group_is(parse, next, NW_PREPOSITION) ||
                !nw_is_noun_group(parse, next + 1))
                break;
            if (!takes_complement(reader, end, parse->groups[next].first)) break;
            bool per = nw_says(reader, parse->groups[next].first, "per");
            if (!per && parse->groups[next + 1].traits & (NW_TEMPORAL | NW_NUMERIC)) break;
            end = list_end(reader, next + 1, last);
        }
    phrase.end = parse->groups[end].end;
    while (phrase.end > phrase.first + 1 && (nw_class_at(reader, phrase.end - 1) == NW_GENITIVE ||
                                             nw_class_at(reader, phrase.end - 1) == NW_MARK)) /* a code */
        phrase.end--;
    return phrase;
}

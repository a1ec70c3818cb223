#include "moves/left.h"

enum { GROUP_LIMIT = 16 }; /* groups between a size and its verb */

bool nw_is_circumstance(const nw_parse *parse, uint32_t group) {
    return nw_is_noun_group(parse, group) && (parse->groups[group].traits & (NW_TEMPORAL | NW_NUMERIC));
}

void nw_set_verb(const nw_left *left, nw_move_cue *cue, uint32_t group, const nw_entry *verb) {
    cue->kind = NW_CUE_VERB;
    cue->direction = (int8_t)nw_direction_of(verb, 2);
    cue->token = nw_group_of(left->reader, group)->head;
    cue->group = group;
}

void nw_set_noun(const nw_left *left, nw_move_cue *cue, uint32_t noun) {
    cue->kind = NW_CUE_NOUN;
    cue->direction = (int8_t)nw_direction_of(nw_entry_at(left->reader, noun, NW_LIST_MOVE_NOUNS), 1);
    cue->token = noun;
    cue->group = nw_group_at(left->reader, noun);
}

uint32_t nw_noun_of_group(const nw_left *left, uint32_t group) {
    if (!nw_is_noun_group(nw_left_parse(left), group)) return NW_NO_INDEX;
    const nw_group *noun = nw_group_of(left->reader, group);
    uint32_t found = nw_change_noun(left->reader, noun->first, noun->end);
    if (found != NW_NO_INDEX &&
        nw_entry_column(nw_entry_at(left->reader, found, NW_LIST_MOVE_NOUNS), 2)[0] == 'l')
        return NW_NO_INDEX; /* losses are told in sums */
    return found;
}

uint32_t nw_governing_verb(const nw_left *left, uint32_t group, bool over_objects) {
    const nw_parse *parse = nw_left_parse(left);
    for (unsigned i = 0; i < GROUP_LIMIT; i++) {
        if (group >= parse->group_count) return NW_NO_GROUP;
        if (nw_is_verb_group(parse, group)) return group;
        bool pass = nw_group_is(parse, group, NW_ADVERB) || nw_group_is(parse, group, NW_PREPOSITION) ||
                    nw_is_circumstance(parse, group) || nw_group_is(parse, group, NW_ADJECTIVE);
        if (!pass && nw_is_noun_group(parse, group))
            pass = over_objects || (group > 0 && nw_group_is(parse, group - 1, NW_PREPOSITION));
        if (!pass && over_objects)
            pass = nw_group_is(parse, group, NW_COORDINATOR) || nw_group_is(parse, group, NW_OPEN) ||
                   (left->by && nw_group_is(parse, group, NW_COMMA)) || nw_group_is(parse, group, NW_CLOSE) ||
                   nw_group_is(parse, group, NW_MARK);
        if (!pass || group == 0) return NW_NO_GROUP;
        group--;
    }
    return NW_NO_GROUP;
}

bool nw_has_object(const nw_left *left, uint32_t verb) {
    const nw_parse *parse = nw_left_parse(left);
    uint32_t next = verb + 1;
    while (nw_group_is(parse, next, NW_ADVERB)) next++;
    return nw_is_noun_group(parse, next) && !nw_is_circumstance(parse, next) &&
           !nw_is_pace(left->reader, next, left->tokens.first) &&
           !nw_leads_to_size(left->reader, next, left->tokens.first) &&
           parse->groups[next].end <= left->tokens.first;
}

bool nw_is_passive_verb(const nw_left *left, uint32_t verb) {
    const nw_group *group = nw_group_of(left->reader, verb);
    return (group->traits & NW_PASSIVE) || nw_class_at(left->reader, group->head) == NW_PARTICIPLE;
}

unsigned nw_size_kind_of(const nw_left *left) {
    return left->size == NW_NO_INDEX ? NW_SIZE_POINTS : left->reader->sizes.items[left->size].kind;
}

uint32_t nw_size_before(const nw_left *left) {
    const nw_sizes *sizes = &left->reader->sizes;
    uint32_t found = NW_NO_INDEX;
    if (left->size != NW_NO_INDEX) return left->size > 0 ? left->size - 1 : NW_NO_INDEX;
    for (uint32_t i = 0; i < sizes->count && sizes->items[i].tokens.end <= left->tokens.first; i++) found = i;
    return found < left->reader->cues.count ? found : NW_NO_INDEX;
}

bool nw_is_gain_made(const nw_left *left, uint32_t noun) {
    return nw_size_kind_of(left) == NW_SIZE_MONEY && nw_is_used(left->reader, noun, NW_USE_GAIN_MADE);
}

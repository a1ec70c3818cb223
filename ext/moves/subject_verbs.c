#include "moves/subjects.h"

/* The subject of a verb, or its object if that is what moves. */

uint32_t nw_after_with(const nw_move_reader *reader, uint32_t group) {
    for (unsigned i = 0; i < 3 && group > 1 && nw_group_is(nw_parse_of(reader), group - 1, NW_PREPOSITION);
         i++) {
        if (nw_says(reader, nw_group_of(reader, group - 1)->first, "with")) return group;
        if (!nw_is_noun_group(nw_parse_of(reader), group - 2)) break;
        group -= 2;
    }
    return NW_NO_GROUP;
}

/* "the yield on the 2026 issue [<ZAR186=>] climbing": the group behind codes. */
static uint32_t over_codes(const nw_move_reader *reader, uint32_t group) {
    while (group < reader->parse.group_count &&
           reader->reading->tokens.items[nw_at(reader, nw_group_of(reader, group)->first)].kind ==
               NEWSWIRE_CODE)
        group++;
    return group;
}

/* "The decline in [land values] quickened, dropping 4 percent": what a noun of change that moves is a change of. */
static nw_move_tokens what_changes(const nw_move_reader *reader, uint32_t group, uint32_t last) {
    const nw_group *noun = nw_group_of(reader, group);
    const nw_entry *change = nw_entry_at(reader, noun->head, NW_LIST_MOVE_NOUNS);
    if (!change || nw_entry_column(change, 2)[0] == 'l' || noun->end != noun->head + 1u)
        return nw_no_tokens();
    if (!nw_says(reader, noun->end, "in") || noun->end > noun->first + 2u) return nw_no_tokens();
    return nw_complement_of(reader, noun->end, last);
}

/* "Acme shares pared losses to trade lower": the owner of gains or losses moves, not they. Of such an object the group of
** the subject of its verb; of any other the group itself. */
static uint32_t owner_of_losses(const nw_move_reader *reader, uint32_t subject) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t head = nw_group_of(reader, subject)->head;
    if (subject == 0 || !nw_is_used(reader, head, NW_USE_PARED) || !nw_is_verb_group(parse, subject - 1))
        return subject;
    if (nw_is_used(reader, nw_group_of(reader, subject - 1)->head, NW_USE_REPORTING_VERB))
        return subject; /* it said losses fell */
    uint32_t owner = nw_group_of(reader, subject - 1)->subject;
    if (owner != NW_NO_GROUP && owner < subject) return owner;
    uint32_t verb = nw_finite_before(reader, subject - 1); /* "rose before paring gains to close lower" */
    owner = verb == NW_NO_GROUP ? NW_NO_GROUP : nw_group_of(reader, verb)->subject;
    return owner != NW_NO_GROUP && owner < subject ? owner : subject;
}

/* "Sales at stores open for at least [a year] fell": the thing before, which the time describes; the time itself where there
** is none. */
static uint32_t before_time(const nw_move_reader *reader, uint32_t time) {
    enum { MOST_GROUPS = 5 };
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t group = time;
    while (group > 0 && time - group < MOST_GROUPS && !nw_is_thing(reader, group - 1)) {
        const nw_group *before = nw_group_of(reader, group - 1);
        bool state = nw_class_at(reader, before->first) == NW_ADJECTIVE && before->end == before->first + 1u;
        if (!state && !nw_group_is(parse, group - 1, NW_ADVERB) &&
            !nw_group_is(parse, group - 1, NW_PREPOSITION))
            return time;
        group--;
    }
    if (group == 0 || !nw_is_thing(reader, group - 1)) return time;
    uint32_t start = nw_phrase_start(parse, group - 1);
    return start == NW_NO_GROUP ? time : start;
}

/* "In [the nine months] to September sales rose": the last noun of the phrase, which the subject begins within. */
static uint32_t behind_time(const nw_move_reader *reader, uint32_t group, uint32_t verb) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t at = group;
    if (!nw_has_traits(reader, group, NW_TEMPORAL) || group == 0 ||
        !nw_group_is(parse, group - 1, NW_PREPOSITION))
        return group;
    while (at + 2 < verb && nw_group_is(parse, at + 1, NW_PREPOSITION) && nw_is_noun_group(parse, at + 2))
        at += 2;
    return at;
}

/* "[Shares in Acme], which halved on Monday, slid": what shares are in does not move itself. */
static uint32_t over_holder(const nw_move_reader *reader, uint32_t subject, uint32_t verb) {
    const nw_parse *parse = nw_parse_of(reader);
    if (verb == 0 || subject < 2 || !nw_group_is(parse, verb - 1, NW_RELATIVE)) return subject;
    if (!nw_has_traits(reader, subject, NW_PROPER) ||
        !nw_says_any(reader, nw_group_of(reader, subject - 1)->first, "in of") ||
        !nw_is_noun_group(parse, subject - 2))
        return subject;
    const nw_entry *measure = nw_entry_at(reader, nw_group_of(reader, subject - 2)->head, NW_LIST_MEASURES);
    return measure && strcmp(nw_entry_column(measure, 1), "shares") == 0 ? subject - 2 : subject;
}

nw_move_tokens nw_subject_of_verb(const nw_move_reader *reader, uint32_t verb) {
    uint32_t subject = nw_group_of(reader, verb)->subject;
    if (subject != NW_NO_GROUP && nw_has_traits(reader, subject, NW_NUMERIC) &&
        nw_is_none(nw_quantity_of(reader, subject)))
        subject = NW_NO_GROUP;
    if (subject == NW_NO_GROUP) subject = nw_thing_before(reader, verb);
    while (subject != NW_NO_GROUP && nw_has_traits(reader, subject, NW_TEMPORAL) &&
           before_time(reader, subject) < subject) /* investment this year will rise */
        subject = before_time(reader, subject);
    if (subject == NW_NO_GROUP) return nw_no_tokens();
    if (subject < verb) subject = behind_time(reader, subject, verb);
    if (subject < verb) subject = owner_of_losses(reader, subject);
    if (subject < verb) subject = over_holder(reader, subject, verb);
    if (nw_has_traits(reader, verb, NW_PARTICIPIAL) && over_codes(reader, subject + 1) == verb &&
        nw_after_with(reader, subject) != NW_NO_GROUP)
        return nw_subject_phrase(reader, nw_after_with(reader, subject), subject);
    if (subject >= verb) return nw_subject_phrase(reader, subject, NW_NO_GROUP);
    uint32_t own = subject + 1; /* the first verb that has this subject */
    while (own < verb &&
           (!nw_is_verb_group(nw_parse_of(reader), own) || nw_group_of(reader, own)->subject != subject ||
            nw_group_is(nw_parse_of(reader), own - 1, NW_PREPOSITION))) /* the cost of insuring it rose */
        own++;
    nw_move_tokens changing = what_changes(reader, subject, own - 1);
    if (!nw_is_none(changing)) return changing;
    return nw_subject_phrase(reader, subject, own - 1);
}

uint32_t nw_finite_before(const nw_move_reader *reader, uint32_t group) {
    while (group > 0) {
        group--;
        if (nw_is_verb_group(nw_parse_of(reader), group) &&
            nw_group_of(reader, group)->subject != NW_NO_GROUP)
            return group;
    }
    return NW_NO_GROUP;
}

nw_move_tokens nw_object_of_verb(const nw_move_reader *reader, const nw_size *size, uint32_t verb) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t next = verb + 1, size_group = nw_group_at(reader, size->tokens.first);
    while (nw_group_is(parse, next, NW_ADVERB)) next++;
    if (next < size_group && nw_says_any(reader, nw_group_of(reader, next)->first, "up down"))
        next++; /* brought down its costs */
    if (nw_is_thing(reader, next) && next < size_group && !nw_is_pace(reader, next, size->tokens.first) &&
        !nw_leads_to_size(reader, next, size->tokens.first))
        return nw_subject_phrase(reader, next, size_group - 1);
    next = nw_group_at(reader, size->tokens.end);
    if (nw_is_used(reader, size->tokens.end, NW_USE_OFF_OBJECT)) next++;
    while (nw_group_is(parse, next, NW_ADVERB)) next++;
    if (!nw_is_thing(reader, next) || nw_has_traits(reader, next, NW_PRONOMINAL)) return nw_no_tokens();
    nw_move_tokens object = nw_subject_phrase(reader, next, NW_NO_GROUP);
    if (object.first < size->tokens.end) object.first = size->tokens.end; /* cut half [its jobs] */
    return object;
}

/* "shed a fifth of [its workforce]": the one who loses staff is not what moves. */
static nw_move_tokens staff_lost(const nw_move_reader *reader, const nw_size *size) {
    bool of = nw_says(reader, size->tokens.end, "of"),
         own = nw_class_at(reader, size->tokens.end) == NW_OWNER;
    uint32_t group = nw_group_at(reader, size->tokens.end + 1u);
    if ((!of && !own) || !nw_is_noun_group(nw_parse_of(reader), group)) return nw_no_tokens();
    const nw_entry *measure = nw_entry_at(reader, nw_group_of(reader, group)->head, NW_LIST_MEASURES);
    if (!measure || strcmp(nw_entry_column(measure, 1), "workforce") != 0) return nw_no_tokens();
    nw_move_tokens staff = nw_noun_phrase(reader, group, group);
    if (own) staff.first = size->tokens.end; /* half [its jobs] */
    return staff;
}

nw_move_tokens nw_subject_of_verb_cue(const nw_move_reader *reader, const nw_size *size,
                                      const nw_move_cue *cue) {
    if (cue->transitive) {
        nw_move_tokens object = nw_object_of_verb(reader, size, cue->group);
        if (!nw_is_none(object)) return object;
    }
    nw_move_tokens staff = staff_lost(reader, size);
    if (!nw_is_none(staff)) return staff;
    return nw_subject_of_verb(reader, cue->group);
}

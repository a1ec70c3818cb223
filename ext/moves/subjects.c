#include "moves/subjects.h"

/*
** What moved: by the kind of the cue, the subject or the object of its verb, the complement, compound or
** possessor of its noun, what a quantity is of, or what an earlier move was about.
*/

static nw_move_tokens subject_of_particle_cue(const nw_move_reader *reader, uint32_t index,
                                              const nw_size *size, const nw_move_cue *cue) {
    const nw_parse *parse = nw_parse_of(reader);
    if (cue->transitive && cue->group != NW_NO_GROUP) {
        nw_move_tokens object = nw_object_of_verb(reader, size, cue->group);
        if (!nw_is_none(object)) return object;
    }
    if (cue->group != NW_NO_GROUP && nw_is_verb_group(parse, cue->group))
        return nw_subject_of_verb(reader, cue->group);
    uint32_t at = nw_group_at(reader, size->tokens.first < cue->token ? size->tokens.first : cue->token);
    while (at > 0 && (nw_group_is(parse, at - 1, NW_ADVERB) || nw_group_is(parse, at - 1, NW_PREPOSITION) ||
                      (nw_is_noun_group(parse, at - 1) && nw_has_traits(reader, at - 1, NW_TEMPORAL))))
        at--;
    if (at == 0) return nw_no_tokens();
    uint32_t before = at - 1;
    if (nw_is_verb_group(parse, before)) {
        nw_move_tokens subject = nw_subject_of_verb(reader, before);
        return subject;
    }
    if (nw_is_thing(reader, before)) {
        nw_move_tokens quantity = nw_quantity_of(reader, before);
        if (!nw_is_none(quantity)) return quantity;
        uint32_t start = nw_phrase_start(parse, before), with = nw_after_with(reader, before);
        if (with != NW_NO_GROUP)
            start = with;
        else if (start == NW_NO_GROUP || (start > 0 && nw_group_is(parse, start - 1, NW_PREPOSITION)))
            start = before;
        return nw_subject_phrase(reader, start, before);
    }
    if (nw_group_is(parse, before, NW_COORDINATOR) || nw_group_is(parse, before, NW_RELATIVE)) {
        uint32_t verb = nw_finite_before(reader, before);
        bool row = index > 0 && reader->cues.items[index - 1].kind == NW_CUE_PARTICLE &&
                   (verb == NW_NO_GROUP ||
                    nw_group_of(reader, verb)->end <= reader->sizes.items[index - 1].tokens.first);
        if (row) return reader->subjects.items[index - 1];
        return verb == NW_NO_GROUP ? nw_no_tokens() : nw_subject_of_verb(reader, verb);
    }
    return nw_appositive_subject(reader, at);
}

/* "5 percent more cars", "higher sales", "72% more for ore". */
static nw_move_tokens subject_of_more_cue(const nw_move_reader *reader, const nw_size *size,
                                          const nw_move_cue *cue) {
    const nw_parse *parse = nw_parse_of(reader);
    uint32_t next = cue->token + 1, group = nw_group_at(reader, next);
    (void)size;
    if (group != NW_NO_GROUP && nw_is_noun_group(parse, group) &&
        !nw_has_traits(reader, group, NW_TEMPORAL)) {
        nw_move_tokens thing = {next, nw_group_of(reader, group)->end};
        while (thing.end > next + 1 && nw_class_at(reader, thing.end - 1) == NW_MARK)
            thing.end--; /* a code */
        if (thing.first < thing.end) return thing;
    }
    if (nw_says_any(reader, next, "for on") && nw_is_noun_group(parse, group + 1))
        return nw_noun_phrase(reader, group + 1, NW_NO_GROUP);
    uint32_t verb = nw_finite_before(reader, nw_group_at(reader, size->tokens.first));
    return verb == NW_NO_GROUP ? nw_no_tokens() : nw_subject_of_verb(reader, verb);
}

/* Whether a token is the last of a longer name. */
static bool ends_name(const nw_move_reader *reader, const newswire_token *token) {
    const nw_names *names = reader->names;
    uint32_t after = nw_first_mention(names, token->span.start);
    return after > 0 && names->mentions.items[after - 1].kind <= NEWSWIRE_ALIAS &&
           nw_span_end(names->mentions.items[after - 1].span) == nw_span_end(token->span);
}

/* "on [Acme] ACM, -0.78% that": a firm with its ticker in capitals before the comma of a signed size. */
static nw_move_tokens firm_with_ticker(const nw_move_reader *reader, uint32_t comma) {
    enum { LONGEST_TICKER = 5 };
    if (comma == 0 || !nw_group_is(nw_parse_of(reader), comma, NW_COMMA) || !nw_is_thing(reader, comma - 1))
        return nw_no_tokens();
    const nw_group *group = nw_group_of(reader, comma - 1);
    const newswire_token *last = &reader->reading->tokens.items[nw_at(reader, group->end - 1u)];
    if (last->span.length > LONGEST_TICKER || !(last->traits & NEWSWIRE_HAS_UPPER) ||
        last->traits & (NEWSWIRE_HAS_LOWER | NEWSWIRE_HAS_DIGIT))
        return nw_no_tokens();
    nw_move_tokens firm = {group->first, group->end};
    if (firm.end > firm.first + 1 && !ends_name(reader, last)) firm.end--;
    return firm;
}

/* The noun group before a signed size in a table or bracket. */
static nw_move_tokens subject_of_sign(const nw_move_reader *reader, const nw_size *size) {
    uint32_t at = nw_group_at(reader, size->tokens.first);
    if (at > 0 && nw_group_is(nw_parse_of(reader), at - 1, NW_DASH)) at--; /* a minus sign */
    if (at > 0 && nw_group_is(nw_parse_of(reader), at - 1, NW_SEMICOLON)) {
        nw_move_tokens label = nw_label_before(reader, at - 1);
        if (!nw_is_none(label)) return label;
    }
    nw_move_tokens firm = at > 0 ? firm_with_ticker(reader, at - 1) : nw_no_tokens();
    if (!nw_is_none(firm)) return firm;
    uint32_t thing = nw_thing_before(reader, at);
    return thing == NW_NO_GROUP ? nw_no_tokens() : nw_noun_phrase(reader, thing, thing);
}

/* "rises of 3 percent in copper and 2 percent in zinc": a size in a row has what follows it where the size
** before has; else what that has. */
static nw_move_tokens subject_in_row(const nw_move_reader *reader, const nw_size *size,
                                     const nw_move_cue *cue) {
    nw_move_tokens shared = reader->subjects.items[cue->other];
    bool follows = reader->cues.items[cue->other].kind == NW_CUE_NOUN &&
                   shared.first >= reader->sizes.items[cue->other].tokens.end;
    nw_move_tokens own = follows ? nw_complement_of(reader, size->tokens.end, NW_NO_GROUP) : nw_no_tokens();
    return nw_is_none(own) ? shared : own;
}

static nw_move_tokens subject_at(const nw_move_reader *reader, uint32_t index) {
    const nw_size *size = &reader->sizes.items[index];
    const nw_move_cue *cue = &reader->cues.items[index];
    nw_move_tokens found = nw_no_tokens();
    switch (cue->kind) {
    case NW_CUE_NONE: return nw_no_tokens();
    case NW_CUE_VERB: found = nw_subject_of_verb_cue(reader, size, cue); break;
    case NW_CUE_PARTICLE: found = subject_of_particle_cue(reader, index, size, cue); break;
    case NW_CUE_MORE: found = subject_of_more_cue(reader, size, cue); break;
    case NW_CUE_NOUN: found = nw_subject_of_noun_cue(reader, index, size, cue); break;
    case NW_CUE_GAP: {
        uint32_t start = nw_phrase_start(nw_parse_of(reader), cue->group);
        found = nw_subject_phrase(reader, start == NW_NO_GROUP ? cue->group : start, cue->group);
        if (found.end > size->tokens.first &&
            found.first + 1 < size->tokens.first) { /* and Spain's 5 percent */
            found.end = size->tokens.first;
            if (nw_class_at(reader, found.end - 1) == NW_GENITIVE) found.end--;
        }
        break;
    }
    case NW_CUE_SAME: found = subject_in_row(reader, size, cue); break;
    case NW_CUE_COMPARED: found = reader->subjects.items[cue->other]; break;
    case NW_CUE_SIGN: found = subject_of_sign(reader, size); break;
    }
    return nw_is_none(found) || nw_is_pointer(reader, found) || nw_is_figure(reader, found) ? nw_no_tokens()
                                                                                            : found;
}

void nw_find_move_subjects(nw_move_reader *reader) {
    reader->subjects.count = 0;
    for (uint32_t i = 0; i < reader->sizes.count; i++) {
        nw_move_tokens found = subject_at(reader, i);
        *nw_push(reader->arena, &reader->subjects) = found;
    }
    nw_share_subjects(reader);
}

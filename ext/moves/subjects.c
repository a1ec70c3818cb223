#include "moves/cues.h"

/*
** What moved: by the kind of the cue, the subject or the object of its verb, the complement, compound or
** possessor of its noun, what a quantity is of, or what an earlier move was about.
*/

enum { WALK_LIMIT = 20 };

static const nw_parse *parse_of(const nw_move_reader *reader) { return &reader->parse; }

static bool is_none(nw_move_tokens stretch) { return stretch.first == stretch.end; }

static nw_move_tokens none(void) {
    nw_move_tokens stretch = {0, 0};
    return stretch;
}

static bool has_traits(const nw_move_reader *reader, uint32_t group, unsigned traits) {
    return (nw_group_of(reader, group)->traits & traits) != 0;
}

static bool is_thing(const nw_move_reader *reader, uint32_t group) {
    return nw_is_noun_group(parse_of(reader), group) && !has_traits(reader, group, NW_TEMPORAL | NW_NUMERIC);
}

/* Units that count a thing: "tonnes of crops" are crops. */
static bool counts_a_thing(const nw_move_reader *reader, uint32_t token) {
    return nw_says_any(
        reader, token,
        "tonnes tons barrels bushels units bales litres liters gallons ounces kilos kilograms pounds acres "
        "hectares bpd feet kilowatt-hours megawatts metres meters sets pieces number boxes hours short");
}

/* Words for money, and others of amounts, which no amount is "of". */
static bool is_currency(const nw_move_reader *reader, uint32_t token) {
    if (token >= reader->parse.token_count) return false;
    return nw_value_class(reader->parse.words[token], NW_LIST_MONEY_WORDS, NW_NO_MONEY_WORD) ==
               NW_CURRENCY_WORD ||
           nw_says_any(reader, token, "points point billion million mln bln trillion units");
}

/* The thing of a noun group that begins with a quantity: "vehicles" of "2.4 million vehicles". */
static nw_move_tokens quantity_of(const nw_move_reader *reader, uint32_t group) {
    const nw_parse *parse = parse_of(reader);
    const nw_group *noun = nw_group_of(reader, group);
    uint32_t first = noun->first;
    for (uint32_t t = noun->first; t < noun->end; t++) {
        nw_word_class class = nw_class_at(reader, t);
        if (class == NW_NUMERAL || class == NW_UNIT)
            first = t + 1;
        else if (class != NW_DETERMINER && class != NW_ADJECTIVE && class != NW_ADVERB)
            break;
    }
    if (first == noun->first || first >= noun->end || is_currency(reader, noun->head)) return none();
    if (counts_a_thing(reader, noun->head)) {
        if (nw_group_is(parse, group + 1, NW_PREPOSITION) && nw_says(reader, noun->end, "of") &&
            nw_is_noun_group(parse, group + 2))
            return nw_noun_phrase(reader, group + 2, group + 2);
        return none();
    }
    nw_move_tokens thing = {first, noun->end};
    return thing;
}

/* A noun phrase as a subject: without the quantity that it begins with. */
static nw_move_tokens subject_phrase(const nw_move_reader *reader, uint32_t group, uint32_t last) {
    nw_move_tokens thing = quantity_of(reader, group);
    if (!is_none(thing)) return thing;
    thing = nw_noun_phrase(reader, group, last);
    bool dated =
        thing.first > 0 && nw_class_at(reader, thing.first - 1) == NW_PREPOSITION; /* in January sales fell */
    while (dated && thing.first + 1 < thing.end && nw_class_at(reader, thing.first) == NW_CALENDAR)
        thing.first++;
    if (thing.first > 0 && nw_says(reader, thing.first - 1, "whose")) thing.first--;
    return thing;
}

/* The nearest thing to the left in the clause. */
static uint32_t thing_before(const nw_move_reader *reader, uint32_t group) {
    const nw_parse *parse = parse_of(reader);
    for (unsigned i = 0; i < WALK_LIMIT && group > 0; i++) {
        group--;
        if (is_thing(reader, group)) {
            uint32_t start = nw_phrase_start(parse, group);
            if (start != NW_NO_GROUP) return start;
        }
        if (nw_group_is(parse, group, NW_SEMICOLON) || nw_group_is(parse, group, NW_SUBORDINATOR)) break;
    }
    return NW_NO_GROUP;
}

static nw_move_tokens subject_of_verb(const nw_move_reader *reader, uint32_t verb) {
    uint32_t subject = nw_group_of(reader, verb)->subject;
    if (subject != NW_NO_GROUP && has_traits(reader, subject, NW_NUMERIC) &&
        is_none(quantity_of(reader, subject)))
        subject = NW_NO_GROUP;
    while (subject != NW_NO_GROUP && subject > 0 && has_traits(reader, subject, NW_TEMPORAL) &&
           is_thing(reader, subject - 1)) /* investment this year will rise */
        subject--;
    if (subject == NW_NO_GROUP) subject = thing_before(reader, verb);
    if (subject == NW_NO_GROUP) return none();
    if (subject >= verb) return subject_phrase(reader, subject, NW_NO_GROUP);
    uint32_t own = subject + 1; /* the first verb that has this subject */
    while (own < verb &&
           !(nw_is_verb_group(parse_of(reader), own) && nw_group_of(reader, own)->subject == subject))
        own++;
    return subject_phrase(reader, subject, own - 1);
}

static bool is_reporting(const nw_move_reader *reader, uint32_t verb) {
    return nw_says_any(
        reader, nw_group_of(reader, verb)->head,
        "report reported reports reporting show showed shows say said says announce announced announces "
        "forecast forecasts predicts predicted expects expected estimates estimated follow followed follows "
        "suggest suggested suggests indicate indicated cite cited expecting forecasting predicting");
}

/* Verbs whose subject is who says it, never what moves. */
static bool is_forecasting(const nw_move_reader *reader, uint32_t verb) {
    return nw_says_any(reader, nw_group_of(reader, verb)->head,
                       "forecast forecasts predicts predicted expects expected expect estimates estimated "
                       "estimate expecting "
                       "forecasting predicting projected projects said says predict");
}

/* The subject of the last move of the sentence before size `index`. */
static nw_move_tokens subject_of_move_before(const nw_move_reader *reader, uint32_t index) {
    while (index > 0) {
        index--;
        if (reader->cues.items[index].kind != NW_CUE_NONE && !is_none(reader->subjects.items[index]))
            return reader->subjects.items[index];
    }
    return none();
}

/* The last finite verb group before `group`, or NW_NO_GROUP. */
static uint32_t finite_before(const nw_move_reader *reader, uint32_t group) {
    while (group > 0) {
        group--;
        if (nw_is_verb_group(parse_of(reader), group) && nw_group_of(reader, group)->subject != NW_NO_GROUP)
            return group;
    }
    return NW_NO_GROUP;
}

/* ----------------------------------------------------------------- verbs */

static nw_move_tokens object_of_verb(const nw_move_reader *reader, const nw_size *size, uint32_t verb) {
    const nw_parse *parse = parse_of(reader);
    uint32_t next = verb + 1, size_group = nw_group_at(reader, size->tokens.first);
    while (nw_group_is(parse, next, NW_ADVERB)) next++;
    if (next < size_group && nw_says_any(reader, nw_group_of(reader, next)->first, "up down"))
        next++; /* brought down its costs */
    if (is_thing(reader, next) && next < size_group && !nw_is_pace(reader, next, size->tokens.first) &&
        !nw_leads_to_size(reader, next, size->tokens.first))
        return subject_phrase(reader, next, size_group - 1);
    next = nw_group_at(reader, size->tokens.end);
    if (nw_says_any(reader, size->tokens.end, "off from of")) next++;
    while (nw_group_is(parse, next, NW_ADVERB)) next++;
    if (is_thing(reader, next) && !has_traits(reader, next, NW_PRONOMINAL))
        return subject_phrase(reader, next, NW_NO_GROUP);
    return none();
}

static nw_move_tokens subject_of_verb_cue(const nw_move_reader *reader, const nw_size *size,
                                          const nw_move_cue *cue) {
    if (cue->transitive) {
        nw_move_tokens object = object_of_verb(reader, size, cue->group);
        if (!is_none(object)) return object;
    }
    return subject_of_verb(reader, cue->group);
}

/* --------------------------------------------------------------- nouns */

/* "rise in net profit", "increase of 5% in sales": the noun group after "in" or "of" that is no time and
** no place. */
static nw_move_tokens complement_of(const nw_move_reader *reader, uint32_t end, uint32_t last) {
    const nw_parse *parse = parse_of(reader);
    uint32_t group = nw_group_at(reader, end);
    for (unsigned i = 0; i < 3; i++, group += 2) {
        if (!nw_group_is(parse, group, NW_PREPOSITION)) return none();
        if (nw_group_is(parse, group + 1, NW_ADVERB)) { /* in [month on month] output */
            uint32_t next = group + 1;
            while (nw_group_is(parse, next, NW_ADVERB)) next++;
            return is_thing(reader, next) ? nw_noun_phrase(reader, next, last) : none();
        }
        if (!nw_is_noun_group(parse, group + 1)) return none();
        if (!nw_says_any(reader, nw_group_of(reader, group)->first, "in of to for on")) return none();
        if (has_traits(reader, group + 1, NW_TEMPORAL | NW_NUMERIC)) continue;
        if (has_traits(reader, group + 1, NW_PROPER) &&
            !nw_says(reader, nw_group_of(reader, group)->first, "of") &&
            !nw_entry_at(reader, nw_group_of(reader, group + 1)->head, NW_LIST_MEASURES))
            continue;
        if (nw_says_any(reader, nw_group_of(reader, group)->first, "to for on")) return none();
        return nw_noun_phrase(reader, group + 1, last);
    }
    return none();
}

/* The last group before the verb between a noun and its size: "growth in A and B [was] 5 percent". */
static uint32_t before_verb(const nw_move_reader *reader, uint32_t group, const nw_size *size) {
    uint32_t last = nw_group_at(reader, size->tokens.first);
    for (uint32_t g = group + 1; g < last; g++)
        if (nw_is_verb_group(parse_of(reader), g)) return g - 1;
    return NW_NO_GROUP;
}

/* The noun group itself, where an adjective says of what: "monetary expansion". */
static nw_move_tokens whole_noun(const nw_move_reader *reader, const nw_group *group, uint32_t noun) {
    nw_move_tokens whole = {group->first, noun + 1};
    while (whole.first < noun &&
           (nw_class_at(reader, whole.first) == NW_DETERMINER ||
            nw_class_at(reader, whole.first) == NW_NUMERAL || nw_class_at(reader, whole.first) == NW_UNIT))
        whole.first++;
    if (whole.first == noun || nw_is_manner(reader, noun - 1)) return none();
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
    return none();
}

static bool is_pointer(const nw_move_reader *reader, nw_move_tokens subject) {
    return subject.end == subject.first + 1 &&
           nw_says_any(reader, subject.first, "this that which there these those");
}

static nw_move_tokens appositive_subject(const nw_move_reader *reader, uint32_t mark);

/* A noun that names nothing of its own: what its clause is about. */
static nw_move_tokens subject_around_noun(const nw_move_reader *reader, uint32_t index, uint32_t group) {
    const nw_parse *parse = parse_of(reader);
    nw_move_tokens before = subject_of_move_before(reader, index);
    uint32_t at = group;
    while (at > 0 && (nw_group_is(parse, at - 1, NW_ADVERB) || nw_group_is(parse, at - 1, NW_DETERMINER)))
        at--;
    if (at > 0) {
        uint32_t mark = at - 1;
        if (nw_group_is(parse, mark, NW_PREPOSITION) && !is_none(before) &&
            nw_says_any(reader, nw_group_of(reader, mark)->first, "from after than following against to of"))
            return before;
        if (nw_group_is(parse, mark, NW_COORDINATOR) && !is_none(before) &&
            reader->cues.items[index - 1].kind == NW_CUE_NOUN)
            return before;
        if (nw_group_is(parse, mark, NW_COMMA) || nw_group_is(parse, mark, NW_DASH) ||
            nw_group_is(parse, mark, NW_OPEN)) {
            nw_move_tokens quantity = appositive_subject(reader, mark);
            if (!is_none(quantity)) return quantity;
        }
    }
    uint32_t verb = finite_before(reader, group);
    if (verb == NW_NO_GROUP) return before;
    nw_move_tokens subject = subject_of_verb(reader, verb);
    if (is_pointer(reader, subject)) return none();
    if (nw_group_of(reader, verb)->subject != NW_NO_GROUP &&
        has_traits(reader, nw_group_of(reader, verb)->subject, NW_TEMPORAL))
        return before;
    if (nw_group_of(reader, verb)->subject != NW_NO_GROUP) {
        const nw_group *own = nw_group_of(reader, nw_group_of(reader, verb)->subject);
        if (nw_change_noun(reader, own->first, own->end) != NW_NO_INDEX) return before;
    }
    if (is_reporting(reader, verb) && !is_none(before)) return before;
    if (is_forecasting(reader, verb)) return none();
    return subject;
}

static nw_move_tokens subject_of_noun_cue(const nw_move_reader *reader, uint32_t index, const nw_size *size,
                                          const nw_move_cue *cue) {
    const nw_group *group = nw_group_of(reader, cue->group);
    bool size_inside = size->tokens.first >= group->first && size->tokens.first < cue->token;
    uint32_t last = size_inside ? (uint32_t)NW_NO_GROUP : before_verb(reader, cue->group, size);
    nw_move_tokens found = complement_of(reader, group->end, last);
    if (is_none(found) && size->tokens.end > group->end)
        found = complement_of(reader, size->tokens.end, NW_NO_GROUP);
    if (found.first < size->tokens.end && found.end > size->tokens.first)
        found = none(); /* cuts of $2 million */
    bool overlaps = size->tokens.end > group->first && size->tokens.end <= cue->token;
    nw_move_tokens compound = nw_compound_of(reader, overlaps ? size->tokens.end : group->first, cue->token);
    if (!is_none(compound) && nw_class_at(reader, compound.first) == NW_PRONOUN) compound = none();
    if (!is_none(compound)) return compound;
    if (!is_none(found)) return found;
    found = possessor_of(reader, group->first, size_inside ? size->tokens.first : cue->token);
    if (!is_none(found)) return found;
    if (last != NW_NO_GROUP) found = whole_noun(reader, group, cue->token);
    return is_none(found) ? subject_around_noun(reader, index, cue->group) : found;
}

/* ---------------------------------------------------------- appositions */

/* Verbs that give a thing its value: "sales totalled 1,620, down 5 percent". */
static bool gives_value(const nw_move_reader *reader, uint32_t verb) {
    return has_traits(reader, verb, NW_COPULA) ||
           nw_says_any(reader, nw_group_of(reader, verb)->head,
                       "total totaled totalled stand stood stands reach reached reaches average averaged hit "
                       "earned earns "
                       "came come amounted rose fell climbed grew dropped declined increased jumped slipped");
}

/* "a share" of "$6.44 a share". */
static bool is_share_of_price(const nw_move_reader *reader, uint32_t group) {
    const nw_group *noun = nw_group_of(reader, group);
    return group > 0 && noun->end == noun->first + 2 && nw_class_at(reader, noun->first) == NW_DETERMINER &&
           nw_is_noun_group(parse_of(reader), group - 1) &&
           (has_traits(reader, group - 1, NW_NUMERIC) ||
            is_currency(reader, nw_group_of(reader, group - 1)->head));
}

/* What a figure before a comma, dash or bracket is of: "sold 310,000 pianos in 1998, up 4 percent";
** "sales of 12 billion, down 5 percent"; "Renault, up 2 percent". `mark` is the group of the comma. */
static nw_move_tokens appositive_subject(const nw_move_reader *reader, uint32_t mark) {
    const nw_parse *parse = parse_of(reader);
    uint32_t group = mark;
    for (unsigned i = 0; i < WALK_LIMIT && group > 0; i++) {
        group--;
        bool after_preposition = group > 0 && nw_group_is(parse, group - 1, NW_PREPOSITION);
        if (nw_is_verb_group(parse, group)) {
            bool year =
                group > 0 && nw_is_noun_group(parse, group - 1) && has_traits(reader, group - 1, NW_TEMPORAL);
            if (year && nw_says_any(reader, nw_group_of(reader, group)->head, "ended ending")) continue;
            return subject_of_verb(reader, group);
        }
        if (nw_group_is(parse, group, NW_SUBORDINATOR) || nw_group_is(parse, group, NW_SEMICOLON))
            return none();
        if (nw_group_is(parse, group, NW_CLOSE)) /* HK$327m (US$42m; 22m pounds), up 5 percent */
            while (group > 0 && i < WALK_LIMIT && !nw_group_is(parse, group, NW_OPEN)) group--, i++;
        if (!nw_is_noun_group(parse, group)) continue;
        const newswire_value *value = nw_value_at(reader, nw_group_of(reader, group)->first);
        if (has_traits(reader, group, NW_TEMPORAL) || (value && nw_is_time_value(value))) continue;
        nw_move_tokens quantity = quantity_of(reader, group);
        if (is_share_of_price(reader, group)) continue;
        bool time = after_preposition && nw_tells_time(reader, nw_group_of(reader, group)->first) &&
                    has_traits(reader, group, NW_NUMERIC) &&
                    nw_says(reader, nw_group_of(reader, group - 1)->first, "in");
        if (!is_none(quantity)) return quantity;
        if (nw_change_noun(reader, nw_group_of(reader, group)->first, nw_group_of(reader, group)->end) !=
            NW_NO_INDEX)
            continue;
        bool figure =
            has_traits(reader, group, NW_NUMERIC) || is_currency(reader, nw_group_of(reader, group)->head);
        if (time) continue;
        if (figure || after_preposition) {
            if (after_preposition && figure && group >= 2 && is_thing(reader, group - 2) &&
                nw_says_any(reader, nw_group_of(reader, group - 1)->first, "of at to"))
                return subject_phrase(reader, group - 2, group - 2);
            if (after_preposition && !figure && group >= 2 && is_thing(reader, group - 2) && i == 0)
                return subject_phrase(reader, group - 2, mark - 1);
            continue;
        }
        if (group > 0 && nw_is_verb_group(parse, group - 1) && gives_value(reader, group - 1)) continue;
        return subject_phrase(reader, group, mark - 1);
    }
    return none();
}

static nw_move_tokens subject_of_particle_cue(const nw_move_reader *reader, uint32_t index,
                                              const nw_size *size, const nw_move_cue *cue) {
    const nw_parse *parse = parse_of(reader);
    if (cue->transitive && cue->group != NW_NO_GROUP) {
        nw_move_tokens object = object_of_verb(reader, size, cue->group);
        if (!is_none(object)) return object;
    }
    if (cue->group != NW_NO_GROUP && nw_is_verb_group(parse, cue->group))
        return subject_of_verb(reader, cue->group);
    uint32_t at = nw_group_at(reader, size->tokens.first < cue->token ? size->tokens.first : cue->token);
    while (at > 0 && (nw_group_is(parse, at - 1, NW_ADVERB) || nw_group_is(parse, at - 1, NW_PREPOSITION) ||
                      (nw_is_noun_group(parse, at - 1) && has_traits(reader, at - 1, NW_TEMPORAL))))
        at--;
    if (at == 0) return none();
    uint32_t before = at - 1;
    if (nw_is_verb_group(parse, before)) {
        nw_move_tokens subject = subject_of_verb(reader, before);
        return subject;
    }
    if (is_thing(reader, before)) {
        nw_move_tokens quantity = quantity_of(reader, before);
        if (!is_none(quantity)) return quantity;
        uint32_t start = nw_phrase_start(parse, before);
        if (start == NW_NO_GROUP || (start > 0 && nw_group_is(parse, start - 1, NW_PREPOSITION)))
            start = before;
        return subject_phrase(reader, start, before);
    }
    if (nw_group_is(parse, before, NW_COORDINATOR) || nw_group_is(parse, before, NW_RELATIVE)) {
        uint32_t verb = finite_before(reader, before);
        bool row = index > 0 && reader->cues.items[index - 1].kind == NW_CUE_PARTICLE &&
                   (verb == NW_NO_GROUP ||
                    nw_group_of(reader, verb)->end <= reader->sizes.items[index - 1].tokens.first);
        if (row) return reader->subjects.items[index - 1];
        return verb == NW_NO_GROUP ? none() : subject_of_verb(reader, verb);
    }
    return appositive_subject(reader, at);
}

/* "5 percent more cars", "higher sales", "72% more for ore". */
static nw_move_tokens subject_of_more_cue(const nw_move_reader *reader, const nw_size *size,
                                          const nw_move_cue *cue) {
    const nw_parse *parse = parse_of(reader);
    uint32_t next = cue->token + 1, group = nw_group_at(reader, next);
    (void)size;
    if (group != NW_NO_GROUP && nw_is_noun_group(parse, group) && !has_traits(reader, group, NW_TEMPORAL)) {
        nw_move_tokens thing = {next, nw_group_of(reader, group)->end};
        if (thing.first < thing.end) return thing;
    }
    if (nw_says_any(reader, next, "for on") && nw_is_noun_group(parse, group + 1))
        return nw_noun_phrase(reader, group + 1, NW_NO_GROUP);
    uint32_t verb = finite_before(reader, nw_group_at(reader, size->tokens.first));
    return verb == NW_NO_GROUP ? none() : subject_of_verb(reader, verb);
}

/* The noun group before a signed size in a table or bracket. */
static nw_move_tokens subject_of_sign(const nw_move_reader *reader, const nw_size *size) {
    uint32_t thing = thing_before(reader, nw_group_at(reader, size->tokens.first));
    return thing == NW_NO_GROUP ? none() : nw_noun_phrase(reader, thing, thing);
}

/* "rises of 3 percent in copper and 2 percent in zinc": a size in a row has what follows it where the size
** before has; else what that has. */
static nw_move_tokens subject_in_row(const nw_move_reader *reader, const nw_size *size,
                                     const nw_move_cue *cue) {
    nw_move_tokens shared = reader->subjects.items[cue->other];
    bool follows = reader->cues.items[cue->other].kind == NW_CUE_NOUN &&
                   shared.first >= reader->sizes.items[cue->other].tokens.end;
    nw_move_tokens own = follows ? complement_of(reader, size->tokens.end, NW_NO_GROUP) : none();
    return is_none(own) ? shared : own;
}

static nw_move_tokens subject_at(const nw_move_reader *reader, uint32_t index) {
    const nw_size *size = &reader->sizes.items[index];
    const nw_move_cue *cue = &reader->cues.items[index];
    nw_move_tokens found = none();
    switch (cue->kind) {
    case NW_CUE_NONE: return none();
    case NW_CUE_VERB: found = subject_of_verb_cue(reader, size, cue); break;
    case NW_CUE_PARTICLE: found = subject_of_particle_cue(reader, index, size, cue); break;
    case NW_CUE_MORE: found = subject_of_more_cue(reader, size, cue); break;
    case NW_CUE_NOUN: found = subject_of_noun_cue(reader, index, size, cue); break;
    case NW_CUE_GAP: {
        uint32_t start = nw_phrase_start(parse_of(reader), cue->group);
        found = subject_phrase(reader, start == NW_NO_GROUP ? cue->group : start, cue->group);
        break;
    }
    case NW_CUE_SAME: found = subject_in_row(reader, size, cue); break;
    case NW_CUE_COMPARED: found = reader->subjects.items[cue->other]; break;
    case NW_CUE_SIGN: found = subject_of_sign(reader, size); break;
    }
    return is_none(found) || is_pointer(reader, found) ? none() : found;
}

void nw_find_move_subjects(nw_move_reader *reader) {
    reader->subjects.count = 0;
    for (uint32_t i = 0; i < reader->sizes.count; i++) {
        nw_move_tokens found = subject_at(reader, i);
        *nw_push(reader->arena, &reader->subjects) = found;
    }
    nw_share_subjects(reader);
}

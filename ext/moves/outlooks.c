#include "moves/cues.h"

/* Whether a move happened, is expected or only possible. */

enum { OUTLOOK_GROUPS = 10 }; /* how far back a "will" or "expects" is looked for */

/* "is [seen] expanding", "growth [seen] at 5 percent"; not: has seen sales fall. */
static bool is_foreseen(const nw_move_reader *reader, uint32_t seen) {
    for (uint32_t t = seen; t > 0 && t + 2 > seen; t--)
        if (nw_class_at(reader, t - 1) == NW_HAVE) return false;
    return nw_class_at(reader, seen + 1) == NW_GERUND || nw_class_at(reader, seen + 1) == NW_TO ||
           nw_says(reader, seen + 1, "at");
}

/* The first letter of what outlook_words.txt says of a token, 0: nothing. */
static char outlook_at(const nw_move_reader *reader, uint32_t token) {
    const nw_entry *entry = nw_entry_at(reader, token, NW_LIST_OUTLOOK_WORDS);
    if (entry && nw_says(reader, token, "due") && nw_says(reader, token + 1, "to") &&
        nw_class_at(reader, token + 1) != NW_TO)
        return 0; /* the fall was due to a strike */
    if (entry && nw_says(reader, token, "due") &&
        (nw_class_at(reader, token + 1) == NW_NUMERAL ||
         (nw_says(reader, token + 1, "in") && nw_class_at(reader, token + 2) == NW_NUMERAL)))
        return 0; /* the yield on the issue due in 2026 */
    if (entry && nw_says(reader, token, "seen") && !is_foreseen(reader, token)) return 0;
    if (entry && nw_says(reader, token, "set") && !nw_says_any(reader, token + 1, "to for"))
        return 0; /* the fall was set off by */
    return entry ? *nw_entry_column(entry, 1) : 0;
}

static bool forecasts(const nw_move_reader *reader, uint32_t token) {
    return outlook_at(reader, token) == 'f';
}

/* "A 5 percent rise in fares [is planned]", "[is still possible]": the verb of a noun of change, and what follows its
** copula. */
static newswire_outlook outlook_after(const nw_move_reader *reader, uint32_t noun) {
    for (uint32_t g = noun + 1; g < reader->parse.group_count && g < noun + OUTLOOK_GROUPS; g++) {
        const nw_group *verb = nw_group_of(reader, g);
        if (verb->kind != NW_VERB_GROUP) continue;
        if (g == noun + 1 && (verb->traits & NW_INFINITIVE) && (verb->traits & NW_PASSIVE))
            return NEWSWIRE_EXPECTED; /* an increase to be made in May */
        if (verb->subject != noun || !(verb->traits & (NW_PASSIVE | NW_COPULA))) return NEWSWIRE_ACTUAL;
        if (forecasts(reader, verb->head)) return NEWSWIRE_EXPECTED;
        if (!(verb->traits & NW_COPULA)) return NEWSWIRE_ACTUAL;
        uint32_t told = verb->end + (uint32_t)(nw_class_at(reader, verb->end) == NW_ADVERB);
        if (nw_is_used(reader, told, NW_USE_POSSIBLE_ADJECTIVE)) return NEWSWIRE_POSSIBLE;
        bool foretold = nw_is_used(reader, verb->end, NW_USE_LIKELY_ADJECTIVE);
        return foretold && outlook_at(reader, verb->end) ? NEWSWIRE_EXPECTED : NEWSWIRE_ACTUAL;
    }
    return NEWSWIRE_ACTUAL;
}

/* "Prices would have fallen": they did not. */
static bool is_counterfactual(const nw_move_reader *reader, const nw_group *verb) {
    bool would = false;
    for (uint32_t t = verb->first; t < verb->end; t++) {
        would = would || nw_is_used(reader, t, NW_USE_CONDITIONAL_MODAL);
        if (would && nw_says(reader, t, "have")) return true;
    }
    return false;
}

/* "an [expected] revenue increase of 37 percent". */
static bool is_foretold(const nw_move_reader *reader, const nw_move_cue *cue) {
    for (uint32_t t = nw_group_of(reader, cue->group)->first; t < cue->token; t++)
        if (nw_is_used(reader, t, NW_USE_EXPECTED_ADJECTIVE)) return true;
    return false;
}

/* The outlook by a verb group's modals and negation; `other`: it is not the verb that moves. */
static newswire_outlook outlook_of_verb(const nw_move_reader *reader, const nw_group *verb, bool other) {
    newswire_outlook outlook = NEWSWIRE_ACTUAL;
    if ((verb->traits & NW_NEGATED) || is_counterfactual(reader, verb)) return NEWSWIRE_POSSIBLE;
    if (other && outlook_at(reader, verb->head) == 'd') return NEWSWIRE_POSSIBLE;
    for (uint32_t t = verb->first; t < verb->end; t++) {
        char told = outlook_at(reader, t);
        if (told == 'p') return NEWSWIRE_POSSIBLE;
        if (told == 'w' || told == 'f') outlook = NEWSWIRE_EXPECTED;
    }
    return outlook;
}

/* The walk from a move's cue to the left, over the groups of its clause. */
typedef struct outlook_walk {
    const nw_move_reader *reader;
    uint32_t own_subject; /* group of the subject of the cue's verb, or NW_NO_GROUP */
    uint32_t steps;
    bool is_past;    /* the cue is a verb in the past */
    bool infinitive; /* the cue's verb is one: "to rise" */
    bool added; /* the cue is a particle behind a comma that is not passed yet: "a record, [up] 3 percent" */
    newswire_outlook outlook;
} outlook_walk;

static outlook_walk begin_walk(const nw_move_reader *reader, const nw_move_cue *cue, uint32_t group) {
    bool verb = nw_is_verb_group(&reader->parse, group);
    return (outlook_walk){.reader = reader,
                          .own_subject = verb ? nw_group_of(reader, group)->subject : (uint32_t)NW_NO_GROUP,
                          .is_past = cue->kind == NW_CUE_VERB && nw_class_at(reader, cue->token) == NW_PAST,
                          .infinitive = verb && nw_says(reader, nw_group_of(reader, group)->first, "to"),
                          .added =
                              cue->kind == NW_CUE_PARTICLE && !nw_is_verb_group(&reader->parse, cue->group),
                          .outlook = NEWSWIRE_ACTUAL};
}

/* Takes in a verb, and who forecasts. */
static void hear_group(outlook_walk *walk, uint32_t group) {
    const nw_move_reader *reader = walk->reader;
    const nw_group *at = nw_group_of(reader, group);
    if (at->kind == NW_VERB_GROUP) {
        walk->added = false; /* would cut jobs, sending its shares up 3 percent */
        newswire_outlook told = outlook_of_verb(reader, at, walk->steps > 0);
        if (told != NEWSWIRE_ACTUAL) walk->outlook = told;
    } else if (forecasts(reader, at->head) && (walk->infinitive || group != walk->own_subject)) {
        walk->outlook = NEWSWIRE_EXPECTED; /* but: the forecast was cut by 2 percent */
    }
}

/* Takes in a group; false: the walk ends with it. */
static bool take_group(outlook_walk *walk, uint32_t group) {
    const nw_move_reader *reader = walk->reader;
    const nw_group *at = nw_group_of(reader, group);
    if (walk->infinitive && outlook_at(reader, at->head) == 'i') walk->outlook = NEWSWIRE_EXPECTED;
    if (walk->steps > 0 && nw_is_used(reader, at->first, NW_USE_EARLIER_EVENT))
        return false; /* will rise 3 percent after falling 2 percent */
    if (nw_says(reader, at->head, "compared"))
        return false; /* missed the forecast of 2 percent and compared with a rise of 3 percent */
    if (walk->infinitive && walk->steps == 1 && nw_says_any(reader, at->head, "is are"))
        walk->outlook = NEWSWIRE_EXPECTED; /* fares are to rise by 3 percent */
    if (nw_group_is(&reader->parse, group, NW_COORDINATOR) && walk->is_past &&
        !nw_says(reader, at->first, "or"))
        return false; /* was forecast to rise but fell */
    if (walk->steps < 3 && nw_is_used(reader, at->first, NW_USE_HARDLY))
        walk->outlook = NEWSWIRE_POSSIBLE;
    else
        hear_group(walk, group);
    if (walk->outlook == NEWSWIRE_POSSIBLE) return false;
    if (walk->infinitive && at->kind == NW_NOUN_GROUP && walk->outlook == NEWSWIRE_EXPECTED &&
        nw_says(reader, at->end, "for"))
        return false; /* did not affect its forecast for sales to grow by 3 percent */
    if (nw_group_is(&reader->parse, group, NW_SUBORDINATOR)) {
        if (outlook_at(reader, at->first) == 'c') walk->outlook = NEWSWIRE_POSSIBLE;
        if (walk->outlook == NEWSWIRE_POSSIBLE || !nw_says(reader, at->first, "that")) return false;
    }
    if (nw_group_is(&reader->parse, group, NW_COMMA)) {
        bool added = walk->added;
        walk->added = false;
        return added; /* will be a record 3 million, [up 10 percent] */
    }
    return !nw_group_is(&reader->parse, group, NW_RELATIVE);
}

/* "faster than the 2 percent [expected]", "growth of 0.1 percent [projected] in March". */
static bool is_foretold_behind(const nw_move_reader *reader, const nw_size *size, nw_move_cue_kind cue) {
    uint32_t first = size->tokens.first;
    if (cue == NW_CUE_NOUN && nw_is_used(reader, size->tokens.end, NW_USE_EXPECTED_ADJECTIVE) &&
        !nw_is_noun_group(&reader->parse, nw_group_at(reader, size->tokens.end)))
        return true;
    return first > 1 && nw_says(reader, first - 1, "the") && nw_says(reader, first - 2, "than") &&
           nw_is_used(reader, size->tokens.end, NW_USE_EXPECTED_ADJECTIVE);
}

/* "up from a previous [range] of 4 to 5 percent": what was forecast before. */
static bool was_foretold(const nw_move_reader *reader, const nw_move_cue *cue, uint32_t size) {
    for (uint32_t t = cue->token; cue->kind == NW_CUE_COMPARED && t < size; t++)
        if (nw_is_used(reader, t, NW_USE_COMPARED_FIGURE) && !nw_says(reader, t, "figure") &&
            !nw_is_used(reader, t - 1, NW_USE_EARLY_FIGURE))
            return true;
    return false;
}

newswire_outlook nw_outlook_of(const nw_move_reader *reader, uint32_t index) {
    const nw_move_cue *cue = &reader->cues.items[index];
    uint32_t group = cue->group;
    if (is_foretold_behind(reader, &reader->sizes.items[index], cue->kind) ||
        was_foretold(reader, cue, reader->sizes.items[index].tokens.first))
        return NEWSWIRE_EXPECTED;
    if (cue->kind == NW_CUE_GAP && cue->other < index) return nw_outlook_of(reader, cue->other);
    if (!nw_is_verb_group(&reader->parse, group) && cue->kind != NW_CUE_NOUN)
        group = nw_group_at(reader, reader->sizes.items[index].tokens.first);
    if (group >= reader->parse.group_count) return NEWSWIRE_ACTUAL;
    if (cue->kind == NW_CUE_NOUN) {
        newswire_outlook told = outlook_after(reader, group);
        if (told != NEWSWIRE_ACTUAL) return told;
        if (is_foretold(reader, cue)) return NEWSWIRE_EXPECTED;
    }
    outlook_walk walk = begin_walk(reader, cue, group);
    while (walk.steps < OUTLOOK_GROUPS && take_group(&walk, group) && group > 0) {
        walk.steps++;
        group--;
    }
    const newswire_sentence *sentence = &reader->reading->sentences.items[reader->sentence];
    uint32_t last = nw_span_end(sentence->span);
    if (last > 0 && reader->reading->text.bytes[last - 1] == '?') return NEWSWIRE_POSSIBLE;
    return walk.outlook;
}

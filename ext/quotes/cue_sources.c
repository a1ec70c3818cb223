#include "grammar/grammar.h"
#include "quotes/clause_subjects.h"
#include "quotes/linker.h"
#include "quotes/listeners.h"
#include "quotes/sources.h"

/* "…, say traders.": several, after a verb in the present. */
static bool is_plural(const nw_clauses *clauses, nw_stretch source) {
    enum { AFTER = NW_IS_COMMA | NW_IS_STOP | NW_IS_MARK };
    if (nw_token_reads(clauses->reading, source.first, "a") || !nw_token_has(clauses, source.end, AFTER))
        return false;
    newswire_string last =
        nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[source.end - 1]);
    for (uint32_t i = source.first; i < source.end; i++)
        if (nw_token_has(clauses, i, NW_IS_LINKER) || nw_token_reads(clauses->reading, i, "people"))
            return true;
    return last.bytes[last.length - 1] == 's';
}

/* "Why would anyone buy it now, [asked] Ann Lee.": a question whose mark a wire dropped. */
static bool ends_question(const nw_clauses *clauses, const nw_cue_place *place, nw_stretch after) {
    uint32_t first = place->sentence.first, cue = place->cue->first;
    return cue > first + 2 && nw_token_has(clauses, first, NW_IS_QUESTION | NW_IS_HELPER) &&
           nw_token_has(clauses, cue - 1, NW_IS_COMMA) && nw_token_reads(clauses->reading, cue, "asked") &&
           nw_token_has(clauses, after.end, NW_IS_COMMA | NW_IS_STOP);
}

/* "…," said Ann Lee: the verb comes first, after content and comma. */
static bool is_inverted(const nw_linker *linker, const nw_cue_place *place, nw_stretch after) {
    const nw_cue *cue = place->cue;
    const nw_clauses *clauses = linker->clauses;
    if (nw_is_empty(after)) return false;
    if (cue->kind != 'd' && cue->kind != 's' &&
        (cue->kind != 'b' || cue->family > NW_CUE_CONCEDE || !is_plural(clauses, after)))
        return false;
    if (cue->first != cue->verb && !nw_token_has(clauses, cue->first, NW_IS_MANNER)) return false;
    if (nw_token_has(clauses, after.first, NW_IS_ACCUSATIVE | NW_IS_PREPOSITION)) return false;
    if (nw_marked_before(linker, cue->first)) return true;
    bool asks = (cue->first > place->sentence.first && /* "Why? asked Ann Lee." */
                 nw_asks(clauses, cue->first - 1)) ||
                ends_question(clauses, place, after);
    if ((!nw_is_empty(cue->addressee) && !asks) || cue->end_chance < 5) return false;
    if (cue->first == place->sentence.first)
        return nw_token_has(clauses, after.end, NW_IS_COLON | NW_IS_COMMA);
    if (!asks && !nw_token_has(clauses, cue->first - 1, NW_IS_COMMA | NW_IS_DASH)) return false;
    bool named = clauses->mentions[after.first] != 0; /* "Not much, said Ann Lee." */
    if (cue->first < place->sentence.first + (named ? 2 : 4) || cue->family > NW_CUE_CONCEDE) return false;
    if (cue->follow == NW_FOLLOW_CLAUSE && !nw_token_has(clauses, cue->end, NW_IS_SUBJECT) &&
        !nw_token_has(clauses, after.end, NW_IS_COMMA | NW_IS_STOP)) /* "said a man briefed on the talks." */
        return false;
    nw_stretch before = nw_source_before(clauses, cue->first, place->sentence.first);
    if (!nw_is_empty(before) && before.first == place->sentence.first)
        return false; /* "Ann Lee, a minister, said" */
    for (uint32_t i = after.first; i < after.end && named; i++)
        if (nw_token_has(clauses, i, NW_IS_COMMA)) return true; /* "said Ann Lee, a nurse that" */
    return !nw_token_has(clauses, after.end,
                         NW_IS_HELPER | NW_IS_FINITE | NW_IS_TO | NW_IS_THAT | NW_IS_PAST);
}

/* "Lee, who said": what the relative pronoun stands for. */
static nw_stretch source_of_relative(const nw_linker *linker, const nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t pronoun = place->cue->first - 1;
    bool person = nw_token_reads(clauses->reading, pronoun, "who") ||
                  nw_token_reads(clauses->reading, pronoun, "which");
    if (!person || pronoun <= place->sentence.first) return (nw_stretch){pronoun, pronoun};
    uint32_t end = nw_token_has(clauses, pronoun - 1, NW_IS_COMMA) ? pronoun - 1 : pronoun;
    return nw_source_before(clauses, end, place->sentence.first);
}

/* "a judge at [Acme]'s urging": the name alone, if the noun phrase before it does not own the cue. */
static nw_stretch owner_before(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    nw_stretch source = nw_source_before(clauses, end, floor);
    uint32_t mention = clauses->mentions[end - 1];
    if (nw_is_empty(source) || !mention) return source;
    uint32_t first = clauses->names->mentions.items[mention - 1].first_token;
    if (first > source.first && nw_token_means(clauses, first - 1, NW_SENSE_ADJUNCT)) source.first = first;
    return source;
}

/* "Lee came, saying"; "footage of Lee saying"; "Saying it was late, Lee left". */
static nw_stretch source_of_participle(const nw_linker *linker, const nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t first = place->cue->first, floor = place->sentence.first;
    if (first > floor &&
        clauses->mentions[first - 1]) { /* "footage of Lee saying", but not "time in Leeds saying" */
        const newswire_mention *name = &clauses->names->mentions.items[clauses->mentions[first - 1] - 1];
        bool where = name->type == NEWSWIRE_LOC && name->first_token > floor &&
                     nw_token_means(clauses, name->first_token - 1, NW_SENSE_ADJUNCT);
        nw_stretch subject =
            where ? nw_main_subject(clauses, name->first_token - 1, floor) : (nw_stretch){0, 0};
        return where && !nw_is_empty(subject) ? subject : (nw_stretch){name->first_token, first};
    }
    if (first > floor + 1 && nw_token_has(clauses, first - 1, NW_IS_OWNER) &&
        clauses->reading->tokens.items[first - 1].gap == NEWSWIRE_NO_GAP)
        return owner_before(clauses, first - 1, floor);
    if (first > floor && nw_is_nounlike(clauses, first - 1)) return nw_source_before(clauses, first, floor);
    nw_stretch subject = nw_main_subject(clauses, first, floor),
               parsed = nw_parsed_subject(linker, place->cue);
    bool better =
        nw_is_empty(subject) || parsed.first < subject.first; /* "Acme [cut] its forecast, citing" */
    if (better && !nw_is_empty(parsed)) return parsed;
    if (!nw_is_empty(subject)) return subject;
    if (first <= floor + 1)
        for (uint32_t i = place->cue->end; i < place->sentence.end && i < place->cue->end + NW_SOURCE_TOKENS;
             i++)
            if (nw_token_has(clauses, i, NW_IS_COMMA) && !linker->marks->within[i])
                return nw_source_after(clauses, i + 1, place->sentence.end, false);
    return nw_clause_subject(clauses, first, floor);
}

/* The source of a cue that has no noun phrase of its own: the one of the cue before, or the clause's. */
static nw_stretch source_of_clause(const nw_linker *linker, const nw_cue_place *place) {
    for (uint32_t i = place->index; i-- > 0 && linker->cues->items[i].sentence == place->cue->sentence;) {
        if (!linker->by_cue[i]) continue;
        const nw_attribution *before = &linker->links->attributions.items[linker->by_cue[i] - 1];
        if (nw_is_empty(before->source)) continue;
        bool inside = place->cue->kind == 'd' && before->pattern == NW_CLAUSE_AFTER &&
                      before->last_end > place->cue->first;
        if (inside) break; /* "Lee said [it regretted this and had asked Roth to come]": it had */
        return before->source;
    }
    uint32_t first = place->cue->first, floor = place->sentence.first;
    if (place->cue->kind != 'g') return nw_clause_subject(linker->clauses, first, floor);
    return source_of_participle(linker, place);
}

/* "Lee's insistence", "his claim", "the claim by Lee". */
static nw_stretch source_of_noun(const nw_linker *linker, const nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t verb = place->cue->verb, floor = place->sentence.first;
    for (uint32_t i = verb; i > floor && i + 4 > verb; i--) {
        uint32_t token = i - 1;
        if (nw_token_has(clauses, token, NW_IS_OWNER)) {
            if (clauses->reading->tokens.items[token].gap != NEWSWIRE_NO_GAP)
                return (nw_stretch){token, token + 1};
            return owner_before(clauses, token, floor);
        }
        if (!nw_is_nounlike(clauses, token)) break;
    }
    for (uint32_t i = place->cue->end; i < place->cue->end + 2 && i < place->sentence.end; i++)
        if (nw_token_reads(clauses->reading, i, "by"))
            return nw_source_after(clauses, i + 1, place->sentence.end, false);
    return (nw_stretch){verb, verb};
}

/* "and last [month] reported": no source. */
static bool is_time(const nw_clauses *clauses, nw_stretch source) {
    for (uint32_t i = source.first; i < source.end; i++)
        if (!nw_token_has(clauses, i, NW_IS_WHEN) || clauses->mentions[i]) return false;
    return !nw_is_empty(source);
}

/* "was announced [by Lee]"; not "is expected [by noon]", "is forecast to grow [by 3 percent]". */
static nw_stretch source_of_passive(const nw_linker *linker, const nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    nw_stretch none = {place->cue->first, place->cue->first};
    uint32_t limit = place->sentence.end - place->cue->end > 6 ? place->cue->end + 6 : place->sentence.end;
    for (uint32_t i = place->cue->end; i < limit && !nw_token_has(clauses, i, NW_IS_TO); i++) {
        if (!nw_token_reads(clauses->reading, i, "by")) continue;
        nw_stretch source = nw_source_after(clauses, i + 1, place->sentence.end, false);
        if (nw_is_empty(source)) return none; /* "was announced by" ends the text */
        bool value = nw_token_has(clauses, source.first, NW_IS_NUMBER | NW_IS_WHEN) ||
                     nw_token_in(clauses->reading, source.first, NW_LIST_TIME_WORDS);
        return (value && !clauses->mentions[source.first]) || is_time(clauses, source) ? none : source;
    }
    return none;
}

/* "Lee, who dismissed it and [said] ...": with the source, what "who" stands for. */
static void copy_meant(const nw_linker *linker, nw_cue_place *place) {
    if (nw_is_empty(place->source) || !nw_is_empty(place->meant)) return;
    for (uint32_t i = place->index; i-- > 0 && linker->cues->items[i].sentence == place->cue->sentence;) {
        if (!linker->by_cue[i]) continue;
        const nw_attribution *before = &linker->links->attributions.items[linker->by_cue[i] - 1];
        if (before->source.first == place->source.first) place->meant = before->meant;
    }
}

/* "has yet to say", "is likely to announce"; not "a motion to clarify". */
static bool has_helper(const nw_clauses *clauses, const nw_cue *cue) {
    return !nw_token_reads(clauses->reading, cue->first, "to") ||
           (cue->first > 0 && nw_token_reads(clauses->reading, cue->first - 1, "yet"));
}

/* Whether a noun phrase is the object of a relative clause: "lawyers who have seen [the plan] said". */
static bool is_in_relative(const nw_clauses *clauses, nw_stretch phrase, uint32_t floor) {
    enum {
        FAR = 5,
        VERB = NW_IS_PAST | NW_IS_FINITE | NW_IS_HELPER | NW_IS_PARTICIPLE,
        STOPS = NW_IS_COMMA | NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_MARK
    };
    uint32_t at = phrase.first;
    if (at <= floor + 1) return false;
    const uint64_t verbs = NW_CLASS(NW_PAST) | NW_CLASS(NW_PARTICIPLE);
    if (!nw_token_has(clauses, at - 1, VERB) && !(nw_readings_of(clauses->reading, at - 1) & verbs))
        return false;
    for (uint32_t i = at - 1; i > floor && i + FAR > at; i--) {
        if (nw_token_has(clauses, i, STOPS)) return false;
        if (nw_token_reads_any(clauses->reading, i, "who which that")) return true;
    }
    return false;
}

/* Where a noun phrase begins that the stage of names knows with the source's end: "[The Sunnyvale, California]-based company". */
static uint32_t nominal_start(const nw_clauses *clauses, nw_stretch source) {
    enum { FAR = 8 };
    const nw_mentions *mentions = &clauses->names->mentions;
    uint32_t low = 0, high = mentions->count, from = source.first > FAR ? source.first - FAR : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (mentions->items[middle].first_token < from)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < mentions->count && mentions->items[low].first_token < source.first; low++)
        if (mentions->items[low].kind == NEWSWIRE_NOMINAL &&
            mentions->items[low].first_token + mentions->items[low].token_count == source.end)
            return mentions->items[low].first_token;
    return source.first;
}

/* Extends a source to the left over what belongs to it. */
static void widen(const nw_linker *linker, nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    uint32_t floor = place->sentence.first;
    if (nw_is_empty(place->source) || place->source.first <= floor) return;
    uint32_t mention = clauses->mentions[place->source.end - 1];
    if (mention && clauses->names->mentions.items[mention - 1].type == NEWSWIRE_PERSON) return;
    uint32_t first = nominal_start(clauses, place->source);
    if (first == place->source.first && is_in_relative(clauses, place->source, floor)) {
        nw_stretch subject = nw_parsed_subject(linker, place->cue);
        if (!nw_is_empty(subject) && subject.first < first) first = subject.first;
    }
    if (first >= floor) place->source.first = first;
}

static void find_verb_source(const nw_linker *linker, nw_cue_place *place) {
    const nw_clauses *clauses = linker->clauses;
    const nw_cue *cue = place->cue;
    uint32_t floor = place->sentence.first;
    if (cue->quoted != NW_NO_TOKEN) {
        nw_stretch quoting = nw_source_before(clauses, cue->quoted, floor);
        place->source = nw_source_before(clauses, cue->first, cue->quoted + 1);
        place->left = nw_is_empty(quoting) ? cue->quoted : quoting.first;
        return;
    }
    uint32_t asking = nw_end_of_asking(clauses, cue, place->sentence.end);
    if (asking > cue->end + 1) {
        place->source = (nw_stretch){cue->end + 1, asking};
        place->right = asking;
        return;
    }
    nw_stretch after = nw_source_after(clauses, cue->end, place->sentence.end, false);
    if (is_inverted(linker, place, after)) {
        place->inverted = true;
        place->source = after;
        place->right = after.end;
        return;
    }
    if (cue->first > floor && nw_token_has(clauses, cue->first - 1, NW_IS_QUESTION)) {
        place->meant = source_of_relative(linker, place);
        if (!nw_is_empty(place->meant)) place->source = (nw_stretch){cue->first - 1, cue->first};
        return;
    }
    bool bare = cue->kind == 'g' || cue->infinitive;
    if (!bare) place->source = nw_source_before(clauses, cue->first, floor);
    if (!bare) widen(linker, place);
    if (is_time(clauses, place->source)) place->source = (nw_stretch){cue->first, cue->first};
    if (!bare && !nw_is_empty(place->source))
        place->left = place->source.first;
    else
        place->source = source_of_clause(linker, place);
    bool told = !bare || (cue->kind != 'g' && has_helper(clauses, cue));
    if (told && nw_is_empty(place->source)) place->source = nw_parsed_subject(linker, cue);
    copy_meant(linker, place);
}

void nw_find_source(const nw_linker *linker, nw_cue_place *place) {
    const nw_cue *cue = place->cue;
    if (cue->kind == 'x') {
        bool initial = cue->first <= place->sentence.first + 1;
        place->source = nw_source_after(linker->clauses, cue->end, place->sentence.end, initial);
        place->right = place->source.end > cue->end ? place->source.end : cue->end;
    } else if (cue->kind == 'u') {
        place->source = source_of_noun(linker, place);
    } else if (cue->passive && cue->kind != 'j') {
        place->source = source_of_passive(linker, place);
    } else {
        find_verb_source(linker, place);
    }
}

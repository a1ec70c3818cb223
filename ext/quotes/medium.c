#include "quotes/medium.h"

static bool is_medium(const nw_clauses *clauses, uint32_t token) {
    const nw_entry *entry = nw_find_entry(clauses->reading->words[token], NW_LIST_SPEECH_WORDS);
    return entry && nw_entry_column(entry, 1)[0] == 'm';
}

static bool opens_medium(const nw_clauses *clauses, uint32_t token) {
    return nw_token_means(clauses, token, NW_SENSE_ADJUNCT) &&
           nw_token_is_used(clauses->reading, token, NW_USE_MEDIUM_PREPOSITION);
}

/* The noun phrase after a preposition, with "to clients", "with the paper"; empty if no medium is its
** head. */
static nw_stretch medium_after(const nw_clauses *clauses, uint32_t preposition, uint32_t end) {
    nw_stretch phrase = {preposition + 1, preposition + 1};
    uint32_t limit = end - preposition > 14 ? preposition + 14 : end;
    bool found = false;
    for (uint32_t i = preposition + 1; i < limit; i++) {
        if (!found && is_medium(clauses, i))
            found = true;
        else if (!found && nw_token_has(clauses, i, NW_IS_WHEN) &&
                 !nw_token_has(clauses, i + 1, NW_IS_DETERMINER))
            continue; /* "in a [March] report" */
        else if (found && nw_token_is_used(clauses->reading, i, NW_USE_PART_OF_DAY))
            break; /* "in an interview [earlier] this month" */
        else if (nw_token_has(clauses, i, NW_IS_TO | NW_IS_PREPOSITION)) {
            if (!found || opens_medium(clauses, i) || i + 1 >= limit) break;
            continue;
        } else if (nw_token_has(clauses, i,
                                NW_CLAUSE_EDGE | NW_IS_WHEN | NW_IS_SUBJECT | NW_IS_FINITE |
                                    NW_IS_PARTICIPLE) &&
                   !clauses->mentions[i])
            break;
        if (found && nw_token_has(clauses, i, NW_IS_DETERMINER | NW_IS_OWNER) &&
            !nw_token_has(clauses, i - 1, NW_IS_TO | NW_IS_PREPOSITION) &&
            clauses->reading->tokens.items[i].gap != NEWSWIRE_NO_GAP)
            break; /* "said in a statement the cut was right" */
        phrase.end = i + 1;
    }
    if (!found) phrase.end = phrase.first;
    return phrase;
}

/* Whether a token may begin a phrase with a medium, in what was said: "made [a plea in an interview]", but not in a clause. */
static bool may_hold_medium(const nw_clauses *clauses, nw_stretch said, uint32_t token) {
    enum { CLAUSE = NW_IS_COMMA | NW_IS_SUBJECT | NW_IS_FINITE | NW_IS_JUNCTION | NW_IS_QUESTION };
    for (uint32_t i = said.first; i < token; i++)
        if (nw_token_has(clauses, i, CLAUSE)) return false;
    return true;
}

static bool has_verb(const nw_clauses *clauses, nw_stretch said) {
    enum { FAR = 40 };
    for (uint32_t i = said.first; i < said.end && i < said.first + FAR; i++)
        if (nw_token_has(clauses, i, NW_IS_HELPER | NW_IS_FINITE | NW_IS_SUBJECT)) return true;
    return false;
}

/* Whether a medium found in what was said ends it: not so in "announced [a ban on Twitter ads]". */
static bool ends_said(const nw_clauses *clauses, nw_stretch said, nw_stretch medium) {
    return medium.end == said.end ||
           nw_token_has(clauses, medium.end, NW_IS_PREPOSITION | NW_IS_WHEN | NW_IS_PARTICIPLE | NW_IS_PAST);
}

/* The medium from a token on. */
static nw_stretch medium_in(const nw_clauses *clauses, uint32_t from, uint32_t end, nw_stretch said,
                            bool clausal) {
    uint32_t limit = end - from > 16 ? from + 16 : end;
    for (uint32_t i = from; i < limit; i++) {
        if (nw_token_has(clauses, i, NW_IS_MARK | NW_IS_THAT | NW_IS_HELPER | NW_IS_STOP | NW_IS_COLON))
            break;
        if (!opens_medium(clauses, i)) continue;
        bool within = i > said.first && i < said.end;
        if (within && (clausal || !may_hold_medium(clauses, said, i))) continue;
        nw_stretch phrase = medium_after(clauses, i, end);
        if (!nw_is_empty(phrase) && (!within || ends_said(clauses, said, phrase))) return phrase;
    }
    return (nw_stretch){from, from};
}

/* "called it "a joke" [on Twitter]", "… on Friday [at a rally]": the medium right behind what was said. */
static nw_stretch medium_behind(const nw_clauses *clauses, nw_stretch said, uint32_t end) {
    enum { FAR = 4 };
    uint32_t limit = end > said.end + FAR ? said.end + FAR : end;
    for (uint32_t i = said.end; i < limit; i++) {
        nw_stretch phrase = opens_medium(clauses, i) ? medium_after(clauses, i, end) : (nw_stretch){i, i};
        if (!nw_is_empty(phrase)) return phrase;
        if (!nw_token_has(clauses, i, NW_IS_WHEN | NW_IS_PREPOSITION)) break;
    }
    return (nw_stretch){end, end};
}

void nw_find_medium(const nw_clauses *clauses, const nw_attribution *attribution, nw_stretch said,
                    newswire_quote *quote) {
    const nw_text *text = &clauses->reading->text;
    if (nw_is_empty(attribution->cue)) return;
    nw_stretch sentence = nw_sentence_of(clauses, attribution->cue.first);
    bool clausal = attribution->family == NW_CUE_SAY && has_verb(clauses, said);
    uint32_t after = attribution->cue.end;
    if (!nw_is_empty(attribution->source) && attribution->source.first >= after)
        after = attribution->source.end;
    nw_stretch medium = medium_in(clauses, after, sentence.end, said, clausal);
    if (nw_is_empty(medium) && said.first >= attribution->cue.end && said.end < sentence.end)
        medium = medium_behind(clauses, said, sentence.end);
    if (nw_is_empty(medium) &&
        attribution->source.end < attribution->cue.first) /* "Lee, in an interview, said" */
        medium = medium_in(clauses, attribution->source.end, attribution->cue.first, said, clausal);
    uint32_t before = nw_is_empty(attribution->source) ? attribution->cue.first : attribution->source.first;
    uint32_t first = sentence.first + nw_token_has(clauses, sentence.first, NW_IS_BUT | NW_IS_LINKER);
    if (nw_is_empty(medium) && before > first && opens_medium(clauses, first))
        medium = medium_after(clauses, first, before);
    if (!nw_is_empty(medium)) quote->medium = nw_span_string(text, nw_stretch_span(clauses, medium));
    if (!nw_is_empty(attribution->addressee))
        quote->addressee = nw_span_string(text, nw_stretch_span(clauses, attribution->addressee));
}

#include "quotes/edges.h"

#include "grammar/grammar.h"

/* "[criticism of] the deal", "[complained about] the cuts": the preposition behind a cue is the cue's, as in PolNeAR. */
static void take_preposition(const nw_clauses *clauses, nw_attribution *attribution, nw_stretch *piece) {
    uint32_t at = piece->first;
    if (attribution->pattern != NW_CLAUSE_AFTER && attribution->pattern != NW_NOUN_CUE) return;
    if (at != attribution->cue.end || at + 1 >= piece->end || nw_token_has(clauses, at, NW_IS_CAPITAL))
        return;
    if (!nw_token_is_used(clauses->reading, at, NW_USE_CUE_PREPOSITION)) return;
    if (attribution->family == NW_CUE_SAY &&
        nw_token_is_used(clauses->reading, at, NW_USE_MEDIUM_PREPOSITION))
        return;                                              /* "said on television it was late" */
    if (nw_token_has(clauses, at + 1, NW_IS_NUMBER)) return; /* "about 300 jobs" */
    attribution->cue.end++;
    piece->first++;
}

/* "and [lowered] its forecast": a verb in the past with an object or an adjunct, and no participle before a noun. */
static bool is_second_verb(const nw_clauses *clauses, uint32_t token) {
    enum { OBJECT = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_NUMBER, ADJUNCT = NW_IS_PREPOSITION | NW_IS_TO };
    uint64_t readings = nw_readings_of(clauses->reading, token);
    if (!(readings & NW_CLASS(NW_PAST))) return false;
    if (clauses->mentions[token + 1] || nw_token_has(clauses, token + 1, OBJECT)) return true;
    return !(readings & NW_CLASS(NW_NOUN)) && nw_token_has(clauses, token + 1, ADJUNCT); /* "and cost of" */
}

/* "reported [a fall in sales] and lowered its forecast": what else the speaker did is no part of a noun phrase. */
static void leave_second_verb(const nw_clauses *clauses, const nw_marks *marks,
                              const nw_attribution *attribution, nw_stretch *piece) {
    enum {
        OPENS = NW_IS_DETERMINER | NW_IS_OWNER,
        VERBAL = NW_IS_HELPER | NW_IS_FINITE | NW_IS_QUESTION | NW_IS_THAT | NW_IS_TO
    };
    uint32_t cue = attribution->cue.end;
    if (attribution->pattern != NW_CLAUSE_AFTER || attribution->family == NW_CUE_SAY || piece->first != cue ||
        !nw_token_has(clauses, cue, OPENS) ||
        !(nw_readings_of(clauses->reading, cue - 1) & NW_CLASS(NW_PAST)))
        return;
    for (uint32_t i = cue + 2; i + 2 < piece->end; i++) {
        if (nw_token_has(clauses, i, VERBAL) || marks->within[i]) return;
        if (!nw_token_has(clauses, i, NW_IS_LINKER) || !is_second_verb(clauses, i + 1)) continue;
        piece->end = i;
        return;
    }
}

/* "hopes for [a deal] were dashed": the sentence's verb is no part of what a noun introduces. */
static void leave_main_verb(const nw_clauses *clauses, const nw_marks *marks,
                            const nw_attribution *attribution, nw_stretch *piece) {
    enum {
        CLAUSE =
            NW_IS_QUESTION | NW_IS_THAT | NW_IS_TO | NW_IS_COMMA | NW_IS_SUBJECT | NW_IS_DASH | NW_IS_COLON,
        BEFORE = NW_IS_LINKER | NW_IS_MANNER
    };
    if (attribution->pattern != NW_NOUN_CUE || piece->first != attribution->cue.end ||
        !nw_token_is_used(clauses->reading, piece->first - 1, NW_USE_CUE_PREPOSITION))
        return;
    for (uint32_t i = piece->first; i < piece->end; i++) {
        if (nw_token_has(clauses, i, CLAUSE) || marks->within[i]) return;
        if (i == piece->first || !nw_token_has(clauses, i, NW_IS_HELPER)) continue;
        bool finite =
            !(nw_readings_of(clauses->reading, i) & NW_CLASS(NW_GERUND)); /* "of the door being left" */
        if (finite && !nw_token_has(clauses, i - 1, BEFORE)) piece->end = i;
        return;
    }
}

/* Whether it is what people did, and not what they foresee or want: a time behind it is when they did it. */
static bool is_done(const nw_clauses *clauses, const nw_attribution *attribution) {
    unsigned family = attribution->family;
    if (attribution->pattern != NW_CLAUSE_AFTER || family == NW_CUE_FORECAST || family == NW_CUE_URGE ||
        family == NW_CUE_THINK || family == NW_CUE_WANT)
        return false;
    return nw_readings_of(clauses->reading, attribution->cue.end - 1) & NW_CLASS(NW_PAST);
}

/* "[late on Tuesday]": a word of a time, or one before such a word. */
static bool is_of_time(const nw_clauses *clauses, uint32_t token, bool before_time) {
    if (nw_token_has(clauses, token, NW_IS_WHEN)) return true;
    return before_time && (nw_token_is_used(clauses->reading, token, NW_USE_PART_OF_DAY) ||
                           nw_token_reads_any(clauses->reading, token, "on in"));
}

/* "defended [his plan] on Tuesday", "opposed [the cuts] last year": when it was done is no part of a noun phrase. */
static void leave_time(const nw_clauses *clauses, const nw_marks *marks, const nw_attribution *attribution,
                       nw_stretch *piece) {
    enum {
        CLAUSE = NW_IS_QUESTION | NW_IS_THAT | NW_IS_TO | NW_IS_COMMA | NW_IS_SUBJECT | NW_IS_DASH |
                 NW_IS_COLON | NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST | NW_IS_PARTICIPLE,
        DANGLING = NW_IS_PREPOSITION | NW_IS_DETERMINER | NW_IS_OWNER
    };
    uint32_t first = piece->first, end = piece->end;
    if (first != attribution->cue.end || !is_done(clauses, attribution)) return;
    while (end > first + 1 && is_of_time(clauses, end - 1, end < piece->end)) end--;
    if (end == piece->end) return;
    for (uint32_t i = first; i < end; i++)
        if (nw_token_has(clauses, i, CLAUSE) || marks->within[i]) return;
    if (end > first && !nw_token_has(clauses, end - 1, DANGLING) &&
        !nw_token_reads_any(clauses->reading, end - 1, "next new this"))
        piece->end = end;
}

void nw_settle_edges(const nw_clauses *clauses, const nw_marks *marks, nw_attribution *attribution,
                     nw_stretch *piece) {
    if (nw_is_empty(attribution->cue)) return;
    take_preposition(clauses, attribution, piece);
    leave_main_verb(clauses, marks, attribution, piece);
    leave_second_verb(clauses, marks, attribution, piece);
    leave_time(clauses, marks, attribution, piece);
}

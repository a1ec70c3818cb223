#include "quotes/clause_subjects.h"

#include "grammar/grammar.h"
#include "quotes/noun_phrases.h"
#include "quotes/sources.h"

/* "Acme cut [its profit] forecast and said": a noun phrase up to a noun that looks like a verb, behind another verb. */
static bool is_object(const nw_clauses *clauses, nw_stretch phrase, uint32_t floor) {
    return !nw_is_empty(phrase) && phrase.first > floor &&
           nw_token_has(clauses, phrase.first, NW_IS_OWNER | NW_IS_DETERMINER) &&
           nw_readings_of(clauses->reading, phrase.end) & NW_CLASS(NW_NOUN) &&
           nw_readings_of(clauses->reading, phrase.first - 1) & NW_CLASS(NW_PAST) &&
           !nw_token_in(clauses->reading, phrase.first - 1, NW_LIST_REPORTING_VERBS);
}

nw_stretch nw_clause_subject(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    nw_stretch none = {token, token};
    uint32_t limit = token - floor > 4 * NW_SOURCE_TOKENS ? token - 4 * NW_SOURCE_TOKENS : floor;
    for (uint32_t i = token; i-- > limit;) {
        uint32_t class = clauses->classes[i];
        if (class & (NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON)) break;
        bool verb = (class & NW_IS_HELPER) || nw_is_verb_here(clauses, i) || (class & NW_IS_PAST);
        if (!verb || i <= floor) continue;
        uint32_t before = i;
        while (before > limit &&
               nw_token_has(clauses, before - 1, NW_IS_MANNER | NW_IS_HELPER | NW_IS_NEGATION))
            before--;
        if (before == limit || !(nw_is_nounlike(clauses, before - 1) ||
                                 nw_token_has(clauses, before - 1, NW_IS_SUBJECT | NW_IS_CLOSING)))
            continue;
        nw_stretch subject = nw_source_before(clauses, before, floor);
        if (is_object(clauses, subject, floor)) continue;
        if (!nw_is_empty(subject) || !nw_token_has(clauses, i, NW_IS_FINITE)) return subject;
    }
    return none;
}

/* Where the main clause begins: after "On Friday, " and "While sales fell, ". */
static uint32_t main_clause(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    enum { OPENS_ASIDE = NW_IS_PREPOSITION | NW_IS_JUNCTION | NW_IS_PARTICIPLE | NW_IS_TO | NW_IS_QUESTION };
    if (!nw_token_has(clauses, floor, OPENS_ASIDE)) return floor;
    uint32_t limit = token - floor > NW_SOURCE_TOKENS ? floor + NW_SOURCE_TOKENS : token;
    for (uint32_t i = floor; i + 1 < limit; i++)
        if (nw_token_has(clauses, i, NW_IS_COMMA)) return i + 1;
    return floor;
}

nw_stretch nw_main_subject(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    nw_stretch none = {token, token};
    uint32_t start = main_clause(clauses, token, floor);
    uint32_t limit = token - start > 4 * NW_SOURCE_TOKENS ? start + 4 * NW_SOURCE_TOKENS : token;
    bool relative = false; /* inside "who …" */
    for (uint32_t i = start; i < limit; i++) {
        uint32_t class = clauses->classes[i];
        if (class & (NW_IS_STOP | NW_IS_MARK | NW_IS_COLON)) return none;
        if ((class & NW_IS_QUESTION) && i > start) relative = true;
        if ((class & NW_IS_COMMA) && i > start + 1) relative = false;
        bool verb = (class & NW_IS_HELPER) || nw_is_verb_here(clauses, i) || (class & NW_IS_PAST);
        if (!verb || relative || i == start || nw_is_reduced_relative(clauses, i, limit)) continue;
        uint32_t end = i;
        while (end > start && nw_token_has(clauses, end - 1, NW_IS_MANNER)) end--;
        nw_stretch subject = end > start ? nw_source_before(clauses, end, start) : none;
        if (subject.first > start && nw_token_has(clauses, subject.first - 1, NW_IS_JUNCTION) &&
            clauses->mentions[start] && !clauses->mentions[subject.end - 1])
            break; /* "Acme cut its forecast after [sales] fell, citing" */
        return subject;
    }
    if (nw_token_has(clauses, start, NW_IS_SUBJECT)) return (nw_stretch){start, start + 1};
    if (start >= token || !clauses->mentions[start])
        return none; /* a verb unknown to us: a name that opens the clause */
    for (uint32_t i = start; i < token; i++)
        if (clauses->mentions[i] != clauses->mentions[start]) return (nw_stretch){start, i};
    return none;
}

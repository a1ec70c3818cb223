#include "quotes/sources.h"

/* ---- to the left ---- */

/* Whether a verb's past form is one here and not part of a noun phrase ("the proposed deal"). */
static bool is_verb_here(const nw_clauses *clauses, uint32_t token) {
    if (!nw_token_has(clauses, token, NW_IS_FINITE)) return false;
    if (token == 0) return true;
    return !nw_token_has(clauses, token - 1, NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_PREPOSITION);
}

/* "(R-Ky.)": the opening bracket of a closing one, or the bracket itself. */
static uint32_t bracket_before(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    uint32_t limit = token - floor > 12 ? token - 12 : floor;
    for (uint32_t i = token; i-- > limit;)
        if (nw_token_has(clauses, i, NW_IS_OPENING)) return i;
    return token;
}

/* "aide to Obama", "close to the talks": the "to" of a noun, not of a verb. */
static bool is_to_of_noun(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_TO) && token > 0 && nw_is_nounlike(clauses, token - 1) &&
           nw_token_has(clauses, token + 1, NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_CAPITAL);
}

/* "the poll released on Friday", "people briefed by": a participle after its noun, not the clause's verb. */
static bool is_reduced_relative(const nw_clauses *clauses, uint32_t token, uint32_t last) {
    return token < last && token > 0 && nw_token_has(clauses, token + 1, NW_IS_PREPOSITION | NW_IS_WHEN) &&
           nw_is_nounlike(clauses, token - 1);
}

/* What the walk over a noun phrase to the left does at a token. */
enum step { STEP_TAKE, STEP_PASS, STEP_STOP };

static enum step step_left(const nw_clauses *clauses, uint32_t token, uint32_t last) {
    uint32_t class = clauses->classes[token];
    if (clauses->mentions[token]) return STEP_TAKE;
    if (token < last && nw_token_reads(clauses->reading, token + 1, "of") &&
        nw_token_is_used(clauses->reading, token, NW_USE_SOME_OF))
        return STEP_TAKE; /* "one of them" */
    if (class & (NW_IS_SUBJECT | NW_IS_ACCUSATIVE)) return token == last ? STEP_TAKE : STEP_STOP;
    if ((class & NW_IS_COMMA) && token > 0 && nw_token_has(clauses, token - 1, NW_IS_NUMBER) &&
        nw_token_has(clauses, token + 1, NW_IS_NUMBER))
        return STEP_PASS; /* "since Jan. 1, 2015" */
    if (class & NW_CLAUSE_EDGE) return STEP_STOP;
    if (class & NW_IS_TO) return is_to_of_noun(clauses, token) ? STEP_PASS : STEP_STOP;
    if (class & NW_IS_WHEN) {
        bool part =
            nw_token_has(clauses, token + 1, NW_IS_OWNER | NW_IS_NUMBER) ||
            (token > 0 && nw_token_has(clauses, token - 1, NW_IS_PREPOSITION | NW_IS_FINITE | NW_IS_PAST));
        return token == last || part ? STEP_TAKE : STEP_STOP;
    }
    if (is_verb_here(clauses, token))
        return is_reduced_relative(clauses, token, last) ? STEP_TAKE : STEP_STOP;
    if (class & (NW_IS_PREPOSITION | NW_IS_LINKER)) return token == last ? STEP_STOP : STEP_PASS;
    if (class & NW_IS_MANNER) return token == last ? STEP_STOP : STEP_PASS;
    return STEP_TAKE;
}

/* "In Ohio Clinton": a phrase with a preposition that opens the clause is no part of the name after it. */
static uint32_t cut_opening_phrase(const nw_clauses *clauses, uint32_t start, uint32_t last) {
    if (start == 0 || !nw_token_has(clauses, start - 1, NW_IS_PREPOSITION)) return start;
    for (uint32_t i = last; i > start; i--)
        if (clauses->mentions[i] && clauses->mentions[i] != clauses->mentions[i - 1] &&
            !nw_token_has(clauses, i - 1, NW_IS_OWNER | NW_IS_PREPOSITION | NW_IS_LINKER | NW_IS_DETERMINER))
            return i;
    return start;
}

/* "Lee on Tuesday", "Lee in an interview": when and where is no part of the name. Returns the phrase's end.
 */
static uint32_t cut_adjunct(const nw_clauses *clauses, uint32_t start, uint32_t end) {
    bool found = false;
    for (uint32_t i = end; i > start + 1 && i + 7 > end; i--) {
        uint32_t token = i - 1;
        const nw_entry *entry = nw_find_entry(clauses->reading->words[token], NW_LIST_SPEECH_WORDS);
        if (nw_token_has(clauses, token, NW_IS_WHEN) || (entry && nw_entry_column(entry, 1)[0] == 'm'))
            found = true;
        if (!nw_token_has(clauses, token, NW_IS_PREPOSITION)) continue;
        if (found && nw_token_means(clauses, token, NW_SENSE_ADJUNCT)) return token;
        if (!nw_token_means(clauses, token, NW_SENSE_ADJUNCT)) found = false;
    }
    bool date = end > start + 1 && nw_token_has(clauses, end - 1, NW_IS_WHEN) && !clauses->mentions[end - 1];
    if (date && nw_is_nounlike(clauses, end - 2)) end--; /* "Lee Friday" */
    return end;
}

/* "A banker who has worked with Lee said": where the noun phrase begins whose relative clause holds `token`,
** or NW_NO_TOKEN. */
static nw_stretch phrase_before(const nw_clauses *clauses, uint32_t end, uint32_t floor);

static uint32_t before_relative(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    uint32_t limit = token - floor > 8 ? token - 8 : floor;
    for (uint32_t i = token; i-- > limit;) {
        if (nw_token_has(clauses, i, NW_IS_COMMA | NW_IS_STOP | NW_IS_MARK | NW_IS_COLON | NW_IS_DASH))
            return NW_NO_TOKEN;
        if (!nw_token_has(clauses, i, NW_IS_QUESTION) || i == floor || !nw_is_nounlike(clauses, i - 1))
            continue;
        nw_stretch phrase = phrase_before(clauses, i, floor);
        return nw_is_empty(phrase) ? NW_NO_TOKEN : phrase.first;
    }
    return NW_NO_TOKEN;
}

/* "Lee last month", "Lee on Tuesday", "Lee on May 2": the end of what stands before the time. */
static uint32_t skip_time(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    uint32_t at = end;
    if (at > floor + 2 && nw_token_has(clauses, at - 1, NW_IS_NUMBER) &&
        nw_token_has(clauses, at - 2, NW_IS_WHEN))
        at--;
    while (at > floor + 1 && at + 4 > end && nw_token_has(clauses, at - 1, NW_IS_WHEN) &&
           !clauses->mentions[at - 1])
        at--;
    if (at < end && at > floor + 1 && nw_token_means(clauses, at - 1, NW_SENSE_NEAR | NW_SENSE_ADJUNCT)) at--;
    if (at == end || nw_token_has(clauses, at - 1, NW_IS_OWNER)) return end;
    return nw_is_nounlike(clauses, at - 1) || nw_token_has(clauses, at - 1, NW_IS_SUBJECT) ? at : end;
}

/* "did not [give full] details": what begins with a verb behind a helper or "to" is no noun phrase. */
static bool begins_with_verb(const nw_clauses *clauses, uint32_t start, uint32_t floor) {
    enum {
        NOUNS =
            NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_NUMBER | NW_IS_CAPITAL | NW_IS_SUBJECT | NW_IS_PREPOSITION
    };
    if (start <= floor || clauses->mentions[start] || nw_token_has(clauses, start, NOUNS)) return false;
    if (nw_token_has(clauses, start - 1, NW_IS_NEGATION)) return true;
    newswire_string before =
        nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[start - 1]);
    bool have = before.length > 2 && (before.bytes[0] == 'h' || before.bytes[0] == 'H'); /* has, have, had */
    return nw_token_has(clauses, start - 1, NW_IS_HELPER) && !have &&
           !nw_token_means(clauses, start - 1, NW_SENSE_BE);
}

static nw_stretch phrase_before(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    if (end > floor) end = skip_time(clauses, end, floor);
    uint32_t start = end, linked = end, stopped = NW_NO_TOKEN;
    uint32_t limit = end - floor > NW_SOURCE_TOKENS ? end - NW_SOURCE_TOKENS : floor;
    bool determined = false; /* a determiner was taken: only "of the", "and the" go on before it */
    for (uint32_t i = end; i > limit; i--) {
        uint32_t token = i - 1;
        if (nw_token_has(clauses, token, NW_IS_CLOSING) && token + 1 <= end) {
            uint32_t open = bracket_before(clauses, token, limit);
            if (open == token) break;
            i = open + 1;
            continue;
        }
        enum step step = step_left(clauses, token, end - 1);
        if (step == STEP_STOP) {
            stopped = token;
            break;
        }
        if (determined && step == STEP_TAKE) break;
        determined = false;
        if (step == STEP_TAKE) {
            start = token;
            determined = nw_token_has(clauses, token, NW_IS_DETERMINER) ||
                         (nw_token_has(clauses, token, NW_IS_OWNER) &&
                          clauses->reading->tokens.items[token].gap != NEWSWIRE_NO_GAP);
        } else if (nw_token_has(clauses, token, NW_IS_LINKER)) {
            linked = start;
        }
        if (step == STEP_PASS && token == limit) break;
    }
    /* "... and X said": both halves only where the first is a noun phrase up to the clause's edge */
    if (linked < end && start < linked && start > floor &&
        !nw_token_has(clauses, start - 1,
                      (NW_CLAUSE_EDGE & ~(uint32_t)(NW_IS_HELPER | NW_IS_NEGATION)) | NW_IS_PREPOSITION))
        start = linked;
    if (linked < end && linked > start + 8) start = linked;
    if (start == end || begins_with_verb(clauses, start, floor)) return (nw_stretch){end, end};
    if (nw_token_has(clauses, end - 1, NW_IS_SUBJECT) && linked == end) return (nw_stretch){end - 1, end};
    if (stopped != NW_NO_TOKEN && stopped > floor &&
        nw_token_has(clauses, stopped, NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST)) {
        uint32_t first = before_relative(clauses, stopped, floor);
        if (first != NW_NO_TOKEN) return (nw_stretch){first, end};
    }
    if (end == start + 1 && nw_token_has(clauses, start, NW_IS_PREPOSITION | NW_IS_OWNER))
        return (nw_stretch){end, end};
    if (end == start + 1 && nw_token_reads(clauses->reading, start, "a")) return (nw_stretch){end, end};
    end = cut_adjunct(clauses, start, end);
    start = cut_opening_phrase(clauses, start, end - 1);
    return (nw_stretch){start, end};
}

/* The comma that opens the apposition which the comma at `comma` closes, or NW_NO_TOKEN. */
static uint32_t apposition_before(const nw_clauses *clauses, uint32_t comma, uint32_t floor) {
    uint32_t limit = comma - floor > NW_SOURCE_TOKENS ? comma - NW_SOURCE_TOKENS : floor;
    for (uint32_t i = comma; i-- > limit;) {
        if (nw_token_has(clauses, i, NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON | NW_IS_MARK))
            return NW_NO_TOKEN;
        if (nw_token_has(clauses, i, NW_IS_COMMA)) return i;
    }
    return NW_NO_TOKEN;
}

/* "who", "which", "whose" after a noun. */
static bool is_relative(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_QUESTION) &&
           nw_token_is_used(clauses->reading, token, NW_USE_RELATIVE);
}

/* What may stand between commas after a name: "a minister", "who leads", "director of", "45". */
static bool begins_apposition(const nw_clauses *clauses, uint32_t token) {
    uint32_t class = clauses->classes[token];
    if (class & (NW_IS_DETERMINER | NW_IS_NUMBER | NW_IS_OWNER)) return true;
    if (nw_token_reads(clauses->reading, token, "one")) return true;
    if (class & NW_IS_QUESTION) return is_relative(clauses, token);
    return nw_is_nounlike(clauses, token) && !(class & NW_IS_PARTICIPLE);
}

/* Over the time before an apposition: "[then] a minister", "[until May] its chairman". */
static uint32_t skip_since_when(const nw_clauses *clauses, uint32_t token, uint32_t comma) {
    uint32_t at = token;
    while (at + 1 < comma && at < token + 3 && nw_token_has(clauses, at, NW_IS_WHEN | NW_IS_MANNER)) at++;
    return at;
}

/* "Acme, which is owned by Birch, a holding firm, said": the comma before "which" of the clause that holds a
** phrase, or NW_NO_TOKEN. */
static uint32_t comma_of_relative(const nw_clauses *clauses, uint32_t phrase, uint32_t floor) {
    enum { EDGE = NW_IS_COMMA | NW_IS_STOP | NW_IS_MARK | NW_IS_JUNCTION };
    uint32_t limit = phrase - floor > NW_SOURCE_TOKENS ? phrase - NW_SOURCE_TOKENS : floor;
    for (uint32_t i = phrase; i-- > limit + 1;) {
        if (nw_token_has(clauses, i, EDGE)) return NW_NO_TOKEN;
        if (is_relative(clauses, i) && nw_token_has(clauses, i - 1, NW_IS_COMMA)) return i - 1;
    }
    return NW_NO_TOKEN;
}

/* "a spokesman for the ministry, Ann Lee": it names who speaks by what he does, and no name stands before it. */
static bool is_speaking_part(const nw_clauses *clauses, nw_stretch phrase, uint32_t floor) {
    if (!nw_token_has(clauses, phrase.first, NW_IS_DETERMINER)) return false;
    if (phrase.first > floor + 1 && nw_token_has(clauses, phrase.first - 1, NW_IS_COMMA) &&
        (clauses->mentions[phrase.first - 2] ||
         nw_token_has(clauses, phrase.first - 2, NW_IS_CAPITAL | NW_IS_CLOSING)))
        return false;
    for (uint32_t i = phrase.first; i < phrase.end && !nw_token_has(clauses, i, NW_IS_PREPOSITION); i++) {
        uint32_t word = clauses->reading->words[i];
        const nw_entry *speaker = nw_find_entry(word, NW_LIST_SPEECH_WORDS),
                       *kind = nw_find_entry(word, NW_LIST_KINDS);
        if (speaker && nw_entry_column(speaker, 1)[0] != 'm') return true;
        if (kind && nw_entry_column(kind, 1)[0] == 'P') return true; /* PERSON */
    }
    return false;
}

nw_stretch nw_source_before(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    nw_stretch none = {end, end};
    if (end <= floor) return none;
    uint32_t time = end; /* "Lee, a minister, last month said" */
    while (time > floor + 1 && time + 4 > end && nw_token_has(clauses, time - 1, NW_IS_WHEN)) time--;
    if (time < end && nw_token_has(clauses, time - 1, NW_IS_COMMA)) end = time;
    if (!nw_token_has(clauses, end - 1, NW_IS_COMMA)) return phrase_before(clauses, end, floor);
    uint32_t comma = end - 1, stop = end - 1;
    bool aside = false; /* "Lee, in a statement, said": between commas, but no part of the source */
    for (int turn = 0; turn < 4; turn++) {
        uint32_t before = apposition_before(clauses, comma, floor);
        if (before == NW_NO_TOKEN || before + 1 >= comma) return none;
        uint32_t inside = skip_since_when(clauses, before + 1, comma);
        if (nw_token_has(clauses, inside,
                         NW_IS_PREPOSITION | NW_IS_PARTICIPLE | NW_IS_JUNCTION | NW_IS_PAST) ||
            (inside + 1 < comma && nw_token_reads(clauses->reading, inside + 1, "by"))) /* "led by" */
            aside = true;
        else if (!begins_apposition(clauses, inside))
            return none;
        nw_stretch phrase = phrase_before(clauses, before, floor);
        if (nw_is_empty(phrase)) return none;
        uint32_t relative = comma_of_relative(clauses, phrase.first, floor);
        if (relative != NW_NO_TOKEN) {
            before = relative;
            phrase = phrase_before(clauses, before, floor);
            if (nw_is_empty(phrase)) return none;
        }
        if (phrase.first > floor + 1 && nw_token_means(clauses, phrase.first - 1, NW_SENSE_ADJUNCT) &&
            nw_token_has(clauses, phrase.first - 2, NW_IS_COMMA)) {
            comma = before; /* "Lee, in Washington, D.C., said" */
            continue;
        }
        bool named = clauses->mentions[before - 1] != 0 ||
                     nw_token_has(clauses, before - 1, NW_IS_CAPITAL | NW_IS_CLOSING);
        bool at_edge = phrase.first == floor || !nw_token_has(clauses, phrase.first - 1, NW_IS_COMMA);
        if (at_edge || is_speaking_part(clauses, phrase, floor) ||
            (named && !nw_token_has(clauses, phrase.first, NW_IS_DETERMINER | NW_IS_NUMBER))) {
            if (aside) return phrase;
            return (nw_stretch){phrase.first, stop};
        }
        comma = before;
    }
    return none;
}

/* ---- to the right ---- */

static bool ends_phrase_right(const nw_clauses *clauses, uint32_t token, uint32_t first) {
    uint32_t class = clauses->classes[token];
    if (clauses->mentions[token]) return false;
    if (class & NW_IS_OPENING) return false;
    if (class & (NW_IS_SUBJECT | NW_IS_ACCUSATIVE)) return token != first;
    if (class & NW_IS_QUESTION) return !nw_token_reads(clauses->reading, token, "who");
    if (class & NW_IS_TO) return !is_to_of_noun(clauses, token);
    if (class & NW_IS_MANNER) return token != first;
    if ((class & NW_IS_PAST) && token > first && clauses->mentions[token - 1])
        return true; /* "Ann Lee boomed" */
    return (class & (NW_CLAUSE_EDGE | NW_IS_WHEN)) != 0 || is_verb_here(clauses, token);
}

/* "in Ohio", "on Tuesday", "during a speech" after a name say where and when, not who. */
static bool is_adjunct(const nw_clauses *clauses, uint32_t token) {
    return nw_token_means(clauses, token, NW_SENSE_ADJUNCT);
}

static uint32_t bracket_after(const nw_clauses *clauses, uint32_t token, uint32_t end) {
    uint32_t limit = end - token > 12 ? token + 12 : end;
    for (uint32_t i = token + 1; i < limit; i++)
        if (nw_token_has(clauses, i, NW_IS_CLOSING)) return i;
    return token;
}

static uint32_t phrase_end(const nw_clauses *clauses, uint32_t token, uint32_t end, bool adjuncts) {
    uint32_t limit = end - token > NW_SOURCE_TOKENS ? token + NW_SOURCE_TOKENS : end, at = token,
             last = token;
    bool relative = false;
    for (; at < limit; at++) {
        if (nw_token_has(clauses, at, NW_IS_OPENING)) {
            uint32_t close = bracket_after(clauses, at, limit);
            if (close == at) break;
            at = close;
            last = at + 1;
            continue;
        }
        if (nw_token_has(clauses, at, NW_IS_QUESTION) && at > token) relative = true;
        if (relative ? nw_token_has(clauses, at,
                                    NW_IS_COMMA | NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON | NW_IS_MARK |
                                        NW_IS_DASH)
                     : ends_phrase_right(clauses, at, token))
            break;
        if (!adjuncts && !relative && at > token && is_adjunct(clauses, at)) break;
        if (!nw_token_has(clauses, at,
                          NW_IS_LINKER | NW_IS_PREPOSITION | NW_IS_TO | NW_IS_DETERMINER | NW_IS_MANNER))
            last = at + 1;
        if (at == token && nw_token_has(clauses, at, NW_IS_SUBJECT | NW_IS_ACCUSATIVE)) return at + 1;
    }
    return last;
}

nw_stretch nw_source_after(const nw_clauses *clauses, uint32_t token, uint32_t end, bool initial) {
    nw_stretch source = {token, phrase_end(clauses, token, end, initial)};
    if (nw_is_empty(source)) return source;
    for (int turn = 0; turn < 4 && nw_token_has(clauses, source.end, NW_IS_COMMA) && source.end + 1 < end;
         turn++) {
        uint32_t next = source.end + 1;
        if (!begins_apposition(clauses, next) || nw_token_has(clauses, next, NW_IS_SUBJECT)) break;
        bool named = clauses->mentions[source.end - 1] != 0 ||
                     nw_token_has(clauses, source.end - 1, NW_IS_CAPITAL | NW_IS_NUMBER | NW_IS_CLOSING);
        if (!named && turn == 0 && !nw_token_has(clauses, next, NW_IS_QUESTION)) break;
        uint32_t stop = phrase_end(clauses, next, end, true);
        if (nw_token_has(clauses, next, NW_IS_QUESTION))
            for (stop = next;
                 stop < end && stop < next + NW_SOURCE_TOKENS &&
                 !nw_token_has(clauses, stop, NW_IS_COMMA | NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_MARK);)
                stop++;
        if (stop == next) break;
        if (initial && !nw_token_has(clauses, stop, NW_IS_COMMA)) break;
        source.end = stop;
    }
    return source;
}

/* ---- further left ---- */

nw_stretch nw_clause_subject(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    nw_stretch none = {token, token};
    uint32_t limit = token - floor > 4 * NW_SOURCE_TOKENS ? token - 4 * NW_SOURCE_TOKENS : floor;
    for (uint32_t i = token; i-- > limit;) {
        uint32_t class = clauses->classes[i];
        if (class & (NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON)) break;
        bool verb = (class & NW_IS_HELPER) || is_verb_here(clauses, i) || (class & NW_IS_PAST);
        if (!verb || i <= floor) continue;
        uint32_t before = i;
        while (before > limit &&
               nw_token_has(clauses, before - 1, NW_IS_MANNER | NW_IS_HELPER | NW_IS_NEGATION))
            before--;
        if (before == limit || !(nw_is_nounlike(clauses, before - 1) ||
                                 nw_token_has(clauses, before - 1, NW_IS_SUBJECT | NW_IS_CLOSING)))
            continue;
        nw_stretch subject = nw_source_before(clauses, before, floor);
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
        bool verb = (class & NW_IS_HELPER) || is_verb_here(clauses, i) || (class & NW_IS_PAST);
        if (!verb || relative || i == start || is_reduced_relative(clauses, i, limit)) continue;
        uint32_t end = i;
        while (end > start && nw_token_has(clauses, end - 1, NW_IS_MANNER)) end--;
        return end > start ? nw_source_before(clauses, end, start) : none;
    }
    if (nw_token_has(clauses, start, NW_IS_SUBJECT)) return (nw_stretch){start, start + 1};
    if (start >= token || !clauses->mentions[start])
        return none; /* a verb unknown to us: a name that opens the clause */
    for (uint32_t i = start; i < token; i++)
        if (clauses->mentions[i] != clauses->mentions[start]) return (nw_stretch){start, i};
    return none;
}

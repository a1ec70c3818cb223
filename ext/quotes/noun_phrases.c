#include "quotes/noun_phrases.h"

#include "grammar/grammar.h"

bool nw_is_verb_here(const nw_clauses *clauses, uint32_t token) {
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

bool nw_is_to_of_noun(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_TO) && token > 0 && nw_is_nounlike(clauses, token - 1) &&
           nw_token_has(clauses, token + 1, NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_CAPITAL);
}

bool nw_is_reduced_relative(const nw_clauses *clauses, uint32_t token, uint32_t last) {
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
    if (class & NW_IS_TO) return nw_is_to_of_noun(clauses, token) ? STEP_PASS : STEP_STOP;
    if (class & NW_IS_WHEN) {
        bool part =
            nw_token_has(clauses, token + 1, NW_IS_OWNER | NW_IS_NUMBER) ||
            (token > 0 && nw_token_has(clauses, token - 1, NW_IS_PREPOSITION | NW_IS_FINITE | NW_IS_PAST));
        return token == last || part ? STEP_TAKE : STEP_STOP;
    }
    if (nw_is_verb_here(clauses, token))
        return nw_is_reduced_relative(clauses, token, last) ? STEP_TAKE : STEP_STOP;
    if (class & (NW_IS_PREPOSITION | NW_IS_LINKER)) return token == last ? STEP_STOP : STEP_PASS;
    if (class & NW_IS_MANNER) return token == last ? STEP_STOP : STEP_PASS;
    return STEP_TAKE;
}

/* "At a conference [EC Commissioner] Lee": the words with capitals right before a name. */
static uint32_t with_title(const nw_clauses *clauses, uint32_t name, uint32_t start) {
    uint32_t at = name;
    while (at > start && nw_token_has(clauses, at - 1, NW_IS_CAPITAL)) at--;
    return at > start && !nw_token_has(clauses, at - 1, NW_IS_PREPOSITION) ? at : name;
}

/* "In Ohio Clinton": a phrase with a preposition that opens the clause is no part of the name after it. */
static uint32_t cut_opening_phrase(const nw_clauses *clauses, uint32_t start, uint32_t last) {
    if (start == 0 || !nw_token_has(clauses, start - 1, NW_IS_PREPOSITION)) return start;
    for (uint32_t i = last; i > start; i--)
        if (clauses->mentions[i] && clauses->mentions[i] != clauses->mentions[i - 1] &&
            !nw_token_has(clauses, i - 1, NW_IS_OWNER | NW_IS_PREPOSITION | NW_IS_LINKER | NW_IS_DETERMINER))
            return with_title(clauses, i, start);
    return start;
}

/* "Lee on Tuesday", "Lee in an interview": when and where is no part of the name. Returns the phrase's
** end. */
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
static uint32_t before_relative(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    uint32_t limit = token - floor > 8 ? token - 8 : floor;
    for (uint32_t i = token; i-- > limit;) {
        if (nw_token_has(clauses, i, NW_IS_COMMA | NW_IS_STOP | NW_IS_MARK | NW_IS_COLON | NW_IS_DASH))
            return NW_NO_TOKEN;
        if (!nw_token_has(clauses, i, NW_IS_QUESTION) || i == floor || !nw_is_nounlike(clauses, i - 1))
            continue;
        nw_stretch phrase = nw_phrase_before(clauses, i, floor);
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

/* "an aide who [worked in Ohio] said", "who talked to [Lee] said": whether the walk to the left ended within a relative clause:
** where it goes on, or NW_NO_TOKEN. */
static uint32_t end_of_relative(const nw_clauses *clauses, uint32_t start, uint32_t stopped) {
    const uint64_t verb = NW_CLASS(NW_PAST);
    if (nw_token_has(clauses, stopped, NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST)) return stopped;
    if (nw_token_has(clauses, stopped, NW_IS_TO) &&
        nw_token_has(clauses, stopped - 1, NW_IS_FINITE | NW_IS_PAST))
        return stopped - 1;
    bool relative = nw_token_has(clauses, stopped, NW_IS_QUESTION) && stopped + 1 == start;
    return relative && nw_readings_of(clauses->reading, start) & verb ? start : NW_NO_TOKEN;
}

/* "did not [give full] details": what begins with a verb behind a helper or "to" is no noun phrase. */
static bool begins_with_verb(const nw_clauses *clauses, uint32_t start, uint32_t floor) {
    enum {
        NOUNS =
            NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_NUMBER | NW_IS_CAPITAL | NW_IS_SUBJECT | NW_IS_PREPOSITION
    };
    if (start <= floor || clauses->mentions[start] || nw_token_has(clauses, start, NOUNS)) return false;
    uint32_t before = start - 1;
    if (nw_token_has(clauses, before, NW_IS_NEGATION)) return true;
    while (before > floor && nw_token_has(clauses, before, NW_IS_MANNER))
        before--; /* "has already [begun it]" */
    uint64_t readings = nw_readings_of(clauses->reading, start);
    if (nw_token_means(clauses, before, NW_SENSE_BE)) /* "were [aware of it]" */
        return readings & NW_CLASS(NW_ADJECTIVE) && !(readings & NW_CLASS(NW_NOUN));
    if (!nw_token_has(clauses, before, NW_IS_HELPER)) return false;
    if (!nw_token_is_used(clauses->reading, before, NW_USE_HAVE)) return true;
    return readings & NW_CLASS(NW_PARTICIPLE) && !(readings & NW_CLASS(NW_NOUN)); /* "has [come from Lee]" */
}

/* "a former top [five] player": a number behind its adjective. */
static bool is_counted(const nw_clauses *clauses, uint32_t token) {
    return token > 0 && nw_token_reads_any(clauses->reading, token - 1, "top last first next past") &&
           nw_readings_of(clauses->reading, token) & NW_CLASS(NW_NUMERAL);
}

/* How far the walk over a noun phrase to the left came. */
typedef struct left_walk {
    uint32_t start;   /* of the phrase; its end where there is none */
    uint32_t linked;  /* start of the half behind "and"; else the end */
    uint32_t stopped; /* the token that ends the walk, or NW_NO_TOKEN */
} left_walk;

static left_walk walk_left(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    left_walk walk = {end, end, NW_NO_TOKEN};
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
            walk.stopped = token;
            break;
        }
        if (determined && step == STEP_TAKE) break;
        determined = false;
        if (step == STEP_TAKE) {
            walk.start = token;
            determined = (nw_token_has(clauses, token, NW_IS_DETERMINER) && !is_counted(clauses, token)) ||
                         (nw_token_has(clauses, token, NW_IS_OWNER) &&
                          clauses->reading->tokens.items[token].gap != NEWSWIRE_NO_GAP);
        } else if (nw_token_has(clauses, token, NW_IS_LINKER)) {
            walk.linked = walk.start;
        }
        if (step == STEP_PASS && token == limit) break;
    }
    return walk;
}

static nw_stretch one_phrase_before(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    if (end > floor) end = skip_time(clauses, end, floor);
    left_walk walk = walk_left(clauses, end, floor);
    uint32_t start = walk.start, linked = walk.linked, stopped = walk.stopped;
    /* "... and X said": both halves only where the first is a noun phrase up to the clause's edge */
    if (linked < end && start < linked && start > floor &&
        !nw_token_has(clauses, start - 1,
                      (NW_CLAUSE_EDGE & ~(uint32_t)(NW_IS_HELPER | NW_IS_NEGATION)) | NW_IS_PREPOSITION))
        start = linked;
    if (linked < end && linked > start + 8) start = linked;
    if (start == end || begins_with_verb(clauses, start, floor)) return (nw_stretch){end, end};
    if (nw_token_has(clauses, end - 1, NW_IS_SUBJECT) && linked == end) return (nw_stretch){end - 1, end};
    uint32_t relative =
        stopped != NW_NO_TOKEN && stopped > floor ? end_of_relative(clauses, start, stopped) : NW_NO_TOKEN;
    if (relative != NW_NO_TOKEN) {
        uint32_t first = before_relative(clauses, relative, floor);
        if (first != NW_NO_TOKEN) return (nw_stretch){first, end};
    }
    if (end == start + 1 && nw_token_has(clauses, start, NW_IS_PREPOSITION | NW_IS_OWNER))
        return (nw_stretch){end, end};
    if (end == start + 1 && nw_token_reads(clauses->reading, start, "a")) return (nw_stretch){end, end};
    end = cut_adjunct(clauses, start, end);
    start = cut_opening_phrase(clauses, start, end - 1);
    return (nw_stretch){start, end};
}

/* "[groups such as] the Red Cross": where the phrase begins whose examples begin at `first`. */
static uint32_t before_examples(const nw_clauses *clauses, uint32_t first, uint32_t floor) {
    if (first < floor + 3 || !nw_token_reads(clauses->reading, first - 1, "as") ||
        !nw_token_reads(clauses->reading, first - 2, "such"))
        return first;
    nw_stretch whole = one_phrase_before(clauses, first - 2, floor);
    return nw_is_empty(whole) ? first : whole.first;
}

static uint8_t type_at(const nw_clauses *clauses, uint32_t token) {
    uint32_t mention = clauses->mentions[token];
    return mention ? clauses->names->mentions.items[mention - 1].type : UINT8_MAX;
}

static bool has_linker(const nw_clauses *clauses, nw_stretch phrase) {
    for (uint32_t i = phrase.first; i < phrase.end; i++)
        if (nw_token_has(clauses, i, NW_IS_LINKER)) return true;
    return false;
}

nw_stretch nw_phrase_before(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    enum { MOST_LISTED = 6, NOT_LISTED = NW_IS_PARTICIPLE | NW_IS_FINITE | NW_IS_PAST | NW_IS_PREPOSITION };
    nw_stretch phrase = one_phrase_before(clauses, end, floor);
    if (nw_is_empty(phrase)) return phrase;
    phrase.first = before_examples(clauses, phrase.first, floor);
    if (!has_linker(clauses, phrase)) return phrase;
    /* "spokesmen for GM, [Ford and Chrysler]" */
    for (int i = 0; i < MOST_LISTED && phrase.first > floor + 1; i++) {
        uint32_t comma = phrase.first - 1;
        uint8_t type = type_at(clauses, phrase.first);
        if (!nw_token_has(clauses, comma, NW_IS_COMMA) || type == UINT8_MAX ||
            type_at(clauses, comma - 1) != type)
            break;
        nw_stretch listed = one_phrase_before(clauses, comma, floor);
        if (nw_is_empty(listed) ||
            (listed.first > floor && nw_token_has(clauses, listed.first - 1, NOT_LISTED)))
            break;
        phrase.first = listed.first;
    }
    return phrase;
}

#include "quotes/edges.h"

#include "grammar/grammar.h"
#include "quotes/content.h"
#include "quotes/listeners.h"
#include "quotes/speakers.h"

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

/* "explained [to reporters] that it was late", "wrote [to Lee] about it": who was told is no part of what was said. */
static void leave_addressee(const nw_clauses *clauses, nw_attribution *attribution, nw_stretch *piece) {
    enum { BEGINS = NW_IS_THAT | NW_IS_QUESTION | NW_IS_SUBJECT | NW_IS_COLON };
    uint32_t to = attribution->cue.end;
    if (attribution->pattern != NW_CLAUSE_AFTER || attribution->family > NW_CUE_CONCEDE ||
        !nw_is_empty(attribution->addressee) || !nw_token_has(clauses, to, NW_IS_TO) || piece->first < to)
        return;
    uint32_t end = nw_skip_listener(clauses, to + 1, piece->end);
    if (end == to + 1 || end + 1 >= piece->end || !nw_may_be_told(clauses, end - 1)) return;
    if (!nw_token_has(clauses, end, BEGINS) && !nw_token_reads(clauses->reading, end, "about")) return;
    attribution->addressee = (nw_stretch){to + 1, end};
    if (piece->first < end) piece->first = end + nw_token_has(clauses, end, NW_IS_COLON);
}

static bool is_medium(const nw_clauses *clauses, uint32_t token) {
    const nw_entry *entry = nw_find_entry(clauses->reading->words[token], NW_LIST_SPEECH_WORDS);
    return entry && nw_entry_column(entry, 1)[0] == 'm';
}

/* "as Lee wrote [in an email,] sales are up": what it was said in, up to a comma, is no part of what was said. */
static void leave_medium(const nw_clauses *clauses, const nw_attribution *attribution, nw_stretch *piece) {
    enum {
        FAR = 12,
        SHORTEST = 3,
        ENDS =
            NW_IS_HELPER | NW_IS_FINITE | NW_IS_THAT | NW_IS_QUESTION | NW_IS_SUBJECT | NW_IS_MARK | NW_IS_TO,
        ADDS = NW_IS_PARTICIPLE | NW_IS_QUESTION | NW_IS_LINKER
    };
    if (attribution->pattern != NW_CLAUSE_AFTER || attribution->family > NW_CUE_ANNOUNCE ||
        piece->first != attribution->cue.end ||
        !nw_token_is_used(clauses->reading, piece->first, NW_USE_MEDIUM_PREPOSITION))
        return;
    uint32_t comma = piece->first + 1,
             limit = piece->end - piece->first > FAR ? piece->first + FAR : piece->end;
    bool found = false;
    for (; comma < limit && !nw_token_has(clauses, comma, NW_IS_COMMA); comma++) {
        if (nw_token_has(clauses, comma, ENDS)) return;
        found |= is_medium(clauses, comma);
    }
    if (found && comma + SHORTEST < piece->end && !nw_token_has(clauses, comma + 1, ADDS))
        piece->first = comma + 1;
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

/* Whether a token is the sentence's verb behind a noun: "endorsement of his team [came] with", "calls for calm [pushed] the". */
static bool is_main_verb(const nw_clauses *clauses, uint32_t token) {
    const uint64_t other = NW_CLASS(NW_PARTICIPLE) | NW_CLASS(NW_NOUN) | NW_CLASS(NW_ADJECTIVE);
    newswire_string word = nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[token]);
    if (!nw_is_nounlike(clauses, token - 1) || clauses->mentions[token] || word.length < 3 ||
        nw_token_has(clauses, token, NW_IS_CAPITAL))
        return false;
    uint64_t readings = nw_readings_of(clauses->reading, token);
    if (!(readings & NW_CLASS(NW_PAST)) || readings & other) return false;
    bool regular = memcmp(word.bytes + word.length - 2, "ed", 2) == 0; /* "the law [signed] by" */
    return !regular || nw_token_has(clauses, token + 1, NW_IS_DETERMINER | NW_IS_OWNER);
}

/* "hopes for [a deal] were dashed", "a promise [to build it] was broken": the sentence's verb is no part of what a noun
** introduces. */
static void leave_main_verb(const nw_clauses *clauses, const nw_marks *marks,
                            const nw_attribution *attribution, nw_stretch *piece) {
    enum {
        CLAUSE = NW_IS_QUESTION | NW_IS_THAT | NW_IS_COMMA | NW_IS_SUBJECT | NW_IS_DASH | NW_IS_COLON |
                 NW_IS_JUNCTION,
        BEFORE = NW_IS_LINKER | NW_IS_MANNER
    };
    bool to = nw_token_has(clauses, piece->first, NW_IS_TO);
    if (attribution->pattern != NW_NOUN_CUE || piece->first != attribution->cue.end ||
        (!to && !nw_token_is_used(clauses->reading, piece->first - 1, NW_USE_CUE_PREPOSITION)))
        return;
    if (piece->first + to >= piece->end) return;
    if (to && !(nw_readings_of(clauses->reading, piece->first + to) & NW_CLASS(NW_VERB))) return;
    for (uint32_t i = piece->first + to; i < piece->end; i++) {
        if (nw_token_has(clauses, i, CLAUSE) || marks->within[i]) return;
        if (nw_token_is_used(clauses->reading, i, NW_USE_RELATIVE)) return; /* "whose chances are" */
        if (nw_token_has(clauses, i, NW_IS_TO) && !to) return;
        uint64_t readings = nw_readings_of(clauses->reading, i);
        if (to && readings & NW_TAKES_CLAUSE) return; /* "to ensure workers are paid" */
        bool helper = nw_token_has(clauses, i, NW_IS_HELPER);
        if (i == piece->first + to || !(helper || (!to && is_main_verb(clauses, i)))) continue;
        bool finite = !(readings & NW_CLASS(NW_GERUND)); /* "of the door being left" */
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

/* "[late on Tuesday]", "[this week]", "[for years]": a word of a time, or one before such a word. */
static bool is_of_time(const nw_clauses *clauses, uint32_t token, bool before_time) {
    const nw_reading *reading = clauses->reading;
    if (nw_token_has(clauses, token, NW_IS_WHEN)) return true;
    if (nw_token_reads(reading, token, "for"))
        return before_time && nw_token_reads_any(reading, token + 1, "days weeks months years decades");
    if (nw_token_reads(reading, token - 1, "for"))
        return nw_token_reads_any(reading, token, "days weeks months years decades");
    if (!before_time) return false;
    return nw_token_is_used(reading, token, NW_USE_PART_OF_DAY) ||
           nw_token_reads_any(reading, token, "on in since this");
}

/* The end of what stands before the time at the end of a stretch. */
static uint32_t before_time(const nw_clauses *clauses, nw_stretch piece) {
    uint32_t end = piece.end;
    while (end > piece.first + 1 && is_of_time(clauses, end - 1, end < piece.end)) end--;
    return end == piece.end || nw_token_reads_any(clauses->reading, end - 1, "next new") ? piece.end : end;
}

/* "[at a rally] in Ohio": the end of what stands before where it was said, at the end of a stretch. */
static uint32_t before_medium(const nw_clauses *clauses, nw_stretch piece) {
    enum { FAR = 10 };
    bool found = false;
    for (uint32_t i = piece.end; i-- > piece.first + 1 && i + FAR > piece.end;) {
        if (is_medium(clauses, i) && nw_token_has(clauses, i - 1, NW_IS_TO))
            return piece.end; /* "to address it" */
        found |= is_medium(clauses, i);
        if (!nw_token_has(clauses, i, NW_IS_PREPOSITION)) continue;
        if (!nw_token_means(clauses, i, NW_SENSE_ADJUNCT) ||
            !nw_token_is_used(clauses->reading, i, NW_USE_MEDIUM_PREPOSITION))
            return piece.end;
        if (found) return is_medium(clauses, i - 1) ? piece.end : i; /* "his remarks at a rally" */
        if (!clauses->mentions[i + 1]) return piece.end;
    }
    return piece.end;
}

/* Whether a stretch is a noun phrase, for all we see. */
static bool is_noun_phrase(const nw_clauses *clauses, const nw_marks *marks, nw_stretch piece) {
    enum {
        CLAUSE = NW_IS_QUESTION | NW_IS_THAT | NW_IS_TO | NW_IS_COMMA | NW_IS_SUBJECT | NW_IS_DASH |
                 NW_IS_COLON | NW_IS_HELPER | NW_IS_FINITE,
        VERBAL = NW_IS_PAST | NW_IS_PARTICIPLE,
        OPENS = NW_IS_DETERMINER | NW_IS_OWNER,
        DANGLING = NW_IS_PREPOSITION | NW_IS_JUNCTION | NW_IS_LINKER | OPENS
    };
    if (nw_is_empty(piece) || nw_token_has(clauses, piece.end - 1, DANGLING)) return false;
    for (uint32_t i = piece.first; i < piece.end; i++) {
        if (nw_token_has(clauses, i, CLAUSE) || marks->within[i]) return false;
        bool adjective = i > piece.first && nw_token_has(clauses, i - 1, OPENS); /* "the listing rules" */
        if (nw_token_has(clauses, i, VERBAL) && !adjective) return false;
    }
    return true;
}

/* "called it ["a joke"] on Tuesday": whether a stretch ends with a closing mark, behind a verb that judges. */
static bool ends_marked(const nw_marks *marks, const nw_attribution *attribution, nw_stretch piece) {
    uint32_t within = piece.end > piece.first ? marks->within[piece.end - 1] : 0;
    return within && attribution->family == NW_CUE_JUDGE &&
           marks->stretches.items[within - 1].close == piece.end - 1;
}

/* "defended [his plan] on Tuesday", "opposed [the cuts] last year", "mocked [the press] at a rally in Ohio": when and where
** it was done is no part of a noun phrase. */
static void leave_adjuncts(const nw_clauses *clauses, const nw_marks *marks,
                           const nw_attribution *attribution, nw_stretch *piece) {
    nw_stretch left = *piece;
    if (piece->first != attribution->cue.end || !is_done(clauses, attribution)) return;
    for (uint32_t end = 0; end != left.end;) {
        end = left.end;
        left.end = before_time(clauses, left);
        left.end = before_medium(clauses, left);
    }
    if (left.end < piece->end &&
        (ends_marked(marks, attribution, left) || is_noun_phrase(clauses, marks, left)))
        piece->end = left.end;
}

/* "While Lee said [he would run,] Roth stayed at home": where the main clause begins behind a clause that a conjunction opens, or
** the end. */
static uint32_t main_clause(const nw_clauses *clauses, const nw_marks *marks, nw_stretch piece) {
    enum {
        VERB = NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST,
        BEGINS = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_SUBJECT
    };
    bool verb = false;
    uint32_t comma = piece.end;
    if (nw_token_has(clauses, piece.first, NW_IS_JUNCTION) ||
        nw_token_has(clauses, piece.first + 1, NW_IS_JUNCTION))
        return piece.end; /* "even if it was late, he would go" */
    for (uint32_t i = piece.first; i < piece.end; i++) {
        if (marks->within[i]) return piece.end;
        if (nw_token_has(clauses, i, VERB)) {
            if (comma < piece.end) return comma;
            verb = true;
        }
        if (!nw_token_has(clauses, i, NW_IS_COMMA)) continue;
        if (comma < piece.end) return piece.end;
        if (verb && (nw_token_has(clauses, i + 1, BEGINS) || clauses->mentions[i + 1])) comma = i;
    }
    return piece.end;
}

static void leave_main_clause(const nw_clauses *clauses, const nw_marks *marks,
                              const nw_attribution *attribution, nw_stretch *piece) {
    if (attribution->pattern != NW_CLAUSE_AFTER || nw_is_empty(attribution->source) ||
        attribution->source.first == 0 || attribution->source.first > attribution->cue.first)
        return;
    uint32_t opens = attribution->source.first - 1, first = nw_sentence_of(clauses, opens).first;
    if (!nw_token_has(clauses, opens, NW_IS_JUNCTION) || piece->first < attribution->cue.end) return;
    if (opens == first || (opens == first + 1 && nw_token_has(clauses, first, NW_IS_BUT | NW_IS_LINKER)))
        piece->end = main_clause(clauses, marks, *piece);
}

/* "called her [a "liar,"] drawing boos": what came of it, behind a comma within the marks, is no part of what was said. */
static void leave_effect(const nw_clauses *clauses, const nw_marks *marks, nw_stretch *piece) {
    if (!marks->stretches.count) return;
    for (uint32_t i = piece->first; i < piece->end; i++) {
        if (!marks->within[i]) continue;
        const nw_marked *marked = &marks->stretches.items[marks->within[i] - 1];
        i = marked->end;
        if (marked->close == NW_NO_TOKEN || i + 2 >= piece->end) return;
        if (!nw_token_has(clauses, i - 1, NW_IS_COMMA) || !nw_begins_effect(clauses, i + 1)) continue;
        piece->end = i + 1;
        return;
    }
}

/* "attacked [her taste] and, in May, her dress": a content does not end with "and". */
static void leave_linker(const nw_clauses *clauses, const nw_marks *marks, const nw_attribution *attribution,
                         nw_stretch *piece) {
    uint32_t last = piece->end - 1;
    if (attribution->pattern < NW_CLAUSE_AFTER || attribution->pieces != 1 || last < piece->first + 1) return;
    if (!nw_token_has(clauses, last, NW_IS_LINKER | NW_IS_BUT) || marks->within[last] ||
        nw_token_reads(clauses->reading, last, "yet"))
        return;
    piece->end = nw_token_has(clauses, last - 1, NW_IS_COMMA | NW_IS_DASH) && last > piece->first + 1
                     ? last - 1
                     : last;
}

void nw_settle_edges(const nw_clauses *clauses, const nw_marks *marks, nw_attribution *attribution,
                     nw_stretch *piece) {
    if (nw_is_empty(attribution->cue)) return;
    leave_addressee(clauses, attribution, piece);
    leave_medium(clauses, attribution, piece);
    take_preposition(clauses, attribution, piece);
    leave_main_verb(clauses, marks, attribution, piece);
    leave_second_verb(clauses, marks, attribution, piece);
    leave_adjuncts(clauses, marks, attribution, piece);
    leave_main_clause(clauses, marks, attribution, piece);
    leave_effect(clauses, marks, piece);
    leave_linker(clauses, marks, attribution, piece);
}

#include "quotes/cues.h"

#include "grammar/grammar.h"
#include "quotes/listeners.h"

/* Families as the list writes them, by nw_cue_family. */
static const char *const family_names[] = {"say",  "announce", "claim", "concede", "forecast",
                                           "urge", "judge",    "cite",  "think",   "want",
                                           "show", "seem",     "act"};

static uint8_t family_of(const char *name) {
    for (size_t i = 0; i < sizeof family_names / sizeof *family_names; i++)
        if (name[0] == family_names[i][0] && name[1] == family_names[i][1]) return (uint8_t)i;
    return NW_CUE_SAY;
}

/* "many said it was late", "most blamed the weather"; not "many reported cases are old", "two claims that". */
static bool is_said_by_many(const nw_clauses *clauses, const nw_cue *cue) {
    enum {
        OBJECT =
            NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_ACCUSATIVE | NW_IS_SUBJECT | NW_IS_NUMBER | NW_IS_CAPITAL
    };
    if (cue->kind == 's' || !nw_token_is_used(clauses->reading, cue->first - 1, NW_USE_STANDING_ALONE))
        return false;
    if (nw_token_reads(clauses->reading, cue->verb, "told") && nw_token_has(clauses, cue->end, NW_IS_COMMA))
        return false; /* "all told, five came" */
    if (cue->follow == NW_FOLLOW_OTHER || (cue->follow == NW_FOLLOW_CLAUSE && cue->family != NW_CUE_SAY))
        return nw_token_has(clauses, cue->content, OBJECT);
    return cue->kind == 'd' || cue->follow == NW_FOLLOW_THAT || cue->follow == NW_FOLLOW_CLAUSE;
}

/* Whether the words before make the word a noun: "the report", "her claim", "in support". */
static bool is_noun_place(const nw_clauses *clauses, const nw_cue *cue) {
    enum { BEFORE_NOUN = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_PREPOSITION };
    if (cue->first == 0 || clauses->mentions[cue->first - 1]) return false;
    return nw_token_has(clauses, cue->first - 1, BEFORE_NOUN) && !is_said_by_many(clauses, cue);
}

/* Whether a verb group has no auxiliary and no "to": only adverbs, as in "a brilliantly written song". */
static bool is_bare(const nw_clauses *clauses, const nw_cue *cue) {
    for (uint32_t i = cue->first; i < cue->verb; i++)
        if (!nw_token_has(clauses, i, NW_IS_MANNER)) return false;
    return true;
}

/* "said earlier [this week] that", but not "said this week would be hard". */
static bool is_this_week(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_DETERMINER) && nw_token_means(clauses, token, NW_SENSE_NEAR) &&
           nw_token_has(clauses, token + 1, NW_IS_WHEN) &&
           !nw_token_has(clauses, token + 2, NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST | NW_IS_OWNER);
}

/* "Tuesday", "on Tuesday". */
static bool is_day(const nw_clauses *clauses, uint32_t token) {
    return nw_token_has(clauses, token, NW_IS_WHEN) ||
           (nw_token_means(clauses, token, NW_SENSE_ADJUNCT) && nw_token_has(clauses, token + 1, NW_IS_WHEN));
}

static uint32_t skip_adverbs(const nw_clauses *clauses, uint32_t token, uint32_t end) {
    uint32_t at = token;
    while (at < end && at < token + 8) {
        bool date = is_day(clauses, at) && !nw_token_has(clauses, at, NW_IS_WHEN);
        date |= is_this_week(clauses, at);
        if (nw_token_is_used(clauses->reading, at, NW_USE_PART_OF_DAY) && is_day(clauses, at + 1)) {
            at++; /* "late on Tuesday" */
            continue;
        }
        if (!date && !nw_token_has(clauses, at, NW_IS_WHEN | NW_IS_MANNER)) break;
        at += date ? 2 : 1; /* "on Tuesday" */
        if (at < end && nw_token_has(clauses, at, NW_IS_NUMBER) && nw_token_has(clauses, at - 1, NW_IS_WHEN))
            at++;
    }
    return at < end ? at : end;
}

/* Whether a finite verb comes within the next words: what follows the cue is a clause. */
static bool clause_follows(const nw_clauses *clauses, uint32_t token, uint32_t end) {
    uint32_t limit = end - token > 9 ? token + 9 : end;
    for (uint32_t i = token; i < limit; i++) {
        uint32_t class = clauses->classes[i];
        if (class & (NW_IS_THAT | NW_IS_TO | NW_IS_QUESTION)) return false;
        if (class & (NW_IS_HELPER | NW_IS_FINITE)) return i > token;
        if (class & (NW_IS_COMMA | NW_IS_STOP | NW_IS_COLON | NW_IS_SEMICOLON | NW_IS_MARK)) return false;
    }
    return false;
}

/* "fell to 42", "responded to the letter": no infinitive. */
static bool is_preposition_to(const nw_clauses *clauses, uint32_t to) {
    enum { NOUN_AHEAD = NW_IS_DETERMINER | NW_IS_NUMBER | NW_IS_OWNER | NW_IS_ACCUSATIVE };
    return nw_token_has(clauses, to + 1, NOUN_AHEAD) ||
           (to + 1 < clauses->count && clauses->mentions[to + 1]);
}

static nw_follow follow_of(const nw_clauses *clauses, uint32_t token, uint32_t end) {
    if (token >= end) return NW_FOLLOW_END;
    uint32_t class = clauses->classes[token];
    if (class & (NW_IS_MARK | NW_IS_COLON)) return NW_FOLLOW_MARK;
    if ((class & NW_IS_COMMA) && token + 1 < end && nw_token_has(clauses, token + 1, NW_IS_MARK))
        return NW_FOLLOW_MARK;
    if (class & NW_IS_THAT) return NW_FOLLOW_THAT;
    if (class & NW_IS_TO) return is_preposition_to(clauses, token) ? NW_FOLLOW_PREPOSITION : NW_FOLLOW_TO;
    if (class & NW_IS_QUESTION) return NW_FOLLOW_QUESTION;
    if (class & NW_IS_PREPOSITION) return NW_FOLLOW_PREPOSITION;
    if (class & (NW_IS_COMMA | NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_DASH | NW_IS_OPENING | NW_IS_CLOSING))
        return NW_FOLLOW_END;
    if ((class & NW_IS_SUBJECT) || clause_follows(clauses, token, end)) return NW_FOLLOW_CLAUSE;
    return NW_FOLLOW_OTHER;
}

/* "may", "not": with these, nothing has been said. */
static bool is_unsaid(const nw_clauses *clauses, uint32_t token) {
    if (nw_token_has(clauses, token, NW_IS_NEGATION)) return true;
    return nw_token_has(clauses, token, NW_IS_HELPER) &&
           nw_token_is_used(clauses->reading, token, NW_USE_UNSAID_MODAL);
}

/* The mark after a plural owner: "analysts'". */
static bool is_apostrophe(const nw_clauses *clauses, uint32_t token) {
    return token > 0 && nw_token_has(clauses, token, NW_IS_MARK | NW_IS_OWNER) &&
           nw_is_nounlike(clauses, token - 1) &&
           clauses->reading->tokens.items[token].gap == NEWSWIRE_NO_GAP &&
           (nw_token_reads(clauses->reading, token, "'") ||
            nw_token_reads(clauses->reading, token, "\xe2\x80\x99"));
}

/* "resolve claims": a bare word in small letters is no subject of a verb in -s that may also be a noun. */
static bool is_bare_subject(const nw_clauses *clauses, uint32_t token) {
    enum { BEFORE_NOUN = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_NUMBER | NW_IS_PREPOSITION };
    if (clauses->mentions[token] || nw_token_has(clauses, token, NW_IS_CAPITAL)) return false;
    return nw_is_nounlike(clauses, token) && token > 0 && !nw_token_has(clauses, token - 1, BEFORE_NOUN) &&
           !nw_is_nounlike(clauses, token - 1);
}

/* "slashed [its profit forecast] by 42 percent": the object of a verb that reports nothing, and not the verb itself. */
static bool is_object(const nw_clauses *clauses, const nw_cue *cue) {
    enum { MOST_WORDS = 6, OPENS = NW_IS_DETERMINER | NW_IS_OWNER, NO_WORD = NW_IS_COMMA | NW_IS_STOP };
    uint32_t at = cue->verb;
    if (cue->end >= clauses->count ||
        !nw_token_has(clauses, cue->end, NW_IS_PREPOSITION | NW_IS_TO | NW_IS_LINKER | NO_WORD))
        return false;
    while (at > 1 && cue->verb - at < MOST_WORDS && !nw_token_has(clauses, at, OPENS)) {
        if (nw_token_has(clauses, at, NO_WORD | NW_IS_HELPER)) return false;
        at--;
    }
    if (!nw_token_has(clauses, at, OPENS) || cue->verb == at) return false;
    bool verb = nw_token_has(clauses, at - 1, NW_IS_PAST | NW_IS_FINITE) ||
                nw_readings_of(clauses->reading, at - 1) & NW_CLASS(NW_PAST); /* "cut" */
    return verb && !nw_token_in(clauses->reading, at - 1, NW_LIST_REPORTING_VERBS);
}

/* Whether a plural noun stands before a token. */
static bool is_after_plural(const nw_clauses *clauses, uint32_t token) {
    newswire_string word =
        nw_token_string(&clauses->reading->text, &clauses->reading->tokens.items[token - 1]);
    return nw_is_nounlike(clauses, token - 1) &&
           (word.bytes[word.length - 1] == 's' ||
            nw_token_is_used(clauses->reading, token - 1, NW_USE_PLURAL_SPEAKER));
}

/* "aides to Lee [say]", "critics like Roth [say]": a phrase behind a plural ends here, and something is said, as not in "cups in
** the sprint [relay] squad". */
static bool is_behind_plural(const nw_clauses *clauses, const nw_cue *cue, uint32_t floor) {
    enum {
        FAR = 7,
        OPENS = NW_IS_PREPOSITION | NW_IS_TO | NW_IS_JUNCTION,
        NEVER = NW_IS_NUMBER | (NW_CLAUSE_EDGE & ~(uint32_t)NW_IS_JUNCTION),
        OBJECT = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_CAPITAL
    };
    uint32_t limit = cue->first - floor > FAR ? cue->first - FAR : floor;
    bool object = nw_token_has(clauses, cue->content, OBJECT) || is_after_plural(clauses, cue->content + 1);
    if (cue->follow == NW_FOLLOW_OTHER && !object) return false;
    for (uint32_t i = cue->first; i-- > limit + 1;) {
        if (nw_token_has(clauses, i, NEVER)) return false;
        if (!nw_token_has(clauses, i, OPENS) || nw_token_reads(clauses->reading, i - 1, "such")) continue;
        if (nw_is_nounlike(clauses, i - 1)) return is_after_plural(clauses, i);
    }
    return false;
}

/* Whether a form that is also a noun is the verb here, by what stands before: "analysts note", but not "loan
** note", "as calls". */
static bool may_be_verb(const nw_clauses *clauses, const nw_cue *cue, uint32_t floor, bool noun_too) {
    enum { NO_SUBJECT = NW_IS_PREPOSITION | NW_IS_JUNCTION | NW_IS_DETERMINER | NW_IS_PARTICIPLE };
    if (cue->first != cue->verb) return true;
    if (noun_too && cue->end < clauses->count && nw_token_reads(clauses->reading, cue->end, "of"))
        return false; /* "the average forecast of" */
    if (noun_too && cue->kind != 's' && is_object(clauses, cue)) return false;
    if (cue->kind != 'b' && cue->kind != 's') return true;
    if (cue->first == floor) return !noun_too || cue->kind == 'b'; /* "Orders fell" */
    uint32_t before = cue->first - 1;
    if (is_apostrophe(clauses, before)) return false; /* "analysts' estimates" */
    bool named = clauses->mentions[before] != 0;
    if (nw_token_has(clauses, before, NW_IS_NUMBER)) return cue->kind == 'b'; /* "12 points" */
    if (nw_token_is_used(clauses->reading, before, NW_USE_OF_POINTS)) return false;
    if (noun_too && !named && clauses->reading->tokens.items[before].traits & NEWSWIRE_HAS_HYPHEN)
        return false; /* "10-year notes" */
    if (named && cue->kind == 's') return true;
    if (!named && nw_token_has(clauses, before, NO_SUBJECT)) return is_said_by_many(clauses, cue);
    if (cue->kind == 's') return !noun_too || !is_bare_subject(clauses, before);
    if (!nw_is_nounlike(clauses, before)) return true;
    if (nw_token_is_used(clauses->reading, before, NW_USE_PLURAL_SPEAKER)) return true;
    if (nw_token_has(clauses, before - 1, NW_IS_LINKER)) return true; /* "Lee and Roth say" */
    return is_after_plural(clauses, cue->first) || nw_token_has(clauses, before, NW_IS_NUMBER) ||
           (!noun_too && is_behind_plural(clauses, cue, floor));
}

/* "they [all] agreed", "have [both] said". */
static bool is_floating(const nw_clauses *clauses, uint32_t token, uint32_t floor) {
    return token > floor && nw_token_is_used(clauses->reading, token, NW_USE_FLOATING) &&
           (nw_token_has(clauses, token - 1, NW_IS_SUBJECT | NW_IS_HELPER) ||
            nw_is_nounlike(clauses, token - 1));
}

/* Takes in the auxiliaries and adverbs before the verb. */
static void extend_left(const nw_clauses *clauses, nw_cue *cue, uint32_t floor) {
    uint32_t at = cue->verb, limit = at - floor > 6 ? at - 6 : floor;
    bool helper = false;
    while (at > limit) {
        uint32_t class = clauses->classes[at - 1];
        if (clauses->mentions[at - 1]) break;
        if ((class & (NW_IS_HELPER | NW_IS_NEGATION)) || nw_is_contracted_is(clauses, at - 1))
            helper = true;
        else if ((class & NW_IS_TO) && !helper)
            cue->infinitive = true;
        else if (!(class & NW_IS_MANNER) && !is_floating(clauses, at - 1, floor))
            break;
        at--;
    }
    /* an adverb that begins the sentence is no part: "Earlier, ..." ends above; "Still said" does not
    ** occur */
    cue->first = at;
    for (uint32_t i = at; i < cue->verb && helper; i++) cue->unsaid |= is_unsaid(clauses, i);
    if (helper && cue->kind == 'g') cue->kind = 'b'; /* "is urging" */
    if (!helper || cue->kind == 'b' || cue->kind == 's') return;
    for (uint32_t i = at; i < cue->verb; i++) cue->passive |= nw_token_means(clauses, i, NW_SENSE_BE);
}

/* "[he's] said it was late": "has", where what is said follows; "he's said to be" is another's word. */
static bool is_has(const nw_clauses *clauses, const nw_cue *cue) {
    bool told = !nw_is_empty(cue->addressee);
    if (cue->family > NW_CUE_CONCEDE || cue->first == 0 || !nw_is_contracted_is(clauses, cue->first) ||
        !nw_token_is_used(clauses->reading, cue->first - 1, NW_USE_HE_OR_SHE))
        return false;
    return told || cue->follow <= NW_FOLLOW_THAT || cue->follow == NW_FOLLOW_CLAUSE ||
           cue->follow == NW_FOLLOW_QUESTION || cue->follow == NW_FOLLOW_OTHER;
}

static void read_cue(const nw_clauses *clauses, nw_cue *cue, const nw_entry *entry, nw_stretch sentence) {
    const char *kind = nw_entry_column(entry, 3);
    cue->family = family_of(nw_entry_column(entry, 2));
    cue->kind = kind[0];
    extend_left(clauses, cue, sentence.first);
    uint32_t after = cue->end;
    if (kind[1] == 'l') { /* "told reporters that" */
        uint32_t listener = nw_skip_listener(clauses, after, sentence.end);
        cue->addressee = (nw_stretch){after, listener};
        after = listener;
    }
    if (after == cue->end) after = nw_end_of_asking(clauses, cue, sentence.end);
    after = skip_adverbs(clauses, after, sentence.end);
    cue->content = after;
    cue->follow = (uint8_t)follow_of(clauses, after, sentence.end);
    if (cue->passive && is_has(clauses, cue)) cue->passive = false;
    if (cue->follow == NW_FOLLOW_TO && strcmp(nw_entry_column(entry, 1), "ask") == 0)
        cue->family = NW_CUE_WANT; /* "asked Lee to find out": a wish, not what was said */
    unsigned column = cue->follow;
    bool verb = cue->kind == 'b' || cue->kind == 's' || cue->kind == 'd' || cue->kind == 'n';
    if (verb && ((is_bare(clauses, cue) && is_noun_place(clauses, cue)) ||
                 !may_be_verb(clauses, cue, sentence.first, strchr(kind, 'n') > kind))) {
        cue->kind = 'u';
        column =
            column == NW_FOLLOW_THAT || column == NW_FOLLOW_TO ? NW_FOLLOW_AS_NOUN_THAT : NW_FOLLOW_AS_NOUN;
    }
    const char *chances = nw_entry_column(entry, 4);
    cue->chance = (uint8_t)(chances[column] - '0');
    cue->end_chance = (uint8_t)(chances[NW_FOLLOW_END] - '0');
    if (cue->follow == NW_FOLLOW_OTHER && nw_token_has(clauses, after, NW_IS_NUMBER))
        cue->chance /= 2; /* "added 2 percent" */
}

/* "[2] percent", "[between] 2 and 3 percent", "[as much as] 61 cents" */
static bool is_sized(const nw_clauses *clauses, uint32_t token) {
    enum { FAR = 4 }; /* tokens, to the first number, and from there to the unit */
    uint32_t at = token, limit = clauses->count - token > FAR ? token + FAR : clauses->count;
    while (at < limit && nw_token_reads_any(clauses->reading, at, "between as much up to about another"))
        at++;
    if (at == limit || !nw_token_has(clauses, at, NW_IS_NUMBER)) return false;
    limit = clauses->count - at > FAR ? at + FAR : clauses->count;
    for (uint32_t i = at + 1; i < limit; i++) {
        if (nw_readings_of(clauses->reading, i) & NW_CLASS(NW_UNIT)) return true;
        if (!nw_token_has(clauses, i, NW_IS_NUMBER) && !nw_token_reads_any(clauses->reading, i, "and to"))
            break;
    }
    return false;
}

/* "hitting [2.30] marks", "hit a two-year [low]". */
static bool hits_level(const nw_clauses *clauses, uint32_t verb, uint32_t end) {
    enum { FAR = 6 };
    if (!nw_token_reads_any(clauses->reading, verb, "hit hits hitting")) return false;
    if (nw_token_has(clauses, end, NW_IS_NUMBER)) return true;
    for (uint32_t i = end; i < clauses->count && i < end + FAR; i++) {
        if (nw_token_is_used(clauses->reading, i, NW_USE_MARKET_LEVEL)) return true;
        if (nw_token_has(clauses, i, NW_CLAUSE_EDGE)) return false;
    }
    return false;
}

/* "a group [called] Free Norwick": the name of a thing that has not been mentioned before, but not "a lawyer called Lee mad". */
static bool is_naming(const nw_clauses *clauses, const nw_cue *cue) {
    enum { FAR = 6, NAME = NW_IS_CAPITAL | NW_IS_MARK };
    uint32_t at = cue->verb, limit = at > FAR ? at - FAR : 0;
    bool named =
        nw_token_has(clauses, cue->end, NAME) ||
        (nw_token_reads(clauses->reading, cue->end, "the") && nw_token_has(clauses, cue->end + 1, NAME));
    if (!named || cue->first != at || at == 0 || !nw_token_reads(clauses->reading, at, "called"))
        return false;
    const nw_entry *kind = nw_find_entry(clauses->reading->words[at - 1], NW_LIST_KINDS);
    if (nw_token_in(clauses->reading, at - 1, NW_LIST_SPEECH_WORDS) ||
        (kind && nw_entry_column(kind, 1)[0] == 'P')) /* PERSON */
        return false;
    while (at > limit && nw_is_nounlike(clauses, at - 1) && !clauses->mentions[at - 1]) at--;
    return at < cue->verb && at > 0 && nw_token_is_used(clauses->reading, at - 1, NW_USE_INDEFINITE);
}

/* "a brand like Acme, [say], or Bolt": for example. */
static bool is_for_example(const nw_clauses *clauses, const nw_cue *cue) {
    enum { BEFORE = NW_IS_COMMA | NW_IS_DASH | NW_IS_PREPOSITION | NW_IS_JUNCTION | NW_IS_OPENING };
    return cue->kind == 'b' && cue->first == cue->verb && cue->verb > 0 &&
           nw_token_reads(clauses->reading, cue->verb, "say") &&
           nw_token_has(clauses, cue->end, NW_IS_COMMA) && nw_token_has(clauses, cue->verb - 1, BEFORE);
}

/* "known as Reed", "wrote down the loans", "as expected by analysts", "talked until two", "added 2 percent", "when asked about
** it", "asked not to be named", "the plan being discussed", "a claim that cost him": the words of a cue, but nothing said. */
static bool says_nothing(const nw_clauses *clauses, const nw_cue *cue) {
    const nw_reading *reading = clauses->reading;
    uint32_t verb = cue->verb, end = cue->end;
    if (nw_token_reads(reading, verb, "known") && nw_token_reads(reading, end, "as")) return true;
    if (nw_token_reads(reading, end, "down") && nw_token_is_used(reading, verb, NW_USE_WRITE_VERB))
        return true;
    if (cue->kind == 'd' && cue->first == verb && nw_token_reads(reading, end, "by") && verb > 0 &&
        nw_token_reads(reading, verb - 1, "as"))
        return true;
    if (nw_token_reads(reading, end, "until") && cue->content == end) return true;
    if (nw_token_reads(reading, end, "time") && nw_token_reads(reading, end + 1, "on") &&
        nw_token_reads_any(reading, verb, "call calls called calling"))
        return true; /* "is calling time on its oldest pub" */
    if (is_sized(clauses, cue->content) && nw_token_reads_any(reading, verb, "added adding adds"))
        return true;
    if (cue->end == cue->content && nw_token_reads(reading, verb, "advising") &&
        nw_token_has(clauses, end, NW_IS_DETERMINER | NW_IS_CAPITAL) && cue->follow != NW_FOLLOW_CLAUSE)
        return true; /* "Harcourt is advising the group" */
    if (nw_token_reads(reading, verb, "briefed") && nw_token_reads(reading, end, "on"))
        return true; /* "a person briefed on the matter" */
    if (hits_level(clauses, verb, end) || is_naming(clauses, cue) || is_for_example(clauses, cue))
        return true;
    if (cue->family == NW_CUE_SAY && nw_token_reads(reading, end, "so") && /* "he said so on Friday" */
        nw_token_has(clauses, end + 1, NW_IS_STOP | NW_IS_COMMA | NW_IS_WHEN | NW_IS_PREPOSITION))
        return true;
    if (nw_token_reads(reading, verb, "asked")) {
        if (cue->first == verb && verb > 0 && nw_token_reads(reading, verb - 1, "when")) return true;
        if (nw_token_reads(reading, end, "not") && nw_token_reads(reading, end + 1, "to")) return true;
    }
    if (nw_token_reads(reading, cue->first, "being")) return true;
    if (cue->kind == 'u' && cue->follow != NW_FOLLOW_THAT && cue->first > 0 &&
        is_apostrophe(clauses, cue->first - 1))
        return true; /* "beat analysts' estimates for the year" */
    if (cue->kind == 'u' && cue->family == NW_CUE_FORECAST && cue->follow != NW_FOLLOW_THAT &&
        cue->first == verb && is_object(clauses, cue))
        return true; /* "trimmed her forecast for the year by 2 percent" */
    return cue->kind == 'u' && cue->follow == NW_FOLLOW_THAT &&
           nw_token_has(clauses, cue->content + 1, NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST);
}

/* "quoted Ann Lee as [saying]": makes it the cue of what she says; the cue before it introduces nothing. */
static bool is_quoted_as(const nw_clauses *clauses, nw_cue *cue) {
    enum { FAR = 12 };
    const nw_cue *quoted = cue - 1;
    uint32_t as = cue->verb - 1;
    if (cue->kind != 'g' || cue->first != cue->verb || !nw_token_reads(clauses->reading, as, "as"))
        return false;
    if (quoted->family != NW_CUE_CITE || quoted->kind == 'u' || quoted->kind == 'x' || quoted->passive)
        return false;
    if (quoted->end >= as || as - quoted->end > FAR) return false;
    for (uint32_t i = quoted->end; i < as; i++)
        if (nw_token_has(clauses, i, NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_THAT | NW_IS_HELPER)) return false;
    cue->quoted = quoted->verb;
    cue->first = as;
    cue->kind = 'd';
    cue->family = NW_CUE_SAY;
    cue->chance = 9;
    return true;
}

static bool may_hold_cue(const nw_marks *marks, uint32_t token) {
    uint32_t within = marks->within[token];
    return within == 0 || !marks->stretches.items[within - 1].utterance;
}

void nw_find_cues(nw_arena *arena, const nw_clauses *clauses, const nw_marks *marks, nw_cues *cues) {
    const nw_reading *reading = clauses->reading;
    uint32_t in_sentence = 0, sentence = 0;
    for (uint32_t i = 0; i < clauses->count; i++) {
        if (!(clauses->classes[i] & NW_MAY_CUE) || !may_hold_cue(marks, i)) continue;
        nw_poll(arena, 8);
        nw_phrase phrase = nw_find_phrase(reading, i, clauses->count, nw_list_bit(NW_LIST_REPORTING_VERBS));
        if (!phrase.entry || (clauses->mentions[i] && nw_token_has(clauses, i, NW_IS_CAPITAL))) continue;
        if (reading->tokens.items[i].sentence != sentence) in_sentence = 0;
        sentence = reading->tokens.items[i].sentence;
        nw_stretch span = nw_sentence_of(clauses, i);
        if (in_sentence == NW_SENTENCE_CUES || i + phrase.token_count > span.end) continue;
        nw_cue *cue = nw_push(arena, cues);
        cue->verb = i;
        cue->end = i + phrase.token_count;
        cue->sentence = sentence;
        cue->quoted = NW_NO_TOKEN;
        read_cue(clauses, cue, phrase.entry, span);
        if (in_sentence && is_quoted_as(clauses, cue)) {
            cue[-1] = *cue;
            cues->count--;
            i = cue->end - 1;
            continue;
        }
        if (cue->end + 2 < clauses->count && says_nothing(clauses, cue)) {
            i = cue->end - 1;
            cues->count--;
            continue;
        }
        in_sentence++;
        i = cue->end - 1;
    }
}

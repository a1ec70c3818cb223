#include "quotes/sources.h"

#include "grammar/grammar.h"
#include "quotes/noun_phrases.h"

/* ---- to the left ---- */

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

/* "a spokesman for the ministry, Ann Lee": it says what the speaker does, and no name stands before it. */
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

/* "Ann Lee, an analyst at Norwick said", "it is late, Ann Lee, spokesman at Norwick said": a name, and an apposition without its
** closing comma. Returns where the source begins. */
static uint32_t name_before_apposition(const nw_clauses *clauses, nw_stretch phrase, uint32_t floor) {
    if (nw_is_empty(phrase) || phrase.first < floor + 2) return phrase.first;
    uint32_t comma = phrase.first - 1, mention = clauses->mentions[comma - 1];
    const nw_entry *role = nw_find_entry(clauses->reading->words[phrase.first], NW_LIST_KINDS);
    bool person = role && nw_entry_column(role, 1)[0] == 'P';
    if (!(nw_token_has(clauses, phrase.first, NW_IS_DETERMINER) || person) ||
        !nw_token_has(clauses, comma, NW_IS_COMMA))
        return phrase.first;
    if (!mention || clauses->mentions[phrase.first]) return phrase.first;
    const newswire_mention *name = &clauses->names->mentions.items[mention - 1];
    if (name->type != NEWSWIRE_PERSON) return phrase.first;
    uint32_t last = clauses->mentions[phrase.end - 1]; /* "Roth, [Mr Lee] said" */
    person = person && !(last && clauses->names->mentions.items[last - 1].type == NEWSWIRE_PERSON);
    bool apart = person && nw_token_has(clauses, name->first_token - 1, NW_IS_COMMA | NW_IS_MARK);
    return name->first_token == floor || apart ? name->first_token : phrase.first;
}

/* "In its February ruling, [a panel in Norwick, Ohio,] found": whether a phrase up to a comma belongs to one with a preposition
** that opens the clause, and what follows is the subject. Not so "At Norwick Ann Lee, [a nurse,] said". */
static bool opens_with_adjunct(const nw_clauses *clauses, nw_stretch phrase, uint32_t inside,
                               uint32_t floor) {
    enum { ENDS = NW_IS_COMMA | NW_IS_FINITE | NW_IS_HELPER | NW_IS_PAST | NW_IS_SUBJECT };
    uint32_t mention = clauses->mentions[phrase.end - 1];
    if (phrase.first == floor || !nw_token_means(clauses, floor, NW_SENSE_ADJUNCT)) return false;
    if (mention && clauses->names->mentions.items[mention - 1].type == NEWSWIRE_PERSON) return false;
    for (uint32_t i = floor + 1; i < phrase.first; i++)
        if (nw_token_has(clauses, i, ENDS)) return false;
    return !nw_token_has(clauses, inside, NW_IS_QUESTION);
}

/* "Jones, [meanwhile], said". */
static bool is_adverb_alone(const nw_clauses *clauses, uint32_t token, uint32_t comma) {
    return token + 1 == comma && nw_readings_of(clauses->reading, token) & NW_CLASS(NW_ADVERB);
}

/* "Lee, a minister, [last month] said": the end before a time that follows a comma, or `end`. */
static uint32_t before_time(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    uint32_t time = end;
    while (time > floor + 1 && time + 4 > end && nw_token_has(clauses, time - 1, NW_IS_WHEN)) time--;
    return time < end && nw_token_has(clauses, time - 1, NW_IS_COMMA) ? time : end;
}

/* "Ann Lee, 45, [of Norwick]", "[from Norwick, Ohio]": whose home it is. */
static bool is_home(const nw_clauses *clauses, uint32_t token) {
    return clauses->mentions[token + 1] && nw_token_reads_any(clauses->reading, token, "of from");
}

/* "Lee, [in a statement], said": what stands between commas is no part of the source. `inside`: its first token. */
static bool is_aside(const nw_clauses *clauses, uint32_t inside, uint32_t comma) {
    if (is_home(clauses, inside)) return false;
    return nw_token_has(clauses, inside,
                        NW_IS_PREPOSITION | NW_IS_PARTICIPLE | NW_IS_JUNCTION | NW_IS_PAST) ||
           (inside + 1 < comma && nw_token_reads(clauses->reading, inside + 1, "by")) || /* "led by" */
           is_adverb_alone(clauses, inside, comma);
}

/* "the head of the union, GEPEX, [Ann Lee], said": whether the name of a person follows one of something else that stands alone
** between commas. */
static bool is_person_of(const nw_clauses *clauses, uint32_t inside, nw_stretch phrase) {
    uint32_t person = clauses->mentions[inside], other = clauses->mentions[phrase.first];
    const newswire_mention *names = clauses->names->mentions.items;
    return person && other && phrase.first > 1 && names[person - 1].type == NEWSWIRE_PERSON &&
           names[other - 1].type != NEWSWIRE_PERSON && nw_token_has(clauses, phrase.first - 1, NW_IS_COMMA) &&
           !nw_token_has(clauses, phrase.first - 2, NW_IS_MARK) &&
           names[other - 1].first_token + names[other - 1].token_count == phrase.end;
}

/* "Ann Lee -- a nurse -- said": a noun phrase, and between dashes what she is. */
static nw_stretch source_before_dash(const nw_clauses *clauses, uint32_t dash, uint32_t floor) {
    enum { NEVER = NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON | NW_IS_MARK };
    nw_stretch none = {dash + 1, dash + 1};
    uint32_t limit = dash - floor > NW_SOURCE_TOKENS ? dash - NW_SOURCE_TOKENS : floor;
    for (uint32_t i = dash; i-- > limit + 1;) {
        if (nw_token_has(clauses, i, NEVER)) return none;
        if (!nw_token_has(clauses, i, NW_IS_DASH)) continue;
        nw_stretch phrase = nw_phrase_before(clauses, i, floor);
        bool apposition = i + 1 < dash && begins_apposition(clauses, i + 1);
        return nw_is_empty(phrase) || !apposition || phrase.first != floor ? none
                                                                           : (nw_stretch){phrase.first, dash};
    }
    return none;
}

nw_stretch nw_source_before(const nw_clauses *clauses, uint32_t end, uint32_t floor) {
    nw_stretch none = {end, end};
    if (end <= floor) return none;
    end = before_time(clauses, end, floor);
    if (nw_token_has(clauses, end - 1, NW_IS_DASH)) {
        nw_stretch source = source_before_dash(clauses, end - 1, floor);
        if (!nw_is_empty(source)) return source;
    }
    if (!nw_token_has(clauses, end - 1, NW_IS_COMMA)) {
        nw_stretch phrase = nw_phrase_before(clauses, end, floor);
        phrase.first = name_before_apposition(clauses, phrase, floor);
        return phrase;
    }
    uint32_t comma = end - 1, stop = end - 1;
    bool aside = false;
    for (int turn = 0; turn < 4; turn++) {
        uint32_t before = apposition_before(clauses, comma, floor);
        if (before == NW_NO_TOKEN || before + 1 >= comma) return none;
        uint32_t inside = skip_since_when(clauses, before + 1, comma);
        if (is_aside(clauses, inside, comma))
            aside = true;
        else if (!begins_apposition(clauses, inside) && !is_home(clauses, inside))
            return none;
        nw_stretch phrase = nw_phrase_before(clauses, before, floor);
        if (nw_is_empty(phrase)) return none;
        if (!aside && opens_with_adjunct(clauses, phrase, inside, floor)) return (nw_stretch){inside, stop};
        uint32_t relative = comma_of_relative(clauses, phrase.first, floor);
        if (relative != NW_NO_TOKEN) {
            before = relative;
            phrase = nw_phrase_before(clauses, before, floor);
            if (nw_is_empty(phrase)) return none;
        }
        if (phrase.first > floor + 1 && nw_token_has(clauses, phrase.first - 2, NW_IS_COMMA) &&
            (nw_token_means(clauses, phrase.first - 1, NW_SENSE_ADJUNCT) ||
             is_home(clauses, phrase.first - 1))) {
            comma = before; /* "Lee, in Washington, D.C., said" */
            continue;
        }
        bool named = clauses->mentions[before - 1] != 0 ||
                     nw_token_has(clauses, before - 1, NW_IS_CAPITAL | NW_IS_CLOSING);
        if (named && is_person_of(clauses, inside, phrase)) {
            comma = before; /* "the head of the union, [GEPEX, Ann Lee], said" */
            continue;
        }
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
    if (class & NW_IS_TO) return !nw_is_to_of_noun(clauses, token);
    if (class & NW_IS_MANNER) return token != first;
    if ((class & NW_IS_PAST) && token > first && clauses->mentions[token - 1])
        return true; /* "Ann Lee boomed" */
    return (class & (NW_CLAUSE_EDGE | NW_IS_WHEN)) != 0 || nw_is_verb_here(clauses, token);
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

/* "said a dealer [at] a Cairo-based bank", "according to a study [by] Harcourt": a preposition that says more about the
** speaker, and not where: "said a dealer [at] the hearing". */
static bool is_of_source(const nw_clauses *clauses, uint32_t at, uint32_t limit) {
    enum { FAR = 6, ENDS = NW_IS_COMMA | NW_IS_STOP | NW_IS_PREPOSITION | NW_IS_SEMICOLON | NW_IS_MARK };
    const nw_reading *reading = clauses->reading;
    if (nw_token_is_used(reading, at - 1, NW_USE_EVIDENCE)) return nw_token_reads_any(reading, at, "by from");
    const nw_entry *role = nw_find_entry(reading->words[at - 1], NW_LIST_KINDS);
    if (clauses->mentions[at - 1] || !role || nw_entry_column(role, 1)[0] != 'P') return false;
    if (!nw_token_reads_any(reading, at, "at with")) return false;
    for (uint32_t i = at + 1; i < limit && i < at + FAR && !nw_token_has(clauses, i, ENDS); i++) {
        const nw_entry *kind = nw_find_entry(reading->words[i], NW_LIST_KINDS);
        uint32_t mention = clauses->mentions[i];
        if (mention && clauses->names->mentions.items[mention - 1].type == NEWSWIRE_ORG) return true;
        if (kind && nw_entry_column(kind, 1)[0] == 'O' && nw_token_has(clauses, i + 1, ENDS))
            return true; /* ORG */
    }
    return false;
}

/* "said a man [briefed on] the talks", "one Republican [involved in] the planning": a participle that says more of somebody. */
static bool is_reduced_relative(const nw_clauses *clauses, uint32_t token, uint32_t first) {
    const nw_reading *reading = clauses->reading;
    uint32_t after = token + 1;
    if (token <= first || after + 2 >= clauses->count || clauses->mentions[token] ||
        !nw_token_has(clauses, first, NW_IS_DETERMINER | NW_IS_NUMBER) || !nw_is_nounlike(clauses, token - 1))
        return false;
    newswire_string word = nw_token_string(&reading->text, &reading->tokens.items[token]);
    bool regular = word.length > 4 && memcmp(word.bytes + word.length - 2, "ed", 2) == 0;
    if (!regular && !(nw_readings_of(reading, token) & NW_CLASS(NW_PARTICIPLE))) return false;
    if (nw_token_reads_any(reading, after, "up out down off")) after++; /* "drawn up by" */
    return nw_token_has(clauses, after, NW_IS_PREPOSITION) && !nw_token_has(clauses, after + 1, NW_IS_WHEN);
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
        if (!relative && is_reduced_relative(clauses, at, token)) {
            at += nw_token_has(clauses, at + 1, NW_IS_PREPOSITION) ? 1 : 2;
            continue;
        }
        if (relative ? nw_token_has(clauses, at,
                                    NW_IS_COMMA | NW_IS_STOP | NW_IS_SEMICOLON | NW_IS_COLON | NW_IS_MARK |
                                        NW_IS_DASH)
                     : ends_phrase_right(clauses, at, token))
            break;
        if (!adjuncts && !relative && at > token && is_adjunct(clauses, at) &&
            !is_of_source(clauses, at, limit))
            break;
        if (!nw_token_has(clauses, at,
                          NW_IS_LINKER | NW_IS_PREPOSITION | NW_IS_TO | NW_IS_DETERMINER | NW_IS_MANNER))
            last = at + 1;
        if (at == token && nw_token_has(clauses, at, NW_IS_SUBJECT | NW_IS_ACCUSATIVE)) return at + 1;
    }
    return last;
}

/* "said its leader, [Ann Lee]", "the head of the union, [Ann Lee]": the person who is what the phrase before the comma says. */
static bool is_holder(const nw_clauses *clauses, nw_stretch phrase, uint32_t token) {
    uint32_t mention = clauses->mentions[token];
    if (!mention || clauses->names->mentions.items[mention - 1].type != NEWSWIRE_PERSON ||
        !nw_token_has(clauses, phrase.first, NW_IS_DETERMINER | NW_IS_OWNER))
        return false;
    for (uint32_t i = phrase.first; i < phrase.end && !nw_token_has(clauses, i, NW_IS_PREPOSITION); i++) {
        const nw_entry *role = nw_find_entry(clauses->reading->words[i], NW_LIST_KINDS);
        if (role && nw_entry_column(role, 1)[0] == 'P') return true;
    }
    return false;
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
        if (!named && turn == 0 && !nw_token_has(clauses, next, NW_IS_QUESTION) &&
            !is_holder(clauses, source, next))
            break;
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

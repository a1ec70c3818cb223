#include "quotes/content.h"

nw_stretch nw_trim(const nw_clauses *clauses, nw_stretch stretch) {
    enum { HEAD = NW_IS_COMMA | NW_IS_DASH | NW_IS_COLON | NW_IS_SEMICOLON };
    while (stretch.first < stretch.end && nw_token_has(clauses, stretch.first, HEAD | NW_IS_STOP))
        stretch.first++;
    while (stretch.end > stretch.first) {
        uint32_t last = stretch.end - 1;
        bool asks = nw_token_has(clauses, last, NW_IS_STOP) && !nw_token_reads(clauses->reading, last, ".");
        if (asks || !nw_token_has(clauses, last, HEAD | NW_IS_STOP)) break;
        stretch.end--;
    }
    return stretch;
}

/* What makes a stretch a clause rather than an adjunct. */
static bool is_clausal(uint32_t class) {
    return (class & (NW_IS_HELPER | NW_IS_FINITE | NW_IS_SUBJECT | NW_IS_QUESTION | NW_IS_NEGATION |
                     NW_IS_STOP)) != 0;
}

/* "said in a statement [the] cut was right", "on Monday [Lee] was ill": a noun phrase right behind another, or behind a day,
** begins a clause. */
static bool begins_clause(const nw_clauses *clauses, uint32_t token) {
    enum { OPENS = NW_IS_DETERMINER | NW_IS_OWNER };
    if (clauses->reading->tokens.items[token].gap == NEWSWIRE_NO_GAP ||
        nw_token_reads_any(clauses->reading, token - 1, "last next past this least most"))
        return false; /* "during the last Islamic year", "at least two" */
    bool day = nw_token_has(clauses, token - 1, NW_IS_WHEN);
    if (clauses->mentions[token]) return day;
    return nw_token_has(clauses, token, OPENS) && (day || nw_is_nounlike(clauses, token - 1)) &&
           !nw_token_has(clauses, token - 1, OPENS);
}

/* "said [in] a statement", "told analysts [on] Monday": where, when or in what something was said stands before it. */
static bool follows_adjunct(const nw_clauses *clauses, const nw_cue *cue) {
    return cue->follow == NW_FOLLOW_PREPOSITION && cue->family <= NW_CUE_ANNOUNCE && !cue->passive &&
           (cue->kind == 'd' || cue->kind == 's') &&
           nw_token_reads_any(clauses->reading, cue->content, "in on at during");
}

uint32_t nw_content_start(const nw_clauses *clauses, const nw_cue *cue, uint32_t end) {
    enum { OPENS = NW_IS_DETERMINER | NW_IS_OWNER }; /* "told reporters [the] fee "is a tax"" */
    uint32_t at = cue->content, limit = end - at > 25 ? at + 25 : end;
    if (cue->follow != NW_FOLLOW_PREPOSITION && cue->follow != NW_FOLLOW_END &&
        cue->follow != NW_FOLLOW_OTHER && cue->follow != NW_FOLLOW_MARK)
        return at;
    bool noun_object = cue->follow == NW_FOLLOW_OTHER && nw_is_empty(cue->addressee);
    uint32_t subject = NW_NO_TOKEN, pronoun = NW_NO_TOKEN;
    bool adjunct = follows_adjunct(clauses, cue);
    for (uint32_t i = at; i < limit; i++) {
        uint32_t class = clauses->classes[i];
        if (adjunct && i > at + 1 && begins_clause(clauses, i)) subject = i;
        if (class & NW_IS_MARK) return noun_object || nw_token_has(clauses, at, OPENS) ? at : i;
        if ((class & NW_IS_THAT) && i > at && !noun_object) return i;
        if (class & NW_IS_COLON) return i + 1;
        if ((class & NW_IS_COMMA) && i > at && clauses->mentions[i - 1] && clauses->mentions[i + 1])
            continue; /* "the presidents of Guinea, Liberia and Togo that" */
        if ((class & NW_IS_COMMA) && i > at && !nw_token_has(clauses, i + 1, NW_IS_THAT | NW_IS_MARK)) break;
        if ((class & NW_IS_SUBJECT) && !noun_object && i > at + 1) {
            pronoun = i;
            break;
        }
        if ((class & NW_IS_TO) && nw_token_means(clauses, i + 1, NW_SENSE_BE)) {
            i += 2; /* "in an interview to be published on Sunday" */
            continue;
        }
        const nw_entry *medium = class & NW_IS_FINITE
                                     ? nw_find_entry(clauses->reading->words[i], NW_LIST_SPEECH_WORDS)
                                     : NULL; /* "in rare [remarks] on Sunday that" */
        if (!is_clausal(class) || (medium && *nw_entry_column(medium, 1) == 'm')) continue;
        if (class & (NW_IS_HELPER | NW_IS_FINITE)) pronoun = subject;
        break;
    }
    return pronoun != NW_NO_TOKEN && cue->family <= NW_CUE_CONCEDE ? pronoun : at;
}

/* ---- the end ---- */

typedef struct content_walk {
    const nw_clauses *clauses;
    const nw_cues *cues;
    uint32_t next; /* the first cue not before the walk's place */
    uint32_t last; /* end of the cues of the sentence */
    bool phrase;   /* the content is a noun phrase, not a clause */
} content_walk;

static const nw_cue *cue_at(content_walk *walk, uint32_t token) {
    while (walk->next < walk->cues->count && walk->cues->items[walk->next].verb < token) walk->next++;
    for (uint32_t i = walk->next; i < walk->cues->count && i < walk->next + 2; i++)
        if (walk->cues->items[i].first == token) return &walk->cues->items[i];
    return NULL;
}

/* A cue with its own subject soon after: "…, but analysts say". */
static bool own_attribution(content_walk *walk, uint32_t token) {
    for (uint32_t i = token; i < token + 12 && i < walk->last; i++) {
        const nw_cue *cue = cue_at(walk, i);
        if (cue)
            return cue->chance >= 6 && i > token &&
                   (cue->kind == 'd' || cue->kind == 's' || cue->kind == 'b');
        if (nw_token_has(walk->clauses, i, NW_IS_HELPER | NW_IS_COMMA | NW_IS_THAT | NW_IS_STOP | NW_IS_MARK))
            return false;
    }
    return false;
}

/* "…, the company said.": the sentence ends with somebody else's cue. */
static bool closing_attribution(content_walk *walk, uint32_t token) {
    for (uint32_t i = token; i < token + 12 && i < walk->last; i++) {
        const nw_cue *cue = cue_at(walk, i);
        if (cue)
            return i > token && cue->chance >= 6 && cue->follow == NW_FOLLOW_END &&
                   cue->family <= NW_CUE_FORECAST && (cue->kind == 'd' || cue->kind == 's');
        if (nw_token_has(walk->clauses, i, NW_CLAUSE_EDGE)) return false;
    }
    return false;
}

bool nw_begins_verdict(const nw_clauses *clauses, uint32_t token) {
    if (token >= clauses->count) return false;
    bool one = nw_token_reads_any(clauses->reading, token, "a an");
    for (uint32_t i = token + one; i < token + (one ? 4 : 1) && i + 1 < clauses->count; i++)
        if (nw_token_is_used(clauses->reading, i, NW_USE_VERDICT))
            return nw_token_has(clauses, i + 1, NW_IS_THAT | NW_IS_QUESTION);
    return false;
}

bool nw_begins_effect(const nw_clauses *clauses, uint32_t token) {
    enum { FAR = 6 };
    if (token >= clauses->count || !nw_token_is_used(clauses->reading, token, NW_USE_EFFECT)) return false;
    for (uint32_t i = token + 1; i < token + FAR && i < clauses->count; i++) {
        if (nw_token_is_used(clauses->reading, i, NW_USE_EFFECT_ON)) return true;
        if (clauses->classes[i] & (NW_IS_COMMA | NW_IS_STOP)) return false;
    }
    return false;
}

/* "had", "would" after "and": what was said goes on, in reported speech. */
static bool goes_on_in_past(const nw_clauses *clauses, uint32_t token) {
    return token < clauses->count && nw_token_is_used(clauses->reading, token, NW_USE_PAST_HELPER);
}

/* Whether the content ends at a comma. */
static bool ends_at_comma(content_walk *walk, uint32_t comma, uint32_t start) {
    const nw_clauses *clauses = walk->clauses;
    uint32_t next = comma + 1;
    const nw_cue *cue = cue_at(walk, next);
    if (walk->phrase && comma > start + 1) return true;
    if (cue && (cue->kind == 'g' || cue->kind == 'x' || cue->chance >= 6)) return true;
    if (nw_token_has(clauses, next, NW_IS_PARTICIPLE) && comma >= start + 5) return true;
    if (closing_attribution(walk, next) || nw_begins_verdict(clauses, next) ||
        nw_begins_effect(clauses, next))
        return true;
    if (nw_token_has(clauses, next, NW_IS_BUT | NW_IS_LINKER | NW_IS_JUNCTION)) {
        cue = cue_at(walk, next + 1);
        if (cue && cue->chance >= 5 && cue->kind != 'b' && cue->kind != 'u') return true;
        return own_attribution(walk, next + 1);
    }
    return false;
}

static bool ends_content(content_walk *walk, uint32_t token, uint32_t start) {
    const nw_clauses *clauses = walk->clauses;
    uint32_t class = clauses->classes[token];
    if (class & NW_IS_SEMICOLON) return true;
    if (class & NW_IS_COMMA) return ends_at_comma(walk, token, start);
    if (class & (NW_IS_LINKER | NW_IS_BUT)) {
        const nw_cue *cue = cue_at(walk, token + 1);
        if (cue && !walk->phrase && goes_on_in_past(clauses, token + 1)) return false;
        if (cue && cue->chance >= 5 && (cue->kind == 'd' || cue->kind == 's' || cue->kind == 'g'))
            return true;
        return walk->phrase && nw_token_has(clauses, token + 1, NW_IS_HELPER | NW_IS_FINITE);
    }
    if (walk->phrase && token > start + 1)
        return ((class & NW_IS_DASH) && clauses->reading->tokens.items[token].gap);
    const nw_cue *cue =
        (class & NW_IS_PREPOSITION) || walk->clauses->reading->words[token] ? cue_at(walk, token) : NULL;
    return cue && cue->kind == 'x';
}

nw_stretch nw_content_after(const nw_clauses *clauses, const nw_marks *marks, const nw_cues *cues,
                            uint32_t cue, uint32_t start) {
    const nw_cue *by = &cues->items[cue];
    nw_stretch sentence = nw_sentence_of(clauses, by->verb);
    content_walk walk = {clauses, cues, cue + 1, sentence.end, false};
    walk.phrase = by->follow == NW_FOLLOW_OTHER || by->follow == NW_FOLLOW_PREPOSITION;
    if (by->family <= NW_CUE_CONCEDE && by->kind != 'u') walk.phrase = false;
    if (by->first > 1 && nw_token_has(clauses, by->first - 1, NW_IS_QUESTION) &&
        nw_token_has(clauses, by->first - 2, NW_IS_COMMA))
        walk.phrase = true; /* "Lee, who said it was late, left" */
    uint32_t i = start;
    while (i < sentence.end) {
        uint32_t within = marks->within[i];
        if (within) {
            i = nw_marked_end(&marks->stretches.items[within - 1]);
            continue;
        }
        if (i > start && ends_content(&walk, i, start)) break;
        i++;
    }
    return nw_trim(clauses, (nw_stretch){start, i});
}

nw_stretch nw_content_before(const nw_clauses *clauses, const nw_marks *marks, uint32_t end) {
    nw_stretch content = {end, end};
    if (end == 0) return content;
    uint32_t last = end - 1;
    uint32_t within = marks->within[last];
    if (!within && last > 0 && nw_token_has(clauses, last, NW_IS_COMMA)) within = marks->within[last - 1];
    if (within && marks->stretches.items[within - 1].utterance)
        last = marks->stretches.items[within - 1].open;
    content.first = nw_sentence_of(clauses, last).first;
    if (last > content.first && nw_token_has(clauses, last - 1, NW_IS_COLON)) content.first = last;
    if (nw_token_has(clauses, content.first, NW_IS_BUT) ||
        (nw_token_has(clauses, content.first, NW_IS_LINKER) && content.first + 2 < end))
        content.first++;
    return nw_trim(clauses, content);
}

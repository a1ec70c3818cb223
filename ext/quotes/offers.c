#include "quotes/offers.h"

#include "quotes/content.h"
#include "quotes/sources.h"

/* ---- where a content may end ---- */

/* "a merger on [Monday]", "the [late] vote", "as it [kept] its forecast": after such words nothing ends. */
static bool is_inside_phrase(const nw_clauses *clauses, uint32_t token) {
    enum { VERB = NW_IS_HELPER | NW_IS_FINITE };
    uint32_t before = clauses->classes[token - 1];
    if (before & (NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_TO | NW_IS_JUNCTION)) return true;
    if (nw_token_has(clauses, token, VERB) && (before & NW_IS_SUBJECT)) return true;
    return nw_token_has(clauses, token, NW_IS_WHEN | NW_IS_MARK) && (before & NW_IS_PREPOSITION);
}

/* Whether a content may end before a token. */
static bool is_end(const nw_offers *offers, uint32_t token, uint32_t start) {
    enum {
        ALWAYS = NW_IS_COMMA | NW_IS_SEMICOLON | NW_IS_DASH | NW_IS_COLON | NW_IS_OPENING | NW_IS_BUT |
                 NW_IS_JUNCTION,
        VERBAL = NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST | NW_IS_SUBJECT | NW_IS_PARTICIPLE | NW_IS_TO |
                 NW_IS_NEGATION | NW_IS_THAT | NW_MAY_CUE,
        PHRASES = NW_IS_PREPOSITION | NW_IS_WHEN | NW_IS_QUESTION | NW_IS_HELPER | NW_IS_FINITE | NW_IS_TO |
                  NW_IS_PARTICIPLE
    };
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t class = clauses->classes[token];
    if (class & ALWAYS) return true;
    if (class & NW_IS_LINKER) return nw_token_has(clauses, token + 1, VERBAL);
    if (is_inside_phrase(clauses, token)) return false;
    bool phrase = offers->cue->follow >= NW_FOLLOW_PREPOSITION;
    return (class & NW_IS_MARK) || (phrase && token < start + 12 && (class & PHRASES));
}

static void add_end(nw_offers *offers, uint32_t end) {
    uint32_t at = offers->end_count;
    for (uint32_t i = 0; i < at; i++)
        if (offers->ends[i] == end) return;
    if (at == NW_MOST_ENDS)
        at--; /* the sentence's end, or the rules', is worth more than a far comma */
    else
        offers->end_count++;
    offers->ends[at] = end;
}

/* "Lee, who said it was late, left": what the comma after it ends. */
static bool is_relative(const nw_offers *offers) {
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t first = offers->cue->first;
    return first > 1 && nw_token_has(clauses, first - 1, NW_IS_QUESTION) &&
           nw_token_has(clauses, first - 2, NW_IS_COMMA);
}

static void find_ends(nw_offers *offers, uint32_t start) {
    const nw_linker *linker = offers->linker;
    bool relative = is_relative(offers);
    uint32_t end = offers->place->sentence.end, i = start;
    while (i < end) {
        uint32_t within = linker->marks->within[i];
        if (i > start && offers->end_count + 2 < NW_MOST_ENDS && is_end(offers, i, start)) add_end(offers, i);
        bool comma = i > start + 1 && nw_token_has(linker->clauses, i, NW_IS_COMMA);
        if (comma && (relative || (!within && (nw_begins_effect(linker->clauses, i + 1) ||
                                               nw_begins_verdict(linker->clauses, i + 1))))) {
            add_end(offers, i);
            return;
        }
        uint32_t to = within ? nw_marked_end(&linker->marks->stretches.items[within - 1]) : i + 1;
        i = to > i ? to : i + 1;
        if (within && i < end && offers->end_count + 2 < NW_MOST_ENDS) add_end(offers, i);
    }
    add_end(offers, i); /* past the sentence's end where its marks close later */
}

void nw_pass(const nw_offers *offers, uint32_t first, uint32_t end, nw_passed *passed) {
    enum { LIKELY = 5 };
    const nw_clauses *clauses = offers->linker->clauses;
    const nw_cues *cues = offers->linker->cues;
    for (uint32_t i = first; i < end; i++) {
        passed->commas += nw_token_has(clauses, i, NW_IS_COMMA);
        passed->verbs += nw_token_has(clauses, i, NW_IS_HELPER | NW_IS_FINITE);
    }
    for (uint32_t i = offers->place->index + 1; i < cues->count && cues->items[i].verb < end; i++)
        passed->cues += cues->items[i].verb >= first && cues->items[i].chance >= LIKELY;
}

/* The first verb soon after each end. */
static void find_next_verbs(nw_offers *offers) {
    enum { LOOK = 9, VERB = NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST };
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t last = offers->place->sentence.end, known = last, verb = last;
    for (uint32_t i = offers->end_count; i-- > 0;) {
        uint32_t end = offers->ends[i], limit = known < end + LOOK ? known : end + LOOK, at = end;
        while (at < limit && !nw_token_has(clauses, at, VERB)) at++;
        if (at < limit)
            verb = at;
        else if (limit < known || verb >= end + LOOK)
            verb = last;
        known = end;
        offers->passed[i].next_verb = verb;
    }
}

/* Puts the ends in order, and what is passed up to each. */
static void walk_ends(nw_offers *offers) {
    for (uint32_t i = 1; i < offers->end_count; i++)
        for (uint32_t k = i; k > 0 && offers->ends[k] < offers->ends[k - 1]; k--) {
            uint32_t swap = offers->ends[k];
            offers->ends[k] = offers->ends[k - 1];
            offers->ends[k - 1] = swap;
        }
    uint32_t at = offers->starts[0];
    nw_passed passed = {0, 0, 0, 0};
    for (uint32_t i = 0; i < offers->end_count; i++) {
        if (offers->ends[i] > at) {
            nw_pass(offers, at, offers->ends[i], &passed);
            at = offers->ends[i];
        }
        offers->passed[i] = passed;
    }
    offers->all = passed;
    find_next_verbs(offers);
}

/* ---- where it may begin ---- */

static void add_start(nw_offers *offers, uint32_t start) {
    enum { HEAD = NW_IS_COMMA | NW_IS_DASH | NW_IS_COLON };
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t end = offers->place->sentence.end;
    while (start < end && nw_token_has(clauses, start, HEAD)) start++;
    for (uint32_t i = 0; i < offers->start_count; i++)
        if (offers->starts[i] == start) return;
    if (start < end && offers->start_count < NW_MOST_STARTS) offers->starts[offers->start_count++] = start;
}

/* "said in rare remarks on Monday [that]": what it was said in, or when, is no part of what was said. */
static bool is_behind_medium(const nw_offers *offers, uint32_t start) {
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t at = offers->cue->content;
    if (offers->cue->family != NW_CUE_SAY || offers->cue->follow != NW_FOLLOW_PREPOSITION ||
        !nw_token_has(clauses, start, NW_IS_THAT) ||
        !nw_token_is_used(clauses->reading, at, NW_USE_MEDIUM_PREPOSITION))
        return false;
    if (nw_token_has(clauses, start - 1, NW_IS_WHEN)) return true;
    for (; at < start; at++) {
        const nw_entry *entry = nw_find_entry(clauses->reading->words[at], NW_LIST_SPEECH_WORDS);
        if (entry && *nw_entry_column(entry, 1) == 'm') return true;
    }
    return false;
}

/* "said later [it was late]", "said Monday [it was late]": nor is a time that the rules leave out. */
static bool is_time_before(const nw_offers *offers) {
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t token = offers->cue->end;
    if (offers->start_count == 0 || offers->starts[0] != token + 1) return false;
    return offers->cue->family <= NW_CUE_CONCEDE &&
           (nw_token_has(clauses, token, NW_IS_WHEN) ||
            nw_token_is_used(clauses->reading, token, NW_USE_PART_OF_DAY));
}

static void find_starts(nw_offers *offers) {
    const nw_clauses *clauses = offers->linker->clauses;
    const nw_cue_place *place = offers->place;
    uint32_t end = place->sentence.end;
    for (uint32_t p = 0; p < offers->piece_count; p++)
        if (offers->pieces[p].first >= offers->cue->end) {
            add_start(offers, offers->pieces[p].first);
            break;
        }
    if (offers->cue->kind == 'x') {
        add_start(offers, place->right);
        return;
    }
    uint32_t start = place->inverted ? place->right : nw_content_start(clauses, offers->cue, end);
    add_start(offers, start);
    bool behind_adjunct = start < end && is_behind_medium(offers, start);
    bool opens = place->inverted && offers->cue->first == place->sentence.first &&
                 nw_token_has(clauses, place->right, NW_IS_COLON); /* "Said Lee: It is late" */
    if (nw_is_empty(offers->cue->addressee) && !behind_adjunct && !opens && !is_time_before(offers))
        add_start(offers, offers->cue->end);
}

static void add_before(nw_offers *offers, uint32_t first) {
    const nw_clauses *clauses = offers->linker->clauses;
    if (nw_token_has(clauses, first, NW_IS_BUT | NW_IS_LINKER)) first++;
    if (first + 2 > offers->before_end) return;
    for (uint32_t i = 0; i < offers->before_count; i++)
        if (offers->befores[i] == first) return;
    if (offers->before_count < NW_MOST_BEFORES) offers->befores[offers->before_count++] = first;
}

/* What stands before cue and source: from the sentence's beginning on, or from a comma nearer. */
static void find_befores(nw_offers *offers) {
    const nw_linker *linker = offers->linker;
    const nw_clauses *clauses = linker->clauses;
    const nw_cue_place *place = offers->place;
    uint32_t floor = place->sentence.first;
    offers->before_end = place->left;
    if (place->left < floor + 3 || nw_token_is_used(clauses->reading, floor, NW_USE_OPENING_QUESTION)) return;
    if (offers->piece_count && offers->pieces[0].first < place->left && offers->pieces[0].first >= floor)
        add_before(offers, offers->pieces[0].first);
    if (!nw_token_has(clauses, place->left - 1, NW_IS_COMMA | NW_IS_DASH | NW_IS_MARK | NW_IS_COLON) &&
        !nw_asks(clauses, place->left - 1) && offers->cue->kind != 'x')
        return;
    add_before(offers, floor);
    uint32_t limit = place->left - floor > 40 ? place->left - 40 : floor;
    for (uint32_t i = place->left - 1; i-- > limit && offers->before_count < NW_MOST_BEFORES;)
        if (nw_token_has(clauses, i, NW_IS_COMMA | NW_IS_COLON | NW_IS_SEMICOLON | NW_IS_DASH) &&
            !linker->marks->within[i])
            add_before(offers, i + 1);
}

static void find_subject(nw_offers *offers) {
    const nw_clauses *clauses = offers->linker->clauses;
    const nw_cue *cue = offers->cue;
    offers->subject = (nw_stretch){cue->first, cue->first};
    if (cue->kind == 'u' || cue->kind == 'x') return;
    if (!cue->passive && cue->family != NW_CUE_SEEM) return;
    offers->subject = nw_source_before(clauses, cue->first, offers->place->sentence.first);
    bool clausal = cue->follow == NW_FOLLOW_THAT || cue->follow == NW_FOLLOW_QUESTION;
    if (clausal && nw_token_has(clauses, offers->subject.first, NW_IS_SUBJECT))
        offers->subject.end = offers->subject.first; /* "[it] is not known how" */
}

/* ---- offers ---- */

uint32_t nw_offer_pieces(const nw_offers *offers, const nw_offer *offer, nw_stretch pieces[2]) {
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t count = 0;
    nw_stretch all[2] = {{0, 0}, {0, 0}};
    if (offer->shape == NW_SHAPE_SUBJECT_AFTER || offer->shape == NW_SHAPE_SUBJECT) all[0] = offers->subject;
    if (offer->before != NW_NO_PLACE)
        all[0] = (nw_stretch){offers->befores[offer->before], offers->before_end};
    if (offer->start != NW_NO_PLACE && offer->end != NW_NO_PLACE)
        all[1] = (nw_stretch){offers->starts[offer->start], offers->ends[offer->end]};
    for (unsigned i = 0; i < 2; i++) {
        nw_stretch piece = nw_trim(clauses, all[i]);
        if (!nw_is_empty(piece)) pieces[count++] = piece;
    }
    return count;
}

static void add_offer(nw_offers *offers, nw_offer offer) {
    nw_stretch pieces[2];
    if (offers->count == NW_MOST_OFFERS) return;
    if (offer.shape != NW_SHAPE_NOTHING && !offer.ruled) {
        uint32_t count = nw_offer_pieces(offers, &offer, pieces);
        if (!count) return;
        if (count == offers->piece_count && memcmp(pieces, offers->pieces, count * sizeof *pieces) == 0)
            return; /* the rules have it */
    }
    offers->offers[offers->count++] = offer;
}

static unsigned shape_of_ruled(const nw_offers *offers) {
    bool before = offers->pieces[0].first < offers->cue->first;
    bool after = offers->pieces[offers->piece_count - 1].first >= offers->cue->end;
    if (!before) return NW_SHAPE_AFTER;
    bool subject = !nw_is_empty(offers->subject) && offers->pieces[0].first == offers->subject.first;
    if (subject) return after ? NW_SHAPE_SUBJECT_AFTER : NW_SHAPE_SUBJECT;
    return after ? NW_SHAPE_AROUND : NW_SHAPE_BEFORE;
}

/* "Lee said [Ann Roth], the firm's auditor, had resigned": an apposition follows, and then a verb. */
static bool is_apposition(const nw_offers *offers, uint32_t end) {
    enum {
        FAR = 16,
        BEGINS = NW_IS_DETERMINER | NW_IS_OWNER | NW_IS_PAST | NW_IS_MANNER,
        VERB = NW_IS_HELPER | NW_IS_FINITE | NW_IS_PAST
    };
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t comma = offers->ends[end], limit = offers->place->sentence.end;
    if (nw_token_has(clauses, comma, NW_IS_HELPER)) return true;
    if (!nw_token_has(clauses, comma, NW_IS_COMMA) || comma + 3 >= limit) return false;
    if (nw_token_has(clauses, comma + 1, NW_IS_HELPER)) return true;
    if (!nw_token_has(clauses, comma + 1, BEGINS) && !clauses->mentions[comma - 1]) return false;
    for (uint32_t i = comma + 2; i + 1 < limit && i < comma + FAR; i++)
        if (nw_token_has(clauses, i, NW_IS_COMMA) && !nw_token_has(clauses, i + 1, NW_IS_NUMBER))
            return nw_token_has(clauses, i + 1, VERB); /* "identified as Lee, [29,] was" */
    return false;
}

/* "Lee said [the port], which opened in May, was safe", "Lee said [sales] in May reached a million": a clause that is
** said has its verb. */
static bool lacks_verb(const nw_offers *offers, uint32_t end) {
    enum { PHRASE = NW_IS_PREPOSITION | NW_IS_WHEN };
    const nw_clauses *clauses = offers->linker->clauses;
    if (offers->cue->family == NW_CUE_SAY && offers->cue->follow == NW_FOLLOW_OTHER &&
        !offers->passed[end].verbs && nw_token_has(clauses, offers->ends[end], PHRASE))
        return true;
    if (offers->cue->family != NW_CUE_SAY && offers->cue->follow != NW_FOLLOW_THAT) return false;
    if (offers->passed[end].verbs) return false;
    if (offers->cue->family == NW_CUE_SAY && is_apposition(offers, end)) return true;
    if (!offers->all.verbs) return false;
    return nw_token_has(clauses, offers->ends[end], NW_IS_COMMA) &&
           nw_token_has(clauses, offers->ends[end] + 1, NW_IS_QUESTION);
}

/* "Lee said it was late, while [Ann Roth] urged": whether a content ends within the subject of another cue. */
static bool ends_in_subject(const nw_offers *offers, uint32_t end) {
    const nw_linker *linker = offers->linker;
    const nw_cues *cues = linker->cues;
    uint32_t at = offers->ends[end];
    for (uint32_t i = offers->place->index + 1;
         i < cues->count && cues->items[i].sentence == offers->cue->sentence; i++) {
        const nw_cue_place *other = &linker->places[i];
        if (nw_is_empty(other->source) || other->inverted || cues->items[i].chance < 5) continue;
        if (cues->items[i].kind != 'd' && cues->items[i].kind != 's') continue;
        if (!nw_token_has(linker->clauses, other->source.first - 1, NW_IS_JUNCTION | NW_IS_BUT)) continue;
        if (other->source.first > offers->starts[0] && at > other->source.first && at <= cues->items[i].first)
            return true;
    }
    return false;
}

static void add_ruled(nw_offers *offers) {
    nw_offer offer = {NW_SHAPE_NOTHING, NW_NO_PLACE, NW_NO_PLACE, NW_NO_PLACE, true};
    if (!offers->piece_count) return;
    nw_stretch first = offers->pieces[0], last = offers->pieces[offers->piece_count - 1];
    offer.shape = (uint8_t)shape_of_ruled(offers);
    for (uint32_t i = 0; i < offers->before_count; i++)
        if (offers->befores[i] == first.first && offer.shape != NW_SHAPE_SUBJECT_AFTER &&
            offer.shape != NW_SHAPE_SUBJECT)
            offer.before = (uint8_t)i;
    for (uint32_t i = 0; i < offers->start_count; i++)
        if (offers->starts[i] == last.first) offer.start = (uint8_t)i;
    if (offer.shape != NW_SHAPE_BEFORE && offer.shape != NW_SHAPE_SUBJECT)
        for (uint32_t i = 0; i < offers->end_count; i++)
            if (offers->ends[i] == last.end) offer.end = (uint8_t)i;
    if (offer.shape == NW_SHAPE_AFTER && offer.end != NW_NO_PLACE && lacks_verb(offers, offer.end)) return;
    add_offer(offers, offer);
}

static void add_offers(nw_offers *offers) {
    nw_offer offer = {NW_SHAPE_NOTHING, NW_NO_PLACE, NW_NO_PLACE, NW_NO_PLACE, false};
    add_offer(offers, offer);
    if (offers->cue->kind == 'x' && !offers->piece_count) return; /* "sorted according to size" */
    add_ruled(offers);
    offer.shape = NW_SHAPE_BEFORE;
    for (offer.before = 0; offer.before < offers->before_count; offer.before++) add_offer(offers, offer);
    offer.before = NW_NO_PLACE;
    bool subject = !nw_is_empty(offers->subject);
    offer.shape = NW_SHAPE_SUBJECT;
    if (subject) add_offer(offers, offer);
    for (offer.start = 0; offer.start < offers->start_count; offer.start++)
        for (offer.end = 0; offer.end < offers->end_count; offer.end++) {
            if (offers->ends[offer.end] <= offers->starts[offer.start]) continue;
            if (lacks_verb(offers, offer.end) || ends_in_subject(offers, offer.end)) continue;
            bool around = offers->starts[offer.start] == offers->after_quote;
            if (around) {
                offer.shape = NW_SHAPE_AROUND;
                offer.before = 0;
                if (offers->before_count) add_offer(offers, offer);
                offer.before = NW_NO_PLACE;
            }
            offer.shape = NW_SHAPE_AFTER;
            add_offer(offers, offer);
            offer.shape = NW_SHAPE_SUBJECT_AFTER;
            if (subject) add_offer(offers, offer);
        }
}

/* "…, X said, …", but not "…, X said, adding" or "without giving details". */
static bool goes_on_after(const nw_offers *offers) {
    const nw_clauses *clauses = offers->linker->clauses;
    uint32_t comma = offers->place->right, next = comma + 1;
    if (!offers->before_count || !nw_token_has(clauses, comma, NW_IS_COMMA)) return false;
    if (next + 2 >= offers->place->sentence.end) return false;
    if (nw_token_has(clauses, next, NW_IS_PARTICIPLE | NW_IS_QUESTION | NW_IS_JUNCTION)) return false;
    if (nw_begins_verdict(clauses, next)) return false;
    return !nw_token_has(clauses, next, NW_IS_PREPOSITION) ||
           !nw_token_has(clauses, next + 1, NW_IS_PARTICIPLE);
}

void nw_find_places(const nw_linker *linker, uint32_t index, const nw_stretch *pieces, uint32_t piece_count,
                    nw_offers *offers) {
    const nw_cue_place *place = &linker->places[index];
    offers->linker = linker;
    offers->place = place;
    offers->cue = place->cue;
    offers->ruled =
        linker->by_cue[index] ? &linker->links->attributions.items[linker->by_cue[index] - 1] : NULL;
    offers->pieces = pieces;
    offers->piece_count = piece_count;
    offers->before_count = offers->start_count = offers->end_count = offers->count = 0;
    offers->after_quote = NW_NO_TOKEN;
    find_subject(offers);
    find_befores(offers);
    find_starts(offers);
    if (goes_on_after(offers)) {
        offers->after_quote = place->right + 1;
        bool known = false;
        for (uint32_t i = 0; i < offers->start_count; i++) known |= offers->starts[i] == offers->after_quote;
        if (!known) offers->starts[offers->start_count++] = offers->after_quote;
    }
}

void nw_make_offers(nw_offers *offers) {
    if (offers->start_count) {
        if (offers->piece_count) add_end(offers, offers->pieces[offers->piece_count - 1].end);
        find_ends(offers, offers->starts[0]);
        walk_ends(offers);
    }
    add_offers(offers);
}

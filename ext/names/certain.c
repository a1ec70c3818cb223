#include "names/classes.h"
#include "names/find.h"

#include "base/limits.h"

static bool is_free(const nw_mentions *certain, uint32_t known_count, newswire_span span) {
    uint32_t low = 0, high = known_count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (nw_span_end(certain->items[middle].span) <= span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return low == known_count || certain->items[low].span.start >= nw_span_end(span);
}

static void add_certain(nw_arena *arena, const nw_reading *reading, nw_mentions *certain,
                        uint32_t known_count, newswire_span span, uint32_t first, uint32_t count,
                        newswire_entity_type type) {
    if (!span.length || !is_free(certain, known_count, span)) return;
    newswire_mention *mention = nw_push(arena, certain);
    mention->span = span;
    mention->first_token = first;
    mention->token_count = count;
    mention->sentence = reading->tokens.items[first].sentence;
    mention->type = (uint8_t)type;
    mention->score = 0.98;
}

/* The token that a byte is in, searched from a token on. */
static uint32_t token_of_byte(const nw_reading *reading, uint32_t from, uint32_t byte) {
    while (from + 1 < reading->tokens.count && reading->tokens.items[from + 1].span.start <= byte) from++;
    return from;
}

static void take_credits(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                         nw_mentions *certain, uint32_t known_count) {
    uint32_t place_end = 0;
    for (uint32_t i = 0; i < credits->count; i++) {
        const newswire_credit *credit = &credits->items[i];
        add_certain(arena, reading, certain, known_count, credit->span, credit->first_token,
                    credit->token_count, NEWSWIRE_PERSON);
        newswire_span place = credit->place_span;
        /* a place that stands before its names, or belongs to several, is taken once */
        if (!place.length || place.start < place_end || place.start < credit->span.start) continue;
        uint32_t first = token_of_byte(reading, credit->first_token, place.start);
        uint32_t last = token_of_byte(reading, first, nw_span_end(place) - 1);
        if (i + 1 < credits->count && credits->items[i + 1].span.start < place.start) continue;
        place_end = nw_span_end(place);
        add_certain(arena, reading, certain, known_count, place, first, last - first + 1, NEWSWIRE_LOC);
    }
}

/* How many tokens a place of the lists has that begins at a token: "[New] York"; 1 where there is none. */
static uint32_t words_of_place(const nw_reading *reading, uint32_t at, uint32_t end) {
    nw_phrase phrase =
        nw_find_phrase(reading, at, end, nw_list_bit(NW_LIST_CITIES) | nw_list_bit(NW_LIST_REGIONS));
    bool capital = reading->tokens.items[at].traits & NEWSWIRE_INITIAL_CAPITAL;
    return capital && phrase.token_count > 1 ? phrase.token_count : 1;
}

/* "NEW YORK": capitals at the start of a dateline are its place, whatever the words. */
static bool is_name_of_dateline(const nw_reading *reading, uint32_t at, uint32_t end, bool first) {
    const newswire_token *token = &reading->tokens.items[at];
    if (words_of_place(reading, at, end) > 1) return true;
    if (first && token->kind == NEWSWIRE_WORD && token->traits & NEWSWIRE_HAS_UPPER &&
        !(token->traits & NEWSWIRE_HAS_LOWER))
        return true;
    return token->kind == NEWSWIRE_WORD && token->traits & NEWSWIRE_INITIAL_CAPITAL &&
           !nw_token_in(reading, at, NW_LIST_ORDINARY_WORDS);
}

/* "PARIS/LONDON, Feb 22 (Reuters) -": places before the bracket, an agency in it. */
static void take_dateline(nw_arena *arena, const nw_reading *reading, const newswire_sentence *sentence,
                          nw_mentions *certain, uint32_t known_count) {
    uint32_t end = sentence->first_token + sentence->token_count;
    newswire_entity_type type = NEWSWIRE_LOC;
    for (uint32_t at = sentence->first_token; at < end;) {
        if (nw_token_is(&reading->text, &reading->tokens.items[at], '(')) type = NEWSWIRE_ORG;
        uint32_t after = at;
        while (after < end && after - at < NW_MENTION_TOKENS &&
               is_name_of_dateline(reading, after, end, at == sentence->first_token))
            after += words_of_place(reading, after, end);
        if (after == at) {
            at++;
            continue;
        }
        newswire_span span = nw_join(reading->tokens.items[at].span, reading->tokens.items[after - 1].span);
        add_certain(arena, reading, certain, known_count, span, at, after - at, type);
        at = after;
    }
}

/* Whether a token may stand in a firm's name: a capital, a figure, "de", "&". */
static bool is_of_firm(const nw_reading *reading, uint32_t token) {
    const newswire_token *item = &reading->tokens.items[token];
    if (item->kind == NEWSWIRE_NUMBER) return true;
    if (item->kind != NEWSWIRE_WORD) return nw_token_is(&reading->text, item, '&');
    const uint64_t inside =
        nw_class_bit(NW_CLASS_INSIDE) | nw_class_bit(NW_CLASS_PARTICLE) | nw_class_bit(NW_CLASS_LEGAL);
    return item->traits & NEWSWIRE_INITIAL_CAPITAL ||
           nw_know_word(reading->words[token], item).classes & inside;
}

/* "<Harcourt Marine de Lisboa (HML)>": the end of the name that begins behind a bracket, as wires marked firms that have no
** code; the bracket's token where there is none. A word of capitals alone may be a code or a tag. */
static uint32_t end_of_bracketed(const nw_reading *reading, uint32_t open) {
    const newswire_token *items = reading->tokens.items;
    uint32_t at = open + 1, count = reading->tokens.count;
    bool lower = false;
    if (at >= count || items[at].gap != NEWSWIRE_NO_GAP || !(items[at].traits & NEWSWIRE_INITIAL_CAPITAL))
        return open;
    for (; at < count && at <= open + NW_MENTION_TOKENS && is_of_firm(reading, at); at++) {
        if (items[at].sentence != items[open].sentence) return open;
        lower |= (items[at].traits & NEWSWIRE_HAS_LOWER) != 0;
    }
    uint32_t close =
        at + 2 < count && nw_is_mark(reading, at, '(') && nw_is_mark(reading, at + 2, ')') ? at + 3 : at;
    bool form = at == open + 2 && nw_know_word(reading->words[open + 1], &items[open + 1]).classes &
                                      nw_class_bit(NW_CLASS_LEGAL); /* Harcourt Marine <Inc> */
    return lower && !form && close < count && items[close].gap == NEWSWIRE_NO_GAP &&
                   nw_is_mark(reading, close, '>')
               ? at
               : open;
}

static void take_bracketed(nw_arena *arena, const nw_reading *reading, nw_mentions *certain,
                           uint32_t known_count) {
    if (!memchr(reading->text.bytes, '<', reading->text.length)) return;
    for (uint32_t i = 0; i < reading->tokens.count; i++) {
        if (i % 64 == 0) nw_poll(arena, 1);
        if (!nw_is_mark(reading, i, '<')) continue;
        uint32_t end = end_of_bracketed(reading, i);
        if (end == i) continue;
        newswire_span span = nw_join(reading->tokens.items[i + 1].span, reading->tokens.items[end - 1].span);
        add_certain(arena, reading, certain, known_count, span, i + 1, end - i - 1, NEWSWIRE_ORG);
        i = end;
    }
}

void nw_find_certain(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                     nw_mentions *certain) {
    uint32_t known_count = certain->count;
    take_credits(arena, reading, credits, certain, known_count);
    for (uint32_t i = 0; i < reading->sentences.count; i++) {
        nw_poll(arena, 1);
        if (reading->sentences.items[i].kind == NEWSWIRE_DATELINE)
            take_dateline(arena, reading, &reading->sentences.items[i], certain, known_count);
    }
    take_bracketed(arena, reading, certain, known_count);
    nw_sort_mentions(arena, certain);
    /* a credit and a dateline never share words, but nothing here relies on their stages for that */
    uint32_t kept = 0;
    for (uint32_t i = 0; i < certain->count; i++) {
        if (kept && certain->items[i].span.start < nw_span_end(certain->items[kept - 1].span)) continue;
        certain->items[kept++] = certain->items[i];
    }
    certain->count = kept;
}

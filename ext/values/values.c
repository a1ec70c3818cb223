#include "values/values.h"

#include "values/amounts.h"
#include "values/dates.h"
#include "values/money.h"
#include "values/numbers.h"
#include "values/times.h"

newswire_value *nw_add_value(nw_value_reader *reader, newswire_value_kind kind, uint32_t token,
                             uint32_t start, uint32_t end) {
    const newswire_token *items = reader->reading->tokens.items;
    newswire_value *value = nw_push(reader->arena, reader->values);
    bool clock = kind == NEWSWIRE_DATE || kind == NEWSWIRE_TIME;
    if (!clock && nw_byte_at(reader, end - 1) == '.') end--; /* the stop of "cts." and "lbs." */
    value->span = (newswire_span){start, end - start};
    value->kind = (uint8_t)kind;
    value->sentence = reader->sentence + 1;
    value->first_token = token;
    while (token + 1 < reader->end_token && items[token + 1].span.start < end) token++;
    value->token_count = token - value->first_token + 1;
    reader->taken = end;
    return value;
}

/* ---- one place ---- */

static void add_date(nw_value_reader *reader, const nw_date_found *date) {
    nw_add_value(reader, NEWSWIRE_DATE, date->token, date->start, date->last.end)->iso = date->iso;
}

/* "the past decade", "over the last year". */
static bool read_past_duration(nw_value_reader *reader, const nw_piece *first, nw_piece *last) {
    nw_duration duration;
    if (!nw_makes_length(reader, first)) return false;
    if (!nw_parse_single_duration(reader, first, &duration)) return false;
    newswire_value *value =
        nw_add_value(reader, NEWSWIRE_DURATION, first->token, first->start, duration.last.end);
    value->has_number = true;
    value->number = duration.number;
    value->unit = nw_string(duration.noun);
    value->iso = duration.iso;
    *last = duration.last;
    return true;
}

/* A value that begins at a piece, by what can begin there. */
static bool read_value(nw_value_reader *reader, const nw_piece *first, nw_piece *last) {
    nw_clock_time time;
    nw_date_found date;
    if (first->start < reader->taken) return false;
    if ((first->kind == NW_PIECE_DIGITS || first->kind == NW_PIECE_WORD) &&
        nw_parse_time(reader, first, &time)) {
        nw_add_value(reader, NEWSWIRE_TIME, time.token, time.span.start, nw_span_end(time.span))->iso =
            time.iso;
        *last = time.last;
        return true;
    }
    if (nw_parse_date(reader, first, &date)) {
        add_date(reader, &date);
        *last = date.last;
        return true;
    }
    return nw_read_amount(reader, first, last) || read_past_duration(reader, first, last);
}

/* "a third", "a hundred", "a year", "a percentage point": the article before a word of numbers or time. */
static bool article_before(const nw_value_reader *reader, const nw_piece *word, nw_piece *article) {
    const newswire_token *items = reader->reading->tokens.items;
    uint32_t token = word->token;
    if (word->start != items[token].span.start || token == reader->first_token) return false;
    if (nw_token_is_used(reader->reading, token - 1, NW_USE_FULL)) token--;
    if (token == reader->first_token || items[token - 1].span.length > 2) return false;
    if (!nw_token_reads(reader->reading, token - 1, "a") && !nw_token_reads(reader->reading, token - 1, "an"))
        return false;
    return nw_first_piece(reader, token - 1, article) && article->start >= reader->taken;
}

/* ---- the sweep ---- */

/* Lists with words that a value may begin with. */
#define TRIGGERS                                                                                             \
    (nw_list_bit(NW_LIST_NUMBER_WORDS) | nw_list_bit(NW_LIST_DATE_WORDS) | nw_list_bit(NW_LIST_TIME_WORDS))

/* Whether a value may begin in a token. */
static inline bool may_begin(const nw_reading *reading, uint32_t index) {
    const newswire_token *token = &reading->tokens.items[index];
    if (token->traits & NEWSWIRE_HAS_DIGIT) return token->kind < NEWSWIRE_CODE;
    uint32_t word = reading->words[index];
    if (nw_word_lists(word) & TRIGGERS) return true;
    if (token->traits & NEWSWIRE_INITIAL_CAPITAL && /* "Good Friday" */
        nw_lexicon_sets[nw_lexicon_words[word].begins] & nw_list_bit(NW_LIST_DATE_WORDS))
        return true;
    return (token->traits & NEWSWIRE_HAS_HYPHEN && token->kind == NEWSWIRE_WORD) ||
           token->traits & NEWSWIRE_NOT_ASCII;
}

/* The first piece of a token that a number can begin with; "$" and the like are read from their number. */
static bool first_number(const nw_value_reader *reader, const nw_piece *from, uint32_t token,
                         nw_piece *piece) {
    nw_piece at = *from;
    for (int count = 0; count < 8; count++) {
        if (!nw_next_piece(reader, &at, piece) || piece->token != token) return false;
        if (piece->kind == NW_PIECE_DIGITS) return true;
        at = *piece;
    }
    return false;
}

/* Letters before the digits of a token are money ("US$5"), a rank ("no.2") or a name ("A320"). */
static bool read_inside(nw_value_reader *reader, const nw_piece *first, nw_piece *last) {
    nw_piece digits;
    if (!first_number(reader, first, first->token, &digits) || digits.start < reader->taken) return false;
    char before = nw_byte_at(reader, digits.start - 1);
    if (first->kind == NW_PIECE_WORD && nw_ascii_letter(before) && !nw_money_before(reader, &digits).code)
        return false;
    if (first->kind == NW_PIECE_WORD && before == '-') return false; /* "F-16", "under-21" */
    return read_value(reader, &digits, last);
}

/* Words of units ("years", "percent") begin a value only behind an article: "a year". */
static bool can_begin(const nw_value_reader *reader, uint32_t token) {
    uint32_t word = reader->reading->words[token];
    uint64_t lists = nw_word_lists(word) & TRIGGERS;
    if (lists != nw_list_bit(NW_LIST_TIME_WORDS)) return true;
    if (nw_take_entry(word, NW_LIST_TIME_WORDS)->class == NW_VALUE_CLASSES + NW_TIME_CLOCK) return true;
    return token > reader->first_token && reader->reading->tokens.items[token - 1].span.length <= 5 &&
           reader->reading->tokens.items[token - 1].traits == NEWSWIRE_HAS_LOWER;
}

/* Values that begin in a token; returns the token to go on with. */
static uint32_t read_token(nw_value_reader *reader, uint32_t token) {
    nw_piece first, last, article;
    if (!can_begin(reader, token)) return token + 1;
    if (!nw_first_piece(reader, token, &first)) return token + 1;
    bool found = first.kind == NW_PIECE_WORD && article_before(reader, &first, &article) &&
                 nw_read_amount(reader, &article, &last);
    found = found || read_value(reader, &first, &last) ||
            (reader->reading->tokens.items[token].traits & NEWSWIRE_HAS_DIGIT &&
             first.kind != NW_PIECE_DIGITS && read_inside(reader, &first, &last));
    for (int count = 0; found && count < 64; count++) { /* "2.1-2.4%", "$1.2-$1.5": more in the same token */
        token = last.token;
        if (last.end >= nw_span_end(reader->reading->tokens.items[token].span)) break;
        nw_piece next;
        found = first_number(reader, &last, last.token, &next) && read_value(reader, &next, &last);
    }
    return token + 1;
}

/* ---- sums that share a currency ---- */

enum {
    MILLION = 1000000,
    UNLIKE = 10 /* times that one of two sums that are compared is at most the other */
};

/* Whether a bare number is held against the sum before it: "to 58 euros [from] 51", "4 billion euros, [against] 3.9 billion", "above
** the forecast [of] 3.9 billion". */
static bool is_compared(const nw_value_reader *reader, const newswire_value *sum,
                        const newswire_value *bare) {
    const nw_reading *reading = reader->reading;
    uint32_t before = bare->first_token, behind = sum->first_token + sum->token_count;
    if (before < reader->first_token + 2 || before <= behind) return false;
    if (bare->number <= 0 || bare->number > UNLIKE * sum->number || sum->number > UNLIKE * bare->number)
        return false;
    before--;
    if (nw_token_reads(reading, before, "from") && before == behind) return true;
    if (bare->number < MILLION) return false;
    if (nw_token_reads(reading, before, "of"))
        return nw_token_is_used(reading, before - 1, NW_USE_COMPARED_FIGURE);
    return nw_token_reads_any(reading, before, "from versus vs against");
}

/* Gives bare numbers of a sentence the currency of the sum before them; `first`: the sentence's first value. */
static void share_currencies(const nw_value_reader *reader, uint32_t first) {
    const newswire_value *last = NULL;
    for (uint32_t i = first; i < reader->values->count; i++) {
        newswire_value *value = &reader->values->items[i];
        if (value->kind != NEWSWIRE_MONEY && value->kind != NEWSWIRE_COUNT) continue;
        bool bare = value->kind == NEWSWIRE_COUNT && !value->unit.length;
        if (bare && last && last->kind == NEWSWIRE_MONEY && is_compared(reader, last, value)) {
            value->kind = NEWSWIRE_MONEY;
            value->unit = last->unit;
        }
        bool converted = last && last->kind == NEWSWIRE_MONEY && value->kind == NEWSWIRE_MONEY &&
                         nw_byte_at(reader, value->span.start - 1) == '(';
        if (!converted) last = value; /* 287 million crowns ($65 million) from 263 million */
    }
}

void nw_find_values(nw_arena *arena, const nw_reading *reading, nw_date published, nw_values *values) {
    nw_piece_memo pieces = {.items = {{0}}};
    nw_number_memo numbers = {.known = 0};
    nw_sign_memo signs = {.sign = 0};
    nw_value_reader reader = {.arena = arena,
                              .reading = reading,
                              .published = published,
                              .values = values,
                              .pieces = &pieces,
                              .numbers = &numbers,
                              .signs = &signs};
    for (uint32_t i = 0; i < reading->sentences.count; i++) {
        const newswire_sentence *sentence = &reading->sentences.items[i];
        if (sentence->token_count == 0) continue;
        reader.sentence = i;
        reader.first_token = sentence->first_token;
        reader.end_token = sentence->first_token + sentence->token_count;
        reader.end = nw_span_end(reading->tokens.items[reader.end_token - 1].span);
        nw_poll(arena, sentence->token_count);
        if (sentence->kind == NEWSWIRE_CREDIT) continue;
        uint32_t first_value = values->count;
        for (uint32_t token = reader.first_token; token < reader.end_token;) {
            if (may_begin(reading, token))
                token = read_token(&reader, token);
            else
                token++;
        }
        share_currencies(&reader, first_value);
    }
}

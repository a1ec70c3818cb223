#include "wire/headlines.h"

#include "lexicon/sentence_words.h"
#include "tokens/shapes.h"
#include "wire/credit_lines.h"
#include "wire/datelines.h"
#include "wire/line_patterns.h"
#include "wire/list_lines.h"

enum {
    LONGEST_HEADLINE = 30, /* tokens */
    LONGEST_SUBHEADING = 10
};

static nw_line paragraph_line(const nw_copy *copy, uint32_t index) {
    const nw_paragraph *paragraph = &copy->paragraphs->items[index];
    return (nw_line){paragraph->first_token, paragraph->first_token + paragraph->token_count};
}

bool nw_is_all_capitals(const nw_copy *copy, nw_line line) {
    uint32_t words = 0;
    for (uint32_t i = line.first; i < line.end; i++) {
        const newswire_token *at = nw_copy_token(copy, i);
        if (at->traits & NEWSWIRE_HAS_LOWER) return false;
        if (at->kind == NEWSWIRE_WORD) words += nw_copy_is_capitals(copy, i);
        if (i - line.first >= 60) return false;
    }
    return words >= 2;
}

/* Whether a line is wrapped in its middle. */
static bool has_line_break(const nw_copy *copy, nw_line line) {
    for (uint32_t i = line.first + 1; i < line.end && i - line.first < 2 * LONGEST_HEADLINE; i++)
        if (nw_copy_token(copy, i)->gap >= NEWSWIRE_LINE_BREAK) return true;
    return false;
}

static bool is_small_word(const nw_copy *copy, uint32_t token) {
    const newswire_token *at = nw_copy_token(copy, token);
    return at->kind == NEWSWIRE_WORD && at->traits & NEWSWIRE_HAS_LOWER &&
           !(at->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_DIGIT));
}

/* Whether a paragraph ends in the middle of a sentence, "bought by", and the next goes on with a word. The
** headline "Strike at port goes on" is short. */
static bool breaks_off(const nw_copy *copy, uint32_t index) {
    if (index + 1 >= copy->paragraphs->count) return false;
    nw_line line = paragraph_line(copy, index), next = paragraph_line(copy, index + 1);
    const newswire_token *last = nw_copy_token(copy, line.end - 1);
    if (nw_copy_token(copy, next.first)->kind == NEWSWIRE_PUNCT ||
        !nw_wants_more(&copy->reading.text, last, &nw_lexicon_sentence_words))
        return false;
    bool particle = nw_copy_reads(copy, line.end - 1, "on") || nw_copy_reads(copy, line.end - 1, "in");
    if (particle && line.end - line.first <= LONGEST_SUBHEADING) return false;
    return !nw_dateline_tokens(copy, next) && !nw_byline_tokens(copy, next, true);
}

bool nw_goes_on(const nw_copy *copy, uint32_t index) {
    if (index + 1 >= copy->paragraphs->count) return false;
    nw_line next = paragraph_line(copy, index + 1);
    if (nw_copy_is_dash(copy, next.first))
        return next.end - next.first > 1 && is_small_word(copy, next.first + 1);
    if (nw_copy_token(copy, next.first)->kind == NEWSWIRE_PUNCT)
        return strchr(",.;:)", nw_copy_byte(copy, next.first));
    return is_small_word(copy, next.first);
}

/* Whether a paragraph reads like running text or what stands right above it. */
static bool reads_as_body(const nw_copy *copy, uint32_t index) {
    nw_line line = paragraph_line(copy, index);
    if (line.end - line.first > LONGEST_HEADLINE || nw_line_is_stopped(copy, line)) return true;
    if (nw_copy_is(copy, line.end - 1, ':')) return true;
    return nw_dateline_tokens(copy, line) || nw_byline_tokens(copy, line, true) ||
           nw_is_name_line(copy, line) || nw_copy_is(copy, line.end - 1, ')');
}

/* "... said" and a colon or comma: a sentence that goes on. */
static bool is_open(const nw_copy *copy, nw_line line) {
    return nw_copy_is(copy, line.end - 1, ':') || nw_copy_is(copy, line.end - 1, ',') ||
           nw_copy_is(copy, line.end - 1, ';') || nw_copy_is_dash(copy, line.end - 1);
}

static bool opens_like_headline(const nw_copy *copy, nw_line line) {
    const newswire_token *at = nw_copy_token(copy, line.first);
    return at->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER) || at->kind == NEWSWIRE_NUMBER ||
           at->kind == NEWSWIRE_SYMBOL || strchr("\"'\xe2\xc2", nw_copy_byte(copy, line.first));
}

/* Before running text: what stands above a body, or above another such line that does. */
static bool stands_above_body(const nw_copy *copy, uint32_t index) {
    enum { MOST_LINES = 3, MOST_ITEMS = 12 };
    uint32_t count = copy->paragraphs->count, lines = 0;
    for (uint32_t next = index + 1; next < count && lines < MOST_LINES && next - index < MOST_ITEMS; next++) {
        if (nw_has_bullet(copy, paragraph_line(copy, next))) continue; /* the points of the story */
        lines++;
        if (reads_as_body(copy, next)) return true;
        if (nw_goes_on(copy, next)) return true;
    }
    return false;
}

/* Whether a dateline, a byline or a line in capitals follows: what a headline in wrapped copy has below
** it. */
static bool stands_above_head(const nw_copy *copy, uint32_t index) {
    nw_line next = paragraph_line(copy, index + 1);
    return nw_dateline_tokens(copy, next) || nw_byline_tokens(copy, next, true) ||
           nw_is_name_line(copy, next) || nw_copy_token(copy, next.first)->gap == NEWSWIRE_BLANK_LINE;
}

/* "in the U.S.": a stop that may well not end a sentence. */
static bool ends_in_initials(const nw_copy *copy, nw_line line) {
    newswire_string token = nw_token_string(&copy->reading.text, nw_copy_token(copy, line.end - 1));
    return token.length >= 4 && token.bytes[token.length - 1] == '.' && token.bytes[token.length - 3] == '.';
}

/* Whether a paragraph is short and has no stop: a heading, an item without a mark, a cell. */
static bool is_loose(const nw_copy *copy, uint32_t index) {
    nw_line line = paragraph_line(copy, index);
    return line.end - line.first <= LONGEST_HEADLINE && !nw_line_is_stopped(copy, line) &&
           !is_open(copy, line) && opens_like_headline(copy, line) && !nw_goes_on(copy, index) &&
           !breaks_off(copy, index);
}

bool nw_is_loose_item(const nw_copy *copy, uint32_t index) {
    if (!copy->body || !is_loose(copy, index)) return false;
    return (index > 0 && is_loose(copy, index - 1)) ||
           (index + 1 < copy->paragraphs->count && is_loose(copy, index + 1));
}

/* "Soccer-Vestby win cup", "Motor racing-Dahl first": a sport in front of the headline's first word. */
static bool has_sport_tag(const nw_copy *copy, nw_line line) {
    bool motor = nw_copy_reads(copy, line.first, "motor");
    const char *start = copy->reading.text.bytes + nw_copy_token(copy, line.first + motor)->span.start,
               *at = start;
    while ((*at | 32) >= 'a' && (*at | 32) <= 'z') at++;
    if (*at != '-' || at == start || !nw_copy_is_capitalized(copy, line.first)) return false;
    uint32_t word = nw_lexicon_word_for(NW_LIST_WIRE_WORDS, start, (size_t)(at - start));
    bool headline = nw_ascii_upper(at[1]) || nw_ascii_digit(at[1]) || (at[1] && strchr("\"'\xe2", at[1]));
    return headline && nw_word_is(word, NW_USE_SPORT_TAG);
}

/* Whether a headline begins with a tag: "UPDATE 1-Acme cuts outlook". */
static bool has_tag(const nw_copy *copy, nw_line line) {
    return has_sport_tag(copy, line) || nw_line_matches(copy, NW_LINE_HEADLINE_TAG, line, NULL);
}

bool nw_is_headline(const nw_copy *copy, nw_line line, uint32_t index) {
    uint32_t count = line.end - line.first;
    if (count > 2 * LONGEST_HEADLINE || !opens_like_headline(copy, line)) return false;
    bool stopped = nw_line_is_stopped(copy, line), last = index + 1 >= copy->paragraphs->count;
    if (stopped && !copy->body && count <= LONGEST_HEADLINE / 2 && ends_in_initials(copy, line))
        stopped = false;
    if (copy->wrapped && !nw_is_all_capitals(copy, line) &&
        (copy->body || last || has_line_break(copy, line) || !stands_above_head(copy, index)))
        return false;
    bool question = stopped && nw_copy_is(copy, line.end - 1, '?');
    if (nw_is_all_capitals(copy, line)) {
        if (!stopped) return count >= 3 || !nw_goes_on(copy, index);
        return !copy->body && !last && count > 2 &&
               !nw_is_all_capitals(copy, paragraph_line(copy, index + 1));
    }
    if (nw_goes_on(copy, index) || breaks_off(copy, index)) return false;
    if (count > LONGEST_HEADLINE || (stopped && !question)) return false;
    if (!question && count > 2 && has_tag(copy, line)) return true;
    if (last || is_open(copy, line)) return false;
    if (!copy->body) return stands_above_body(copy, index);
    if (question || count > LONGEST_SUBHEADING || index == 0) return false;
    nw_line before = paragraph_line(copy, index - 1);
    nw_line after = paragraph_line(copy, index + 1);
    return !is_loose(copy, index - 1) && !is_open(copy, before) &&
           (nw_line_is_stopped(copy, after) || after.end - after.first > LONGEST_HEADLINE ||
            is_open(copy, after));
}

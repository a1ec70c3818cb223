#include "tokens/paragraphs.h"

#include "base/limits.h"
#include "tokens/shapes.h"

/* A line of the text that holds tokens. */
typedef struct text_line {
    uint32_t first_token;
    uint32_t token_count;
    uint32_t width;      /* columns, with its indentation; bytes, to be exact */
    uint32_t first_word; /* columns of what the line begins with up to a gap */
    uint8_t indent;
    uint8_t gap;        /* newswire_gap before it */
    bool ends_sentence; /* with a stop, a colon, or one of these in quotes or brackets */
    bool begins_inside; /* a sentence: with a small letter or a comma, or after "of" and the like */
    bool is_sign_off;   /* "Reuter" alone: where a story of the wire ends */
} text_line;

typedef NW_ARRAY(text_line) text_lines;

/* What the lines of an article have in common. */
typedef struct line_layout {
    uint32_t width;  /* what nearly all lines keep to */
    uint32_t margin; /* the smallest indentation */
    bool indented;   /* paragraphs begin with more than the margin */
    bool signed_off; /* one line is "Reuter" alone */
} line_layout;

enum {
    WIDEST_WRAP = 100, /* hard-wrapped copy keeps to 64 to 80 columns; lines beyond this are paragraphs */
    NARROWEST_WRAP = 30,
    RAGGED = 6 /* columns that a wrapped line may leave free though the next word would fit */
};

/* ---------------------------------------------------------------- lines */

static bool ends_sentence(const nw_text *text, const nw_tokens *tokens, const text_line *line) {
    const newswire_token *token = &tokens->items[line->first_token + line->token_count - 1];
    for (uint32_t left = line->token_count, marks = 0; left > 1 && marks < NW_CLOSING_TOKENS; left--, marks++)
        if (nw_closes(text, token))
            token--;
        else
            break;
    char last = text->bytes[nw_span_end(token->span) - 1];
    return last == '.' || last == '?' || last == '!' || last == ':';
}

static bool begins_inside(const nw_text *text, const nw_tokens *tokens, const nw_sentence_words *words,
                          const text_line *line) {
    const newswire_token *first = &tokens->items[line->first_token];
    if (nw_begins_small(text, first) || nw_begins_with_comma(text, first)) return true;
    return line->gap == NEWSWIRE_LINE_BREAK && first->kind != NEWSWIRE_PUNCT &&
           nw_wants_more(text, first - 1, words);
}

static bool is_sign_off(const nw_text *text, const nw_tokens *tokens, const nw_sentence_words *words,
                        const text_line *line) {
    const newswire_token *token = &tokens->items[line->first_token];
    uint32_t left = line->token_count;
    if (left > NW_CLOSING_TOKENS) return false;
    for (; left > 1 && token->kind == NEWSWIRE_PUNCT; left--) token++;
    return left <= 2 && nw_token_has_use(text, token, words, NW_SIGN_OFF) &&
           (left == 1 || token[1].kind != NEWSWIRE_WORD);
}

/* Where a line begins that has tokens from `at` on: `end` if there is none. */
static uint32_t find_line_break(const newswire_token *tokens, uint32_t at, uint32_t end) {
    while (at < end && tokens[at].gap < NEWSWIRE_LINE_BREAK) at++;
    return at;
}

static uint32_t measure_word(const newswire_token *first, uint32_t count) {
    const newswire_token *word = first;
    while (--count && word[1].gap == NEWSWIRE_NO_GAP) word++;
    return nw_join(first->span, word->span).length;
}

static void find_lines(nw_arena *arena, const nw_text *text, const nw_tokens *tokens,
                       const nw_sentence_words *words, text_lines *lines) {
    for (uint32_t i = 0, end; i < tokens->count; i = end) {
        const newswire_token *first = &tokens->items[i];
        text_line *line = nw_push(arena, lines);
        end = find_line_break(tokens->items, i + 1, tokens->count);
        line->first_token = i;
        line->token_count = end - i;
        line->width = nw_join(first->span, tokens->items[end - 1].span).length + first->indent;
        line->first_word = measure_word(first, line->token_count);
        line->indent = first->indent;
        line->gap = first->gap;
        line->ends_sentence = ends_sentence(text, tokens, line);
        line->begins_inside = begins_inside(text, tokens, words, line);
        line->is_sign_off = is_sign_off(text, tokens, words, line);
        nw_poll(arena, 2 + line->token_count / 4);
    }
}

/* Whether the next line's first word did not fit on this line any more, give or take some columns. */
static bool is_full(const text_line *line, uint32_t width, uint32_t ragged) {
    return line->width + 1 + line[1].first_word + ragged > width;
}

/* ---------------------------------------------------------------- layout */

/* The width that all but one line in thirty keep to. */
static uint32_t find_width(const text_lines *lines) {
    uint32_t widths[WIDEST_WRAP + 2] = {0}, beyond = 0, width = 0;
    for (uint32_t i = 0; i < lines->count; i++) {
        uint32_t own = lines->items[i].width > WIDEST_WRAP ? WIDEST_WRAP + 1 : lines->items[i].width;
        if (own > width) width = own;
        widths[own]++;
    }
    while (width > 0 && beyond + widths[width] <= lines->count / 30) beyond += widths[width--];
    return width;
}

/* The least indentation of all lines. The first may have lost its own, with white space trimmed off the
** article: it does not count where the others mostly go on sentences. */
static uint32_t find_margin(const text_lines *lines) {
    uint32_t margin = UINT32_MAX, inside = 0, others = 0;
    for (uint32_t i = 1; i < lines->count; i++) {
        const text_line *line = &lines->items[i];
        if (line->is_sign_off) continue;
        if (line->indent < margin) margin = line->indent;
        if (line->begins_inside && !line[-1].ends_sentence) inside++;
        others++;
    }
    if (others && inside * 3 >= others) return margin;
    return lines->count && lines->items[0].indent < margin ? lines->items[0].indent : margin;
}

static line_layout find_layout(const text_lines *lines) {
    line_layout layout = {.width = find_width(lines), .margin = find_margin(lines)};
    for (uint32_t i = 1; i < lines->count; i++) {
        if (lines->items[i].is_sign_off)
            layout.signed_off = true;
        else if (lines->items[i].indent > layout.margin)
            layout.indented = true;
    }
    return layout;
}

/* Whether line breaks are mostly wraps. Each break within a block speaks for or against; the first line of
** copy that is signed off may be short for the dateline that an archive cut off it. */
static bool is_wrapped(const text_lines *lines, const line_layout *layout) {
    if (layout->width > WIDEST_WRAP || layout->width < NARROWEST_WRAP) return false;
    int64_t evidence = 0;
    for (uint32_t i = 0; i + 1 < lines->count; i++) {
        const text_line *line = &lines->items[i], *next = line + 1;
        if (next->gap != NEWSWIRE_LINE_BREAK || next->indent > layout->margin) continue;
        bool full = is_full(line, layout->width, RAGGED);
        if (next->begins_inside && !line->ends_sentence)
            evidence += full || i == 0 ? 2 : 0;
        else if (full || i > 0 || !layout->signed_off || line->ends_sentence)
            evidence += full ? 1 : -1;
    }
    return evidence > 0;
}

/* Whether a paragraph begins with a line of wrapped copy, not the first. */
static bool begins_paragraph(const text_line *line, const line_layout *layout) {
    const text_line *before = line - 1;
    if (line->is_sign_off || before->is_sign_off) return true;
    bool full = is_full(before, layout->width, RAGGED);
    if (line->indent > layout->margin) return before->ends_sentence || !full || !line->begins_inside;
    if (before->indent > layout->margin + 8 && !full) return true; /* below a heading or a row of a table */
    return !layout->indented && before->ends_sentence && !line->begins_inside &&
           !is_full(before, layout->width, 0);
}

void nw_find_paragraphs(nw_arena *arena, const nw_text *text, const nw_tokens *tokens,
                        const nw_sentence_words *words, nw_paragraphs *paragraphs, bool *wrapped) {
    text_lines lines = {0};
    find_lines(arena, text, tokens, words, &lines);
    line_layout layout = find_layout(&lines);
    *wrapped = is_wrapped(&lines, &layout);
    nw_paragraph *paragraph = NULL;
    for (uint32_t i = 0; i < lines.count; i++) {
        const text_line *line = &lines.items[i];
        nw_poll(arena, 1);
        if (!paragraph || line->gap == NEWSWIRE_BLANK_LINE || !*wrapped || begins_paragraph(line, &layout)) {
            paragraph = nw_push(arena, paragraphs);
            paragraph->first_token = line->first_token;
        }
        paragraph->token_count += line->token_count;
    }
    nw_discard(arena, &lines);
}

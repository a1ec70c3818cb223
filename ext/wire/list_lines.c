#include "wire/list_lines.h"

#include "wire/line_patterns.h"

/* ---- bullets ---- */

static bool is_bullet_mark(const nw_copy *copy, uint32_t token) {
    static const char *const marks[] = {"*",
                                        "**",
                                        "\xe2\x80\xa2",
                                        "\xc2\xb7",
                                        "\xe2\x97\x8f",
                                        "\xe2\x96\xaa",
                                        "\xe2\x96\xa0",
                                        "\xe2\x97\xa6",
                                        "\xe2\x80\xa3",
                                        "\xe2\x9e\xa4",
                                        NULL};
    newswire_string string = nw_token_string(&copy->reading.text, nw_copy_token(copy, token));
    if ((unsigned char)string.bytes[0] < 0x80 && string.bytes[0] != '*') return false;
    for (const char *const *mark = marks; *mark; mark++)
        if (nw_string_equal(string, nw_string(*mark))) return true;
    return false;
}

/* "1." "12)" "(3)" "a)": how many tokens, 0 for none. */
static uint32_t read_item_number(const nw_copy *copy, nw_line line) {
    bool bracket = nw_copy_is(copy, line.first, '(');
    uint32_t number = line.first + bracket;
    if (number + 2 >= line.end) return 0;
    const newswire_token *at = nw_copy_token(copy, number), *mark = nw_copy_token(copy, number + 1);
    bool digits = at->kind == NEWSWIRE_NUMBER && at->span.length <= 2 && nw_copy_byte(copy, number) <= '9';
    bool letter = at->kind == NEWSWIRE_WORD && at->span.length == 1 &&
                  (bracket || !(at->traits & NEWSWIRE_INITIAL_CAPITAL));
    if ((!digits && !letter) || mark->gap != NEWSWIRE_NO_GAP) return 0;
    if (nw_copy_is(copy, number + 1, ')')) return 2 + bracket;
    bool stop =
        digits && !bracket && nw_copy_is(copy, number + 1, '.') && nw_copy_token(copy, number + 2)->gap;
    return stop && !nw_copy_reads(copy, number + 2, "fc") ? 2 : 0; /* "1. FC Example" is a club */
}

bool nw_has_bullet(const nw_copy *copy, nw_line line) {
    if (line.end - line.first < 2) return false;
    if (is_bullet_mark(copy, line.first)) return true;
    if (nw_copy_is_dash(copy, line.first)) return nw_copy_token(copy, line.first + 1)->gap != NEWSWIRE_NO_GAP;
    return read_item_number(copy, line) > 0;
}

/* ---- rows ---- */

/* What a line is made of. */
typedef struct row_counts {
    uint32_t tokens;
    uint32_t figures; /* numbers, per cent and plus signs */
    uint32_t small;   /* words in small letters, units apart */
    uint32_t columns; /* wide gaps within a line */
    uint32_t prose;   /* words and commas that join clauses */
    bool versus;
} row_counts;

static bool is_unit(const nw_copy *copy, uint32_t token) {
    return nw_copy_token(copy, token)->kind == NEWSWIRE_WORD && nw_copy_is_used(copy, token, NW_USE_ROW_UNIT);
}

/* Whether more than a space stands between a token and the one before it on its line. */
static bool is_column(const nw_copy *copy, uint32_t token) {
    const newswire_token *at = nw_copy_token(copy, token);
    uint32_t wide = copy->wrapped ? 2 : 3;
    return at->gap == NEWSWIRE_SPACE && at->span.start - nw_span_end(at[-1].span) >= wide;
}

static bool is_versus(const nw_copy *copy, uint32_t token) {
    bool begins = (nw_copy_byte(copy, token) | ' ') == 'v';
    return begins & (nw_copy_token(copy, token)->span.length == 2) && nw_copy_reads(copy, token, "vs");
}

static row_counts count_row(const nw_copy *copy, nw_line line) {
    row_counts counts = {line.end - line.first, 0, 0, 0, 0, false};
    for (uint32_t i = line.first; i < line.end; i++) {
        const newswire_token *at = nw_copy_token(copy, i);
        bool is_word = at->kind == NEWSWIRE_WORD;
        uint32_t word = is_word ? nw_copy_wire_word(copy, i) : 0;
        if (is_versus(copy, i)) counts.versus = true;
        bool symbol = at->kind == NEWSWIRE_SYMBOL && !strchr("<>", nw_copy_byte(copy, i));
        if (at->kind == NEWSWIRE_NUMBER || symbol)
            counts.figures++;
        else if (is_word && nw_word_is(word, NW_USE_ROW_UNIT))
            counts.figures += i > line.first;
        else if (is_word && !nw_copy_is_capitalized(copy, i))
            counts.small++;
        counts.prose += nw_copy_is(copy, i, ',') || nw_word_is(word, NW_USE_ROW_PROSE);
        if (i > line.first && is_column(copy, i)) counts.columns++;
    }
    return counts;
}

/* A line of prose has neither columns nor "vs". */
static bool may_be_table_line(const nw_copy *copy, nw_line line) {
    for (uint32_t i = line.first; i < line.end; i++)
        if ((i > line.first && is_column(copy, i)) || is_versus(copy, i)) return true;
    return false;
}

bool nw_is_table_line(const nw_copy *copy, nw_line line) {
    if (line.end - line.first > 40 || !may_be_table_line(copy, line) || nw_line_is_stopped(copy, line))
        return false;
    row_counts counts = count_row(copy, line);
    if (counts.versus && counts.figures >= 2) return counts.prose == 0;
    return counts.columns && counts.figures && counts.small <= counts.figures;
}

/* "UPDATE 2-Acme profit falls": a headline, whatever its figures. */
static bool is_tagged(const nw_copy *copy, uint32_t token) {
    return nw_copy_reads(copy, token, "update") || nw_copy_reads(copy, token, "wrapup");
}

bool nw_is_row(const nw_copy *copy, nw_line line) {
    enum { LONGEST = 40, LONGEST_LABELLED = 12 };
    uint32_t count = line.end - line.first;
    if (count > LONGEST || nw_line_is_stopped(copy, line)) return false;
    char last = nw_copy_byte(copy, line.end - 1);
    if (last == ',' || last == ';' || is_tagged(copy, line.first)) return false;
    if (count <= 6 && nw_line_matches(copy, NW_LINE_PERIOD, line, NULL)) return true;
    row_counts counts = count_row(copy, line);
    if (copy->wrapped && count <= LONGEST_LABELLED && nw_copy_is_used(copy, line.first, NW_USE_ROW_LABEL) &&
        counts.small * 2 <= count)
        return true;
    if (counts.figures == 0) return counts.columns >= 2 || (counts.columns && counts.small == 0);
    const newswire_token *first = nw_copy_token(copy, line.first);
    bool opens = nw_copy_is_capitalized(copy, line.first) || first->kind == NEWSWIRE_NUMBER ||
                 first->kind == NEWSWIRE_SYMBOL || first->kind == NEWSWIRE_CODE || counts.columns;
    if (!opens || count < 2) return false;
    if (counts.versus && counts.figures >= 2) return true;
    if (counts.columns && counts.small <= counts.figures) return true;
    const newswire_token *end = nw_copy_token(copy, line.end - 1);
    bool closed = counts.figures >= 2 || end->kind == NEWSWIRE_NUMBER || end->kind == NEWSWIRE_SYMBOL ||
                  is_unit(copy, line.end - 1);
    return closed && counts.figures * 3 >= count && counts.small * 4 <= count;
}

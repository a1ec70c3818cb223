#include "wire/lines.h"

#include "base/limits.h"
#include "wire/credit_lines.h"
#include "wire/datelines.h"
#include "wire/headlines.h"
#include "wire/line_patterns.h"
#include "wire/list_lines.h"

enum {
    CLOSING_PARAGRAPHS = 6, /* from the end: where credits stand outside brackets */
    HEAD_PARAGRAPHS = 10    /* from the start: where bylines stand */
};

/* The blocks under way. */
typedef struct block_reader {
    nw_copy copy;
    nw_text_blocks *blocks;
    uint32_t paragraph; /* index from 0 */
} block_reader;

static void push_block(block_reader *reader, nw_line line, newswire_sentence_kind kind) {
    *nw_push(reader->copy.arena, reader->blocks) =
        (nw_text_block){line.first, line.end - line.first, reader->paragraph + 1, (uint8_t)kind};
}

static inline void add_block(block_reader *reader, nw_line line, newswire_sentence_kind kind) {
    if (line.first < line.end) push_block(reader, line, kind);
}

/* ---- one line ---- */

/* Whether a sentence ends before a token inside an item of a list. */
static bool ends_before(const nw_copy *copy, nw_line line, uint32_t token) {
    if (token - line.first < 4 || nw_copy_token(copy, token)->gap == NEWSWIRE_NO_GAP) return false;
    return nw_line_is_stopped(copy, (nw_line){line.first, token}) && nw_copy_is_capitalized(copy, token) &&
           !(nw_copy_token(copy, token - 1)->traits & NEWSWIRE_HAS_PERIOD);
}

/* An item of a list, a block for each of its sentences. */
static void add_item(block_reader *reader, nw_line line) {
    for (uint32_t i = line.first + 1; i < line.end; i++) {
        if (!ends_before(&reader->copy, line, i)) continue;
        add_block(reader, (nw_line){line.first, i}, NEWSWIRE_LIST);
        line.first = i;
    }
    add_block(reader, line, NEWSWIRE_LIST);
}

/* "- the worst since 1990" after a paragraph that has not ended is no item but its rest. */
static bool is_rest(const block_reader *reader, nw_line line) {
    const nw_copy *copy = &reader->copy;
    if (!reader->blocks->count || !nw_copy_is_dash(copy, line.first) ||
        nw_copy_is_capitalized(copy, line.first + 1))
        return false;
    const nw_text_block *before = &reader->blocks->items[reader->blocks->count - 1];
    nw_line last = {before->first_token, before->first_token + before->token_count};
    return before->kind == NEWSWIRE_TEXT && !nw_line_is_stopped(copy, last) &&
           !nw_copy_is(copy, last.end - 1, ':') && !nw_copy_is(copy, last.end - 1, ';');
}

/* "(Adds ", "(Writes through ", "(New throughout ". */
static bool begins_advisory(const nw_copy *copy, nw_line line) {
    uint32_t word = line.first + 1;
    if (line.end - line.first < 3 || !nw_copy_is(copy, line.first, '(') ||
        !nw_copy_is_capitalized(copy, word))
        return false;
    return nw_copy_is_used(copy, word, NW_USE_ADVISORY) ||
           (nw_copy_reads(copy, word, "writes") && nw_copy_reads(copy, word + 1, "through")) ||
           (nw_copy_reads(copy, word, "new") && nw_copy_reads(copy, word + 1, "throughout"));
}

/* Cuts "(Adds details (shares))" off the front. */
static nw_line cut_advisory(block_reader *reader, nw_line line) {
    const nw_copy *copy = &reader->copy;
    if (copy->body || !begins_advisory(copy, line)) return line;
    uint32_t depth = 0, limit = nw_copy_token(copy, line.first)->span.start + NW_LINE_BYTES;
    for (uint32_t at = line.first; at < line.end && nw_copy_token(copy, at)->span.start < limit; at++) {
        depth += nw_copy_is(copy, at, '(');
        if (!nw_copy_is(copy, at, ')') || --depth > 0) continue;
        add_block(reader, (nw_line){line.first, at + 1}, NEWSWIRE_HEADLINE);
        return (nw_line){at + 1, line.end};
    }
    return line;
}

static bool follows_headline(const block_reader *reader) {
    const nw_text_blocks *blocks = reader->blocks;
    return blocks->count && blocks->items[blocks->count - 1].kind == NEWSWIRE_HEADLINE && !reader->copy.body;
}

/* What a whole line is, if it is neither running text nor begins with a dateline. */
static bool add_special(block_reader *reader, nw_line line) {
    const nw_copy *copy = &reader->copy;
    if (nw_has_bullet(copy, line) && !is_rest(reader, line)) {
        add_item(reader, line);
    } else if (!nw_goes_on(copy, reader->paragraph) && nw_is_row(copy, line)) {
        add_block(reader, line, NEWSWIRE_LIST);
    } else if (follows_headline(reader) && nw_is_name_line(copy, line) &&
               !nw_goes_on(copy, reader->paragraph)) {
        add_block(reader, line, NEWSWIRE_CREDIT);
    } else if (nw_is_loose_item(copy, reader->paragraph) && !nw_is_all_capitals(copy, line)) {
        add_block(reader, line, NEWSWIRE_LIST);
    } else if (nw_is_headline(copy, line, reader->paragraph)) {
        add_block(reader, line, NEWSWIRE_HEADLINE);
    } else {
        return false;
    }
    return true;
}

static uint32_t line_break_after(const nw_copy *copy, uint32_t token, uint32_t end) {
    do token++;
    while (token < end && nw_copy_token(copy, token)->gap < NEWSWIRE_LINE_BREAK);
    return token;
}

/* The rows of a table that a wrapped paragraph begins with, two at least, line by line; gives what is left
** of it. */
static nw_line add_rows(block_reader *reader, nw_line line) {
    const nw_copy *copy = &reader->copy;
    bool table = false;
    while (line.first < line.end) {
        uint32_t end = line_break_after(copy, line.first, line.end);
        if (!table && end == line.end) break;
        if (!nw_is_table_line(copy, (nw_line){line.first, end})) break;
        if (!table && !nw_is_table_line(copy, (nw_line){end, line_break_after(copy, end, line.end)})) break;
        table = true;
        add_block(reader, (nw_line){line.first, end}, NEWSWIRE_LIST);
        line.first = end;
    }
    return line;
}

/* A line without the credits at its end. */
static void add_line(block_reader *reader, nw_line line) {
    nw_copy *copy = &reader->copy;
    uint32_t cut;
    line = cut_advisory(reader, line);
    if (copy->wrapped) line = add_rows(reader, line);
    if (line.first == line.end) return;
    cut = nw_byline_tokens(copy, line, reader->paragraph < HEAD_PARAGRAPHS);
    if (cut) {
        add_block(reader, (nw_line){line.first, line.first + cut}, NEWSWIRE_CREDIT);
        line.first += cut;
        if (line.first == line.end) return;
    }
    cut = nw_dateline_tokens(copy, line);
    if (!cut && add_special(reader, line)) return;
    add_block(reader, (nw_line){line.first, line.first + cut}, NEWSWIRE_DATELINE);
    line.first += cut;
    if (line.first == line.end) return;
    add_block(reader, line, NEWSWIRE_TEXT);
    copy->body = true;
}

/* ---- a paragraph ---- */

static void add_credits(block_reader *reader, nw_line line) {
    while (line.first < line.end) {
        uint32_t end = nw_credit_end(&reader->copy, line);
        add_block(reader, (nw_line){line.first, end}, NEWSWIRE_CREDIT);
        line.first = end;
    }
}

/* The last line of a wrapped paragraph, where it is a sign-off on its own. */
static uint32_t find_sign_off(const block_reader *reader, nw_line line) {
    const nw_copy *copy = &reader->copy;
    if (line.end - line.first < 2 || nw_copy_token(copy, line.end - 1)->gap < NEWSWIRE_LINE_BREAK)
        return line.end;
    nw_line last = {line.end - 1, line.end};
    return nw_line_matches(copy, NW_LINE_SIGN_OFF, last, NULL) ? last.first : line.end;
}

static void add_paragraph(block_reader *reader, nw_line line) {
    bool closing = reader->copy.paragraphs->count - reader->paragraph <= CLOSING_PARAGRAPHS;
    uint32_t sign_off = find_sign_off(reader, line);
    nw_line whole = {line.first, sign_off};
    uint32_t credits = nw_credit_start(&reader->copy, whole, closing);
    if (credits > line.first) add_line(reader, (nw_line){line.first, credits});
    add_credits(reader, (nw_line){credits, sign_off});
    add_block(reader, (nw_line){sign_off, line.end}, NEWSWIRE_CREDIT);
}

void nw_find_blocks(nw_arena *arena, nw_patterns *patterns, const nw_text *text, const nw_tokens *tokens,
                    const nw_paragraphs *paragraphs, bool wrapped, nw_text_blocks *blocks) {
    block_reader reader = {.blocks = blocks};
    reader.copy =
        (nw_copy){.arena = arena, .patterns = patterns, .paragraphs = paragraphs, .wrapped = wrapped};
    reader.copy.reading.text = *text;
    reader.copy.reading.tokens = *tokens;
    for (uint32_t i = 0; i < paragraphs->count; i++) {
        const nw_paragraph *paragraph = &paragraphs->items[i];
        reader.paragraph = i;
        add_paragraph(&reader,
                      (nw_line){paragraph->first_token, paragraph->first_token + paragraph->token_count});
        nw_poll(arena, 4);
    }
}

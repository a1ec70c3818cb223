#include "sql/cells.h"

#include "base/ascii.h"

#include <string.h>

newswire_span nw_row_span(const nw_table *table, const void *row) {
    newswire_span span;

    memcpy(&span, (const char *)row + table->span, sizeof span);
    return span;
}

static void reader_drop_norm(nw_cell_reader *reader) {
    if (reader->norm.bytes != NULL && reader->norm.bytes != reader->short_norm) {
        newswire_string_free(reader->engine, &reader->norm);
    }
    reader->norm.bytes = NULL;
}

void nw_cell_reader_close(nw_cell_reader *reader) { reader_drop_norm(reader); }

/* The norm of ASCII is its lower case, which most tokens need no memory for. */
static int cell_norm(nw_cell_reader *reader, newswire_string token, nw_cell *cell) {
    reader_drop_norm(reader);
    if (token.length <= sizeof reader->short_norm) {
        uint32_t i;

        for (i = 0; i < token.length && (token.bytes[i] & 0x80) == 0; i++) {
            reader->short_norm[i] = nw_ascii_small(token.bytes[i]);
        }
        if (i == token.length) {
            reader->norm.bytes = reader->short_norm;
            reader->norm.length = i;
        }
    }
    if (reader->norm.bytes == NULL &&
        newswire_norm(reader->engine, token.bytes, token.length, &reader->norm) != NEWSWIRE_OK) {
        reader->norm.bytes = NULL;
        return SQLITE_NOMEM;
    }
    cell->kind = NW_CELL_TEXT;
    cell->text = reader->norm;
    return SQLITE_OK;
}

static void cell_number(const char *row, const nw_column *column, nw_cell *cell) {
    bool told = true;

    if (column->condition != NW_ALWAYS) memcpy(&told, row + column->condition, sizeof told);
    if (!told) return;
    memcpy(&cell->real, row + column->offset, sizeof cell->real);
    cell->kind = NW_CELL_REAL;
}

static void cell_literal(const char *literal, nw_cell *cell) {
    if (literal == NULL) return;
    cell->kind = NW_CELL_LITERAL;
    cell->text.bytes = literal;
    cell->text.length = (uint32_t)strlen(literal);
}

static void cell_span(const nw_analysis *analysis, newswire_span span, nw_column_kind kind, nw_cell *cell) {
    uint32_t start;

    if (kind == NW_SPAN_TEXT) {
        cell->kind = NW_CELL_TEXT;
        cell->text.bytes = analysis->text.bytes + span.start;
        cell->text.length = span.length;
        return;
    }
    cell->kind = NW_CELL_INTEGER;
    start = newswire_article_characters(analysis->article, span.start);
    if (kind == NW_SPAN_START) {
        cell->integer = (int64_t)start + 1;
    } else {
        cell->integer =
            (int64_t)newswire_article_characters(analysis->article, span.start + span.length) - start;
    }
}

int nw_cell_read(nw_cell_reader *reader, const nw_table *table, const void *row, uint32_t ordinal,
                 const nw_column *column, nw_cell *cell) {
    const char *field = (const char *)row + column->offset;
    newswire_span span;
    uint32_t number;

    cell->kind = NW_CELL_NULL;
    switch (column->kind) {
    case NW_ROW:
        cell->kind = NW_CELL_INTEGER;
        cell->integer = ordinal;
        break;
    case NW_ORDINAL:
    case NW_COUNT:
        memcpy(&number, field, sizeof number);
        if (column->kind == NW_ORDINAL && number == 0) break;
        cell->kind = NW_CELL_INTEGER;
        cell->integer = number;
        break;
    case NW_SPAN_TEXT:
    case NW_SPAN_START:
    case NW_SPAN_LENGTH: cell_span(reader->analysis, nw_row_span(table, row), column->kind, cell); break;
    case NW_WORD: cell_literal(column->words[*(const uint8_t *)field], cell); break;
    case NW_STRING:
        memcpy(&cell->text, field, sizeof cell->text);
        if (cell->text.bytes != NULL) cell->kind = NW_CELL_TEXT;
        break;
    case NW_LITERAL: cell_literal(*(const char *const *)(const void *)field, cell); break;
    case NW_NUMBER: cell_number(row, column, cell); break;
    case NW_TOKEN_NORM:
        span = nw_row_span(table, row);
        {
            newswire_string token = {reader->analysis->text.bytes + span.start, span.length};

            return cell_norm(reader, token, cell);
        }
    }
    return SQLITE_OK;
}

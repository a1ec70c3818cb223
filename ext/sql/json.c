#include "sql/cells.h"
#include "sql/documents.h"
#include "sql/utf8.h"

#include <string.h>

/* ---------------------------------------------------------------- values */

static void json_string(sqlite3_str *out, newswire_string string) {
    const char *at = string.bytes;
    const char *end = at + string.length;

    sqlite3_str_appendchar(out, 1, '"');
    while (at < end) {
        const char *plain = at;
        unsigned char byte;

        /* Whatever stands for itself is appended in runs. */
        while (at < end && (byte = (unsigned char)*at) >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\')
            at++;
        if (at > plain) sqlite3_str_append(out, plain, (int)(at - plain));
        if (at == end) break;
        byte = (unsigned char)*at;
        if (byte >= 0x80) {
            at += nw_append_character(out, at, end);
        } else {
            if (byte == '"' || byte == '\\')
                sqlite3_str_appendf(out, "\\%c", byte);
            else if (byte == '\n')
                sqlite3_str_append(out, "\\n", 2);
            else
                sqlite3_str_appendf(out, "\\u%04x", byte);
            at++;
        }
    }
    sqlite3_str_appendchar(out, 1, '"');
}

static void json_cell(sqlite3_str *out, const nw_cell *cell) {
    switch (cell->kind) {
    case NW_CELL_NULL: sqlite3_str_append(out, "null", 4); break;
    case NW_CELL_INTEGER: sqlite3_str_appendf(out, "%lld", (sqlite3_int64)cell->integer); break;
    case NW_CELL_REAL:
        /* JSON knows no infinity, and x - x is 0 for finite numbers alone. */
        if (cell->real - cell->real == 0)
            sqlite3_str_appendf(out, "%!.15g", cell->real);
        else
            sqlite3_str_append(out, "null", 4);
        break;
    case NW_CELL_TEXT:
    case NW_CELL_LITERAL: json_string(out, cell->text); break;
    }
}

/* ---------------------------------------------------------------- tables */

static int json_row(nw_cell_reader *reader, const nw_table *table, const void *row, uint32_t ordinal,
                    sqlite3_str *out) {
    uint16_t i;

    for (i = 0; i < table->column_count; i++) {
        nw_cell cell;

        sqlite3_str_append(out, i ? ",\"" : "{\"", 2);
        sqlite3_str_appendall(out, table->columns[i].name);
        sqlite3_str_append(out, "\":", 2);
        if (nw_cell_read(reader, table, row, ordinal, &table->columns[i], &cell) != SQLITE_OK)
            return SQLITE_NOMEM;
        json_cell(out, &cell);
    }
    sqlite3_str_appendchar(out, 1, '}');
    return SQLITE_OK;
}

/* Stops early when the string cannot grow any more: its error is for the caller to see. */
static int json_rows(nw_connection *connection, nw_cell_reader *reader, const nw_table *table,
                     const void *rows, uint32_t count, sqlite3_str *out) {
    int code = SQLITE_OK;
    uint32_t i;

    nw_interrupt_begin(&connection->interrupt);
    for (i = 0; i < count && code == SQLITE_OK && sqlite3_str_errcode(out) == SQLITE_OK; i++) {
        if (i > 0) sqlite3_str_appendchar(out, 1, ',');
        code = json_row(reader, table, (const char *)rows + (size_t)i * table->row_size, i + 1, out);
        if (nw_interrupt_work(&connection->interrupt, 1)) code = SQLITE_INTERRUPT;
    }
    nw_interrupt_end(&connection->interrupt);
    return code;
}

int nw_write_json(nw_connection *connection, nw_analysis *analysis, sqlite3_str *out, nw_error *error) {
    nw_cell_reader reader;
    size_t i;

    memset(&reader, 0, sizeof reader);
    reader.engine = connection->engine;
    reader.analysis = analysis;
    for (i = 0; i < NW_TABLE_COUNT && error->code == SQLITE_OK; i++) {
        const nw_table *table = &nw_tables[i];
        const void *rows = NULL;
        uint32_t count = 0;

        if (nw_analysis_rows(connection, analysis, table, &rows, &count, error) != SQLITE_OK) break;
        sqlite3_str_appendf(out, "%s\"%s\":[", i ? "," : "{", table->key);
        nw_error_code(error, json_rows(connection, &reader, table, rows, count, out));
        sqlite3_str_appendchar(out, 1, ']');
    }
    sqlite3_str_appendchar(out, 1, '}');
    nw_cell_reader_close(&reader);
    return error->code;
}

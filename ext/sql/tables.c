#include "sql/tables.h"

#include "sql/cells.h"
#include "sql/ordinals.h"

#include <string.h>

/* What a module is registered with; holds a reference to the connection's state. */
typedef struct table_module {
    nw_connection *connection;
    const nw_table *table;
} table_module;

typedef struct table_vtab {
    sqlite3_vtab base; /* SQLite's; must be first */
    nw_connection *connection;
    const nw_table *table;
} table_vtab;

typedef struct table_cursor {
    sqlite3_vtab_cursor base; /* SQLite's; must be first */
    nw_analysis *analysis;    /* NULL: no rows */
    const char *rows;         /* of the whole article */
    uint32_t count;
    const char *
        bound; /* the host's own memory of a bound article that is known to be the analysis's text, or NULL */
    nw_row_range range;     /* those of this scan */
    uint32_t at;            /* how many of them have been passed */
    sqlite3_value *article; /* as given, where it is not the analysis's text */
    sqlite3_value *options; /* as given, where it is neither NULL nor the analysis's options */
    nw_cell_reader reader;
} table_cursor;

/* ------------------------------------------------------------- the table */

static const char *table_column_type(nw_column_kind kind) {
    switch (kind) {
    case NW_ROW:
    case NW_ORDINAL:
    case NW_COUNT:
    case NW_SPAN_START:
    case NW_SPAN_LENGTH: return "INTEGER";
    case NW_NUMBER: return "REAL";
    case NW_SPAN_TEXT:
    case NW_WORD:
    case NW_STRING:
    case NW_LITERAL:
    case NW_TOKEN_NORM: break;
    }
    return "TEXT";
}

static int table_declare(sqlite3 *db, const nw_table *table) {
    sqlite3_str *sql = sqlite3_str_new(db);
    char *text;
    uint16_t i;
    int code;

    sqlite3_str_appendall(sql, "CREATE TABLE t(");
    for (i = 0; i < table->column_count; i++) {
        sqlite3_str_appendf(sql, "%s %s, ", table->columns[i].name,
                            table_column_type(table->columns[i].kind));
    }
    sqlite3_str_appendall(
        sql, "article HIDDEN, options HIDDEN, byte_start INTEGER HIDDEN, byte_length INTEGER HIDDEN)");
    text = sqlite3_str_finish(sql);
    if (text == NULL) return SQLITE_NOMEM;
    code = sqlite3_declare_vtab(db, text);
    sqlite3_free(text);
    return code;
}

static int table_connect(sqlite3 *db, void *context, int argc, const char *const *argv, sqlite3_vtab **result,
                         char **message) {
    const table_module *module = context;
    table_vtab *vtab;
    int code = table_declare(db, module->table);

    (void)argc, (void)argv, (void)message;
    if (code == SQLITE_OK) code = sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    if (code != SQLITE_OK) return code;
    vtab = sqlite3_malloc64(sizeof *vtab);
    if (vtab == NULL) return SQLITE_NOMEM;
    memset(vtab, 0, sizeof *vtab);
    vtab->connection = module->connection;
    vtab->table = module->table;
    *result = &vtab->base;
    return SQLITE_OK;
}

static int table_disconnect(sqlite3_vtab *vtab) {
    sqlite3_free(vtab);
    return SQLITE_OK;
}

static int table_best_index(sqlite3_vtab *vtab, sqlite3_index_info *info) {
    return nw_plan(((table_vtab *)vtab)->table, info);
}

/* ------------------------------------------------------------ the cursor */

static int table_open(sqlite3_vtab *vtab, sqlite3_vtab_cursor **result) {
    table_cursor *cursor = sqlite3_malloc64(sizeof *cursor);

    if (cursor == NULL) return SQLITE_NOMEM;
    memset(cursor, 0, sizeof *cursor);
    cursor->reader.engine = ((table_vtab *)vtab)->connection->engine;
    *result = &cursor->base;
    return SQLITE_OK;
}

static void cursor_reset(table_cursor *cursor) {
    nw_cell_reader_close(&cursor->reader);
    nw_analysis_release(cursor->analysis);
    sqlite3_value_free(cursor->article);
    sqlite3_value_free(cursor->options);
    cursor->analysis = NULL;
    cursor->article = NULL;
    cursor->options = NULL;
    cursor->bound = NULL;
    cursor->count = 0;
    cursor->range.count = 0;
    cursor->at = 0;
}

static int table_close(sqlite3_vtab_cursor *base) {
    cursor_reset((table_cursor *)base);
    sqlite3_free(base);
    return SQLITE_OK;
}

/* Keeps an argument as it was given, for its hidden column. Text is not kept here: the analysis has it. */
static int cursor_keep(sqlite3_value **kept, sqlite3_value *value) {
    int type = sqlite3_value_type(value);

    if (type == SQLITE_TEXT || type == SQLITE_NULL) return SQLITE_OK;
    *kept = sqlite3_value_dup(value);
    return *kept ? SQLITE_OK : SQLITE_NOMEM;
}

/* An integer that equals the value, as an INTEGER column compares; false: none does. */
static bool value_integer(sqlite3_value *value, sqlite3_int64 *integer) {
    double real;

    switch (sqlite3_value_numeric_type(value)) {
    case SQLITE_INTEGER: *integer = sqlite3_value_int64(value); return true;
    case SQLITE_FLOAT:
        real = sqlite3_value_double(value);
        if (!(real >= 0 && real < 9223372036854775808.0)) return false;
        *integer = (sqlite3_int64)real;
        return (double)*integer == real;
    default: return false;
    }
}

/* Where the host keeps the text of a parameter; NULL if the value is not a parameter, or is SQLite's own copy of one,
** which may hold another text the next time. */
static const char *value_bound(sqlite3_value *value) {
    const void *original;

    if (!sqlite3_value_frombind(value) || sqlite3_value_type(value) != SQLITE_TEXT) return NULL;
    original = sqlite3_value_blob(value);
    return original == sqlite3_value_text(value) ? original : NULL;
}

/* Whether the arguments are what they were when this cursor was filtered last. Joins of two tables of one
** article filter the inner one again and again, and to compare a long article each time would take longer
** than the rest. Within one run of a statement, which a cursor does not survive, the text of a parameter
** stays as it is. */
static bool cursor_unchanged(const table_cursor *cursor, int plan, sqlite3_value **arguments) {
    const nw_options *options;
    sqlite3_value *value;

    if (cursor->bound == NULL || value_bound(arguments[0]) != cursor->bound) return false;
    if ((uint32_t)sqlite3_value_bytes(arguments[0]) != cursor->analysis->text.length) return false;
    options = cursor->analysis->options;
    value = plan & NW_PLAN_OPTIONS ? arguments[1] : NULL;
    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL) return options == NULL;
    return options != NULL && sqlite3_value_type(value) == SQLITE_TEXT && sqlite3_value_text(value) != NULL &&
           (size_t)sqlite3_value_bytes(value) == options->parsed.length &&
           memcmp(sqlite3_value_text(value), options->parsed.text, options->parsed.length) == 0;
}

/* Reads the article: its analysis, and the rows of the whole table. `last`, which the cursor has read so far, is released
** once it is known not to be the same, and before more than the text of another is in memory. */
static int cursor_read(table_cursor *cursor, int plan, sqlite3_value **arguments, nw_analysis *last,
                       nw_error *error) {
    table_vtab *vtab = (table_vtab *)cursor->base.pVtab;
    sqlite3_value *options = plan & NW_PLAN_OPTIONS ? arguments[1] : NULL;
    const void *rows = NULL;
    int code;

    nw_error_code(error, cursor_keep(&cursor->article, arguments[0]));
    if (options != NULL) nw_error_code(error, cursor_keep(&cursor->options, options));
    if (error->code == SQLITE_OK) {
        nw_analysis_open(vtab->connection, vtab->table->name, arguments[0], options, &cursor->analysis,
                         error);
    }
    nw_analysis_release(last);
    if (error->code != SQLITE_OK || cursor->analysis == NULL) return error->code;
    cursor->reader.analysis = cursor->analysis;
    if (cursor->article == NULL) {
        if ((uint32_t)sqlite3_value_bytes(arguments[0]) == cursor->analysis->text.length) {
            cursor->bound = value_bound(arguments[0]);
        } else { /* text beyond a NUL is not the analysis's, but still the argument's */
            cursor->article = sqlite3_value_dup(arguments[0]);
            if (cursor->article == NULL) return nw_error_code(error, SQLITE_NOMEM);
        }
    }
    code = nw_analysis_rows(vtab->connection, cursor->analysis, vtab->table, &rows, &cursor->count, error);
    cursor->rows = rows;
    return code;
}

/* Limits the scan to the rows that a lookup asks for. */
static int cursor_look_up(table_cursor *cursor, const nw_table *table, int plan, sqlite3_value *value) {
    sqlite3_int64 wanted;
    int code = SQLITE_OK;
    size_t memory = cursor->analysis->index_memory;

    cursor->range.count = 0;
    if (!value_integer(value, &wanted)) return SQLITE_OK;
    if (plan & NW_PLAN_ROWID) {
        sqlite3_int64 first =
            nw_analysis_first_rowid(((table_vtab *)cursor->base.pVtab)->connection, cursor->analysis);

        if (wanted < first || wanted - first >= (sqlite3_int64)cursor->count) return SQLITE_OK;
        cursor->range.first = (uint32_t)(wanted - first);
        cursor->range.count = 1;
    } else if (wanted >= 1 && wanted <= INT32_MAX) {
        code = nw_find_rows(cursor->analysis, table, &table->columns[plan >> NW_PLAN_SHIFT], cursor->rows,
                            cursor->count, (uint32_t)wanted, &cursor->range);
    }
    if (cursor->analysis->index_memory != memory) {
        nw_cache_trim(&((table_vtab *)cursor->base.pVtab)->connection->analyses);
    }
    return code;
}

/* Arguments, as plan.c hands them out: article; options, if NW_PLAN_OPTIONS; the value of a lookup, if
** NW_PLAN_ROWID or NW_PLAN_COLUMN. Called once for each value of an IN, so everything begins anew. */
static int table_filter(sqlite3_vtab_cursor *base, int plan, const char *name, int argc,
                        sqlite3_value **argv) {
    table_cursor *cursor = (table_cursor *)base;
    table_vtab *vtab = (table_vtab *)base->pVtab;
    nw_error error = {SQLITE_OK, NULL};

    (void)name;
    if ((plan & NW_PLAN_ARTICLE) == 0) {
        cursor_reset(cursor);
        nw_error_set(&error, SQLITE_ERROR,
                     plan & NW_PLAN_OPTIONS
                         ? "%s: the options come from a table that is read later: join with CROSS JOIN"
                         : "%s: missing argument article",
                     vtab->table->name);
    } else if (!cursor_unchanged(cursor, plan, argv)) {
        nw_analysis *last = cursor->analysis;

        cursor->analysis = NULL;
        cursor_reset(cursor);
        cursor_read(cursor, plan, argv, last, &error);
    }
    cursor->at = 0;
    cursor->range.listed = NULL;
    cursor->range.first = 0;
    cursor->range.count = cursor->count;
    if (error.code == SQLITE_OK && cursor->analysis != NULL && (plan & (NW_PLAN_ROWID | NW_PLAN_COLUMN))) {
        nw_error_code(&error, cursor_look_up(cursor, vtab->table, plan, argv[argc - 1]));
    }
    if (error.code != SQLITE_OK) cursor_reset(cursor);
    return nw_error_to_table(&error, &vtab->base);
}

static int table_next(sqlite3_vtab_cursor *base) {
    ((table_cursor *)base)->at++;
    return SQLITE_OK;
}

static int table_eof(sqlite3_vtab_cursor *base) {
    const table_cursor *cursor = (table_cursor *)base;

    return cursor->at >= cursor->range.count;
}

/* The index, from 0, of the row that the cursor is at. */
static uint32_t cursor_row(const table_cursor *cursor) {
    return cursor->range.listed ? cursor->range.listed[cursor->at] : cursor->range.first + cursor->at;
}

static int table_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *rowid) {
    const table_cursor *cursor = (table_cursor *)base;
    nw_connection *connection = ((table_vtab *)base->pVtab)->connection;

    *rowid = nw_analysis_first_rowid(connection, cursor->analysis) + cursor_row(cursor);
    return SQLITE_OK;
}

static void hidden_result(sqlite3_context *context, const table_cursor *cursor, const nw_table *table,
                          const void *row, int hidden) {
    const nw_analysis *analysis = cursor->analysis;
    newswire_span span = nw_row_span(table, row);

    switch (hidden) {
    case NW_HIDDEN_ARTICLE:
        if (cursor->article != NULL) {
            sqlite3_result_value(context, cursor->article);
        } else {
            sqlite3_result_text64(context, analysis->text.bytes, analysis->text.length, SQLITE_TRANSIENT,
                                  SQLITE_UTF8);
        }
        break;
    case NW_HIDDEN_OPTIONS:
        if (cursor->options != NULL) {
            sqlite3_result_value(context, cursor->options);
        } else if (analysis->options != NULL) {
            sqlite3_result_text64(context, analysis->options->parsed.text, analysis->options->parsed.length,
                                  SQLITE_TRANSIENT, SQLITE_UTF8);
        }
        break;
    case NW_HIDDEN_BYTE_START: sqlite3_result_int64(context, span.start); break;
    case NW_HIDDEN_BYTE_LENGTH: sqlite3_result_int64(context, span.length); break;
    default: break;
    }
}

/* The fast way for start and length in text without multibyte characters; false: another column or text. */
static bool integer_result(sqlite3_context *context, const nw_analysis *analysis, const nw_table *table,
                           const nw_column *column, const void *row) {
    newswire_span span;

    if (column->kind != NW_SPAN_START && column->kind != NW_SPAN_LENGTH) return false;
    if (!analysis->plain) return false;
    memcpy(&span, (const char *)row + table->span, sizeof span);
    sqlite3_result_int64(context,
                         column->kind == NW_SPAN_START ? (sqlite3_int64)span.start + 1 : span.length);
    return true;
}

/* Text is copied: min() and max() would keep a pointer longer than the analysis lives. */
static int table_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int index) {
    table_cursor *cursor = (table_cursor *)base;
    const nw_table *table = ((table_vtab *)base->pVtab)->table;
    uint32_t at = cursor_row(cursor);
    const void *row = cursor->rows + (size_t)at * table->row_size;
    nw_cell cell;

    if (index >= table->column_count) {
        hidden_result(context, cursor, table, row, index - table->column_count);
        return SQLITE_OK;
    }
    if (integer_result(context, cursor->analysis, table, &table->columns[index], row)) return SQLITE_OK;
    if (nw_cell_read(&cursor->reader, table, row, at + 1, &table->columns[index], &cell) != SQLITE_OK) {
        return SQLITE_NOMEM;
    }
    switch (cell.kind) {
    case NW_CELL_NULL: break;
    case NW_CELL_INTEGER: sqlite3_result_int64(context, cell.integer); break;
    case NW_CELL_REAL: sqlite3_result_double(context, cell.real); break;
    case NW_CELL_TEXT:
        sqlite3_result_text(context, cell.text.bytes, (int)cell.text.length, SQLITE_TRANSIENT);
        break;
    case NW_CELL_LITERAL:
        sqlite3_result_text(context, cell.text.bytes, (int)cell.text.length, SQLITE_STATIC);
        break;
    }
    return SQLITE_OK;
}

/* ---------------------------------------------------------- registration */

static void table_module_free(void *context) {
    table_module *module = context;

    nw_connection_release(module->connection);
    sqlite3_free(module);
}

/* Without xCreate the tables exist without CREATE VIRTUAL TABLE, and cannot be created by it. */
static const sqlite3_module table_methods = {
    .iVersion = 1,
    .xConnect = table_connect,
    .xBestIndex = table_best_index,
    .xDisconnect = table_disconnect,
    .xDestroy = table_disconnect,
    .xOpen = table_open,
    .xClose = table_close,
    .xFilter = table_filter,
    .xNext = table_next,
    .xEof = table_eof,
    .xColumn = table_column,
    .xRowid = table_rowid,
};

int nw_tables_register(nw_connection *connection) {
    size_t i;

    for (i = 0; i < NW_TABLE_COUNT; i++) {
        table_module *module = sqlite3_malloc64(sizeof *module);
        int code;

        if (module == NULL) return SQLITE_NOMEM;
        module->connection = connection;
        module->table = &nw_tables[i];
        nw_connection_retain(connection);
        code = sqlite3_create_module_v2(connection->db, nw_tables[i].name, &table_methods, module,
                                        table_module_free);
        if (code != SQLITE_OK) return code; /* the module has been freed */
    }
    return SQLITE_OK;
}

int nw_tables_unregister(sqlite3 *db) {
    int result = SQLITE_OK;
    size_t i;

    for (i = 0; i < NW_TABLE_COUNT; i++) {
        int code = sqlite3_create_module_v2(db, nw_tables[i].name, NULL, NULL, NULL);

        if (code != SQLITE_OK) result = code;
    }
    return result;
}

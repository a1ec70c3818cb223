#include "sql/archive/arguments.h"

#include "base/ascii.h"

#include <stddef.h>
#include <string.h>

/* ------------------------------------------------------------- one argument */

static bool is_word(char byte) {
    return nw_ascii_letter(byte) || nw_ascii_digit(byte) || byte == '_' || byte == '$' || (byte & 0x80) != 0;
}

static const char *skip_space(const char *text) {
    while (nw_ascii_space(*text)) text++;
    return text;
}

/* Reads a word, or a name or text in one of SQL's quotes, in which the closing one is doubled. Gives what follows, NULL
** where there is neither. *value is of sqlite3_malloc, or NULL for want of memory. */
static const char *read_value(const char *text, char **value) {
    char close = *text == '[' ? ']' : *text;
    bool quoted = close == '\'' || close == '"' || close == '`' || close == ']';
    size_t length = 0;

    *value = sqlite3_malloc64(strlen(text) + 1);
    if (quoted) text++;
    for (; *text != 0; text++) {
        if (quoted && *text == close) {
            if (close == ']' || text[1] != close) break;
            text++;
        } else if (!quoted && !is_word(*text)) {
            break;
        }
        if (*value != NULL) (*value)[length++] = *text;
    }
    if (quoted ? *text == 0 : length == 0 && *value != NULL) {
        sqlite3_free(*value);
        *value = NULL;
        return NULL;
    }
    if (*value != NULL) (*value)[length] = 0;
    return quoted ? text + 1 : text;
}

/* An argument's value, with nothing after it. NULL and an error otherwise. */
static char *whole_value(const char *name, const char *text, nw_error *error) {
    char *value = NULL;
    const char *end = read_value(text, &value);

    if (end == NULL || *skip_space(end) != 0) {
        nw_error_set(error, SQLITE_ERROR, "newswire: %s= must be a name or a text in quotes, not: %.*s", name,
                     nw_excerpt(text, strlen(text)), text);
        sqlite3_free(value);
        return NULL;
    }
    if (value == NULL) nw_error_code(error, SQLITE_NOMEM);
    return value;
}

/* ------------------------------------------------------------- all of them */

static int take_content(const char *text, nw_archive_settings *settings, nw_error *error) {
    char *first = NULL;
    const char *end = read_value(text, &first);

    if (end != NULL) end = skip_space(end);
    if (end != NULL && first != NULL && *end == '.') {
        settings->content_schema = first;
        settings->content = whole_value("content", skip_space(end + 1), error);
        return error->code;
    }
    sqlite3_free(first);
    settings->content = whole_value("content", text, error);
    return error->code;
}

static int take_sync(const char *text, nw_archive_settings *settings, nw_error *error) {
    char *value = whole_value("sync", text, error);

    if (value == NULL) return error->code;
    settings->triggers = sqlite3_stricmp(value, "triggers") == 0;
    if (!settings->triggers && sqlite3_stricmp(value, "off") != 0) {
        nw_error_set(error, SQLITE_ERROR, "newswire: sync= must be triggers or off, not %.*s",
                     nw_excerpt(value, strlen(value)), value);
    }
    sqlite3_free(value);
    return error->code;
}

/* Arguments whose value is kept as it is, by their fields. */
static const struct {
    const char *name;
    size_t field;
} plain_arguments[] = {
    {"key", offsetof(nw_archive_settings, key)},
    {"text", offsetof(nw_archive_settings, text)},
    {"published", offsetof(nw_archive_settings, published)},
    {"headline", offsetof(nw_archive_settings, headline)},
    {"names", offsetof(nw_archive_settings, names)},
    {"quotes", offsetof(nw_archive_settings, quotes)},
    {"moves", offsetof(nw_archive_settings, moves)},
};

enum { PLAIN_ARGUMENTS = sizeof plain_arguments / sizeof plain_arguments[0] };

/* One argument; `seen` has a bit for each name that has been given. */
static int take_argument(const char *argument, nw_archive_settings *settings, unsigned *seen,
                         nw_error *error) {
    const char *name = skip_space(argument);
    const char *end = name;
    const char *value;
    unsigned which;
    size_t length;

    while (is_word(*end)) end++;
    length = (size_t)(end - name);
    value = skip_space(end);
    if (length == 0 || *value != '=') {
        return nw_error_set(error, SQLITE_ERROR, "newswire: arguments are written name=value, not: %.*s",
                            nw_excerpt(argument, strlen(argument)), argument);
    }
    value = skip_space(value + 1);
    for (which = 0; which < PLAIN_ARGUMENTS; which++) {
        const char *known = plain_arguments[which].name;

        if (strlen(known) == length && sqlite3_strnicmp(known, name, (int)length) == 0) break;
    }
    if (which == PLAIN_ARGUMENTS && length == 7 && sqlite3_strnicmp(name, "content", 7) == 0) which++;
    if (which == PLAIN_ARGUMENTS && !(length == 4 && sqlite3_strnicmp(name, "sync", 4) == 0)) {
        return nw_error_set(error, SQLITE_ERROR, "newswire: unknown argument \"%.*s\"",
                            nw_excerpt(name, length), name);
    }
    if (*seen >> which & 1) {
        return nw_error_set(error, SQLITE_ERROR, "newswire: %.*s= is given twice", (int)length, name);
    }
    *seen |= 1u << which;
    if (which > PLAIN_ARGUMENTS) return take_content(value, settings, error);
    if (which == PLAIN_ARGUMENTS) return take_sync(value, settings, error);
    *(char **)(void *)((char *)settings + plain_arguments[which].field) =
        whole_value(plain_arguments[which].name, value, error);
    return error->code;
}

/* Checks that the arguments fit together: columns need a table, a table needs key and text. */
static int check_together(const nw_archive_settings *settings, unsigned seen, nw_error *error) {
    unsigned i;

    if (settings->content != NULL) {
        const char *missing = settings->key == NULL ? "key" : settings->text == NULL ? "text" : NULL;

        if (missing == NULL) return SQLITE_OK;
        return nw_error_set(error, SQLITE_ERROR, "newswire: content=%s needs %s=, %s", settings->content,
                            missing,
                            missing[0] == 'k' ? "its INTEGER PRIMARY KEY" : "the column with the articles");
    }
    for (i = 0; i < 4; i++) {
        if ((seen >> i & 1) == 0) continue;
        return nw_error_set(error, SQLITE_ERROR, "newswire: %s= is a column of content=, which is missing",
                            plain_arguments[i].name);
    }
    if (seen >> PLAIN_ARGUMENTS & 1) {
        return nw_error_set(error, SQLITE_ERROR, "newswire: sync= goes with content=, which is missing");
    }
    return SQLITE_OK;
}

/* Parses names, quotes and moves as the table-valued functions parse their options. */
static int read_options(nw_connection *connection, nw_archive_settings *settings, nw_error *error) {
    const char *const values[] = {settings->names, settings->quotes, settings->moves};
    sqlite3_stmt *statement = NULL;
    const char *text;
    int code = sqlite3_prepare_v2(connection->db, "SELECT json_object('names',?1,'quotes',?2,'moves',?3)", -1,
                                  &statement, NULL);
    int i;

    for (i = 0; i < 3 && code == SQLITE_OK; i++) {
        code = sqlite3_bind_text(statement, i + 1, values[i], -1, SQLITE_STATIC);
    }
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        text = (const char *)sqlite3_column_text(statement, 0);
        if (text == NULL)
            nw_error_code(error, SQLITE_NOMEM);
        else
            nw_options_read(connection, "newswire", text, strlen(text), &settings->options, error);
    } else {
        nw_error_set(error, code, "newswire: %s", sqlite3_errmsg(connection->db));
    }
    sqlite3_finalize(statement);
    return error->code;
}

int nw_archive_read_arguments(nw_connection *connection, int argc, const char *const *argv,
                              nw_archive_settings *settings, nw_error *error) {
    unsigned seen = 0;
    int i;

    memset(settings, 0, sizeof *settings);
    settings->triggers = true;
    for (i = 3; i < argc && error->code == SQLITE_OK; i++) {
        if (argc == 4 && *skip_space(argv[i]) == 0) break; /* empty parentheses */
        take_argument(argv[i], settings, &seen, error);
    }
    if (error->code == SQLITE_OK) check_together(settings, seen, error);
    if (error->code == SQLITE_OK && settings->content != NULL && settings->content_schema == NULL) {
        settings->content_schema = sqlite3_mprintf("%s", argv[1]);
        if (settings->content_schema == NULL) nw_error_code(error, SQLITE_NOMEM);
    }
    if (error->code == SQLITE_OK) read_options(connection, settings, error);
    return error->code;
}

void nw_archive_settings_clear(nw_archive_settings *settings) {
    char **const strings[] = {&settings->content_schema, &settings->content,   &settings->key,
                              &settings->text,           &settings->published, &settings->headline,
                              &settings->names,          &settings->quotes,    &settings->moves};
    size_t i;

    for (i = 0; i < sizeof strings / sizeof strings[0]; i++) sqlite3_free(*strings[i]);
    nw_parsed_release(settings->options);
    memset(settings, 0, sizeof *settings);
}

/* ---------------------------------------------------- the table of articles */

/* Runs a question about a table, of text: gives its first column as an integer, `none` where there is no row. */
static int ask(sqlite3 *db, char *sql, int none, nw_error *error) {
    sqlite3_stmt *statement = NULL;
    int result = none;
    int code;

    if (sql == NULL) {
        nw_error_code(error, SQLITE_NOMEM);
        return none;
    }
    code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW)
        result = sqlite3_column_int(statement, 0);
    else if ((code & 0xff) == SQLITE_NOMEM || (code & 0xff) == SQLITE_INTERRUPT)
        nw_error_code(error, code & 0xff);
    else if (code != SQLITE_DONE)
        nw_error_set(error, code, "newswire: %s", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    sqlite3_free(sql);
    return result;
}

enum { NO_TABLE = -1, ORDINARY, NOT_ORDINARY };

static int check_table(sqlite3 *db, const nw_archive_settings *settings, nw_error *error) {
    const char *schema = settings->content_schema;
    const char *table = settings->content;
    int kind =
        ask(db,
            sqlite3_mprintf("SELECT type <> 'table' OR wr FROM pragma_table_list WHERE schema = %Q COLLATE "
                            "nocase AND name = %Q COLLATE nocase",
                            schema, table),
            NO_TABLE, error);

    if (error->code != SQLITE_OK || kind == ORDINARY) return error->code;
    if (kind == NO_TABLE) {
        const char *hint = strchr(table, '.') != NULL ? " (a schema is written outside of the quotes: "
                                                        "content=main.articles)"
                           : sqlite3_stricmp(schema, "temp") == 0
                               ? " (a temp index names its table's schema: content=main.articles)"
                               : "";

        return nw_error_set(error, SQLITE_ERROR, "newswire: content: no such table: %s.%s%s", schema, table,
                            hint);
    }
    return nw_error_set(
        error, SQLITE_ERROR,
        "newswire: content: %s.%s is not an ordinary table with rowids, but a view, a virtual table or "
        "WITHOUT ROWID",
        schema, table);
}

static int check_column(sqlite3 *db, const nw_archive_settings *settings, const char *argument,
                        const char *column, nw_error *error) {
    if (column == NULL || error->code != SQLITE_OK) return error->code;
    if (ask(db,
            sqlite3_mprintf("SELECT 1 FROM pragma_table_xinfo(%Q, %Q) WHERE name = %Q COLLATE nocase",
                            settings->content, settings->content_schema, column),
            0, error) == 0 &&
        error->code == SQLITE_OK) {
        nw_error_set(error, SQLITE_ERROR, "newswire: %s: no such column: %s.%s", argument, settings->content,
                     column);
    }
    if (error->code == SQLITE_OK && column != settings->key && sqlite3_stricmp(column, settings->key) == 0) {
        nw_error_set(error, SQLITE_ERROR, "newswire: %s: %s.%s is the key", argument, settings->content,
                     column);
    }
    return error->code;
}

/* The key is another name of the rowid: the one column of a primary key that needs no index. */
static int check_key(sqlite3 *db, const nw_archive_settings *settings, nw_error *error) {
    int is_key = ask(db,
                     sqlite3_mprintf("SELECT count(*) = 1 AND max(name) = %Q COLLATE nocase"
                                     " AND max(type) = 'INTEGER' COLLATE nocase AND NOT EXISTS("
                                     "SELECT 1 FROM pragma_index_list(%Q, %Q) WHERE origin = 'pk')"
                                     " FROM pragma_table_xinfo(%Q, %Q) WHERE pk > 0",
                                     settings->key, settings->content, settings->content_schema,
                                     settings->content, settings->content_schema),
                     0, error);

    if (error->code != SQLITE_OK || is_key) return error->code;
    return nw_error_set(error, SQLITE_ERROR, "newswire: key: %s.%s is not the table's INTEGER PRIMARY KEY",
                        settings->content, settings->key);
}

int nw_archive_check(sqlite3 *db, const char *schema, const nw_archive_settings *settings, nw_error *error) {
    if (settings->content == NULL) return SQLITE_OK;
    if (sqlite3_stricmp(schema, "temp") != 0 && sqlite3_stricmp(schema, settings->content_schema) != 0) {
        return nw_error_set(
            error, SQLITE_ERROR,
            "newswire: content: %s.%s is in another schema than the index (%s), which only a temp "
            "index may have",
            settings->content_schema, settings->content, schema);
    }
    check_table(db, settings, error);
    check_column(db, settings, "key", settings->key, error);
    check_column(db, settings, "text", settings->text, error);
    check_column(db, settings, "published", settings->published, error);
    check_column(db, settings, "headline", settings->headline, error);
    if (error->code == SQLITE_OK) check_key(db, settings, error);
    return error->code;
}

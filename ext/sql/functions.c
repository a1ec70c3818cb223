#include "sql/functions.h"

#include "sql/documents.h"

#include <string.h>

typedef void function_body(sqlite3_context *context, int argc, sqlite3_value **argv);

static nw_connection *function_connection(sqlite3_context *context) { return sqlite3_user_data(context); }

/* ------------------------------------------------------------ of articles */

typedef int document_writer(nw_connection *connection, nw_analysis *analysis, sqlite3_str *out,
                            nw_error *error);

/* Writes a document about an article: NULL for NULL. */
static void function_document(sqlite3_context *context, int argc, sqlite3_value **argv, const char *name,
                              document_writer *write) {
    nw_connection *connection = function_connection(context);
    nw_error error = {SQLITE_OK, NULL};
    nw_analysis *analysis = NULL;
    sqlite3_str *out;
    sqlite3_uint64 length;
    char *document;

    nw_analysis_open(connection, name, argv[0], argc > 1 ? argv[1] : NULL, &analysis, &error);
    if (analysis != NULL) {
        out = sqlite3_str_new(connection->db); /* no longer than SQLITE_LIMIT_LENGTH allows */
        write(connection, analysis, out, &error);
        nw_error_code(&error, sqlite3_str_errcode(out));
        length = (sqlite3_uint64)sqlite3_str_length(out);
        document = sqlite3_str_finish(out);
        if (error.code == SQLITE_OK) {
            sqlite3_result_text64(context, document, length, sqlite3_free, SQLITE_UTF8);
        } else {
            sqlite3_free(document);
        }
        nw_analysis_release(analysis);
    }
    nw_error_to_result(&error, context);
}

static void function_analyze(sqlite3_context *context, int argc, sqlite3_value **argv) {
    function_document(context, argc, argv, "news_analyze", nw_write_json);
    sqlite3_result_subtype(context, 'J');
}

static void function_html(sqlite3_context *context, int argc, sqlite3_value **argv) {
    function_document(context, argc, argv, "news_html", nw_write_html);
}

/* --------------------------------------------------------------- of texts */

typedef newswire_status text_function(newswire_engine *engine, const char *text, size_t length,
                                      newswire_string *result);

static void function_text(sqlite3_context *context, sqlite3_value *value, text_function *convert) {
    newswire_engine *engine = function_connection(context)->engine;
    nw_error error = {SQLITE_OK, NULL};
    newswire_string result = {NULL, 0};
    const char *text;
    const char *end;
    size_t length;

    if (sqlite3_value_type(value) == SQLITE_NULL) return;
    if (nw_argument_text(value, &text, &length, &error) != SQLITE_OK) {
        nw_error_to_result(&error, context);
        return;
    }
    end = memchr(text, 0, length);
    if (end != NULL) length = (size_t)(end - text);
    if (nw_error_status(&error, convert(engine, text, length, &result)) == SQLITE_OK) {
        sqlite3_result_text64(context, result.length ? result.bytes : "", result.length, SQLITE_TRANSIENT,
                              SQLITE_UTF8);
        newswire_string_free(engine, &result);
    }
    nw_error_to_result(&error, context);
}

static void function_normalize(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    function_text(context, argv[0], newswire_normalize);
}

static void function_fold(sqlite3_context *context, int argc, sqlite3_value **argv) {
    (void)argc;
    function_text(context, argv[0], newswire_fold);
}

/* ---------------------------------------------------------------- version */

char *nw_version_json(nw_connection *connection) {
    return sqlite3_mprintf(
        "{\"version\":\"%s\",\"data_version\":\"%s\",\"models\":{\"names\":\"%s\",\"quotes\":\"%s\"},"
        "\"unicode\":\"%s\",\"pcre2\":\"%s\",\"sqlite_built\":\"%s\",\"sqlite_running\":\"%s\"}",
        NEWSWIRE_VERSION, NEWSWIRE_DATA_VERSION, NEWSWIRE_NAMES_MODEL, NEWSWIRE_QUOTES_MODEL,
        newswire_unicode_version(), newswire_pcre2_version(connection->engine), SQLITE_VERSION,
        sqlite3_libversion());
}

static void function_version(sqlite3_context *context, int argc, sqlite3_value **argv) {
    char *json = nw_version_json(function_connection(context));

    (void)argc, (void)argv;
    if (json == NULL) {
        sqlite3_result_error_nomem(context);
        return;
    }
    sqlite3_result_text(context, json, -1, sqlite3_free);
    sqlite3_result_subtype(context, 'J');
}

/* ----------------------------------------------------------- registration */

static const struct {
    const char *name;
    int arguments;
    bool json; /* the result has the subtype of JSON */
    function_body *body;
} function_table[] = {
    {"news_analyze", 1, true, function_analyze},      {"news_analyze", 2, true, function_analyze},
    {"news_html", 1, false, function_html},           {"news_html", 2, false, function_html},
    {"news_normalize", 1, false, function_normalize}, {"news_fold", 1, false, function_fold},
    {"news_version", 0, true, function_version},
};

int nw_functions_register(nw_connection *connection) {
    size_t i;

    for (i = 0; i < sizeof function_table / sizeof function_table[0]; i++) {
        int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
        int code;

        if (function_table[i].json && sqlite3_libversion_number() >= NW_RESULT_SUBTYPE_SINCE) {
            flags |= NW_RESULT_SUBTYPE;
        }
        nw_connection_retain(connection);
        code = sqlite3_create_function_v2(connection->db, function_table[i].name, function_table[i].arguments,
                                          flags, connection, function_table[i].body, NULL, NULL,
                                          nw_connection_release);
        if (code != SQLITE_OK) return code; /* the reference has been given back */
    }
    return SQLITE_OK;
}

int nw_functions_unregister(sqlite3 *db) {
    int result = SQLITE_OK;
    size_t i;

    for (i = 0; i < sizeof function_table / sizeof function_table[0]; i++) {
        int code = sqlite3_create_function_v2(db, function_table[i].name, function_table[i].arguments,
                                              SQLITE_UTF8, NULL, NULL, NULL, NULL, NULL);

        if (code != SQLITE_OK) result = code;
    }
    return result;
}

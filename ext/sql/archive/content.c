#include "sql/archive/content.h"

#include <string.h>

/* Up to the first NUL. */
static void cut(newswire_string *text) {
    const char *end = text->length ? memchr(text->bytes, 0, text->length) : NULL;

    if (end != NULL) text->length = (uint32_t)(end - text->bytes);
}

static int column_text(sqlite3_stmt *statement, int column, newswire_string *text, nw_error *error) {
    int type = sqlite3_column_type(statement, column);

    text->bytes = NULL;
    text->length = 0;
    if (type == SQLITE_NULL) return SQLITE_OK;
    /* as text, a BLOB of a UTF-16 database would be read as UTF-16 */
    text->bytes = type == SQLITE_BLOB ? sqlite3_column_blob(statement, column)
                                      : (const char *)sqlite3_column_text(statement, column);
    text->length = (uint32_t)sqlite3_column_bytes(statement, column);
    if (text->bytes == NULL) {
        if (type != SQLITE_BLOB || text->length > 0) return nw_error_code(error, SQLITE_NOMEM);
        text->bytes = "";
    }
    cut(text);
    return SQLITE_OK;
}

int nw_content_read(sqlite3_stmt *statement, nw_content *content, nw_error *error) {
    content->key = sqlite3_column_int64(statement, 0);
    column_text(statement, 1, &content->text, error);
    column_text(statement, 2, &content->published, error);
    column_text(statement, 3, &content->headline, error);
    return error->code;
}

int nw_content_string(sqlite3_value *value, newswire_string *text, nw_error *error) {
    size_t length = 0;

    text->bytes = NULL;
    text->length = 0;
    if (sqlite3_value_type(value) == SQLITE_NULL) return SQLITE_OK;
    if (nw_argument_text(value, &text->bytes, &length, error) != SQLITE_OK) return error->code;
    text->length = (uint32_t)length;
    cut(text);
    return SQLITE_OK;
}

sqlite3_int64 nw_content_hash(const nw_content *content) {
    return nw_article_hash(content->text, content->published, content->headline);
}

int nw_content_options(nw_archive *archive, const nw_content *content, newswire_options *options,
                       nw_error *error) {
    nw_connection *connection = archive->connection;
    int code = nw_connection_probe(connection);

    if (code != SQLITE_OK) return nw_error_code(error, code);
    *options = nw_options_for_engine(archive->settings.options);
    options->published = content->published;
    options->headline = content->headline;
    options->strays_join = connection->strays_join;
    options->interrupted = nw_interrupt_asked;
    options->interrupt_context = &connection->interrupt;
    return SQLITE_OK;
}

int nw_content_written(const nw_content *content, const nw_analysed *analysed, nw_written *written,
                       nw_error *error) {
    written->key = content->key;
    written->hash = nw_content_hash(content);
    written->published = content->published;
    written->failure = NULL;
    if (analysed->status == NEWSWIRE_TOOBIG)
        written->failure = "the text is longer than newswire reads";
    else if (analysed->status == NEWSWIRE_NOMEM)
        written->failure = "out of memory";
    else
        nw_error_status(error, analysed->status);
    return error->code;
}

int nw_content_write(nw_writer *writer, const nw_content *content, const nw_analysed *analysed,
                     nw_error *error) {
    nw_written written;

    if (error->code != SQLITE_OK) return error->code;
    if (nw_content_written(content, analysed, &written, error) != SQLITE_OK) return error->code;
    return nw_write_article(writer, &written, analysed, error);
}

int nw_content_analyse(nw_archive *archive, const nw_content *content, nw_analysed *analysed,
                       nw_error *error) {
    newswire_options options;

    memset(analysed, 0, sizeof *analysed);
    if (nw_content_options(archive, content, &options, error) != SQLITE_OK) return error->code;
    nw_analyse(archive->connection->engine, content->text.bytes ? content->text.bytes : "",
               content->text.length, &options, analysed);
    return SQLITE_OK;
}

int nw_content_index(nw_writer *writer, const nw_content *content, nw_error *error) {
    nw_analysed analysed;

    if (nw_content_analyse(writer->archive, content, &analysed, error) != SQLITE_OK) return error->code;
    nw_content_write(writer, content, &analysed, error);
    nw_analysed_close(&analysed);
    return error->code;
}

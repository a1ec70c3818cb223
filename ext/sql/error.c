#include "sql/error.h"

#include <stdarg.h>

int nw_error_set(nw_error *error, int code, const char *format, ...) {
    va_list arguments;

    if (error->code != SQLITE_OK) return error->code;
    va_start(arguments, format);
    error->message = sqlite3_vmprintf(format, arguments);
    va_end(arguments);
    error->code = error->message ? code : SQLITE_NOMEM;
    return error->code;
}

int nw_error_code(nw_error *error, int code) {
    if (error->code == SQLITE_OK) error->code = code;
    return error->code;
}

int nw_error_status(nw_error *error, newswire_status status) {
    switch (status) {
    case NEWSWIRE_OK: return error->code;
    case NEWSWIRE_NOMEM: return nw_error_code(error, SQLITE_NOMEM);
    case NEWSWIRE_INTERRUPT: return nw_error_code(error, SQLITE_INTERRUPT);
    case NEWSWIRE_TOOBIG: return nw_error_code(error, SQLITE_TOOBIG);
    case NEWSWIRE_MISUSE: break;
    }
    return nw_error_code(error, SQLITE_MISUSE);
}

void nw_error_clear(nw_error *error) {
    sqlite3_free(error->message);
    error->message = NULL;
    error->code = SQLITE_OK;
}

int nw_error_to_result(nw_error *error, sqlite3_context *context) {
    int code = error->code;

    if (code == SQLITE_NOMEM) {
        sqlite3_result_error_nomem(context);
    } else if (code == SQLITE_TOOBIG) {
        sqlite3_result_error_toobig(context);
    } else if (code != SQLITE_OK) {
        /* The code alone gives SQLite's own words for it: "interrupted". */
        if (error->message) sqlite3_result_error(context, error->message, -1);
        sqlite3_result_error_code(context, code);
    }
    nw_error_clear(error);
    return code;
}

int nw_error_to_table(nw_error *error, sqlite3_vtab *table) {
    int code = error->code;

    if (error->message) {
        sqlite3_free(table->zErrMsg);
        table->zErrMsg = error->message;
        error->message = NULL;
    }
    nw_error_clear(error);
    return code;
}

int nw_excerpt(const char *text, size_t length) {
    size_t kept = length;

    if (kept > NW_EXCERPT_BYTES) {
        kept = NW_EXCERPT_BYTES;
        while (kept > 0 && ((unsigned char)text[kept] & 0xc0) == 0x80) kept--;
    }
    return (int)kept;
}

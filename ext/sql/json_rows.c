#include "sql/json_rows.h"

#include <string.h>

static const char *const json_rows_sql = "SELECT json_type(?1), e.key, e.type, e.value FROM (SELECT 1) "
                                         "LEFT JOIN json_each(?1) AS e";

static int json_rows_failed(nw_json_rows *rows, int code, nw_error *error) {
    if ((code & 0xff) == SQLITE_NOMEM || code == SQLITE_INTERRUPT) return nw_error_code(error, code & 0xff);
    if (code == SQLITE_ERROR && rows->json != NULL) {
        return nw_error_set(error, code, "%s: malformed JSON in %s: %.*s", rows->function, rows->what,
                            nw_excerpt(rows->json, rows->length), rows->json);
    }
    return nw_error_set(error, code, "%s: cannot read %s: %s", rows->function, rows->what,
                        sqlite3_errmsg(rows->db));
}

int nw_json_rows_open(nw_json_rows *rows, sqlite3 *db, const char *function, const char *what,
                      nw_error *error) {
    int code;

    rows->db = db;
    rows->statement = NULL;
    rows->function = function;
    rows->what = what;
    rows->json = NULL;
    rows->length = 0;
    code = sqlite3_prepare_v2(db, json_rows_sql, -1, &rows->statement, NULL);
    return code == SQLITE_OK ? SQLITE_OK : json_rows_failed(rows, code, error);
}

void nw_json_rows_close(nw_json_rows *rows) {
    sqlite3_finalize(rows->statement);
    rows->statement = NULL;
}

int nw_json_rows_start(nw_json_rows *rows, const char *json, size_t length, nw_error *error) {
    int code;

    rows->json = json;
    rows->length = length;
    sqlite3_reset(rows->statement);
    code = sqlite3_bind_text64(rows->statement, 1, json, length, SQLITE_STATIC, SQLITE_UTF8);
    return code == SQLITE_OK ? SQLITE_OK : json_rows_failed(rows, code, error);
}

int nw_json_rows_next(nw_json_rows *rows, nw_json_row *row, nw_error *error) {
    int code = sqlite3_step(rows->statement);

    if (code == SQLITE_DONE) return code;
    if (code != SQLITE_ROW) {
        code = sqlite3_reset(rows->statement);
        return json_rows_failed(rows, code == SQLITE_OK ? SQLITE_ERROR : code, error);
    }
    row->parent = (const char *)sqlite3_column_text(rows->statement, 0);
    row->key = (const char *)sqlite3_column_text(rows->statement, 1);
    row->type = (const char *)sqlite3_column_text(rows->statement, 2);
    row->value = (const char *)sqlite3_column_text(rows->statement, 3);
    row->length = (size_t)sqlite3_column_bytes(rows->statement, 3);
    /* Where there are members, only a value may be NULL; else there was no memory for the text. */
    if (row->parent == NULL || (sqlite3_errcode(rows->db) & 0xff) == SQLITE_NOMEM) {
        return nw_error_code(error, SQLITE_NOMEM);
    }
    if (row->type == NULL) row->key = NULL;
    /* As JSON has them: SQL says 1, 0 and NULL. */
    if (row->type != NULL && (*row->type == 'f' || *row->type == 'n' || strcmp(row->type, "true") == 0)) {
        row->value = row->type;
        row->length = strlen(row->type);
    }
    if (row->value == NULL) row->value = "";
    return SQLITE_ROW;
}

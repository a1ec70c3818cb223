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
    rows->changed = NULL;
    code = sqlite3_prepare_v2(db, json_rows_sql, -1, &rows->statement, NULL);
    return code == SQLITE_OK ? SQLITE_OK : json_rows_failed(rows, code, error);
}

void nw_json_rows_close(nw_json_rows *rows) {
    sqlite3_finalize(rows->statement);
    rows->statement = NULL;
    sqlite3_free(rows->changed);
    rows->changed = NULL;
}

/* The length of the escape at a backslash, if it is a NUL's: \u0000, or JSON5's \x00 and \0; 0: any other escape. */
static size_t nul_escape(const char *at, const char *end) {
    static const char *const escapes[] = {"\\u0000", "\\x00", "\\0"};
    size_t i;

    for (i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
        size_t length = strlen(escapes[i]);

        if ((size_t)(end - at) >= length && memcmp(at, escapes[i], length) == 0) return length;
    }
    return 0;
}

/* Replaces each escape of a NUL by that of NW_JSON_NUL, in a copy, if there is any. */
static int json_change_nuls(nw_json_rows *rows, const char *json, size_t length) {
    const char *at = json;
    const char *end = json + length;
    const char *kept = json;
    sqlite3_str *changed = NULL;
    int code;

    while ((at = memchr(at, '\\', (size_t)(end - at))) != NULL) {
        size_t taken = nul_escape(at, end);

        if (taken == 0) { /* of two backslashes, the second escapes nothing */
            at += end - at > 1 ? 2 : 1;
            continue;
        }
        if (changed == NULL) changed = sqlite3_str_new(rows->db);
        sqlite3_str_append(changed, kept, (int)(at - kept));
        sqlite3_str_append(changed, "\\ufdd0", 6);
        kept = at += taken;
    }
    if (changed == NULL) return SQLITE_OK;
    sqlite3_str_append(changed, kept, (int)(end - kept));
    code = sqlite3_str_errcode(changed);
    rows->changed = sqlite3_str_finish(changed);
    return code;
}

int nw_json_rows_start(nw_json_rows *rows, const char *json, size_t length, nw_error *error) {
    int code;

    rows->json = json;
    rows->length = length;
    sqlite3_reset(rows->statement);
    sqlite3_free(rows->changed);
    rows->changed = NULL;
    code = json_change_nuls(rows, json, length);
    if (code != SQLITE_OK) return nw_error_code(error, code);
    if (rows->changed != NULL) {
        json = rows->changed;
        length = strlen(json);
    }
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

const char *nw_json_show(const char *text, size_t length, nw_json_shown *shown) {
    const char *end = text + nw_excerpt(text, length);
    size_t shown_length = 0;

    while (text < end) {
        size_t nul = end - text >= 3 && memcmp(text, NW_JSON_NUL, 3) == 0 ? 3
                     : end - text >= 6 && memcmp(text, "\\ufdd0", 6) == 0 ? 6
                                                                          : 0;

        if (nul == 0) {
            shown->text[shown_length++] = *text++;
            continue;
        }
        memcpy(shown->text + shown_length, "\\u0000", 6);
        shown_length += 6;
        text += nul;
    }
    shown->text[shown_length] = 0;
    return shown->text;
}

const char *nw_json_show_value(const nw_json_row *row, nw_json_shown *shown) {
    size_t length;

    nw_json_show(row->value, row->length, shown);
    if (strcmp(row->type, "text") != 0) return shown->text;
    length = strlen(shown->text);
    memmove(shown->text + 1, shown->text, length);
    shown->text[0] = '"';
    memcpy(shown->text + length + 1, "\"", 2);
    return shown->text;
}

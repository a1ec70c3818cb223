/*
** Reading JSON: the members of an object or array, one after the other, by SQLite's json_each.
**
** A text in JSON may hold a NUL, as \u0000, at which some versions of SQLite end it. So that "all\u0000most" is not taken
** for "all", each NUL is read as NW_JSON_NUL, and shown in messages as \u0000 again.
*/
#ifndef NW_JSON_ROWS_H
#define NW_JSON_ROWS_H

#include "sql/error.h"

#include <stdbool.h>

/* U+FDD0, a noncharacter, which SQLite, unlike U+FFFF, passes through UTF-16 unchanged. */
#define NW_JSON_NUL "\xef\xb7\x90"

typedef struct nw_json_rows {
    sqlite3 *db;
    sqlite3_stmt *statement;
    const char *function; /* who reports errors */
    const char *what;     /* what is read, for messages: "options" */
    const char *json;     /* being read, as it was given */
    size_t length;
    char *changed; /* the same with other NULs, from sqlite3_malloc; NULL: it has none */
} nw_json_rows;

/* One member. The strings last until the next step. */
typedef struct nw_json_row {
    const char *parent; /* type of the whole value: "object", "array", ... */
    const char *key;    /* NULL: the value has no members */
    const char *type;   /* "text", "integer", "real", "true", "false", "null", "array", "object" */
    const char *value;  /* a text without its quotes, anything else as JSON */
    size_t length;      /* of value, in bytes */
} nw_json_row;

/* A value or key as messages show it; the string is the struct's. */
typedef struct nw_json_shown {
    char text[2 * NW_EXCERPT_BYTES + 3]; /* a NUL takes twice as many bytes */
} nw_json_shown;

/* Prepares to read; close in any case. Statements are for one call: they never outlive it. */
int nw_json_rows_open(nw_json_rows *rows, sqlite3 *db, const char *function, const char *what,
                      nw_error *error);

/* Finalizes the statement. Not NULL; one that is zero is a no-op. */
void nw_json_rows_close(nw_json_rows *rows);

/* Begins to read a JSON text, which must stay until it is read. */
int nw_json_rows_start(nw_json_rows *rows, const char *json, size_t length, nw_error *error);

/* The next member; there is at least one row, whose key is NULL where the value has no members.
** Returns SQLITE_ROW, SQLITE_DONE or an error. */
int nw_json_rows_next(nw_json_rows *rows, nw_json_row *row, nw_error *error);

/* At most NW_EXCERPT_BYTES of a member's value, a text in quotation marks; and of a key or of JSON as it is. */
const char *nw_json_show_value(const nw_json_row *row, nw_json_shown *shown);
const char *nw_json_show(const char *text, size_t length, nw_json_shown *shown);

#endif

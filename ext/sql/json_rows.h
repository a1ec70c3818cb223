/*
** Reading JSON: the members of an object or array, one after the other, by SQLite's json_each.
*/
#ifndef NW_JSON_ROWS_H
#define NW_JSON_ROWS_H

#include "sql/error.h"

#include <stdbool.h>

typedef struct nw_json_rows {
    sqlite3 *db;
    sqlite3_stmt *statement;
    const char *function; /* who reports errors */
    const char *what;     /* what is read, for messages: "options" */
    const char *json;     /* being read */
    size_t length;
} nw_json_rows;

/* One member. The strings last until the next step. */
typedef struct nw_json_row {
    const char *parent; /* type of the whole value: "object", "array", ... */
    const char *key;    /* NULL: the value has no members */
    const char *type;   /* "text", "integer", "real", "true", "false", "null", "array", "object" */
    const char *value;  /* a text without its quotes, anything else as JSON */
    size_t length;      /* of value, in bytes */
} nw_json_row;

/* Prepares to read; close in any case. Statements are for one call: they never outlive it. */
int nw_json_rows_open(nw_json_rows *rows, sqlite3 *db, const char *function, const char *what,
                      nw_error *error);
void nw_json_rows_close(nw_json_rows *rows);

/* Begins to read a JSON text, which must stay until it is read. */
int nw_json_rows_start(nw_json_rows *rows, const char *json, size_t length, nw_error *error);

/* The next member; there is at least one row, whose key is NULL where the value has no members.
** Returns SQLITE_ROW, SQLITE_DONE or an error. */
int nw_json_rows_next(nw_json_rows *rows, nw_json_row *row, nw_error *error);

#endif

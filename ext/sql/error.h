/*
** What went wrong, on its way from wherever it happened to the function or table that reports it.
*/
#ifndef NW_ERROR_H
#define NW_ERROR_H

#include "newswire.h"
#include "sql/sqlite.h"

/* Zero to begin with. Only the first error is kept. */
typedef struct nw_error {
    int code;      /* SQLITE_OK, or the first error */
    char *message; /* from sqlite3_malloc, or NULL if the code is enough (SQLITE_NOMEM, SQLITE_INTERRUPT)
                    */
} nw_error;

/* Records an error with a message; returns its code. The format is sqlite3_mprintf's. */
int nw_error_set(nw_error *error, int code, const char *format, ...);

/* Records an error that needs no message. SQLITE_OK is no error. */
int nw_error_code(nw_error *error, int code);

/* Records the engine's status. */
int nw_error_status(nw_error *error, newswire_status status);

/* Frees the message and forgets the error. Not NULL; without an error a no-op. */
void nw_error_clear(nw_error *error);

/* Hands the error over, to the result of a function or to a table; returns its code. */
int nw_error_to_result(nw_error *error, sqlite3_context *context);
int nw_error_to_table(nw_error *error, sqlite3_vtab *table);

/* At most this many bytes of a value are quoted in a message. */
#define NW_EXCERPT_BYTES 80

/* How many bytes of `text` to quote (with %.*s): whole characters, at most NW_EXCERPT_BYTES. */
int nw_excerpt(const char *text, size_t length);

#endif

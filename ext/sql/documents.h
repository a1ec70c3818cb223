/*
** Whole articles as text: JSON and HTML.
**
** Both append to a string. The caller checks the string's own error (no memory, longer than SQLITE_LIMIT_LENGTH); any
** other (an interrupt) is recorded in `error`. Both return the error's code.
*/
#ifndef NW_DOCUMENTS_H
#define NW_DOCUMENTS_H

#include "sql/cache.h"

/* The whole analysis as one JSON object. */
int nw_write_json(struct nw_connection *connection, nw_analysis *analysis, sqlite3_str *out, nw_error *error);

/* The article as an HTML fragment. */
int nw_write_html(struct nw_connection *connection, nw_analysis *analysis, sqlite3_str *out, nw_error *error);

#endif

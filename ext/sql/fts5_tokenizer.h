/*
** `tokenize = 'newswire'`: full-text search (FTS5) over the terms of ext/tokens/terms.h.
**
** Both interfaces of FTS5 are supported, the one before SQLite 3.47 and the one since; which one the host has is found
** out at run time. An SQLite without FTS5 has no such tokenizer, and that is no error.
*/
#ifndef NW_FTS5_TOKENIZER_H
#define NW_FTS5_TOKENIZER_H

#include "sql/connection.h"

/* Registers the tokenizer, unless this very library has already registered it with the connection. FTS5 cannot unregister
** one, so it is registered after everything else that can fail. Returns an SQLite code. */
int nw_fts5_tokenizer_register(nw_connection *connection);

/* Does nothing: FTS5 cannot unregister one. Returns SQLITE_OK. */
int nw_fts5_tokenizer_unregister(sqlite3 *db);

#endif

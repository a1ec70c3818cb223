/*
** `tokenize = 'newswire'`: full-text search (FTS5) over the terms of ext/tokens/terms.h.
**
** Both interfaces of FTS5 are served, the one that was before SQLite 3.47 and the one since; which the host has is
** found out when it runs. An SQLite without FTS5 has no such tokenizer, and that is no error.
*/
#ifndef NW_FTS5_TOKENIZER_H
#define NW_FTS5_TOKENIZER_H

#include "sql/connection.h"

/* Registers the tokenizer, unless this very library has registered it with the connection before. FTS5 has no way to
** take one back: it is registered after all else that can fail. Returns an SQLite code. */
int nw_fts5_tokenizer_register(nw_connection *connection);

/* Takes nothing back, for there is no way to. Returns SQLITE_OK. */
int nw_fts5_tokenizer_unregister(sqlite3 *db);

#endif

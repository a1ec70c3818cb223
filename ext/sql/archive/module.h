/*
** The virtual-table module `newswire`, and news_build.
*/
#ifndef NW_ARCHIVE_MODULE_H
#define NW_ARCHIVE_MODULE_H

#include "sql/connection.h"

/* Registers both with a connection. */
int nw_archive_register(nw_connection *connection);

/* Unregisters them. Returns SQLITE_BUSY if a running statement forbids it. */
int nw_archive_unregister(sqlite3 *db);

#endif

/*
** The scalar functions.
*/
#ifndef NW_FUNCTIONS_H
#define NW_FUNCTIONS_H

#include "sql/connection.h"

/* Registers the functions with a connection. news_version comes last: if it is there, all of newswire is. */
int nw_functions_register(nw_connection *connection);

/* Unregisters them. Returns SQLITE_BUSY if a running statement forbids it. */
int nw_functions_unregister(sqlite3 *db);

/* What news_version() returns: JSON, from sqlite3_malloc; NULL when there is no memory. */
char *nw_version_json(nw_connection *connection);

#endif

/*
** What newswire keeps for a connection: the engine, the latest analyses, parsed options.
**
** Every function and table that is registered holds one reference, given back by the destructor that SQLite
** calls when the registration ends, also when it fails. So the state goes with the connection.
*/
#ifndef NW_CONNECTION_H
#define NW_CONNECTION_H

#include "newswire.h"
#include "sql/cache.h"
#include "sql/hash.h"
#include "sql/interrupt.h"
#include "sql/options.h"

typedef struct nw_connection {
    sqlite3 *db;
    int references;
    newswire_engine *engine; /* its memory is sqlite3_malloc64's */
    bool probed;             /* whether strays_join is known */
    bool strays_join;        /* newswire_options.strays_join, as this SQLite counts */
    nw_hash_key key;         /* random, of rowids: nw_analysis_first_rowid */
    bool made_schema;        /* a command has made or dropped triggers or indexes, which may be rolled back */
    nw_interrupt interrupt;
    nw_options_cache options;
    nw_cache analyses;
    struct nw_archive *archives; /* the indexes that are connected; archive/module.c keeps the list */
} nw_connection;

/* A connection's new state with one reference, or NULL when there is no memory. */
nw_connection *nw_connection_open(sqlite3 *db);

/* Finds out how this SQLite counts the characters of malformed text. Returns SQLITE_OK, SQLITE_NOMEM or SQLITE_INTERRUPT. */
int nw_connection_probe(nw_connection *connection);

/* Whether an SQL function of this name is known. Asked without preparing a call of it: that would leave an error
** behind, with which sqlite3_open fails where newswire is an automatic extension. Reads no schema. Returns SQLITE_OK, or
** an error with *found false. */
int nw_connection_find_function(nw_connection *connection, const char *name, bool *found);

/* One reference more, which nw_connection_release gives back; the last one frees the state. Neither takes NULL. */
void nw_connection_retain(nw_connection *connection);
void nw_connection_release(void *connection_state); /* a destructor for SQLite */

#endif

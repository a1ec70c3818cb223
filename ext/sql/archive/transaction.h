/*
** The transaction of a batch: one of its own, or a savepoint within the caller's.
*/
#ifndef NW_ARCHIVE_TRANSACTION_H
#define NW_ARCHIVE_TRANSACTION_H

#include "sql/archive/archive.h"

typedef struct nw_transaction {
    nw_archive *archive;
    sqlite3 *db;
    bool own;
    sqlite3_stmt *commit; /* prepared before anything can fail */
    sqlite3_stmt *guard;  /* a reader that runs until the end */
    sqlite3_stmt *undo;   /* a statement that writes, but changes nothing */
} nw_transaction;

/* Begins; fails within a statement that writes. Returns the error's code; after an error there is nothing to end. */
int nw_transaction_begin(nw_transaction *transaction, nw_archive *archive, nw_error *error);

/* Commits, and keeps the write-ahead log from growing with every batch; or rolls back, if there is an error or the commit
** fails. Out of memory may roll back the caller's transaction, too, and sqlite3_interrupt does, as with SQLite's own
** statements that write. Returns the error's code. */
int nw_transaction_end(nw_transaction *transaction, nw_error *error);

#endif

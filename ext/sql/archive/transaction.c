#include "sql/archive/transaction.h"

#include <string.h>

/*
** Once memory has failed in a statement that runs within another, as all do that a function runs, SQLite runs none any
** more until the outermost has ended: no ROLLBACK either, and the transaction would stay open with half a batch in it.
** But a reader that is under way then takes its transaction back when it is ended. So one is kept under way: the guard.
**
** After sqlite3_interrupt, too, every statement ends at once until the outermost has ended, ROLLBACK among them. But one that
** writes takes the whole transaction back as it ends so: one that would change nothing is kept for that, the undoing.
*/

static sqlite3_stmt *prepare(sqlite3 *db, const char *sql, nw_error *error) {
    sqlite3_stmt *statement = NULL;

    if (error->code == SQLITE_OK && sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK) {
        nw_error_set(error, sqlite3_errcode(db), "news_build: %s", sqlite3_errmsg(db));
    }
    return statement;
}

static void finalize(nw_transaction *transaction) {
    sqlite3_finalize(transaction->guard);
    sqlite3_finalize(transaction->commit);
    sqlite3_finalize(transaction->undo);
    transaction->guard = transaction->commit = transaction->undo = NULL;
}

/* Takes all back. Where the rollback itself is interrupted, so is the statement that writes. */
static void take_back(nw_transaction *transaction) {
    const char *sql = transaction->own ? "ROLLBACK" : "ROLLBACK TO newswire_build; RELEASE newswire_build";

    if (sqlite3_get_autocommit(transaction->db)) return; /* a statement that was interrupted has done it */
    if (sqlite3_exec(transaction->db, sql, NULL, NULL, NULL) != SQLITE_OK) sqlite3_step(transaction->undo);
}

int nw_transaction_begin(nw_transaction *transaction, nw_archive *archive, nw_error *error) {
    sqlite3 *db = archive->connection->db;
    bool own = sqlite3_get_autocommit(db) != 0;
    int code;

    memset(transaction, 0, sizeof *transaction);
    transaction->archive = archive;
    transaction->db = db;
    transaction->own = own;
    if (own && sqlite3_txn_state(db, NULL) == SQLITE_TXN_WRITE) {
        return nw_error_set(error, SQLITE_ERROR, "news_build: cannot run inside a statement that writes");
    }
    transaction->guard = nw_archive_prepare(archive, "SELECT name FROM $config", error);
    transaction->undo = nw_archive_prepare(archive, "DELETE FROM $config WHERE 0", error);
    transaction->commit = prepare(db, own ? "COMMIT" : "RELEASE newswire_build", error);
    if (error->code == SQLITE_OK) {
        const char *begin = own ? "BEGIN IMMEDIATE" : "SAVEPOINT newswire_build";

        code = sqlite3_exec(db, begin, NULL, NULL, NULL);
        if (code == SQLITE_BUSY && !own) /* what SAVEPOINT says where a statement writes */
            nw_error_set(error, SQLITE_ERROR, "news_build: cannot run inside a statement that writes");
        else if (code != SQLITE_OK)
            nw_error_set(error, code, "news_build: %s", sqlite3_errmsg(db));
    }
    if (error->code != SQLITE_OK) {
        if (own) take_back(transaction); /* a progress handler may interrupt BEGIN when it has begun */
        finalize(transaction);
        return error->code;
    }
    code = sqlite3_step(transaction->guard);
    if (code == SQLITE_ROW) return SQLITE_OK;
    nw_error_set(error, code == SQLITE_DONE ? SQLITE_CORRUPT_VTAB : code,
                 "news_build: %s has no settings: %s", archive->name, sqlite3_errmsg(db));
    return nw_transaction_end(transaction, error);
}

/* How many pages of the log are enough for SQLite to write it back; 0: that is the host's own business. */
static int asked_pages(sqlite3 *db) {
    sqlite3_stmt *statement = NULL;
    int pages = 0;

    if (sqlite3_prepare_v2(db, "PRAGMA wal_autocheckpoint", -1, &statement, NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        pages = sqlite3_column_int(statement, 0);
    }
    sqlite3_finalize(statement);
    return pages;
}

/* SQLite cannot write back the log as it commits, since the guard reads then, and the log would grow until the build ends.
** So that is done after it, where as much has been written as SQLite waits for. */
static void write_back(nw_transaction *transaction) {
    nw_archive *archive = transaction->archive;
    int pages = asked_pages(transaction->db);
    int written = 0;
    int most = 0;

    if (pages <= 0 ||
        sqlite3_db_status(transaction->db, SQLITE_DBSTATUS_CACHE_WRITE, &written, &most, 0) != SQLITE_OK ||
        (unsigned)written - (unsigned)archive->written_back < (unsigned)pages)
        return;
    archive->written_back = written;
    sqlite3_wal_checkpoint_v2(transaction->db, archive->schema, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

int nw_transaction_end(nw_transaction *transaction, nw_error *error) {
    sqlite3 *db = transaction->db;

    if (error->code == SQLITE_OK && sqlite3_step(transaction->commit) != SQLITE_DONE) {
        nw_error_set(error, sqlite3_errcode(db), "news_build: %s", sqlite3_errmsg(db));
    }
    if (error->code != SQLITE_OK) take_back(transaction);
    finalize(transaction);
    if (error->code == SQLITE_OK && transaction->own) write_back(transaction);
    return error->code;
}

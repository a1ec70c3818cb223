/*
** news_build(name [, batch [, threads]]): indexes one batch of the articles that are not in yet.
*/
#ifndef NW_ARCHIVE_BUILD_H
#define NW_ARCHIVE_BUILD_H

#include "sql/archive/archive.h"
#include "sql/archive/workers.h"

/* What a batch takes at most. */
enum {
    NW_BATCH_USUAL = 2000,      /* articles, where none are asked for */
    NW_BATCH_MOST = 1000000,    /* articles that may be asked for */
    NW_BATCH_INDEXING = 1,      /* seconds, where the indexes are made */
    NW_BATCH_CACHE = 16 * 1024, /* KiB of pages SQLite may keep meanwhile, at least */
    NW_BATCH_BYTES = 8 << 20    /* of their text: what comes after begins the next batch */
};

/* How far an index has come. */
typedef struct nw_progress {
    sqlite3_int64 total; /* articles in the table */
    sqlite3_int64 left;  /* of them, not in the index; 0: all are in, and no index of the tables is missing */
    sqlite3_int64 failed;
    sqlite3_int64 batch; /* of this batch */
    double seconds;      /* it took */
} nw_progress;

/* Indexes up to `limit` articles that are not in yet, within a transaction that is open, and that is `own` where the
** caller of news_build has none. `threads` analyse them, joined before this returns; with 0 this one does. The rows are
** the same for any number. Returns the error's code. */
int nw_build_batch(nw_archive *archive, sqlite3_int64 limit, int threads, bool own, nw_progress *progress,
                   nw_error *error);

/* news_build(name [, batch [, threads]]), as SQLite calls it; its user data is the nw_connection. */
void nw_build_function(sqlite3_context *context, int argc, sqlite3_value **argv);

#endif

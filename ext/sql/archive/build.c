#include "sql/archive/build.h"

#include "sql/archive/content.h"
#include "sql/archive/indexes.h"
#include "sql/archive/names.h"
#include "sql/archive/settings.h"
#include "sql/archive/transaction.h"

#include <string.h>
#include <time.h>

/* ---------------------------------------------------------------- the batch */

static double clock_seconds(void) {
    struct timespec now;

    if (timespec_get(&now, TIME_UTC) == 0) return 0;
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* An article has been written; the next batch looks for others behind it. */
static void advance(nw_archive *archive, const nw_content *content, nw_progress *progress) {
    progress->batch++;
    archive->resume_at = content->key < INT64_MAX ? content->key + 1 : content->key;
}

static int index_here(nw_writer *writer, const nw_content *content, nw_progress *progress, nw_error *error) {
    if (nw_content_index(writer, content, error) == SQLITE_OK) advance(writer->archive, content, progress);
    return error->code;
}

/* Indexes what the statement gives, to its end or the batch's; *more: there is another row. */
static int index_pending(nw_writer *writer, sqlite3_stmt *pending, sqlite3_int64 limit, nw_progress *progress,
                         bool *more, nw_error *error) {
    nw_archive *archive = writer->archive;
    sqlite3_int64 bytes = 0;
    nw_content content;

    while (nw_archive_row(archive, pending, more, error) == SQLITE_OK && *more) {
        if (progress->batch >= limit || bytes > NW_BATCH_BYTES) break;
        if (nw_content_read(pending, &content, error) != SQLITE_OK) break;
        if (index_here(writer, &content, progress, error) != SQLITE_OK) break;
        bytes += content.text.length;
    }
    sqlite3_reset(pending);
    return error->code;
}

/* Takes the first article that a worker has analysed, and writes it. */
static int write_taken(nw_writer *writer, nw_progress *progress, nw_error *error) {
    nw_archive *archive = writer->archive;
    nw_workers *workers = archive->workers;
    const nw_content *content;
    const nw_analysed *analysed;

    if (!nw_workers_take(workers, &archive->connection->interrupt, &content, &analysed)) {
        return nw_error_code(error, SQLITE_INTERRUPT);
    }
    if (nw_content_write(writer, content, analysed, error) == SQLITE_OK) advance(archive, content, progress);
    nw_workers_give_back(workers);
    return error->code;
}

/* Gives an article to the workers, or, where there is no memory for a copy, writes those before it and reads it here. */
static int give_article(nw_writer *writer, const nw_content *content, nw_progress *progress,
                        nw_error *error) {
    nw_archive *archive = writer->archive;
    newswire_options options;

    if (nw_content_options(archive, content, &options, error) != SQLITE_OK) return error->code;
    if (nw_workers_give(archive->workers, content, &options) == SQLITE_OK) return SQLITE_OK;
    while (nw_workers_busy(archive->workers) > 0) {
        if (write_taken(writer, progress, error) != SQLITE_OK) return error->code;
    }
    return index_here(writer, content, progress, error);
}

/* The same as index_pending, in the same order, with the analyses of workers. */
static int index_by_workers(nw_writer *writer, sqlite3_stmt *pending, sqlite3_int64 limit,
                            nw_progress *progress, bool *more, nw_error *error) {
    nw_archive *archive = writer->archive;
    nw_workers *workers = archive->workers;
    sqlite3_int64 given = progress->batch;
    sqlite3_int64 bytes = 0;
    nw_content content;
    bool end = false;

    do {
        while (!end && error->code == SQLITE_OK && nw_workers_have_room(workers)) {
            if (nw_archive_row(archive, pending, more, error) != SQLITE_OK) break;
            end = !*more || given >= limit || bytes > NW_BATCH_BYTES;
            if (end || nw_content_read(pending, &content, error) != SQLITE_OK) break;
            if (give_article(writer, &content, progress, error) != SQLITE_OK) break;
            bytes += content.text.length;
            given++;
        }
    } while (error->code == SQLITE_OK && nw_workers_busy(workers) > 0 &&
             write_taken(writer, progress, error) == SQLITE_OK);
    sqlite3_reset(pending);
    return error->code;
}

/* Where the last batch ended is a hint that saves looking through all that is in. Only a search from the beginning shows
** that nothing is left: articles may have been added before that place while there were no triggers. */
static int run_batch(nw_writer *writer, sqlite3_int64 limit, bool threads, nw_progress *progress, bool *more,
                     nw_error *error) {
    nw_archive *archive = writer->archive;
    bool from_start = false;

    *more = false;
    while (!*more && !from_start && error->code == SQLITE_OK) {
        sqlite3_stmt *pending = nw_archive_statement(archive, NW_SQL_PENDING, error);

        if (pending == NULL) break;
        from_start = archive->resume_at == INT64_MIN;
        sqlite3_bind_int64(pending, 1, archive->resume_at);
        if (threads)
            index_by_workers(writer, pending, limit, progress, more, error);
        else
            index_pending(writer, pending, limit, progress, more, error);
        if (!*more) archive->resume_at = INT64_MIN;
    }
    return error->code;
}

/* What shows whether the tables have changed since they were counted, other than by the index's own batch. */
static int read_moment(nw_archive *archive, nw_moment *moment, nw_error *error) {
    const char *const schema = archive->settings.content_schema;
    const char *const pragmas[] = {"data_version", "schema_version"};
    sqlite3_int64 *const values[] = {&moment->data_version, &moment->schema_version};
    int i;

    moment->changes = sqlite3_total_changes64(archive->connection->db);
    for (i = 0; i < 2; i++) {
        char *sql = sqlite3_mprintf("PRAGMA \"%w\".%s", schema, pragmas[i]);

        if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
        nw_archive_number(archive, sql, values[i], error);
        sqlite3_free(sql);
    }
    return error->code;
}

/* Counts the articles, and those that are in. In a transaction of ours nobody else changes a row, so that the counts of
** the last batch stand where nothing has changed since; in a caller's, which may be rolled back, they do not. */
static int count_articles(nw_archive *archive, const nw_moment *before, bool own, nw_progress *progress,
                          nw_error *error) {
    nw_counted *counted = &archive->counted;

    if (own && counted->known && memcmp(&counted->moment, before, sizeof *before) == 0) {
        counted->done += progress->batch;
    } else {
        nw_archive_number(archive, "SELECT count(*) FROM $content", &counted->total, error);
        nw_archive_number(
            archive,
            "SELECT count(*) FROM $article AS a WHERE EXISTS(SELECT 1 FROM $content AS c WHERE $key = a.key)",
            &counted->done, error);
    }
    /* state_code <> 0 is the condition of the partial index, which SQLite does not use for other words */
    nw_archive_number(archive, "SELECT count(*) FROM $article WHERE state_code <> 0 AND state_code = 1",
                      &progress->failed, error);
    progress->total = counted->total;
    progress->left = counted->total - counted->done;
    counted->known =
        error->code == SQLITE_OK && own && read_moment(archive, &counted->moment, error) == SQLITE_OK;
    return error->code;
}

/* When no article is left, the indexes are made. Other connections cannot write meanwhile: so in a transaction of ours this
** takes NW_BATCH_INDEXING seconds, or one index. *more: some are left for the next batch. */
static int make_indexes(nw_archive *archive, bool own, bool *more, nw_error *error) {
    double began = clock_seconds();

    do {
        nw_indexes_make_one(archive, more, error);
    } while (*more && error->code == SQLITE_OK && (!own || clock_seconds() - began < NW_BATCH_INDEXING));
    return error->code;
}

/* Starts workers, where they are asked for and there are threads. */
static bool start_workers(nw_archive *archive, int threads) {
    if (threads < 1) return false;
    if (archive->workers == NULL) archive->workers = nw_workers_open();
    return archive->workers != NULL && nw_workers_start(archive->workers, threads) > 0;
}

int nw_build_batch(nw_archive *archive, sqlite3_int64 limit, int threads, bool own, nw_progress *progress,
                   nw_error *error) {
    double began = clock_seconds();
    nw_moment before;
    nw_writer writer;
    bool more = false;
    bool started;

    read_moment(archive, &before, error);
    nw_writer_open(&writer, archive);
    nw_interrupt_begin(&archive->connection->interrupt);
    started = error->code == SQLITE_OK && start_workers(archive, threads);
    run_batch(&writer, limit, started, progress, &more, error);
    if (started) nw_workers_stop(archive->workers);
    nw_interrupt_end(&archive->connection->interrupt);
    nw_writer_finish(&writer, error);
    nw_writer_close(&writer);
    if (!more) make_indexes(archive, own, &more, error);
    count_articles(archive, &before, own, progress, error);
    if (!more)
        progress->left = 0;
    else if (progress->left < 1)
        progress->left = 1;
    progress->seconds = clock_seconds() - began;
    return error->code;
}

/* ------------------------------------------------------------ the transaction */

/* A batch touches pages all over the indexes of entities: with SQLite's usual cache of 2 MB it would write and read them
** again and again. Gives the size of a cache that is too small, to be set back later; 0: it is large enough, or its size is
** not known. */
static sqlite3_int64 small_cache_size(nw_archive *archive) {
    nw_error error = {SQLITE_OK, NULL};
    sqlite3_int64 pages = 0;
    sqlite3_int64 size = 0;
    char *ask_pages = sqlite3_mprintf("PRAGMA \"%w\".cache_size", archive->schema);
    char *ask_size = sqlite3_mprintf("PRAGMA \"%w\".page_size", archive->schema);

    if (ask_pages != NULL && ask_size != NULL) {
        nw_archive_number(archive, ask_pages, &pages, &error);
        nw_archive_number(archive, ask_size, &size, &error);
    }
    sqlite3_free(ask_pages);
    sqlite3_free(ask_size);
    nw_error_clear(&error);
    if (pages == 0 || (pages < 0 ? -pages : pages * size / 1024) >= NW_BATCH_CACHE) return 0;
    return pages;
}

/* Written without a space, where SQLite's parser would notice an interrupt: the cache must be set back after one, too. */
static void set_cache(nw_archive *archive, sqlite3_int64 size) {
    char *sql = sqlite3_mprintf("PRAGMA\"%w\".cache_size=%lld;", archive->schema, size);

    if (sql != NULL) sqlite3_exec(archive->connection->db, sql, NULL, NULL, NULL);
    sqlite3_free(sql);
}

/* Not within a transaction of the caller's, who may roll it back, nor within a statement that writes. */
static bool may_put_off(sqlite3 *db) {
    return sqlite3_get_autocommit(db) && sqlite3_txn_state(db, NULL) != SQLITE_TXN_WRITE;
}

/* The current names of table and columns, which another connection may have set since the last batch. */
static int read_names(nw_archive *archive, nw_error *error) {
    char *fault = NULL;

    if (nw_names_read(archive, &fault, error) == SQLITE_OK && fault != NULL)
        nw_error_set(error, SQLITE_ERROR, "%s: %s", archive->name, fault);
    sqlite3_free(fault);
    return error->code;
}

/* A batch in a transaction of its own, or within the caller's. */
static int build(nw_archive *archive, sqlite3_int64 limit, int threads, nw_progress *progress,
                 nw_error *error) {
    sqlite3 *db = archive->connection->db;
    sqlite3_int64 last = sqlite3_last_insert_rowid(db);
    sqlite3_int64 resume_at = archive->resume_at;
    nw_transaction transaction;
    sqlite3_int64 cache;
    bool stale = false;

    if (may_put_off(db)) nw_indexes_put_off(archive, error);
    if (error->code != SQLITE_OK || nw_transaction_begin(&transaction, archive, error) != SQLITE_OK)
        return error->code;
    if (nw_archive_writable(archive, &stale, error) == SQLITE_OK) read_names(archive, error);
    if (stale) {
        nw_error_set(error, SQLITE_ERROR,
                     "news_build: %s was written by another data version than %s: INSERT INTO %s(%s) "
                     "VALUES('rebuild') "
                     "or 'sync' mends it",
                     archive->name, NEWSWIRE_DATA_VERSION, archive->name, archive->name);
    }
    cache = transaction.own ? small_cache_size(archive) : 0;
    if (cache != 0) set_cache(archive, -NW_BATCH_CACHE);
    if (error->code == SQLITE_OK) nw_build_batch(archive, limit, threads, transaction.own, progress, error);
    if (nw_transaction_end(&transaction, error) != SQLITE_OK) archive->resume_at = resume_at;
    if (cache != 0) set_cache(archive, cache);
    sqlite3_set_last_insert_rowid(db, last);
    return error->code;
}

/* ------------------------------------------------------------- the arguments */

/* The schema of the index of a name: temp, main or attached, in this order, or the one that is told. From
** sqlite3_malloc; NULL: there is none, or see the error. */
static char *schema_of(sqlite3 *db, const char *schema, const char *name, nw_error *error) {
    sqlite3_stmt *statement = NULL;
    char *result = NULL;
    int code = sqlite3_prepare_v2(
        db,
        "SELECT t.schema FROM pragma_table_list AS t JOIN pragma_database_list AS d ON d.name "
        "= t.schema WHERE t.type = 'virtual' AND t.name = ?1 COLLATE nocase AND "
        "coalesce(t.schema = ?2 COLLATE nocase, 1) ORDER BY d.seq <> 1, d.seq",
        -1, &statement, NULL);

    if (code == SQLITE_OK) code = sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
    if (code == SQLITE_OK) code = sqlite3_bind_text(statement, 2, schema, -1, SQLITE_STATIC);
    if (code == SQLITE_OK) code = sqlite3_step(statement);
    if (code == SQLITE_ROW) {
        result = sqlite3_mprintf("%s", sqlite3_column_text(statement, 0));
        if (result == NULL) nw_error_code(error, SQLITE_NOMEM);
    } else if (code != SQLITE_DONE) {
        nw_error_set(error, code, "news_build: %s", sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
    return result;
}

/* Finds an index. The statement keeps it connected, and is to be finalized when the index is not used any more. NULL:
** there is none, or see the error. */
static sqlite3_stmt *hold(nw_connection *connection, const char *schema, const char *name,
                          nw_archive **archive, nw_error *error) {
    sqlite3_stmt *statement = NULL;
    char *found = schema_of(connection->db, schema, name, error);
    char *sql = found ? sqlite3_mprintf("SELECT key FROM \"%w\".\"%w\"", found, name) : NULL;

    if (found != NULL && sql == NULL) nw_error_code(error, SQLITE_NOMEM);
    if (sql != NULL && sqlite3_prepare_v2(connection->db, sql, -1, &statement, NULL) != SQLITE_OK) {
        nw_error_set(error, sqlite3_errcode(connection->db), "news_build: %s",
                     sqlite3_errmsg(connection->db));
    }
    for (*archive = statement ? connection->archives : NULL; *archive != NULL; *archive = (*archive)->next) {
        if (sqlite3_stricmp((*archive)->schema, found) == 0 && sqlite3_stricmp((*archive)->name, name) == 0)
            break;
    }
    sqlite3_free(sql);
    sqlite3_free(found);
    if (*archive == NULL) {
        sqlite3_finalize(statement);
        statement = NULL;
    }
    return statement;
}

/* The same for a name that may have its schema before it. */
static sqlite3_stmt *hold_named(nw_connection *connection, const char *name, nw_archive **archive,
                                nw_error *error) {
    sqlite3_stmt *statement = hold(connection, NULL, name, archive, error);
    const char *dot = strchr(name, '.');
    char *schema;

    if (statement == NULL && error->code == SQLITE_OK && dot != NULL) {
        schema = sqlite3_mprintf("%.*s", (int)(dot - name), name);
        if (schema == NULL)
            nw_error_code(error, SQLITE_NOMEM);
        else
            statement = hold(connection, schema, dot + 1, archive, error);
        sqlite3_free(schema);
    }
    if (statement == NULL && error->code == SQLITE_OK) {
        nw_error_set(error, SQLITE_ERROR, "news_build: no such index: %.*s", nw_excerpt(name, strlen(name)),
                     name);
    }
    if (statement != NULL && (*archive)->settings.content == NULL) {
        nw_error_set(error, SQLITE_ERROR, "news_build: %s has no content= to read: INSERT its articles",
                     name);
    }
    return statement;
}

/* A number from `least` to `most`; NULL or a missing argument leaves *number, the usual one, as it is. */
static int take_number(sqlite3_value *value, const char *what, sqlite3_int64 least, sqlite3_int64 most,
                       sqlite3_int64 *number, nw_error *error) {
    const char *text;

    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL) return SQLITE_OK;
    *number = sqlite3_value_int64(value);
    if (sqlite3_value_numeric_type(value) == SQLITE_INTEGER && *number >= least && *number <= most)
        return SQLITE_OK;
    text = (const char *)sqlite3_value_text(value);
    if (text == NULL) return nw_error_code(error, SQLITE_NOMEM);
    return nw_error_set(error, SQLITE_ERROR, "news_build: %s must be a number from %lld to %lld, not %.*s",
                        what, least, most, nw_excerpt(text, strlen(text)), text);
}

/* ----------------------------------------------------------------- the result */

static void give(sqlite3_context *context, const nw_progress *progress, nw_error *error) {
    sqlite3_str *json = sqlite3_str_new(sqlite3_context_db_handle(context));
    sqlite3_int64 done = progress->total - progress->left;
    double percent = progress->total > 0 ? 100.0 * (double)done / (double)progress->total : 100.0;
    double rate = progress->seconds > 0 ? (double)progress->batch / progress->seconds : 0;
    char *text;

    if (progress->left > 0 && percent > 99.9) percent = 99.9; /* 100 is the end */
    sqlite3_str_appendf(json, "{\"done\":%lld,\"total\":%lld,\"left\":%lld,\"percent\":%.1f", done,
                        progress->total, progress->left, percent);
    sqlite3_str_appendf(json, ",\"articles_per_second\":%.1f,\"eta\":", rate);
    if (progress->left == 0)
        sqlite3_str_appendall(json, "0");
    else if (rate > 0)
        sqlite3_str_appendf(json, "%.1f", (double)progress->left / rate);
    else
        sqlite3_str_appendall(json, "null");
    sqlite3_str_appendf(json, ",\"failed\":%lld}", progress->failed);
    text = sqlite3_str_finish(json);
    if (text == NULL) {
        nw_error_code(error, SQLITE_NOMEM);
        return;
    }
    sqlite3_result_text(context, text, -1, sqlite3_free);
    sqlite3_result_subtype(context, 'J');
}

void nw_build_function(sqlite3_context *context, int argc, sqlite3_value **argv) {
    nw_connection *connection = sqlite3_user_data(context);
    sqlite3_int64 limit = NW_BATCH_USUAL;
    sqlite3_int64 threads =
        sqlite3_limit(connection->db, SQLITE_LIMIT_WORKER_THREADS, -1); /* PRAGMA threads */
    nw_error error = {SQLITE_OK, NULL};
    nw_progress progress;
    nw_archive *archive = NULL;
    sqlite3_stmt *held = NULL;
    const char *name;

    if (sqlite3_value_type(argv[0]) == SQLITE_NULL) return;
    name = (const char *)sqlite3_value_text(argv[0]);
    memset(&progress, 0, sizeof progress);
    if (name == NULL) nw_error_code(&error, SQLITE_NOMEM);
    take_number(argc > 1 ? argv[1] : NULL, "batch", 1, NW_BATCH_MOST, &limit, &error);
    take_number(argc > 2 ? argv[2] : NULL, "threads", 0, NW_WORKERS_MOST, &threads, &error);
    if (error.code == SQLITE_OK && name != NULL) held = hold_named(connection, name, &archive, &error);
    if (error.code == SQLITE_OK && archive != NULL) build(archive, limit, (int)threads, &progress, &error);
    if (error.code == SQLITE_OK) give(context, &progress, &error);
    sqlite3_finalize(held);
    nw_error_to_result(&error, context);
}

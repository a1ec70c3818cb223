#include "sql/archive/commands.h"

#include "sql/archive/build.h"
#include "sql/archive/content.h"
#include "sql/archive/indexes.h"
#include "sql/archive/integrity.h"
#include "sql/archive/names.h"
#include "sql/archive/settings.h"
#include "sql/archive/triggers.h"

#include <string.h>

typedef int command_body(nw_archive *archive, sqlite3_value *rank, nw_error *error);

/* Articles whose changes are summed up before they are written. */
enum { NW_STRETCH = 1000 };

/* ------------------------------------------------------------------ rebuild */

/* Finds the table of articles and its columns by their current names, or says which is missing. */
static int find_content(nw_archive *archive, nw_error *error) {
    char *fault = NULL;

    if (nw_names_read(archive, &fault, error) == SQLITE_OK && fault != NULL)
        nw_error_set(error, SQLITE_ERROR, "%s: %s", archive->name, fault);
    sqlite3_free(fault);
    return error->code == SQLITE_OK ? nw_names_write(archive, error) : error->code;
}

/* Indexes all that is not in. */
static int build_all(nw_archive *archive, nw_error *error) {
    nw_progress progress = {0, 1, 0, 0, 0};
    int threads =
        sqlite3_limit(archive->connection->db, SQLITE_LIMIT_WORKER_THREADS, -1); /* PRAGMA threads */

    archive->resume_at = INT64_MIN;
    while (error->code == SQLITE_OK && progress.left > 0) {
        progress.batch = 0;
        nw_build_batch(archive, NW_STRETCH, threads, false, &progress, error);
    }
    return error->code;
}

static int command_delete_all(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    (void)rank;
    archive->candidates.count = 0;
    nw_archive_empty(archive, error);
    return error->code == SQLITE_OK ? nw_archive_write_version(archive, error) : error->code;
}

static int command_rebuild(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    if (find_content(archive, error) == SQLITE_OK) command_delete_all(archive, rank, error);
    return error->code == SQLITE_OK ? build_all(archive, error) : error->code;
}

/* --------------------------------------------------------------------- sync */

/* Articles that are collected before they are taken out: what a statement reads may not change under it. */
enum { ORPHANS = 256 };

/* Takes out what the table of articles has no more. */
static int remove_orphans(nw_archive *archive, nw_error *error) {
    sqlite3_int64 keys[ORPHANS];
    int count = 1;

    while (count > 0 && error->code == SQLITE_OK) {
        sqlite3_stmt *statement = nw_archive_prepare(archive,
                                                     "SELECT key FROM $article AS a WHERE NOT EXISTS(SELECT "
                                                     "1 FROM $content AS c WHERE $key = a.key)",
                                                     error);
        nw_writer writer;
        bool found = statement != NULL;
        int i;

        for (count = 0; found && count < ORPHANS;) {
            nw_archive_row(archive, statement, &found, error);
            if (found) keys[count++] = sqlite3_column_int64(statement, 0);
        }
        sqlite3_finalize(statement);
        nw_writer_open(&writer, archive);
        for (i = 0; i < count && error->code == SQLITE_OK; i++) nw_remove_article(&writer, keys[i], error);
        nw_writer_finish(&writer, error);
        nw_writer_close(&writer);
    }
    return error->code;
}

/* Whether an article's row says that it was read as it is now. What failed for want of memory may be read today. */
static bool is_current(sqlite3_stmt *statement, const nw_content *content) {
    const char *version = (const char *)sqlite3_column_text(statement, 6);

    return sqlite3_column_int(statement, 5) == NW_STATE_READ && version != NULL &&
           strcmp(version, NEWSWIRE_DATA_VERSION) == 0 &&
           sqlite3_column_int64(statement, 4) == nw_content_hash(content);
}

/* Reads again what has changed, and what is not in. */
static int mend_articles(nw_archive *archive, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_prepare(
        archive,
        "SELECT $key, $text, $published, $headline, a.hash, a.state_code, a.data_version FROM $content "
        "AS c LEFT JOIN $article AS a ON a.key = $key ORDER BY $key",
        error);
    nw_content content;
    nw_writer writer;
    bool found;
    int mended = 0;

    nw_writer_open(&writer, archive);
    nw_interrupt_begin(&archive->connection->interrupt);
    while (statement != NULL && nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found &&
           nw_content_read(statement, &content, error) == SQLITE_OK) {
        if (sqlite3_column_type(statement, 5) != SQLITE_NULL) {
            if (is_current(statement, &content)) continue;
            if (nw_remove_article(&writer, content.key, error) != SQLITE_OK) break;
        }
        if (nw_content_index(&writer, &content, error) != SQLITE_OK) break;
        if (++mended % NW_STRETCH == 0) nw_writer_finish(&writer, error);
    }
    nw_interrupt_end(&archive->connection->interrupt);
    nw_writer_finish(&writer, error);
    nw_writer_close(&writer);
    sqlite3_finalize(statement);
    return error->code;
}

static int command_sync(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    (void)rank;
    archive->candidates.count = 0;
    if (find_content(archive, error) != SQLITE_OK) return error->code;
    if (archive->settings.triggers && nw_triggers_create(archive, error) != SQLITE_OK) return error->code;
    if (remove_orphans(archive, error) != SQLITE_OK || mend_articles(archive, error) != SQLITE_OK)
        return error->code;
    if (nw_indexes_make(archive, error) != SQLITE_OK) return error->code;
    return nw_archive_write_settings(archive, error);
}

/* Only the triggers have the current names: these are stored before the triggers go. */
static int drop_triggers(nw_archive *archive, nw_error *error) {
    char *fault = NULL;

    nw_names_read(archive, &fault, error);
    sqlite3_free(fault);
    if (error->code != SQLITE_OK || nw_names_write(archive, error) != SQLITE_OK) return error->code;
    return nw_triggers_drop(archive, error);
}

static int switch_sync(nw_archive *archive, bool on, nw_error *error) {
    if (!on)
        drop_triggers(archive, error);
    else if (find_content(archive, error) == SQLITE_OK) /* else no article could be written any more */
        nw_triggers_create(archive, error);
    if (error->code == SQLITE_OK) nw_archive_write_setting(archive, "sync", on ? "triggers" : "off", error);
    if (error->code == SQLITE_OK) archive->settings.triggers = on;
    return error->code;
}

static int command_sync_off(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    (void)rank;
    return switch_sync(archive, false, error);
}

static int command_sync_on(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    (void)rank;
    return switch_sync(archive, true, error);
}

/* ------------------------------------------------------------------- checks */

static int command_integrity_check(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    char *fault = NULL;
    bool stale; /* nw_integrity_content tells */

    if (nw_archive_writable(archive, &stale, error) != SQLITE_OK) return error->code;
    nw_integrity_structure(archive, &fault, error);
    if (error->code == SQLITE_OK && fault == NULL) nw_integrity_content(archive, &fault, error);
    if (error->code == SQLITE_OK && fault == NULL && sqlite3_value_int(rank) != 0) {
        nw_integrity_rows(archive, &fault, error);
    }
    if (error->code == SQLITE_OK && fault == NULL) nw_integrity_indexes(archive, &fault, error);
    if (fault != NULL) nw_error_set(error, SQLITE_CORRUPT_VTAB, "%s: %s", archive->name, fault);
    sqlite3_free(fault);
    return error->code;
}

/* The indexes are written anew, which makes them a third smaller after a build, and the planner gets its statistics. */
static int command_optimize(nw_archive *archive, sqlite3_value *rank, nw_error *error) {
    (void)rank;
    return nw_indexes_make(archive, error) == SQLITE_OK ? nw_archive_optimize(archive, error) : error->code;
}

static const struct {
    const char *name;
    bool content; /* only with a table of articles */
    bool writes;  /* the index's rows: not those of another format */
    bool makes;   /* triggers or indexes, or drops them */
    command_body *body;
} commands[] = {
    {"rebuild", true, true, true, command_rebuild},                    /* empties it, reads all again */
    {"sync", true, true, true, command_sync},                          /* finds drift and mends it */
    {"sync-off", true, false, true, command_sync_off},                 /* no triggers: for bulk loads */
    {"sync-on", true, false, true, command_sync_on},                   /* makes them again */
    {"integrity-check", false, false, false, command_integrity_check}, /* rank 1: all rows, too */
    {"optimize", false, true, true, command_optimize},                 /* dense tables, statistics */
    {"delete-all", false, true, false, command_delete_all},            /* empties it */
};

/* rank is for integrity-check, 0 or 1, and for new names (nw_names_tell). */
static int check_rank(const nw_archive *archive, const char *command, bool takes, sqlite3_value *rank,
                      nw_error *error) {
    sqlite3_int64 number = sqlite3_value_int64(rank);

    if (sqlite3_value_type(rank) == SQLITE_NULL) return error->code;
    if (!takes) return nw_error_set(error, SQLITE_ERROR, "%s: %s takes no rank", archive->name, command);
    if (sqlite3_value_type(rank) == SQLITE_INTEGER && (number == 0 || number == 1)) return error->code;
    return nw_error_set(error, SQLITE_ERROR, "%s: the rank of %s is 0, or 1 to read every article again",
                        archive->name, command);
}

int nw_archive_command(nw_archive *archive, sqlite3_value *command, sqlite3_value *rank, nw_error *error) {
    const char *name = (const char *)sqlite3_value_text(command);
    bool stale; /* by another data version, which the commands mend */
    size_t i;

    if (name == NULL) return nw_error_code(error, SQLITE_NOMEM);
    if (nw_names_tell(archive, name, rank, error)) return error->code;
    for (i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (sqlite3_stricmp(commands[i].name, name) != 0) continue;
        if (commands[i].content && archive->settings.content == NULL) {
            return nw_error_set(error, SQLITE_ERROR,
                                "%s: %s needs content=, which the index was made without", archive->name,
                                commands[i].name);
        }
        if (check_rank(archive, commands[i].name, commands[i].body == command_integrity_check, rank, error) !=
            SQLITE_OK)
            return error->code;
        if (commands[i].writes && nw_archive_writable(archive, &stale, error) != SQLITE_OK)
            return error->code;
        if (commands[i].makes && nw_archive_is_within_writer(archive->connection->db)) {
            return nw_error_set(error, SQLITE_ERROR, "%s: %s cannot run inside a statement that writes",
                                archive->name, commands[i].name);
        }
        if (commands[i].makes) archive->connection->made_schema = true;
        return commands[i].body(archive, rank, error);
    }
    return nw_error_set(
        error, SQLITE_ERROR,
        "%s: no such command: %.*s (there are rebuild, sync, sync-off, sync-on, integrity-check, "
        "optimize, delete-all; content, key, text, published, headline)",
        archive->name, nw_excerpt(name, strlen(name)), name);
}

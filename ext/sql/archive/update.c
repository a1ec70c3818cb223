#include "sql/archive/update.h"

#include "sql/archive/commands.h"
#include "sql/archive/content.h"
#include "sql/archive/settings.h"

#include <string.h>

static bool is_given(sqlite3_value **argv, int column) {
    return sqlite3_value_type(argv[2 + column]) != SQLITE_NULL;
}

/* -------------------------------------------------------------- candidates */

/* Most candidates that are kept: beyond, what was noted by earlier rows is settled. */
enum { CANDIDATES_MOST = 65536 };

/* Takes out what was noted and is in the table of articles no more. */
static int settle(nw_archive *archive, nw_error *error) {
    nw_candidates *candidates = &archive->candidates;
    nw_writer writer;
    uint32_t i;

    if (candidates->count == 0 || archive->settings.content == NULL) return SQLITE_OK;
    nw_writer_open(&writer, archive);
    for (i = 0; i < candidates->count && error->code == SQLITE_OK; i++) {
        sqlite3_stmt *statement = nw_archive_statement(archive, NW_SQL_CONTENT_HAS, error);
        bool found;

        if (statement == NULL) break;
        sqlite3_bind_int64(statement, 1, candidates->keys[i]);
        if (nw_archive_row(archive, statement, &found, error) != SQLITE_OK) break;
        sqlite3_reset(statement);
        if (!found) nw_remove_article(&writer, candidates->keys[i], error);
    }
    nw_writer_finish(&writer, error);
    nw_writer_close(&writer);
    candidates->count = 0;
    return error->code;
}

static int note(nw_archive *archive, sqlite3_int64 key, nw_error *error) {
    nw_candidates *candidates = &archive->candidates;

    if (candidates->count >= CANDIDATES_MOST && settle(archive, error) != SQLITE_OK) return error->code;
    if (candidates->count == candidates->room) {
        uint32_t room = candidates->room ? 2 * candidates->room : 16;
        sqlite3_int64 *keys = sqlite3_realloc64(candidates->keys, room * sizeof *keys);

        if (keys == NULL) return nw_error_code(error, SQLITE_NOMEM);
        candidates->keys = keys;
        candidates->room = room;
    }
    candidates->keys[candidates->count++] = key;
    return SQLITE_OK;
}

/* ---------------------------------------------------------------- articles */

/* Rows of another data version may be taken out. */
static int remove_key(nw_archive *archive, sqlite3_int64 key, nw_error *error) {
    nw_writer writer;

    nw_writer_open(&writer, archive);
    nw_remove_article(&writer, key, error);
    nw_writer_finish(&writer, error);
    nw_writer_close(&writer);
    return error->code;
}

static int mark_stale(nw_archive *archive, sqlite3_int64 key, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(archive, NW_SQL_MARK_STALE, error);

    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, key);
    return nw_archive_step(archive, statement, error);
}

/* Indexes an article, or, where another release wrote the index, marks it for that: rows of two releases do not mix. An analysis
** that runs out of memory fails the statement, as SQLite's own do: whoever writes one article can write it again. */
static int add(nw_archive *archive, const nw_content *content, bool stale, nw_error *error) {
    nw_writer writer;
    nw_analysed analysed;

    if (stale && archive->settings.content != NULL) return mark_stale(archive, content->key, error);
    if (stale) {
        return nw_error_set(
            error, SQLITE_ERROR,
            "%s: written by another data version than %s, and there is no content= to read again: make "
            "the index anew",
            archive->name, NEWSWIRE_DATA_VERSION);
    }
    nw_writer_open(&writer, archive);
    nw_interrupt_begin(&archive->connection->interrupt);
    if (nw_content_analyse(archive, content, &analysed, error) == SQLITE_OK) {
        if (analysed.status == NEWSWIRE_NOMEM) nw_error_code(error, SQLITE_NOMEM);
        nw_content_write(&writer, content, &analysed, error);
        nw_analysed_close(&analysed);
    }
    nw_interrupt_end(&archive->connection->interrupt);
    nw_writer_finish(&writer, error);
    nw_writer_close(&writer);
    return error->code;
}

static int is_in(nw_archive *archive, sqlite3_int64 key, bool *found, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(archive, NW_SQL_ARTICLE, error);

    *found = false;
    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, key);
    nw_archive_row(archive, statement, found, error);
    if (*found) sqlite3_reset(statement);
    return error->code;
}

/* The key of a row: its rowid or its first column, of an UPDATE the one that is another than the old; without a table of
** articles one past the greatest, as for any table. */
static int new_key(nw_archive *archive, const sqlite3_int64 *old, sqlite3_value **argv, sqlite3_int64 *key,
                   nw_error *error) {
    bool by_rowid =
        sqlite3_value_type(argv[1]) != SQLITE_NULL && (old == NULL || sqlite3_value_int64(argv[1]) != *old);
    sqlite3_value *value = by_rowid ? argv[1] : argv[2 + NW_WIRE_KEY];

    if (by_rowid && is_given(argv, NW_WIRE_KEY) &&
        (old == NULL || sqlite3_value_int64(argv[2 + NW_WIRE_KEY]) != *old) &&
        sqlite3_value_int64(argv[2 + NW_WIRE_KEY]) != sqlite3_value_int64(argv[1])) {
        return nw_error_set(error, SQLITE_ERROR,
                            "%s: rowid and key are the same, but %lld and %lld are given", archive->name,
                            sqlite3_value_int64(argv[1]), sqlite3_value_int64(argv[2 + NW_WIRE_KEY]));
    }
    if (sqlite3_value_type(value) != SQLITE_NULL) {
        *key = sqlite3_value_int64(value);
        if (sqlite3_value_numeric_type(value) == SQLITE_INTEGER) return SQLITE_OK;
        return nw_error_set(error, SQLITE_MISMATCH, "%s: the key must be an integer", archive->name);
    }
    if (archive->settings.content != NULL) {
        return nw_error_set(error, SQLITE_ERROR, "%s: an article needs its key: INSERT INTO %s(rowid, text)",
                            archive->name, archive->name);
    }
    *key = 0;
    if (nw_archive_number(archive, "SELECT max(key) FROM $article", key, error) != SQLITE_OK)
        return error->code;
    if (*key == INT64_MAX) return nw_error_set(error, SQLITE_FULL, "%s: no key is left", archive->name);
    ++*key;
    return SQLITE_OK;
}

/* An INSERT or UPDATE of an article; `old` is the key that is updated, or NULL. */
static int put(nw_archive *archive, const sqlite3_int64 *old, sqlite3_value **argv, bool stale,
               sqlite3_int64 *key, nw_error *error) {
    nw_content content;
    bool found = false;

    memset(&content, 0, sizeof content);
    if (new_key(archive, old, argv, key, error) != SQLITE_OK) return error->code;
    content.key = *key;
    nw_content_string(argv[2 + NW_WIRE_TEXT], &content.text, error);
    nw_content_string(argv[2 + NW_WIRE_PUBLISHED], &content.published, error);
    nw_content_string(argv[2 + NW_WIRE_HEADLINE], &content.headline, error);
    if (old != NULL && content.text.bytes == NULL && error->code == SQLITE_OK) {
        nw_error_set(error, SQLITE_ERROR, "%s: an UPDATE must set text, which the index does not keep",
                     archive->name);
    }
    if (error->code == SQLITE_OK && (old == NULL || *old != *key)) is_in(archive, *key, &found, error);
    if (found && sqlite3_vtab_on_conflict(archive->connection->db) != SQLITE_REPLACE) {
        return nw_error_set(error, SQLITE_CONSTRAINT, "UNIQUE constraint failed: %s.key", archive->name);
    }
    if (error->code == SQLITE_OK && old != NULL) remove_key(archive, *old, error);
    if (error->code == SQLITE_OK && found) remove_key(archive, *key, error);
    if (error->code == SQLITE_OK) add(archive, &content, stale, error);
    return error->code;
}

/* --------------------------------------------------------------- all writes */

/* What the triggers write beside articles: candidates, and that they are settled. */
static int write_note(nw_archive *archive, sqlite3_value **argv, nw_error *error) {
    if (archive->settings.content == NULL) {
        return nw_error_set(error, SQLITE_ERROR,
                            "%s: only the triggers of content= write candidate and settled", archive->name);
    }
    if (is_given(argv, NW_WIRE_CANDIDATE))
        return note(archive, sqlite3_value_int64(argv[2 + NW_WIRE_CANDIDATE]), error);
    return settle(archive, error);
}

/* True if the tables have another format: then nothing is written. Triggers skip silently, so that articles can still be
** written; integrity-check reports it. Without content= it is an error. */
static bool has_other_format(nw_archive *archive, bool *stale, nw_error *error) {
    nw_wrote wrote = NW_WROTE_THIS;

    if (archive->settings.content == NULL) return nw_archive_writable(archive, stale, error) != SQLITE_OK;
    nw_archive_wrote(archive, &wrote, error);
    *stale = wrote == NW_WROTE_OTHER_DATA;
    return error->code != SQLITE_OK || wrote == NW_WROTE_OTHER_FORMAT;
}

/* Whether one of some columns is given. */
static bool has_any(sqlite3_value **argv, int first, int last) {
    for (; first <= last; first++) {
        if (is_given(argv, first)) return true;
    }
    return false;
}

/* Whether a count is given that the index has not made itself. An UPDATE gives those of the row, too, as it has them. */
static bool gives_count(nw_archive *archive, const sqlite3_int64 *old, sqlite3_value **argv,
                        nw_error *error) {
    sqlite3_stmt *statement;
    bool found = false;
    bool gives = false;
    int i;

    if (!has_any(argv, NW_WIRE_SENTENCES, NW_WIRE_MOVES)) return false;
    if (old == NULL) return true;
    statement = nw_archive_statement(archive, NW_SQL_ARTICLE, error);
    if (statement == NULL) return false;
    sqlite3_bind_int64(statement, 1, *old);
    if (nw_archive_row(archive, statement, &found, error) != SQLITE_OK || !found) return false;
    for (i = NW_WIRE_SENTENCES; i <= NW_WIRE_MOVES; i++) {
        gives |= is_given(argv, i) &&
                 (sqlite3_value_type(argv[2 + i]) != SQLITE_INTEGER ||
                  sqlite3_value_int64(argv[2 + i]) != sqlite3_column_int64(statement, i - NW_WIRE_SENTENCES));
    }
    sqlite3_reset(statement);
    return gives;
}

/* A row that is written is a command, an article, which alone is updated, or a note of the triggers: of one that is several of
** these a part would be lost, as would be a count that the index makes itself. */
static int check_columns(nw_archive *archive, const sqlite3_int64 *old, sqlite3_value **argv,
                         nw_error *error) {
    bool command = is_given(argv, NW_WIRE_COMMAND);
    bool note = has_any(argv, NW_WIRE_CANDIDATE, NW_WIRE_SETTLED);
    bool article = sqlite3_value_type(argv[1]) != SQLITE_NULL || is_given(argv, NW_WIRE_KEY) ||
                   has_any(argv, NW_WIRE_TEXT, NW_WIRE_HEADLINE);

    if (gives_count(archive, old, argv, error)) {
        return nw_error_set(error, SQLITE_ERROR,
                            "%s: sentences, tokens, entities, quotes and moves are counted by the index",
                            archive->name);
    }
    if (is_given(argv, NW_WIRE_RANK) && !command)
        return nw_error_set(error, SQLITE_ERROR, "%s: only a command takes a rank", archive->name);
    if (command + note + article > 1) {
        return nw_error_set(error, SQLITE_ERROR,
                            "%s: one row is a command, an article or a candidate, not several",
                            archive->name);
    }
    return error->code;
}

static int write_row(nw_archive *archive, int argc, sqlite3_value **argv, sqlite3_int64 *rowid,
                     nw_error *error) {
    bool inserts = argc > 1 && sqlite3_value_type(argv[0]) == SQLITE_NULL;
    sqlite3_int64 old = inserts ? 0 : sqlite3_value_int64(argv[0]);
    bool stale = false;

    if (inserts && check_columns(archive, NULL, argv, error) != SQLITE_OK) return error->code;
    if (inserts && is_given(argv, NW_WIRE_COMMAND)) {
        return nw_archive_command(archive, argv[2 + NW_WIRE_COMMAND], argv[2 + NW_WIRE_RANK], error);
    }
    if (has_other_format(archive, &stale, error)) return error->code;
    if (inserts && (is_given(argv, NW_WIRE_CANDIDATE) || is_given(argv, NW_WIRE_SETTLED)))
        return write_note(archive, argv, error);
    if (inserts) return put(archive, NULL, argv, stale, rowid, error);
    if (argc == 1) return remove_key(archive, old, error);
    if (check_columns(archive, &old, argv, error) != SQLITE_OK) return error->code;
    return put(archive, &old, argv, stale, rowid, error);
}

/* ------------------------------------------------------------------ failures */

/* Whether the statement may go on, or end, without what it did being taken back. */
static bool is_kept(sqlite3 *db, int code) {
    int action = sqlite3_vtab_on_conflict(db);

    return (code & 0xff) == SQLITE_CONSTRAINT && (action == SQLITE_IGNORE || action == SQLITE_FAIL);
}

/* What was refused before anything was written may be passed over by OR IGNORE, or end OR FAIL; what a user's trigger or
** foreign key has refused amid the rows of an article may not: half of them would stay. */
static void refuse_half(nw_archive *archive, nw_error *error) {
    if (is_kept(archive->connection->db, error->code) && error->code != SQLITE_CONSTRAINT)
        error->code = SQLITE_ERROR;
}

int nw_archive_update(sqlite3_vtab *vtab, int argc, sqlite3_value **argv, sqlite3_int64 *rowid) {
    nw_archive *archive = (nw_archive *)vtab;
    nw_connection *connection = archive->connection;
    sqlite3 *db = connection->db;
    sqlite3_int64 last = sqlite3_last_insert_rowid(db);
    nw_error error = {SQLITE_OK, NULL};
    sqlite3_int64 key = last;

    if (sqlite3_get_autocommit(db)) connection->made_schema = false; /* what was made is kept, or gone */
    if (write_row(archive, argc, argv, &key, &error) != SQLITE_OK) refuse_half(archive, &error);
    sqlite3_set_last_insert_rowid(db, last);
    *rowid = key; /* of what is no article: what was inserted last stays so */
    return nw_error_to_table(&error, vtab);
}

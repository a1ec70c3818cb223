#include "sql/archive/writer.h"

#include "sql/archive/bindings.h"
#include "sql/hash.h"

#include <string.h>

void nw_writer_open(nw_writer *writer, nw_archive *archive) {
    int table;
    uint16_t i;

    memset(writer, 0, sizeof *writer);
    writer->archive = archive;
    writer->merge.archive = archive;
    for (table = 0; table < NW_ROW_TABLES; table++) {
        const nw_row_table *described = &nw_row_tables[table];
        const nw_table *source;

        writer->sources[table] = nw_table_index(described->rows);
        source = &nw_tables[writer->sources[table]];
        writer->starts[table] = nw_row_column_source(source, "start");
        writer->sentences[table] = nw_row_column_source(source, "sentence");
        writer->scores[table] = nw_row_column_source(source, "score");
        for (i = 0; i < described->column_count; i++) {
            writer->cells[table][i] = nw_row_column_source(source, described->columns[i].name);
            if (described->columns[i].stored == NW_IN_SPAN_WORD)
                writer->words[table] = writer->cells[table][i];
            writer->stored[table] += nw_is_stored(described->columns[i].stored);
        }
    }
}

void nw_writer_close(nw_writer *writer) {
    nw_merge_close(&writer->merge);
    sqlite3_free(writer->entities);
    memset(writer, 0, sizeof *writer);
}

int nw_writer_finish(nw_writer *writer, nw_error *error) {
    return error->code == SQLITE_OK ? nw_merge_write(&writer->merge, error) : error->code;
}

sqlite3_int64 nw_article_hash(newswire_string text, newswire_string published, newswire_string headline) {
    const newswire_string parts[] = {text, published, headline};
    uint64_t hash = NW_HASH_START;
    size_t i;

    for (i = 0; i < 3; i++) {
        hash ^= parts[i].bytes ? parts[i].length + UINT64_C(1) : 0;
        hash = nw_hash_bytes(hash, parts[i].bytes, parts[i].length);
        hash ^= hash >> 32;
    }
    return (sqlite3_int64)((hash ^ hash >> 48) & UINT64_C(0xffffffffffff));
}

/* ---------------------------------------------------------------- articles */

static int write_rows(nw_writer *writer, int table, sqlite3_int64 key, const nw_analysed *analysed,
                      nw_error *error) {
    size_t count = analysed->counts[writer->sources[table]];
    nw_row_at at;
    int row;

    if (count == 0) return SQLITE_OK;
    nw_row_begin(&at, writer, table, key, analysed);
    at.statement = nw_archive_statement(writer->archive, (nw_kept_statement)(NW_SQL_INSERT + table), error);
    while (error->code == SQLITE_OK && at.ordinal < count) {
        for (row = 0; row < NW_INSERT_ROWS; row++) {
            at.base = row * writer->stored[table];
            if (at.ordinal < count) {
                nw_row_next(&at, table);
                nw_bind_row(&at, table, error);
            } else {
                sqlite3_bind_null(at.statement, at.base + 1);
            }
        }
        if (error->code == SQLITE_OK) nw_archive_step(writer->archive, at.statement, error);
    }
    if (at.statement != NULL) sqlite3_clear_bindings(at.statement); /* they point into the article */
    return error->code;
}

void nw_bind_article(sqlite3_stmt *statement, const nw_written *written, const nw_analysed *analysed) {
    static const char *const counted[] = {"sentences", "tokens", "entities", "quotes", "moves"};
    int i;

    sqlite3_bind_int64(statement, 1, written->key);
    for (i = 0; i < 5; i++) {
        sqlite3_bind_null(statement, 2 + i);
        if (written->failure == NULL) {
            sqlite3_bind_int64(statement, 2 + i, (sqlite3_int64)analysed->counts[nw_table_index(counted[i])]);
        }
    }
    nw_bind_text(statement, 7, written->published);
    sqlite3_bind_int64(statement, 8, written->hash);
    sqlite3_bind_text(statement, 9, NEWSWIRE_DATA_VERSION, -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 10, written->failure ? NW_STATE_FAILED : NW_STATE_READ);
    sqlite3_bind_text(statement, 11, written->failure, -1, SQLITE_STATIC);
}

static int write_article_row(nw_writer *writer, const nw_written *written, const nw_analysed *analysed,
                             nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(writer->archive, NW_SQL_ADD_ARTICLE, error);

    if (statement == NULL) return error->code;
    nw_bind_article(statement, written, analysed);
    nw_archive_step(writer->archive, statement, error);
    sqlite3_clear_bindings(statement);
    return error->code;
}

int nw_write_article(nw_writer *writer, const nw_written *written, const nw_analysed *analysed,
                     nw_error *error) {
    int table;

    if (write_article_row(writer, written, analysed, error) != SQLITE_OK || written->failure != NULL) {
        return error->code;
    }
    nw_writer_begin_article(writer, analysed, error);
    for (table = 0; table < NW_ROW_TABLES && error->code == SQLITE_OK; table++) {
        write_rows(writer, table, written->key, analysed, error);
    }
    return error->code;
}

/* Takes from the counts what an article has added to them. */
static int uncount(nw_writer *writer, sqlite3_int64 key, nw_error *error) {
    nw_archive *archive = writer->archive;
    nw_merge *merge = &writer->merge;
    sqlite3_stmt *statement = nw_archive_statement(archive, NW_SQL_ARTICLE_MENTIONS, error);
    bool found = statement != NULL;

    nw_merge_next(merge);
    if (found) sqlite3_bind_int64(statement, 1, key);
    while (found && nw_archive_row(archive, statement, &found, error) == SQLITE_OK && found) {
        uint32_t entity;
        uint32_t form;

        if (nw_merge_known(merge, sqlite3_column_int64(statement, 0), &entity, error) != SQLITE_OK) break;
        nw_merge_count_mention(merge, entity, -1);
        if (sqlite3_column_type(statement, 1) != SQLITE_NULL) {
            if (nw_merge_known_form(merge, entity, (uint32_t)sqlite3_column_int(statement, 1), &form, error))
                break;
            nw_merge_count_form(merge, form, -1);
        }
        if (sqlite3_column_type(statement, 2) != SQLITE_NULL) {
            if (nw_merge_known_form(merge, entity, (uint32_t)sqlite3_column_int(statement, 2), &form, error))
                break;
            nw_merge_count_article(merge, entity, -1);
            nw_merge_count_named(merge, form, -1);
        }
    }
    if (statement != NULL) sqlite3_reset(statement);
    return error->code;
}

static int run_with_key(nw_writer *writer, nw_kept_statement which, sqlite3_int64 key, nw_error *error) {
    sqlite3_stmt *statement = nw_archive_statement(writer->archive, which, error);

    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, key);
    return nw_archive_step(writer->archive, statement, error);
}

int nw_remove_article(nw_writer *writer, sqlite3_int64 key, nw_error *error) {
    int table;

    if (uncount(writer, key, error) != SQLITE_OK) return error->code;
    for (table = 0; table < NW_ROW_TABLES; table++) {
        run_with_key(writer, (nw_kept_statement)(NW_SQL_DELETE + table), key, error);
    }
    return run_with_key(writer, NW_SQL_DELETE_ARTICLE, key, error);
}

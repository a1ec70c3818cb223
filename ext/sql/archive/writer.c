#include "sql/archive/writer.h"

#include "sql/cells.h"
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

        writer->sources[table] = nw_table_index(described->rows);
        for (i = 0; i < described->column_count; i++) {
            writer->cells[table][i] =
                nw_row_column_source(&nw_tables[writer->sources[table]], described->columns[i].name);
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

/* ---------------------------------------------------------------- entities */

static int writer_room(nw_writer *writer, size_t count, nw_error *error) {
    uint32_t *items;

    if (count <= writer->room) return SQLITE_OK;
    items = sqlite3_realloc64(writer->entities, count * 2 * sizeof *items);
    if (items == NULL) return nw_error_code(error, SQLITE_NOMEM);
    writer->entities = items;
    writer->named = items + count;
    writer->room = (uint32_t)count;
    return SQLITE_OK;
}

/* Finds the archive's entities of an article's. */
static int find_entities(nw_writer *writer, const nw_analysed *analysed, nw_error *error) {
    size_t table = nw_table_index("entities");
    const newswire_entity *entities = analysed->rows[table];
    size_t count = analysed->counts[table];
    size_t i;

    if (writer_room(writer, count, error) != SQLITE_OK) return error->code;
    for (i = 0; i < count && error->code == SQLITE_OK; i++) {
        uint32_t form;

        writer->named[i] = 0;
        nw_merge_entity(&writer->merge, analysed->keys[i], entities[i].name, &writer->entities[i], error);
        if (error->code == SQLITE_OK && entities[i].mentions > 0 &&
            nw_merge_form(&writer->merge, writer->entities[i], entities[i].name, &form, error) == SQLITE_OK) {
            writer->named[i] = form + 1;
        }
    }
    return error->code;
}

/* ---------------------------------------------------------------- bindings */

/* One row on its way into a table. */
typedef struct row_at {
    nw_writer *writer;
    sqlite3_stmt *statement;
    nw_cell_reader reader;
    const void *row;
    uint32_t ordinal;
    sqlite3_int64 key;
} row_at;

static void bind_text(sqlite3_stmt *statement, int parameter, newswire_string text) {
    sqlite3_bind_text(statement, parameter, text.bytes, (int)text.length, SQLITE_STATIC);
}

static int bind_cell(row_at *at, int parameter, const nw_table *source, const nw_column *column) {
    nw_cell cell;

    if (nw_cell_read(&at->reader, source, at->row, at->ordinal, column, &cell) != SQLITE_OK)
        return SQLITE_NOMEM;
    switch (cell.kind) {
    case NW_CELL_NULL: return sqlite3_bind_null(at->statement, parameter);
    case NW_CELL_INTEGER: return sqlite3_bind_int64(at->statement, parameter, cell.integer);
    case NW_CELL_REAL: return sqlite3_bind_double(at->statement, parameter, cell.real);
    case NW_CELL_TEXT:
    case NW_CELL_LITERAL: bind_text(at->statement, parameter, cell.text);
    }
    return SQLITE_OK;
}

static void bind_entity(row_at *at, int parameter, const nw_column *column) {
    const nw_writer *writer = at->writer;
    uint32_t ordinal;

    memcpy(&ordinal, (const char *)at->row + column->offset, sizeof ordinal);
    if (ordinal == 0)
        sqlite3_bind_null(at->statement, parameter);
    else
        sqlite3_bind_int64(at->statement, parameter,
                           writer->merge.entities[writer->entities[ordinal - 1]].id);
}

/* Only what `speaker` does not say already; an empty text stands for no name. */
static void bind_speaker_name(row_at *at, int parameter) {
    const newswire_quote *quote = at->row;
    newswire_string name = quote->speaker_name;

    if (name.bytes == NULL && quote->speaker.bytes != NULL) {
        sqlite3_bind_text(at->statement, parameter, "", 0, SQLITE_STATIC);
    } else if (name.bytes != NULL && quote->speaker.bytes != NULL && name.length == quote->speaker.length &&
               memcmp(name.bytes, quote->speaker.bytes, name.length) == 0) {
        sqlite3_bind_null(at->statement, parameter);
    } else {
        bind_text(at->statement, parameter, name);
    }
}

static void bind_score(row_at *at, int parameter, const nw_column *column) {
    double score;

    memcpy(&score, (const char *)at->row + column->offset, sizeof score);
    sqlite3_bind_int(at->statement, parameter, (int)(score * 1000 + 0.5));
}

/* Counts a mention, and binds the form of its entity's name that it is. */
static int bind_form(row_at *at, int parameter, nw_error *error) {
    const newswire_mention *mention = at->row;
    nw_merge *merge = &at->writer->merge;
    newswire_string text = {at->reader.analysis->text.bytes + mention->span.start, mention->span.length};
    uint32_t entity;
    uint32_t form;

    sqlite3_bind_null(at->statement, parameter);
    if (mention->entity == 0) return SQLITE_OK;
    entity = at->writer->entities[mention->entity - 1];
    nw_merge_count_mention(merge, entity, 1);
    if (mention->kind != NEWSWIRE_NAME && mention->kind != NEWSWIRE_ALIAS) return SQLITE_OK;
    if (nw_merge_form(merge, entity, text, &form, error) != SQLITE_OK) return error->code;
    nw_merge_count_form(merge, form, 1);
    return sqlite3_bind_int64(at->statement, parameter, merge->forms[form].form);
}

static void bind_named(row_at *at, int parameter) {
    const newswire_mention *mention = at->row;
    nw_merge *merge = &at->writer->merge;
    uint32_t *named = mention->entity ? &at->writer->named[mention->entity - 1] : NULL;

    if (named == NULL || *named == 0) {
        sqlite3_bind_null(at->statement, parameter);
        return;
    }
    nw_merge_count_article(merge, at->writer->entities[mention->entity - 1], 1);
    nw_merge_count_named(merge, *named - 1, 1);
    sqlite3_bind_int64(at->statement, parameter, merge->forms[*named - 1].form);
    *named = 0;
}

static int bind_row(row_at *at, int table, nw_error *error) {
    const nw_row_table *described = &nw_row_tables[table];
    const nw_table *source = &nw_tables[at->writer->sources[table]];
    int i;

    for (i = 0; i < described->column_count; i++) {
        const nw_column *column = at->writer->cells[table][i];

        switch (described->columns[i].stored) {
        case NW_STORED_ARTICLE: sqlite3_bind_int64(at->statement, i + 1, at->key); break;
        case NW_STORED_ORDINAL: sqlite3_bind_int64(at->statement, i + 1, at->ordinal); break;
        case NW_STORED_ENTITY: bind_entity(at, i + 1, column); break;
        case NW_STORED_CELL: nw_error_code(error, bind_cell(at, i + 1, source, column)); break;
        case NW_STORED_WORD:
            sqlite3_bind_int(at->statement, i + 1, ((const uint8_t *)at->row)[column->offset]);
            break;
        case NW_STORED_THOUSANDTHS: bind_score(at, i + 1, column); break;
        case NW_STORED_NAME: bind_speaker_name(at, i + 1); break;
        case NW_STORED_FORM: bind_form(at, i + 1, error); break;
        case NW_STORED_NAMED: bind_named(at, i + 1); break;
        }
    }
    return error->code;
}

/* ---------------------------------------------------------------- articles */

static int write_rows(nw_writer *writer, int table, sqlite3_int64 key, const nw_analysed *analysed,
                      nw_error *error) {
    size_t source = writer->sources[table];
    nw_analysis view; /* what cells are read from */
    row_at at = {writer, NULL, {NULL, &view, {NULL, 0}, ""}, analysed->rows[source], 0, key};

    if (analysed->counts[source] == 0) return SQLITE_OK;
    memset(&view, 0, sizeof view);
    view.article = analysed->article;
    view.text = newswire_article_text(analysed->article);
    at.statement = nw_archive_statement(writer->archive, (nw_kept_statement)(NW_SQL_INSERT + table), error);
    if (at.statement == NULL) return error->code;
    while (at.ordinal < analysed->counts[source]) {
        at.ordinal++;
        if (bind_row(&at, table, error) != SQLITE_OK) break;
        if (nw_archive_step(writer->archive, at.statement, error) != SQLITE_OK) break;
        at.row = (const char *)at.row + nw_tables[source].row_size;
    }
    sqlite3_clear_bindings(at.statement); /* they point into the article */
    return error->code;
}

static int write_article_row(nw_writer *writer, const nw_written *written, const nw_analysed *analysed,
                             nw_error *error) {
    static const char *const counted[] = {"sentences", "tokens", "entities", "quotes", "moves"};
    sqlite3_stmt *statement = nw_archive_statement(writer->archive, NW_SQL_ADD_ARTICLE, error);
    int i;

    if (statement == NULL) return error->code;
    sqlite3_bind_int64(statement, 1, written->key);
    for (i = 0; i < 5; i++) {
        sqlite3_bind_null(statement, 2 + i);
        if (written->failure == NULL) {
            sqlite3_bind_int64(statement, 2 + i, (sqlite3_int64)analysed->counts[nw_table_index(counted[i])]);
        }
    }
    bind_text(statement, 7, written->published);
    sqlite3_bind_int64(statement, 8, written->hash);
    sqlite3_bind_text(statement, 9, NEWSWIRE_DATA_VERSION, -1, SQLITE_STATIC);
    sqlite3_bind_int(statement, 10, written->failure ? NW_STATE_FAILED : NW_STATE_READ);
    sqlite3_bind_text(statement, 11, written->failure, -1, SQLITE_STATIC);
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
    nw_merge_next(&writer->merge);
    find_entities(writer, analysed, error);
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

#include "sql/archive/bindings.h"

#include "sql/archive/codes.h"

#include <string.h>

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

int nw_writer_begin_article(nw_writer *writer, const nw_analysed *analysed, nw_error *error) {
    size_t table = nw_table_index("entities");
    const newswire_entity *entities = analysed->rows[table];
    size_t count = analysed->counts[table];
    size_t i;

    nw_merge_next(&writer->merge);
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

void nw_bind_text(sqlite3_stmt *statement, int parameter, newswire_string text) {
    sqlite3_bind_text(statement, parameter, text.bytes, (int)text.length, SQLITE_STATIC);
}

static int bind_cell(nw_row_at *at, int parameter, const nw_table *source, const nw_column *column) {
    nw_cell cell;

    if (nw_cell_read(&at->reader, source, at->row, at->ordinal, column, &cell) != SQLITE_OK)
        return SQLITE_NOMEM;
    switch (cell.kind) {
    case NW_CELL_NULL: return sqlite3_bind_null(at->statement, parameter);
    case NW_CELL_INTEGER: return sqlite3_bind_int64(at->statement, parameter, cell.integer);
    case NW_CELL_REAL: return sqlite3_bind_double(at->statement, parameter, cell.real);
    case NW_CELL_TEXT:
    case NW_CELL_LITERAL: nw_bind_text(at->statement, parameter, cell.text);
    }
    return SQLITE_OK;
}

static void bind_entity(nw_row_at *at, int parameter, const nw_column *column) {
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
static void bind_speaker_name(nw_row_at *at, int parameter) {
    const newswire_quote *quote = at->row;
    newswire_string name = quote->speaker_name;
    int suffix = nw_suffix_code(quote->speaker, name);

    if (name.bytes == NULL && quote->speaker.bytes != NULL) {
        sqlite3_bind_text(at->statement, parameter, "", 0, SQLITE_STATIC);
    } else if (name.bytes != NULL && quote->speaker.bytes != NULL && name.length == quote->speaker.length &&
               memcmp(name.bytes, quote->speaker.bytes, name.length) == 0) {
        sqlite3_bind_null(at->statement, parameter);
    } else if (suffix > 0) {
        sqlite3_bind_int(at->statement, parameter, suffix);
    } else {
        nw_bind_text(at->statement, parameter, name);
    }
}

/* A number where there is one for it; else what it is. */
static int bind_code(nw_row_at *at, int parameter, nw_stored stored, const nw_table *source,
                     const nw_column *column) {
    newswire_string text;
    sqlite3_int64 code = -1;
    bool has;

    if (stored == NW_STORED_DECIMAL) {
        nw_cell cell;

        if (nw_cell_read(&at->reader, source, at->row, at->ordinal, column, &cell) != SQLITE_OK)
            return SQLITE_NOMEM;
        if (cell.kind != NW_CELL_REAL || !nw_decimal_code(cell.real, &code))
            return bind_cell(at, parameter, source, column);
        return sqlite3_bind_int64(at->statement, parameter, code);
    }
    memcpy(&text, (const char *)at->row + column->offset, sizeof text);
    has = stored == NW_STORED_DATE ? nw_date_code(text, &code) : (code = nw_usual_code(stored, text)) >= 0;
    if (has) return sqlite3_bind_int64(at->statement, parameter, code);
    nw_bind_text(at->statement, parameter, text);
    return SQLITE_OK;
}

/* The integer of a cell that has one. */
static sqlite3_int64 cell_integer(nw_row_at *at, const nw_table *source, const nw_column *column) {
    nw_cell cell;

    nw_cell_read(&at->reader, source, at->row, at->ordinal, column, &cell);
    return cell.kind == NW_CELL_INTEGER ? cell.integer : 0;
}

static void bind_span(nw_row_at *at, int parameter, int table) {
    const nw_table *source = &nw_tables[at->writer->sources[table]];
    const nw_column *start = at->writer->starts[table];
    const nw_column *word = at->writer->words[table];

    sqlite3_bind_int64(at->statement, parameter,
                       nw_span_code(&nw_row_tables[table], cell_integer(at, source, start),
                                    cell_integer(at, source, start + 1),
                                    word ? ((const uint8_t *)at->row)[word->offset] : 0));
}

static void bind_sentence(nw_row_at *at, int parameter, int table) {
    uint32_t sentence;
    double score;

    memcpy(&sentence, (const char *)at->row + at->writer->sentences[table]->offset, sizeof sentence);
    memcpy(&score, (const char *)at->row + at->writer->scores[table]->offset, sizeof score);
    sqlite3_bind_int64(at->statement, parameter,
                       (sqlite3_int64)sentence << NW_SCORE_BITS | (sqlite3_int64)(score * 1000 + 0.5));
}

/* Counts a mention: the form of its entity's name that it is; 0 for none. */
static int count_form(nw_row_at *at, uint32_t *number, nw_error *error) {
    const newswire_mention *mention = at->row;
    nw_merge *merge = &at->writer->merge;
    newswire_string text = {at->reader.analysis->text.bytes + mention->span.start, mention->span.length};
    uint32_t entity = at->writer->entities[mention->entity - 1];
    uint32_t form;

    *number = 0;
    nw_merge_count_mention(merge, entity, 1);
    if (mention->kind != NEWSWIRE_NAME && mention->kind != NEWSWIRE_ALIAS) return SQLITE_OK;
    if (nw_merge_form(merge, entity, text, &form, error) != SQLITE_OK) return error->code;
    nw_merge_count_form(merge, form, 1);
    *number = merge->forms[form].form;
    return SQLITE_OK;
}

/* Counts an article at its first mention of an entity: the form of the fullest name; 0 for none. */
static uint32_t count_named(nw_row_at *at) {
    const newswire_mention *mention = at->row;
    nw_merge *merge = &at->writer->merge;
    uint32_t named = at->writer->named[mention->entity - 1];

    if (named == 0) return 0;
    at->writer->named[mention->entity - 1] = 0;
    nw_merge_count_article(merge, at->writer->entities[mention->entity - 1], 1);
    nw_merge_count_named(merge, named - 1, 1);
    return merge->forms[named - 1].form;
}

static int bind_forms(nw_row_at *at, int parameter, nw_error *error) {
    const newswire_mention *mention = at->row;
    uint32_t form;
    sqlite3_int64 code;

    sqlite3_bind_null(at->statement, parameter);
    if (mention->entity == 0 || count_form(at, &form, error) != SQLITE_OK) return error->code;
    if (nw_forms_code(form, count_named(at), &code)) sqlite3_bind_int64(at->statement, parameter, code);
    return SQLITE_OK;
}

int nw_bind_row(nw_row_at *at, int table, nw_error *error) {
    const nw_row_table *described = &nw_row_tables[table];
    const nw_table *source = &nw_tables[at->writer->sources[table]];
    int parameter = at->base;
    int i;

    for (i = 0; i < described->column_count; i++) {
        const nw_column *column = at->writer->cells[table][i];
        nw_stored stored = described->columns[i].stored;

        if (!nw_is_stored(stored)) continue;
        parameter++;
        switch (stored) {
        case NW_STORED_ARTICLE: sqlite3_bind_int64(at->statement, parameter, at->key); break;
        case NW_STORED_ORDINAL: sqlite3_bind_int64(at->statement, parameter, at->ordinal); break;
        case NW_STORED_ENTITY: bind_entity(at, parameter, column); break;
        case NW_STORED_CELL: nw_error_code(error, bind_cell(at, parameter, source, column)); break;
        case NW_STORED_WORD:
            sqlite3_bind_int(at->statement, parameter, ((const uint8_t *)at->row)[column->offset]);
            break;
        case NW_STORED_NAME: bind_speaker_name(at, parameter); break;
        case NW_STORED_CUE:
        case NW_STORED_UNIT:
        case NW_STORED_MEASURE:
        case NW_STORED_DATE:
        case NW_STORED_DECIMAL: nw_error_code(error, bind_code(at, parameter, stored, source, column)); break;
        case NW_STORED_FORM: bind_forms(at, parameter, error); break;
        case NW_STORED_SPAN: bind_span(at, parameter, table); break;
        case NW_STORED_SENTENCE: bind_sentence(at, parameter, table); break;
        default: break;
        }
    }
    return error->code;
}

/* ------------------------------------------------------------------- rows */

void nw_row_begin(nw_row_at *at, nw_writer *writer, int table, sqlite3_int64 key,
                  const nw_analysed *analysed) {
    memset(at, 0, sizeof *at);
    at->writer = writer;
    at->key = key;
    at->row = analysed->rows[writer->sources[table]];
    at->view.article = analysed->article;
    at->view.text = newswire_article_text(analysed->article);
    at->reader.analysis = &at->view;
}

void nw_row_next(nw_row_at *at, int table) {
    if (at->ordinal > 0) at->row = (const char *)at->row + nw_tables[at->writer->sources[table]].row_size;
    at->ordinal++;
}

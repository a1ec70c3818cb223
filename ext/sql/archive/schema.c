#include "sql/archive/schema.h"

#include "sql/archive/codes.h"
#include "sql/archive/indexes.h"
#include "sql/archive/settings.h"
#include "sql/tables.h"

#include <string.h>

#define NW_LIST(columns) sizeof(columns) / sizeof((columns)[0]), columns

#define ARTICLE                                                                                              \
    { "article", NW_STORED_ARTICLE, "key of the article" }
#define SENTENCE                                                                                             \
    { "sentence", NW_IN_SENTENCE, "the sentence it is in, from 1" }
#define PLACE                                                                                                \
    {"start", NW_IN_SPAN_START, "where it starts, in characters from 1"}, {                                  \
        "length", NW_IN_SPAN_LENGTH, "in characters: substr(text, start, length)"                            \
    }
#define SPAN                                                                                                 \
    { "span_code", NW_STORED_SPAN, "start and length as they are stored" }
#define SPAN_AND_WORD(word)                                                                                  \
    { "span_code", NW_STORED_SPAN, "start, length and " word " as they are stored" }
#define SENTENCE_AND_SCORE                                                                                   \
    { "sentence_code", NW_STORED_SENTENCE, "sentence and score as they are stored" }

static const nw_row_column mention_columns[] = {
    ARTICLE,
    {"mention", NW_STORED_ORDINAL, "in text order, from 1"},
    {"entity", NW_STORED_ENTITY, "wire_entity.id, where its type is"},
    {"kind", NW_IN_SPAN_WORD, "name, alias, nominal, pronoun"},
    {"form", NW_STORED_FORM, "of names and aliases: wire_alias.form, whose name is the text"},
    {"named", NW_IN_FORM,
     "in the entity's first row in the article: the form that is its fullest name there"},
    SENTENCE,
    PLACE,
    {"score", NW_IN_SENTENCE_SCORE, "probability"},
    SENTENCE_AND_SCORE,
    SPAN_AND_WORD("kind"),
};

static const nw_row_column quote_columns[] = {
    ARTICLE,
    {"quote", NW_STORED_ORDINAL, "in text order, from 1"},
    {"kind", NW_IN_SPAN_WORD, "direct, mixed, indirect"},
    {"text", NW_STORED_CELL, "what is said"},
    {"speaker", NW_STORED_CELL, "the source as it stands"},
    {"speaker_name", NW_STORED_NAME, "the name it resolves to in the article, or an unnamed source"},
    {"entity", NW_STORED_ENTITY, "wire_entity.id of the speaker"},
    {"cue", NW_STORED_CUE, "as it stands: said, according to"},
    SENTENCE,
    {"start", NW_IN_SPAN_START, "where the content starts, in characters from 1"},
    {"length", NW_IN_SPAN_LENGTH, "to where it ends, in characters"},
    {"score", NW_IN_SENTENCE_SCORE, "probability"},
    {"addressee", NW_STORED_CELL, "whom it was said to"},
    {"medium", NW_STORED_CELL, "in what: a note to clients"},
    SENTENCE_AND_SCORE,
    SPAN_AND_WORD("kind"),
};

static const nw_row_column quotespan_columns[] = {
    ARTICLE,
    {"quote", NW_STORED_CELL, "wire_quote.quote"},
    {"part", NW_IN_SPAN_WORD, "content, source, cue"},
    PLACE,
    SPAN_AND_WORD("part"),
};

static const nw_row_column move_columns[] = {
    ARTICLE,
    {"move", NW_STORED_ORDINAL, "in text order, from 1"},
    {"subject", NW_STORED_CELL, "what moved, as it stands"},
    {"name", NW_STORED_CELL, "whose it is, in the article"},
    {"entity", NW_STORED_ENTITY, "wire_entity.id of whose it is"},
    {"measure", NW_STORED_MEASURE, "shares, profit, sales, rate"},
    {"direction", NW_STORED_WORD, "up, down, flat"},
    {"change", NW_STORED_CELL, "signed size, in unit"},
    {"unit", NW_STORED_UNIT, "percent, percentage_point, basis_point, point, a currency"},
    {"low", NW_STORED_CELL, "of a range; change is its middle"},
    {"high", NW_STORED_CELL, "of a range"},
    {"from_value", NW_STORED_CELL, "as it stands"},
    {"to_value", NW_STORED_CELL, "as it stands"},
    {"period", NW_STORED_CELL, "as it stands: over 12 months"},
    {"as_of", NW_STORED_CELL, "as it stands: 0849 GMT"},
    {"outlook", NW_STORED_WORD, "actual, expected, possible"},
    {"text", NW_STORED_CELL, "the expression alone: 9.5 percent"},
    SENTENCE,
    PLACE,
    {"score", NW_IN_SENTENCE_SCORE, "probability: the share of such rows that are right"},
    {"period_iso", NW_STORED_DATE, "ISO 8601"},
    {"as_of_iso", NW_STORED_DATE, "ISO 8601"},
    SENTENCE_AND_SCORE,
    SPAN,
};

static const nw_row_column value_columns[] = {
    ARTICLE,
    {"value", NW_STORED_ORDINAL, "in text order, from 1"},
    {"kind", NW_IN_SPAN_WORD, "percent, money, number, date, time, duration"},
    {"number", NW_STORED_DECIMAL, "its size in unit"},
    {"unit", NW_STORED_UNIT, "percent, a currency, a noun"},
    {"iso", NW_STORED_DATE, "ISO 8601 date, time or duration"},
    {"sentence", NW_STORED_CELL, "the sentence it is in, from 1"},
    PLACE,
    SPAN_AND_WORD("kind"),
};

static const nw_row_column instrument_columns[] = {
    ARTICLE,
    {"instrument", NW_STORED_ORDINAL, "in text order, from 1"},
    {"code", NW_STORED_CELL, "without its brackets"},
    {"kind", NW_STORED_WORD, "equity, index, currency, commodity, bond, unknown"},
    {"exchange", NW_STORED_CELL, "the market's name"},
    {"name", NW_STORED_CELL, "the words it follows"},
    {"entity", NW_STORED_ENTITY, "wire_entity.id of whose code it is"},
    {"text", NW_STORED_CELL, "with its brackets"},
    PLACE,
    SPAN,
};

static const nw_row_column credit_columns[] = {
    ARTICLE,
    {"credit", NW_STORED_ORDINAL, "in text order, from 1"},
    {"role", NW_STORED_WORD, "reporting, additional reporting, writing, editing"},
    {"name", NW_STORED_CELL, "the person"},
    {"place", NW_STORED_CELL, "where from"},
    {"text", NW_STORED_CELL, "the name as it stands"},
    PLACE,
    SPAN,
};

#define FITS(columns)                                                                                        \
    _Static_assert(sizeof(columns) / sizeof((columns)[0]) <= NW_ROW_COLUMNS, "more than NW_ROW_COLUMNS")
FITS(mention_columns);
FITS(quote_columns);
FITS(quotespan_columns);
FITS(move_columns);
FITS(value_columns);
FITS(instrument_columns);
FITS(credit_columns);
#undef FITS

const nw_row_table nw_row_tables[NW_ROW_TABLES] = {
    {"mention", "mentions", "mention of an entity", "article, mention", 8, NW_MENTION_BITS,
     NW_LIST(mention_columns)},
    {"quote", "quotes", "quote", "article, quote", 9, NW_QUOTE_BITS, NW_LIST(quote_columns)},
    {"quotespan", "quote_spans", "contiguous span of a quote's parts", "article, quote, span_code", 9,
     NW_PART_BITS, NW_LIST(quotespan_columns)},
    {"move", "moves", "move", "article, move", 8, 0, NW_LIST(move_columns)},
    {"value", "values", "number with a meaning", "article, value", 8, NW_VALUE_BITS, NW_LIST(value_columns)},
    {"instrument", "instruments", "instrument code", "article, instrument", 8, 0,
     NW_LIST(instrument_columns)},
    {"credit", "credits", "person in a byline or credit line", "article, credit", 8, 0,
     NW_LIST(credit_columns)},
};

static const char *const other_tables[] = {"article", "entity", "alias", "config"};

static const char other_sql[] =
    "CREATE TABLE $article( -- a row for each article\n"
    "  key INTEGER PRIMARY KEY, -- of the table of articles\n"
    "  sentences INTEGER, -- how many\n"
    "  tokens INTEGER, -- how many\n"
    "  entities INTEGER, -- how many\n"
    "  quotes INTEGER, -- how many\n"
    "  moves INTEGER, -- how many\n"
    "  published TEXT, -- as in the table of articles\n"
    "  hash INTEGER, -- of what was read\n"
    "  data_version TEXT, -- it was read by: see news_version()\n"
    "  state TEXT AS (CASE state_code WHEN 0 THEN 'read' WHEN 1 THEN 'failed' WHEN 2 THEN 'stale' END), "
    "-- failed: see error; sync or rebuild read it, and what is stale, again\n"
    "  error TEXT, -- why it could not be read\n"
    "  state_code INTEGER NOT NULL -- state as it is stored\n"
    ");\n"
    "CREATE TABLE $entity( -- a row for each person, organisation, place, other thing of the archive\n"
    "  id INTEGER PRIMARY KEY,\n"
    "  type TEXT AS (substr(key, 1, instr(key, ':') - 1)), -- PERSON, ORG, LOC, MISC\n"
    "  name TEXT NOT NULL, -- the fullest name in most articles; in a tie the first by its bytes\n"
    "  articles INTEGER NOT NULL, -- how many it is in\n"
    "  mentions INTEGER NOT NULL, -- how many rows of wire_mention\n"
    "  key TEXT NOT NULL UNIQUE -- what articles share: type and name, in plain letters\n"
    ");\n"
    "CREATE TABLE $alias( -- a row for each form of an entity's name\n"
    "  entity INTEGER NOT NULL, -- wire_entity.id\n"
    "  form INTEGER NOT NULL, -- its number, from 1\n"
    "  name TEXT NOT NULL, -- as it stands in the text\n"
    "  articles INTEGER NOT NULL, -- how many it is in\n"
    "  named INTEGER NOT NULL, -- in how many it is the entity's fullest name\n"
    "  PRIMARY KEY(entity, form)) WITHOUT ROWID;\n"
    "CREATE TABLE $config( -- settings, format and data version\n"
    "  name TEXT PRIMARY KEY,\n"
    "  value) WITHOUT ROWID;\n";

/* ---------------------------------------------------------------- look-ups */

/* The table of rows.c with the rows, which is there. */
static const nw_table *source_of(const nw_row_table *table) {
    size_t i;

    for (i = 0; i < NW_TABLE_COUNT; i++) {
        if (strcmp(nw_tables[i].key, table->rows) == 0) return &nw_tables[i];
    }
    return NULL;
}

const nw_column *nw_row_column_source(const nw_table *source, const char *name) {
    uint16_t i;

    for (i = 0; i < source->column_count; i++) {
        if (strcmp(source->columns[i].name, name) == 0) return &source->columns[i];
    }
    return NULL;
}

int nw_archive_is_shadow(const char *name) {
    size_t i;

    for (i = 0; i < NW_ROW_TABLES; i++) {
        if (sqlite3_stricmp(name, nw_row_tables[i].name) == 0) return 1;
    }
    for (i = 0; i < sizeof other_tables / sizeof other_tables[0]; i++) {
        if (sqlite3_stricmp(name, other_tables[i]) == 0) return 1;
    }
    return 0;
}

/* ------------------------------------------------------------------ create */

static const char *cell_type(nw_column_kind kind) {
    switch (kind) {
    case NW_NUMBER: return "REAL";
    case NW_SPAN_TEXT:
    case NW_STRING:
    case NW_LITERAL:
    case NW_WORD:
    case NW_TOKEN_NORM: return "TEXT";
    default: return "INTEGER";
    }
}

/* What a reader sees of a column; what generated ones are made from follows after the last. */
static void append_column(sqlite3_str *sql, const nw_row_table *table, const nw_table *source,
                          const nw_row_column *column) {
    const nw_column *cell = nw_row_column_source(source, column->name);

    sqlite3_str_appendf(sql, "  %s ", column->name);
    switch (column->stored) {
    case NW_STORED_ARTICLE:
    case NW_STORED_ORDINAL:
    case NW_STORED_SPAN: sqlite3_str_appendall(sql, "INTEGER NOT NULL"); break;
    case NW_STORED_CELL: sqlite3_str_appendall(sql, cell_type(cell->kind)); break;
    case NW_STORED_ENTITY:
    case NW_STORED_SENTENCE: sqlite3_str_appendall(sql, "INTEGER"); break;
    default: nw_append_generated(sql, table, column, cell); break;
    }
    sqlite3_str_appendf(sql, ", -- %s\n", column->meaning);
}

bool nw_is_stored(nw_stored stored) { return stored < NW_IN_FORM; }

static void append_table(sqlite3_str *sql, const nw_row_table *table) {
    const nw_table *source = source_of(table);
    uint16_t i;

    sqlite3_str_appendf(sql, "CREATE TABLE $%s( -- a row for each %s\n", table->name, table->meaning);
    for (i = 0; i < table->column_count; i++) append_column(sql, table, source, &table->columns[i]);
    for (i = 0; i < table->column_count; i++) {
        const char *suffix = nw_stored_suffix(table->columns[i].stored);

        if (*suffix == 0) continue;
        sqlite3_str_appendf(sql, "  %s%s%s, -- %s as it is stored\n", table->columns[i].name, suffix,
                            nw_stored_type(table->columns[i].stored), table->columns[i].name);
    }
    sqlite3_str_appendf(sql, "  PRIMARY KEY(%s)) WITHOUT ROWID;\n", table->key);
}

int nw_archive_create(nw_archive *archive, nw_error *error) {
    sqlite3_str *sql = sqlite3_str_new(archive->connection->db);
    char *text;
    size_t i;

    sqlite3_str_appendall(sql, other_sql);
    for (i = 0; i < NW_ROW_TABLES; i++) append_table(sql, &nw_row_tables[i]);
    text = sqlite3_str_finish(sql);
    if (text == NULL) return nw_error_code(error, SQLITE_NOMEM);
    nw_archive_run(archive, text, error);
    sqlite3_free(text);
    nw_indexes_make(archive, error);
    return nw_archive_write_settings(archive, error);
}

/* ------------------------------------------------------- what is done to all */

static size_t count_tables(bool config) { return NW_ROW_TABLES + (config ? 4 : 3); }

static const char *table_name(size_t i) {
    return i < NW_ROW_TABLES ? nw_row_tables[i].name : other_tables[i - NW_ROW_TABLES];
}

/* Runs a statement, and frees it. */
static int run_made(nw_archive *archive, char *sql, nw_error *error) {
    if (sql == NULL) return nw_error_code(error, SQLITE_NOMEM);
    nw_archive_run(archive, sql, error);
    sqlite3_free(sql);
    return error->code;
}

/* Runs a statement for each table; its %s is the table's name. */
static int run_for_tables(nw_archive *archive, const char *format, bool config, nw_error *error) {
    size_t i;

    for (i = 0; i < count_tables(config) && error->code == SQLITE_OK; i++) {
        run_made(archive, sqlite3_mprintf(format, table_name(i), table_name(i)), error);
    }
    return error->code;
}

int nw_archive_drop(nw_archive *archive, nw_error *error) {
    return run_for_tables(archive, "DROP TABLE IF EXISTS $%s", true, error);
}

int nw_archive_empty(nw_archive *archive, nw_error *error) {
    return run_for_tables(archive, "DELETE FROM $%s", false, error);
}

int nw_archive_rename_tables(nw_archive *archive, const char *name, nw_error *error) {
    size_t i;

    for (i = 0; i < count_tables(true) && error->code == SQLITE_OK; i++) {
        run_made(archive,
                 sqlite3_mprintf("ALTER TABLE $%s RENAME TO \"%w_%s\"", table_name(i), name, table_name(i)),
                 error);
    }
    return error->code;
}

int nw_archive_optimize(nw_archive *archive, nw_error *error) {
    return run_for_tables(archive, "REINDEX $%s; ANALYZE $%s", true, error);
}

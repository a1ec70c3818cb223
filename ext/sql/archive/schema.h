/*
** The tables of an index, column by column.
**
** Those with the rows of articles are made from the tables of rows.c: a column has the name and the meaning it has
** there, unless said otherwise. They are narrow: words of a fixed set are stored as their number, a score in
** thousandths, and are what the table-valued function gives in a generated column, which takes no room; the text of a
** span that can be had from the article is not stored again.
*/
#ifndef NW_ARCHIVE_SCHEMA_H
#define NW_ARCHIVE_SCHEMA_H

#include "sql/error.h"

struct nw_archive;
struct nw_column;
struct nw_table;

/* What is stored in a column of a table with the rows of articles. */
typedef enum nw_stored {
    NW_STORED_ARTICLE,     /* the article's key */
    NW_STORED_ORDINAL,     /* the row's place among the article's, from 1 */
    NW_STORED_ENTITY,      /* the archive's id of the entity */
    NW_STORED_CELL,        /* the value itself */
    NW_STORED_WORD,        /* the number of a word, from 0, in NAME_code; NAME itself is generated */
    NW_STORED_THOUSANDTHS, /* of a score, in NAME_thousandths; NAME itself is generated */
    NW_STORED_NAME, /* the text, in NAME_told, where it differs from `speaker`; NAME itself is generated */
    NW_STORED_FORM, /* of a mention: which of the entity's forms it is (wire_alias.form) */
    NW_STORED_NAMED /* of an entity's first mention in the article: the form of its fullest name there */
} nw_stored;

typedef struct nw_row_column {
    const char *name; /* as in rows.c, where `stored` is of its rows */
    nw_stored stored;
    const char *meaning; /* for the reader of the schema */
} nw_row_column;

enum { NW_ROW_TABLES = 7, NW_ROW_COLUMNS = 24 /* most that a table has */ };

typedef struct nw_row_table {
    const char *name; /* "mention" of wire_mention */
    const char *rows; /* its nw_table, by key: "mentions" */
    const char *meaning;
    const char *key; /* columns of the primary key */
    uint16_t column_count;
    const nw_row_column *columns;
} nw_row_table;

extern const nw_row_table nw_row_tables[NW_ROW_TABLES];

/* The table of rows.c with the rows, and one of its columns; both are there. */
const struct nw_table *nw_row_table_source(const nw_row_table *table);
const struct nw_column *nw_row_column_source(const struct nw_table *source, const char *name);

/* What the name of a column that is stored has after that of the column people read; "" where they are one. */
const char *nw_stored_suffix(nw_stored stored);

/* What "state" of wire_article tells. */
typedef enum nw_article_state {
    NW_STATE_READ,   /* its rows are there */
    NW_STATE_FAILED, /* it could not be analysed; `error` says why */
    NW_STATE_STALE   /* another release has to read it: its rows are gone */
} nw_article_state;

/* The format of the tables, in wire_config. */
#define NW_ARCHIVE_FORMAT 1

/* Makes the tables and writes the settings. Return the error's code. */
int nw_archive_create(struct nw_archive *archive, nw_error *error);
int nw_archive_write_settings(struct nw_archive *archive, nw_error *error); /* those in force, no others */
int nw_archive_write_version(struct nw_archive *archive, nw_error *error);  /* of the data, as it is now */
int nw_archive_write_setting(struct nw_archive *archive, const char *name, const char *value,
                             nw_error *error);
int nw_archive_drop(struct nw_archive *archive, nw_error *error);
int nw_archive_rename_tables(struct nw_archive *archive, const char *name, nw_error *error);

/* Empties all tables but the settings. */
int nw_archive_empty(struct nw_archive *archive, nw_error *error);

/* Writes the indexes of all tables anew, and gives the planner its statistics. */
int nw_archive_optimize(struct nw_archive *archive, nw_error *error);

/* The settings that are in force may be others than CREATE's: those of wire_config are taken over. What cannot be read is
** left as it is, so that DROP works on any index. Returns SQLITE_OK or SQLITE_NOMEM, the error's. */
int nw_archive_read_settings(struct nw_archive *archive, nw_error *error);

/* Whether a table called wire_NAME is the index's own: what is told to SQLite, which protects it. */
int nw_archive_is_shadow(const char *name);

#endif

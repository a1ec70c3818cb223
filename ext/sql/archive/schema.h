/*
** The tables of an index, column by column.
**
** Those with the rows of articles are made from the tables of rows.c: a column has the name and the meaning it has
** there, unless said otherwise. They are narrow: words of a fixed set are stored as their number, a span in one integer,
** sentence and score in another; generated columns, which take no room, give what the table-valued function gives. The text
** of a span that can be had from the article is not stored again.
*/
#ifndef NW_ARCHIVE_SCHEMA_H
#define NW_ARCHIVE_SCHEMA_H

#include "sql/error.h"

struct nw_archive;
struct nw_column;
struct nw_table;

/* What is stored in a column of a table with the rows of articles. */
typedef enum nw_stored {
    NW_STORED_ARTICLE, /* the article's key */
    NW_STORED_ORDINAL, /* the row's place among the article's, from 1 */
    NW_STORED_ENTITY,  /* the archive's id of the entity */
    NW_STORED_CELL,    /* the value itself */
    NW_STORED_WORD,    /* the number of a word, from 0, in NAME_code; NAME itself is generated */
    NW_STORED_NAME,    /* the text, in NAME_told, where it differs from `speaker`; NAME itself is generated */
    NW_STORED_FORM,    /* of a mention: which of the entity's forms it is (wire_alias.form) */
    NW_STORED_NAMED,   /* of an entity's first mention in the article: the form of its fullest name there */
    NW_STORED_SPAN, /* start, length and the number of `kind` in one integer: the row has NW_IN_SPAN columns */
    NW_STORED_SENTENCE, /* sentence and score in one: NW_IN_SENTENCE */
    /* not stored, but made from those two */
    NW_IN_SPAN_START,
    NW_IN_SPAN_LENGTH,
    NW_IN_SPAN_WORD,
    NW_IN_SENTENCE,
    NW_IN_SENTENCE_SCORE
} nw_stored;

typedef struct nw_row_column {
    const char *name; /* as in rows.c, where `stored` is of its rows */
    nw_stored stored;
    const char *meaning; /* for the reader of the schema */
} nw_row_column;

enum { NW_ROW_TABLES = 7, NW_ROW_COLUMNS = 32 /* most that a table has */ };

typedef struct nw_row_table {
    const char *name; /* "mention" of wire_mention */
    const char *rows; /* its nw_table, by key: "mentions" */
    const char *meaning;
    const char *key;     /* columns of the primary key */
    uint8_t length_bits; /* of a span: those that usual lengths take */
    uint8_t word_bits;   /* of a span: those of `kind`; 0: it is not in it */
    uint16_t column_count;
    const nw_row_column *columns;
} nw_row_table;

extern const nw_row_table nw_row_tables[NW_ROW_TABLES];

/* The table of rows.c with the rows, and one of its columns; both are there. */
const struct nw_table *nw_row_table_source(const nw_row_table *table);
const struct nw_column *nw_row_column_source(const struct nw_table *source, const char *name);

/*
** A span in one integer. From its lowest bits: the number of the kind's word (word_bits), the length (length_bits), the
** start. An article of news takes three bytes so. A span that is longer than length_bits tell has the lowest bit of its
** sign set, the word, the length in the rest of 32 bits, and the start: only quotes and their spans may have more than 29
** bits of length, and they have no word in it.
*/
sqlite3_int64 nw_span_code(const nw_row_table *table, sqlite3_int64 start, sqlite3_int64 length,
                           unsigned word);

/* Sentence and score in one integer: the score in thousandths has the lowest ten bits. */
enum { NW_SCORE_BITS = 10 };

/* Whether a column has a place in the rows. */
bool nw_is_stored(nw_stored stored);

/* What the name of a column that is stored has after that of the column people read; "" where they are one. */
const char *nw_stored_suffix(nw_stored stored);

/* What "state" of wire_article tells. */
typedef enum nw_article_state {
    NW_STATE_READ,   /* its rows are there */
    NW_STATE_FAILED, /* it could not be analysed; `error` says why */
    NW_STATE_STALE   /* another release has to read it: its rows are gone */
} nw_article_state;

/* The format of the tables, in wire_config. */
#define NW_ARCHIVE_FORMAT 2

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

/*
** The tables of an index, column by column.
**
** Those with the rows of articles are made from the tables of rows.c: a column has the name and the meaning it has
** there, unless said otherwise. They are narrow: what repeats, or can be written as a number, is stored as one (codes.h),
** and generated columns, which take no room, give what the table-valued function gives. The text of a span can be had from
** the article and is not stored again.
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
    /* those of codes.h, in NAME_code or NAME_told; NAME itself is generated */
    NW_STORED_WORD, /* the number of a word, from 0 */
    NW_STORED_NAME, /* where it is not `speaker` itself: the text, or, as a number, how much of its end */
    NW_STORED_CUE,  /* the number of a usual text, or the text; so are the next two */
    NW_STORED_UNIT,
    NW_STORED_MEASURE,
    NW_STORED_DATE,    /* the number of a day, month or year, or the text */
    NW_STORED_DECIMAL, /* an integer, digits and their scale, or a REAL */
    NW_STORED_FORM, /* of a mention: which of the entity's forms it is (wire_alias.form), and of NW_IN_FORM */
    NW_STORED_SPAN, /* start, length and the number of a word in one integer: the row has NW_IN_SPAN columns */
    NW_STORED_SENTENCE, /* sentence and score in one: NW_IN_SENTENCE */
    /* not stored, but made from those three */
    NW_IN_FORM, /* of an entity's first mention in the article: the form of its fullest name there */
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

/* Bits of the words that are in spans. */
enum { NW_MENTION_BITS = 2, NW_QUOTE_BITS = 2, NW_PART_BITS = 2, NW_VALUE_BITS = 3 };

enum { NW_ROW_TABLES = 7, NW_ROW_COLUMNS = 32 /* most that a table has */ };

typedef struct nw_row_table {
    const char *name; /* "mention" of wire_mention */
    const char *rows; /* its nw_table, by key: "mentions" */
    const char *meaning;
    const char *key;     /* columns of the primary key */
    uint8_t length_bits; /* of a span: those that usual lengths take */
    uint8_t word_bits;   /* of a span: those of its NW_IN_SPAN_WORD; 0: it has none */
    uint16_t column_count;
    const nw_row_column *columns;
} nw_row_table;

extern const nw_row_table nw_row_tables[NW_ROW_TABLES];

/* A column, which must exist, of the table of rows.c that has the rows. */
const struct nw_column *nw_row_column_source(const struct nw_table *source, const char *name);

/* Whether a column has a place in the rows. */
bool nw_is_stored(nw_stored stored);

/* The states of wire_article. */
typedef enum nw_article_state {
    NW_STATE_READ,   /* its rows are there */
    NW_STATE_FAILED, /* it could not be analysed; `error` says why */
    NW_STATE_STALE   /* another release has to read it: its rows are gone */
} nw_article_state;

/* The format of the tables, in wire_config. */
#define NW_ARCHIVE_FORMAT 3

/* Makes the tables and writes the settings. Returns the error's code. */
int nw_archive_create(struct nw_archive *archive, nw_error *error);

/* Drops all tables of the index; those that are gone already are no error. Returns the error's code. */
int nw_archive_drop(struct nw_archive *archive, nw_error *error);

/* Gives the tables the names that belong to an index called `name`. Returns the error's code. */
int nw_archive_rename_tables(struct nw_archive *archive, const char *name, nw_error *error);

/* Empties all tables but the settings. */
int nw_archive_empty(struct nw_archive *archive, nw_error *error);

/* Writes the indexes of all tables anew, and gives the planner its statistics. */
int nw_archive_optimize(struct nw_archive *archive, nw_error *error);

/* Whether a table called wire_NAME is the index's own: SQLite asks, and protects it. */
int nw_archive_is_shadow(const char *name);

#endif

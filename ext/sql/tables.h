/*
** The table-valued functions: one machine, driven by a descriptor for each table (rows.c).
**
** JSON is written from the same descriptors, so that a table and its part of news_analyze cannot differ.
*/
#ifndef NW_SQL_TABLES_H
#define NW_SQL_TABLES_H

#include "sql/connection.h"

/* Where a column's value comes from. Fields of the row are found by their offset in it. */
typedef enum nw_column_kind {
    NW_ROW,         /* the row's own ordinal, from 1 */
    NW_ORDINAL,     /* uint32_t: the ordinal of a row of another table; 0 is NULL */
    NW_COUNT,       /* uint32_t */
    NW_SPAN_TEXT,   /* the text of the row's span */
    NW_SPAN_START,  /* where it starts, in characters from 1 */
    NW_SPAN_LENGTH, /* in characters */
    NW_WORD,        /* uint8_t: one of the column's words */
    NW_STRING,      /* newswire_string; NULL bytes are NULL */
    NW_LITERAL,     /* const char *, static; NULL is NULL */
    NW_NUMBER,      /* double; NULL where the bool at `condition` is false */
    NW_TOKEN_NORM   /* the norm of the token whose span this is */
} nw_column_kind;

/* How the rows with an ordinal are found (NW_ORDINAL). */
typedef enum nw_column_order {
    NW_SCATTERED, /* by an index, made when first asked for */
    NW_ASCENDING  /* by binary search: the column never descends */
} nw_column_order;

enum { NW_ALWAYS = 0xffff };

typedef struct nw_column {
    const char *name;
    nw_column_kind kind;
    uint16_t offset;
    uint16_t condition; /* NW_NUMBER: offset of a bool, or NW_ALWAYS */
    nw_column_order order;
    const char *const *words; /* NW_WORD: static, one for each value, then NULL */
} nw_column;

typedef struct nw_table {
    const char *name; /* "news_tokens" */
    const char *key;  /* "tokens": its key in the JSON of news_analyze */
    const nw_column *columns;
    uint16_t column_count;
    uint16_t row_size;
    uint16_t span;       /* offset of the row's newswire_span */
    uint16_t usual_rows; /* about how many rows a news article has: for the planner */
    newswire_status (*read)(newswire_article *article, const void **rows, size_t *count);
} nw_table;

enum { NW_TABLE_COUNT = 10 };

/* In the order of the documentation. */
extern const nw_table nw_tables[NW_TABLE_COUNT];

/* The words of columns that other files use, too (rows.c): one for each value of the engine's enum, then NULL. */
extern const char *const nw_entity_types[];
extern const char *const nw_mention_kinds[];
extern const char *const nw_quote_kinds[];
extern const char *const nw_directions[];

/* Registers the tables with a connection. */
int nw_tables_register(nw_connection *connection);

/* Unregisters them. */
int nw_tables_unregister(sqlite3 *db);

/* The hidden columns follow the visible ones. */
enum nw_hidden_column {
    NW_HIDDEN_ARTICLE,
    NW_HIDDEN_OPTIONS,
    NW_HIDDEN_BYTE_START,
    NW_HIDDEN_BYTE_LENGTH,
    NW_HIDDEN_COUNT
};

/* How an xFilter finds its rows: the bits and fields of idxNum. The value of the ordinal, if any, is the
** argument after the article and the options. */
enum {
    NW_PLAN_ARTICLE = 1, /* argv[0]: always, or xFilter reports the missing argument */
    NW_PLAN_OPTIONS =
        2, /* the next argument; without an article: xFilter reports that the options come too late */
    NW_PLAN_ROWID = 4,  /* the last argument is a rowid */
    NW_PLAN_COLUMN = 8, /* the last argument is the value of a column: idxNum >> NW_PLAN_SHIFT */
    NW_PLAN_SHIFT = 4
};

/* xBestIndex of all tables (plan.c). */
int nw_plan(const nw_table *table, sqlite3_index_info *info);

#endif

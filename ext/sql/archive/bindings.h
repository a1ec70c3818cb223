/*
** The values of an article's rows as parameters of a statement: what is stored of each, in the order of nw_row_tables'
** columns.
*/
#ifndef NW_ARCHIVE_BINDINGS_H
#define NW_ARCHIVE_BINDINGS_H

#include "sql/archive/writer.h"
#include "sql/cells.h"

/* One row of an article on its way into a statement. */
typedef struct nw_row_at {
    nw_writer *writer;
    sqlite3_stmt *statement; /* the caller's */
    int base;                /* parameters before those of this row */
    const void *row;
    uint32_t ordinal;  /* from 1; 0: before the first */
    sqlite3_int64 key; /* of the article */
    nw_cell_reader reader;
    nw_analysis view; /* what the reader reads: article and text */
} nw_row_at;

/* Begins with an article: finds its entities in the archive, those that are new are made. Returns the error's code. */
int nw_writer_begin_article(nw_writer *writer, const nw_analysed *analysed, nw_error *error);

/* Begins with the rows of a table, the n-th of nw_row_tables; then to the first row, and on. */
void nw_row_begin(nw_row_at *at, nw_writer *writer, int table, sqlite3_int64 key,
                  const nw_analysed *analysed);
void nw_row_next(nw_row_at *at, int table);

/* Binds a row, and counts it for the merge: each row once. Texts are lent. Returns the error's code. */
int nw_bind_row(nw_row_at *at, int table, nw_error *error);

void nw_bind_text(sqlite3_stmt *statement, int parameter,
                  newswire_string text); /* lent; NULL bytes are NULL */

#endif

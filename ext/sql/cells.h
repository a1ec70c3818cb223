/*
** One value of one row of a table.
*/
#ifndef NW_CELLS_H
#define NW_CELLS_H

#include "sql/tables.h"

typedef enum nw_cell_kind {
    NW_CELL_NULL,
    NW_CELL_INTEGER,
    NW_CELL_REAL,
    NW_CELL_TEXT,   /* lasts until the reader reads another cell */
    NW_CELL_LITERAL /* static text */
} nw_cell_kind;

typedef struct nw_cell {
    nw_cell_kind kind;
    int64_t integer;
    double real;
    newswire_string text;
} nw_cell;

/* Reads cells of one analysis. Zero but for the first two fields to begin with; close at the end. */
typedef struct nw_cell_reader {
    newswire_engine *engine;
    const nw_analysis *analysis;
    newswire_string norm; /* the engine's, to be freed; or a view of `short_norm` */
    char short_norm[64];
} nw_cell_reader;

/* Gives a column of a row: `row` points to it, `ordinal` counts from 1. Returns SQLITE_OK or SQLITE_NOMEM. */
int nw_cell_read(nw_cell_reader *reader, const nw_table *table, const void *row, uint32_t ordinal,
                 const nw_column *column, nw_cell *cell);

/* Frees the norm that the reader holds; it may read on. Not NULL. */
void nw_cell_reader_close(nw_cell_reader *reader);

/* The span of a row. */
newswire_span nw_row_span(const nw_table *table, const void *row);

#endif

/*
** The rows of a table that have an ordinal in a column: what makes joins of two tables of one article linear.
*/
#ifndef NW_ORDINALS_H
#define NW_ORDINALS_H

#include "sql/cache.h"

struct nw_column;

/* An index: the rows, sorted by the column's value; those with value v are rows[first[v]] to
** rows[first[v + 1] - 1], and in their old order. Values count from 1; 0 (NULL) is in no bucket. */
struct nw_bucket_index {
    nw_bucket_index *next;
    const struct nw_column *column;
    uint32_t limit;  /* the greatest value */
    uint32_t *first; /* limit + 2 numbers */
    uint32_t *rows;  /* indexes from 0, in the same block of memory */
};

/* Some rows of a table: listed[0 .. count - 1], or, where listed is NULL, first to first + count - 1. */
typedef struct nw_row_range {
    const uint32_t *listed; /* belongs to the analysis */
    uint32_t first;
    uint32_t count;
} nw_row_range;

/* Gives the rows whose column (of kind NW_ROW or NW_ORDINAL) has this value. The index it needs is made once for an
** analysis. Returns SQLITE_OK or SQLITE_NOMEM. */
int nw_find_rows(nw_analysis *analysis, const struct nw_table *table, const struct nw_column *column,
                 const void *rows, uint32_t count, uint32_t value, nw_row_range *range);

/* Frees an index and those after it. NULL is a no-op. */
void nw_bucket_indexes_free(nw_bucket_index *indexes);

#endif

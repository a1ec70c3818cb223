#include "sql/ordinals.h"

#include "sql/tables.h"

#include <string.h>

/* The column's value in a row. */
static uint32_t ordinal_at(const nw_table *table, const nw_column *column, const void *rows, uint32_t row) {
    uint32_t value;

    memcpy(&value, (const char *)rows + (size_t)row * table->row_size + column->offset, sizeof value);
    return value;
}

void nw_bucket_indexes_free(nw_bucket_index *index) {
    while (index != NULL) {
        nw_bucket_index *next = index->next;

        sqlite3_free(index->first);
        sqlite3_free(index);
        index = next;
    }
}

/* A counting sort: linear, and stable. */
static void buckets_fill(nw_bucket_index *index, const nw_table *table, const void *rows, uint32_t count) {
    uint32_t *first = index->first;
    uint32_t row;
    uint32_t value;

    for (row = 0; row < count; row++) first[ordinal_at(table, index->column, rows, row) + 1]++;
    for (value = 1; value <= index->limit + 1; value++) first[value] += first[value - 1];
    /* first[v] is now where bucket v begins; filling moves it to where it ends, which is where the next
    ** one begins. */
    for (row = 0; row < count; row++) index->rows[first[ordinal_at(table, index->column, rows, row)]++] = row;
    memmove(first + 1, first, ((size_t)index->limit + 1) * sizeof *first);
    first[0] = 0;
}

static int buckets_make(nw_analysis *analysis, const nw_table *table, const nw_column *column,
                        const void *rows, uint32_t count) {
    nw_bucket_index *index = sqlite3_malloc64(sizeof *index);
    size_t numbers;
    uint32_t row;

    if (index == NULL) return SQLITE_NOMEM;
    memset(index, 0, sizeof *index);
    index->column = column;
    for (row = 0; row < count; row++) {
        uint32_t value = ordinal_at(table, column, rows, row);

        if (value > index->limit) index->limit = value;
    }
    numbers = (size_t)index->limit + 2 + count;
    index->first = sqlite3_malloc64(numbers * sizeof *index->first);
    if (index->first == NULL) {
        sqlite3_free(index);
        return SQLITE_NOMEM;
    }
    memset(index->first, 0, numbers * sizeof *index->first);
    index->rows = index->first + index->limit + 2;
    buckets_fill(index, table, rows, count);
    index->next = analysis->indexes;
    analysis->indexes = index;
    analysis->index_memory += numbers * sizeof *index->first + sizeof *index;
    return SQLITE_OK;
}

/* The first row, from `low` on, whose value is not below `value`. */
static uint32_t ordinal_search(const nw_table *table, const nw_column *column, const void *rows, uint32_t low,
                               uint32_t high, uint32_t value) {
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;

        if (ordinal_at(table, column, rows, middle) < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

int nw_find_rows(nw_analysis *analysis, const nw_table *table, const nw_column *column, const void *rows,
                 uint32_t count, uint32_t value, nw_row_range *range) {
    const nw_bucket_index *index;

    memset(range, 0, sizeof *range);
    if (value == 0 || count == 0) return SQLITE_OK;
    if (column->kind == NW_ROW) {
        range->first = value - 1;
        range->count = value <= count;
        return SQLITE_OK;
    }
    if (column->order == NW_ASCENDING) {
        range->first = ordinal_search(table, column, rows, 0, count, value);
        range->count = ordinal_search(table, column, rows, range->first, count, value + 1) - range->first;
        return SQLITE_OK;
    }
    for (index = analysis->indexes; index != NULL && index->column != column; index = index->next) {
    }
    if (index == NULL) {
        if (buckets_make(analysis, table, column, rows, count) != SQLITE_OK) return SQLITE_NOMEM;
        index = analysis->indexes;
    }
    if (value > index->limit) return SQLITE_OK;
    range->first = index->first[value];
    range->count = index->first[value + 1] - range->first;
    range->listed = index->rows + range->first;
    return SQLITE_OK;
}

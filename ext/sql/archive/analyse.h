/*
** The analysis of one article for an index: all rows, and the keys of its entities. No SQLite in it: any thread may
** analyse with an engine of its own.
*/
#ifndef NW_ARCHIVE_ANALYSE_H
#define NW_ARCHIVE_ANALYSE_H

#include "sql/tables.h"

/* One article, analysed. Zero to begin with; must be closed in any case. */
typedef struct nw_analysed {
    newswire_article *article;        /* NULL: it could not be opened */
    newswire_status status;           /* why there are no rows, or NEWSWIRE_OK */
    const void *rows[NW_TABLE_COUNT]; /* of each of nw_tables; they belong to the article */
    size_t counts[NW_TABLE_COUNT];
    newswire_string *keys;               /* of the entities, in their order (canonical.h) */
    const newswire_allocator *allocator; /* whose memory `keys` and the bytes after them are */
} nw_analysed;

/* Analyses a text. `options` as for newswire_article_open; what it lends must last until that returns, names as long as
** `analysed`. Returns the status, which is also kept: of a failure it is all that is. */
newswire_status nw_analyse(newswire_engine *engine, const char *text, size_t length,
                           const newswire_options *options, nw_analysed *analysed);

/* Frees the article, its rows and keys, and makes all zero again. Not NULL; zero is a no-op. */
void nw_analysed_close(nw_analysed *analysed);

/* The table of nw_tables with this key, "mentions": its index. */
size_t nw_table_index(const char *key);

#endif

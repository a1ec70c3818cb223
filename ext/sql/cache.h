/*
** Analyses of the latest texts of a connection.
**
** Consecutive reads of the same article with the same options share one analysis. Cursors and functions hold a
** reference to what they read, so that it stays when the cache drops it.
*/
#ifndef NW_CACHE_H
#define NW_CACHE_H

#include "newswire.h"
#include "sql/error.h"
#include "sql/options.h"

#include <stdbool.h>

struct nw_connection;
struct nw_table;
typedef struct nw_bucket_index nw_bucket_index;

/* The analysis of one text with one set of options. Reference-counted. */
typedef struct nw_analysis {
    int references;
    struct nw_cache *cache;              /* whose `live` it is in */
    struct nw_analysis *previous, *next; /* there */
    newswire_article *article;
    newswire_string text;      /* the article's own copy */
    bool plain;                /* each byte of it is one character */
    nw_options *options;       /* NULL: the defaults */
    nw_bucket_index *indexes;  /* made so far; ordinals.h */
    size_t index_memory;       /* bytes they hold */
    sqlite3_int64 first_rowid; /* of text and options; 0: not computed yet */
} nw_analysis;

/* Besides the latest analysis. More bytes would make a walk through an archive slower: memory that is used again soon is
** still in the processor's cache. */
enum { NW_CACHE_ENTRIES = 16, NW_CACHE_BYTES = 256 * 1024 };

typedef struct nw_cache {
    nw_analysis *entries[NW_CACHE_ENTRIES]; /* newest first; the cache's own references */
    nw_analysis *live;                      /* all there are, also those that only cursors keep */
} nw_cache;

/* The analysis of an article, from the two arguments of a function or table. `options` may be NULL; an SQL
** NULL means the defaults, too. `function` is who reports errors. Gives a reference in *analysis, NULL for
** a NULL article. Returns an SQLite code, the error's. */
int nw_analysis_open(struct nw_connection *connection, const char *function, sqlite3_value *article,
                     sqlite3_value *options, nw_analysis **analysis, nw_error *error);
void nw_analysis_release(nw_analysis *analysis); /* NULL is a no-op */

/* The rows of a table. Runs the stages it needs; an interrupt stops them. */
int nw_analysis_rows(struct nw_connection *connection, nw_analysis *analysis, const struct nw_table *table,
                     const void **rows, uint32_t *count, nw_error *error);

/* The rowid of the first row of each table; those of the others follow. SQLite joins the arms of an OR by rowids, so
** those of all articles with all options must differ: the first is a number of 63 bits that nobody can foresee. In a
** statement over a million articles of a thousand rows two meet with a probability of 1 in 10,000. */
sqlite3_int64 nw_analysis_first_rowid(struct nw_connection *connection, nw_analysis *analysis);

/* Gives back the cache's references; what a cursor holds stays. Not NULL; an empty one is a no-op. */
void nw_cache_clear(nw_cache *cache);

/* Forgets an analysis that was broken off: otherwise unfinished work would pile up. */
void nw_cache_drop(nw_cache *cache, nw_analysis *analysis);

/* The text of an argument that is not NULL: a number's decimal form, a BLOB's bytes. Lasts as long as the
** value. Returns SQLITE_OK or SQLITE_NOMEM, the error's. */
int nw_argument_text(sqlite3_value *value, const char **text, size_t *length, nw_error *error);

/* Drops the oldest analyses until the cache is within its bounds. Call it when one has grown. */
void nw_cache_trim(nw_cache *cache);

#endif

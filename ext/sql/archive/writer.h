/*
** Writing: the rows of articles into the tables of an index, and out of them. One thread, that of the connection.
*/
#ifndef NW_ARCHIVE_WRITER_H
#define NW_ARCHIVE_WRITER_H

#include "sql/archive/analyse.h"
#include "sql/archive/entities.h"

/* What is known of an article besides its rows. */
typedef struct nw_written {
    sqlite3_int64 key;
    sqlite3_int64 hash;        /* nw_article_hash */
    newswire_string published; /* NULL bytes: none */
    const char *failure;       /* why it could not be analysed; NULL: it could */
} nw_written;

/* A stretch of writing within one transaction. Zero to begin with (nw_writer_open does it). */
typedef struct nw_writer {
    nw_archive *archive;
    nw_merge merge;

    /* Of the article at hand, by ordinal - 1, in one block of sqlite3_malloc's memory: indexes into the merge's entities;
    ** and of each the form of its fullest name, + 1 until its first mention is written, 0 after. */
    uint32_t *entities;
    uint32_t *named;
    uint32_t room;

    size_t sources[NW_ROW_TABLES];                         /* indexes into nw_tables */
    const nw_column *cells[NW_ROW_TABLES][NW_ROW_COLUMNS]; /* of nw_row_tables; NULL: of no one cell */
    const nw_column *starts[NW_ROW_TABLES];                /* the cells `start`, after which `length` comes */
    const nw_column *words[NW_ROW_TABLES];                 /* of NW_IN_SPAN_WORD, where there is one */
    const nw_column *scores[NW_ROW_TABLES];                /* `score`, where there is one */
    const nw_column *sentences[NW_ROW_TABLES];
    int stored[NW_ROW_TABLES]; /* how many columns are */
} nw_writer;

/* Begins a stretch; the index must outlive the writer. Takes no memory: what comes later nw_writer_close frees. */
void nw_writer_open(nw_writer *writer, nw_archive *archive);

/* Writes an article that is not in the index: its rows, and a row in wire_article, which alone is written where
** `failure` says why there are no rows. Returns the error's code; after one only a rollback helps. */
int nw_write_article(nw_writer *writer, const nw_written *written, const nw_analysed *analysed,
                     nw_error *error);

/* Binds what wire_article has of an article, in the order of NW_SQL_ADD_ARTICLE; texts are lent. */
void nw_bind_article(sqlite3_stmt *statement, const nw_written *written, const nw_analysed *analysed);

/* Takes an article out; no error if it is not in. Returns the error's code. */
int nw_remove_article(nw_writer *writer, sqlite3_int64 key, nw_error *error);

/* Ends the stretch: writes what its articles changed together. Returns the error's code. */
int nw_writer_finish(nw_writer *writer, nw_error *error);

/* Frees what the writer holds; in any case. */
void nw_writer_close(nw_writer *writer);

/* Shows whether an article has changed since it was read: a 48-bit hash of its text, date and headline. */
sqlite3_int64 nw_article_hash(newswire_string text, newswire_string published, newswire_string headline);

#endif

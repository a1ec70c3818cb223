/*
** Articles on their way into an index.
*/
#ifndef NW_ARCHIVE_CONTENT_H
#define NW_ARCHIVE_CONTENT_H

#include "sql/archive/writer.h"

/* One article. The strings are lent, end before their first NUL, and have NULL bytes for an SQL NULL. */
typedef struct nw_content {
    sqlite3_int64 key;
    newswire_string text;
    newswire_string published;
    newswire_string headline;
} nw_content;

/* Reads the row a statement is at: key, text, published, headline. The strings last until its next step. Returns
** SQLITE_OK or SQLITE_NOMEM, the error's. */
int nw_content_read(sqlite3_stmt *statement, nw_content *content, nw_error *error);

/* A text from an SQL value, which it is lent by. */
int nw_content_string(sqlite3_value *value, newswire_string *text, nw_error *error);

/* What the analysis of an article needs beside its text; lends what the index and the article hold. */
int nw_content_options(nw_archive *archive, const nw_content *content, newswire_options *options,
                       nw_error *error);

/* Analyses an article by the connection's engine. Returns SQLITE_OK, whatever analysed->status says, and then
** `analysed` is to be closed; or the error's code. */
int nw_content_analyse(nw_archive *archive, const nw_content *content, nw_analysed *analysed,
                       nw_error *error);

/* What wire_article has of an article that has been analysed. That the text is too long, or that its analysis ran out of
** memory, is recorded there; an interrupt is an error. Returns the error's code. */
int nw_content_written(const nw_content *content, const nw_analysed *analysed, nw_written *written,
                       nw_error *error);

/* Writes an article that has been analysed. Returns the error's code. */
int nw_content_write(nw_writer *writer, const nw_content *content, const nw_analysed *analysed,
                     nw_error *error);

/* Analyses an article and writes it: all of the above. An analysis that runs out of memory is a failed article in a batch, which
** goes on with the next; SQLite's own want of memory is an error everywhere. */
int nw_content_index(nw_writer *writer, const nw_content *content, nw_error *error);

/* The article's hash, as wire_article.hash has it. */
sqlite3_int64 nw_content_hash(const nw_content *content);

#endif

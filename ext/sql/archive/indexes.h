/*
** The indexes of the tables: which questions are answered by one, and when they are made.
**
** CREATE makes all of them. If news_build begins with an empty index of an archive that is not empty, it drops them and
** makes them again in its last batches, once and in order: that takes half the time of adding to them row by row, and
** leaves them dense. Meanwhile queries work, but slowly; triggers write without them. Only the schema of the tables says
** that an index is missing, so that a build that was killed goes on where it was.
*/
#ifndef NW_ARCHIVE_INDEXES_H
#define NW_ARCHIVE_INDEXES_H

#include "sql/archive/archive.h"

enum { NW_PUT_OFF_LEAST = 256 /* articles from which on it is worth while */ };

/* Makes those that are missing. Returns the error's code. */
int nw_indexes_make(nw_archive *archive, nw_error *error);

/* Makes the first that is missing; *more: others are. Returns the error's code. */
int nw_indexes_make_one(nw_archive *archive, bool *more, nw_error *error);

/* Before a build, out of any transaction: drops them where they are better made at its end. Where that is not possible,
** they stay. Returns the error's code: SQLITE_NOMEM or SQLITE_INTERRUPT, or none. */
int nw_indexes_put_off(nw_archive *archive, nw_error *error);

/* The columns of the first that is missing, "quote(entity)", as a static text; NULL: none is, or see the error. */
const char *nw_indexes_missing(nw_archive *archive, nw_error *error);

#endif

/*
** Checks whether an index is sound.
*/
#ifndef NW_ARCHIVE_INTEGRITY_H
#define NW_ARCHIVE_INTEGRITY_H

#include "sql/archive/archive.h"

/* Looks at the tables alone: that every row is of an article that is in, that entities and forms are there, and that
** counts are those of the rows. *fault: the first thing that is wrong, of sqlite3_malloc; NULL: nothing is. Returns the
** error's code, of what kept it from looking. */
int nw_integrity_structure(nw_archive *archive, char **fault, nw_error *error);

/* Looks at the table of articles: that all of them are in, no others, as they are now; and that the triggers exist. */
int nw_integrity_content(nw_archive *archive, char **fault, nw_error *error);

/* Looks whether the indexes of the tables are there: a build that is not at its end may do without. */
int nw_integrity_indexes(nw_archive *archive, char **fault, nw_error *error);

/* Analyses all articles again, and compares every row with what is stored. */
int nw_integrity_rows(nw_archive *archive, char **fault, nw_error *error);

#endif

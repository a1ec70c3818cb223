/*
** The arguments of CREATE VIRTUAL TABLE wire USING newswire(...).
*/
#ifndef NW_ARCHIVE_ARGUMENTS_H
#define NW_ARCHIVE_ARGUMENTS_H

#include "sql/connection.h"

/* What an index is made with. Strings are of sqlite3_malloc, terminated; NULL where an argument is not given. */
typedef struct nw_archive_settings {
    char *content_schema; /* where the table of articles is: as given, or the index's own schema */
    char *content;        /* its name; NULL: the index is given its articles by INSERT */
    char *key;            /* its columns */
    char *text;
    char *published;
    char *headline;
    char *names; /* options of the analysis, as they are written */
    char *quotes;
    char *moves;
    bool triggers;       /* sync=triggers */
    nw_options *options; /* names, quotes and moves, parsed; published and headline vary by article */
} nw_archive_settings;

/* Reads the arguments as a module gets them: its name, the schema, the table, then those in brackets. What is written
** is checked, the tables and columns that it names are not (nw_archive_check). `settings` is to be cleared in any case.
** Returns the error's code. */
int nw_archive_read_arguments(nw_connection *connection, int argc, const char *const *argv,
                              nw_archive_settings *settings, nw_error *error);

/* Checks what CREATE asks of the table of articles: an ordinary table in the index's schema (of a temp index: in any),
** its columns, and that the key is its INTEGER PRIMARY KEY. Returns the error's code. */
int nw_archive_check(sqlite3 *db, const char *schema, const nw_archive_settings *settings, nw_error *error);

/* Frees the strings and gives back the options; all is zero then, and may be so before. Not NULL. */
void nw_archive_settings_clear(nw_archive_settings *settings);

#endif

/*
** What the table of articles and its columns are called now. ALTER TABLE rewrites the triggers when something is renamed,
** but not what the index was made with: the names are read from the trigger after INSERT.
*/
#ifndef NW_ARCHIVE_NAMES_H
#define NW_ARCHIVE_NAMES_H

#include "sql/archive/archive.h"

/* The text after the first place where the words stand outside quotes; NULL: there is none. */
const char *nw_sql_behind(const char *sql, const char *words);

/* Copies the names from the trigger, if there is one that can be read, to the settings in force; writes nothing. Returns the
** error's code; after an error the settings are as they were. */
int nw_names_follow(nw_archive *archive, nw_error *error);

/* Reads the current names: those of the triggers, if there are triggers and what they name exists; else those of wire_config,
** since a rename by another connection does not reach triggers in `temp`, and a user may have set others. *fault, from
** sqlite3_malloc, says what is missing (nw_archive_misses). Returns the error's code. */
int nw_names_read(nw_archive *archive, char **fault, nw_error *error);

/* Writes the names in force to wire_config. Returns the error's code. */
int nw_names_write(nw_archive *archive, nw_error *error);

/* Whether this is a command that sets a new name: content, key, text, published or headline. Writes the name to wire_config;
** it is used as soon as everything that the settings name exists. */
bool nw_names_tell(nw_archive *archive, const char *command, sqlite3_value *name, nw_error *error);

#endif

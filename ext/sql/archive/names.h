/*
** What the table of articles and its columns are called now. ALTER TABLE rewrites the triggers when something is renamed,
** but not what the index was made with: the names are read from the trigger after INSERT.
*/
#ifndef NW_ARCHIVE_NAMES_H
#define NW_ARCHIVE_NAMES_H

#include "sql/archive/archive.h"

/* Gives what follows the first place where the words stand outside of quotes; NULL: there is none. */
const char *nw_sql_behind(const char *sql, const char *words);

/* Takes the names over from the trigger, if it stands and can be read, into the settings in force; writes nothing. Returns
** the error's code; after one the settings are as they were. */
int nw_names_follow(nw_archive *archive, nw_error *error);

/* Comes to know the names of now: those of the triggers, if they stand and there is what they name; else those of wire_config,
** since a rename by another connection does not reach triggers in `temp`, and a user may have told others. *fault, of
** sqlite3_malloc, says what is not there (nw_archive_misses). Returns the error's code. */
int nw_names_read(nw_archive *archive, char **fault, nw_error *error);

/* Writes the names in force to wire_config. Returns the error's code. */
int nw_names_write(nw_archive *archive, nw_error *error);

/* Whether this is the command that tells a new name, content, key, text, published or headline. Writes the name to
** wire_config, from where it is taken over as soon as there is what all of them name. */
bool nw_names_tell(nw_archive *archive, const char *command, sqlite3_value *name, nw_error *error);

#endif

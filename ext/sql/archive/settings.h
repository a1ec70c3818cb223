/*
** What an index was made with, and by which release: written to wire_config, read again, and checked.
*/
#ifndef NW_ARCHIVE_SETTINGS_H
#define NW_ARCHIVE_SETTINGS_H

#include "sql/archive/archive.h"

/* Who wrote the tables of an index. */
typedef enum nw_wrote {
    NW_WROTE_THIS,         /* this release, or one like it */
    NW_WROTE_OTHER_DATA,   /* one of another data version: its rows are read anew by `sync` or `rebuild` */
    NW_WROTE_OTHER_FORMAT, /* one whose tables are other ones: nothing is written to them */
} nw_wrote;

/* Reads who wrote the tables. Returns the error's code. */
int nw_archive_wrote(nw_archive *archive, nw_wrote *wrote, nw_error *error);

/* Whether the index may be written by this release: its format is. *stale says that the data version differs, which is
** no error here. Returns the error's code, and says how to go on. */
int nw_archive_writable(nw_archive *archive, bool *stale, nw_error *error);

/* nw_archive_check on an existing index: *fault, from sqlite3_malloc, says what about its table of articles is not as it was,
** and how to go on if something has been renamed; NULL: nothing. Returns the error's code. */
int nw_archive_misses(nw_archive *archive, char **fault, nw_error *error);

/* The settings in force may differ from CREATE's: reads those of wire_config, and names that ALTER TABLE has changed since,
** which makes SQLite connect anew. Damaged ones are left as they are, so that DROP works on any index. Returns the error's
** code. */
int nw_archive_read_settings(nw_archive *archive, nw_error *error);

/* The setting that names the table of articles or one of its columns; NULL: there is no such setting, or CREATE did not get
** it. */
char **nw_archive_name(nw_archive_settings *settings, const char *setting);

/* Takes over the names of table and columns from wire_config, where a user may have changed them, into an index that is
** open. Returns the error's code. */
int nw_archive_read_names(nw_archive *archive, nw_error *error);

/* Writes the settings in force to wire_config, and removes all others. Returns the error's code. */
int nw_archive_write_settings(nw_archive *archive, nw_error *error);

/* Writes the data version, as it is now, to wire_config. Returns the error's code. */
int nw_archive_write_version(nw_archive *archive, nw_error *error);

/* Writes one setting to wire_config; a value of NULL removes it. Returns the error's code. */
int nw_archive_write_setting(nw_archive *archive, const char *name, const char *value, nw_error *error);

#endif

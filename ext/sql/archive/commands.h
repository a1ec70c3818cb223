/*
** Commands: INSERT INTO wire(wire) VALUES('rebuild').
*/
#ifndef NW_ARCHIVE_COMMANDS_H
#define NW_ARCHIVE_COMMANDS_H

#include "sql/archive/archive.h"

/* Does what a command says; `rank` is what it is given. An unknown one is an error that names those there are. Returns
** the error's code. */
int nw_archive_command(nw_archive *archive, sqlite3_value *command, sqlite3_value *rank, nw_error *error);

#endif

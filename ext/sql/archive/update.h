/*
** Writing through the virtual table: articles, notes of triggers, commands.
*/
#ifndef NW_ARCHIVE_UPDATE_H
#define NW_ARCHIVE_UPDATE_H

#include "sql/archive/archive.h"

/* The columns of the virtual table, in their order. Those from NW_WIRE_COMMAND on are hidden. */
enum nw_archive_column {
    NW_WIRE_KEY,
    NW_WIRE_SENTENCES,
    NW_WIRE_TOKENS,
    NW_WIRE_ENTITIES,
    NW_WIRE_QUOTES,
    NW_WIRE_MOVES,
    NW_WIRE_COMMAND, /* of the table's own name: INSERT INTO wire(wire) VALUES('rebuild') */
    NW_WIRE_RANK,    /* what a command is given */
    NW_WIRE_TEXT,    /* of an article that is inserted */
    NW_WIRE_PUBLISHED,
    NW_WIRE_HEADLINE,
    NW_WIRE_CANDIDATE, /* the key of a row that the statement may remove (triggers.h) */
    NW_WIRE_SETTLED    /* anything: candidates that are gone are taken out */
};

/* xUpdate. */
int nw_archive_update(sqlite3_vtab *vtab, int argc, sqlite3_value **argv, sqlite3_int64 *rowid);

#endif

/*
** The triggers that keep an index in step with its table of articles.
**
** They do nothing but insert into the index and delete from it, rows of its own or hidden columns:
**
**     wire_inserted    after INSERT: takes out what has the key, indexes the row that has it now
**     wire_deleted     after DELETE
**     wire_updated     after UPDATE of text, published, headline, where one of them changed and the key did not
**     wire_moved       after UPDATE, where the key changed
**     wire_noting      before INSERT      } where the table has UNIQUE columns beside its key: OR REPLACE removes rows
**     wire_changing    before UPDATE      } by them, of which delete triggers do not hear unless recursive_triggers is
**     wire_changed     after UPDATE       } on. Before, the keys of rows that might go are noted (`candidate`); after,
**                                         } those that are gone are taken out (`settled`).
**
** Which rows a UNIQUE index on an expression removes cannot be told beforehand: `sync` finds them.
*/
#ifndef NW_ARCHIVE_TRIGGERS_H
#define NW_ARCHIVE_TRIGGERS_H

#include "sql/archive/archive.h"

/* Makes all triggers anew. Returns the error's code; SQLITE_ERROR where a user's own trigger has a name of theirs. */
int nw_triggers_create(nw_archive *archive, nw_error *error);

/* Drops those that there are; a user's own of the same name, which does not write to the index, stays. */
int nw_triggers_drop(nw_archive *archive, nw_error *error);

/* Counts the triggers that are missing or are not as nw_triggers_create makes them now. */
int nw_triggers_check(nw_archive *archive, int *wrong, nw_error *error);

/* Gives the table the trigger after INSERT is on, and its text, both of sqlite3_malloc; NULL: there is none. */
int nw_triggers_text(nw_archive *archive, char **table, char **sql, nw_error *error);

/* Counts the triggers of the index that there are. */
int nw_triggers_standing(nw_archive *archive, int *count, nw_error *error);

#endif

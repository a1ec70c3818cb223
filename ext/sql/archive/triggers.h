/*
** The triggers that keep an index in step with its table of articles.
**
** They only insert into the index and delete from it, articles or values of hidden columns:
**
**     wire_inserted    after INSERT: takes out the article of that key, indexes the row that has it now
**     wire_deleted     after DELETE
**     wire_updated     after UPDATE of text, published, headline, where one of them changed and the key did not
**     wire_moved       after UPDATE, where the key changed
**     wire_noting      before INSERT      } if the table has UNIQUE columns besides its key: OR REPLACE removes rows
**     wire_changing    before UPDATE      } because of them, without delete triggers unless recursive_triggers is on.
**     wire_changed     after UPDATE       } Before, the keys of rows that might go are noted (`candidate`); after,
**                                         } those that are gone are taken out (`settled`).
**
** Which rows a UNIQUE index on an expression removes cannot be known beforehand: `sync` finds them.
*/
#ifndef NW_ARCHIVE_TRIGGERS_H
#define NW_ARCHIVE_TRIGGERS_H

#include "sql/archive/archive.h"

/* Makes all triggers anew. Returns the error's code; SQLITE_ERROR if a user's own trigger has one of their names. */
int nw_triggers_create(nw_archive *archive, nw_error *error);

/* Drops the existing ones; a user's own of the same name, which does not write to the index, stays. */
int nw_triggers_drop(nw_archive *archive, nw_error *error);

/* Counts the triggers that are missing or are not as nw_triggers_create makes them now. */
int nw_triggers_check(nw_archive *archive, int *wrong, nw_error *error);

/* Gives the table the trigger after INSERT is on, and its text, both of sqlite3_malloc; NULL: there is none. */
int nw_triggers_text(nw_archive *archive, char **table, char **sql, nw_error *error);

/* Counts the existing triggers of the index. */
int nw_triggers_standing(nw_archive *archive, int *count, nw_error *error);

#endif

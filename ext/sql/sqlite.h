/*
** SQLite, as every file here but entry.c includes it.
*/
#ifndef NW_SQLITE_H
#define NW_SQLITE_H

#include <sqlite3ext.h>

#ifndef NW_ENTRY_POINT
SQLITE_EXTENSION_INIT3
#endif

/* The oldest SQLite that is supported. What is newer is asked for when it runs, not when it is built: the
** header may be younger than the host, and the other way round. */
#define NW_OLDEST_SQLITE 3038000

/* Functions whose result has a subtype say so from 3.45 on. */
#define NW_RESULT_SUBTYPE 0x001000000
#define NW_RESULT_SUBTYPE_SINCE 3045000

/* From here on length() and substr() take a run of stray continuation bytes for one character. */
#define NW_STRAYS_JOIN_SINCE 3054000

#define NW_IS_INTERRUPTED_SINCE 3041000

#endif

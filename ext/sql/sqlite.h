/*
** SQLite, as every file here except entry.c includes it.
*/
#ifndef NW_SQLITE_H
#define NW_SQLITE_H

#include <sqlite3ext.h>

#ifndef NW_ENTRY_POINT
SQLITE_EXTENSION_INIT3
#endif

/* The oldest SQLite that is supported. Anything newer is checked for at run time, not when newswire is built: the header
** may be newer or older than the host. */
#define NW_OLDEST_SQLITE 3038000

/* Functions whose result has a subtype must say so since 3.45. */
#define NW_RESULT_SUBTYPE 0x001000000
#define NW_RESULT_SUBTYPE_SINCE 3045000

/* Since this version, length() and substr() count a run of stray continuation bytes as one character. */
#define NW_STRAYS_JOIN_SINCE 3054000

#define NW_IS_INTERRUPTED_SINCE 3041000

#endif

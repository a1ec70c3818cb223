/*
** newswire inside a program: link libnewswire.a (built with -DSQLITE_CORE), PCRE2 and utf8proc, then
**
**     sqlite3_auto_extension((void (*)(void))sqlite3_newswire_init);      every connection from now on
**     sqlite3_newswire_init(db, &message, NULL);                          or one connection
**
** The loadable library has the same entry point and needs no header.
*/
#ifndef NEWSWIRE_SQLITE_H
#define NEWSWIRE_SQLITE_H

#include <sqlite3.h>

#ifdef __cplusplus
extern "C" {
#endif

#ifndef NEWSWIRE_API
#if defined(_WIN32)
#define NEWSWIRE_API __declspec(dllexport)
#elif defined(__GNUC__)
#define NEWSWIRE_API __attribute__((visibility("default")))
#else
#define NEWSWIRE_API
#endif
#endif

/* Registers newswire's functions and tables with a connection; again on the same one is a no-op.
** `routines` is used by the loadable library only. Returns SQLITE_OK, or an SQLite code with a message in
** *message (sqlite3_free it), which may be NULL when there is no memory. */
NEWSWIRE_API int sqlite3_newswire_init(sqlite3 *db, char **message,
                                       const struct sqlite3_api_routines *routines);

#ifdef __cplusplus
}
#endif

#endif

/*
** Reading databases of marked articles, for the trainers. A database that cannot be read ends the program.
*/
#ifndef MARKED_DATABASE_H
#define MARKED_DATABASE_H

#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* A database to be read; the caller closes it. */
static inline sqlite3 *open_marked(const char *path) {
    sqlite3 *db;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK) return db;
    fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    exit(1);
}

/* A query of it; the caller finalizes it. */
static inline sqlite3_stmt *query_marked(sqlite3 *db, const char *sql, const char *path) {
    sqlite3_stmt *rows;
    if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) == SQLITE_OK) return rows;
    fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    exit(1);
}

/* The byte of a text where character `wanted` (from 1) begins; its length, past the end. */
static inline uint32_t byte_of(const char *body, uint32_t length, uint32_t wanted) {
    uint32_t at = 0, character = 1;
    while (at < length && character < wanted)
        for (at++, character++; at < length && ((unsigned char)body[at] & 0xc0) == 0x80;) at++;
    return at;
}

#endif

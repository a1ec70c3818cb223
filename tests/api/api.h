/*
** Shared by the programs that test through SQLite: opens a connection with the extension, asks for rows. Each program takes
** the path of newswire.so.
*/
#ifndef TEST_API_H
#define TEST_API_H

#include "../check.h"

#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Loads the extension; returns SQLite's code, and says why it failed unless that is out of memory: where there
** is none for the message either, SQLite gives none. */
static inline int test_load(sqlite3 *db, const char *extension) {
    char *message = NULL;
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
    int code = sqlite3_load_extension(db, extension, "sqlite3_newswire_init", &message);
    if (code != SQLITE_OK && code != SQLITE_NOMEM && message && !strstr(message, "out of memory"))
        printf("cannot load %s: %s\n", extension, message);
    sqlite3_free(message);
    return code;
}

/* A connection with the extension loaded; stops the program where that fails. */
static inline sqlite3 *test_open(const char *file, const char *extension) {
    sqlite3 *db = NULL;
    if (sqlite3_open(file, &db) != SQLITE_OK || test_load(db, extension) != SQLITE_OK) exit(1);
    return db;
}

/* All rows of a statement as text, columns parted by '|', rows by a line break; NULL columns are empty.
** Or "error: " and SQLite's message. To be freed with sqlite3_free. */
static inline char *test_rows(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    sqlite3_str *rows = sqlite3_str_new(NULL);
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = SQLITE_OK;
        if (sqlite3_str_length(rows)) sqlite3_str_appendchar(rows, 1, '\n');
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            if (i) sqlite3_str_appendchar(rows, 1, '|');
            const char *text = (const char *)sqlite3_column_text(statement, i);
            if (text) sqlite3_str_appendall(rows, text);
        }
    }
    if (code != SQLITE_DONE && code != SQLITE_OK) {
        sqlite3_str_reset(rows);
        sqlite3_str_appendf(rows, "error: %s", sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
    char *result = sqlite3_str_finish(rows);
    return result ? result : sqlite3_mprintf("");
}

/* The plan of a query as SQLite explains it, a step a line. To be freed with sqlite3_free. */
static inline char *test_plan(sqlite3 *db, const char *sql) {
    char *explain = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    sqlite3_stmt *statement = NULL;
    sqlite3_str *plan = sqlite3_str_new(NULL);
    if (sqlite3_prepare_v2(db, explain, -1, &statement, NULL) != SQLITE_OK)
        sqlite3_str_appendf(plan, "error: %s\n", sqlite3_errmsg(db));
    while (statement && sqlite3_step(statement) == SQLITE_ROW)
        sqlite3_str_appendf(plan, "%s\n", sqlite3_column_text(statement, 3));
    sqlite3_finalize(statement);
    sqlite3_free(explain);
    char *text = sqlite3_str_finish(plan);
    return text ? text : sqlite3_mprintf("");
}

/* Each of up to `most` steps, the last before a NULL, stands in the plan, in this order. */
static inline void test_steps(const char *sql, const char *plan, const char *const *steps, int most) {
    const char *at = plan;
    for (int i = 0; i < most && steps[i]; i++) {
        const char *found = strstr(at, steps[i]);
        CHECK(found, "%s\n  wanted %s in the plan\n%s", sql, steps[i], plan);
        if (found) at = found + strlen(steps[i]);
    }
}

/* Checks that a statement gives these rows. */
#define CHECK_ROWS(db, sql, wanted)                                                                          \
    do {                                                                                                     \
        char *rows_ = test_rows((db), (sql));                                                                \
        CHECK(strcmp(rows_, (wanted)) == 0, "%s\n  got    %s\n  wanted %s", (sql), rows_, (wanted));         \
        sqlite3_free(rows_);                                                                                 \
    } while (0)

#endif

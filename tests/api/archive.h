/*
** What the programs that test the index over an archive share: a table of articles, an index, and questions. To be
** included before all other headers.
*/
#ifndef TEST_ARCHIVE_H
#define TEST_ARCHIVE_H

#ifndef _DEFAULT_SOURCE
#define _DEFAULT_SOURCE /* for mkdtemp */
#endif

#include "api.h"

#include <unistd.h>

#define LOOP                                                                                                 \
    "WITH RECURSIVE b(p) AS (SELECT news_build('wire', 7) UNION ALL SELECT news_build('wire', 7) FROM b "    \
    "WHERE p ->> 'left' > 0) SELECT max(p ->> 'done') = max(p ->> 'total') FROM b"

/* Runs statements; says what failed. */
static inline void run(sqlite3 *db, const char *sql) {
    char *message = NULL;
    int code = sqlite3_exec(db, sql, NULL, NULL, &message);
    CHECK(code == SQLITE_OK, "%s\n  %s", sql, message);
    sqlite3_free(message);
}

/* Runs a statement that must fail with a message that has these words. */
static inline void check_fails(sqlite3 *db, const char *sql, const char *words) {
    char *message = NULL;
    int code = sqlite3_exec(db, sql, NULL, NULL, &message);
    CHECK(code != SQLITE_OK && message && strstr(message, words), "%s\n  got    %s\n  wanted %s", sql,
          message, words);
    sqlite3_free(message);
}

/* The index is sound, and has the rows that reading all articles again gives. */
static inline void check_sound(sqlite3 *db, const char *when) {
    char *message = NULL;
    sqlite3_exec(db, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)", NULL, NULL, &message);
    CHECK(!message, "%s: %s", when, message);
    sqlite3_free(message);
    CHECK_ROWS(db, "SELECT count(*) FROM temp.sqlite_schema WHERE name LIKE '%check%'", "0");
}

/* SQL function story(n): an article; people and firms, and what they are called, come again. */
static inline void test_story(sqlite3_context *context, int argc, sqlite3_value **argv) {
    static const char *const firms[] = {"Acme Widgets Plc", "Northgate Ltd", "NORTHGATE", "Union Copper Co.",
                                        "Acme Widgets"};
    static const char *const people[] = {"Ann Lee", "Erich Hauser", "Marie Roux", "ERICH HAUSER"};
    static const char *const surnames[] = {"Lee", "Hauser", "Roux", "Hauser"};
    unsigned n = (unsigned)sqlite3_value_int(argv[0]);
    char *text =
        sqlite3_mprintf("LONDON, March %u (Reuters) - Shares in %s <AC%u.L> rose %u percent on Monday.\n\n"
                        "\"We are on track with plan %u,\" said %s, chief executive. %s told reporters in %s "
                        "that sales would fall "
                        "%u percent to $%u million.\n",
                        1 + n % 28, firms[n % 5], n % 5, 1 + n % 9, n, people[n % 4], surnames[n % 4],
                        n % 2 ? "the U.S." : "the US", 1 + n % 11, n);
    (void)argc;
    sqlite3_result_text(context, text, -1, sqlite3_free);
}

/* A connection with the extension, story(), and articles(id, url UNIQUE, published, headline, body) of `count` rows. */
static inline sqlite3 *test_archive(const char *file, const char *extension, int count) {
    sqlite3 *db = test_open(file, extension);
    char *sql = sqlite3_mprintf(
        "CREATE TABLE articles(id INTEGER PRIMARY KEY, url TEXT UNIQUE, published TEXT, headline "
        "TEXT, body TEXT);"
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
        "INSERT INTO articles SELECT i, 'u' || i, '2012-03-01', 'News', story(i) FROM n WHERE i <= %d",
        count, count);
    sqlite3_create_function(db, "story", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                            test_story, NULL, NULL);
    run(db, sql);
    sqlite3_free(sql);
    return db;
}

/* A test of a database in a file, which is not there yet. */
typedef void file_check(const char *extension, const char *file);

/* Runs such a test with a file of its own in the folder for temporary ones, and removes it. */
static inline void test_with_file(file_check *check, const char *extension) {
    char folder[] = "/tmp/newswire-XXXXXX";
    char *file = mkdtemp(folder) ? sqlite3_mprintf("%s/archive.db", folder) : NULL;
    CHECK(file, "no file in %s", folder);
    if (!file) return;
    check(extension, file);
    remove(file);
    rmdir(folder);
    sqlite3_free(file);
}

#define MAKE_INDEX                                                                                           \
    "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=published, "    \
    "headline=headline)"

/* Makes the index and builds it. */
#define BUILT(db)                                                                                            \
    do {                                                                                                     \
        run(db, MAKE_INDEX);                                                                                 \
        CHECK_ROWS(db, LOOP, "1");                                                                           \
    } while (0)

#endif

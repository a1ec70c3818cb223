/*
** news_build with threads: the same rows for any number of them, nothing lost on an interrupt or an error, no thread
** left behind. Under ThreadSanitizer, too (make threads).
*/
#include "api.h"

#include <pthread.h>
#include <stdbool.h>

enum { STORIES = 16, COPIES = 4 };

static char *read_story(int number) {
    static char text[100000];
    char name[64];
    snprintf(name, sizeof name, "tests/fuzz/corpus/article-%02d", number);
    FILE *file = fopen(name, "rb");
    if (!file) exit(1);
    text[fread(text, 1, sizeof text - 1, file)] = 0;
    fclose(file);
    return text + 1; /* the first byte is the fuzzer's */
}

/* Articles of all sizes, empty ones, one that fails to be text. */
static sqlite3 *open_articles(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    CHECK_ROWS(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, published, headline TEXT, body)", "");
    sqlite3_prepare_v2(db, "INSERT INTO articles VALUES (?1, '2012-02-22', 'Acme ' || ?1, ?2)", -1,
                       &statement, NULL);
    for (int i = 0; i < STORIES * COPIES; i++) {
        sqlite3_bind_int(statement, 1, i * 3);
        sqlite3_bind_text(statement, 2, read_story(i % STORIES + 1), -1, SQLITE_TRANSIENT);
        CHECK(sqlite3_step(statement) == SQLITE_DONE, "%s", sqlite3_errmsg(db));
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    CHECK_ROWS(db,
               "INSERT INTO articles(body) VALUES (NULL), (''), (x'ff00ff'), (12), ('a' || char(0) || 'b'), "
               "((SELECT group_concat(body, char(10)) FROM articles))",
               "");
    return db;
}

static void make_index(sqlite3 *db) {
    CHECK_ROWS(
        db,
        "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=published, "
        "headline=headline, names='[{\"type\":\"ORG\",\"name\":\"the company\"}]', quotes=all)",
        "");
}

/* All that an index holds. */
static char *dump(sqlite3 *db) {
    static const char *const tables[] = {"article", "entity",     "alias",  "mention", "quote", "quotespan",
                                         "move",    "instrument", "credit", "value",   "config"};
    sqlite3_str *all = sqlite3_str_new(NULL);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        char *sql = sqlite3_mprintf("SELECT %Q, * FROM wire_%s", tables[i], tables[i]);
        char *rows = test_rows(db, sql);
        sqlite3_str_appendall(all, rows);
        sqlite3_free(rows);
        sqlite3_free(sql);
    }
    return sqlite3_str_finish(all);
}

static void build(sqlite3 *db, int batch, const char *threads) {
    char *sql = sqlite3_mprintf("SELECT news_build('wire', %d%s) ->> 'left'", batch, threads);
    char *left = NULL;
    int batches = 0;
    do {
        sqlite3_free(left);
        left = test_rows(db, sql);
        CHECK(strncmp(left, "error", 5) != 0, "%s: %s", sql, left);
    } while (atoi(left) > 0 && ++batches < 1000);
    sqlite3_free(left);
    sqlite3_free(sql);
}

static void check_rows(const char *extension) {
    static const char *const threads[] = {"", ", 0", ", 1", ", 2", ", 3", ", 64"};
    char *first = NULL;
    for (size_t i = 0; i < sizeof threads / sizeof *threads; i++) {
        sqlite3 *db = open_articles(extension);
        if (i == 0) CHECK_ROWS(db, "PRAGMA threads = 2", "2");
        make_index(db);
        build(db, 9, threads[i]);
        char *all = dump(db);
        CHECK(strlen(all) > 100000, "%s", all);
        CHECK(!first || strcmp(first, all) == 0, "other rows with \"%s\"", threads[i]);
        CHECK_ROWS(db, "SELECT count(*) = (SELECT count(*) FROM wire_article) FROM articles", "1");
        CHECK_ROWS(db, "INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1)", "");
        CHECK_ROWS(db, "PRAGMA threads = 2", "2");
        CHECK_ROWS(db, "INSERT INTO wire(wire) VALUES ('rebuild')", "");
        char *again = dump(db);
        CHECK(strcmp(all, again) == 0, "other rows after rebuild");
        sqlite3_free(again);
        if (first)
            sqlite3_free(all);
        else
            first = all;
        CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
    }
    sqlite3_free(first);
}

static int stop_after(void *context) { return --*(int *)context < 0; }

/* A build that is interrupted again and again gets there. */
static void check_interrupts(const char *extension) {
    sqlite3 *db = open_articles(extension);
    int interrupted = 0, left = 1;
    make_index(db);
    for (int i = 1; left && i < 2000; i++) {
        int steps = 8 * i;
        sqlite3_progress_handler(db, 200, stop_after, &steps);
        char *rows = test_rows(db, "SELECT news_build('wire', 10, 3) ->> 'left'");
        sqlite3_progress_handler(db, 0, NULL, NULL);
        if (strcmp(rows, "error: interrupted") == 0)
            interrupted++;
        else
            left = atoi(rows);
        CHECK(strncmp(rows, "error", 5) != 0 || strcmp(rows, "error: interrupted") == 0, "%s", rows);
        CHECK(sqlite3_get_autocommit(db), "a transaction is left open");
        sqlite3_free(rows);
    }
    CHECK(interrupted > 0 && left == 0, "%d interrupted, %d left", interrupted, left);
    CHECK_ROWS(db, "INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1)", "");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

/* The host's own interrupt, at one moment of a build: unlike a progress handler's answer it lasts until the
** query has ended, and meets what the build does to end its transaction. */
struct interrupter {
    sqlite3 *db;
    int calls; /* of the progress handler until then */
};

static int interrupt_at(void *context) {
    struct interrupter *interrupter = context;
    if (--interrupter->calls == 0) sqlite3_interrupt(interrupter->db);
    return 0;
}

/* The same from another thread, at whatever moment that comes to it. */
static void *interrupt_soon(void *context) {
    struct interrupter *interrupter = context;
    for (volatile int i = 0; i < interrupter->calls * 4000; i++) continue;
    sqlite3_interrupt(interrupter->db);
    return NULL;
}

static char *build_interrupted(sqlite3 *db, const char *sql, int moment, bool from_thread) {
    struct interrupter interrupter = {db, moment};
    pthread_t thread;
    if (from_thread)
        CHECK(pthread_create(&thread, NULL, interrupt_soon, &interrupter) == 0, "no thread");
    else
        sqlite3_progress_handler(db, 20, interrupt_at, &interrupter);
    char *rows = test_rows(db, sql);
    sqlite3_progress_handler(db, 0, NULL, NULL);
    if (from_thread) pthread_join(thread, NULL);
    return rows;
}

/* After an interrupt nothing of the batch is left, or all of it where its transaction had ended already; it may have been in
** one of the caller's, which may go with it, as a whole. Nor does the build leave anything else as it was not. */
static void check_interrupted(sqlite3 *db, int moment, bool in_transaction, bool from_thread,
                              int *interrupted) {
    CHECK_ROWS(db, "DELETE FROM notes", "");
    char *before = test_rows(db, "SELECT count(*) FROM wire_article");
    if (in_transaction) CHECK_ROWS(db, "BEGIN", "");
    if (in_transaction) CHECK_ROWS(db, "INSERT INTO notes VALUES ('the caller''s')", "");
    char *sql = sqlite3_mprintf("SELECT news_build('wire', 3, %d) ->> 'left'", moment % 3);
    char *rows = build_interrupted(db, sql, moment, from_thread);
    bool stopped = strncmp(rows, "error", 5) == 0 && strstr(rows, "interrupted");
    CHECK(stopped || strncmp(rows, "error", 5) != 0, "moment %d: %s", moment, rows);
    CHECK(in_transaction || sqlite3_get_autocommit(db), "moment %d: a transaction is left open", moment);
    bool lost = in_transaction && sqlite3_get_autocommit(db);
    CHECK(!lost || stopped, "moment %d: the caller's transaction is lost", moment);
    if (in_transaction && !lost) CHECK_ROWS(db, "COMMIT", "");
    CHECK_ROWS(db, "SELECT count(*) FROM notes", in_transaction && !lost ? "1" : "0");
    char *whole = sqlite3_mprintf(
        "SELECT count(*) IN (%s, min(%s + 3, (SELECT count(*) FROM articles))) FROM wire_article", before,
        before);
    if (stopped) CHECK_ROWS(db, whole, "1");
    sqlite3_free(whole);
    char *fault = test_rows(db, "INSERT INTO wire(wire) VALUES ('integrity-check')");
    CHECK(!*fault || strstr(fault, "is not in the index"), "moment %d: %s", moment, fault);
    CHECK_ROWS(db, "PRAGMA cache_size", "-1000");
    *interrupted += stopped;
    sqlite3_free(fault);
    sqlite3_free(rows);
    sqlite3_free(sql);
    sqlite3_free(before);
}

static void check_host_interrupts(const char *extension) {
    sqlite3 *undisturbed = open_articles(extension);
    make_index(undisturbed);
    build(undisturbed, 3, ", 0");
    char *wanted = dump(undisturbed);
    CHECK(sqlite3_close(undisturbed) == SQLITE_OK, "the connection is busy");
    for (int way = 0; way < 4; way++) {
        sqlite3 *db = open_articles(extension);
        int interrupted = 0;
        CHECK_ROWS(db, "PRAGMA cache_size = -1000", "");
        CHECK_ROWS(db, "CREATE TABLE notes(note)", "");
        make_index(db);
        for (int moment = 1; moment < 60; moment++)
            check_interrupted(db, moment * moment, way & 1, way & 2, &interrupted);
        CHECK(interrupted > 0, "way %d: nothing was interrupted", way);
        build(db, 3, ", 2");
        char *all = dump(db);
        CHECK(strcmp(all, wanted) == 0, "way %d: other rows than without interrupts", way);
        CHECK_ROWS(db, "INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1)", "");
        sqlite3_free(all);
        CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
    }
    sqlite3_free(wanted);
}

/* Where a row cannot be written, what workers have read is given up with it. */
static void check_errors(const char *extension) {
    sqlite3 *db = open_articles(extension);
    make_index(db);
    CHECK_ROWS(db,
               "CREATE TRIGGER refuse BEFORE INSERT ON wire_article WHEN NEW.key = 60 BEGIN SELECT "
               "RAISE(ABORT, 'no'); END",
               "");
    CHECK_ROWS(db, "SELECT news_build('wire', 100, 2)", "error: wire: no");
    CHECK_ROWS(db, "SELECT count(*) FROM wire_article", "0");
    CHECK_ROWS(db, "DROP TRIGGER refuse", "");
    build(db, 100, ", 2");
    CHECK_ROWS(db, "INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1)", "");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_rows(argv[1]);
    check_interrupts(argv[1]);
    check_host_interrupts(argv[1]);
    check_errors(argv[1]);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
    return test_end("workers");
}

/*
** How the rows are stored: spans of any length come back as they were. The log does not grow. The indexes of the tables wait
** for the end of a build: meanwhile queries and writes are right, whoever ends the build makes the indexes, and a missing
** one is reported.
*/
#include "archive.h"

#include <sys/stat.h>

#define STANDING                                                                                             \
    "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'wire%'"

static sqlite3 *begun(const char *file, const char *extension) {
    sqlite3 *db = test_archive(file, extension, 300);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, STANDING, "9");
    CHECK_ROWS(db, "SELECT p ->> 'left' FROM (SELECT news_build('wire', 100) AS p)", "200");
    CHECK_ROWS(db, STANDING, "1");
    return db;
}

static void check_meanwhile(const char *extension) {
    sqlite3 *db = begun(":memory:", extension);
    CHECK_ROWS(db,
               "SELECT count(DISTINCT m.article) FROM wire_entity e JOIN wire_mention m ON m.entity = e.id "
               "WHERE e.name = 'Ann Lee'",
               "25");
    run(db,
        "INSERT INTO articles(id, body) VALUES(1000, story(4)); DELETE FROM articles WHERE id IN (4, 250);"
        "UPDATE articles SET body = story(9) WHERE id = 8; REPLACE INTO articles(id, body) VALUES(9, "
        "story(1))");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "is not in the index");
    CHECK_ROWS(db, "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'", "0");
    run(db, "ALTER TABLE wire RENAME TO w; ALTER TABLE w RENAME TO wire");
    CHECK_ROWS(db, LOOP, "1");
    CHECK_ROWS(db, STANDING, "9");
    check_sound(db, "a build that was disturbed");
    run(db, "INSERT INTO wire(wire) VALUES('delete-all')");
    CHECK_ROWS(db, "SELECT p ->> 'left' > 0 FROM (SELECT news_build('wire', 100) AS p)", "1");
    CHECK_ROWS(db, STANDING, "1");
    run(db, "INSERT INTO wire(wire) VALUES('sync')");
    CHECK_ROWS(db, STANDING, "9");
    check_sound(db, "a build that sync ends");
    run(db, "DROP TABLE wire");
    CHECK_ROWS(db, STANDING, "0");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection did not close");
}

/* Where they must not wait: within a transaction of the user's, while somebody reads, in memory without bounds, for few
** articles or a second build. */
static void check_stay(const char *extension) {
    static const char *const before[] = {"BEGIN", "PRAGMA temp_store=memory",
                                         "DELETE FROM articles WHERE id > 100",
                                         "INSERT INTO wire(rowid, text) VALUES(1, 'Acme Widgets rose.')"};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 300);
        run(db, MAKE_INDEX);
        run(db, before[i]);
        CHECK_ROWS(db, "SELECT p ->> 'failed' FROM (SELECT news_build('wire', 20) AS p)", "0");
        CHECK_ROWS(db, STANDING, "9");
        sqlite3_close(db);
    }
    sqlite3 *db = test_archive(":memory:", extension, 300);
    sqlite3_stmt *reader = NULL;
    run(db, MAKE_INDEX);
    sqlite3_prepare_v2(db, "SELECT id FROM articles", -1, &reader, NULL);
    sqlite3_step(reader);
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('wire', 20) AS p)", "20");
    CHECK(sqlite3_step(reader) == SQLITE_ROW, "%s", sqlite3_errmsg(db));
    sqlite3_finalize(reader);
    CHECK_ROWS(db, STANDING, "9");
    CHECK_ROWS(db, LOOP, "1");
    check_sound(db, "a build beside a reader");
    sqlite3_close(db);
}

/* The same for a temp index, and for one in an attached database under an odd name. */
static void check_schemas(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 300);
    run(db, "CREATE VIRTUAL TABLE temp.wire USING newswire(content=main.articles, key=id, text=body, "
            "published=published, headline=headline)");
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('wire', 100) AS p)", "100");
    CHECK_ROWS(db, "SELECT count(*) FROM temp.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", "1");
    CHECK_ROWS(db, LOOP, "1");
    CHECK_ROWS(db, "SELECT count(*) FROM temp.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", "9");
    check_sound(db, "a temp index");
    run(db, "DROP TABLE wire; ATTACH ':memory:' AS \"a \"\"$b\"; CREATE TABLE \"a \"\"$b\".articles AS "
            "SELECT * FROM "
            "articles; CREATE TABLE \"a \"\"$b\".t(id INTEGER PRIMARY KEY, body TEXT);"
            "INSERT INTO \"a \"\"$b\".t SELECT id, body FROM articles;"
            "CREATE VIRTUAL TABLE \"a \"\"$b\".\"$x %s\" USING newswire(content=t, key=id, text=body)");
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('$x %s', 100) AS p)", "100");
    CHECK_ROWS(db, "SELECT count(*) FROM \"a \"\"$b\".sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
               "1");
    CHECK_ROWS(db, "SELECT p ->> 'left' FROM (SELECT news_build('$x %s', 1000) AS p)", "0");
    CHECK_ROWS(db, "SELECT count(*) FROM \"a \"\"$b\".sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
               "9");
    run(db, "INSERT INTO \"a \"\"$b\".\"$x %s\"(\"$x %s\", rank) VALUES('integrity-check', 1)");
    sqlite3_close(db);
}

/* A build that is interrupted while it makes them leaves them for the next. */
static int interrupt_sorting(void *context) {
    sqlite3 *db = context;
    sqlite3_stmt *running = NULL;
    while ((running = sqlite3_next_stmt(db, running))) {
        const char *sql = sqlite3_sql(running);
        if (sql && sqlite3_stmt_busy(running) && strncmp(sql, "CREATE INDEX", 12) == 0) return 1;
    }
    return 0;
}

static void check_interrupted(const char *extension) {
    sqlite3 *db = begun(":memory:", extension);
    sqlite3_progress_handler(db, 10, interrupt_sorting, db);
    check_fails(db, "SELECT news_build('wire', 1000)", "interrupt");
    CHECK(sqlite3_get_autocommit(db), "a transaction is open");
    CHECK_ROWS(db, "SELECT count(*) FROM wire", "100");
    sqlite3_progress_handler(db, 0, NULL, NULL);
    CHECK_ROWS(db, LOOP, "1");
    CHECK_ROWS(db, STANDING, "9");
    check_sound(db, "interrupted indexes");
    sqlite3_close(db);
}

/* Where they take long, a batch makes one at a time, and is not at the end before all are there. */
static int sleep_sorting(void *context) {
    static int slept;
    if (slept || !interrupt_sorting(context)) return 0;
    slept = 1;
    usleep(1100000);
    return 0;
}

static void check_slow(const char *extension) {
    sqlite3 *db = begun(":memory:", extension);
    sqlite3_progress_handler(db, 10, sleep_sorting, db);
    CHECK_ROWS(db, "SELECT p ->> 'left', p ->> 'done' FROM (SELECT news_build('wire', 1000) AS p)", "1|299");
    CHECK_ROWS(db, STANDING, "2");
    sqlite3_progress_handler(db, 0, NULL, NULL);
    CHECK_ROWS(db, "SELECT p ->> 'left', p ->> 'done' FROM (SELECT news_build('wire', 1000) AS p)", "0|300");
    CHECK_ROWS(db, STANDING, "9");
    check_sound(db, "indexes one by one");
    sqlite3_close(db);
}

/* Another connection, which has its statements ready, goes on. */
static void check_two(const char *extension, const char *file) {
    sqlite3 *one = begun(file, extension);
    sqlite3 *other = test_open(file, extension);
    run(other, "INSERT INTO articles(id, body) VALUES(900, 'Acme Widgets rose 5 percent.')");
    CHECK_ROWS(one, LOOP, "1");
    run(other, "DELETE FROM articles WHERE id = 900; INSERT INTO articles(id, body) VALUES(901, 'Union "
               "Copper fell.')");
    check_sound(other, "two connections");
    CHECK(sqlite3_close(one) == SQLITE_OK && sqlite3_close(other) == SQLITE_OK,
          "the connections did not close");
}

/* Spans of any length, far into an article, are stored as the table-valued functions tell them. */
static void check_spans(const char *extension) {
    static const char *const rows[][2] = {
        {"SELECT m.mention, m.kind, m.sentence, m.start, m.length FROM t, news_mentions(t.body, t.o) m",
         "SELECT mention, kind, sentence, start, length FROM wire_mention"},
        {"SELECT m.quote, m.kind, m.sentence, m.start, m.length, m.text FROM t, news_quotes(t.body, t.o) m",
         "SELECT quote, kind, sentence, start, length, text FROM wire_quote"},
        {"SELECT m.quote, m.part, m.start, m.length FROM t, news_quote_spans(t.body, t.o) m",
         "SELECT quote, part, start, length FROM wire_quotespan"},
        {"SELECT m.value, m.kind, m.sentence, m.start, m.length FROM t, news_values(t.body, t.o) m",
         "SELECT value, kind, sentence, start, length FROM wire_value"},
        {"SELECT m.move, m.direction, m.sentence, m.start, m.length FROM t, news_moves(t.body, t.o) m",
         "SELECT move, direction, sentence, start, length FROM wire_move"},
        {"SELECT m.code, m.kind, m.start, m.length FROM t, news_instruments(t.body, t.o) m",
         "SELECT code, kind, start, length FROM wire_instrument"}};
    sqlite3 *db = test_archive(":memory:", extension, 0);
    run(db, "CREATE TABLE name(n); INSERT INTO name SELECT 'Acme' || replace(hex(zeroblob(60)), '00', ' "
            "Widgets') || ' Plc';"
            "CREATE TABLE t AS SELECT json_object('names', json_array(json_object('type', 'ORG', 'name', "
            "n))) AS o,"
            " replace(hex(zeroblob(600)), '00', 'Shares in Union Copper <UCU.L> rose 3 percent on Monday. ')"
            " || 'Shares in ' || n || ' fell 4 percent to $5 million, ' || n || ' said. \"We are on track'"
            " || replace(hex(zeroblob(300)), '00', ', we are on track with our plan') || ',\" Ann Lee said.' "
            "AS body FROM name;"
            "INSERT INTO articles(id, body) SELECT 1, body FROM t");
    char *names = test_rows(db, "SELECT printf('%Q', o ->> 'names') FROM t");
    char *sql = sqlite3_mprintf(
        "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, names=%s)", names);
    run(db, sql);
    sqlite3_free(sql);
    sqlite3_free(names);
    CHECK_ROWS(db, LOOP, "1");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        sql = sqlite3_mprintf(
            "SELECT (SELECT count(*) FROM (%s EXCEPT %s)), (SELECT count(*) FROM (%s EXCEPT %s)), "
            "(SELECT count(*) FROM (%s)) > 0",
            rows[i][0], rows[i][1], rows[i][1], rows[i][0], rows[i][1]);
        CHECK_ROWS(db, sql, "0|0|1");
        sqlite3_free(sql);
    }
    CHECK_ROWS(db, "SELECT max(length) > 255 FROM wire_mention", "1");
    CHECK_ROWS(db, "SELECT max(length) > 1023, max(start) > 32768 FROM wire_quotespan", "1|1");
    check_sound(db, "long spans");
    sqlite3_close(db);
}

/* The write-ahead log is written back between batches, where the host does not see to that itself. */
static long log_size(const char *extension, const char *file, const char *setting) {
    sqlite3 *db = test_archive(file, extension, 300);
    char *log = sqlite3_mprintf("%s-wal", file);
    struct stat size = {0};
    run(db, "PRAGMA journal_mode=wal");
    run(db, setting);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    CHECK(stat(log, &size) == 0, "there is no %s", log);
    check_sound(db, setting);
    sqlite3_close(db);
    remove(file);
    sqlite3_free(log);
    return (long)size.st_size;
}

static void check_log(const char *extension, const char *file) {
    long all = log_size(extension, file, "PRAGMA wal_autocheckpoint=0");
    long some = log_size(extension, file, "PRAGMA wal_autocheckpoint=50");
    CHECK(some > 0 && some * 3 < all, "the log has %ld bytes, where it is never written back %ld", some, all);
}

/* One that somebody has dropped is told, and made again. */
static void check_dropped(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 20);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    run(db, "DROP INDEX wire_quoteentity");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')",
                "wire: there is no index on quote(entity): 'optimize' makes it");
    run(db, "INSERT INTO wire(wire) VALUES('optimize')");
    check_sound(db, "an index that was dropped");
    sqlite3_close(db);
}

/* An index of the user's own that ends like one of ours stays, and stands for none of ours. */
static void check_own(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 300);
    run(db, MAKE_INDEX);
    run(db, "CREATE INDEX mine ON wire_mention(span_code) WHERE (entity)");
    CHECK_ROWS(db, LOOP, "1");
    CHECK_ROWS(db, "SELECT count(*) FROM sqlite_schema WHERE name IN ('mine', 'wire_mentionentity')", "2");
    sqlite3_close(db);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_meanwhile(argv[1]);
    check_stay(argv[1]);
    check_schemas(argv[1]);
    check_interrupted(argv[1]);
    check_slow(argv[1]);
    test_with_file(check_two, argv[1]);
    test_with_file(check_log, argv[1]);
    check_dropped(argv[1]);
    check_own(argv[1]);
    check_spans(argv[1]);
    return test_end("archive's indexes");
}

/*
** Joins in the forms that differ from one SQLite to the next: RIGHT and FULL JOIN, which came with 3.39; and rows
** in order, some of them, each once, with SQLite's optimizations and without.
*/
#include "api.h"

/* From here on SQLite gives the arguments of a table on the right of a RIGHT JOIN; before, it may leave them out,
** which is an error and never a wrong row. */
enum { RIGHT_JOIN_SINCE = 3039000, RIGHT_JOIN_WHOLE_SINCE = 3053000 };

/* Checks the rows of a statement; an older SQLite may report the missing article instead. */
static void check_right_join(sqlite3 *db, const char *sql, const char *wanted) {
    char *rows = test_rows(db, sql);
    int whole = sqlite3_libversion_number() >= RIGHT_JOIN_WHOLE_SINCE;
    CHECK(strcmp(rows, wanted) == 0 || (!whole && strstr(rows, ": missing argument article")),
          "%s\n  got    %s\n  wanted %s", sql, rows, wanted);
    sqlite3_free(rows);
}

static void check_right_joins(sqlite3 *db) {
    check_right_join(
        db, "SELECT a.id, t.text FROM news_tokens('Up. Down.') t RIGHT JOIN articles a ON a.id = t.token",
        "1|Up\n2|.\n3|Down\n4|.");
    check_right_join(
        db, "SELECT a.id, t.text FROM articles a RIGHT JOIN news_tokens('Up. Down.') t ON a.id = t.token + 2",
        "3|Up\n4|.\n|Down\n|.");
    check_right_join(db,
                     "SELECT a.id, t.text FROM articles a RIGHT JOIN news_tokens(a.body) t ON t.token = 1",
                     "1|Shares\n4|Oil");
    check_right_join(
        db,
        "SELECT x.text, y.text FROM news_tokens('a b c') x RIGHT JOIN news_tokens('b c d') y ON x.norm = "
        "y.norm",
        "b|b\nc|c\n|d");
    check_right_join(
        db,
        "SELECT x.text, y.text FROM news_tokens('a b c') x FULL JOIN news_tokens('b c d') y ON x.norm = "
        "y.norm",
        "a|\nb|b\nc|c\n|d");
    check_right_join(
        db,
        "SELECT q.text, e.name FROM news_quotes('Shares rose.') q RIGHT JOIN news_entities('Ann Lee met "
        "Ann Lee.') e ON e.entity = q.entity",
        "|Ann Lee");
}

/* Which rows, and in which order, when only some are asked for. */
static void check_some_rows(sqlite3 *db) {
    CHECK_ROWS(db, "SELECT token FROM news_tokens('a b c d e f') WHERE token IN (5, 2, 4) ORDER BY token",
               "2\n4\n5");
    CHECK_ROWS(
        db,
        "SELECT token FROM news_tokens('a b c d e f') WHERE token IN (5, 2, 4) ORDER BY token DESC LIMIT 2",
        "5\n4");
    CHECK_ROWS(db, "SELECT token, text FROM news_tokens WHERE article IN ('c d', 'a b') ORDER BY token, text",
               "1|a\n1|c\n2|b\n2|d");
    CHECK_ROWS(db,
               "SELECT a.id, t.token FROM articles a, news_tokens(a.body) t WHERE t.kind = 'punct' ORDER BY "
               "t.token, a.id",
               "1|3\n4|4\n1|6");
    CHECK_ROWS(db,
               "SELECT a.id, t.token FROM articles a, news_tokens(a.body) t WHERE t.kind = 'punct' ORDER BY "
               "a.id DESC, t.token",
               "4|4\n1|3\n1|6");
    CHECK_ROWS(db,
               "SELECT t.token FROM articles a, news_tokens(a.body) t GROUP BY t.token HAVING count(*) > 1 "
               "ORDER BY 1",
               "1\n2\n3\n4");
    CHECK_ROWS(db, "SELECT DISTINCT t.token FROM articles a, news_tokens(a.body) t ORDER BY t.token",
               "1\n2\n3\n4\n5\n6");
    CHECK_ROWS(db, "SELECT DISTINCT sentence FROM news_tokens('Up. Down.')", "1\n2");
    /* LIMIT and OFFSET count what the other terms leave */
    CHECK_ROWS(db, "SELECT token FROM news_tokens('a b a c a') WHERE text = 'a' LIMIT 1 OFFSET 1", "3");
    CHECK_ROWS(db, "SELECT token FROM news_tokens('Up. Down it goes.') WHERE sentence = 2 LIMIT 2 OFFSET 1",
               "4\n5");
    CHECK_ROWS(
        db, "SELECT token FROM news_tokens('Up. Down it goes.') WHERE sentence = 2 AND text = 'goes' LIMIT 1",
        "5");
    CHECK_ROWS(db, "SELECT a.id, t.token FROM articles a, news_tokens(a.body) t LIMIT 3 OFFSET 5",
               "1|6\n4|1\n4|2");
    CHECK_ROWS(
        db,
        "SELECT text FROM news_tokens WHERE article = 'a b' OR article = 'c d' ORDER BY 1 LIMIT 2 OFFSET 1",
        "b\nc");
    CHECK_ROWS(db, "SELECT count(*) FROM news_tokens('a b c') LIMIT 0", "");
    /* a row's rowid is its own, in each article */
    CHECK_ROWS(db, "SELECT count(*), count(DISTINCT t.rowid) FROM articles a, news_tokens(a.body) t",
               "10|10");
    CHECK_ROWS(
        db,
        "SELECT a.id, t.text FROM articles a, news_tokens(a.body) t WHERE t.rowid IN (SELECT u.rowid FROM "
        "news_tokens('Oil was flat.') u WHERE u.token <> 2)",
        "4|Oil\n4|flat\n4|.");
}

/* The rowids of one connection tell nothing of those of another, so that nobody can look for two articles that share
** some; those of many articles differ. */
static void check_rowids(sqlite3 *db, sqlite3 *other) {
    static const char first[] = "SELECT min(rowid) FROM news_tokens('a b')";
    static const char many[] =
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
        "SELECT count(*), count(DISTINCT t.rowid) FROM n, news_tokens('w' || i) t";
    char *here = test_rows(db, first), *again = test_rows(db, first), *there = test_rows(other, first);
    CHECK(strcmp(here, again) == 0, "%s, then %s", here, again);
    CHECK(strcmp(here, there) != 0, "%s on both", here);
    CHECK_ROWS(db, many, "20000|20000");
    sqlite3_free(here);
    sqlite3_free(again);
    sqlite3_free(there);
}

/* An article and its options from two tables. SQLite does not find an order for two tables that then also look
** each other up: it is told, or the order is. */
static void check_two_sources(sqlite3 *db) {
#define FROM_TWO(join)                                                                                       \
    "SELECT e.name, m.start FROM settings o, stories a " join " news_mentions(a.body, o.options) m " join    \
    " news_entities(a.body, o.options) e WHERE e.entity = "                                                  \
    "m.entity ORDER BY m.start"
    static const char rows[] = "Ann Lee|1\nBo Ek|13\nAnn Lee|25";
    static const char later[] = ": the options come from a table that is read later: join with CROSS JOIN";
    sqlite3_exec(
        db,
        "CREATE TABLE settings(options); INSERT INTO settings VALUES('{\"quotes\":\"all\"}');"
        "CREATE TABLE stories(body); INSERT INTO stories VALUES('Ann Lee met Bo Ek. Then Ann Lee left.')",
        NULL, NULL, NULL);
    CHECK_ROWS(db, FROM_TWO("CROSS JOIN"), rows);
    char *got = test_rows(db, FROM_TWO(","));
    CHECK(strcmp(got, rows) == 0 || (strncmp(got, "error: news_", 12) == 0 && strstr(got, later)), "%s", got);
    sqlite3_free(got);
    CHECK_ROWS(
        db,
        "SELECT e.name, m.start FROM stories a, news_mentions(a.body, (SELECT options FROM settings)) m,"
        " news_entities(a.body, (SELECT options FROM settings)) e WHERE e.entity = m.entity "
        "ORDER BY m.start",
        rows);
    /* one alone needs no such help, wherever it is named */
    CHECK_ROWS(db, "SELECT m.start FROM news_mentions(a.body, o.options) m, settings o, stories a",
               "1\n13\n25");
    CHECK_ROWS(
        db,
        "SELECT m.start FROM stories a, news_mentions(a.body, o.options) m, settings o WHERE m.mention = 2",
        "13");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    for (int optimized = 1; optimized >= 0; optimized--) {
        sqlite3 *db = test_open(":memory:", argv[1]);
        if (!optimized) sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db, ~0);
        sqlite3_exec(
            db,
            "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);"
            "INSERT INTO articles VALUES(1, 'Shares rose. Bonds fell.'), (2, NULL), (3, ''), (4, 'Oil was "
            "flat.')",
            NULL, NULL, NULL);
        if (sqlite3_libversion_number() >= RIGHT_JOIN_SINCE) check_right_joins(db);
        check_some_rows(db);
        check_two_sources(db);
        sqlite3 *other = test_open(":memory:", argv[1]);
        check_rowids(db, other);
        sqlite3_close(other);
        CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
    }
    return test_end("joins");
}

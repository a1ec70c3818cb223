/*
** How queries are planned: which equalities are claimed, that no join scans where it can look up, that an
** order the rows are in anyway is not sorted again.
*/
#include "api.h"

typedef struct plan {
    const char *sql;
    const char *without;  /* stands nowhere in it; NULL: anything may */
    const char *steps[4]; /* stand in it, in this order */
} plan;

static const plan of_tables[] = {
    /* one lookup, by the best of the equalities */
    {"SELECT * FROM news_tokens('a')", NULL, {"SCAN news_tokens VIRTUAL TABLE INDEX 1:\n"}},
    {"SELECT * FROM news_tokens('a', '{}')", NULL, {"VIRTUAL TABLE INDEX 3:\n"}},
    {"SELECT * FROM news_tokens('a') WHERE token = 1", NULL, {"INDEX 9:token"}},
    {"SELECT * FROM news_tokens('a') WHERE sentence = 1", NULL, {":sentence"}},
    {"SELECT * FROM news_tokens('a') WHERE sentence = 1 AND token = 1", NULL, {":token"}},
    {"SELECT * FROM news_tokens('a') WHERE token = 1 AND sentence = 1", NULL, {":token"}},
    {"SELECT * FROM news_tokens('a', '{}') WHERE rowid = 1", NULL, {"INDEX 7:rowid"}},
    {"SELECT * FROM news_mentions('a') WHERE entity = 1", NULL, {":entity"}},
    {"SELECT * FROM news_mentions('a') WHERE sentence = 1", NULL, {":sentence"}},
    {"SELECT * FROM news_sentences('a') WHERE paragraph = 1", NULL, {":paragraph"}},
    {"SELECT * FROM news_quote_spans('a') WHERE quote = 1", NULL, {":quote"}},
    {"SELECT * FROM news_instruments('a') WHERE entity = 1", NULL, {":entity"}},
    /* what is no equality on an ordinal is for SQLite to check */
    {"SELECT * FROM news_tokens('a') WHERE token > 1", NULL, {"INDEX 1:\n"}},
    {"SELECT * FROM news_tokens('a') WHERE text = 'a'", NULL, {"INDEX 1:\n"}},
    {"SELECT * FROM news_tokens('a', NULL, 3)", NULL, {"INDEX 3:\n"}},
    /* the article's table comes first, however they are named */
    {"SELECT * FROM articles, news_tokens(body)", NULL, {"SCAN articles", "SCAN news_tokens VIRTUAL"}},
    {"SELECT * FROM news_tokens(body), articles", NULL, {"SCAN articles", "SCAN news_tokens VIRTUAL"}},
    {"SELECT * FROM news_tokens(a.body, a.options), articles a", NULL, {"SCAN a", "INDEX 3:"}},
    {"SELECT * FROM articles a LEFT JOIN news_tokens(a.body)", NULL, {"SCAN a", "SCAN news_tokens VIRTUAL"}},
    /* joins of two tables of one article look up, whichever comes first */
    {"SELECT * FROM news_quotes('a') q JOIN news_entities('a') e ON e.entity = q.entity",
     NULL,
     {"SCAN", ":entity"}},
    {"SELECT * FROM news_quotes('a') q CROSS JOIN news_entities('a') e ON e.entity = q.entity",
     NULL,
     {"SCAN q VIRTUAL TABLE INDEX 1:\n", "SCAN e VIRTUAL TABLE INDEX 9:entity"}},
    {"SELECT * FROM news_entities('a') e CROSS JOIN news_quotes('a') q ON e.entity = q.entity",
     NULL,
     {"SCAN e VIRTUAL TABLE INDEX 1:\n", "SCAN q", ":entity"}},
    {"SELECT * FROM news_sentences('a') s, news_tokens('a') t WHERE s.sentence = t.sentence",
     NULL,
     {"SCAN", ":sentence"}},
    {"SELECT * FROM articles a, news_moves(a.body) m LEFT JOIN news_entities(a.body) e ON e.entity "
     "= m.entity",
     NULL,
     {"SCAN a", "SCAN m", "SCAN e VIRTUAL TABLE INDEX 9:entity"}},
    {"SELECT (SELECT s.text FROM news_sentences('a') s WHERE s.sentence = t.sentence) FROM "
     "news_tokens('a') t",
     NULL,
     {"SCAN t", "SCAN s VIRTUAL TABLE INDEX 9:sentence"}},
    /* rows come in order; a plan never hopes for an article that is not there */
    {"SELECT * FROM news_tokens('a') ORDER BY token", "TEMP B-TREE", {"SCAN"}},
    {"SELECT * FROM news_tokens('a') ORDER BY token, text", "TEMP B-TREE", {"SCAN"}},
    {"SELECT * FROM news_credits('a') ORDER BY rowid", "TEMP B-TREE", {"SCAN"}},
    {"SELECT * FROM news_tokens('a') ORDER BY token DESC", NULL, {"TEMP B-TREE"}},
    {"SELECT * FROM news_tokens('a') ORDER BY text", NULL, {"TEMP B-TREE"}},
    {"SELECT * FROM news_tokens WHERE (article = 'a' AND token = 1) OR (article = 'b' AND token = 2)",
     NULL,
     {"MULTI-INDEX OR", "INDEX 9:token", "INDEX 9:token"}},
};

static const plan of_full_tables[] = {
    /* the article is planned for, whatever else there is in the database */
    {"SELECT * FROM articles a, news_tokens(a.body) t WHERE a.id = 7 AND t.token = 1",
     NULL,
     {"SEARCH a", "INDEX 9:token"}},
};

static void check_plans(sqlite3 *db, const plan *plans, size_t count) {
    for (size_t i = 0; i < count; i++) {
        char *text = test_plan(db, plans[i].sql);
        test_steps(plans[i].sql, text, plans[i].steps, 4);
        if (plans[i].without)
            CHECK(!strstr(text, plans[i].without), "%s\n  did not want %s in the plan\n%s", plans[i].sql,
                  plans[i].without, text);
        sqlite3_free(text);
    }
}

#define CHECK_PLANS(db, plans) check_plans(db, plans, sizeof(plans) / sizeof *(plans))

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    sqlite3 *db = test_open(":memory:", argv[1]);
    sqlite3_exec(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT, options TEXT)", NULL, NULL,
                 NULL);
    CHECK_PLANS(db, of_tables);
    CHECK_ROWS(db, "SELECT * FROM news_tokens t WHERE t.token = 1",
               "error: news_tokens: missing argument article");
    char *rows =
        test_rows(db, "SELECT 1 FROM news_tokens(a.body) t LEFT JOIN articles a"); /* in the words of the
                                                                                      SQLite that runs */
    CHECK(strncmp(rows, "error: ", 7) == 0, "%s", rows);
    sqlite3_free(rows);

    sqlite3_exec(db,
                 "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 2000)"
                 "INSERT INTO articles SELECT i, 'Up. ' || i, NULL FROM n; ANALYZE",
                 NULL, NULL, NULL);
    CHECK_PLANS(db, of_full_tables);
    CHECK_ROWS(db,
               "SELECT t.text FROM news_tokens(a.body) t, articles a WHERE a.id = t.sentence AND a.id = 1",
               "Up\n.\n1");
    CHECK_ROWS(
        db, "SELECT count(*) FROM articles a, news_sentences(a.body) s, articles b WHERE b.id = s.sentence",
        "2000");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
    return test_end("plans");
}

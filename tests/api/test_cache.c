/*
** One analysis per text: shared by the reads of an article, kept by the cursors that read it, bounded, freed with the
** connection.
*/
#include "api.h"

/* SQLite's own allocator, counting what is asked of it. */
static sqlite3_mem_methods standard;
static long long asked;

static void *counting_malloc(int size) {
    asked += size;
    return standard.xMalloc(size);
}

static void *counting_realloc(void *block, int size) {
    asked += size;
    return standard.xRealloc(block, size);
}

static void count_memory(void) {
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &standard);
    sqlite3_mem_methods counting = standard;
    counting.xMalloc = counting_malloc;
    counting.xRealloc = counting_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &counting);
}

/* Bytes that a query asks the allocator for. */
static long long bytes_of(sqlite3 *db, const char *sql) {
    long long before = asked;
    char *rows = test_rows(db, sql);
    CHECK(strncmp(rows, "error", 5) != 0, "%s: %s", sql, rows);
    sqlite3_free(rows);
    return asked - before;
}

/* A table `story` with one article of `copies` paragraphs. */
static void make_story(sqlite3 *db, int copies) {
    char *sql = sqlite3_mprintf("DROP TABLE IF EXISTS story; CREATE TABLE story(body TEXT);"
                                "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT %d)"
                                "INSERT INTO story SELECT group_concat('Shares in Acme Widgets rose ' || i "
                                "|| ' percent on Tuesday, its"
                                " chairman Ann Lee said.' || char(10, 10), '') FROM n",
                                copies);
    CHECK(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_free(sql);
}

static void check_sharing(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    make_story(db, 2000);
    long long first = bytes_of(db, "SELECT count(*) FROM story, news_moves(body)");
    long long again = bytes_of(db, "SELECT count(*) FROM story, news_moves(body)");
    CHECK(first > 1000000 && again < first / 4, "the first read asked for %lld bytes, the next for %lld",
          first, again);
    long long joined = bytes_of(
        db,
        "SELECT count(*) FROM story, news_moves(body) m JOIN news_tokens(body) t ON t.sentence = m.sentence");
    CHECK(joined > 0, "a join asked for %lld bytes", joined);
    /* other options are another analysis; the same ones, spelt the same, are not */
    long long percent =
        bytes_of(db, "SELECT count(*) FROM story, news_moves(body, '{\"moves\":\"percent\"}')");
    long long percent_again =
        bytes_of(db, "SELECT count(*) FROM story, news_moves(body, '{\"moves\":\"percent\"}')");
    CHECK(percent > 1000000 && percent_again < percent / 4, "with options: %lld, then %lld", percent,
          percent_again);
    /* a function shares with the tables */
    bytes_of(db, "SELECT count(*) FROM story, news_quotes(body)");
    CHECK(bytes_of(db, "SELECT length(news_fold(news_html(body))) FROM story") > 0, "nothing asked for");
    sqlite3_close(db);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
}

/* What stays between statements is bounded, however many articles have been read. */
static void check_bounds(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_exec(db, "CREATE TABLE articles(body TEXT)", NULL, NULL, NULL);
    sqlite3_exec(db,
                 "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 300)"
                 "INSERT INTO articles SELECT replace(hex(zeroblob(500)), '00', 'Shares rose ' || i || ' "
                 "percent. ') FROM n",
                 NULL, NULL, NULL);
    long long before = sqlite3_memory_used();
    sqlite3_free(test_rows(db, "SELECT count(*) FROM articles, news_tokens(body)"));
    long long kept = sqlite3_memory_used() - before;
    CHECK(kept > 0 && kept < 8 * 1024 * 1024, "%lld bytes stay", kept);
    sqlite3_exec(db, "DELETE FROM articles", NULL, NULL, NULL);
    /* a big article is let go when the next one comes */
    make_story(db, 20000);
    sqlite3_free(test_rows(db, "SELECT count(*) FROM story, news_tokens(body)"));
    long long big = sqlite3_memory_used() - before;
    sqlite3_free(test_rows(db, "SELECT count(*) FROM news_tokens('Up.')"));
    long long small = sqlite3_memory_used() - before;
    CHECK(small < big / 2, "%lld bytes with the big article, %lld without", big, small);
    sqlite3_close(db);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
}

/* Cursors outlive what the cache keeps. */
static void check_cursors(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    CHECK_ROWS(db, "SELECT x.text, y.text FROM news_tokens('abc') x, news_tokens('defg') y", "abc|defg");
    make_story(db, 3000);
    sqlite3_stmt *slow = NULL;
    CHECK(sqlite3_prepare_v2(db, "SELECT t.norm FROM story, news_tokens(body) t", -1, &slow, NULL) ==
              SQLITE_OK,
          "prepare");
    sqlite3_step(slow);
    for (int i = 0; i < 100; i++) {
        char *sql = sqlite3_mprintf(
            "SELECT count(*) FROM news_tokens('article %d') JOIN news_sentences('article %d')", i, i);
        CHECK_ROWS(db, sql, "2");
        sqlite3_free(sql);
        sqlite3_step(slow);
    }
    char *wanted = test_rows(db, "SELECT norm FROM story, news_tokens(body) WHERE token = 101");
    CHECK(strcmp((const char *)sqlite3_column_text(slow, 0), wanted) == 0, "the slow cursor is at %s",
          sqlite3_column_text(slow, 0));
    sqlite3_free(wanted);
    /* the cursor reads on after its article has gone from the table */
    sqlite3_exec(db, "DROP TABLE IF EXISTS other; CREATE TABLE other(a)", NULL, NULL, NULL);
    int rows = 101;
    while (sqlite3_step(slow) == SQLITE_ROW) rows++;
    CHECK(rows > 3000 * 12, "%d rows", rows);
    sqlite3_finalize(slow);
    /* values that a statement keeps longer than the cursor its article */
    CHECK_ROWS(db, "SELECT min(text), max(text) FROM (VALUES('b c'), ('a d'), ('c b')), news_tokens(column1)",
               "a|d");
    CHECK_ROWS(db,
               "SELECT group_concat(t, ' ') FROM (SELECT text AS t FROM (VALUES('z'), ('y')), "
               "news_tokens(column1) ORDER BY text)",
               "y z");
    /* what a cursor reads is shared, too, when the cache has long dropped it for another text */
    make_story(db, 20000);
    sqlite3_exec(db, "UPDATE story SET body = substr(body, 1, 1000000)", NULL, NULL, NULL);
    long long alone =
        bytes_of(db, "SELECT count(*) FROM story, news_sentences(body) s WHERE s.sentence < 30");
    long long turns = bytes_of(
        db,
        "SELECT count(*) FROM story, news_sentences(body) s CROSS JOIN news_tokens('up and ' || s.sentence) t"
        " CROSS JOIN news_sentences(body) u ON u.sentence = s.sentence WHERE s.sentence < 30");
    CHECK(turns < alone + 29 * 3 * 1100000LL + 1000000, "alone %lld bytes, in turns %lld", alone, turns);
    sqlite3_close(db);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
}

/* Parameters: the same place in memory is not the same text. */
static void check_parameters(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    char buffer[2][32];
    const char *answer;

    /* a join filters its inner table again and again with one parameter; then with another text in its
    ** place */
    sqlite3_prepare_v2(db,
                       "SELECT group_concat(x.text || y.text, ' ') FROM news_tokens(?1) x CROSS JOIN "
                       "news_tokens(?1) y ON y.token = x.token",
                       -1, &statement, NULL);
    for (int i = 0; i < 4; i++) {
        strcpy(buffer[0], i % 2 ? "ab cd ef" : "gh ij kl");
        sqlite3_bind_text(statement, 1, buffer[0], i < 2 ? -1 : 8, SQLITE_STATIC);
        sqlite3_step(statement);
        answer = (const char *)sqlite3_column_text(statement, 0);
        CHECK(answer && strcmp(answer, i % 2 ? "abab cdcd efef" : "ghgh ijij klkl") == 0, "parameter %d: %s",
              i, answer);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);

    /* two of one length take turns; not terminated, so that SQLite copies both to one place */
    sqlite3_prepare_v2(db,
                       "SELECT group_concat(t.text, ' ') FROM (SELECT column1 AS n FROM (VALUES(1), (2), "
                       "(1), (3), (2), (2), (1))) v"
                       " CROSS JOIN news_tokens t WHERE t.article = CASE v.n WHEN 1 THEN ?1 WHEN 2 THEN ?2 "
                       "ELSE 'ef' END AND t.token = 1",
                       -1, &statement, NULL);
    for (int i = 0; i < 2; i++) {
        memcpy(buffer[0], "abx", 4);
        memcpy(buffer[1], "cdx", 4);
        sqlite3_bind_text(statement, 1, buffer[0], i ? -1 : 2, SQLITE_STATIC);
        sqlite3_bind_text(statement, 2, buffer[1], i ? -1 : 2, SQLITE_STATIC);
        sqlite3_step(statement);
        answer = (const char *)sqlite3_column_text(statement, 0);
        CHECK(answer && strcmp(answer, i ? "abx cdx abx ef cdx cdx abx" : "ab cd ab ef cd cd ab") == 0,
              "in turns: %s", answer);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    CHECK_ROWS(db,
               "SELECT group_concat(t.text, ' ') FROM (VALUES('ab'), ('cd'), ('ab')) CROSS JOIN "
               "news_tokens(column1) t",
               "ab cd ab");
    sqlite3_close(db);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
}

/* The user's names are compiled once, whatever else the options say. */
static void check_names(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_exec(
        db,
        "CREATE TABLE known AS WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 3000)"
        "SELECT json_group_array(json_object('type', 'ORG', 'name', 'Firm ' || i)) AS names FROM n",
        NULL, NULL, NULL);
    long long first =
        bytes_of(db, "SELECT count(*) FROM known, news_tokens('a', json_object('names', names))");
    long long other = bytes_of(
        db, "SELECT count(*) FROM known, news_tokens('b', json_object('names', names, 'published', '2012'))");
    CHECK(other < first, "names asked for %lld bytes, then for %lld", first, other);
    /* more of them than are kept */
    for (int i = 0; i < 20; i++) {
        char *sql = sqlite3_mprintf("SELECT count(*) FROM news_tokens('a b', "
                                    "'{\"names\":[{\"type\":\"ORG\",\"name\":\"Firm %d\"}]}')",
                                    i % 7);
        CHECK_ROWS(db, sql, "2");
        sqlite3_free(sql);
    }
    sqlite3_close(db);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    count_memory();
    check_sharing(argv[1]);
    check_bounds(argv[1]);
    check_cursors(argv[1]);
    check_parameters(argv[1]);
    check_names(argv[1]);
    return test_end("cache");
}

/*
** Text as hosts hand it over: UTF-16 databases, bound bytes of any kind, small limits.
*/
#include "api.h"

/* Makes the articles in a database of an encoding. */
static sqlite3 *open_encoded(const char *extension, const char *encoding) {
    sqlite3 *db = test_open(":memory:", extension);
    char *pragma = sqlite3_mprintf("PRAGMA encoding = '%s'", encoding);
    sqlite3_exec(db, pragma, NULL, NULL, NULL);
    sqlite3_free(pragma);
    sqlite3_exec(
        db,
        "CREATE TABLE articles(id INTEGER PRIMARY KEY, body, options);"
        "INSERT INTO articles VALUES(1, 'Zo\xC3\xAB met \xF0\x9F\x98\x80 Ann.', NULL), (2, 'Shares rose.', "
        "'{\"quotes\":\"all\"}'),"
        "(3, x'5570c3a9', '{\"names\":[{\"type\":\"ORG\",\"name\":\"Up\xC3\xA9\",\"aliases\":[\"U\"]}]}'), "
        "(4, 1987, NULL)",
        NULL, NULL, NULL);
    return db;
}

/* Places are those of the UTF-8 text. */
static void check_places(sqlite3 *db) {
    CHECK_ROWS(
        db,
        "SELECT id, t.text, start, length, byte_start, byte_length FROM articles a, news_tokens(a.body, "
        "a.options) t",
        "1|Zo\xC3\xAB|1|3|0|4\n1|met|5|3|5|3\n1|\xF0\x9F\x98\x80|9|1|9|4\n1|Ann|11|3|14|3\n1|.|14|1|17|1\n"
        "2|Shares|1|6|0|6\n2|rose|8|4|7|4\n2|.|12|1|11|1\n3|Up\xC3\xA9|1|3|0|4\n4|1987|1|4|0|4");
    CHECK_ROWS(db,
               "SELECT count(*) FROM articles, news_tokens(body) t WHERE substr(body, start, length) <> "
               "t.text AND id <> 3",
               "0");
    CHECK_ROWS(
        db, "SELECT count(*) FROM articles a, news_tokens t WHERE t.article = a.body AND t.article <> a.body",
        "0");
    CHECK_ROWS(db,
               "SELECT count(*) FROM articles a, news_tokens(a.body) x, news_tokens(a.body) y WHERE "
               "x.article = y.article AND x.token = y.token",
               "10");
}

/* What is written, options and errors are in the host's encoding, too. */
static void check_texts(sqlite3 *db) {
    CHECK_ROWS(db,
               "SELECT news_fold('ZO\xC3\x8B'), news_normalize('\xE2\x80\x9CUp\xE2\x80\x9D'), news_version() "
               "->> 'version' IS NOT NULL",
               "zoe|\"Up\"|1");
    CHECK_ROWS(db, "SELECT news_analyze(body) -> '$.tokens[0].text' FROM articles WHERE id = 1",
               "\"Zo\xC3\xAB\"");
    CHECK_ROWS(db, "SELECT * FROM news_tokens('a', '{\"qu\xC3\xB6tes\":1}')",
               "error: news_tokens: unknown option \"qu\xC3\xB6tes\"");
    CHECK_ROWS(db, "SELECT * FROM news_quotes('a', '{\"quotes\":\"all\\u0000\"}')",
               "error: news_quotes: option \"quotes\" must be \"speech\" or \"all\", not \"all\\u0000\"");
    CHECK_ROWS(db,
               "SELECT * FROM news_mentions('a', '{\"names\":[{\"type\":\"ORG\",\"name\":\"A\\u0000b\"}]}')",
               "error: news_mentions: option \"names\": name \"A\\u0000b\" has a NUL character");
    CHECK_ROWS(db, "SELECT iso FROM news_values('last year', '{\"published\":\"2012-02-22\\u0000\"}')",
               "2011");
}

/* All that API says about places, in a database of this encoding. */
static void check_encoding(const char *extension, const char *encoding) {
    sqlite3 *db = open_encoded(extension, encoding);
    check_places(db);
    check_texts(db);
    sqlite3_exec(db,
                 "CREATE INDEX fold ON articles(news_fold(body)); CREATE VIEW v AS SELECT t.norm FROM "
                 "articles, news_tokens(body) t",
                 NULL, NULL, NULL);
    CHECK_ROWS(db, "SELECT count(*) FROM v", "10");
    CHECK_ROWS(db, "SELECT id FROM articles WHERE news_fold(body) = 'shares rose.'", "2");
    CHECK_ROWS(db, "PRAGMA integrity_check", "ok");
    CHECK(sqlite3_close(db) == SQLITE_OK, "%s: the connection is busy", encoding);
}

/* Any two bytes, after and before text, as an article of every table. */
static void check_bytes(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db,
                       "SELECT json_valid(news_analyze(?1)), (SELECT count(*) FROM news_tokens(?1) WHERE "
                       "substr(?1, start, length) <> text OR"
                       " substr(CAST(?1 AS BLOB), byte_start + 1, byte_length) <> CAST(text AS BLOB)), "
                       "length(news_html(?1)) > 0",
                       -1, &statement, NULL);
    int wrong = 0;
    for (int byte = 1; byte < 256; byte++) {
        static const unsigned char others[] = {0x01, '"', '<', 'a', 0x80, 0xA0, 0xBF, 0xC0, 0xE2, 0xF0, 0xFF};
        for (size_t i = 0; i < sizeof others; i++) {
            unsigned char text[] = {
                'U', 'p', ' ', (unsigned char)byte, others[i], others[(i + 3) % sizeof others], '.'};
            sqlite3_bind_text(statement, 1, (const char *)text, sizeof text, SQLITE_STATIC);
            if (sqlite3_step(statement) != SQLITE_ROW || !sqlite3_column_int(statement, 0) ||
                sqlite3_column_int(statement, 1) || !sqlite3_column_int(statement, 2)) {
                if (!wrong++)
                    printf("bytes %02x %02x %02x: %s\n", text[3], text[4], text[5], sqlite3_errmsg(db));
            }
            sqlite3_reset(statement);
        }
    }
    CHECK(wrong == 0, "%d texts were read wrongly", wrong);
    sqlite3_finalize(statement);
    sqlite3_close(db);
}

/* Text that has no terminator, and bytes that are not asked for. */
static void check_unterminated(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    char *exact = malloc(6);
    if (!exact) exit(1);
    memcpy(exact, "up\xE2\x80\x9Dgo", 5);
    sqlite3_prepare_v2(db, "SELECT group_concat(text, '|') FROM news_tokens(?1)", -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, exact, 5, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_ROW &&
              strcmp((const char *)sqlite3_column_text(statement, 0), "up|\xE2\x80\x9D") == 0,
          "%s", sqlite3_column_text(statement, 0));
    sqlite3_reset(statement);
    sqlite3_bind_blob(statement, 1, exact, 2, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_ROW &&
              strcmp((const char *)sqlite3_column_text(statement, 0), "up") == 0,
          "%s", sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    free(exact);
    sqlite3_close(db);
}

/* SQLITE_LIMIT_LENGTH holds for what is written. */
static void check_limit(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    CHECK_ROWS(db,
               "SELECT length(news_analyze('Shares rose.')) > 400, length(news_html('Shares rose.')) > 400",
               "1|1");
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 400);
    CHECK_ROWS(db, "SELECT news_analyze('Shares rose.')", "error: string or blob too big");
    CHECK_ROWS(db, "SELECT news_html('Shares rose.')", "error: string or blob too big");
    CHECK_ROWS(db, "SELECT count(*) FROM news_tokens('Shares rose.')", "3");
    sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 100000000);
    CHECK_ROWS(db, "SELECT length(news_analyze('Shares rose.')) > 400", "1");
    sqlite3_close(db);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_encoding(argv[1], "UTF-8");
    check_encoding(argv[1], "UTF-16le");
    check_encoding(argv[1], "UTF-16be");
    check_bytes(argv[1]);
    check_unterminated(argv[1]);
    check_limit(argv[1]);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
    return test_end("encodings");
}

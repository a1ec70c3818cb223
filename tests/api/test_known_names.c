/*
** The option names, as large as users have it: ten thousand names of their own, which override what the engine
** thinks, read alike each time; and what is said where one of them is wrong.
*/
#include "api.h"

enum { NAMES = 10000 };

/* A table `known` of names that no list has, of all types: "Korvabde Works", for short "Tulvabde"; and their
** JSON. */
static void make_names(sqlite3 *db) {
    char *sql = sqlite3_mprintf(
        "CREATE TABLE known AS WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n LIMIT %d),"
        " letters(i, tail) AS (SELECT i, substr('abdegiklmo', i / 1000 + 1, 1) || substr('abdegiklmo', i / "
        "100 "
        "%% 10 + 1, 1) || substr('abdegiklmo', i / 10 %% 10 + 1, 1) || substr('abdegiklmo', i %% 10 + 1, 1) "
        "FROM n)"
        " SELECT i, 'Korv' || tail || ' Works' AS name, 'Tulv' || tail AS alias,"
        " CASE i %% 4 WHEN 0 THEN 'PERSON' WHEN 1 THEN 'ORG' WHEN 2 THEN 'LOC' ELSE 'MISC' END AS type FROM "
        "letters;"
        "CREATE TABLE option AS SELECT json_object('names', json_group_array(json_object('type', type, "
        "'name', name, "
        "'aliases', json_array(alias)))) AS names FROM known;"
        "CREATE TABLE articles AS SELECT i AS id, name || ' said on Tuesday that sales rose 4 percent. ' || "
        "alias || "
        "' fell later, and Acme Widgets did not.' AS body FROM known WHERE i %% 251 = 0",
        NAMES);
    CHECK(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_free(sql);
    CHECK_ROWS(db, "SELECT count(*), count(DISTINCT name) FROM known", "10000|10000");
    CHECK_ROWS(db, "SELECT count(*) FROM articles", "40");
}

static void check_many(const char *extension) {
    static const char all[] = "SELECT a.id, m.* FROM articles a, option o, news_mentions(a.body, o.names) m";
    sqlite3 *db = test_open(":memory:", extension);
    make_names(db);
    /* name and alias are found in each article, with the type that the user gave, as one entity */
    CHECK_ROWS(
        db,
        "SELECT count(*), count(DISTINCT a.id), sum(m.type = k.type) FROM articles a, option o, known k,"
        " news_mentions(a.body, o.names) m WHERE k.i = a.id AND m.text = k.name",
        "40|40|40");
    CHECK_ROWS(
        db,
        "SELECT count(*), sum(m.type = k.type), sum(e.name = k.name) FROM articles a, option o, known k"
        " CROSS JOIN news_mentions(a.body, o.names) m CROSS JOIN news_entities(a.body, o.names) e"
        " WHERE k.i = a.id AND m.text = k.alias AND e.entity = m.entity",
        "40|40|40");
    /* the same rows again, and on another connection in another order */
    char *first = test_rows(db, all);
    CHECK_ROWS(db, all, first);
    sqlite3 *other = test_open(":memory:", extension);
    make_names(other);
    sqlite3_free(test_rows(other, "SELECT count(*) FROM articles a, option o, news_moves(a.body, o.names) "
                                  "WHERE a.id IN (SELECT id FROM articles ORDER BY id DESC)"));
    CHECK_ROWS(other, all, first);
    sqlite3_free(first);
    CHECK(sqlite3_close(other) == SQLITE_OK, "the connection is busy");
    /* without the option they are not known */
    CHECK_ROWS(db,
               "SELECT count(*) FROM articles a, known k, news_mentions(a.body) m, news_mentions(a.body, "
               "(SELECT names FROM option)) o WHERE k.i = a.id AND m.text = k.name AND o.start = m.start AND "
               "m.type = k.type AND o.type <> k.type",
               "0");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

/* One wrong name among ten thousand is told, and nothing of the others is kept. */
static void check_wrong(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    make_names(db);
#define WITH_WRONG(path, value)                                                                              \
    "SELECT count(*) FROM news_mentions('Up.', (SELECT json_set(names, '$.names" path "', " value            \
    ") FROM option))"
    CHECK_ROWS(db, WITH_WRONG("[7000].type", "'FIRM'"),
               "error: news_mentions: option \"names\": type must be PERSON, ORG, LOC or MISC, not \"FIRM\"");
    CHECK_ROWS(db, WITH_WRONG("[9999].name", "12"),
               "error: news_mentions: option \"names\": name must be text, not 12");
    CHECK_ROWS(db, WITH_WRONG("[7000]", "'Acme'"),
               "error: news_mentions: option \"names\": a name must be an object, not \"Acme\"");
    CHECK_ROWS(db, WITH_WRONG("[7000].aliases[0]", "json('{}')"),
               "error: news_mentions: option \"names\": an alias must be text, not {}");
    CHECK_ROWS(db, WITH_WRONG("[7000].alias", "'A'"),
               "error: news_mentions: option \"names\": unknown key \"alias\"");
    CHECK_ROWS(db, WITH_WRONG("", "5"),
               "error: news_mentions: option \"names\" must be an array of names, not 5");
    CHECK_ROWS(db, "SELECT count(*) FROM option, news_tokens('Up.', names)", "2");
    CHECK_ROWS(
        db,
        "WITH RECURSIVE n(i) AS (VALUES(1) UNION ALL SELECT i + 1 FROM n LIMIT 100001) SELECT news_html('a', "
        "json_object('names', (SELECT json_group_array(json_object('type', 'ORG', 'name', 'Firm ' || i)) "
        "FROM n)))",
        "error: news_html: option \"names\" has more than 100000 names and aliases");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_many(argv[1]);
    check_wrong(argv[1]);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
    return test_end("known names");
}

/*
** An index stays in step with its articles, whatever is done to them: every kind of write, with and without
** recursive_triggers; rollbacks; 10,000 random writes. It is compared with a fresh reading of all articles (integrity-check
** with rank 1).
*/
#include "archive.h"

/* One kind of write to articles 1 to 20 with urls u1 to u20, and what it is called. */
static const char *const writes[][2] = {
    {"insert", "INSERT INTO articles VALUES(30, 'u30', '2012-03-02', 'New', story(30))"},
    {"insert without a key", "INSERT INTO articles(url, body) VALUES('u31', story(31))"},
    {"insert without a text", "INSERT INTO articles(url) VALUES('u32')"},
    {"delete", "DELETE FROM articles WHERE id = 3"},
    {"delete of all", "DELETE FROM articles"},
    {"update of the text", "UPDATE articles SET body = story(77) WHERE id = 4"},
    {"update of many", "UPDATE articles SET body = story(id + 50) WHERE id BETWEEN 3 AND 9"},
    {"update of the headline", "UPDATE articles SET headline = 'Northgate and Ann Lee' WHERE id = 4"},
    {"update of the date", "UPDATE articles SET published = '2015-01-01' WHERE id = 4"},
    {"update of another column", "UPDATE articles SET url = 'v4' WHERE id = 4"},
    {"update to what it was", "UPDATE articles SET body = body, url = url, id = id"},
    {"update to another type",
     "UPDATE articles SET body = CAST(body AS BLOB), published = 2012 WHERE id < 4"},
    {"update of letters in case", "UPDATE articles SET body = upper(body) WHERE id = 5"},
    {"update to NULL", "UPDATE articles SET body = NULL WHERE id = 5"},
    {"update of the key", "UPDATE articles SET id = 40 WHERE id = 5"},
    {"update of the rowid", "UPDATE articles SET rowid = 41 WHERE id = 5"},
    {"update of key and text", "UPDATE articles SET id = id + 100, body = story(id + 9)"},
    {"replace by the key", "INSERT OR REPLACE INTO articles VALUES(6, 'u60', NULL, NULL, story(60))"},
    {"replace by the url", "INSERT OR REPLACE INTO articles VALUES(61, 'u6', NULL, NULL, story(61))"},
    {"replace by the url, without a key",
     "INSERT OR REPLACE INTO articles(url, body) VALUES('u6', story(62))"},
    {"replace by both", "REPLACE INTO articles VALUES(6, 'u7', NULL, NULL, story(63))"},
    {"replace of many",
     "REPLACE INTO articles SELECT id + 3, url, NULL, NULL, story(id) FROM articles WHERE id < 9"},
    {"update or replace by the key", "UPDATE OR REPLACE articles SET id = 8 WHERE id = 9"},
    {"update or replace by the rowid", "UPDATE OR REPLACE articles SET rowid = 8 WHERE id = 9"},
    {"update or replace by the url", "UPDATE OR REPLACE articles SET url = 'u8' WHERE id = 9"},
    {"update or replace of text and url",
     "UPDATE OR REPLACE articles SET url = 'u8', body = story(5) WHERE id = 9"},
    {"insert or ignore",
     "INSERT OR IGNORE INTO articles VALUES(7, 'u99', NULL, NULL, story(9)), (50, 'u7', NULL, NULL, "
     "story(9)), (51, 'u51', NULL, NULL, story(9))"},
    {"upsert by the key",
     "INSERT INTO articles VALUES(7, 'u99', NULL, NULL, story(8)) ON CONFLICT(id) DO UPDATE SET "
     "body = excluded.body, url = excluded.url"},
    {"upsert by the url",
     "INSERT INTO articles(url, body) VALUES('u7', story(8)), ('u88', story(8)) ON CONFLICT(url) DO "
     "UPDATE SET body = excluded.body"},
    {"upsert that does nothing",
     "INSERT INTO articles(url, body) VALUES('u7', story(8)) ON CONFLICT DO NOTHING"},
    {"insert and delete in one",
     "BEGIN; INSERT INTO articles VALUES(70, 'u70', NULL, NULL, story(8)); DELETE FROM "
     "articles WHERE id >= 19; COMMIT"},
    {"rollback", "BEGIN; DELETE FROM articles WHERE id < 9; UPDATE articles SET body = story(3); ROLLBACK"},
    {"savepoint",
     "SAVEPOINT a; DELETE FROM articles WHERE id < 9; SAVEPOINT b; UPDATE articles SET body = story(3); "
     "ROLLBACK TO b; INSERT INTO articles(body) VALUES(story(90)); RELEASE a"},
};

enum { WRITES = sizeof writes / sizeof *writes };

static void check_writes(const char *extension, const char *pragma, const char *unique) {
    for (size_t i = 0; i < WRITES; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 20);
        char *name = sqlite3_mprintf("%s, %s%s", writes[i][0], pragma, unique);
        run(db, pragma);
        run(db, unique);
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        run(db, writes[i][1]);
        check_sound(db, name);
        CHECK_ROWS(db, "SELECT count(*) FROM articles WHERE id NOT IN (SELECT key FROM wire)", "0");
        sqlite3_free(name);
        CHECK(sqlite3_close(db) == SQLITE_OK, "%s: the connection did not close", writes[i][0]);
    }
}

/* The same as a write to a table that fails in its middle. */
static void check_failing(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 20);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    check_fails(
        db, "INSERT INTO articles VALUES(90, 'u90', NULL, NULL, story(1)), (91, 'u7', NULL, NULL, story(2))",
        "UNIQUE");
    check_sound(db, "an INSERT that fails");
    check_fails(db, "UPDATE articles SET url = 'u' || (id / 2), body = story(id + 1) WHERE id > 12",
                "UNIQUE");
    check_sound(db, "an UPDATE that fails");
    sqlite3_exec(db,
                 "INSERT OR FAIL INTO articles VALUES(90, 'u90', NULL, NULL, story(1)), (91, 'u7', NULL, "
                 "NULL, story(2))",
                 NULL, NULL, NULL);
    check_sound(db, "INSERT OR FAIL");
    CHECK_ROWS(db, "SELECT count(*) FROM wire WHERE key >= 90", "1");
    run(db, "BEGIN");
    sqlite3_exec(db,
                 "INSERT OR ROLLBACK INTO articles VALUES(92, 'u92', NULL, NULL, story(1)), (93, 'u7', NULL, "
                 "NULL, 'x')",
                 NULL, NULL, NULL);
    check_sound(db, "INSERT OR ROLLBACK");
    sqlite3_close(db);
}

/* While an index is built, others write: nothing is lost. */
static void check_between(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 40);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, "SELECT p ->> 'done', p ->> 'left' FROM (SELECT news_build('wire', 10) AS p)", "10|30");
    run(db,
        "INSERT INTO articles VALUES(100, 'a', NULL, NULL, story(3)), (-5, 'b', NULL, NULL, story(4));"
        "DELETE FROM articles WHERE id IN (5, 25); UPDATE articles SET body = story(9) WHERE id IN (6, 26)");
    CHECK_ROWS(db,
               "SELECT p ->> 'done', p ->> 'total', p ->> 'left' FROM (SELECT news_build('wire', 10) AS p)",
               "22|40|18");
    CHECK_ROWS(db, LOOP, "1");
    check_sound(db, "writes between batches");
    /* without triggers, before and behind where the batches are */
    run(db, "INSERT INTO wire(wire) VALUES('delete-all'); INSERT INTO wire(wire) VALUES('sync-off')");
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('wire', 10) AS p)", "10");
    run(db, "INSERT INTO articles VALUES(-9, 'c', NULL, NULL, story(5)), (200, 'd', NULL, NULL, story(6))");
    CHECK_ROWS(db, LOOP, "1");
    check_sound(db, "writes without triggers between batches");
    sqlite3_close(db);
}

/* Drift: what happened while no trigger stood is found, and mended. */
static void check_drift(const char *extension) {
    static const char *const drifts[][2] = {
        {"INSERT INTO articles(id, body) VALUES(90, story(2))", "article 90 is not in the index"},
        {"DELETE FROM articles WHERE id = 7", "article 7 is in the index, but not in the table of articles"},
        {"UPDATE articles SET body = story(99) WHERE id = 7", "article 7 has changed"},
        {"UPDATE articles SET headline = NULL WHERE id = 8", "article 8 has changed"},
        {"UPDATE articles SET published = '1999' WHERE id = 9", "article 9 has changed"},
    };
    for (size_t i = 0; i < sizeof drifts / sizeof *drifts; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 20);
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        run(db, "INSERT INTO wire(wire) VALUES('sync-off')");
        CHECK_ROWS(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", "0");
        run(db, drifts[i][0]);
        check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", drifts[i][1]);
        run(db, "INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, drifts[i][0]);
        CHECK_ROWS(db, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", "0");
        run(db,
            "INSERT INTO wire(wire) VALUES('sync-on'); UPDATE articles SET body = story(55) WHERE id = 11");
        check_sound(db, "sync-on");
        sqlite3_close(db);
    }
}

/* Triggers of the user's: what they make of an article is what the index reads, whichever runs first; one that has the name
** of the index's own is not lost. */
static void check_other_triggers(const char *extension) {
    static const char *const others[] = {
        "AFTER INSERT ON articles BEGIN UPDATE articles SET body = substr(body, 40) WHERE id = NEW.id",
        "AFTER UPDATE OF body ON articles BEGIN UPDATE articles SET headline = 'He quits' WHERE id = NEW.id",
        "AFTER INSERT ON articles WHEN NEW.id % 2 BEGIN DELETE FROM articles WHERE id = NEW.id",
    };
    for (size_t i = 0; i < 2 * sizeof others / sizeof *others; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 4);
        char *trigger = sqlite3_mprintf("CREATE TRIGGER t %s; END", others[i / 2]);
        if (i % 2) run(db, trigger);
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        if (i % 2 == 0) run(db, trigger);
        sqlite3_free(trigger);
        run(db, "INSERT INTO articles(id, body) VALUES(11, story(1)), (12, story(3)), (13, story(5));"
                "UPDATE articles SET body = story(7) WHERE id = 2; UPDATE articles SET id = 15, body = "
                "story(2) WHERE id = 3");
        check_sound(db, others[i / 2]);
        sqlite3_close(db);
    }
    sqlite3 *db = test_archive(":memory:", extension, 4);
    run(db, "CREATE TABLE other(x); CREATE TRIGGER wire_deleted AFTER DELETE ON other BEGIN SELECT 1; END");
    check_fails(db, MAKE_INDEX, "wire: trigger \"wire_deleted\" already exists");
    CHECK_ROWS(db, "SELECT count(*), max(name) FROM sqlite_schema WHERE name LIKE 'wire%'", "1|wire_deleted");
    sqlite3_close(db);
}

/* A UNIQUE index that is younger than the triggers: the check says so before OR REPLACE goes by it, and sync sees to it. */
static void check_younger_index(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 6);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    run(db, "UPDATE articles SET headline = id; CREATE UNIQUE INDEX younger ON articles(headline)");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "'sync' makes them anew");
    run(db, "INSERT INTO wire(wire) VALUES('sync')");
    run(db, "REPLACE INTO articles(id, headline, body) VALUES(50, '3', story(4))");
    check_sound(db, "a younger UNIQUE index");
    CHECK_ROWS(db, "SELECT group_concat(key) FROM (SELECT key FROM wire ORDER BY key)", "1,2,4,5,6,50");
    run(db, "ALTER TABLE articles RENAME COLUMN headline TO \"a; b\"");
    check_sound(db, "a UNIQUE index under a new name");
    run(db, "DROP INDEX younger");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "'sync' makes them anew");
    /* one in the place of another */
    run(db, "CREATE UNIQUE INDEX younger ON articles(\"a; b\" COLLATE NOCASE, url)");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "'sync' makes them anew");
    run(db, "INSERT INTO wire(wire) VALUES('sync'); VACUUM");
    check_sound(db, "another UNIQUE index");
    sqlite3_close(db);
}

/* Articles whose text is a generated column, which no UPDATE names. */
static void check_generated(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    run(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, plain TEXT, body TEXT AS (plain || ' He is in "
            "Paris.'));"
            "INSERT INTO articles(id, plain) VALUES(1, 'Erich Hauser resigned.');"
            "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body)");
    CHECK_ROWS(db, LOOP, "1");
    run(db, "UPDATE articles SET plain = 'Marie Roux resigned.'");
    CHECK_ROWS(db, "SELECT name FROM wire_entity WHERE type = 'PERSON'", "Marie Roux");
    check_sound(db, "a generated text");
    sqlite3_close(db);
}

/* Rows that somebody has changed behind the index's back are found by rank 1 or before; rebuild mends. */
static void check_damage(const char *extension) {
    static const char *const damages[] = {
        "UPDATE wire_quote SET text = 'nothing' WHERE article = 7",
        "DELETE FROM wire_quote WHERE article = 7",
        "DELETE FROM wire_mention WHERE article = 7",
        "UPDATE wire_entity SET name = 'x' WHERE id = 1",
        "UPDATE wire_entity SET mentions = mentions + 1",
        "DELETE FROM wire_entity WHERE id = 2",
        "UPDATE wire_alias SET articles = 99 WHERE entity = 1",
        "DELETE FROM wire_article WHERE key = 7",
        "UPDATE wire_article SET hash = 1 WHERE key = 7",
        "UPDATE wire_move SET change = 0",
        "DELETE FROM wire_value WHERE article = 9",
        "UPDATE wire_quotespan SET span_code = span_code + 1",
        "UPDATE wire_mention SET sentence_code = sentence_code + 1 WHERE article = 9",
        "DELETE FROM wire_instrument WHERE article = 9",
        "UPDATE wire_mention SET form_code = 99 WHERE article = 9",
        "UPDATE wire_article SET published = '1999' WHERE key = 7",
        "UPDATE wire_article SET tokens = tokens + 1 WHERE key = 7",
        "UPDATE wire_article SET sentences = NULL",
        "UPDATE wire_article SET data_version = 'x' WHERE key = 7",
        "INSERT INTO wire_alias(entity, form, name, articles, named) VALUES(1, 99, 'Nobody', 0, 0)",
        "UPDATE wire_alias SET name = 'Nobody' WHERE entity = 1",
        "UPDATE wire_entity SET key = 'PERSON:nobody' WHERE id = 1",
    };
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 20);
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        run(db, damages[i]);
        CHECK(sqlite3_exec(db, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)", NULL, NULL,
                           NULL) == SQLITE_CORRUPT,
              "%s is not found", damages[i]);
        run(db, "INSERT INTO wire(wire) VALUES('rebuild')");
        check_sound(db, damages[i]);
        sqlite3_close(db);
    }
}

/* What somebody writes to the index itself, past the articles, is drift as well. */
static void check_direct(const char *extension) {
    static const char *const writes_past[][2] = {
        {"INSERT INTO wire(rowid, text) VALUES(90, 'Acme Widgets rose 5 percent.')",
         "article 90 is in the index, but not in the table of articles"},
        {"INSERT OR REPLACE INTO wire(rowid, text) VALUES(7, 'Acme Widgets rose 5 percent.')",
         "article 7 has changed"},
        {"UPDATE wire SET text = 'Acme Widgets rose 5 percent.' WHERE key = 7", "article 7 has changed"},
        {"DELETE FROM wire WHERE key = 7", "article 7 is not in the index"},
    };
    for (size_t i = 0; i < sizeof writes_past / sizeof *writes_past; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 20);
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        run(db, writes_past[i][0]);
        check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", writes_past[i][1]);
        run(db, "INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, writes_past[i][0]);
        sqlite3_close(db);
    }
}

/* Where rows are missing that an article needs, whoever writes it is told of the index, not of a duplicate of its own. */
static void check_damage_told(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 20);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    run(db, "DELETE FROM wire_entity");
    check_fails(db, "INSERT OR IGNORE INTO articles(id, body) VALUES(90, story(1))",
                "wire: the index is damaged: UNIQUE constraint failed: wire_alias");
    CHECK(sqlite3_errcode(db) == SQLITE_CORRUPT, "the code is %d", sqlite3_errcode(db));
    CHECK_ROWS(db, "SELECT count(*) FROM articles WHERE id = 90", "0");
    run(db, "INSERT INTO wire(wire) VALUES('rebuild'); INSERT INTO articles(id, body) VALUES(90, story(1))");
    check_sound(db, "a damaged index made anew");
    sqlite3_close(db);
}

/* Settings that somebody has changed, which are not those the index was made with. */
static void check_settings(const char *extension) {
    static const char *const damages[] = {"INSERT INTO wire_config VALUES('quotes', 'all')",
                                          "UPDATE wire_config SET value = 'all' WHERE name = 'moves'",
                                          "DELETE FROM wire_config WHERE name = 'moves'",
                                          "UPDATE wire_config SET value = 'no' WHERE name = 'sync'"};
    for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 4);
        run(db, "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, "
                "published=published, "
                "headline=headline, moves=percent)");
        CHECK_ROWS(db, LOOP, "1");
        check_sound(db, "settings as they were made");
        run(db, damages[i]);
        check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "the index was made with");
        run(db, "INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, damages[i]);
        CHECK_ROWS(db, "SELECT value FROM wire_config WHERE name = 'moves'", "percent");
        CHECK_ROWS(db, "SELECT value FROM wire_config WHERE name = 'sync'", "triggers");
        sqlite3_close(db);
    }
}

/* 10,000 writes by chance, the same each time. */
static void check_chance(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 60);
    unsigned chance = 12345;
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    for (int i = 0; i < 10000; i++) {
        static const char *const kinds[] = {
            "INSERT OR IGNORE INTO articles VALUES(%u, 'u%u', '2012', NULL, story(%u))",
            "REPLACE INTO articles VALUES(%u, 'u%u', '2012', NULL, story(%u))",
            "DELETE FROM articles WHERE id = %u OR url = 'u%u' AND id %% 2 = %u %% 2",
            "UPDATE OR IGNORE articles SET id = %u WHERE url = 'u%u' AND %u > 0",
            "UPDATE OR REPLACE articles SET url = 'u%u', body = story(%u) WHERE id = %u",
            "UPDATE articles SET body = story(%u), headline = story(%u) WHERE id = %u",
        };
        unsigned numbers[4];
        for (int k = 0; k < 4; k++) numbers[k] = (chance = chance * 1103515245 + 12345) >> 16;
        char *sql = sqlite3_mprintf(kinds[numbers[3] % 6], numbers[0] % 80, numbers[1] % 80, numbers[2] % 80);
        int code = sqlite3_exec(db, sql, NULL, NULL, NULL);
        CHECK(code == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
        sqlite3_free(sql);
        if (i % 2500 == 1000)
            run(db, i % 5000 > 2500 ? "PRAGMA recursive_triggers=on" : "PRAGMA recursive_triggers=off");
    }
    check_sound(db, "10,000 writes");
    run(db, "DELETE FROM articles");
    CHECK_ROWS(db,
               "SELECT (SELECT count(*) FROM wire_article) + (SELECT count(*) FROM wire_entity) + (SELECT "
               "count(*) FROM "
               "wire_alias) + (SELECT count(*) FROM wire_mention) + (SELECT count(*) FROM wire_quote) + "
               "(SELECT count(*) FROM "
               "wire_quotespan) + (SELECT count(*) FROM wire_move) + (SELECT count(*) FROM wire_value) + "
               "(SELECT count(*) FROM "
               "wire_instrument) + (SELECT count(*) FROM wire_credit)",
               "0");
    sqlite3_close(db);
}

/* What a program sees of its own writes is as without the triggers. */
static void check_unseen(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 5);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    run(db, "INSERT INTO articles(id, body) VALUES(500, story(1))");
    CHECK(sqlite3_last_insert_rowid(db) == 500, "last_insert_rowid is %lld",
          (long long)sqlite3_last_insert_rowid(db));
    CHECK(sqlite3_changes(db) == 1, "changes is %d", sqlite3_changes(db));
    run(db, "UPDATE articles SET body = story(id)");
    CHECK(sqlite3_changes(db) == 6, "changes is %d", sqlite3_changes(db));
    CHECK_ROWS(db, "INSERT INTO articles(body) VALUES('Acme Widgets rose.') RETURNING id", "501");
    run(db, "DELETE FROM wire WHERE key = 3; CREATE TABLE t(a); INSERT INTO t(rowid) VALUES(77)");
    CHECK_ROWS(db, LOOP, "1");
    CHECK(sqlite3_last_insert_rowid(db) == 77, "news_build: last_insert_rowid is %lld",
          (long long)sqlite3_last_insert_rowid(db));
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection did not close");
}

/* A command within a function leaves the statement around it, which goes on writing, what it needs: it makes no triggers or
** indexes meanwhile, and fails without a trace. */
/* What hangs on the tables of an index refuses a change in its own words, and then nothing of the article is changed,
** whatever the statement does about conflicts. */
int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_writes(argv[1], "PRAGMA recursive_triggers=off;", "");
    check_writes(argv[1], "PRAGMA recursive_triggers=on;", "");
    check_writes(argv[1], "", "CREATE UNIQUE INDEX i ON articles(published COLLATE NOCASE, url, headline)");
    check_failing(argv[1]);
    check_between(argv[1]);
    check_drift(argv[1]);
    check_other_triggers(argv[1]);
    check_younger_index(argv[1]);
    check_generated(argv[1]);
    check_damage(argv[1]);
    check_damage_told(argv[1]);
    check_direct(argv[1]);
    check_settings(argv[1]);
    check_chance(argv[1]);
    check_unseen(argv[1]);
    return test_end("archive in step");
}

/*
** The index in all the hosts a database may have: renamed, attached, temporary, read-only, defended, untrusting, dumped,
** vacuumed, backed up, written by another release; and what SQLite tells its user is true.
*/
#include "archive.h"

#define TRIGGERS                                                                                             \
    "SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY "   \
    "name)"
#define ALL "wire_changed wire_changing wire_deleted wire_inserted wire_moved wire_noting wire_updated"

static void check_rename(const char *extension) {
    for (int legacy = 0; legacy < 2; legacy++) {
        sqlite3 *db = test_archive(":memory:", extension, 12);
        BUILT(db);
        if (legacy) run(db, "PRAGMA legacy_alter_table=on");
        run(db, "ALTER TABLE wire RENAME TO other");
        CHECK_ROWS(db, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'wire%' AND type <> 'index'", "0");
        CHECK_ROWS(db, TRIGGERS,
                   "other_changed other_changing other_deleted other_inserted other_moved other_noting "
                   "other_updated");
        run(db, "INSERT INTO articles(id, body) VALUES(50, story(50)); DELETE FROM articles WHERE id = 3;"
                "REPLACE INTO articles VALUES(60, 'u4', NULL, NULL, story(60)); UPDATE articles SET body = "
                "story(8) WHERE id = 5;"
                "INSERT INTO other(other, rank) VALUES('integrity-check', 1)");
        /* the old name is free for another index beside it */
        BUILT(db);
        run(db,
            "ALTER TABLE wire RENAME TO \"an index, 'odd'\"; ALTER TABLE \"an index, 'odd'\" RENAME TO wire;"
            "INSERT INTO articles(id, body) VALUES(51, story(51))");
        check_sound(db, "renamed there and back");
        run(db, "DROP TABLE wire; DROP TABLE other");
        CHECK_ROWS(db, "SELECT group_concat(name, ' ') FROM sqlite_schema",
                   "articles sqlite_autoindex_articles_1");
        sqlite3_close(db);
    }
}

/* What is special to a format is a letter like another in a name. */
static void check_signs(const char *extension) {
    static const char *const names[] = {"100%s%s", "%d%n%", "%%", "%w", NULL};

    for (const char *const *name = names; *name; name++) {
        sqlite3 *db = test_archive(":memory:", extension, 12);
        BUILT(db);
        char *sql = sqlite3_mprintf("ALTER TABLE wire RENAME TO \"%w\"", *name);
        run(db, sql);
        sqlite3_free(sql);
        sql = sqlite3_mprintf("SELECT count(*) FROM sqlite_schema WHERE name = %Q || '_config'", *name);
        CHECK_ROWS(db, sql, "1");
        sqlite3_free(sql);
        run(db, "DELETE FROM articles WHERE id = 3; INSERT INTO articles(id, body) VALUES(50, story(50))");
        sql = sqlite3_mprintf("ALTER TABLE \"%w\" RENAME TO wire", *name);
        run(db, sql);
        sqlite3_free(sql);
        check_sound(db, *name);
        run(db, "DROP TABLE wire");
        sql =
            sqlite3_mprintf("CREATE VIRTUAL TABLE \"%w\" USING newswire(content=articles, key=id, text=body);"
                            "SELECT news_build(%Q); DROP TABLE \"%w\"",
                            *name, *name, *name);
        run(db, sql);
        sqlite3_free(sql);
        sqlite3_close(db);
    }
}

/* A name is quoted wherever it goes. */
static void check_odd_names(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    run(db, "CREATE TABLE \"my \"\"news\"\", 'new'\"(\"the key\" INTEGER PRIMARY KEY, \"the 'text'\" TEXT, "
            "\"group\" TEXT, "
            "\"a\"\"b\" TEXT UNIQUE);"
            "INSERT INTO \"my \"\"news\"\", 'new'\" VALUES(1, 'Acme Widgets rose 5 percent.', '2012', 'x');"
            "CREATE VIRTUAL TABLE \"in \"\"dex\" USING newswire(content=\"my \"\"news\"\", 'new'\", key='the "
            "key', "
            "text=\"the 'text'\", published=[group])");
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('in \"dex') AS p)", "1");
    run(db, "REPLACE INTO \"my \"\"news\"\", 'new'\" VALUES(2, 'Acme Widgets fell 5 percent.', '2012', 'x');"
            "INSERT INTO \"in \"\"dex\"(\"in \"\"dex\", rank) VALUES('integrity-check', 1);"
            "ALTER TABLE \"in \"\"dex\" RENAME TO wire");
    CHECK_ROWS(db, "SELECT article, direction FROM wire_move", "2|down");
    run(db, "DROP TABLE wire");
    sqlite3_close(db);
}

static void check_attached(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 5);
    run(db, "ATTACH ':memory:' AS aux; CREATE TABLE aux.articles(id INTEGER PRIMARY KEY, url TEXT UNIQUE, "
            "body TEXT);"
            "INSERT INTO aux.articles SELECT id, url, story(id + 30) FROM main.articles");
    check_fails(db, "CREATE VIRTUAL TABLE wire USING newswire(content=aux.articles, key=id, text=body)",
                "another schema");
    check_fails(db, "CREATE VIRTUAL TABLE aux.wire USING newswire(content=main.articles, key=id, text=body)",
                "another schema");
    run(db, "CREATE VIRTUAL TABLE aux.wire USING newswire(content=articles, key=id, text=body)");
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('wire') AS p)", "5");
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('wire', 3) AS p)",
               "3"); /* main's comes first now */
    CHECK_ROWS(db, "SELECT p ->> 'total' FROM (SELECT news_build('aux.wire') AS p)", "5");
    run(db, "DELETE FROM aux.articles WHERE id = 2; REPLACE INTO aux.articles VALUES(9, 'u3', story(4))");
    CHECK_ROWS(db, "SELECT group_concat(key, ' ') FROM aux.wire", "1 4 5 9");
    CHECK_ROWS(db, "SELECT group_concat(key, ' ') FROM main.wire", "1 2 3");
    run(db,
        "INSERT INTO aux.wire(wire, rank) VALUES('integrity-check', 1); ALTER TABLE aux.wire RENAME TO wires;"
        "DELETE FROM aux.articles WHERE id = 9; DROP TABLE aux.wires");
    CHECK_ROWS(db, "SELECT count(*) FROM aux.sqlite_schema", "2");
    run(db, "DETACH aux");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection did not close");
}

/* A file whose index names its own schema, opened under another name, beside other articles of that name. */
static void check_attached_file(const char *extension, const char *file) {
    sqlite3 *db = test_open(file, extension);
    run(db, "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT, u TEXT UNIQUE); INSERT INTO articles "
            "VALUES(1, 'Acme rose 5 percent.', 'a'), (2, 'Acme fell 5 percent.', 'b'); CREATE VIRTUAL TABLE "
            "wire USING newswire(content=main.articles, key=id, text=body)");
    CHECK_ROWS(db, "SELECT p ->> 'done' FROM (SELECT news_build('wire') AS p)", "2");
    sqlite3_close(db);
    db = test_open(":memory:", extension);
    char *attach = sqlite3_mprintf("ATTACH %Q AS aux", file);
    run(db, attach);
    sqlite3_free(attach);
    run(db, "INSERT INTO aux.articles VALUES(3, 'Acme rose 6 percent.', 'c')"); /* main has no articles */
    run(db, "CREATE TABLE main.articles(id INTEGER PRIMARY KEY, body TEXT); INSERT OR IGNORE INTO "
            "aux.articles VALUES(4, 'Acme rose 7 percent.', 'a'); INSERT INTO aux.articles VALUES(5, 'Acme "
            "rose 8 percent.', 'd'); INSERT INTO aux.wire(wire, rank) VALUES('integrity-check', 1)");
    CHECK_ROWS(db, "SELECT group_concat(key, ' ') FROM aux.wire", "1 2 3 5");
    sqlite3_close(db);
}

/* Triggers of the user's that have the names of the index's, on other tables, stay. */
static void check_others_triggers(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 5);
    run(db,
        "CREATE TABLE log(id); CREATE TRIGGER wire_deleted AFTER DELETE ON log BEGIN DELETE FROM articles "
        "WHERE rowid = OLD.id; END");
    check_fails(db, MAKE_INDEX, "trigger \"wire_deleted\" already exists");
    run(db, "CREATE VIRTUAL TABLE wire USING newswire; ALTER TABLE wire RENAME TO w; ALTER TABLE w RENAME TO "
            "wire; DROP TABLE wire");
    CHECK_ROWS(db, "SELECT tbl_name FROM sqlite_schema WHERE name = 'wire_deleted'", "log");
    sqlite3_close(db);
}

static void check_temp(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 12);
    run(db, "CREATE VIRTUAL TABLE temp.wire USING newswire(content=main.articles, key=id, text=body, "
            "published=published, "
            "headline=headline)");
    CHECK_ROWS(db, LOOP, "1");
    run(db, "DELETE FROM articles WHERE id = 2; REPLACE INTO articles VALUES(90, 'u3', NULL, NULL, "
            "story(4)); UPDATE articles "
            "SET body = story(9) WHERE id = 7");
    CHECK_ROWS(db, "SELECT count(*) FROM temp.wire", "11");
    check_sound(db, "a temp index");
    CHECK_ROWS(db, "SELECT count(*) FROM main.sqlite_schema", "2");
    run(db, "ALTER TABLE temp.wire RENAME TO wires; DELETE FROM articles WHERE id = 90; DROP TABLE wires");
    CHECK_ROWS(db, "SELECT count(*) FROM temp.sqlite_schema", "0");
    sqlite3_close(db);
}

/* Settings under which a host takes databases from strangers. */
static void check_defended(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 12);
    BUILT(db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    run(db, "PRAGMA trusted_schema=off");
    run(db, "DELETE FROM articles WHERE id = 2; REPLACE INTO articles VALUES(90, 'u3', NULL, NULL, "
            "story(4)); UPDATE articles "
            "SET body = story(9) WHERE id = 7; INSERT INTO wire(wire) VALUES('sync');"
            "INSERT INTO wire(wire) VALUES('sync-off'); INSERT INTO wire(wire) VALUES('sync-on');"
            "INSERT INTO wire(wire) VALUES('rebuild'); INSERT INTO wire(wire) VALUES('optimize')");
    check_sound(db, "defensive");
    CHECK_ROWS(db, LOOP, "1");
    for (const char *const *table =
             (const char *const[]){"article", "entity", "alias", "mention", "quote", "quotespan", "move",
                                   "value", "instrument", "credit", "config", NULL};
         *table; table++) {
        char *sql = sqlite3_mprintf("DELETE FROM wire_%s", *table);
        check_fails(db, sql, "may not be modified");
        sqlite3_free(sql);
        sql = sqlite3_mprintf("SELECT type FROM pragma_table_list WHERE name = 'wire_%s'", *table);
        CHECK_ROWS(db, sql, "shadow");
        sqlite3_free(sql);
    }
    run(db, "CREATE VIEW said AS SELECT key FROM wire; ALTER TABLE wire RENAME TO w; ALTER TABLE w RENAME TO "
            "wire");
    CHECK_ROWS(db, "SELECT count(*) FROM said", "11");
    run(db, "DROP VIEW said; DROP TABLE wire");
    run(db, MAKE_INDEX);
    sqlite3_close(db);
}

static void check_read_only(const char *extension, const char *file) {
    sqlite3 *db = test_archive(file, extension, 12);
    BUILT(db);
    run(db, "DELETE FROM wire WHERE key = 3; PRAGMA query_only=on");
    CHECK_ROWS(db, "SELECT count(*) FROM wire", "11");
    check_fails(db, "SELECT news_build('wire')", "readonly");
    check_fails(db, "INSERT INTO wire(wire) VALUES('rebuild')", "readonly");
    sqlite3_close(db);
    char *uri = sqlite3_mprintf("file:%s?mode=ro", file);
    sqlite3_open_v2(uri, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_free(uri);
    test_load(db, extension);
    CHECK_ROWS(db, "SELECT count(*) FROM wire JOIN wire_article USING(key)", "11");
    CHECK_ROWS(db, "SELECT key FROM wire WHERE key = 4", "4");
    check_fails(db, "SELECT news_build('wire')", "readonly");
    check_fails(db, "DELETE FROM wire", "readonly");
    sqlite3_close(db);
}

static void check_vacuum(const char *extension, const char *file) {
    sqlite3 *db = test_archive(file, extension, 12);
    sqlite3 *copy = NULL;
    BUILT(db);
    run(db, "DELETE FROM articles WHERE id % 3 = 0; VACUUM");
    check_sound(db, "VACUUM");
    sqlite3_open(":memory:", &copy);
    sqlite3_backup *backup = sqlite3_backup_init(copy, "main", db, "main");
    sqlite3_backup_step(backup, -1);
    CHECK(sqlite3_backup_finish(backup) == SQLITE_OK, "backup");
    test_load(copy, extension);
    run(copy, "INSERT INTO articles(id, body) VALUES(70, 'Acme Widgets rose 5 percent.'); DELETE FROM "
              "articles WHERE id = 1");
    check_sound(copy, "backup");
    sqlite3_close(copy);
    run(db, "ATTACH ':memory:' AS aux; VACUUM INTO ':memory:'; DETACH aux");
    check_sound(db, "VACUUM INTO");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection did not close");
}

/* Without the extension the tables are ordinary ones; the articles can be written once the triggers are dropped. */
static void check_without(const char *extension, const char *file) {
    sqlite3 *db = test_archive(file, extension, 12);
    BUILT(db);
    sqlite3_close(db);
    sqlite3_open(file, &db);
    CHECK_ROWS(db,
               "SELECT count(DISTINCT q.article) > 5 FROM wire_quote q JOIN wire_entity e ON e.id = q.entity "
               "WHERE e.type = "
               "'PERSON' AND q.kind = 'direct' AND q.speaker_name IS NOT NULL",
               "1");
    CHECK_ROWS(db, "SELECT * FROM wire", "error: no such module: newswire");
    check_fails(db, "DELETE FROM articles WHERE id = 5", "no such module");
    run(db, "DROP TRIGGER wire_inserted; DROP TRIGGER wire_deleted; DROP TRIGGER wire_updated; DROP TRIGGER "
            "wire_moved;"
            "DROP TRIGGER IF EXISTS wire_noting; DROP TRIGGER IF EXISTS wire_changing; DROP TRIGGER IF "
            "EXISTS wire_changed;"
            "DELETE FROM articles WHERE id = 5; INSERT INTO articles(body) VALUES('Acme Widgets rose 5 "
            "percent.')");
    sqlite3_close(db);
    db = test_open(file, extension);
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "triggers are missing");
    run(db, "INSERT INTO wire(wire) VALUES('sync')");
    CHECK_ROWS(db, TRIGGERS, ALL);
    check_sound(db, "sync after a time without the extension");
    sqlite3_close(db);
}

/* Renamed under an index whose triggers stand: articles are written, also where a UNIQUE column asks for the rows that go,
** and the index builds, checks and syncs under the new names. */
/* What becomes of the table of articles. */
static void check_content(const char *extension) {
    static const char *const changes[][2] = {
        {"CREATE TABLE new AS SELECT 1 WHERE 0; DROP TABLE new; CREATE TABLE new(id INTEGER PRIMARY KEY, url "
         "TEXT UNIQUE, "
         "published TEXT, headline TEXT, body TEXT, more TEXT); INSERT INTO new SELECT *, 1 FROM articles "
         "WHERE id <> 4; DROP "
         "TABLE articles; ALTER TABLE new RENAME TO articles",
         "triggers are missing"},
        {"CREATE UNIQUE INDEX i ON articles(headline, id); DROP TRIGGER wire_noting", "triggers are missing"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 12);
        BUILT(db);
        run(db, changes[i][0]);
        check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", changes[i][1]);
        run(db, "INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, changes[i][0]);
        CHECK_ROWS(db, LOOP, "1");
        run(db, "BEGIN; INSERT INTO wire(wire) VALUES('sync-off'); INSERT INTO wire(wire) VALUES('sync-on'); "
                "COMMIT");
        check_sound(db, changes[i][0]);
        run(db, "ALTER TABLE wire RENAME TO w; ALTER TABLE w RENAME TO wire");
        check_sound(db, changes[i][0]);
        sqlite3_close(db);
    }
}

/* An index that another data version wrote: writes succeed, no rows of two versions stand side by side. */
static void check_stale(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 12);
    BUILT(db);
    run(db, "UPDATE wire_config SET value = '1999-01-01' WHERE name = 'data_version'; UPDATE wire_article "
            "SET data_version = "
            "'1999-01-01'");
    run(db, "UPDATE articles SET body = story(99) WHERE id = 3; INSERT INTO articles(id, body) VALUES(40, "
            "story(40)); DELETE "
            "FROM articles WHERE id = 5");
    CHECK_ROWS(db, "SELECT key, state, data_version FROM wire_article WHERE key IN (3, 5, 40)",
               "3|stale|\n40|stale|");
    CHECK_ROWS(db, "SELECT count(*) FROM wire_mention WHERE article IN (3, 5, 40)", "0");
    CHECK_ROWS(db, "SELECT count(*) FROM wire", "12");
    check_fails(db, "SELECT news_build('wire')", "another data version");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "another data version");
    run(db, "SAVEPOINT a; INSERT INTO wire(wire) VALUES('sync')");
    check_sound(db, "sync of another data version");
    CHECK_ROWS(
        db, "SELECT count(*) FROM wire_article WHERE data_version <> news_version() ->> 'data_version'", "0");
    run(db, "ROLLBACK TO a; INSERT INTO wire(wire) VALUES('rebuild'); RELEASE a");
    check_sound(db, "rebuild of another data version");
    sqlite3_close(db);
}

/* An index of another format, in tables that this release does not know: articles can be written, which the index does not
** notice; whoever asks it for more is told how to go on; it can be dropped and made anew. */
static void check_format(const char *extension) {
    static const char *const refused[] = {
        "SELECT news_build('wire')",
        "INSERT INTO wire(wire) VALUES('rebuild')",
        "INSERT INTO wire(wire) VALUES('sync')",
        "INSERT INTO wire(wire) VALUES('optimize')",
        "INSERT INTO wire(wire) VALUES('delete-all')",
        "INSERT INTO wire(wire) VALUES('integrity-check')",
    };
    sqlite3 *db = test_archive(":memory:", extension, 12);
    BUILT(db);
    run(db, "UPDATE wire_config SET value = 99 WHERE name = 'format'; DROP TABLE wire_quote; DROP TABLE "
            "wire_alias;"
            "DROP TABLE wire_article; CREATE TABLE wire_article(key INTEGER PRIMARY KEY, words);"
            "INSERT INTO wire_article SELECT id, 1 FROM articles");
    run(db,
        "INSERT INTO articles(id, body) VALUES(40, story(40)); UPDATE articles SET body = 'x' WHERE id = 3;"
        "UPDATE articles SET id = 41 WHERE id = 4; DELETE FROM articles WHERE id = 5;"
        "REPLACE INTO articles(id, url, body) VALUES(50, 'u6', story(50)), (7, 'u7', 'y')");
    CHECK_ROWS(db, "SELECT group_concat(id, ' ') FROM (SELECT id FROM articles ORDER BY id)",
               "1 2 3 7 8 9 10 11 12 40 41 50");
    CHECK_ROWS(db, "SELECT count(*), sum(words) FROM wire_article", "12|12");
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        check_fails(db, refused[i], "make it anew, by DROP TABLE and CREATE VIRTUAL TABLE");
    CHECK_ROWS(db, "PRAGMA integrity_check", "ok");
    CHECK_ROWS(db, "SELECT value FROM wire_config WHERE name = 'format'", "99");
    run(db, "INSERT INTO wire(wire) VALUES('sync-off'); DELETE FROM articles WHERE id = 8; DROP TABLE wire");
    BUILT(db);
    check_sound(db, "made anew");
    sqlite3_close(db);
    db = test_open(":memory:", extension);
    run(db,
        "CREATE VIRTUAL TABLE wire USING newswire; UPDATE wire_config SET value = 99 WHERE name = 'format'");
    check_fails(db, "INSERT INTO wire(text) VALUES('Up.')",
                "the index has format 99, this release of newswire has ");
    sqlite3_close(db);
}

/* Table and columns that were renamed while no trigger stood are not guessed, and what the index cannot find does not keep
** articles from being written. */
/* A failing CREATE leaves nothing, within a transaction or without. */
static void check_failing(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 3);
    run(db, "BEGIN; CREATE TABLE wire_quote(a)");
    check_fails(db, MAKE_INDEX, "already exists");
    run(db, "COMMIT; DROP TABLE wire_quote; CREATE TRIGGER other_deleted AFTER DELETE ON articles BEGIN "
            "SELECT 1; END");
    CHECK_ROWS(db, "SELECT count(*) FROM sqlite_schema", "3");
    run(db, "BEGIN");
    BUILT(db);
    run(db, "ROLLBACK");
    CHECK_ROWS(db, "SELECT count(*) FROM sqlite_schema", "3");
    BUILT(db);
    check_sound(db, "made again");
    run(db, "BEGIN; DROP TABLE wire; ROLLBACK");
    check_sound(db, "a DROP that was rolled back");
    sqlite3_close(db);
}

/* PRAGMA integrity_check looks at the structure, from 3.44 on. */
static void check_pragma(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 12);
    BUILT(db);
    CHECK_ROWS(db, "PRAGMA integrity_check", "ok");
    run(db, "INSERT INTO wire(wire) VALUES('sync-off'); DELETE FROM articles WHERE id = 3");
    CHECK_ROWS(db, "PRAGMA integrity_check", "ok"); /* drift is none of its business */
    run(db, "UPDATE wire_entity SET mentions = 99 WHERE name = 'Ann Lee'");
    if (sqlite3_libversion_number() >= 3044000) {
        CHECK_ROWS(db,
                   "SELECT integrity_check LIKE 'newswire index wire: entity %: the rows differ from its 99 "
                   "mentions%' FROM "
                   "pragma_integrity_check",
                   "1");
        run(db,
            "DROP TABLE wire_mention; CREATE TABLE other(a CHECK(a > 1)); PRAGMA "
            "ignore_check_constraints = 1; INSERT INTO other VALUES(1); PRAGMA ignore_check_constraints = 0");
        CHECK_ROWS(db,
                   "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check LIKE 'newswire %' OR "
                   "integrity_check LIKE 'CHECK constraint failed in other'",
                   "2"); /* a damaged index ends no check of the rest */
    }
    sqlite3_close(db);
}

/* Two connections: what one does the other sees, and a build waits for nobody longer than a batch. */
static void check_two(const char *extension, const char *file) {
    sqlite3 *one = test_archive(file, extension, 30);
    run(one, "PRAGMA journal_mode=wal");
    run(one, MAKE_INDEX);
    sqlite3 *other = test_open(file, extension);
    sqlite3_stmt *loop = NULL;
    sqlite3_prepare_v2(
        one,
        "WITH RECURSIVE b(p) AS (SELECT news_build('wire', 5) UNION ALL SELECT news_build('wire', 5) FROM b "
        "WHERE p ->> 'left' > 0) SELECT p FROM b",
        -1, &loop, NULL);
    CHECK(sqlite3_step(loop) == SQLITE_ROW, "%s", sqlite3_errmsg(one));
    run(other, "INSERT INTO articles(id, body) VALUES(-3, 'Acme Widgets rose 5 percent.'); DELETE FROM "
               "articles WHERE id IN (2, 20)");
    while (sqlite3_step(loop) == SQLITE_ROW) {
        run(other, "UPDATE articles SET body = body || '.' WHERE id IN (4, 18, 27)");
    }
    sqlite3_finalize(loop);
    check_sound(one, "two connections");
    check_sound(other, "two connections");
    run(other, "BEGIN IMMEDIATE");
    check_fails(one, "SELECT news_build('wire')", "locked");
    run(other, "COMMIT; ALTER TABLE wire RENAME TO w");
    CHECK_ROWS(one, "SELECT count(*) FROM w", "29");
    run(one, "DELETE FROM articles WHERE id = 9; ALTER TABLE articles RENAME TO stories; INSERT INTO w(w) "
             "VALUES('sync')");
    run(other, "INSERT INTO stories(body) VALUES('Acme Widgets fell.'); INSERT INTO w(w, rank) "
               "VALUES('integrity-check', 1)");
    CHECK(sqlite3_close(one) == SQLITE_OK && sqlite3_close(other) == SQLITE_OK,
          "the connections did not close");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_rename(argv[1]);
    check_signs(argv[1]);
    check_odd_names(argv[1]);
    check_attached(argv[1]);
    check_others_triggers(argv[1]);
    check_temp(argv[1]);
    check_defended(argv[1]);
    check_content(argv[1]);
    check_stale(argv[1]);
    check_format(argv[1]);
    check_failing(argv[1]);
    check_pragma(argv[1]);
    test_with_file(check_read_only, argv[1]);
    test_with_file(check_vacuum, argv[1]);
    test_with_file(check_without, argv[1]);
    test_with_file(check_attached_file, argv[1]);
    test_with_file(check_two, argv[1]);
    return test_end("archive in its hosts");
}

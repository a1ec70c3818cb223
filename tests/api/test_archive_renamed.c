/*
** Renaming of tables of articles and their columns: with the triggers of an index, without them, by another connection.
*/
#include "archive.h"

static void check_articles_renamed(const char *extension) {
    static const char *const changes[][2] = {
        {"ALTER TABLE articles RENAME TO stories", "stories(id, url, body)"},
        {"ALTER TABLE articles RENAME COLUMN body TO \"the text\"", "articles(id, url, \"the text\")"},
        {"ALTER TABLE articles RENAME COLUMN id TO number", "articles(number, url, body)"},
        {"ALTER TABLE articles RENAME COLUMN headline TO \"a\"\"b\"; ALTER TABLE articles RENAME TO stories; "
         "ALTER TABLE stories RENAME COLUMN published TO day",
         "stories(id, url, body)"},
        {"ALTER TABLE articles RENAME COLUMN id TO \"x) SELECT c.\"\"y\"; "
         "ALTER TABLE articles RENAME TO \"headline) SELECT c.\"\"z\"",
         "\"headline) SELECT c.\"\"z\"(\"x) SELECT c.\"\"y\", url, body)"},
    };
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 12);
        BUILT(db);
        run(db, changes[i][0]);
        char *sql = sqlite3_mprintf("INSERT INTO %s VALUES(40, 'u40', story(40));"
                                    "INSERT OR REPLACE INTO %s VALUES(41, 'u5', story(41))",
                                    changes[i][1], changes[i][1]);
        run(db, sql);
        sqlite3_free(sql);
        CHECK_ROWS(db, "SELECT key FROM wire WHERE key IN (5, 40, 41)", "40\n41");
        check_sound(db, changes[i][0]);
        CHECK_ROWS(db, LOOP, "1");
        /* the triggers, which tell the new names, may go */
        run(db,
            "SAVEPOINT a; INSERT INTO wire(wire) VALUES('sync-off'); INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, "renamed, then without triggers");
        run(db, "ROLLBACK TO a; RELEASE a; INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, "renamed and synced");
        run(db, "BEGIN; INSERT INTO wire(wire) VALUES('sync-off'); INSERT INTO wire(wire) VALUES('sync-on'); "
                "COMMIT; ALTER TABLE wire RENAME TO w; ALTER TABLE w RENAME TO wire");
        check_sound(db, changes[i][0]);
        sqlite3_close(db);
    }
}

/* legacy_alter_table leaves the former name in the triggers, and no article can be written until `sync`. */
static void check_renamed_by_legacy(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 3);
    run(db,
        "CREATE TABLE notes(id INTEGER PRIMARY KEY, body); INSERT INTO notes SELECT id, body FROM articles; "
        "CREATE VIRTUAL TABLE wire USING newswire(content=notes, key=id, text=body); "
        "SELECT news_build('wire'); PRAGMA legacy_alter_table=on; ALTER TABLE notes RENAME TO stories");
    check_fails(db, "INSERT INTO stories VALUES(40, story(40))", "no such table: main.notes");
    check_fails(db, "INSERT INTO wire(wire) VALUES('integrity-check')", "'sync' makes them anew");
    run(db, "INSERT INTO wire(wire) VALUES('sync'); INSERT INTO stories VALUES(40, story(40))");
    CHECK_ROWS(db, "SELECT key FROM wire WHERE key > 3", "40");
    check_sound(db, "renamed with legacy_alter_table");
    sqlite3_close(db);
}

static void check_renamed_unseen(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 6);
    BUILT(db);
    run(db, "INSERT INTO wire(wire) VALUES('sync-off'); ALTER TABLE articles RENAME COLUMN body TO txt");
    check_fails(db, "INSERT INTO wire(wire) VALUES('sync-on')", "wire: text: no such column: articles.body");
    check_fails(
        db, "INSERT INTO wire(wire) VALUES('sync')",
        "if it was renamed, INSERT INTO wire(wire, rank) VALUES('text', 'its new name'), then 'sync'");
    run(db, "INSERT INTO articles(id, txt) VALUES(40, story(40)); DELETE FROM articles WHERE id = 2");
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    run(db, "ALTER TABLE articles RENAME TO stories; "
            "INSERT INTO wire(wire, rank) VALUES('text', 'txt'), ('content', 'stories')");
    check_fails(db, "INSERT INTO wire(wire, rank) VALUES('text', 1)", "text takes the new name as its rank");
    check_fails(db, "INSERT INTO wire(wire) VALUES('content')", "content takes the new name as its rank");
    run(db, "INSERT INTO wire(wire) VALUES('sync'); INSERT INTO wire(wire) VALUES('sync-on')");
    check_sound(db, "renamed, and told");
    run(db, "UPDATE stories SET txt = 'Ann Lee resigned.' WHERE id = 3");
    check_sound(db, "renamed, told and written");
    sqlite3_close(db);
}

/* Asks for the next batch: what is left of the articles. */
#define LEFT "SELECT news_build('wire') ->> 'left'"

/* A rename by another connection does not reach the triggers of a temp index: the new name is told, as it says. */
static void check_temp_renamed(const char *extension, const char *file) {
    static const char *const changes[][3] = {
        {"ALTER TABLE articles RENAME COLUMN body TO txt",
         "INSERT INTO wire(wire, rank) VALUES('text', 'txt')", "no such column"},
        {"ALTER TABLE articles RENAME TO stories",
         "INSERT INTO wire(wire, rank) VALUES('content', 'stories')", "no such table"},
        {"ALTER TABLE stories RENAME COLUMN id TO number; ALTER TABLE stories RENAME TO articles",
         "INSERT INTO wire(wire, rank) VALUES('content', 'articles'), ('key', 'number')", "no such table"},
    };
    sqlite3 *db = test_archive(file, extension, 6);
    sqlite3 *other = test_open(file, extension);
    run(db, "CREATE VIRTUAL TABLE temp.wire USING newswire(content=main.articles, key=id, text=body, "
            "published=published, headline=headline)");
    CHECK_ROWS(db, LOOP, "1");
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        run(other, changes[i][0]);
        check_fails(db, "INSERT INTO wire(wire) VALUES('sync')", changes[i][2]);
        check_fails(db, LEFT, changes[i][2]);
        run(db, changes[i][1]);
        run(db, "INSERT INTO wire(wire) VALUES('sync')");
        check_sound(db, changes[i][0]);
    }
    run(db, "INSERT INTO articles(txt) VALUES(story(40)); DELETE FROM articles WHERE number = 2");
    check_sound(db, "a temp index, told of new names");
    sqlite3_close(other);
    sqlite3_close(db);
}

/* What one connection tells of a table without triggers, another one that is open knows. */
static void check_told_by_other(const char *extension, const char *file) {
    sqlite3 *db = test_archive(file, extension, 6);
    BUILT(db);
    run(db, "INSERT INTO wire(wire) VALUES('sync-off')");
    sqlite3 *other = test_open(file, extension);
    CHECK_ROWS(other, LEFT, "0");
    run(db, "ALTER TABLE articles RENAME COLUMN body TO txt");
    check_fails(other, LEFT, "wire: text: no such column: articles.body; if it was renamed");
    run(db, "INSERT INTO wire(wire, rank) VALUES('text', 'txt'); INSERT INTO articles(id, txt) VALUES(40, "
            "story(40))");
    CHECK_ROWS(other, LEFT, "0");
    check_sound(other, "told by another connection");
    sqlite3_close(other);
    sqlite3_close(db);
}

/* A name that is told is taken back with its transaction; one that the triggers overrule is refused. */
static void check_told_in_vain(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 6);
    BUILT(db);
    check_fails(
        db, "INSERT INTO wire(wire, rank) VALUES('text', 'headline')",
        "wire: the triggers exist, and text is body in them: run 'sync-off' before setting another name");
    run(db, "INSERT INTO wire(wire, rank) VALUES('TEXT', 'BODY'); INSERT INTO wire(wire) VALUES('sync')");
    check_sound(db, "told what it knew");
    run(db, "INSERT INTO wire(wire) VALUES('sync-off'); BEGIN;"
            "INSERT INTO wire(wire, rank) VALUES('text', 'nothing')");
    check_fails(db, "INSERT INTO wire(wire) VALUES('sync')", "wire: text: no such column: articles.nothing");
    check_fails(db, "INSERT INTO wire(wire) VALUES('rebuild')",
                "wire: text: no such column: articles.nothing");
    CHECK_ROWS(db, "SELECT count(*) FROM wire", "6");
    run(db, "ROLLBACK");
    CHECK_ROWS(db, LEFT, "0");
    check_sound(db, "told, and taken back");
    /* without triggers another column can be indexed instead */
    run(db, "UPDATE articles SET headline = story(id + 50);"
            "INSERT INTO wire(wire, rank) VALUES('text', 'headline'), ('headline', 'body');"
            "INSERT INTO wire(wire) VALUES('sync'), ('sync-on'); UPDATE articles SET headline = story(60) "
            "WHERE id = 2");
    check_sound(db, "another column");
    CHECK_ROWS(
        db, "SELECT group_concat(name || '=' || value) FROM wire_config WHERE name IN ('text', 'headline')",
        "headline=body,text=headline");
    sqlite3_close(db);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_articles_renamed(argv[1]);
    check_renamed_by_legacy(argv[1]);
    check_renamed_unseen(argv[1]);
    check_told_in_vain(argv[1]);
    test_with_file(check_temp_renamed, argv[1]);
    test_with_file(check_told_by_other, argv[1]);
    return test_end("archive of what is renamed");
}

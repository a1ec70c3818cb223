/*
** What an index refuses, and in which words: no write is dropped silently or done by half, and a failure leaves the
** connection in order for what comes next.
*/
#include "archive.h"

/* A message cites what is wrong in whole characters, however long it is. */
static void check_cited(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 2);
    run(db, MAKE_INDEX);
    for (int before = 77; before < 81; before++) {
        char *word = sqlite3_mprintf("%.*c%s", before, 'x', "\xe2\x82\xac\xe2\x82\xac");
        const char *const forms[] = {"INSERT INTO wire(wire) VALUES(%Q)", "SELECT news_build('wire', %Q)",
                                     "SELECT news_build('wire', 1, %Q)"};
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
            char *sql = sqlite3_mprintf(forms[i], word);
            char *message = NULL;
            CHECK(sqlite3_exec(db, sql, NULL, NULL, &message) == SQLITE_ERROR && message, "%s", sql);
            for (const char *at = message ? strchr(message, 'x') : NULL; at && *at; at++)
                CHECK((unsigned char)*at != 0xe2 || strncmp(at, "\xe2\x82\xac", 3) == 0, "%s", message);
            sqlite3_free(message);
            sqlite3_free(sql);
        }
        sqlite3_free(word);
    }
    sqlite3_close(db);
}

/* What is written to the index and is neither a command nor an article is refused, nothing of it is dropped silently. */
static void check_mistakes(const char *extension) {
    static const char *const mistakes[][2] = {
        {"INSERT INTO wire(wire, rank) VALUES('integrity-check', 'x')", "is 0, or 1"},
        {"INSERT INTO wire(wire, rank) VALUES('integrity-check', -1)", "is 0, or 1"},
        {"INSERT INTO wire(wire, rank) VALUES('integrity-check', 2)", "is 0, or 1"},
        {"INSERT INTO wire(wire, rank) VALUES('integrity-check', 1.5)", "is 0, or 1"},
        {"INSERT INTO wire(wire, rank) VALUES('optimize', 1)", "wire: optimize takes no rank"},
        {"INSERT INTO wire(wire, rank) VALUES('sync', 0)", "wire: sync takes no rank"},
        {"INSERT INTO wire(key, tokens) VALUES(9, 100)", "tokens, entities, quotes and moves are counted"},
        {"INSERT INTO wire(key, text, moves) VALUES(9, 'x', 1)", "are counted by the index"},
        {"INSERT INTO wire(wire, text) VALUES('sync', 'x')", "not several"},
        {"INSERT INTO wire(key, text, settled) VALUES(9, 'x', 1)", "not several"},
        {"INSERT INTO wire(rowid, wire) VALUES(9, 'sync')", "not several"},
        {"INSERT INTO wire(key, text, rank) VALUES(9, 'x', 1)", "only a command takes a rank"},
        {"UPDATE wire SET text = 'x', tokens = 100 WHERE key = 1", "are counted by the index"},
        {"UPDATE wire SET text = 'x', moves = 0.5 WHERE rowid = 1", "are counted by the index"},
        {"UPDATE wire SET text = a.body, tokens = a.id FROM articles a WHERE a.id = wire.key",
         "are counted by the index"},
        {"UPDATE wire SET text = 'x', wire = 'sync' WHERE key = 1", "not several"},
        {"UPDATE wire SET text = 'x', settled = 1 WHERE key = 1", "not several"},
        {"UPDATE wire SET text = 'x', rank = 1 WHERE key = 1", "only a command takes a rank"},
    };
    sqlite3 *db = test_archive(":memory:", extension, 4);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++)
        check_fails(db, mistakes[i][0], mistakes[i][1]);
    run(db, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 0), ('integrity-check', NULL)");
    /* a program that saves a row writes all its columns, as they were */
    run(db, "UPDATE wire SET text = a.body, published = a.published, headline = a.headline, tokens = tokens "
            "FROM articles a WHERE a.id = wire.key");
    run(db, "UPDATE wire SET tokens = tokens, moves = moves, published = '2012-03-01', headline = 'News', "
            "text = (SELECT body FROM articles WHERE id = wire.rowid) WHERE rowid = 2");
    check_sound(db, "mistakes");
    sqlite3_close(db);
}

/* A command that fails behind others within a transaction takes these back, and what was prepared before it still runs. */
static void check_taken_back(const char *extension) {
    static const char *const commands[] = {
        "INSERT INTO wire(wire) VALUES('sync-off'), ('nope')",
        "INSERT INTO wire(wire) VALUES('sync'), ('nope')",
        "INSERT INTO wire(wire, rank) VALUES('delete-all', NULL), ('optimize', NULL), ('sync-off', 1)",
        "INSERT INTO wire(wire, text) VALUES('sync-off', NULL), (NULL, 'an article without a key')",
    };
    static const char *const faults[] = {"no such command", "no such command", "takes no rank",
                                         "needs its key"};
    for (size_t i = 0; i < 2 * sizeof commands / sizeof *commands; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 4);
        sqlite3_stmt *insert = NULL, *reader = NULL;
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        sqlite3_prepare_v2(db, "INSERT INTO articles(id, body) VALUES(90, story(1))", -1, &insert, NULL);
        if (i % 2) sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
        run(db, "BEGIN; DELETE FROM articles WHERE id = 2");
        sqlite3_prepare_v2(db, "SELECT id FROM articles", -1, &reader, NULL);
        if (i % 2) CHECK(sqlite3_step(reader) == SQLITE_ROW, "%s", sqlite3_errmsg(db));
        check_fails(db, commands[i / 2], faults[i / 2]);
        CHECK(sqlite3_step(insert) == SQLITE_DONE, "%s", sqlite3_errmsg(db));
        sqlite3_finalize(insert);
        sqlite3_finalize(reader);
        run(db, "COMMIT");
        CHECK_ROWS(db, "SELECT group_concat(key) FROM wire", "1,3,4,90");
        check_sound(db, commands[i / 2]);
        CHECK(sqlite3_close(db) == SQLITE_OK, "the connection did not close");
    }
}

/* Counts changes of settings that have to do with the schema. */
static int count_settings(void *counted, int action, const char *pragma, const char *value,
                          const char *schema, const char *trigger) {
    (void)schema, (void)trigger;
    *(int *)counted +=
        action == SQLITE_PRAGMA && value && (strstr(pragma, "schema") || strstr(pragma, "defensive"));
    return SQLITE_OK;
}

/* A table that is taken back with its transaction is not there, also behind a command that failed in it: what another connection
** makes in its place is not taken for it. */
static void check_others_schema(const char *extension, const char *file) {
    for (int defensive = 0; defensive < 2; defensive++) {
        int now = 0, settings = 0;
        sqlite3 *db = test_archive(file, extension, 4);
        sqlite3 *other = test_open(file, extension);
        BUILT(db);
        sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, defensive, NULL);
        run(db, "BEGIN; CREATE TABLE mine(a)");
        sqlite3_set_authorizer(db, count_settings, &settings);
        check_fails(db, "INSERT INTO wire(wire) VALUES('sync-off'), ('nope')", "no such command");
        sqlite3_set_authorizer(db, NULL, NULL);
        CHECK(settings == 0, "%d settings were changed", settings);
        CHECK_ROWS(db, "SELECT count(*) FROM mine", "0");
        run(db, "ROLLBACK");
        run(other, "CREATE TABLE other(a, b); INSERT INTO other VALUES('of another connection', 1)");
        check_fails(db, "SELECT * FROM mine", "no such table: mine");
        CHECK_ROWS(db, "SELECT b FROM other", "1");
        sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, -1, &now);
        CHECK(now == defensive, "defensive is %d", now);
        check_sound(db, "after a command that failed");
        sqlite3_close(other);
        sqlite3_close(db);
        remove(file);
    }
}

/* Where a trigger of the user's has a name that is needed, those that stand stay, within a transaction, too. */
static void check_name_taken(const char *extension) {
    static const char triggers[] =
        "SELECT count(*), sum(tbl_name = 'articles') FROM sqlite_schema WHERE type = 'trigger'";
    sqlite3 *db = test_archive(":memory:", extension, 4);
    BUILT(db);
    run(db, "DROP TRIGGER wire_updated; CREATE TABLE own(a);"
            "CREATE TRIGGER Wire_Updated AFTER INSERT ON own BEGIN SELECT 1; END; BEGIN");
    check_fails(db, "INSERT INTO wire(wire) VALUES('sync')", "wire: trigger \"wire_updated\" already exists");
    CHECK_ROWS(db, triggers, "7|6");
    run(db, "COMMIT; DROP TABLE own; INSERT INTO wire(wire) VALUES('sync')");
    CHECK_ROWS(db, triggers, "7|7");
    check_sound(db, "a name that was taken");
    sqlite3_close(db);
}

/* SQL function command(text): runs a command of the index, whether it fails or not. */
static void run_command(sqlite3_context *context, int argc, sqlite3_value **argv) {
    char *sql = sqlite3_mprintf("INSERT INTO wire(wire) VALUES%s", sqlite3_value_text(argv[0]));
    (void)argc;
    sqlite3_result_int(context, sqlite3_exec(sqlite3_context_db_handle(context), sql, NULL, NULL, NULL));
    sqlite3_free(sql);
}

static void count_update(void *counted, int operation, const char *schema, const char *table,
                         sqlite3_int64 rowid) {
    (void)operation, (void)schema, (void)rowid;
    *(int *)counted += strcmp(table, "log") == 0;
}

static void check_within_writer(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 4);
    int written = 0;
    sqlite3_create_function(db, "command", 1, SQLITE_UTF8, NULL, run_command, NULL, NULL);
    run(db, "CREATE TABLE log(code INTEGER) STRICT");
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    sqlite3_update_hook(db, count_update, &written);
    run(db, "BEGIN; INSERT INTO wire(wire) VALUES('sync-on');"
            "INSERT INTO log SELECT command('(''nope'')') FROM articles;"
            "INSERT INTO log SELECT command('(''sync-on''), (''nope'')') FROM articles;"
            "INSERT INTO log SELECT command('(''integrity-check'')') FROM articles; COMMIT");
    CHECK_ROWS(db, "SELECT group_concat(code, '') FROM log", "111111110000");
    CHECK(written == 12, "%d rows", written);
    run(db, "INSERT INTO articles(id, body) VALUES(90, story(1))");
    check_sound(db, "within a function");
    sqlite3_close(db);
}

static void check_refused(const char *extension) {
    static const char *const refusals[][2] = {
        {"CREATE TRIGGER no AFTER INSERT ON wire_move BEGIN SELECT RAISE(ABORT, 'not today'); END",
         "not today"},
        {"CREATE TABLE watched(entity REFERENCES wire_entity(id)); PRAGMA foreign_keys = on;"
         "INSERT INTO watched SELECT id FROM wire_entity WHERE name = 'London'",
         "wire: FOREIGN KEY constraint failed"},
    };
    static const char *const changes[] = {"UPDATE articles SET body = 'Oil rose 3 percent.'",
                                          "UPDATE OR IGNORE articles SET body = 'Oil rose 3 percent.'",
                                          "UPDATE OR FAIL articles SET body = 'Oil rose 3 percent.'"};
    for (size_t i = 0; i < 2 * 3; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 4);
        run(db, "UPDATE articles SET body = 'Ann Lee visited London. Shares in London rose 2 percent.'");
        run(db, MAKE_INDEX);
        CHECK_ROWS(db, LOOP, "1");
        run(db, refusals[i / 3][0]);
        check_fails(db, changes[i % 3], refusals[i / 3][1]);
        if (i / 3 == 1) check_fails(db, "DROP TABLE wire", "constraint failed");
        check_sound(db, changes[i % 3]);
        sqlite3_close(db);
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_cited(argv[1]);
    check_mistakes(argv[1]);
    check_taken_back(argv[1]);
    check_within_writer(argv[1]);
    check_refused(argv[1]);
    check_name_taken(argv[1]);
    test_with_file(check_others_schema, argv[1]);
    return test_end("archive's refusals");
}

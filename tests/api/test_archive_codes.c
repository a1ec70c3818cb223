/*
** What is stored as a number reads as what it stands for: numbers of any size, units, dates, cues, names of speakers, forms
** of names, and every row as a whole are what the table-valued functions give. The indexes that a build put off are made by
** whoever comes next.
*/
#include "archive.h"

#define OPTIONS "json_object('published', a.published)"

/* Every column of both, as SQLite writes a value. */
static const char *const rows[][2] = {
    {"SELECT a.id, v.value, v.kind, quote(v.number), quote(v.unit), quote(v.iso), v.sentence, v.start, "
     "v.length FROM "
     "articles a, news_values(a.body, " OPTIONS ") v",
     "SELECT article, value, kind, quote(number), quote(unit), quote(iso), sentence, start, length FROM "
     "wire_value"},
    {"SELECT a.id, v.quote, v.kind, v.text, quote(v.speaker), quote(v.speaker_name), quote(v.cue), "
     "v.sentence, v.start, "
     "v.length FROM articles a, news_quotes(a.body, " OPTIONS ") v",
     "SELECT article, quote, kind, text, quote(speaker), quote(speaker_name), quote(cue), sentence, start, "
     "length FROM "
     "wire_quote"},
    {"SELECT a.id, v.quote, v.part, v.start, v.length FROM articles a, news_quote_spans(a.body, " OPTIONS
     ") v",
     "SELECT article, quote, part, start, length FROM wire_quotespan"},
    {"SELECT a.id, v.move, quote(v.measure), v.direction, quote(v.change), quote(v.unit), "
     "quote(v.period_iso), "
     "quote(v.as_of_iso) FROM articles a, news_moves(a.body, " OPTIONS ") v",
     "SELECT article, move, quote(measure), direction, quote(change), quote(unit), quote(period_iso), "
     "quote(as_of_iso) FROM wire_move"},
    {"SELECT a.id, v.mention, v.kind, v.sentence, v.start, v.length FROM articles a, "
     "news_mentions(a.body, " OPTIONS ") "
     "v",
     "SELECT article, mention, kind, sentence, start, length FROM wire_mention"},
};

static void check_rows(sqlite3 *db, const char *when) {
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *sql = sqlite3_mprintf(
            "SELECT (SELECT count(*) FROM (%s EXCEPT %s)), (SELECT count(*) FROM (%s EXCEPT %s))", rows[i][0],
            rows[i][1], rows[i][1], rows[i][0]);
        CHECK_ROWS(db, sql, "0|0");
        sqlite3_free(sql);
    }
    check_sound(db, when);
}

/* Numbers of few and of many digits, small, large, whole and not. */
static void check_numbers(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 0);
    run(db, "WITH RECURSIVE n(i) AS (VALUES(0) UNION ALL SELECT i + 1 FROM n WHERE i < 199) "
            "INSERT INTO articles(id, published, body) SELECT i, '2004-05-06', printf("
            "'The mill made %d tonnes, %.1f tonnes, %.3f tonnes, %.6f tonnes, %,d tonnes and %,d crates. It "
            "cost $%.2f "
            "million, %d.%d billion euros or %d,000,000,000 yen. Yields fell %.5f percent in %d, in May %d "
            "and on %d June "
            "%d. It was -%d degrees and -%d.5 degrees at 5 p.m., for %d days and %d fortnights.', "
            "i, i / 10.0, i / 7.0, i / 999.0, i * 4096, i * i * 1000 + i % 3, i * 1.37, i, i % 10, 1 + i, i "
            "/ 3.0, 1850 + i, "
            "1901 + i, 1 + i % 30, 1899 + i, i, i, i, i) FROM n");
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    check_rows(db, "numbers");
    CHECK_ROWS(db,
               "SELECT count(DISTINCT number) > 1000, max(number) >= 1e11, min(abs(number)) < 1, sum(number "
               "< 0) > 0 "
               "FROM wire_value",
               "1|1|1|1");
    CHECK_ROWS(db,
               "SELECT count(DISTINCT length(iso)) > 2, min(iso) < '19', max(iso) > '208' FROM wire_value "
               "WHERE kind = "
               "'date'",
               "1|1|1");
    CHECK_ROWS(db,
               "SELECT group_concat(DISTINCT typeof(number)) FROM (SELECT number FROM wire_value WHERE "
               "number IS NOT "
               "NULL ORDER BY number)",
               "real");
    sqlite3_close(db);
}

/* Speakers that are told as a part of their name, over two lines, by letters beyond ASCII, by a pronoun. */
static void check_speakers(const char *extension) {
    static const char *const said[] = {
        "\"We shall rebuild the pier,\" said Ann\nLee, the mayor.",
        "Erich Hauser runs the mill. \"The saws are new,\" Hauser said. \"They hum,\" he added.",
        "\"No train is late,\" according to Jos\303\251 N\303\272\303\261ez of the Harbour Board.",
        "Northgate Ltd makes kites. The company said its kites would fly again in spring.",
        "\"It is dry,\" the Harbour\nBoard announced.",
        "Marie Roux grumbled that the soup was cold. Roux murmured: \"And thin.\""};
    sqlite3 *db = test_archive(":memory:", extension, 0);
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        char *sql = sqlite3_mprintf("INSERT INTO articles(id, body) VALUES(%d, %Q)", (int)i - 2, said[i]);
        run(db, sql);
        sqlite3_free(sql);
    }
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    check_rows(db, "speakers");
    CHECK_ROWS(db,
               "SELECT count(DISTINCT cue) > 3, sum(speaker <> speaker_name) > 1, sum(speaker LIKE '%' || "
               "char(10) || "
               "'%') > 0 FROM wire_quote",
               "1|1|1");
    sqlite3_close(db);
}

/* One firm under more forms than few bits tell. */
static void check_forms(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 0);
    run(db,
        "CREATE TABLE sign(s); INSERT INTO sign VALUES(' '), ('-'), ('- '), (' -'), (' - '), ('.'), (' ''');"
        "CREATE TABLE form AS SELECT DISTINCT 'Acme' || a.s || 'Widgets' || b.s || 'Union' || c.s || 'Works' "
        "AS f FROM "
        "sign a, sign b, sign c;"
        "INSERT INTO articles(id, published, body) SELECT rowid, NULL, f || ' opened a mill. Then ' || f || "
        "' shut it.' "
        "FROM form");
    char *names = test_rows(
        db, "SELECT printf('%Q', json_group_array(json_object('type', 'ORG', 'name', f))) FROM form");
    char *sql = sqlite3_mprintf(
        "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, names=%s)", names);
    run(db, sql);
    CHECK_ROWS(db, LOOP, "1");
    CHECK_ROWS(db, "SELECT max(form) > 99, max(named) > 99 FROM wire_mention", "1|1");
    CHECK_ROWS(
        db,
        "SELECT count(*) FROM wire_mention m JOIN articles a ON a.id = m.article LEFT JOIN wire_alias l ON "
        "l.entity = m.entity AND l.form = m.form WHERE m.kind IN ('name', 'alias') AND l.name IS NOT "
        "substr(a.body, m.start, m.length)",
        "0");
    CHECK_ROWS(db,
               "SELECT count(*) FROM wire_alias l WHERE l.named <> (SELECT count(*) FROM wire_mention m "
               "WHERE m.entity "
               "= l.entity AND m.named = l.form)",
               "0");
    check_sound(db, "forms");
    sqlite3_free(sql);
    sqlite3_free(names);
    sqlite3_close(db);
}

/* Lets the first BEGIN of a build go wrong, when the indexes have been put off already. */
static int deny_begin(void *context, int action, const char *what, const char *b, const char *c,
                      const char *d) {
    int *denied = context;
    (void)b, (void)c, (void)d;
    if (action != SQLITE_TRANSACTION || !what || strcmp(what, "BEGIN") != 0 || *denied) return SQLITE_OK;
    *denied = 1;
    return SQLITE_DENY;
}

#define STANDING                                                                                             \
    "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'wire%'"

static void check_put_off(const char *extension) {
    static const char *const next[] = {LOOP, "INSERT INTO wire(wire) VALUES('sync')",
                                       "INSERT INTO wire(wire) VALUES('optimize')",
                                       "INSERT INTO wire(wire) VALUES('rebuild')"};
    for (size_t i = 0; i < sizeof next / sizeof *next; i++) {
        sqlite3 *db = test_archive(":memory:", extension, 300);
        int denied = 0;
        run(db, MAKE_INDEX);
        sqlite3_set_authorizer(db, deny_begin, &denied);
        check_fails(db, "SELECT news_build('wire', 100)", "not authorized");
        sqlite3_set_authorizer(db, NULL, NULL);
        run(db, "DELETE FROM articles WHERE id > 9");
        run(db, next[i]);
        CHECK_ROWS(db, STANDING, "9");
        if (i != 2) check_sound(db, next[i]);
        sqlite3_close(db);
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    check_numbers(argv[1]);
    check_speakers(argv[1]);
    check_forms(argv[1]);
    check_put_off(argv[1]);
    return test_end("archive's codes");
}

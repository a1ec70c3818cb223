/*
** Out of memory: fails the n-th allocation, once and from then on, for n = 1, 2, ... until a run has no
** failure, for loading, each function and each table. A run may end in SQLITE_NOMEM or give the right rows;
** nothing may be leaked. Lookaside is off, so that every allocation counts.
*/
#include "../api/api.h"

static sqlite3_mem_methods standard;
static int countdown; /* allocations until the failure; 0: none is planned */
static int forever;   /* every one after it fails too */
static int failed;    /* failures so far */

static int refuse(void) {
    if (countdown == 0) return 0;
    if (countdown > 1) {
        countdown--;
        return 0;
    }
    if (!forever) countdown = 0;
    failed++;
    return 1;
}

static void *faulty_malloc(int size) { return refuse() ? NULL : standard.xMalloc(size); }
static void *faulty_realloc(void *block, int size) {
    return refuse() ? NULL : standard.xRealloc(block, size);
}

static void install(void) {
    sqlite3_mem_methods faulty;
    sqlite3_config(SQLITE_CONFIG_GETMALLOC, &standard);
    faulty = standard;
    faulty.xMalloc = faulty_malloc;
    faulty.xRealloc = faulty_realloc;
    sqlite3_config(SQLITE_CONFIG_MALLOC, &faulty);
    sqlite3_config(SQLITE_CONFIG_LOOKASIDE, 0, 0);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 1);
    sqlite3_initialize();
}

/* One article of our own, with something for each table. */
static const char article[] =
    "By Ann Lee\n\n"
    "PARIS, March 3 (Reuters) - Shares in Acme Widgets SA <ACME.PA> rose 4.5 percent to 12.30 euros on "
    "Tuesday.\n\n"
    "\"We are on track,\" chief executive Marie Duval told reporters. \xE2\x80\x9CIt was our best "
    "year.\xE2\x80\x9D\n\n"
    "The Paris-based company said it would cut 2,000 jobs, or 7 to 8 percent of its workforce, by 2014.\n\n"
    "(Reporting by Ann Lee in Paris; Editing by John Smith)\n";

static const char *const queries[] = {
    "SELECT * FROM news_tokens(?1)",
    "SELECT * FROM news_sentences(?1)",
    "SELECT * FROM news_mentions(?1)",
    "SELECT * FROM news_entities(?1)",
    "SELECT * FROM news_quotes(?1, '{\"quotes\":\"all\"}')",
    "SELECT * FROM news_quote_spans(?1)",
    "SELECT * FROM news_moves(?1, '{\"moves\":\"percent\",\"published\":\"2012-03-03\"}')",
    "SELECT * FROM news_values(?1)",
    "SELECT * FROM news_instruments(?1)",
    "SELECT * FROM news_credits(?1)",
    "SELECT count(*) FROM news_mentions(?1, '{\"headline\":\"Acme "
    "rises\",\"names\":[{\"type\":\"ORG\",\"name\":\"Acme Widgets\","
    "\"aliases\":[\"Acme\"]}]}')",
    "SELECT q.text, e.name FROM news_quotes(?1) q JOIN news_entities(?1) e ON e.entity = q.entity",
    "SELECT t.norm, s.kind FROM news_tokens(?1) t, news_sentences(?1) s WHERE s.sentence = t.sentence",
    "SELECT * FROM news_entities('shares of general motors fell in helsinki after gordon brown had spoken.')",
    "SELECT news_analyze(?1)",
    "SELECT news_html(?1)",
    "SELECT news_version()",
    "SELECT news_normalize(?1), news_fold(?1)",
    "SELECT count(*) FROM news_tokens('abc') x, news_tokens('d\xC3\xA9' || 'fg') y",
};

/* The same where something has to be there before; that is made without failures. */
typedef struct prepared {
    const char *setup;
    const char *sql;
} prepared;

static const char full_text[] = "CREATE VIRTUAL TABLE found USING fts5(body, tokenize = 'newswire')";

static const prepared searches[] = {
    {full_text, "INSERT INTO found VALUES (?1 || ' Zo\xC3\xAB U.S. ' || replace(hex(zeroblob(20000)), '0', "
                "'x')) RETURNING rowid"},
    {"CREATE VIRTUAL TABLE found USING fts5(body, tokenize = 'newswire');"
     "INSERT INTO found VALUES ('PARIS: Zo\xC3\xAB Duval of <ACME.PA> went to the U.S. again')",
     "SELECT highlight(found, 0, '[', ']') FROM found WHERE found MATCH '\"ACME.PA\" AND z* AND \"U.S.\"'"},
};

#define ARTICLES                                                                                             \
    "CREATE TABLE articles(id INTEGER PRIMARY KEY, url UNIQUE, body);"                                       \
    "INSERT INTO articles VALUES(1, 'a', 'Shares in Acme Widgets <ACME.PA> rose 4 percent.'), "              \
    "(2, 'b', '\"Up,\" said Acme Widgets chief Marie Duval. Duval left in 2014.');"
#define INDEX "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body)"
#define MANY                                                                                                 \
    "WITH RECURSIVE n(i) AS (SELECT 3 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO "             \
    "articles(id) "                                                                                          \
    "SELECT i FROM n;"
#define BUILT ARTICLES INDEX "; SELECT news_build('wire')"
#define RENAMED                                                                                              \
    BUILT "; ALTER TABLE articles RENAME TO stories; ALTER TABLE stories RENAME COLUMN body TO story"

/* Of an index over an archive: whatever fails, it is sound after. */
static const prepared archives[] = {
    {ARTICLES, INDEX},
    {ARTICLES INDEX, "SELECT news_build('wire', 10) ->> 'done'"},
    {ARTICLES INDEX, "SELECT news_build('wire', 10, 2) ->> 'done'"},
    {ARTICLES MANY INDEX, "SELECT news_build('wire', 1000) ->> 'done'"}, /* its indexes are put off */
    {BUILT, "INSERT INTO articles VALUES(3, 'c', 'Marie Duval joined Northgate.')"},
    {BUILT, "REPLACE INTO articles VALUES(3, 'a', 'Marie Duval joined Northgate.')"},
    {BUILT, "UPDATE articles SET body = 'Acme fell 2 percent.' WHERE id = 1"},
    {BUILT, "DELETE FROM articles WHERE id = 1"},
    {BUILT, "INSERT INTO wire(wire) VALUES('rebuild')"},
    {BUILT, "INSERT INTO wire(wire) VALUES('sync')"},
    {BUILT, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)"},
    {BUILT, "INSERT INTO wire(wire) VALUES('optimize')"},
    {BUILT, "SELECT key, entities FROM wire WHERE key > 0"},
    {BUILT, "UPDATE wire SET text = a.body FROM articles AS a WHERE a.id = key AND key = 1"},
    {BUILT, "ALTER TABLE wire RENAME TO other"},
    {BUILT, "ALTER TABLE articles RENAME COLUMN body TO story"},
    {"PRAGMA encoding = 'UTF-16'; " RENAMED, "INSERT INTO wire(wire) VALUES('sync-off')"},
    {RENAMED, "INSERT INTO wire(wire, rank) VALUES('content', 'stories'), ('sync', NULL)"},
    {BUILT, "DROP TABLE wire"},
};

/* Runs a query; gives SQLite's code, and the rows as text where it ended well. */
static int run_query(sqlite3 *db, const char *sql, char **rows) {
    sqlite3_stmt *statement = NULL;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    if (code == SQLITE_OK && sqlite3_bind_parameter_count(statement))
        code = sqlite3_bind_text(statement, 1, article, -1, SQLITE_STATIC);
    size_t length = 0;
    *rows = calloc(1, 1);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        code = SQLITE_OK;
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            int type = sqlite3_column_type(statement, i);
            const char *text = (const char *)sqlite3_column_text(statement, i);
            if (!text && type != SQLITE_NULL) { /* the host's own copy failed */
                code = SQLITE_NOMEM;
                break;
            }
            if (!text) text = "";
            size_t size = strlen(text) + 1;
            char *more = realloc(*rows, length + size + 1);
            if (!more) exit(1);
            *rows = more;
            memcpy(*rows + length, text, size);
            length += size;
            (*rows)[length - 1] = '|';
            (*rows)[length] = 0;
        }
    }
    sqlite3_finalize(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* A connection on which all but the query is done. */
static sqlite3 *open_for(const char *extension, const char *setup) {
    sqlite3 *db = test_open(":memory:", extension);
    CHECK(!setup || sqlite3_exec(db, setup, NULL, NULL, NULL) == SQLITE_OK, "%s: %s", setup,
          sqlite3_errmsg(db));
    return db;
}

static int failed_articles; /* in all runs */

/* What is wrong with an index after a statement that may have failed; NULL: nothing, or there is none. An article whose analysis ran
** out of memory says so, and is read again by sync. */
static char *find_fault(sqlite3 *db) {
    char *message = NULL;
    int there = sqlite3_table_column_metadata(db, NULL, "wire_article", NULL, NULL, NULL, NULL, NULL, NULL) ==
                SQLITE_OK;
    if (there) {
        char *failures = test_rows(db, "SELECT error FROM wire_article WHERE state = 'failed'");
        CHECK(!*failures || strncmp(failures, "out of memory", 13) == 0, "%s", failures);
        if (*failures) {
            failed_articles++;
            sqlite3_exec(db, "INSERT INTO wire(wire) VALUES('sync')", NULL, NULL, &message);
        }
        sqlite3_free(failures);
    }
    if (there && !message)
        sqlite3_exec(db,
                     "INSERT INTO wire(wire) SELECT 'sync' WHERE NOT EXISTS(SELECT 1 FROM wire_article);"
                     "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)",
                     NULL, NULL, &message);
    return message;
}

/* Whether all is there that loading registers: the tokenizer, too, where there is FTS5. */
static int is_whole(sqlite3 *db) {
    char *rows = NULL;
    int code = run_query(db, full_text, &rows);
    free(rows);
    return code == SQLITE_OK || strstr(sqlite3_errmsg(db), "no such module");
}

/* One query with the n-th allocation refused, or loading where there is none; whether a failure happened. */
static int one_run(const char *extension, const prepared *query, const char *right, int n, int always) {
    sqlite3 *db = NULL;
    char *rows = NULL, *fault = NULL;
    const char *sql = query ? query->sql : "load";
    failed = 0;
    if (query) db = open_for(extension, query->setup);
    countdown = n;
    forever = always;
    int code = SQLITE_OK;
    if (query)
        code = run_query(db, sql, &rows);
    else if ((code = sqlite3_open(":memory:", &db)) == SQLITE_OK)
        code = test_load(db, extension);
    countdown = 0;
    int whole = code == SQLITE_OK && !query && is_whole(db);
    CHECK(!db || sqlite3_get_autocommit(db), "%s: n = %d: a transaction is open", sql, n);
    if (query) fault = find_fault(db);
    CHECK(!fault, "%s: n = %d, %s: %s", sql, n, always ? "for ever" : "once", fault);
    sqlite3_free(fault);
    sqlite3_close(db);
    int sound = code == SQLITE_OK ? whole || (rows && strcmp(rows, right) == 0)
                                  : code == SQLITE_NOMEM || (!query && code == SQLITE_ERROR);
    CHECK(sound, "%s: n = %d, %s: code %d, rows %.200s", sql, n, always ? "for ever" : "once", code,
          rows ? rows : "");
    CHECK(sqlite3_memory_used() == 0, "%s: n = %d, %s: %lld bytes leaked", sql, n,
          always ? "for ever" : "once", (long long)sqlite3_memory_used());
    free(rows);
    return failed > 0;
}

/* Every `stride`-th failure of a query, once and for ever. */
static void check_query(const char *extension, const prepared *query, int stride) {
    char *right = NULL;
    sqlite3 *db = open_for(extension, query->setup);
    int code = run_query(db, query->sql, &right);
    sqlite3_close(db);
    CHECK(code == SQLITE_OK && right, "%s: code %d without failures", query->sql, code);
    for (int always = 0; right && always < 2; always++)
        for (int n = 1 + always; one_run(extension, query, right, n, always); n += stride) {
        }
    free(right);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    install();
    /* to end in time, every k-th failure is enough */
    int stride = argc > 2 ? atoi(argv[2]) : 1;
    int archive_stride = argc > 3 ? atoi(argv[3]) : stride;
    for (int always = 0; always < 2; always++)
        for (int n = 1; one_run(argv[1], NULL, NULL, n, always); n += stride) {
        }
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        prepared query = {NULL, queries[i]};
        check_query(argv[1], &query, stride);
    }
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++)
        check_query(argv[1], &searches[i], stride);
    for (size_t i = 0; i < sizeof archives / sizeof *archives; i++)
        check_query(argv[1], &archives[i], archive_stride);
    CHECK(failed_articles > 0, "no analysis ran out of memory in a build");
    sqlite3_shutdown();
    return test_end("out of memory");
}

/*
** Loading: what is registered and how, twice on a connection, on several in several threads, in an SQLite
** that is too old.
*/
#define SQLITE_CORE /* the routines as they are, not through a table */
#include <sqlite3ext.h>

#include "api.h"

#include <dlfcn.h>
#include <pthread.h>

static void check_registered(sqlite3 *db) {
    CHECK_ROWS(db, "SELECT name FROM pragma_module_list WHERE name LIKE 'news\\_%' ESCAPE '\\' ORDER BY name",
               "news_credits\nnews_entities\nnews_instruments\nnews_mentions\nnews_moves\nnews_quote_"
               "spans\nnews_quotes\n"
               "news_sentences\nnews_tokens\nnews_values");
    /* 0x800: deterministic; 0x200000: innocuous; 0x80000: directonly */
    CHECK_ROWS(db,
               "SELECT name, narg, flags & 0x800 <> 0, flags & 0x200000 <> 0, flags & 0x80000 <> 0 FROM "
               "pragma_function_list"
               " WHERE name LIKE 'news\\_%' ESCAPE '\\' ORDER BY 1, 2",
               "news_analyze|1|1|1|0\nnews_analyze|2|1|1|0\nnews_build|1|0|0|1\nnews_build|2|0|0|1\nnews_"
               "build|3|0|0|1"
               "\nnews_fold|1|1|1|0\nnews_html|1|1|1|0\nnews_html|"
               "2|1|1|0\n"
               "news_normalize|1|1|1|0\nnews_version|0|1|1|0");
}

static void check_columns(sqlite3 *db, const char *table, const char *columns) {
    char *sql = sqlite3_mprintf(
        "SELECT group_concat(name, ' ') FROM pragma_table_xinfo('news_%s') WHERE hidden = 0", table);
    CHECK_ROWS(db, sql, columns);
    sqlite3_free(sql);
    sql = sqlite3_mprintf(
        "SELECT group_concat(name, ' ') FROM pragma_table_xinfo('news_%s') WHERE hidden = 1", table);
    CHECK_ROWS(db, sql, "article options byte_start byte_length");
    sqlite3_free(sql);
}

/* The interface: names and their order. */
static void check_tables(sqlite3 *db) {
    check_columns(db, "tokens", "token text norm kind sentence start length");
    check_columns(db, "sentences", "sentence paragraph kind text start length");
    check_columns(db, "mentions", "mention entity type kind text sentence start length score subtype");
    check_columns(db, "entities", "entity type name mentions description code start subtype");
    check_columns(
        db, "quotes",
        "quote kind text speaker speaker_name entity cue sentence start length score addressee medium");
    check_columns(db, "quote_spans", "quote part text start length");
    check_columns(db, "moves",
                  "move subject name entity measure direction change unit low high from_value to_value "
                  "period as_of outlook text"
                  " sentence start length score period_iso as_of_iso");
    check_columns(db, "values", "value kind text number unit iso sentence start length");
    check_columns(db, "instruments", "code kind exchange name entity text start length");
    check_columns(db, "credits", "role name place text start length");
}

/* Again is a no-op, also from within a statement and while another one runs. */
static void check_twice(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *running = NULL;
    CHECK(test_load(db, extension) == SQLITE_OK, "a second load");
    sqlite3_prepare_v2(db, "SELECT text, news_fold(text) FROM news_tokens('Up we go.')", -1, &running, NULL);
    sqlite3_step(running);
    CHECK(test_load(db, extension) == SQLITE_OK, "a load while a statement runs");
    char *sql = sqlite3_mprintf("SELECT load_extension(%Q, 'sqlite3_newswire_init')", extension);
    sqlite3_enable_load_extension(db, 1);
    CHECK_ROWS(db, sql, "");
    CHECK_ROWS(db, sql, "");
    sqlite3_free(sql);
    CHECK(sqlite3_step(running) == SQLITE_ROW &&
              strcmp((const char *)sqlite3_column_text(running, 1), "we") == 0,
          "%s", sqlite3_errmsg(db));
    sqlite3_finalize(running);
    CHECK_ROWS(db, "SELECT count(*) FROM news_tokens('Up we go.')", "4");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");

    /* the entry point is found by the library's name, too */
    char *message = NULL;
    sqlite3_open(":memory:", &db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
    CHECK(sqlite3_load_extension(db, extension, NULL, &message) == SQLITE_OK, "%s", message);
    /* loading leaves no error behind */
    CHECK(sqlite3_errcode(db) == SQLITE_OK, "%s", sqlite3_errmsg(db));
    sqlite3_close(db);
}

static int old_version(void) { return 3037002; }
static const char *old_name(void) { return "3.37.2"; }

/* An SQLite that says it is old. */
static void check_old(const char *extension) {
    sqlite3_api_routines routines;
    char *message = NULL;
    char *path =
        strchr(extension, '/') ? sqlite3_mprintf("%s", extension) : sqlite3_mprintf("./%s", extension);
    void *library = dlopen(path, RTLD_NOW);
    int (*init)(sqlite3 *, char **, const sqlite3_api_routines *) = NULL;
    memset(&routines, 0, sizeof routines);
    routines.libversion_number = old_version;
    routines.libversion = old_name;
    routines.mprintf = sqlite3_mprintf;
    CHECK(library, "%s", dlerror());
    if (library) *(void **)&init = dlsym(library, "sqlite3_newswire_init");
    CHECK(init, "no entry point");
    if (init) {
        CHECK(init(NULL, &message, &routines) == SQLITE_ERROR, "an old SQLite is taken");
        CHECK(message && strcmp(message, "newswire needs SQLite 3.38 or later, and this is 3.37.2") == 0,
              "%s", message);
    }
    sqlite3_free(message);
    sqlite3_free(path);
    if (library) dlclose(library);
}

static const char *thread_extension;

/* One thread's work on its own connection; gives the number of wrong answers. */
static void *work(void *context) {
    intptr_t wrong = 0;
    int seed = *(int *)context;
    sqlite3 *db = test_open(":memory:", thread_extension);
    for (int i = 0; i < 200; i++) {
        char *sql = sqlite3_mprintf(
            "SELECT group_concat(t.text, ' ') = a.body, length(news_html(a.body, '{\"quotes\":\"all\"}')) > 0"
            " FROM (SELECT 'Shares rose %d percent in Zo\xC3\xAB %d times' AS body) a, news_tokens(a.body) t",
            i, seed);
        char *rows = test_rows(db, sql);
        if (strcmp(rows, "1|1")) wrong++;
        sqlite3_free(rows);
        sqlite3_free(sql);
    }
    if (sqlite3_close(db) != SQLITE_OK) wrong++;
    return (void *)wrong;
}

static void check_threads(const char *extension) {
    pthread_t threads[4];
    int seeds[4];
    thread_extension = extension;
    for (int i = 0; i < 4; i++) {
        seeds[i] = i;
        pthread_create(&threads[i], NULL, work, &seeds[i]);
    }
    for (int i = 0; i < 4; i++) {
        void *wrong = NULL;
        pthread_join(threads[i], &wrong);
        CHECK(!wrong, "thread %d: %d wrong answers", i, (int)(intptr_t)wrong);
    }
}

/* The articles that the fuzzer begins with. */
enum { STORIES = 16 };
static char *stories[STORIES];
static char *analyses[STORIES]; /* as one connection gives them, one after the other */

static char *analyse(sqlite3_stmt *statement, const char *story) {
    sqlite3_bind_text(statement, 1, story, -1, SQLITE_STATIC);
    char *analysis = sqlite3_step(statement) == SQLITE_ROW
                         ? sqlite3_mprintf("%s", sqlite3_column_text(statement, 0))
                         : NULL;
    sqlite3_reset(statement);
    return analysis;
}

/* Reads all stories a few times on its own connection, from the first on or (context) from the last; gives the
** number of those that are not read as before. */
static void *read_stories(void *context) {
    intptr_t wrong = 0;
    sqlite3 *db = test_open(":memory:", thread_extension);
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT news_analyze(?1, '{\"quotes\":\"all\"}')", -1, &statement, NULL);
    for (int i = 0; i < 4 * STORIES; i++) {
        int story = context ? STORIES - 1 - i % STORIES : i % STORIES;
        char *analysis = analyse(statement, stories[story]);
        if (!analysis || strcmp(analysis, analyses[story])) wrong++;
        sqlite3_free(analysis);
    }
    sqlite3_finalize(statement);
    if (sqlite3_close(db) != SQLITE_OK) wrong++;
    return (void *)wrong;
}

static char *read_story(int number) {
    static char text[100000];
    char name[64];
    snprintf(name, sizeof name, "tests/fuzz/corpus/article-%02d", number);
    FILE *file = fopen(name, "rb");
    if (!file) return NULL;
    text[fread(text, 1, sizeof text - 1, file)] = 0;
    fclose(file);
    return sqlite3_mprintf("%s", text + 1); /* the first byte is the fuzzer's */
}

/* Two threads with a connection each read the same articles, in different orders, as one does alone. */
static void check_same_rows(const char *extension) {
    pthread_t threads[2];
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT news_analyze(?1, '{\"quotes\":\"all\"}')", -1, &statement, NULL);
    for (int i = 0; i < STORIES; i++) {
        stories[i] = read_story(i + 1);
        analyses[i] = analyse(statement, stories[i]);
        CHECK(stories[i] && analyses[i] && strlen(analyses[i]) > strlen(stories[i]), "story %d: %s", i + 1,
              analyses[i] ? analyses[i] : sqlite3_errmsg(db));
    }
    sqlite3_finalize(statement);
    sqlite3_close(db);
    for (int i = 0; i < 2; i++) pthread_create(&threads[i], NULL, read_stories, i ? threads : NULL);
    for (int i = 0; i < 2; i++) {
        void *wrong = NULL;
        pthread_join(threads[i], &wrong);
        CHECK(!wrong, "thread %d: %d stories are read otherwise", i, (int)(intptr_t)wrong);
    }
    for (int i = 0; i < STORIES; i++) {
        sqlite3_free(stories[i]);
        sqlite3_free(analyses[i]);
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    sqlite3 *db = test_open(":memory:", argv[1]);
    check_registered(db);
    check_tables(db);
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
    check_twice(argv[1]);
    check_threads(argv[1]);
    check_same_rows(argv[1]);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
    check_old(argv[1]);
    return test_end("entry");
}

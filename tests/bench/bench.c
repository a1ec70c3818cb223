/*
** Time and memory over an archive, beside SQLite's own work in the same run.
**
**     bench EXTENSION ARCHIVE.db [ROUNDS]
**
** Each figure is the CPU time (user and system) of a child process that does one job; the archive is opened read-only and
** immutable, and never copied. Jobs take turns, ROUNDS times (5); the median is
** shown, and its ratio to building a full-text index over the same rows.
*/
#include "bench.h"

#include <pthread.h>

#define COUNT_OF(table) "(SELECT count(*) FROM news_" table "(a.body) x)"

/* clang-format off */
#define ALL_TABLES                                                                                          \
    COUNT_OF("tokens") "+" COUNT_OF("sentences") "+" COUNT_OF("mentions") "+" COUNT_OF("entities") "+"      \
    COUNT_OF("quotes") "+" COUNT_OF("quote_spans") "+" COUNT_OF("moves") "+" COUNT_OF("values") "+"         \
    COUNT_OF("instruments") "+" COUNT_OF("credits")
/* clang-format on */

static const struct job {
    const char *name;
    const char *sql;
    int extension;
    const char *tokenizer; /* of the full-text index bench.f that it fills; NULL: it fills none */
} jobs[] = {
    {"reading the rows alone", "SELECT sum(length(body)) FROM articles", 0, NULL},
    {"(a) tokens and sentences",
     "SELECT sum(" COUNT_OF("tokens") "+" COUNT_OF("sentences") ") FROM articles a", 1, NULL},
    {"    names", "SELECT sum((SELECT count(*) FROM news_mentions(a.body) x)) FROM articles a", 1, NULL},
    {"    quotes", "SELECT sum((SELECT count(*) FROM news_quotes(a.body) x)) FROM articles a", 1, NULL},
    {"    moves", "SELECT sum((SELECT count(*) FROM news_moves(a.body) x)) FROM articles a", 1, NULL},
    {"    values", "SELECT sum((SELECT count(*) FROM news_values(a.body) x)) FROM articles a", 1, NULL},
    {"(b) full analysis", "SELECT sum(" ALL_TABLES ") FROM articles a", 1, NULL},
    {"    FTS5 index, newswire", "INSERT INTO bench.f SELECT body FROM articles", 1, "newswire"},
    {"(c) FTS5 index, unicode61", "INSERT INTO bench.f SELECT body FROM articles", 0, "unicode61"},
};
enum { JOBS = sizeof jobs / sizeof *jobs, INDEX = JOBS - 1, FULL = JOBS - 3, ROUNDS_AT_MOST = 50 };

struct task {
    const struct job *job;
    const char *extension, *archive;
};

static void do_job(const void *context, struct measured *measured) {
    const struct task *task = context;
    const struct job *job = task->job;
    sqlite3 *db = NULL;
    char *uri = sqlite3_mprintf("file:%s?mode=ro&immutable=1", task->archive);
    if (sqlite3_open_v2(uri, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI, NULL) != SQLITE_OK) _exit(1);
    if (job->extension && test_load(db, task->extension) != SQLITE_OK) _exit(1);
    char file[] = "/tmp/newswire-bench-XXXXXX";
    if (job->tokenizer) {
        int descriptor = mkstemp(file);
        if (descriptor < 0) _exit(1);
        close(descriptor);
        char *attach = sqlite3_mprintf("ATTACH 'file:%s' AS bench", file);
        bench_sql(db, attach);
        bench_sql(db, "PRAGMA bench.journal_mode=off");
        char *create =
            sqlite3_mprintf("CREATE VIRTUAL TABLE bench.f USING fts5(body, tokenize=%Q)", job->tokenizer);
        bench_sql(db, create);
        sqlite3_free(create);
        sqlite3_free(attach);
    }
    bench_start(measured);
    bench_sql(db, job->sql);
    bench_stop(measured);
    sqlite3_close(db);
    sqlite3_free(uri);
    unlink(file);
}

/* The same in a process of its own. */
static struct measured apart(const struct job *job, const char *extension, const char *archive) {
    struct task task = {job, extension, archive};
    return bench_apart(job->name, do_job, &task);
}

static int by_cpu(const void *a, const void *b) {
    double x = ((const struct measured *)a)->cpu, y = ((const struct measured *)b)->cpu;
    return (x > y) - (x < y);
}

static double load_milliseconds(const char *extension) {
    sqlite3 *db = NULL;
    struct timespec from, to;
    sqlite3_open(":memory:", &db);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 1, NULL);
    timespec_get(&from, TIME_UTC);
    sqlite3_load_extension(db, extension, "sqlite3_newswire_init", NULL);
    timespec_get(&to, TIME_UTC);
    sqlite3_close(db);
    return (double)(to.tv_sec - from.tv_sec) * 1e3 + (double)(to.tv_nsec - from.tv_nsec) / 1e6;
}

/* The full analysis of one article of a MiB, made of the archive's, in a process of its own: peak MiB. */
static double large_article(const char *extension, const char *archive) {
    struct job full = jobs[FULL];
    full.sql = "WITH a(body) AS MATERIALIZED (SELECT substr(group_concat(body, char(10)), 1, 1048576) FROM "
               "(SELECT body FROM articles LIMIT 1400)) SELECT " ALL_TABLES " FROM a";
    return apart(&full, extension, archive).memory;
}

static double milliseconds(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

struct waker {
    sqlite3 *db;
    int delay_ms;
    double at; /* when it interrupted */
};

static void *wake(void *context) {
    struct waker *waker = context;
    sqlite3_sleep(waker->delay_ms);
    waker->at = milliseconds();
    sqlite3_interrupt(waker->db);
    return NULL;
}

/* The longest time that the full analysis of 8 MiB goes on after an interrupt, of interrupts at several moments. */
static double interrupt_milliseconds(const char *extension, const char *archive) {
    sqlite3 *db = NULL;
    double longest = 0;
    sqlite3_open_v2(archive, &db, SQLITE_OPEN_READONLY, NULL);
    test_load(db, extension);
    for (int delay = 50; delay < 2000; delay = delay * 3 / 2) {
        struct waker waker = {db, delay, 0};
        pthread_t thread;
        pthread_create(&thread, NULL, wake, &waker);
        int code =
            sqlite3_exec(db,
                         "SELECT news_analyze(substr(group_concat(body, char(10)), 1, 8388608)) IS NULL "
                         "FROM articles",
                         NULL, NULL, NULL);
        double end = milliseconds();
        pthread_join(thread, NULL);
        if (code == SQLITE_INTERRUPT && end - waker.at > longest) longest = end - waker.at;
    }
    sqlite3_close(db);
    return longest;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "bench EXTENSION ARCHIVE.db [ROUNDS]\n");
        return 2;
    }
    int rounds = argc > 3 ? atoi(argv[3]) : 5;
    if (rounds < 1 || rounds > ROUNDS_AT_MOST) return 2;
    static struct measured all[JOBS][ROUNDS_AT_MOST];
    for (int round = 0; round < rounds; round++)
        for (int i = 0; i < JOBS; i++) all[i][round] = apart(&jobs[i], argv[1], argv[2]);
    for (int i = 0; i < JOBS; i++) qsort(all[i], (size_t)rounds, sizeof all[i][0], by_cpu);

    struct stat size;
    stat(argv[1], &size);
    double index = all[INDEX][rounds / 2].cpu;
    printf("SQLite %s, archive %s, median of %d, journal_mode=off for the index\n", sqlite3_libversion(),
           argv[2], rounds);
    printf("%-28s %8s %10s %10s\n", "", "CPU s", "x index", "peak MiB");
    for (int i = 0; i < JOBS; i++) {
        struct measured middle = all[i][rounds / 2];
        printf("%-28s %8.3f %10.2f %10.1f\n", jobs[i].name, middle.cpu, middle.cpu / index, middle.memory);
    }
    printf("one article of 1 MiB: peak %.1f MiB\n", large_article(argv[1], argv[2]));
    printf("an interrupt is heard within %.0f ms\n", interrupt_milliseconds(argv[1], argv[2]));
    double first = load_milliseconds(argv[1]);
    printf(".load %.2f ms, newswire.so %.2f MiB\n", first, (double)size.st_size / 1048576);
    return 0;
}

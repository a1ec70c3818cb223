/*
** A long analysis stops: at sqlite3_interrupt from another thread, within a tenth of a second, and when the
** host's progress handler says so. It leaves the connection fit for work.
*/
#define _POSIX_C_SOURCE 200809L
#include "api.h"

#include <pthread.h>
#include <time.h>

#if defined(__SANITIZE_ADDRESS__)
enum { SLOWER = 10 };
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
enum { SLOWER = 10 };
#else
enum { SLOWER = 1 };
#endif
#else
enum { SLOWER = 1 };
#endif

static double now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

/* `megabytes` of news. */
static char *long_article(int megabytes, int *length) {
    static const char *const lines[] = {
        "Shares in Acme Widgets SA <ACME.PA> rose %d.5 percent on Tuesday after the Paris-based company said "
        "it would cut jobs.\n\n",
        "\"We are on track for year %d,\" chief executive Marie Duval told reporters in a telephone "
        "interview. \"It was our best.\"\n\n",
        "Analyst number %d at North Bank said he expected net profit of $1.2 billion, up from 900 million a "
        "year earlier.\n\n",
    };
    *length = megabytes * 1000000;
    char *text = malloc((size_t)*length + 200);
    if (!text) exit(1);
    int at = 0;
    for (int i = 0; at < *length; i++) at += snprintf(text + at, 200, lines[i % 3], i % 1000);
    text[*length] = 0;
    return text;
}

struct waker {
    sqlite3 *db;
    int delay_ms;
    double at; /* when it interrupted */
};

static void *wake(void *context) {
    struct waker *waker = context;
    struct timespec delay = {waker->delay_ms / 1000, waker->delay_ms % 1000 * 1000000L};
    nanosleep(&delay, NULL);
    waker->at = now_ms();
    sqlite3_interrupt(waker->db);
    return NULL;
}

/* How long a query went on after it was interrupted; -1: it had ended before. */
static double interrupted_after(sqlite3 *db, const char *sql, const char *text, int length, int delay_ms) {
    struct waker waker = {db, delay_ms, 0};
    sqlite3_stmt *statement = NULL;
    pthread_t thread;
    CHECK(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_bind_text(statement, 1, text, length, SQLITE_STATIC);
    pthread_create(&thread, NULL, wake, &waker);
    int code = sqlite3_step(statement);
    double end = now_ms();
    pthread_join(thread, NULL);
    CHECK(code == SQLITE_INTERRUPT || code == SQLITE_ROW, "%s: code %d", sql, code);
    sqlite3_finalize(statement);
    if (code == SQLITE_INTERRUPT) return end - waker.at;
    /* one that comes in the last moment may find nothing more to stop */
    CHECK(end < waker.at + 100 * SLOWER || delay_ms == 0, "%s: went on for %.0f ms after the interrupt", sql,
          end - waker.at);
    return -1;
}

/* The machine may be busy: the best of three counts. */
static void check_interrupt(sqlite3 *db, const char *sql, const char *text, int length, int delay_ms) {
    double best = 1e9;
    for (int i = 0; i < 3 && best > 100 * SLOWER; i++) {
        double took = interrupted_after(db, sql, text, length, delay_ms);
        if (took < best) best = took;
    }
    CHECK(best <= 100 * SLOWER, "%s: stopped %.0f ms after an interrupt at %d ms", sql, best, delay_ms);
}

static const char *const queries[] = {
    "SELECT count(*) FROM news_tokens(?1)",
    "SELECT count(*) FROM news_quotes(?1)",
    "SELECT count(*) FROM news_moves(?1)",
    "SELECT news_analyze(?1) IS NULL",
    "SELECT news_html(?1) IS NULL",
    "SELECT count(*) FROM news_mentions(?1) m, news_entities(?1) e WHERE e.entity = m.entity",
};

static void check_interrupts(const char *extension, const char *text, int length) {
    sqlite3 *db = test_open(":memory:", extension);
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
        check_interrupt(db, queries[i], text, length, 30);
        check_interrupt(db, queries[i], text, length, 700);
    }
    check_interrupt(db, "SELECT news_analyze(?1) IS NULL", text, length, 2500);
    CHECK_ROWS(db, "SELECT count(*) FROM news_tokens('Shares rose.')", "3");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy after interrupts");
}

static int progress_calls, progress_stop;

static int on_progress(void *context) {
    (void)context;
    return ++progress_calls == progress_stop;
}

/* The handler is called from within one long function call, and its answer is heard. */
static void check_progress(const char *extension, const char *text, int length) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT news_analyze(?1) IS NULL", -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, text, length, SQLITE_STATIC);
    sqlite3_progress_handler(db, 1000, on_progress, NULL);
    CHECK(sqlite3_step(statement) == SQLITE_ROW, "%s", sqlite3_errmsg(db));
    CHECK(progress_calls > 10, "the progress handler was called %d times", progress_calls);
    sqlite3_reset(statement);
    int calls = progress_calls;
    for (progress_stop = 1; progress_stop < calls && progress_stop < 200; progress_stop += 7) {
        sqlite3_exec(db, "SELECT count(*) FROM news_tokens('forget the other')", NULL, NULL, NULL);
        progress_calls = 0;
        int code = sqlite3_step(statement);
        CHECK(code == SQLITE_INTERRUPT || code == SQLITE_ROW, "stopped at call %d: code %d", progress_stop,
              code);
        CHECK(progress_calls < progress_stop || code == SQLITE_INTERRUPT, "call %d was not heard",
              progress_stop);
        sqlite3_reset(statement);
    }
    progress_stop = 0;
    CHECK(sqlite3_step(statement) == SQLITE_ROW, "after all: %s", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy after a progress handler");
}

/* Refuses the tiny statement: nothing else here is recursive. */
static int refuse_recursion(void *context, int action, const char *a, const char *b, const char *c,
                            const char *d) {
    (void)context, (void)a, (void)b, (void)c, (void)d;
    return action == SQLITE_RECURSIVE ? SQLITE_DENY : SQLITE_OK;
}

/* Refuses whatever it can, once it is on. */
static int refuse_all(void *context, int action, const char *a, const char *b, const char *c, const char *d) {
    (void)action, (void)a, (void)b, (void)c, (void)d;
    return *(int *)context ? SQLITE_DENY : SQLITE_OK;
}

static void check_authorizer(const char *extension, const char *text, int length) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_stmt *statement = NULL;
    int refuse = 0;
    sqlite3_set_authorizer(db, refuse_recursion, NULL);
    sqlite3_prepare_v2(db, "SELECT count(*) > 100000 FROM news_tokens(?1)", -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, text, length, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 1, "%s",
          sqlite3_errmsg(db));
    sqlite3_finalize(statement);

    sqlite3_set_authorizer(db, refuse_all, &refuse);
    sqlite3_prepare_v2(db, "SELECT count(*) FROM news_tokens(?1, ?2)", -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, "a b", -1, SQLITE_STATIC);
    refuse = 1; /* from here on only what runs inside */
    CHECK(sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_int(statement, 0) == 2, "%s",
          sqlite3_errmsg(db));
    sqlite3_reset(statement);
    sqlite3_bind_text(statement, 2, "{}", -1, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_AUTH, "options under an authorizer: %s", sqlite3_errmsg(db));
    CHECK(strstr(sqlite3_errmsg(db), "news_tokens: cannot read options: "), "%s", sqlite3_errmsg(db));
    refuse = 0;
    sqlite3_reset(statement);
    CHECK(sqlite3_step(statement) == SQLITE_ROW, "%s", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy after an authorizer");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int length;
    char *text = long_article(10, &length);
    check_interrupts(argv[1], text, length);
    check_authorizer(argv[1], text, 2000000);
    check_progress(argv[1], text, 1000000);
    free(text);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
    return test_end("interrupt");
}

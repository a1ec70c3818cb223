/*
** A long analysis stops in the middle of one call: at sqlite3_interrupt from another thread, and when the host's progress
** handler says so; then it stops asking. It leaves the connection in order. `make bench` measures how long that takes.
*/
#include "api.h"

#include <pthread.h>
#include <stdatomic.h>

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

/* What a progress handler and a thread do together: at the handler's call number `at` the thread interrupts, while the
** handler waits for it. */
struct meeting {
    sqlite3 *db;
    int at, calls;
    atomic_int
        stage; /* 0: not there yet; 1: the handler waits; 2: the thread has interrupted; 3: it is not needed */
};

static void *interrupt_there(void *context) {
    struct meeting *meeting = context;
    while (atomic_load(&meeting->stage) == 0) sqlite3_sleep(1);
    if (atomic_load(&meeting->stage) == 1) {
        sqlite3_interrupt(meeting->db);
        atomic_store(&meeting->stage, 2);
    }
    return NULL;
}

static int meet(void *context) {
    struct meeting *meeting = context;
    if (++meeting->calls == meeting->at) {
        atomic_store(&meeting->stage, 1);
        while (atomic_load(&meeting->stage) == 1) sqlite3_sleep(1);
    }
    return 0;
}

/* Runs a query that another thread interrupts when it has looked `at` times whether it should end, if it does. */
static void check_interrupt(sqlite3 *db, const char *sql, const char *text, int length, int at) {
    struct meeting meeting = {.db = db, .at = at};
    sqlite3_stmt *statement = NULL;
    pthread_t thread;
    CHECK(sqlite3_prepare_v2(db, sql, -1, &statement, NULL) == SQLITE_OK, "%s: %s", sql, sqlite3_errmsg(db));
    sqlite3_bind_text(statement, 1, text, length, SQLITE_STATIC);
    pthread_create(&thread, NULL, interrupt_there, &meeting);
    sqlite3_progress_handler(db, 1000, meet, &meeting);
    int code = sqlite3_step(statement);
    sqlite3_progress_handler(db, 0, NULL, NULL);
    if (atomic_load(&meeting.stage) == 0) atomic_store(&meeting.stage, 3);
    pthread_join(thread, NULL);
    CHECK(code == (meeting.calls < at ? SQLITE_ROW : SQLITE_INTERRUPT),
          "%s, interrupted at look %d of %d: code %d", sql, at, meeting.calls, code);
    CHECK(meeting.calls <= at, "%s: %d looks after the interrupt", sql, meeting.calls - at);
    sqlite3_finalize(statement);
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
    for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
        for (int at = 1; at < 200; at = 3 * at + 1) check_interrupt(db, queries[i], text, length, at);
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

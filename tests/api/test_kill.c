/*
** kill -9, at moments by chance, of a process that builds an index and of one that writes articles under its triggers:
** the database opens, it and the index are sound, the work goes on where it was, and in the end the rows are those of an
** index that nobody disturbed.
**
**     test_kill EXTENSION [MOMENTS]
*/
#include "archive.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

enum { ARTICLES = 400, WRITES = 1500 };

static unsigned chance = 2012;

static unsigned next_chance(void) {
    chance = chance * 1103515245u + 12345u;
    return chance >> 16;
}

static double seconds(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static sqlite3 *open_again(const char *file, const char *extension) {
    sqlite3 *db = test_open(file, extension);
    sqlite3_create_function(db, "story", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                            test_story, NULL, NULL);
    sqlite3_busy_timeout(db, 10000);
    run(db, "PRAGMA synchronous=off"); /* it is a process that dies, not the machine */
    return db;
}

static int left(sqlite3 *db) {
    char *rows =
        test_rows(db, "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM wire_article)");
    int count = atoi(rows);
    sqlite3_free(rows);
    return count;
}

/* ---------------------------------------------------------------- what is killed */

/* Builds to the end; the number of the process tells how. Never returns. */
static void build(const char *file, const char *extension, unsigned how) {
    sqlite3 *db = open_again(file, extension);
    char *sql = sqlite3_mprintf("SELECT news_build('wire', %u, %u) ->> 'left'", 1 + how % 40, how % 3);
    for (int more = 1; more;) {
        char *rows = test_rows(db, sql);
        more = atoi(rows) > 0;
        CHECK(more || strcmp(rows, "0") == 0, "%s", rows);
        sqlite3_free(rows);
    }
    _exit(test_failed);
}

/* Writes articles, from where the one before was: the n-th write is always the same, and counted in its transaction. */
static void stream(const char *file, const char *extension, unsigned how) {
    static const char *const kinds[] = {
        "REPLACE INTO articles VALUES(%u, 'u%u', '2012', NULL, story(%u))",
        "INSERT OR IGNORE INTO articles VALUES(%u, 'u%u', '2012', 'News', story(%u))",
        "UPDATE OR REPLACE articles SET url = 'u%u', body = story(%u) WHERE id = %u",
        "DELETE FROM articles WHERE id = %u OR url = 'u%u' AND id > %u",
        "UPDATE articles SET published = '20%02u', headline = story(%u) WHERE id = %u",
    };
    sqlite3 *db = open_again(file, extension);
    char *rows = test_rows(db, "SELECT writes FROM progress");
    unsigned at = (unsigned)atoi(rows);
    sqlite3_free(rows);
    for (; at < WRITES; at++) {
        unsigned number = at * 2654435761u;
        run(db, "BEGIN IMMEDIATE");
        for (unsigned i = 0; i <= how % 4; i++) {
            char *sql = sqlite3_mprintf(kinds[(number >> 8) % 5], (number >> 11) % ARTICLES + 1,
                                        (number >> 3) % ARTICLES + 1, (number >> 5) % ARTICLES + 1);
            run(db, sql);
            sqlite3_free(sql);
            run(db, "UPDATE progress SET writes = writes + 1");
            if (i < how % 4 && ++at >= WRITES) break;
            number = at * 2654435761u;
        }
        run(db, "COMMIT");
    }
    _exit(test_failed);
}

typedef void work(const char *file, const char *extension, unsigned how);

/* Lets a process work, and kills it after a while; whether it was through before. */
static int kill_at(work *body, const char *file, const char *extension, double after) {
    unsigned how = next_chance();
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) body(file, extension, how);
    usleep((useconds_t)(after * 1e6));
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status) || WEXITSTATUS(status) == 0, "the process says %d failed", WEXITSTATUS(status));
    return !WIFSIGNALED(status);
}

/* ---------------------------------------------------------------- what is left */

/* The index has the rows of one that is made at once, but for numbers that depend on the order of work. */
static void check_as_fresh(sqlite3 *db) {
    static const char *const rows[] = {
        "SELECT key, name, articles, mentions FROM %s_entity",
        "SELECT e.key, a.name, a.articles, a.named FROM %s_alias a JOIN %s_entity e ON e.id = a.entity",
        "SELECT m.article, m.mention, e.key, m.kind, a.name, m.start, m.length FROM %s_mention m LEFT JOIN "
        "%s_entity e ON "
        "e.id = m.entity LEFT JOIN %s_alias a ON a.entity = m.entity AND a.form = m.form",
        ("SELECT q.article, q.quote, q.text, q.speaker_name, e.key FROM %s_quote q LEFT JOIN %s_entity e ON "
         "e.id = q.entity"),
        "SELECT article, move, subject, change, unit FROM %s_move",
        "SELECT key, sentences, tokens, entities, quotes, moves, hash, state FROM %s_article"};
    run(db,
        "CREATE VIRTUAL TABLE fresh USING newswire(content=articles, key=id, text=body, published=published, "
        "headline=headline, sync=off); INSERT INTO fresh(fresh) VALUES('rebuild')");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *ours = sqlite3_mprintf(rows[i], "wire", "wire", "wire");
        char *fresh = sqlite3_mprintf(rows[i], "fresh", "fresh", "fresh");
        char *sql = sqlite3_mprintf(
            "SELECT (SELECT count(*) FROM (%s EXCEPT %s)), (SELECT count(*) FROM (%s EXCEPT %s)), "
            "(SELECT count(*) FROM (%s)) > 0",
            ours, fresh, fresh, ours, ours);
        CHECK_ROWS(db, sql, "0|0|1");
        sqlite3_free(sql);
        sqlite3_free(fresh);
        sqlite3_free(ours);
    }
    run(db, "DROP TABLE fresh");
}

static void check_after_kill(const char *file, const char *extension, int whole) {
    sqlite3 *db = open_again(file, extension);
    CHECK_ROWS(db, "PRAGMA integrity_check", "ok");
    if (whole) {
        check_sound(db, "killed while it wrote");
    } else { /* what is not in yet is no fault of what is */
        int missing = left(db);
        char *message = NULL;
        sqlite3_exec(db, "INSERT INTO wire(wire) VALUES('integrity-check')", NULL, NULL, &message);
        CHECK(missing ? message && strstr(message, "is not in the index")
                      : !message || strstr(message, "there is no index on"),
              "%d missing: %s", missing, message);
        sqlite3_free(message);
    }
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

static void prepare(const char *file, const char *extension, const char *mode) {
    char *sql = sqlite3_mprintf(
        "PRAGMA journal_mode=%s; CREATE TABLE progress(writes); INSERT INTO progress VALUES(0);" MAKE_INDEX,
        mode);
    unlink(file);
    sqlite3 *db = test_archive(file, extension, ARTICLES);
    run(db, sql);
    sqlite3_free(sql);
    sqlite3_close(db);
}

/* How long the work takes where nobody disturbs it. */
static double measure(work *body, const char *file, const char *extension) {
    double began = seconds();
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) body(file, extension, 0);
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0, "the work fails by itself");
    return seconds() - began;
}

/* Kills the work at `moments` moments; where it is through, it begins anew. */
static void check_kills(const char *extension, const char *file, const char *mode, work *body, int moments) {
    prepare(file, extension, mode);
    if (body == stream) measure(build, file, extension);
    double whole = measure(body, file, extension);
    int done = 1;
    for (int i = 0; i < moments; i++) {
        if (done) {
            prepare(file, extension, mode);
            if (body == stream) measure(build, file, extension);
        }
        /* three or four kills a run, on the average */
        done = kill_at(body, file, extension, whole * (next_chance() % 1000) / 2000.0);
        check_after_kill(file, extension, body == stream);
    }
    measure(body, file, extension);
    sqlite3 *db = open_again(file, extension);
    check_sound(db, "at the end");
    check_as_fresh(db);
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int moments = argc > 2 ? atoi(argv[2]) : 12;
    const char *folder = getenv("TMPDIR");
    char *file = sqlite3_mprintf("%s/newswire-kill-%d.db", folder ? folder : "/tmp", (int)getpid());
    check_kills(argv[1], file, "wal", build, moments / 4);
    check_kills(argv[1], file, "delete", build, moments / 4);
    check_kills(argv[1], file, "wal", stream, moments / 4);
    check_kills(argv[1], file, "delete", stream, moments - moments / 4 * 3);
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    for (int i = 0; i < 4; i++) {
        char *name = sqlite3_mprintf("%s%s", file, ends[i]);
        unlink(name);
        sqlite3_free(name);
    }
    sqlite3_free(file);
    return test_end("kill -9");
}

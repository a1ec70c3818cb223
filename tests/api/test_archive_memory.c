/*
** An article whose analysis runs out of memory, among others: a batch records it and goes on, a statement that writes it alone
** fails, and sync reads it once there is memory. For the connection's own engine SQLite's limit counts, for those of threads that of
** the process.
*/
#include "archive.h"

#include <sys/resource.h>
#include <sys/wait.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1 /* the address space is theirs */
#endif
#endif

enum { LARGE = 8000000 /* bytes: their analysis takes twenty times as much */, HEAP = 40000000 };

#define FAILED "SELECT group_concat(key), max(error) FROM wire_article WHERE state = 'failed'"

/* Three articles, the second a large one. */
static sqlite3 *open_large(const char *extension) {
    sqlite3 *db = test_archive(":memory:", extension, 3);
    char *sql =
        sqlite3_mprintf("UPDATE articles SET body = replace(hex(zeroblob(%d)), '00', 'They went home. ') "
                        "WHERE id = 2",
                        LARGE / 16);
    run(db, sql);
    sqlite3_free(sql);
    return db;
}

/* What has failed is counted and named, the others are there; sync reads it again. */
static void check_failed(sqlite3 *db, const char *when) {
    CHECK_ROWS(db, "SELECT group_concat(key) FROM wire WHERE moves > 0", "1,3");
    CHECK_ROWS(db, FAILED, "2|out of memory");
    CHECK_ROWS(db, "SELECT p ->> 'left', p ->> 'failed' FROM (SELECT news_build('wire') AS p)", "0|1");
    run(db, "INSERT INTO wire(wire) VALUES('integrity-check')");
    check_fails(db, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)",
                "wire: article 2 failed, but can be read now: 'sync' mends it");
    run(db, "INSERT INTO wire(wire) VALUES('sync')");
    CHECK_ROWS(db, FAILED, "|");
    check_sound(db, when);
}

static void check_limited(const char *extension) {
    static const char *const batches[] = {"SELECT news_build('wire')",
                                          "INSERT INTO wire(wire) VALUES('rebuild')",
                                          "INSERT INTO wire(wire) VALUES('sync')"};
    for (size_t i = 0; i < sizeof batches / sizeof *batches; i++) {
        sqlite3 *db = open_large(extension);
        run(db, MAKE_INDEX);
        sqlite3_hard_heap_limit64(sqlite3_memory_used() + HEAP);
        run(db, batches[i]);
        run(db, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)"); /* it fails as it did */
        sqlite3_hard_heap_limit64(0);
        check_failed(db, batches[i]);
        sqlite3_close(db);
    }
}

/* An analysis that fails in one statement or in a check of rows that are right is an error, and nothing is changed. */
static void check_statements(const char *extension) {
    sqlite3 *db = open_large(extension);
    BUILT(db);
    sqlite3_hard_heap_limit64(sqlite3_memory_used() + HEAP);
    check_fails(db, "UPDATE articles SET headline = 'Other news' WHERE id = 2", "out of memory");
    check_fails(db, "INSERT INTO articles(id, body) SELECT 9, body FROM articles WHERE id = 2",
                "out of memory");
    check_fails(db, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)", "out of memory");
    run(db, "INSERT INTO articles(id, body) VALUES(10, story(10))");
    sqlite3_hard_heap_limit64(0);
    CHECK_ROWS(db, "SELECT group_concat(id), max(headline) FROM articles", "1,2,3,10|News");
    check_sound(db, "after statements that failed");
    sqlite3_close(db);
}

#ifndef SANITIZED
static long address_space(void) {
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file) return 0;
    if (fscanf(file, "%ld", &pages) != 1) pages = 0;
    fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

/* In a process of its own, whose memory is limited. */
static void check_threads(const char *extension) {
    long used = address_space();
    pid_t child = used > 0 ? fork() : 0;
    int status = 0;
    if (used == 0) return;
    if (child == 0) {
        struct rlimit limit = {RLIM_INFINITY, RLIM_INFINITY};
        sqlite3 *db = open_large(extension);
        run(db, MAKE_INDEX);
        run(db, "SELECT news_build('wire', 1, 2)"); /* threads have got their stacks and engines */
        limit.rlim_cur = (rlim_t)(address_space() + HEAP / 2);
        setrlimit(RLIMIT_AS, &limit);
        run(db, "SELECT news_build('wire', 10, 2)");
        limit.rlim_cur = RLIM_INFINITY;
        setrlimit(RLIMIT_AS, &limit);
        check_failed(db, "threads");
        sqlite3_close(db);
        fflush(stdout);
        _exit(test_failed > 0);
    }
    waitpid(child, &status, 0);
    CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0, "the process with threads ended with %d", status);
}
#endif

int main(int argc, char **argv) {
    if (argc < 2) return 2;
#ifndef SANITIZED
    check_threads(argv[1]);
#endif
    check_limited(argv[1]);
    check_statements(argv[1]);
    return test_end("archive's memory");
}

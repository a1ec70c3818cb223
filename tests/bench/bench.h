/*
** What the benchmarks share: jobs in processes of their own, with their time and memory.
*/
#ifndef BENCH_H
#define BENCH_H

#include "../api/api.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What a job took, and what it found out. */
struct measured {
    double cpu;    /* seconds of user and system, of all threads */
    double own;    /* of the thread that does the job */
    double wall;   /* seconds */
    double memory; /* peak of the process, MiB */
    double found[16];
};

static inline double cpu_seconds(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return (double)usage.ru_utime.tv_sec + (double)usage.ru_stime.tv_sec +
           ((double)usage.ru_utime.tv_usec + (double)usage.ru_stime.tv_usec) / 1e6;
}

static inline double wall_seconds(void) {
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static inline double thread_seconds(void) {
    struct timespec used = {0, 0};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return (double)used.tv_sec + (double)used.tv_nsec / 1e9;
}

/* Runs a statement to its end; gives the first column of its last row. A failure ends the process. */
static inline sqlite3_int64 bench_sql(sqlite3 *db, const char *sql) {
    sqlite3_stmt *statement = NULL;
    sqlite3_int64 result = 0;
    int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
    while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
        result = sqlite3_column_int64(statement, 0);
        code = SQLITE_OK;
    }
    if (code != SQLITE_DONE) {
        fprintf(stderr, "%s: %s\n", sql, sqlite3_errmsg(db));
        _exit(1);
    }
    sqlite3_finalize(statement);
    return result;
}

/* A job fills in what it found; time between the two calls below is its time. */
typedef void bench_job(const void *context, struct measured *measured);

static inline void bench_start(struct measured *measured) {
    measured->cpu = cpu_seconds();
    measured->own = thread_seconds();
    measured->wall = wall_seconds();
}

static inline void bench_stop(struct measured *measured) {
    struct rusage usage;
    measured->cpu = cpu_seconds() - measured->cpu;
    measured->own = thread_seconds() - measured->own;
    measured->wall = wall_seconds() - measured->wall;
    getrusage(RUSAGE_SELF, &usage);
    measured->memory = (double)usage.ru_maxrss / 1024;
}

/* Does a job in a process of its own, so that the memory is the job's. */
static inline struct measured bench_apart(const char *name, bench_job *job, const void *context) {
    int ends[2];
    struct measured measured = {0, 0, 0, 0, {0}};
    fflush(stdout);
    if (pipe(ends)) exit(1);
    pid_t child = fork();
    if (child == 0) {
        job(context, &measured);
        if (write(ends[1], &measured, sizeof measured) != sizeof measured) _exit(1);
        _exit(0);
    }
    close(ends[1]);
    if (read(ends[0], &measured, sizeof measured) != sizeof measured) {
        fprintf(stderr, "bench: %s failed\n", name);
        exit(1);
    }
    close(ends[0]);
    waitpid(child, NULL, 0);
    return measured;
}

#endif

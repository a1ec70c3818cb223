/*
** A disk that fails: the n-th write, sync, read or truncation of an index's statement, once and from then on, over a VFS of our own.
** The statement gives SQLite's own error, or the right rows; nothing is leaked; the file is sound, holds what it held before or what
** it should hold after, and the work can be done again, on the same connection where the disk has failed once, on another otherwise.
*/
#include "../api/archive.h"

/* ------------------------------------------------------------------- the VFS */

typedef enum operation { WRITING, SYNCING, READING, TRUNCATING, OPERATIONS } operation;

static sqlite3_vfs faulty_vfs;
static sqlite3_vfs *real_vfs;
static int counted[OPERATIONS]; /* of each kind, since the last start */
static operation failing;       /* the kind that fails */
static int failing_at;          /* the one of them; 0: none */
static int failing_on;          /* and all after it */
static int failing_code;

typedef struct faulty_file {
    sqlite3_file base; /* SQLite's; must be first */
    sqlite3_file *real;
} faulty_file;

static sqlite3_file *real_of(sqlite3_file *file) { return ((faulty_file *)(void *)file)->real; }

/* SQLITE_OK, or how an operation fails. */
static int count_one(operation kind) {
    int number = ++counted[kind];
    if (kind != failing || failing_at == 0) return SQLITE_OK;
    return number == failing_at || (failing_on && number > failing_at) ? failing_code : SQLITE_OK;
}

static int faulty_close(sqlite3_file *file) { return real_of(file)->pMethods->xClose(real_of(file)); }

static int faulty_read(sqlite3_file *file, void *buffer, int amount, sqlite3_int64 offset) {
    int code = count_one(READING);
    return code ? code : real_of(file)->pMethods->xRead(real_of(file), buffer, amount, offset);
}

/* A write that fails may have written a part. */
static int faulty_write(sqlite3_file *file, const void *buffer, int amount, sqlite3_int64 offset) {
    int code = count_one(WRITING);
    if (code && amount > 1) real_of(file)->pMethods->xWrite(real_of(file), buffer, amount / 2, offset);
    return code ? code : real_of(file)->pMethods->xWrite(real_of(file), buffer, amount, offset);
}

static int faulty_truncate(sqlite3_file *file, sqlite3_int64 size) {
    int code = count_one(TRUNCATING);
    return code ? code : real_of(file)->pMethods->xTruncate(real_of(file), size);
}

/* No power fails here: what is not synced is not lost. */
static int faulty_sync(sqlite3_file *file, int flags) {
    (void)file, (void)flags;
    return count_one(SYNCING);
}

static int faulty_size(sqlite3_file *file, sqlite3_int64 *size) {
    return real_of(file)->pMethods->xFileSize(real_of(file), size);
}

static int faulty_lock(sqlite3_file *file, int lock) {
    return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int faulty_unlock(sqlite3_file *file, int lock) {
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int faulty_reserved(sqlite3_file *file, int *reserved) {
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), reserved);
}

static int faulty_control(sqlite3_file *file, int control, void *argument) {
    return real_of(file)->pMethods->xFileControl(real_of(file), control, argument);
}

static int faulty_sector(sqlite3_file *file) { return real_of(file)->pMethods->xSectorSize(real_of(file)); }

static int faulty_device(sqlite3_file *file) {
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int faulty_map(sqlite3_file *file, int region, int size, int extend, void volatile **mapped) {
    return real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, mapped);
}

static int faulty_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void faulty_barrier(sqlite3_file *file) { real_of(file)->pMethods->xShmBarrier(real_of(file)); }

static int faulty_unmap(sqlite3_file *file, int removes) {
    return real_of(file)->pMethods->xShmUnmap(real_of(file), removes);
}

static const sqlite3_io_methods faulty_methods = {
    .iVersion = 2,
    .xClose = faulty_close,
    .xRead = faulty_read,
    .xWrite = faulty_write,
    .xTruncate = faulty_truncate,
    .xSync = faulty_sync,
    .xFileSize = faulty_size,
    .xLock = faulty_lock,
    .xUnlock = faulty_unlock,
    .xCheckReservedLock = faulty_reserved,
    .xFileControl = faulty_control,
    .xSectorSize = faulty_sector,
    .xDeviceCharacteristics = faulty_device,
    .xShmMap = faulty_map,
    .xShmLock = faulty_shared_lock,
    .xShmBarrier = faulty_barrier,
    .xShmUnmap = faulty_unmap,
};

static int faulty_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out) {
    faulty_file *opened = (faulty_file *)(void *)file;
    int code;
    (void)vfs;
    opened->base.pMethods = NULL;
    opened->real = (sqlite3_file *)(void *)(opened + 1);
    code = real_vfs->xOpen(real_vfs, name, opened->real, flags, out);
    if (opened->real->pMethods) opened->base.pMethods = &faulty_methods;
    return code;
}

static void install(void) {
    real_vfs = sqlite3_vfs_find(NULL);
    faulty_vfs = *real_vfs;
    faulty_vfs.zName = "faulty";
    faulty_vfs.pNext = NULL;
    faulty_vfs.szOsFile = (int)sizeof(faulty_file) + real_vfs->szOsFile;
    faulty_vfs.xOpen = faulty_open;
    sqlite3_vfs_register(&faulty_vfs, 0);
}

static void start(operation kind, int at, int on, int code) {
    memset(counted, 0, sizeof counted);
    failing = kind;
    failing_at = at;
    failing_on = on;
    failing_code = code;
}

static void stop(void) { failing_at = 0; }

/* -------------------------------------------------------------------- the work */

#define ARTICLES(count)                                                                                      \
    "CREATE TABLE articles(id INTEGER PRIMARY KEY, url UNIQUE, published TEXT, headline TEXT, body TEXT);"   \
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " #count ") INSERT INTO "      \
    "articles SELECT i, i, '2012-03-01', 'News', story(i) FROM n;"
#define BUILT_INDEX ARTICLES(6) MAKE_INDEX ";" LOOP ";"
#define DRIFT                                                                                                \
    BUILT_INDEX "INSERT INTO wire(wire) VALUES('sync-off'); DELETE FROM articles WHERE id = 2;"              \
                "UPDATE articles SET body = story(33) WHERE id = 4; INSERT INTO articles(id, body) "         \
                "VALUES(9, story(9));"

typedef struct job {
    const char *setup;
    const char *sql;
    int stepwise; /* in several transactions */
} job;

static const job jobs[] = {
    {ARTICLES(6), MAKE_INDEX, 0},
    {ARTICLES(6) MAKE_INDEX, "SELECT news_build('wire')", 0},
    {ARTICLES(40) MAKE_INDEX, LOOP, 1},
    {ARTICLES(260) MAKE_INDEX, "SELECT news_build('wire', 1000, 2)", 1}, /* its indexes are put off */
    {BUILT_INDEX, "INSERT INTO articles(id, url, body) VALUES(7, 7, story(40))", 0},
    {BUILT_INDEX, "REPLACE INTO articles(id, url, body) VALUES(7, 3, story(40))", 0},
    {BUILT_INDEX,
     "BEGIN; UPDATE articles SET body = story(id + 50); DELETE FROM articles WHERE id = 2; COMMIT", 0},
    {BUILT_INDEX, "INSERT INTO wire(wire) VALUES('rebuild')", 0},
    {DRIFT, "INSERT INTO wire(wire) VALUES('sync')", 0},
    {BUILT_INDEX, "INSERT INTO wire(wire) VALUES('sync-off')", 0},
    {DRIFT, "INSERT INTO wire(wire) VALUES('sync-on')", 0},
    {BUILT_INDEX, "INSERT INTO wire(wire) VALUES('optimize')", 0},
    {BUILT_INDEX, "INSERT INTO wire(wire) VALUES('delete-all')", 0},
    {BUILT_INDEX, "INSERT INTO wire(wire, rank) VALUES('integrity-check', 1)", 0},
    {BUILT_INDEX, "SELECT count(*) FROM wire w JOIN wire_quote q ON q.article = w.key", 0},
    {BUILT_INDEX, "ALTER TABLE wire RENAME TO other", 0},
    {BUILT_INDEX, "ALTER TABLE articles RENAME TO stories", 0},
    {BUILT_INDEX, "ALTER TABLE articles RENAME COLUMN body TO story", 0},
    {BUILT_INDEX, "VACUUM", 0},
    {BUILT_INDEX, "DROP TABLE wire", 0},
};

static const struct {
    operation kind;
    int code;
    const char *words;
} faults[] = {
    {WRITING, SQLITE_IOERR_WRITE, "disk I/O error"},       {WRITING, SQLITE_FULL, "database or disk is full"},
    {SYNCING, SQLITE_IOERR_FSYNC, "disk I/O error"},       {READING, SQLITE_IOERR_READ, "disk I/O error"},
    {TRUNCATING, SQLITE_IOERR_TRUNCATE, "disk I/O error"},
};

/* All that a file holds. */
static char *dump(sqlite3 *db) {
    sqlite3_str *all = sqlite3_str_new(NULL);
    sqlite3_stmt *tables = NULL;
    char *schema = test_rows(db, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name");
    sqlite3_str_appendall(all, schema);
    sqlite3_free(schema);
    sqlite3_prepare_v2(db,
                       "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name",
                       -1, &tables, NULL);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        char *sql = sqlite3_mprintf("SELECT * FROM \"%w\"", name);
        char *rows = test_rows(db, sql);
        sqlite3_str_appendf(all, "\n%s\n%s", name, rows);
        sqlite3_free(rows);
        sqlite3_free(sql);
    }
    sqlite3_finalize(tables);
    return sqlite3_str_finish(all);
}

static sqlite3 *open_file(const char *file, const char *extension, const char *vfs) {
    sqlite3 *db = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    if (sqlite3_open_v2(file, &db, flags, vfs) != SQLITE_OK || test_load(db, extension) != SQLITE_OK) exit(1);
    sqlite3_create_function(db, "story", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, NULL,
                            test_story, NULL, NULL);
    sqlite3_exec(db, "PRAGMA cache_size = 12", NULL, NULL, NULL);
    return db;
}

/* A file as it is before each run. */
typedef struct image {
    const char *file;
    unsigned char *bytes;
    size_t size;
    char *before, *after; /* what it holds */
} image;

static void remove_beside(const char *file) {
    static const char *const ends[] = {"-journal", "-wal", "-shm"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char *name = sqlite3_mprintf("%s%s", file, ends[i]);
        remove(name);
        sqlite3_free(name);
    }
}

static void write_image(const image *from) {
    FILE *file = fopen(from->file, "wb");
    remove_beside(from->file);
    if (!file || fwrite(from->bytes, 1, from->size, file) != from->size) exit(1);
    fclose(file);
}

static void read_image(image *to) {
    FILE *file = fopen(to->file, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0) exit(1);
    to->size = (size_t)ftell(file);
    to->bytes = malloc(to->size);
    rewind(file);
    if (!to->bytes || fread(to->bytes, 1, to->size, file) != to->size) exit(1);
    fclose(file);
}

/* Makes the file, and finds what it holds and how many operations of each kind the work takes. */
static void prepare(image *made, const job *work, const char *extension, const char *mode,
                    int total[OPERATIONS]) {
    char *journal = sqlite3_mprintf("PRAGMA journal_mode = %s", mode);
    sqlite3 *db;
    remove(made->file);
    remove_beside(made->file);
    db = open_file(made->file, extension, NULL);
    run(db, journal);
    run(db, work->setup);
    sqlite3_close(db);
    read_image(made);
    db = open_file(made->file, extension, "faulty");
    made->before = dump(db);
    sqlite3_close(db);
    db = open_file(made->file, extension, "faulty");
    start(WRITING, 0, 0, SQLITE_OK);
    run(db, work->sql);
    made->after = dump(db);
    sqlite3_close(db); /* the log is written back */
    memcpy(total, counted, sizeof counted);
    sqlite3_free(journal);
}

/* Whether the file and the index are sound; there may be no index. */
static void check_file(sqlite3 *db, const char *what) {
    char *indexes = test_rows(db, "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL%'");
    char *checked = test_rows(db, "PRAGMA integrity_check");
    CHECK(strcmp(checked, "ok") == 0, "%s: %s", what, checked);
    if (*indexes) {
        char *check = sqlite3_mprintf("SELECT 1 FROM %s_article LIMIT 1", indexes);
        char *any = test_rows(db, check);
        char *message = NULL;
        sqlite3_free(check);
        check =
            sqlite3_mprintf("INSERT INTO %s(%s, rank) VALUES('integrity-check', %s)", indexes, indexes, "1");
        /* one that is not built yet lacks articles, and no more */
        if (sqlite3_exec(db, check, NULL, NULL, &message) != SQLITE_OK)
            CHECK(strstr(message, "is not in the index") || strstr(message, "there is no index") ||
                      strstr(message, "since it was read") || strstr(message, "not in the table of articles"),
                  "%s: %s", what, message);
        sqlite3_free(message);
        sqlite3_free(check);
        sqlite3_free(any);
    }
    sqlite3_free(checked);
    sqlite3_free(indexes);
}

static void check_again(const image *from, const job *work, sqlite3 *db, const char *what) {
    char *held = dump(db);
    int done = strcmp(held, from->after) == 0;
    CHECK(done || work->stepwise || strcmp(held, from->before) == 0, "%s: other rows than before and after",
          what);
    check_file(db, what);
    sqlite3_free(held);
    if (!done) run(db, work->sql);
    held = dump(db);
    CHECK(strcmp(held, from->after) == 0, "%s: other rows when it is done again", what);
    sqlite3_free(held);
    check_file(db, what);
}

/* One run with one fault. */
static void check_fault(const image *from, const job *work, const char *extension, size_t fault, int at,
                        int on) {
    sqlite3_int64 used = sqlite3_memory_used();
    char *what = sqlite3_mprintf("%s: %s number %d fails %s", work->sql,
                                 faults[fault].code == SQLITE_FULL ? "a full disk, write"
                                                                   : sqlite3_errstr(faults[fault].code),
                                 at, on ? "for ever" : "once");
    char *message = NULL;
    sqlite3 *db;
    int code;
    write_image(from);
    db = open_file(from->file, extension, "faulty");
    start(faults[fault].kind, at, on, faults[fault].code);
    code = sqlite3_exec(db, work->sql, NULL, NULL, &message);
    /* ALTER TABLE gives what it meets in a trigger its own code, SQLITE_ERROR, and keeps the words */
    CHECK(code == SQLITE_OK || (code & 0xff) == (faults[fault].code & 0xff) ||
              strncmp(work->sql, "ALTER", 5) == 0,
          "%s: %d, %s", what, code, message);
    CHECK(code == SQLITE_OK || strstr(message, faults[fault].words), "%s: %s", what, message);
    if (code != SQLITE_OK && !sqlite3_get_autocommit(db)) sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
    if (!on) {
        stop();
        check_again(from, work, db, what);
    }
    CHECK(sqlite3_close(db) == SQLITE_OK, "%s: the connection is busy", what);
    stop();
    db = open_file(from->file, extension, NULL);
    check_again(from, work, db, what);
    sqlite3_close(db);
    sqlite3_free(message);
    sqlite3_free(what);
    CHECK(sqlite3_memory_used() == used, "%s: %lld bytes leaked", work->sql,
          (long long)(sqlite3_memory_used() - used));
}

/* Faults of all kinds, `most` of each, spread over the work. */
static void check_job(const char *file, const char *extension, const job *work, const char *mode, int most) {
    image made = {file, NULL, 0, NULL, NULL};
    int total[OPERATIONS];
    prepare(&made, work, extension, mode, total);
    for (size_t fault = 0; fault < sizeof faults / sizeof *faults; fault++) {
        int operations = total[faults[fault].kind];
        int stride = 1 + (operations - 1) / most;
        for (int on = 0; on < 2; on++)
            for (int at = 1 + (on * stride) / 2; at <= operations; at += stride)
                check_fault(&made, work, extension, fault, at, on);
    }
    free(made.bytes);
    sqlite3_free(made.before);
    sqlite3_free(made.after);
}

static int most_faults;

static void check_files(const char *extension, const char *file) {
    for (size_t i = 0; i < sizeof jobs / sizeof *jobs; i++) {
        check_job(file, extension, &jobs[i], "delete", most_faults);
        check_job(file, extension, &jobs[i], "wal", most_faults);
    }
    remove_beside(file);
}

/* The extension, and how many operations of each kind fail in a job: 2, if nothing is said. */
int main(int argc, char **argv) {
    if (argc < 2) return 2;
    most_faults = argc > 2 ? atoi(argv[2]) : 2;
    install();
    test_with_file(check_files, argv[1]);
    return test_end("disk faults");
}

/*
** An index over a whole archive, beside a full-text index of the same rows, in one run.
**
**     bench_archive EXTENSION ARCHIVE.db FOLDER ARTICLES [BATCH]
**
** The articles of the archive are repeated under other keys until there are ARTICLES; that is done for a tenth of them,
** a third and all. Each index is built in a copy of the same database and in a process of its own, in the same batches,
** each in a transaction of its own, with the same journal mode and synchronous. "writer" is the CPU time of the thread
** that writes: with workers, the wall time on a machine that has nothing else to do. FOLDER is where the databases lie, and
** needs four times the room of the largest.
*/
#include "bench.h"

static const char *const settings = "PRAGMA journal_mode=wal; PRAGMA synchronous=normal;";

typedef struct side {
    const char *name;
    const char *extension; /* NULL: not loaded */
    const char *file;
    int threads; /* of news_build; -1: a full-text index */
    int batch;
} side;

static sqlite3 *open_side(const side *side) {
    sqlite3 *db = NULL;
    if (sqlite3_open(side->file, &db) != SQLITE_OK ||
        (side->extension && test_load(db, side->extension) != SQLITE_OK) ||
        sqlite3_exec(db, settings, NULL, NULL, NULL) != SQLITE_OK) {
        fprintf(stderr, "%s: %s\n", side->file, sqlite3_errmsg(db));
        _exit(1);
    }
    return db;
}

static double pages(sqlite3 *db) {
    bench_sql(db, "PRAGMA wal_checkpoint(truncate)");
    return (double)bench_sql(db, "PRAGMA page_count") * (double)bench_sql(db, "PRAGMA page_size");
}

static void remove_database(const char *file) {
    static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
    for (int i = 0; i < 4; i++) {
        char *name = sqlite3_mprintf("%s%s", file, ends[i]);
        unlink(name);
        sqlite3_free(name);
    }
}

static void copy_database(const char *from, const char *to) {
    static char buffer[1 << 20];
    size_t length;
    remove_database(to);
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    if (!in || !out) exit(1);
    while ((length = fread(buffer, 1, sizeof buffer, in)) > 0)
        if (fwrite(buffer, 1, length, out) != length) exit(1);
    fclose(in);
    if (fclose(out)) exit(1);
}

/* ---------------------------------------------------------------- building */

/* found[0]: bytes that the index takes. */
static void build(const void *context, struct measured *measured) {
    const side *side = context;
    sqlite3 *db = open_side(side);
    double before = pages(db);
    bench_start(measured);
    if (side->threads < 0) {
        sqlite3_int64 last = 0;
        bench_sql(db, "CREATE VIRTUAL TABLE found USING fts5(body)");
        do {
            char *sql = sqlite3_mprintf("INSERT INTO found(rowid, body) SELECT id, body FROM articles WHERE "
                                        "id > %lld ORDER BY id LIMIT %d",
                                        last, side->batch);
            bench_sql(db, sql);
            sqlite3_free(sql);
            last = sqlite3_last_insert_rowid(db);
        } while (sqlite3_changes(db) == side->batch);
    } else {
        char *sql =
            sqlite3_mprintf("SELECT news_build('wire', %d, %d) ->> 'left'", side->batch, side->threads);
        bench_sql(db, "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, "
                      "published=published, headline=headline)");
        while (bench_sql(db, sql) > 0) {
        }
        sqlite3_free(sql);
    }
    bench_stop(measured);
    measured->found[0] = pages(db) - before;
    sqlite3_close(db);
}

/* ---------------------------------------------------------------- questions */

typedef struct question {
    const char *name;
    const char *subject; /* finds what to ask for: about 100 rows are known of it */
    const char *sql;     /* ?1 is that */
} question;

#define NEAREST_100(of, column, more)                                                                        \
    "SELECT x FROM (SELECT " column " AS x, count(*) AS n FROM " of " WHERE " column " IS NOT NULL " more    \
    " GROUP BY 1) ORDER BY abs(n - 100), x LIMIT 1"

static const question questions[] = {
    {"entity", "SELECT name FROM wire_entity ORDER BY abs(mentions - 100), id LIMIT 1",
     "SELECT m.article, m.kind, m.sentence, a.published FROM wire_entity e JOIN wire_mention m ON m.entity = "
     "e.id JOIN "
     "wire_article a ON a.key = m.article WHERE e.name = ?1 ORDER BY a.published"},
    {"speaker", "SELECT name FROM wire_entity WHERE id = (" NEAREST_100("wire_quote", "entity", "") ")",
     "SELECT q.text, a.published FROM wire_entity e JOIN wire_quote q ON q.entity = e.id JOIN articles a ON "
     "a.id = "
     "q.article WHERE e.name = ?1 ORDER BY a.published"},
    {"size of a move", NEAREST_100("wire_move", "change", "AND direction = 'down'"),
     "SELECT article, name, measure, change FROM wire_move WHERE direction = 'down' AND change BETWEEN ?1 - "
     "0.001 AND "
     "?1 + 0.001"},
    {"code", NEAREST_100("wire_instrument", "code", ""),
     "SELECT i.article, i.name, a.published FROM wire_instrument i JOIN wire_article a ON a.key = i.article "
     "WHERE "
     "i.code = ?1"},
    {"date", NEAREST_100("wire_article", "substr(published, 1, 10)", ""),
     "SELECT key, quotes, moves FROM wire_article WHERE published >= ?1 AND published < ?1 || '~'"},
    {"article", "SELECT key FROM wire_article ORDER BY abs(entities - 40), key LIMIT 1",
     "SELECT m.mention, m.kind, e.name FROM wire_mention m JOIN wire_entity e ON e.id = m.entity WHERE "
     "m.article = ?1"},
};
enum { QUESTIONS = sizeof questions / sizeof *questions };

/* found[2 * i]: milliseconds of the i-th question on a connection that has just been opened; found[2 * i + 1]: rows. */
static void ask(const void *context, struct measured *measured) {
    const side *side = context;
    for (int i = 0; i < QUESTIONS; i++) {
        sqlite3 *db = open_side(side);
        sqlite3_stmt *subject = NULL, *statement = NULL;
        int rows = 0;
        if (sqlite3_prepare_v2(db, questions[i].subject, -1, &subject, NULL) != SQLITE_OK ||
            sqlite3_step(subject) != SQLITE_ROW) {
            fprintf(stderr, "%s: %s\n", questions[i].subject, sqlite3_errmsg(db));
            _exit(1);
        }
        sqlite3_value *value = sqlite3_value_dup(sqlite3_column_value(subject, 0));
        sqlite3_finalize(subject);
        sqlite3_close(db);
        db = open_side(side);
        bench_sql(db, "SELECT count(*) FROM sqlite_schema");
        double began = wall_seconds();
        if (sqlite3_prepare_v2(db, questions[i].sql, -1, &statement, NULL) != SQLITE_OK) _exit(1);
        sqlite3_bind_value(statement, 1, value);
        while (sqlite3_step(statement) == SQLITE_ROW) rows++;
        measured->found[2 * i] = (wall_seconds() - began) * 1000;
        measured->found[2 * i + 1] = rows;
        sqlite3_finalize(statement);
        sqlite3_value_free(value);
        sqlite3_close(db);
    }
}

/* ---------------------------------------------------------------- single articles */

enum { SINGLE = 300 };

/* Milliseconds, wall and CPU, that one of SINGLE statements takes, each in a transaction of its own. */
static void each(sqlite3 *db, const char *format, double *wall, double *cpu) {
    double began = wall_seconds(), began_cpu = cpu_seconds();
    for (int i = 0; i < SINGLE; i++) {
        char *sql = sqlite3_mprintf(format, i, i);
        bench_sql(db, sql);
        sqlite3_free(sql);
    }
    *wall = (wall_seconds() - began) * 1000 / SINGLE;
    *cpu = (cpu_seconds() - began_cpu) * 1000 / SINGLE;
}

static void write_single(const void *context, struct measured *measured) {
    const side *side = context;
    sqlite3 *db = open_side(side);
    bench_sql(db,
              "CREATE TEMP TABLE fresh AS SELECT published, headline, body FROM articles WHERE id % 61 = 7 "
              "OR (SELECT count(*) FROM articles) < 20000 LIMIT 300");
    each(db,
         "INSERT INTO articles(id, published, headline, body) SELECT -1 - %d, published, headline, body FROM "
         "fresh "
         "WHERE rowid = %d + 1",
         &measured->found[0], &measured->found[1]);
    each(db, "UPDATE articles SET body = body || ' Again.' WHERE id = -1 - %d", &measured->found[2],
         &measured->found[3]);
    each(db, "DELETE FROM articles WHERE id = -1 - %d", &measured->found[4], &measured->found[5]);
    sqlite3_close(db);
}

/* ---------------------------------------------------------------- made dense */

/* found[0]: bytes that the database's tables and indexes take after `optimize`. */
static void optimize(const void *context, struct measured *measured) {
    const side *side = context;
    sqlite3 *db = open_side(side);
    bench_start(measured);
    bench_sql(db, "INSERT INTO wire(wire) VALUES('optimize')");
    bench_stop(measured);
    measured->found[0] = pages(db) - (double)bench_sql(db, "PRAGMA freelist_count") *
                                         (double)bench_sql(db, "PRAGMA page_size");
    sqlite3_close(db);
}

/* ---------------------------------------------------------------- one size */

/* The archive's articles, repeated. Returns the bytes of their text. */
static double make_articles(const char *archive, const char *file, int count) {
    sqlite3 *db = NULL;
    remove_database(file);
    if (sqlite3_open_v2(file, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI, NULL) !=
        SQLITE_OK)
        exit(1);
    char *sql = sqlite3_mprintf(
        "ATTACH 'file:%s?mode=ro&immutable=1' AS a; PRAGMA main.journal_mode=off; PRAGMA "
        "main.synchronous=off;"
        "CREATE TABLE articles(id INTEGER PRIMARY KEY, published TEXT, headline TEXT, body TEXT);"
        "WITH RECURSIVE copy(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM copy WHERE n < %d / (SELECT "
        "count(*) FROM "
        "a.articles)) INSERT INTO articles SELECT s.id + copy.n * 1000000, s.published, s.headline, s.body "
        "FROM copy "
        "CROSS JOIN a.articles AS s LIMIT %d",
        archive, count, count);
    char *message = NULL;
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK) {
        fprintf(stderr, "%s\n", message);
        exit(1);
    }
    sqlite3_free(sql);
    double bytes = (double)bench_sql(db, "SELECT sum(length(CAST(body AS BLOB))) FROM articles");
    sqlite3_close(db);
    return bytes;
}

static void print_side(const side *side, struct measured measured, struct measured index, double text) {
    printf("  %-22s %9.2f %8.2f %8.2f %9.2f %8.2f %9.1f %8.2f %8.1f\n", side->name, measured.cpu,
           measured.cpu / index.cpu, measured.own, measured.wall, measured.wall / index.wall,
           measured.found[0] / 1e6, measured.found[0] / text, measured.memory);
}

static void print_single(const char *name, struct measured with, struct measured plain, int at) {
    printf("  %s of one article: %.2f ms (CPU %.2f), beside the plain one's %.2f (%.2f)\n", name,
           with.found[at], with.found[at + 1], plain.found[at], plain.found[at + 1]);
}

static void run_size(const char *extension, const char *archive, const char *folder, int count, int batch) {
    char *articles = sqlite3_mprintf("%s/articles.db", folder),
         *file = sqlite3_mprintf("%s/index.db", folder);
    const side sides[] = {{"FTS5, unicode61", NULL, file, -1, batch},
                          {"newswire, one thread", extension, file, 0, batch},
                          {"newswire, two workers", extension, file, 2, batch}};
    const side plain = {"plain", NULL, file, -1, batch};
    double text = make_articles(archive, articles, count);
    printf("%d articles, %.0f MB of text\n", count, text / 1e6);
    printf("  %-22s %9s %8s %8s %9s %8s %9s %8s %8s\n", "", "CPU s", "x FTS5", "writer", "wall s", "x FTS5",
           "MB", "x text", "peak MiB");
    struct measured index = {0, 0, 0, 0, {0}};
    for (int i = 0; i < 3; i++) {
        copy_database(articles, file);
        struct measured measured = bench_apart(sides[i].name, build, &sides[i]);
        if (i == 0) index = measured;
        print_side(&sides[i], measured, index, text);
    }
    struct measured asked = bench_apart("questions", ask, &sides[1]);
    for (int i = 0; i < QUESTIONS; i++)
        printf("  asked by %-14s %6.0f rows in %6.2f ms\n", questions[i].name, asked.found[2 * i + 1],
               asked.found[2 * i]);
    struct measured with = bench_apart("single", write_single, &sides[1]);
    struct measured dense = bench_apart("optimize", optimize, &sides[1]);
    copy_database(articles, file);
    struct measured without = bench_apart("single", write_single, &plain);
    print_single("insert", with, without, 0);
    print_single("update", with, without, 2);
    print_single("delete", with, without, 4);
    struct stat size;
    stat(articles, &size);
    printf("  after 'optimize', which takes %.1f s: %.1f MB, %.2f times the text\n", dense.wall,
           (dense.found[0] - (double)size.st_size) / 1e6, (dense.found[0] - (double)size.st_size) / text);
    remove_database(articles);
    remove_database(file);
    sqlite3_free(articles);
    sqlite3_free(file);
}

int main(int argc, char **argv) {
    if (argc < 5) {
        fprintf(stderr, "bench_archive EXTENSION ARCHIVE.db FOLDER ARTICLES [BATCH]\n");
        return 2;
    }
    int count = atoi(argv[4]), batch = argc > 5 ? atoi(argv[5]) : 1000;
    if (count < 10 || batch < 1) return 2;
    printf("SQLite %s, archive %s, for each side: %s batches of %d articles\n", sqlite3_libversion(), argv[2],
           settings, batch);
    run_size(argv[1], argv[2], argv[3], count / 10, batch);
    run_size(argv[1], argv[2], argv[3], count / 3, batch);
    run_size(argv[1], argv[2], argv[3], count, batch);
    return 0;
}

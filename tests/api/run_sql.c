/*
** Runs the readable SQL tests: for each FILE.sql, on a new connection with the extension, compares what it gives
** with FILE.expected; and once more with SQLite's optimizations off, which may change no row.
**
**     run_sql EXTENSION FILE.sql...
**     run_sql EXTENSION --print FILE.sql      shows what a file gives now, to be judged by a person
**
** As in the sqlite3 shell's list mode: columns parted by '|', NULL empty. An error is a line "error: " with its
** message, and the file goes on. A comment line that begins "--- " is printed, as a heading.
*/
#include "api.h"

#include <ctype.h>

static char *read_file(const char *name) {
    FILE *file = fopen(name, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = malloc((size_t)size + 1);
    if (!text) exit(1);
    text[fread(text, 1, (size_t)size, file)] = 0;
    fclose(file);
    return text;
}

static void run_statement(sqlite3 *db, sqlite3_stmt *statement, sqlite3_str *out) {
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(statement); i++) {
            if (i) sqlite3_str_appendchar(out, 1, '|');
            const char *text = (const char *)sqlite3_column_text(statement, i);
            if (text) sqlite3_str_appendall(out, text);
        }
        sqlite3_str_appendchar(out, 1, '\n');
    }
    if (code != SQLITE_DONE) sqlite3_str_appendf(out, "error: %s\n", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
}

/* Past blanks and comments before a statement; headings are printed. */
static const char *next_statement(const char *sql, sqlite3_str *out) {
    for (;;) {
        while (isspace((unsigned char)*sql) || *sql == ';') sql++;
        if (strncmp(sql, "--", 2)) return sql;
        const char *end = strchr(sql, '\n');
        if (!end) end = sql + strlen(sql);
        if (strncmp(sql, "--- ", 4) == 0) sqlite3_str_appendf(out, "%.*s\n", (int)(end - sql), sql);
        sql = end;
    }
}

static char *run_file(const char *extension, const char *sql, int optimized) {
    sqlite3 *db = test_open(":memory:", extension);
    sqlite3_str *out = sqlite3_str_new(NULL);
    if (!optimized) sqlite3_test_control(SQLITE_TESTCTRL_OPTIMIZATIONS, db, ~0);
    while (*(sql = next_statement(sql, out))) {
        sqlite3_stmt *statement = NULL;
        const char *rest = NULL;
        if (sqlite3_prepare_v2(db, sql, -1, &statement, &rest) != SQLITE_OK) {
            sqlite3_str_appendf(out, "error: %s\n", sqlite3_errmsg(db));
            /* on to the next statement: the end of this one by SQLite's own reckoning */
            const char *stop = strstr(sql, ";\n");
            if (!stop) break;
            rest = stop + 1;
        } else if (statement) {
            run_statement(db, statement, out);
        }
        sql = rest;
    }
    if (sqlite3_close(db) != SQLITE_OK) sqlite3_str_appendall(out, "error: the connection did not close\n");
    char *result = sqlite3_str_finish(out);
    return result ? result : sqlite3_mprintf("");
}

/* The first line where two texts differ. */
static void show_difference(const char *name, const char *how, const char *got, const char *wanted) {
    int line = 1;
    const char *got_line = got, *wanted_line = wanted;
    while (*got && *got == *wanted) {
        if (*got == '\n') {
            line++;
            got_line = got + 1;
            wanted_line = wanted + 1;
        }
        got++;
        wanted++;
    }
    CHECK(0, "%s, line %d%s:\n  got    %.*s\n  wanted %.*s", name, line, how, (int)strcspn(got_line, "\n"),
          got_line, (int)strcspn(wanted_line, "\n"), wanted_line);
}

static void check_file(const char *extension, const char *name, const char *sql) {
    char *expected = sqlite3_mprintf("%.*s.expected", (int)(strlen(name) - 4), name);
    char *wanted = read_file(expected);
    CHECK(wanted, "no %s", expected);
    for (int optimized = 1; wanted && optimized >= 0; optimized--) {
        char *got = run_file(extension, sql, optimized);
        if (strcmp(got, wanted))
            show_difference(name, optimized ? "" : ", without optimizations", got, wanted);
        else
            test_passed++;
        sqlite3_free(got);
    }
    free(wanted);
    sqlite3_free(expected);
}

int main(int argc, char **argv) {
    if (argc < 3) return 2;
    int print = strcmp(argv[2], "--print") == 0;
    for (int i = 2 + print; i < argc; i++) {
        char *sql = read_file(argv[i]);
        if (!sql) return 2;
        if (print) {
            char *got = run_file(argv[1], sql, 1);
            fputs(got, stdout);
            sqlite3_free(got);
        } else {
            check_file(argv[1], argv[i], sql);
        }
        free(sql);
    }
    return print ? 0 : test_end("sql");
}

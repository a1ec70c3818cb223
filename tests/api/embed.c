/*
** newswire linked into a program with -DSQLITE_CORE: an automatic extension, no loading.
**
**     embed               tests that it is there
**     embed FILE...       prints what it reads in files: to be compared with what another build prints
*/
#include "api.h"
#include "newswire_sqlite.h"

/* The analysis and the HTML of each file's text. */
static int print_files(sqlite3 *db, int count, char **names) {
    static char text[1 << 20];
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db,
                       "SELECT key, value FROM json_each(news_analyze(?1, '{\"quotes\":\"all\",\"published\":"
                       "\"2012-02-22\"}')) UNION ALL SELECT 'html', news_html(?1)",
                       -1, &statement, NULL);
    int code = SQLITE_DONE;
    for (int i = 0; i < count && code == SQLITE_DONE; i++) {
        FILE *file = fopen(names[i], "rb");
        if (!file) return 1;
        size_t size = fread(text, 1, sizeof text, file);
        fclose(file);
        sqlite3_bind_text(statement, 1, text, (int)size, SQLITE_STATIC);
        while ((code = sqlite3_step(statement)) == SQLITE_ROW)
            printf("%s: %s: %s\n", names[i], sqlite3_column_text(statement, 0),
                   sqlite3_column_text(statement, 1));
        sqlite3_reset(statement);
    }
    if (code != SQLITE_DONE) fprintf(stderr, "%s\n", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return code != SQLITE_DONE;
}

int main(int argc, char **argv) {
    sqlite3_auto_extension((void (*)(void))sqlite3_newswire_init);
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    if (argc > 1) return print_files(db, argc - 1, argv + 1);
    CHECK_ROWS(db, "SELECT text FROM news_tokens('Shares rose.')", "Shares\nrose\n.");
    sqlite3_close(db);
    /* and again on a second connection */
    sqlite3_open(":memory:", &db);
    CHECK_ROWS(db, "SELECT count(*) FROM news_sentences('One. Two.')", "2");
    sqlite3_close(db);
    return test_end("embedded");
}

/*
** newswire linked into a program with -DSQLITE_CORE: an automatic extension, no loading.
*/
#include "api.h"
#include "newswire_sqlite.h"

int main(void) {
    sqlite3_auto_extension((void (*)(void))sqlite3_newswire_init);
    sqlite3 *db = NULL;
    sqlite3_open(":memory:", &db);
    CHECK_ROWS(db, "SELECT text FROM news_tokens('Shares rose.')", "Shares\nrose\n.");
    sqlite3_close(db);
    /* and again on a second connection */
    sqlite3_open(":memory:", &db);
    CHECK_ROWS(db, "SELECT count(*) FROM news_sentences('One. Two.')", "2");
    sqlite3_close(db);
    return test_end("embedded");
}

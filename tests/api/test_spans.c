/*
** The span property: for every row of every table with spans, substr(body, start, length) = text, and the
** byte span is the same text; over an archive of real articles and over random bytes.
*/
#include "api.h"

static const char *const tables[] = {"tokens", "sentences", "mentions",    "quote_spans",
                                     "moves",  "values",    "instruments", "credits"};
enum { TABLES = sizeof tables / sizeof *tables };

/* Rows that break the property, and all rows, of one table over `articles`. */
static void check_table(sqlite3 *db, const char *table, const char *corpus) {
    char *sql = sqlite3_mprintf(
        "SELECT count(*) FILTER (WHERE substr(a.body, x.start, x.length) IS NOT x.text"
        "  OR substr(CAST(a.body AS BLOB), x.byte_start + 1, x.byte_length) IS NOT CAST(x.text AS BLOB)"
        "  OR x.length <= 0), count(*) FROM articles a, news_%s(a.body, '{\"quotes\":\"all\"}') x",
        table);
    char *rows = test_rows(db, sql);
    CHECK(strncmp(rows, "0|", 2) == 0, "news_%s over %s: broken|all %s", table, corpus, rows);
    if (strcmp(corpus, "random bytes"))
        CHECK(strcmp(rows, "0|0") != 0, "news_%s over %s: no rows", table, corpus);
    sqlite3_free(rows);
    sqlite3_free(sql);
}

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* What a text by chance is made of, beside noise. Not one below the other, which clang-format would do. */
/* clang-format off */
static const char *const pieces[] = {
    "General Widgets ", "said ", "\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "9.5 percent ", "$1.2bn",
    "<ABC.N>", "(Reuters) - ", "\n", "\n\n", "    ", "U.S. ", "rose ", "\xC3", "\xE2\x80",
    "\xF0\x9F\x98\x80", "\xFF\xFE", "\x80\x80", "e\xCC\x81", "\xEF\xBC\xA1", "'", "``", "''",
    "Feb 22 ", "<", ">", "(", ")", "Paris-based ", "By Ann Lee\n", "(Reporting by Ann Lee)",
    "\x01", "\xC2\xA0", "\xE4\xB8\xAD\xE6\x96\x87", "he ", "told reporters ", "fell 3 pct to ",
    "\xED\xA0\x80", ", ", ". ", "Mr. ", "\xC3\xA9t\xC3\xA9 "
};
/* clang-format on */

/* Text made of news, broken UTF-8, odd characters and plain noise. */
static int random_text(uint32_t *state, unsigned char *text, int room) {
    int length = 0, wanted = (int)(next_random(state) % (unsigned)room);
    while (length + 40 < wanted) {
        uint32_t pick = next_random(state);
        if (pick % 4 == 0) {
            text[length++] = (unsigned char)(1 + next_random(state) % 255);
        } else {
            const char *piece = pieces[pick / 4 % (sizeof pieces / sizeof *pieces)];
            size_t size = strlen(piece);
            memcpy(text + length, piece, size);
            length += (int)size;
        }
    }
    return length;
}

static void random_articles(sqlite3 *db) {
    static unsigned char text[3000];
    sqlite3_stmt *insert = NULL;
    sqlite3_exec(db, "CREATE TABLE articles(body TEXT)", NULL, NULL, NULL);
    sqlite3_prepare_v2(db, "INSERT INTO articles VALUES(?1)", -1, &insert, NULL);
    uint32_t state = 19870226;
    for (int i = 0; i < 1500; i++) {
        int length = random_text(&state, text, sizeof text);
        sqlite3_bind_text(insert, 1, (const char *)text, length, SQLITE_STATIC);
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    sqlite3 *db = test_open(":memory:", argv[1]);
    random_articles(db);
    for (int i = 0; i < TABLES; i++) check_table(db, tables[i], "random bytes");
    sqlite3_close(db);

    const char *archive = getenv("ARCHIVE"); /* a database with articles(body), where there is one */
    FILE *there = archive ? fopen(archive, "rb") : NULL;
    if (there) {
        fclose(there);
        sqlite3_open_v2(archive, &db, SQLITE_OPEN_READONLY, NULL);
        if (test_load(db, argv[1]) != SQLITE_OK) return 1;
        for (int i = 0; i < TABLES; i++) check_table(db, tables[i], "the archive");
        sqlite3_close(db);
    } else {
        printf("spans over an archive: 0 passed, 0 failed, 1 skipped\n");
    }
    return test_end("spans");
}

/*
** tokenize = 'newswire' as FTS5 calls it: whatever the text, what was indexed can be removed; errors are passed on; texts end
** where FTS5 says.
*/
#include "api.h"

static unsigned next_random(unsigned *seed) {
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

/* ---------------------------------------------------------------- tables */

static void put(sqlite3 *db, int rowid, const char *text, int length) {
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "INSERT OR REPLACE INTO found(rowid, body) VALUES (?1, ?2)", -1, &statement, NULL);
    sqlite3_bind_int(statement, 1, rowid);
    sqlite3_bind_text(statement, 2, text, length, SQLITE_STATIC);
    CHECK(sqlite3_step(statement) == SQLITE_DONE, "row %d: %s", rowid, sqlite3_errmsg(db));
    sqlite3_finalize(statement);
}

/* Bytes that a news text may hold, and some that it may not. */
static int make_text(unsigned *seed, char *text, int room) {
    static const char *const pieces[] = {"U.S.",
                                         " ",
                                         "<",
                                         ">",
                                         ".",
                                         "'s",
                                         "n't",
                                         "GM",
                                         "7203",
                                         "T",
                                         "-",
                                         "+",
                                         "&",
                                         "a",
                                         "1,2",
                                         "00",
                                         "\0",
                                         "\xff",
                                         "\xc3",
                                         "\xa9",
                                         "\xe2",
                                         "'",
                                         "\xe2\x80\x99",
                                         "\xc2\xbd",
                                         "=",
                                         "0#",
                                         "/",
                                         "http",
                                         "://a",
                                         "@",
                                         ".com",
                                         "\n",
                                         "\xcc\x81",
                                         "\xc2\xad",
                                         "\xef\xb7\xba",
                                         "\xe6\x97\xa5"};
    int length = 0, count = (int)(next_random(seed) % 60);
    for (int i = 0; i < count; i++) {
        const char *piece = pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)];
        int size = *piece ? (int)strlen(piece) : 1;
        if (next_random(seed) % 4 == 0) {
            text[length++] = (char)next_random(seed);
        } else if (length + size < room - 1) {
            memcpy(text + length, piece, (size_t)size);
            length += size;
        }
    }
    return length;
}

static void check_tables(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    char text[4096];
    unsigned seed = 7;
    CHECK_ROWS(db, "CREATE VIRTUAL TABLE found USING fts5(body, tokenize='newswire')", "");
    CHECK_ROWS(db, "CREATE VIRTUAL TABLE terms USING fts5vocab(found, row)", "");
    for (int i = 0; i < 3000; i++)
        put(db, (int)(next_random(&seed) % 500), text, make_text(&seed, text, sizeof text));
    CHECK_ROWS(db, "SELECT count(*) > 100 FROM terms", "1");
    CHECK_ROWS(db, "INSERT INTO found(found) VALUES ('integrity-check')", "");
    CHECK_ROWS(db,
               "SELECT count(*) FROM found WHERE found MATCH 'gm' AND highlight(found, 0, '[', ']') IS NULL",
               "0");
    CHECK_ROWS(db, "DELETE FROM found WHERE rowid % 3", "");
    CHECK_ROWS(db, "UPDATE found SET body = body || ' U.S.' WHERE rowid % 2", "");
    CHECK_ROWS(db, "INSERT INTO found(found) VALUES ('integrity-check')", "");
    CHECK_ROWS(db, "DELETE FROM found", "");
    CHECK_ROWS(db, "SELECT count(*) FROM terms", "0");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

/* ---------------------------------------------------------------- the interface */

static fts5_api *find_api(sqlite3 *db) {
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db, "SELECT fts5(?1)", -1, &statement, NULL);
    sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
    sqlite3_step(statement);
    sqlite3_finalize(statement);
    return api;
}

typedef struct heard {
    int tokens;
    int stop_at; /* 0: never */
    int last_end;
} heard;

static int hear(void *context, int flags, const char *token, int length, int start, int end) {
    heard *all = context;
    CHECK(token && length > 0 && start >= 0 && end > start, "token %d", all->tokens);
    CHECK(all->tokens || !(flags & FTS5_TOKEN_COLOCATED), "colocated with nothing");
    all->tokens++;
    all->last_end = end;
    return all->tokens == all->stop_at ? SQLITE_IOERR : SQLITE_OK;
}

static int logged;

static void log_message(void *context, int code, const char *message) {
    (void)context, (void)code;
    logged += strcmp(message, "tokenizer newswire takes no arguments: \"language\"") == 0;
}

static void check_interface(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    fts5_api *api = find_api(db);
    fts5_tokenizer tokenizer;
    Fts5Tokenizer *instance = NULL;
    void *data = NULL;
    CHECK(api && api->xFindTokenizer(api, "newswire", &data, &tokenizer) == SQLITE_OK, "not there");
    if (!api || !tokenizer.xCreate) return;
    const char *arguments[] = {"language", "en"};
    CHECK(tokenizer.xCreate(data, arguments, 2, &instance) == SQLITE_ERROR && !instance,
          "an argument is taken");
    CHECK(logged == 1, "nobody says why");
    CHECK(tokenizer.xCreate(data, NULL, 0, &instance) == SQLITE_OK, "no instance");
    /* a text in memory of just its size, so that a sanitizer sees who reads on */
    char *text = malloc(12);
    if (!text) exit(1);
    memcpy(text, "U.S. <7203.T", 12);
    heard all = {0, 0, 0}, some = {0, 2, 0};
    CHECK(tokenizer.xTokenize(instance, &all, FTS5_TOKENIZE_DOCUMENT, text, 12, hear) == SQLITE_OK,
          "document");
    CHECK(all.tokens == 4 && all.last_end == 12, "%d tokens, up to %d", all.tokens, all.last_end);
    CHECK(tokenizer.xTokenize(instance, &some, FTS5_TOKENIZE_DOCUMENT, text, 12, hear) == SQLITE_IOERR &&
              some.tokens == 2,
          "goes on after an error, %d tokens", some.tokens);
    all.tokens = 0;
    CHECK(tokenizer.xTokenize(instance, &all, FTS5_TOKENIZE_AUX, text, 12, hear) == SQLITE_OK &&
              all.tokens == 4,
          "for a function: %d tokens", all.tokens);
    all.tokens = 0;
    CHECK(tokenizer.xTokenize(instance, &all, FTS5_TOKENIZE_QUERY, text, 12, hear) == SQLITE_OK &&
              all.tokens == 2,
          "for a query: %d tokens", all.tokens);
    all.tokens = 0;
    CHECK(tokenizer.xTokenize(instance, &all, FTS5_TOKENIZE_DOCUMENT, NULL, 0, hear) == SQLITE_OK &&
              !all.tokens,
          "no text");
    tokenizer.xDelete(instance);
    free(text);
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

/* ---------------------------------------------------------------- registration */

static void check_registration(const char *extension) {
    sqlite3 *db = test_open(":memory:", extension);
    CHECK_ROWS(db, "CREATE VIRTUAL TABLE found USING fts5(body, tokenize='newswire')", "");
    CHECK(test_load(db, extension) == SQLITE_OK, "a second load");
    CHECK_ROWS(db, "INSERT INTO found VALUES ('U.S.')", "");
    CHECK_ROWS(db, "SELECT count(*) FROM found WHERE found MATCH 'us'", "1");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");

    /* without FTS5, all else is there */
    sqlite3_open(":memory:", &db);
    sqlite3_create_function(db, "fts5", 1, SQLITE_UTF8, NULL, NULL, NULL, NULL);
    CHECK(test_load(db, extension) == SQLITE_OK && sqlite3_errcode(db) == SQLITE_OK, "%s",
          sqlite3_errmsg(db));
    CHECK_ROWS(db, "SELECT count(*) FROM news_tokens('Up we go.')", "4");
    CHECK(sqlite3_close(db) == SQLITE_OK, "the connection is busy");
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    sqlite3_config(SQLITE_CONFIG_LOG, log_message, NULL);
    check_tables(argv[1]);
    check_interface(argv[1]);
    check_registration(argv[1]);
    CHECK(sqlite3_memory_used() == 0, "%lld bytes leaked", (long long)sqlite3_memory_used());
    return test_end("fts5");
}

#include "train_names.h"

#include <sqlite3.h>

enum { UPPER_STEP = 4 }; /* every how many-th article is read in capitals */

static uint8_t type_of(const char *name) {
    switch (*name) {
    case 'P': return NEWSWIRE_PERSON;
    case 'O': return NEWSWIRE_ORG;
    case 'L': return NEWSWIRE_LOC;
    default: return NEWSWIRE_MISC;
    }
}

static sqlite3_stmt *query(sqlite3 *db, const char *sql, const char *path) {
    sqlite3_stmt *rows;
    if (sqlite3_prepare_v2(db, sql, -1, &rows, NULL) == SQLITE_OK) return rows;
    fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
    exit(1);
}

/* The byte where character `wanted` (from 1) begins. */
static uint32_t byte_of(const char *body, uint32_t length, uint32_t wanted) {
    uint32_t at = 0, character = 1;
    while (at < length && character < wanted)
        for (at++, character++; at < length && ((unsigned char)body[at] & 0xc0) == 0x80;) at++;
    return at;
}

static void add_document(data_set *set, newswire_engine *engine, char *body, uint32_t length,
                         gold_name *names, uint32_t name_count, uint32_t fold) {
    set->documents = must(realloc(set->documents, (set->document_count + 1) * sizeof *set->documents));
    document *added = &set->documents[set->document_count];
    const newswire_credit *credits;
    size_t credit_count;
    memset(added, 0, sizeof *added);
    added->names = names;
    added->name_count = name_count;
    added->fold = fold;
    set->document_count++;
    for (uint32_t i = 0; i < name_count; i++) set->types |= 1u << names[i].type;
    if (newswire_article_open(engine, body, length, NULL, &added->article) ||
        newswire_credits(added->article, &credits, &credit_count)) {
        fprintf(stderr, "%s: an article cannot be read\n", set->name);
        exit(1);
    }
}

static void read_database(newswire_engine *engine, const char *path, bool upper, data_set *set) {
    sqlite3 *db;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL)) {
        fprintf(stderr, "%s: %s\n", path, sqlite3_errmsg(db));
        exit(1);
    }
    sqlite3_stmt *articles = query(db, "SELECT id, body FROM articles ORDER BY id", path);
    sqlite3_stmt *marked =
        query(db, "SELECT start, length, type FROM gold_mentions WHERE article = ? ORDER BY start", path);
    uint32_t step = 0;
    while (sqlite3_step(articles) == SQLITE_ROW) {
        uint32_t number = step++;
        if (upper && number % UPPER_STEP) continue;
        uint32_t length = (uint32_t)sqlite3_column_bytes(articles, 1), count = 0;
        char *body = must(malloc(length + 1u));
        memcpy(body, sqlite3_column_text(articles, 1), length);
        body[length] = 0;
        gold_name *names = NULL;
        sqlite3_bind_int64(marked, 1, sqlite3_column_int64(articles, 0));
        while (sqlite3_step(marked) == SQLITE_ROW) {
            uint32_t start = (uint32_t)sqlite3_column_int(marked, 0),
                     size = (uint32_t)sqlite3_column_int(marked, 1);
            names = must(realloc(names, (count + 1) * sizeof *names));
            names[count].start = byte_of(body, length, start);
            names[count].end = byte_of(body, length, start + size);
            names[count++].type = type_of((const char *)sqlite3_column_text(marked, 2));
        }
        sqlite3_reset(marked);
        for (uint32_t i = 0; upper && i < length; i++)
            if (body[i] >= 'a' && body[i] <= 'z') body[i] = (char)(body[i] - 32);
        add_document(set, engine, body, length, names, count, number % FOLDS);
        free(body);
    }
    sqlite3_finalize(articles);
    sqlite3_finalize(marked);
    sqlite3_close(db);
}

void read_documents(newswire_engine *engine, const char *path, bool upper, data_set *set) {
    memset(set, 0, sizeof *set);
    set->name = path;
    read_database(engine, path, upper, set);
    fprintf(stderr, "%s: %u articles\n", path, set->document_count);
}

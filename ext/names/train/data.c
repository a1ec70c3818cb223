#include "tagger/train/marked_database.h"
#include "train_names.h"

enum { GOLD_TIMES = 2 }; /* articles as they were marked count more than altered and plain ones */

uint8_t type_of_name(const char *name) {
    switch (*name) {
    case 'P': return NEWSWIRE_PERSON;
    case 'O': return NEWSWIRE_ORG;
    case 'L': return NEWSWIRE_LOC;
    default: return NEWSWIRE_MISC;
    }
}

/* ---- documents ---- */

document *add_document(data_set *set, newswire_engine *engine, const char *body, uint32_t length,
                       uint32_t fold) {
    set->documents = must(realloc(set->documents, (set->document_count + 1) * sizeof *set->documents));
    document *added = &set->documents[set->document_count];
    const newswire_credit *credits;
    size_t credit_count;
    memset(added, 0, sizeof *added);
    added->fold = fold;
    if (newswire_article_open(engine, body, length, NULL, &added->article) ||
        newswire_credits(added->article, &credits, &credit_count)) {
        fprintf(stderr, "%s: an article cannot be read\n", set->name);
        exit(1);
    }
    set->document_count++;
    return added;
}

typedef struct set_reader {
    newswire_engine *engine;
    data_set *set;
    alteration how;
    uint32_t read;
} set_reader;

static void take_article(const raw_article *article, void *context) {
    set_reader *reader = context;
    raw_article altered;
    uint32_t number = reader->read++;
    memset(&altered, 0, sizeof altered);
    if (reader->how != AS_IT_IS && !alter_article(article, reader->how, number, &altered)) return;
    const raw_article *from = reader->how == AS_IT_IS ? article : &altered;
    document *added = add_document(reader->set, reader->engine, from->body, from->length, number % FOLDS);
    added->names = must(malloc((from->name_count + 1u) * sizeof *added->names));
    memcpy(added->names, from->names, from->name_count * sizeof *added->names);
    added->name_count = from->name_count;
    for (uint32_t i = 0; i < from->name_count; i++) reader->set->types |= 1u << from->names[i].type;
    free(altered.body);
    free(altered.names);
}

void forget_documents(data_set *set) {
    for (uint32_t d = 0; d < set->document_count; d++) {
        newswire_article_close(set->documents[d].article);
        free(set->documents[d].names);
        free(set->documents[d].spans);
    }
    free(set->documents);
    set->documents = NULL;
    set->document_count = 0;
}

/* ---- databases ---- */

static void read_names(sqlite3_stmt *marked, raw_article *article) {
    while (sqlite3_step(marked) == SQLITE_ROW) {
        uint32_t start = (uint32_t)sqlite3_column_int(marked, 0),
                 size = (uint32_t)sqlite3_column_int(marked, 1);
        article->names = must(realloc(article->names, (article->name_count + 1) * sizeof *article->names));
        article->names[article->name_count++] =
            (gold_name){byte_of(article->body, article->length, start),
                        byte_of(article->body, article->length, start + size),
                        type_of_name((const char *)sqlite3_column_text(marked, 2)), false};
    }
}

void each_article(const char *path, article_task *task, void *context) {
    sqlite3 *db = open_marked(path);
    sqlite3_stmt *articles =
        query_marked(db, "SELECT id, body FROM articles WHERE body IS NOT NULL ORDER BY id", path);
    while (sqlite3_step(articles) == SQLITE_ROW) {
        raw_article article = {(char *)sqlite3_column_text(articles, 1),
                               (uint32_t)sqlite3_column_bytes(articles, 1), NULL, 0};
        task(&article, context);
    }
    sqlite3_finalize(articles);
    sqlite3_close(db);
}

static void read_database(const char *path, article_task *task, void *context) {
    sqlite3 *db = open_marked(path);
    sqlite3_stmt *articles = query_marked(db, "SELECT id, body FROM articles ORDER BY id", path);
    sqlite3_stmt *marked = query_marked(
        db, "SELECT start, length, type FROM gold_mentions WHERE article = ? ORDER BY start", path);
    while (sqlite3_step(articles) == SQLITE_ROW) {
        raw_article article = {(char *)sqlite3_column_text(articles, 1),
                               (uint32_t)sqlite3_column_bytes(articles, 1), NULL, 0};
        sqlite3_bind_int64(marked, 1, sqlite3_column_int64(articles, 0));
        read_names(marked, &article);
        sqlite3_reset(marked);
        task(&article, context);
        free(article.names);
    }
    sqlite3_finalize(articles);
    sqlite3_finalize(marked);
    sqlite3_close(db);
}

static bool is_database(const char *path) {
    char head[16] = "";
    FILE *file = fopen(path, "rb");
    if (!file) return false;
    size_t length = fread(head, 1, sizeof head, file);
    fclose(file);
    return length == sizeof head && memcmp(head, "SQLite format 3", sizeof head) == 0;
}

void read_documents(newswire_engine *engine, const char *path, alteration how, data_set *set) {
    set_reader reader = {engine, set, how, 0};
    memset(set, 0, sizeof *set);
    set->name = path;
    set->times = how == AS_IT_IS ? GOLD_TIMES : 1;
    set->judged = how == AS_IT_IS || how == IN_CAPITALS;
    (is_database(path) ? read_database : read_columns)(path, take_article, &reader);
    fprintf(stderr, "%s: %u articles\n", path, set->document_count);
}

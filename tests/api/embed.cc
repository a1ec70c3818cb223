/*
** newswire in a C++ program: both interfaces are compiled, linked and called.
*/
#include "newswire.h"
#include "newswire_sqlite.h"

#include <cstdio>
#include <string>

static const char text[] = "Ann Lee joined Acme Widgets Inc.";

/* The first entity's name, by the C interface of the engine. */
static std::string engine_name() {
    newswire_engine *engine = nullptr;
    newswire_article *article = nullptr;
    const newswire_entity *entities = nullptr;
    size_t count = 0;
    std::string name;
    if (newswire_engine_open(nullptr, &engine) != NEWSWIRE_OK) return name;
    if (newswire_article_open(engine, text, sizeof text - 1, nullptr, &article) == NEWSWIRE_OK &&
        newswire_entities(article, &entities, &count) == NEWSWIRE_OK && count > 0)
        name.assign(entities[0].name.bytes, entities[0].name.length);
    newswire_article_close(article);
    newswire_engine_close(engine);
    return name;
}

/* The same by SQL, of one connection. */
static std::string sql_name() {
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    char *message = nullptr;
    std::string name;
    if (sqlite3_open(":memory:", &db) == SQLITE_OK &&
        sqlite3_newswire_init(db, &message, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(db, "SELECT name FROM news_entities(?1)", -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
        if (sqlite3_step(statement) == SQLITE_ROW)
            name = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    sqlite3_free(message);
    sqlite3_close(db);
    return name;
}

int main() {
    bool passed = engine_name() == "Ann Lee" && sql_name() == "Ann Lee";
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(sqlite3_newswire_init));
    sqlite3_reset_auto_extension();
    if (!passed) std::printf("engine: %s, SQL: %s\n", engine_name().c_str(), sql_name().c_str());
    std::printf("embedded in C++: %d passed, %d failed\n", passed, !passed);
    return !passed;
}

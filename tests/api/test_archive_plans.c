/*
** The usual questions to an index are answered by index: no plan scans a table or sorts more than it answers.
*/
#include "archive.h"

static const struct {
    const char *question;
    const char *sql;
    const char *steps[4]; /* stand in the plan, in this order */
} questions[] = {
    {"by entity",
     "SELECT m.article, m.start FROM wire_entity e JOIN wire_mention m ON m.entity = e.id WHERE e.name = ?1",
     {"SEARCH e USING COVERING INDEX wire_entityname (name=?)",
      "SEARCH m USING INDEX wire_mentionentity (entity=?)"}},
    {"by any form of a name",
     "SELECT m.article FROM wire_alias a JOIN wire_mention m ON m.entity = a.entity AND m.form = a.form "
     "WHERE a.name = ?1",
     {"SEARCH a USING COVERING INDEX wire_aliasname (name=?)",
      "SEARCH m USING INDEX wire_mentionentity (entity=?)"}},
    {"by speaker",
     "SELECT q.text, a.published FROM wire_quote q JOIN wire_entity e ON e.id = q.entity JOIN articles a ON "
     "a.id = q.article "
     "WHERE e.name = ?1",
     {"SEARCH e USING COVERING INDEX wire_entityname (name=?)",
      "SEARCH q USING INDEX wire_quoteentity (entity=?)", "SEARCH a USING INTEGER PRIMARY KEY"}},
    {"by size and direction of a move",
     "SELECT m.article, m.subject FROM wire_move m WHERE m.direction = 'down' AND m.change <= -5",
     {"SEARCH m USING INDEX wire_movechange (direction=? AND change<?)"}},
    {"by whose move",
     "SELECT m.change FROM wire_entity e JOIN wire_move m ON m.entity = e.id WHERE e.name = ?1",
     {"SEARCH e USING COVERING INDEX wire_entityname", "SEARCH m USING INDEX wire_moveentity (entity=?)"}},
    {"by code",
     "SELECT i.article, e.name FROM wire_instrument i LEFT JOIN wire_entity e ON e.id = i.entity WHERE "
     "i.code = 'AC1.L'",
     {"SEARCH i USING INDEX wire_instrumentcode (code=?)", "SEARCH e USING INTEGER PRIMARY KEY"}},
    {"by date",
     "SELECT w.key, q.text FROM wire_article w JOIN wire_quote q ON q.article = w.key WHERE w.published "
     "BETWEEN '2012-03-01' "
     "AND '2012-03-31'",
     {"SEARCH w USING COVERING INDEX wire_articlepublished (published>? AND published<?)",
      "SEARCH q USING PRIMARY KEY (article=?)"}},
    {"by article",
     "SELECT * FROM wire_quote q LEFT JOIN wire_quotespan s ON s.article = q.article AND s.quote = q.quote "
     "WHERE q.article = 7",
     {"SEARCH q USING PRIMARY KEY (article=?)", "SEARCH s USING PRIMARY KEY (article=? AND quote=?)"}},
    {"an article's mentions",
     "SELECT * FROM wire_mention WHERE article = 7",
     {"USING PRIMARY KEY (article=?)"}},
    {"an article's values", "SELECT * FROM wire_value WHERE article = 7", {"USING PRIMARY KEY (article=?)"}},
    {"an article's moves", "SELECT * FROM wire_move WHERE article = 7", {"USING PRIMARY KEY (article=?)"}},
    {"failures",
     "SELECT key, error FROM wire_article WHERE state_code <> 0 AND state_code = 1",
     {"SEARCH wire_article USING INDEX wire_articlestate"}},
    {"the index itself by key", "SELECT quotes FROM wire WHERE key = 7", {"VIRTUAL TABLE INDEX 1:"}},
    {"the index itself by rowid", "SELECT quotes FROM wire WHERE rowid = 7", {"VIRTUAL TABLE INDEX 1:"}},
    {"the index joined",
     "SELECT w.quotes FROM articles a JOIN wire w ON w.key = a.id WHERE a.url = 'u3'",
     {"SEARCH a USING", "w VIRTUAL TABLE INDEX 1:"}},
    {"the index in order", "SELECT key FROM wire ORDER BY key", {"VIRTUAL TABLE INDEX 0:"}},
    {"the index backwards", "SELECT key FROM wire ORDER BY key DESC LIMIT 3", {"VIRTUAL TABLE INDEX 8:"}},
    {"from a key on", "SELECT key FROM wire WHERE key > 7 ORDER BY key", {"VIRTUAL TABLE INDEX 2:"}},
    {"up to a rowid, backwards",
     "SELECT key FROM wire WHERE rowid <= 7 ORDER BY rowid DESC",
     {"VIRTUAL TABLE INDEX 12:"}},
    {"between two keys", "SELECT key FROM wire WHERE key BETWEEN 3 AND 7", {"VIRTUAL TABLE INDEX 6:"}},
};

static void check_plan(sqlite3 *db, const char *question, const char *sql, const char *const *steps) {
    char *plan = test_plan(db, sql);
    test_steps(question, plan, steps, 4);
    CHECK(!strstr(plan, "SCAN wire_") && !strstr(plan, "SCAN articles") && !strstr(plan, "TEMP B-TREE"),
          "%s: scans or sorts\n%s", question, plan);
    sqlite3_free(plan);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    sqlite3 *db = test_archive(":memory:", argv[1], 40);
    run(db, MAKE_INDEX);
    CHECK_ROWS(db, LOOP, "1");
    for (int optimized = 0; optimized < 2; optimized++) { /* with the planner's statistics, too */
        for (size_t i = 0; i < sizeof questions / sizeof *questions; i++)
            check_plan(db, questions[i].question, questions[i].sql, questions[i].steps);
        run(db, "INSERT INTO wire(wire) VALUES('optimize')");
    }
    check_sound(db, "optimize");
    sqlite3_close(db);
    return test_end("archive's plans");
}

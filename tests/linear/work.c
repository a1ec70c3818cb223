/*
** One piece of work of a given size, whose instructions linear.sh counts.
**
**     work EXTENSION KIND SIZE      SIZE 0 does all but the work
**     work --kinds                  the kinds, a line each, with their first size
*/
#include "../api/api.h"

/* All tables of one article. */
#define ALL_TABLES "SELECT length(news_analyze(?1, '{\"quotes\":\"all\"}')), length(news_html(?1))"

static const char story[] =
    "PARIS, March 3 (Reuters) - Shares in Acme Widgets SA <ACME.PA> rose 4.5 percent to 12.30 euros on "
    "Tuesday, after the\n"
    "company said it would cut 2,000 jobs, or 7 to 8 percent of its workforce, by 2014.\n\n"
    "\"We are on track,\" chief executive Marie Duval told reporters. \"It was our best year.\"\n\n"
    "Analysts at North Bank expect the Paris-based company to report net profit of $1.2bn, up from 900 "
    "million euros a year "
    "earlier. He said the shares had doubled in 12 months.\n\n";

static const struct kind {
    const char *name;
    const char *piece; /* repeated to SIZE bytes */
    const char *sql;
    int first_size;
} kinds[] = {
    {"article", story, ALL_TABLES, 8000},
    {"opening quotes", "\xE2\x80\x9C", ALL_TABLES, 15000},
    {"straight quotes", "\"", ALL_TABLES, 6000},
    {"single quotes", "'", ALL_TABLES, 6000},
    {"quoted words", "\"a ", ALL_TABLES, 8000},
    {"brackets", "(", ALL_TABLES, 6000},
    {"angle brackets", "<", ALL_TABLES, 6000},
    {"capitals", "A", ALL_TABLES, 131072},
    {"capital words", "Aa ", ALL_TABLES, 8000},
    {"different names", NULL, ALL_TABLES, 8000},
    {"digits", "7", ALL_TABLES, 131072},
    {"numbers", "7 percent ", ALL_TABLES, 8000},
    {"stops", ".", ALL_TABLES, 24000},
    {"line breaks", "a\n", ALL_TABLES, 6000},
    {"bylines", "By Ann Lee\n", ALL_TABLES, 8000},
    {"said", "said he said she said ", ALL_TABLES, 8000},
    {"hyphens", "a-", ALL_TABLES, 131072},
    {"one token", "x", ALL_TABLES, 262144},
    {"commas", "Acme, ", ALL_TABLES, 8000},
    {"broken UTF-8", "\xC3\xE2\x80 ", ALL_TABLES, 8000},
    {"continuation bytes", "\x80", ALL_TABLES, 12000},
    {"join by sentence", story,
     "SELECT count(*) FROM news_tokens(?1) t, news_sentences(?1) s WHERE s.sentence = t.sentence", 8000},
    {"join by entity", story,
     "SELECT count(*) FROM news_mentions(?1) m JOIN news_entities(?1) e ON e.entity = m.entity", 4000},
    {"join of mentions", story,
     "SELECT count(*) FROM news_entities(?1) e JOIN news_mentions(?1) m ON m.entity = e.entity", 4000},
    {"join of quote spans", story,
     "SELECT count(*) FROM news_quotes(?1) q JOIN news_quote_spans(?1) s ON s.quote = q.quote", 4000},
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static char *make_text(const struct kind *kind, int size) {
    char *text = malloc((size_t)size + 32);
    int length = 0;
    if (!text) exit(1);
    for (unsigned i = 0; length < size; i++) {
        if (kind->piece) {
            int left = size - length, piece = (int)strlen(kind->piece);
            memcpy(text + length, kind->piece, (size_t)(left < piece ? left : piece));
            length += left < piece ? left : piece;
        } else { /* names that are all different */
            length +=
                snprintf(text + length, 32, "N%c%c%c%c met ", 'a' + (char)(i % 26), 'a' + (char)(i / 26 % 26),
                         'a' + (char)(i / 676 % 26), 'a' + (char)(i / 17576 % 26));
        }
    }
    text[size] = 0;
    return text;
}

int main(int argc, char **argv) {
    if (argc == 2 && strcmp(argv[1], "--kinds") == 0) {
        for (int i = 0; i < KINDS; i++) printf("%d %s\n", kinds[i].first_size, kinds[i].name);
        return 0;
    }
    if (argc < 4) return 2;
    for (int i = 0; i < KINDS; i++) {
        if (strcmp(kinds[i].name, argv[2])) continue;
        int size = atoi(argv[3]);
        char *text = make_text(&kinds[i], size);
        sqlite3 *db = test_open(":memory:", argv[1]);
        sqlite3_stmt *statement = NULL;
        if (sqlite3_prepare_v2(db, kinds[i].sql, -1, &statement, NULL) != SQLITE_OK) return 1;
        if (size == 0) memcpy(text, "a", 2);
        sqlite3_bind_text(statement, 1, text, -1, SQLITE_STATIC);
        int code = sqlite3_step(statement);
        sqlite3_finalize(statement);
        sqlite3_close(db);
        free(text);
        return code == SQLITE_ROW ? 0 : 1;
    }
    return 2;
}

/*
** news_html over made-up articles of all kinds: its elements are well-formed and few, its text is the
** article's, and every quote, mention and move of the tables is marked.
*/
#include "api.h"

static uint32_t state = 20261122;

static uint32_t next_random(uint32_t limit) {
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % limit;
}

static const char *const pieces[] = {
    "Shares in Acme Widgets rose 4.5 percent to 12 euros",
    "the company's chairman, Ann Lee, said",
    "\"We are \xE2\x80\x98glad\xE2\x80\x99 of it,\"",
    "\xE2\x80\x9CIt fell 3 percent in Paris",
    "\xE2\x80\x9D",
    "\"",
    " he told reporters.",
    "\n\n",
    "\n",
    "<b>Paris-based</b> Acme & Sons",
    "<ACME.PA>",
    "North Bank analysts expect Mr. Lee's bank to cut rates by 25 basis points.",
    "- item",
    "By Ann Lee",
    "(Reporting by Ann Lee)",
    "</span></p></div>",
    "'><script>",
    "\xC3\xA9t\xC3\xA9",
    "according to John Smith",
    "&amp; &#60;",
    ". ",
    ", ",
    "PARIS, March 3 (Reuters) - ",
};

static int make_article(char *text, int pieces_wanted) {
    int length = 0;
    for (int i = 0; i < pieces_wanted; i++) {
        const char *piece = pieces[next_random(sizeof pieces / sizeof *pieces)];
        length += sprintf(text + length, "%s%s", piece, next_random(3) ? " " : "");
    }
    return length;
}

/* The character that a reference stands for, which must be numeric; moves *at past it. */
static char reference(const char **at) {
    char *end;
    long code = strncmp(*at, "&#", 2) == 0 ? strtol(*at + 2, &end, 10) : 0;
    if (code < 1 || code > 127 || *end != ';') return 0;
    *at = end + 1;
    return (char)code;
}

/* Reads a fragment; says what is wrong with it, or NULL. `text` gets what it shows, without white space. */
static const char *read_html(const char *at, char *text) {
    enum { DEEP = 64 };
    char open[DEEP][8];
    int depth = 0;
    if (strncmp(at, "<div class=\"newswire\"><style>", 29)) return "begins otherwise";
    at = strstr(at, "</style>") + 8;
    strcpy(open[depth++], "div");
    while (*at) {
        if (*at == '<') {
            int closing = at[1] == '/';
            size_t name = strcspn(at + 1 + closing, " >");
            const char *tag = at + 1 + closing;
            if (!depth || name > 7) return "an odd tag";
            if (closing) {
                depth--;
                if (strlen(open[depth]) != name || strncmp(open[depth], tag, name)) return "tags cross";
            } else {
                int known = 0;
                static const char *const tags[] = {"p", "h2", "span"};
                for (int i = 0; i < 3; i++) known |= strlen(tags[i]) == name && !strncmp(tags[i], tag, name);
                if (!known || depth == DEEP) return "an unknown tag";
                sprintf(open[depth++], "%.*s", (int)name, tag);
            }
            at += strcspn(at, ">"); /* none is in an attribute: they are escaped */
            if (!*at++) return "a tag does not end";
        } else if (*at == '&') {
            char shown = reference(&at);
            if (!shown) return "an odd reference";
            *text++ = shown;
        } else {
            if (strchr("\"'>", *at)) return "something is not escaped";
            if (*at != ' ' && *at != '\n') *text++ = *at;
            at++;
        }
    }
    *text = 0;
    return depth ? "an element is open" : NULL;
}

static void without_space(const char *from, char *to) {
    for (; *from; from++)
        if (*from != ' ' && *from != '\n') *to++ = *from;
    *to = 0;
}

/* How many different numbers follow an attribute. */
static int count_marks(const char *html, const char *attribute) {
    static char seen[100000];
    int count = 0;
    memset(seen, 0, sizeof seen);
    while ((html = strstr(html, attribute))) {
        html += strlen(attribute);
        long number = strtol(html, NULL, 10);
        if (number > 0 && number < 100000 && !seen[number]) {
            seen[number] = 1;
            count++;
        }
    }
    return count;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static char article[200000], wanted[200000], shown[400000];
    sqlite3 *db = test_open(":memory:", argv[1]);
    sqlite3_stmt *statement = NULL;
    sqlite3_prepare_v2(db,
                       "SELECT news_html(?1, ?2), (SELECT count(*) FROM news_mentions(?1, ?2)),"
                       " (SELECT count(*) FROM news_moves(?1, ?2)), (SELECT count(DISTINCT quote) FROM "
                       "news_quote_spans(?1, ?2))",
                       -1, &statement, NULL);
    sqlite3_bind_text(statement, 2, "{\"quotes\":\"all\"}", -1, SQLITE_STATIC);
    int quotes = 0, moves = 0;
    for (int i = 0; i < 400; i++) {
        int length = make_article(article, i < 395 ? 1 + (int)next_random(60) : 3000);
        sqlite3_bind_text(statement, 1, article, length, SQLITE_STATIC);
        if (sqlite3_step(statement) != SQLITE_ROW) {
            CHECK(0, "%s: %s", article, sqlite3_errmsg(db));
            break;
        }
        const char *html = (const char *)sqlite3_column_text(statement, 0);
        const char *wrong = read_html(html, shown);
        without_space(article, wanted);
        CHECK(!wrong, "%s in\n%.2000s", wrong, html);
        if (!wrong)
            CHECK(strcmp(shown, wanted) == 0, "the text of\n%.1000s\n  is not that of\n%.2000s", article,
                  html);
        int marked[] = {count_marks(html, " data-mention=\""), count_marks(html, " data-move=\""),
                        count_marks(html, " data-quote=\"")};
        for (int j = 0; j < 3; j++) {
            CHECK(marked[j] == sqlite3_column_int(statement, 1 + j), "kind %d: %d marked, %d in the table", j,
                  marked[j], sqlite3_column_int(statement, 1 + j));
        }
        moves += marked[1];
        quotes += marked[2];
        sqlite3_reset(statement);
    }
    CHECK(quotes > 100 && moves > 100, "only %d quotes and %d moves in all", quotes, moves);
    sqlite3_finalize(statement);
    sqlite3_close(db);
    return test_end("html");
}

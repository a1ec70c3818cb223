/*
** Quotes, from readable cases (tests/data/quotes.txt): each is a short article and the quotes a reader
** finds in it. Then what no text can be written down for: a mark that never closes, and marks without end.
*/
#include "harness.h"

enum { LINE_BYTES = 4096, TEXT_BYTES = 16384, EXPECTED_MOST = 16 };

/* A case as read: its text, and the lines that say what is to be found. */
typedef struct quote_case {
    char name[LINE_BYTES];
    char text[TEXT_BYTES];
    char expected[EXPECTED_MOST][LINE_BYTES];
    size_t expected_count;
    bool all;
    int line;
} quote_case;

static const char *const kind_names[] = {"direct", "mixed", "indirect"};

static void append(char *to, const char *from) {
    size_t have = strlen(to), add = strlen(from);
    if (have + add < TEXT_BYTES) memcpy(to + have, from, add + 1);
}

static void append_string(char *to, newswire_string string) {
    size_t have = strlen(to);
    if (have + string.length + 1 >= LINE_BYTES || !string.length) return;
    for (uint32_t i = 0; i < string.length; i++)
        to[have + i] = string.bytes[i] == '\n' ? ' ' : string.bytes[i];
    to[have + string.length] = 0;
}

/* A quote as the cases write it: kind | text | speaker | cue | speaker_name, and where the case asks for
** them | addressee | medium. */
static void write_row(const newswire_quote *quote, size_t fields, char *line) {
    newswire_string columns[] = {quote->text,         quote->speaker,   quote->cue,
                                 quote->speaker_name, quote->addressee, quote->medium};
    line[0] = 0;
    append(line, kind_names[quote->kind]);
    for (size_t i = 0; i + 1 < fields; i++) {
        append(line, " | ");
        if (columns[i].length)
            append_string(line, columns[i]);
        else
            append(line, "-");
    }
}

static size_t count_fields(const char *line) {
    size_t fields = 1;
    for (; *line; line++) fields += *line == '|';
    return fields;
}

static void check_case(newswire_engine *engine, const quote_case *one) {
    newswire_options options = {0};
    const newswire_quote *rows;
    size_t count;
    options.all_quotes = one->all;
    newswire_article *article = test_article(engine, one->text, &options);
    CHECK(newswire_quotes(article, &rows, &count) == NEWSWIRE_OK, "%s", one->name);
    CHECK(count == one->expected_count, "line %d, %s: %zu quotes, not %zu", one->line, one->name, count,
          one->expected_count);
    for (size_t i = 0; i < count; i++) {
        char line[LINE_BYTES];
        const char *want = i < one->expected_count ? one->expected[i] : "nothing";
        write_row(&rows[i], i < one->expected_count ? count_fields(want) : 5, line);
        CHECK(strcmp(line, want) == 0, "line %d, %s:\n  found  %s\n  wanted %s", one->line, one->name, line,
              want);
        CHECK(rows[i].score > 0 && rows[i].score <= 1, "%s: score", one->name);
    }
    newswire_article_close(article);
}

/* "[name]" begins a case, "[name; all]" one with beliefs too; "= …" is a quote; "." a blank line of the text;
** anything else a line of the text. Returns whether a case was read. */
static bool read_case(FILE *file, char *pending, int *line_number, quote_case *one) {
    char line[LINE_BYTES];
    memset(one, 0, sizeof *one);
    memcpy(one->name, pending, strlen(pending) + 1);
    one->all = strstr(pending, "; all]") != NULL;
    one->line = *line_number;
    bool found = pending[0] == '[';
    pending[0] = 0;
    while (fgets(line, sizeof line, file)) {
        ++*line_number;
        line[strcspn(line, "\r\n")] = 0;
        if (line[0] == '#' || (!line[0] && !one->text[0])) continue;
        if (line[0] == '[') {
            memcpy(pending, line, strlen(line) + 1);
            if (found) return true;
            memcpy(one->name, line, strlen(line) + 1);
            one->all = strstr(line, "; all]") != NULL;
            one->line = *line_number;
            found = true;
        } else if (strncmp(line, "= ", 2) == 0 && one->expected_count < EXPECTED_MOST) {
            memcpy(one->expected[one->expected_count++], line + 2, strlen(line + 2) + 1);
        } else if (line[0] && found) {
            if (one->text[0]) append(one->text, "\n");
            append(one->text, strcmp(line, ".") == 0 ? "" : line);
        }
    }
    return found && one->text[0];
}

static void check_cases(newswire_engine *engine) {
    static quote_case one;
    char pending[LINE_BYTES] = "";
    int line_number = 0, cases = 0;
    FILE *file = fopen("tests/data/quotes.txt", "r");
    CHECK(file != NULL, "tests/data/quotes.txt cannot be read");
    if (!file) return;
    while (read_case(file, pending, &line_number, &one)) {
        check_case(engine, &one);
        cases++;
        if (!pending[0]) break;
    }
    fclose(file);
    CHECK(cases >= 100, "%d cases", cases);
}

/* An article of `count` copies of a piece of text after another. Returns how many quotes it has, and the
** bytes of the longest in *longest. */
static size_t count_quotes(newswire_engine *engine, const char *first, const char *piece, size_t count,
                           uint32_t *longest) {
    size_t head = strlen(first), length = strlen(piece), quotes;
    char *text = malloc(head + count * length + 1);
    const newswire_quote *rows;
    if (!text) exit(1);
    memcpy(text, first, head);
    for (size_t i = 0; i < count; i++) memcpy(text + head + i * length, piece, length);
    text[head + count * length] = 0;
    newswire_article *article = test_article(engine, text, NULL);
    CHECK(newswire_quotes(article, &rows, &quotes) == NEWSWIRE_OK, "%.20s", first);
    *longest = 0;
    for (size_t i = 0; i < quotes; i++)
        if (rows[i].span.length > *longest) *longest = rows[i].span.length;
    newswire_article_close(article);
    free(text);
    return quotes;
}

/* A mark that is never closed ends with its paragraph; any number of marks is only work. */
static void check_hostile(newswire_engine *engine) {
    uint32_t longest;
    count_quotes(engine, "Ann Lee said: \"We sell.\n\n",
                 "The harbour was quiet all day and no ship came in.\n\n", 200, &longest);
    CHECK(longest < 100, "a mark left open swallows %" PRIu32 " bytes", longest);
    count_quotes(engine, "", "\"", 100000, &longest);
    count_quotes(engine, "", "\" a ", 100000, &longest);
    count_quotes(engine, "", "'a ", 100000, &longest);
    count_quotes(engine, "",
                 "\xe2\x80\x98"
                 "a \xe2\x80\x9c"
                 "b ",
                 50000, &longest);
    count_quotes(engine, "", "said, ", 100000, &longest);
    count_quotes(engine, "", "he said that ", 50000, &longest);
    count_quotes(engine, "", "(Lee, ", 50000, &longest);
    count_quotes(engine, "", "\"We sell,\" Lee said. ", 20000, &longest);
    CHECK(longest < 10000, "a quote of %" PRIu32 " bytes", longest);
}

int main(void) {
    newswire_engine *engine;
    if (newswire_engine_open(NULL, &engine) != NEWSWIRE_OK) return 1;
    check_cases(engine);
    check_hostile(engine);
    newswire_engine_close(engine);
    return test_end("quotes");
}

/*
** Texts that end and begin anywhere: pieces of the cases and stories of tests/data, cut without regard to words. Each is read
** whole, and what is found lies in the text.
*/
#include "harness.h"

enum { STEP = 4, SHORT = 40, LONG = 200 };

static char *read_file(const char *path, size_t *length) {
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    *length = 0;
    if (!file) return NULL;
    if (fseek(file, 0, SEEK_END) == 0 && (text = malloc((size_t)ftell(file) + 1)) != NULL) {
        *length = (size_t)ftell(file);
        rewind(file);
        *length = fread(text, 1, *length, file);
    }
    fclose(file);
    return text;
}

static bool lies_in(newswire_span span, size_t length) {
    return span.length > 0 && span.start <= length && span.length <= length - span.start;
}

/* Whether all tables of a text are read, and lie in it. */
static bool is_read(newswire_engine *engine, const char *text, size_t length) {
    newswire_article *article;
    const newswire_mention *mentions;
    const newswire_quote_span *spans;
    const newswire_move *moves;
    const newswire_value *values;
    const newswire_instrument *instruments;
    const newswire_credit *credits;
    size_t count = 0;
    if (newswire_article_open(engine, text, length, NULL, &article) != NEWSWIRE_OK) return false;
    bool right = newswire_mentions(article, &mentions, &count) == NEWSWIRE_OK;
    for (size_t i = 0; right && i < count; i++) right = lies_in(mentions[i].span, length);
    right = right && newswire_quote_spans(article, &spans, &count) == NEWSWIRE_OK;
    for (size_t i = 0; right && i < count; i++) right = lies_in(spans[i].span, length);
    right = right && newswire_moves(article, &moves, &count) == NEWSWIRE_OK;
    for (size_t i = 0; right && i < count; i++) right = lies_in(moves[i].span, length);
    right = right && newswire_values(article, &values, &count) == NEWSWIRE_OK;
    for (size_t i = 0; right && i < count; i++) right = lies_in(values[i].span, length);
    right = right && newswire_instruments(article, &instruments, &count) == NEWSWIRE_OK;
    for (size_t i = 0; right && i < count; i++) right = lies_in(instruments[i].span, length);
    right = right && newswire_credits(article, &credits, &count) == NEWSWIRE_OK;
    for (size_t i = 0; right && i < count; i++) right = lies_in(credits[i].span, length);
    newswire_article_close(article);
    return right;
}

static void cut(newswire_engine *engine, const char *path) {
    size_t length, wrong = 0;
    char *text = read_file(path, &length);
    CHECK(text && length > LONG, "%s", path);
    for (size_t end = STEP, turn = 0; text && end <= length; end += STEP, turn++) {
        size_t room = turn % 3 ? SHORT : LONG;
        size_t first = end > room ? end - room : 0;
        wrong += !is_read(engine, text + first, end - first);
    }
    CHECK(wrong == 0, "%zu pieces of %s", wrong, path);
    free(text);
}

int main(void) {
    static const char *const files[] = {"entities.txt",        "moves.txt",
                                        "quotes.txt",          "stories/01-merger.txt",
                                        "stories/02-bank.txt", "stories/03-airline.txt"};
    newswire_engine *engine = test_engine();
    char path[200];
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        snprintf(path, sizeof path, TEST_DATA "/%s", files[i]);
        cut(engine, path);
    }
    newswire_engine_close(engine);
    return test_end("cuts");
}

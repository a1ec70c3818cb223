/*
** The public C interface when the user interrupts and when memory is refused: what was begun leaves nothing behind, and the
** same table may be asked for again.
*/
#include "engine_tables.h"

/* The story many times over, so that a stage is asked many times whether to go on. */
static char *repeat_story(size_t times) {
    size_t length = strlen(story);
    char *text = malloc(times * (length + 1) + 1);
    if (!text) exit(1);
    for (size_t i = 0; i < times; i++) {
        memcpy(text + i * (length + 1), story, length);
        text[i * (length + 1) + length] = '\n';
    }
    text[times * (length + 1)] = 0;
    return text;
}

static bool interrupt_later(void *context) {
    long *left = context;
    return *left >= 0 && (*left)-- == 0;
}

/* Interrupted at each poll in turn, a table gives nothing and keeps nothing; asked again, all its rows. */
static void test_interrupts(newswire_engine *engine) {
    char *text = repeat_story(60);
    newswire_article *whole = test_article(engine, text, NULL);
    for (int i = 0; i < TABLES; i++) {
        row_sum wanted = tables[i].sum(whole);
        long left = -1;
        newswire_options options = {.interrupted = interrupt_later, .interrupt_context = &left};
        newswire_article *article = test_article(engine, text, &options);
        size_t largest = 0, interrupts = 0;
        for (;; interrupts++) {
            left = 0;
            row_sum sum = tables[i].sum(article);
            if (sum.status == NEWSWIRE_OK) break;
            CHECK(sum.status == NEWSWIRE_INTERRUPT && sum.count == 0 && !sum.has_rows,
                  "%s: status %d, %zu rows", tables[i].name, sum.status, sum.count);
            if (interrupts < 3) largest = newswire_article_memory(article);
            CHECK(newswire_article_memory(article) <= largest, "%s: %zu bytes kept", tables[i].name,
                  newswire_article_memory(article));
            if (interrupts == 3) break;
        }
        CHECK(interrupts > 0, "%s was never asked", tables[i].name);
        for (long polls = 1;; polls *= 2) {
            left = polls;
            row_sum sum = tables[i].sum(article);
            if (sum.status == NEWSWIRE_INTERRUPT) continue;
            CHECK(same_rows(sum, wanted), "%s: %zu rows, wanted %zu", tables[i].name, sum.count,
                  wanted.count);
            break;
        }
        newswire_article_close(article);
    }
    newswire_article_close(whole);
    free(text);
}

/* What a table gives when the n-th request for memory is refused, and then when it is asked again. */
static newswire_status try_table(counter *count, long refused, const struct table *table, row_sum wanted) {
    const newswire_allocator allocator = {counted_allocate, counted_release, count};
    newswire_engine *engine = NULL;
    newswire_article *article = NULL;
    count->left = refused;
    newswire_status status = newswire_engine_open(&allocator, &engine);
    if (status == NEWSWIRE_OK) status = newswire_article_open(engine, story, strlen(story), NULL, &article);
    CHECK(status != NEWSWIRE_OK || article, "no article");
    if (status == NEWSWIRE_OK) {
        row_sum sum = table->sum(article);
        status = sum.status;
        CHECK(status == NEWSWIRE_OK || (!sum.has_rows && sum.count == 0), "%s: rows without memory",
              table->name);
        sum = table->sum(article);
        CHECK(same_rows(sum, wanted), "%s asked again: %zu rows, wanted %zu", table->name, sum.count,
              wanted.count);
    }
    newswire_article_close(article);
    newswire_engine_close(engine);
    CHECK(count->held == 0, "%s: %ld blocks not given back", table->name, count->held);
    return status;
}

static void test_refusals(newswire_article *whole) {
    for (int i = 0; i < TABLES; i++) {
        counter count = {0, -1};
        row_sum wanted = tables[i].sum(whole);
        long refused = 0;
        for (; refused < 10000; refused++) {
            newswire_status status = try_table(&count, refused, &tables[i], wanted);
            CHECK(status == NEWSWIRE_OK || status == NEWSWIRE_NOMEM, "%s: status %d", tables[i].name, status);
            if (count.left > 0) break; /* nobody asked so often */
        }
        CHECK(refused > 5 && refused < 10000, "%s: %ld requests", tables[i].name, refused);
    }
}

int main(void) {
    newswire_engine *engine;
    if (newswire_engine_open(NULL, &engine) != NEWSWIRE_OK) return 1;
    newswire_article *article = test_article(engine, story, NULL);
    test_interrupts(engine);
    test_refusals(article);
    newswire_article_close(article);
    newswire_engine_close(engine);
    return test_end("engine failures");
}

/*
** Shared by the unit tests: an engine and articles without SQLite, and their text as C strings.
*/
#ifndef HARNESS_H
#define HARNESS_H

#include "../check.h"
#include "newswire.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static inline void *test_allocate(void *context, size_t size) {
    (void)context;
    return malloc(size);
}

static inline void test_release(void *context, void *block) {
    (void)context;
    free(block);
}

/* malloc and free, for what needs an allocator. */
static inline const newswire_allocator *test_allocator(void) {
    static const newswire_allocator standard = {test_allocate, test_release, NULL};
    return &standard;
}

/* An article of a terminated text with options; stops the program where that fails. */
static inline newswire_article *test_article(newswire_engine *engine, const char *text,
                                             const newswire_options *options) {
    newswire_article *article;
    if (newswire_article_open(engine, text, strlen(text), options, &article) != NEWSWIRE_OK) {
        printf("article_open failed\n");
        exit(1);
    }
    return article;
}

static inline newswire_engine *test_engine(void) {
    newswire_engine *engine;
    if (newswire_engine_open(NULL, &engine) != NEWSWIRE_OK) exit(1);
    return engine;
}

/* The text of a span, terminated, in one of a few rotating buffers. */
static inline const char *test_span(newswire_article *article, newswire_span span) {
    static char buffers[8][4096];
    static unsigned turn;
    char *buffer = buffers[turn++ % 8];
    newswire_string text = newswire_article_text(article);
    snprintf(buffer, sizeof buffers[0], "%.*s", (int)span.length, text.bytes + span.start);
    return buffer;
}

static inline const char *test_string(newswire_string string) {
    static char buffers[8][4096];
    static unsigned turn;
    char *buffer = buffers[turn++ % 8];
    if (!string.bytes) return "(none)";
    snprintf(buffer, sizeof buffers[0], "%.*s", (int)string.length, string.bytes);
    return buffer;
}

#define CHECK_STRING(got, wanted)                                                                            \
    do {                                                                                                     \
        const char *got_ = (got), *wanted_ = (wanted);                                                       \
        CHECK(strcmp(got_, wanted_) == 0, "got '%s', wanted '%s'", got_, wanted_);                           \
    } while (0)

#endif

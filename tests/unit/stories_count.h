/*
** What of the stories is counted, and how much of it is right.
*/
#ifndef STORIES_COUNT_H
#define STORIES_COUNT_H

#include "stories.h"

/* What is counted, and the share of it, in percent, that must be right over all stories. */
enum {
    SENTENCES,
    NAMES,
    ENTITIES,
    REFERENCES,
    QUOTES,
    SPEAKERS,
    KINDS,
    MOVES,
    DETAILS,
    INSTRUMENTS,
    CREDITS,
    DATES,
    COUNTS
};

typedef struct story_count {
    const char *name;
    unsigned floor;
    unsigned right, wanted, found; /* found: rows that there are, right or not */
} story_count;

static story_count counts[COUNTS] = {
    [SENTENCES] = {"sentences", 100, 0, 0, 0}, [NAMES] = {"names", 93, 0, 0, 0},
    [ENTITIES] = {"entities", 86, 0, 0, 0},    [REFERENCES] = {"references", 68, 0, 0, 0},
    [QUOTES] = {"quotes", 90, 0, 0, 0},        [SPEAKERS] = {"speakers", 84, 0, 0, 0},
    [KINDS] = {"quote kinds", 98, 0, 0, 0},    [MOVES] = {"moves", 93, 0, 0, 0},
    [DETAILS] = {"move details", 88, 0, 0, 0}, [INSTRUMENTS] = {"instruments", 100, 0, 0, 0},
    [CREDITS] = {"credits", 100, 0, 0, 0},     [DATES] = {"dates", 100, 0, 0, 0},
};

static bool told; /* say what is missed */
static const char *current;

static void count(int what, bool right, const char *fact, newswire_string got) {
    counts[what].wanted++;
    counts[what].right += right;
    if (told && !right)
        printf("%s: %s: missed %s (got %.*s)\n", current, counts[what].name, fact, (int)got.length,
               got.bytes ? got.bytes : "");
}

static const newswire_string nothing = {NULL, 0};

static void too_much(int what, newswire_string row) {
    counts[what].found++;
    if (told)
        printf("%s: %s: too much: %.*s\n", current, counts[what].name, (int)row.length,
               row.bytes ? row.bytes : "");
}

static bool same_span(newswire_span a, newswire_span b) { return a.start == b.start && a.length == b.length; }

static bool inside(newswire_span inner, newswire_span outer) {
    return inner.start >= outer.start && inner.start + inner.length <= outer.start + outer.length;
}

#endif

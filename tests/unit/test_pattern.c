/* Patterns: groups, limits, and no memory at any point. */
#include "harness.h"

#include "base/pattern.h"
#include "base/text.h"

#include <setjmp.h>

enum { CODE, OPTIONAL_PART, WORDS, SLOW, BROKEN, PATTERN_COUNT };

static const nw_pattern table[PATTERN_COUNT] = {
    {"code", "<([A-Z]+)\\.([A-Z]+)>", "<PEUP.PA>"},
    {"optional part", "([a-z]+)(?: (\\d+))?$", "feb 22"},
    {"words", "(?:[\\w\\x80-\\xff]+ ?)+", "caf\xc3\xa9 au lait"},
    {"slow", "(?:a+a+)+b", "aaab"},
    {"broken", "(", ""},
};

/* Counts what it gives out, and refuses from one request on. */
typedef struct counting {
    long left; /* requests granted; negative: all */
    long out;  /* blocks not given back */
} counting;

static void *allocate(void *context, size_t size) {
    counting *count = context;
    if (count->left == 0) return NULL;
    if (count->left > 0) count->left--;
    count->out++;
    return malloc(size);
}

static void release(void *context, void *block) {
    counting *count = context;
    count->out--;
    free(block);
}

static newswire_string string(const char *text) { return nw_string(text); }

static void test_groups(nw_patterns *patterns, nw_arena *arena) {
    newswire_span groups[4];
    for (size_t i = 0; i < BROKEN; i++)
        CHECK(nw_pattern_match(patterns, arena, table, PATTERN_COUNT, i, string(table[i].example), groups, 1),
              "%s", table[i].name);
    CHECK(nw_pattern_match(patterns, arena, table, PATTERN_COUNT, CODE, string("<PEUP.PA> rose"), groups, 4),
          "code");
    CHECK(groups[0].start == 0 && groups[0].length == 9, "the match");
    CHECK(groups[1].start == 1 && groups[1].length == 4 && groups[2].start == 6 && groups[2].length == 2,
          "groups");
    CHECK(groups[3].start == UINT32_MAX && groups[3].length == 0, "a group the pattern does not have");
    CHECK(!nw_pattern_match(patterns, arena, table, PATTERN_COUNT, CODE, string("x <PEUP.PA>"), groups, 4),
          "anchored");
    CHECK(nw_pattern_match(patterns, arena, table, PATTERN_COUNT, OPTIONAL_PART, string("feb"), groups, 3),
          "optional");
    CHECK(groups[2].start == UINT32_MAX && groups[2].length == 0, "an unset group");
    CHECK(
        !nw_pattern_match(patterns, arena, table, PATTERN_COUNT, CODE, (newswire_string){NULL, 0}, groups, 4),
        "empty");
    CHECK(!nw_pattern_match(patterns, arena, table, PATTERN_COUNT, BROKEN, string("("), groups, 1),
          "a broken pattern");
    char slow[2000];
    memset(slow, 'a', sizeof slow);
    CHECK(!nw_pattern_match(patterns, arena, table, PATTERN_COUNT, SLOW, (newswire_string){slow, sizeof slow},
                            groups, 1),
          "the match limit");
}

/* One run with `granted` requests; whether it went through. */
static bool run(counting *count, long granted) {
    newswire_allocator allocator = {allocate, release, count};
    nw_arena arena;
    jmp_buf escape;
    newswire_span groups[3];
    nw_patterns *volatile patterns;
    volatile bool done = false;
    count->left = granted;
    nw_arena_open(&arena, &allocator);
    arena.escape = &escape;
    patterns = nw_patterns_open(&allocator);
    if (patterns && setjmp(escape) == 0) {
        bool matched = nw_pattern_match(patterns, &arena, table, PATTERN_COUNT, OPTIONAL_PART,
                                        string("feb 22"), groups, 3);
        CHECK(matched && groups[2].length == 2, "right where it goes through");
        done = true;
    } else if (patterns) {
        CHECK(arena.status == NEWSWIRE_NOMEM, "status %d", arena.status);
    }
    nw_patterns_close(patterns);
    nw_arena_close(&arena);
    CHECK(count->out == 0, "%ld blocks leaked with %ld requests granted", count->out, granted);
    return done;
}

int main(void) {
    counting count = {-1, 0};
    newswire_allocator allocator = {allocate, release, &count};
    nw_arena arena;
    nw_arena_open(&arena, &allocator);
    nw_patterns *patterns = nw_patterns_open(&allocator);
    CHECK(patterns != NULL, "open");
    if (patterns) test_groups(patterns, &arena);
    nw_patterns_close(patterns);
    nw_patterns_close(NULL);
    nw_arena_close(&arena);
    CHECK(count.out == 0, "%ld blocks leaked", count.out);
    long granted = 0;
    while (!run(&count, granted) && granted < 1000) granted++;
    CHECK(granted > 4 && granted < 1000, "%ld requests", granted);
    return test_end("pattern");
}

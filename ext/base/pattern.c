#include "base/pattern.h"

#include "base/limits.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

enum { MOST_GROUPS = 32, HEAP_KIBIBYTES = 4096 };

typedef struct compiled_table compiled_table;
struct compiled_table {
    compiled_table *next;
    const nw_pattern *table;
    size_t count;
    pcre2_code *codes[]; /* NULL: not compiled yet */
};

struct nw_patterns {
    const newswire_allocator *allocator;
    pcre2_general_context *general;
    pcre2_compile_context *compile;
    pcre2_match_context *match;
    pcre2_match_data *data;
    compiled_table *tables;
    char version[64];
};

static void *pattern_allocate(size_t size, void *context) {
    const newswire_allocator *allocator = context;
    return allocator->allocate(allocator->context, size);
}

static void pattern_release(void *block, void *context) {
    const newswire_allocator *allocator = context;
    if (block) allocator->release(allocator->context, block);
}

/* PCRE2 hands its callbacks' context over without const. */
static void *unconst(const newswire_allocator *allocator) {
    union {
        const newswire_allocator *in;
        void *out;
    } cast = {allocator};
    return cast.out;
}

nw_patterns *nw_patterns_open(const newswire_allocator *allocator) {
    nw_patterns *patterns = allocator->allocate(allocator->context, sizeof *patterns);
    if (!patterns) return NULL;
    memset(patterns, 0, sizeof *patterns);
    patterns->allocator = allocator;
    if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) <= (int)sizeof patterns->version)
        (void)pcre2_config(PCRE2_CONFIG_VERSION, patterns->version);
    patterns->general = pcre2_general_context_create(pattern_allocate, pattern_release, unconst(allocator));
    if (patterns->general) {
        patterns->compile = pcre2_compile_context_create(patterns->general);
        patterns->match = pcre2_match_context_create(patterns->general);
        patterns->data = pcre2_match_data_create(MOST_GROUPS, patterns->general);
    }
    if (!patterns->compile || !patterns->match || !patterns->data) {
        nw_patterns_close(patterns);
        return NULL;
    }
    pcre2_set_match_limit(patterns->match, NW_MATCH_LIMIT);
    pcre2_set_depth_limit(patterns->match, NW_MATCH_LIMIT);
    pcre2_set_heap_limit(patterns->match, HEAP_KIBIBYTES);
    return patterns;
}

void nw_patterns_close(nw_patterns *patterns) {
    if (!patterns) return;
    const newswire_allocator *allocator = patterns->allocator;
    for (compiled_table *table = patterns->tables, *next; table; table = next) {
        next = table->next;
        for (size_t i = 0; i < table->count; i++) pcre2_code_free(table->codes[i]);
        allocator->release(allocator->context, table);
    }
    pcre2_match_data_free(patterns->data);
    pcre2_match_context_free(patterns->match);
    pcre2_compile_context_free(patterns->compile);
    pcre2_general_context_free(patterns->general);
    allocator->release(allocator->context, patterns);
}

const char *nw_patterns_version(const nw_patterns *patterns) { return patterns->version; }

static compiled_table *find_table(nw_patterns *patterns, nw_arena *arena, const nw_pattern *table,
                                  size_t count) {
    compiled_table *found = patterns->tables;
    for (; found; found = found->next)
        if (found->table == table) return found;
    size_t size = sizeof *found + count * sizeof found->codes[0];
    found = patterns->allocator->allocate(patterns->allocator->context, size);
    if (!found) nw_fail(arena, NEWSWIRE_NOMEM);
    memset(found, 0, size);
    found->table = table;
    found->count = count;
    found->next = patterns->tables;
    patterns->tables = found;
    return found;
}

/* NULL for a pattern that is not well-formed: a bug that the test of its example finds. */
static const pcre2_code *find_code(nw_patterns *patterns, nw_arena *arena, compiled_table *table,
                                   size_t index) {
    if (table->codes[index]) return table->codes[index];
    int error;
    PCRE2_SIZE place;
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)table->table[index].source, PCRE2_ZERO_TERMINATED,
                                     PCRE2_ANCHORED | PCRE2_NEVER_UTF, &error, &place, patterns->compile);
    if (!code) {
        if (error == PCRE2_ERROR_HEAP_FAILED) nw_fail(arena, NEWSWIRE_NOMEM);
        return NULL;
    }
    table->codes[index] = code;
    /* No JIT on this machine, or no memory it may execute: the interpreter finds the same, limits apart. */
    (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    return code;
}

static void give_groups(pcre2_match_data *data, int found, newswire_span *groups, size_t group_count) {
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);
    for (size_t i = 0; i < group_count; i++) {
        bool set = i < (size_t)found && ends[2 * i] != PCRE2_UNSET && ends[2 * i] <= ends[2 * i + 1];
        groups[i].start = set ? (uint32_t)ends[2 * i] : UINT32_MAX;
        groups[i].length = set ? (uint32_t)(ends[2 * i + 1] - ends[2 * i]) : 0;
    }
}

bool nw_pattern_match(nw_patterns *patterns, nw_arena *arena, const nw_pattern *table, size_t table_count,
                      size_t index, newswire_string subject, newswire_span *groups, size_t group_count) {
    const pcre2_code *code =
        find_code(patterns, arena, find_table(patterns, arena, table, table_count), index);
    if (!code) return false;
    PCRE2_SPTR bytes = (PCRE2_SPTR)(subject.length ? subject.bytes : "");
    int found = pcre2_match(code, bytes, subject.length, 0, 0, patterns->data, patterns->match);
    if (found == PCRE2_ERROR_JIT_STACKLIMIT)
        found = pcre2_match(code, bytes, subject.length, 0, PCRE2_NO_JIT, patterns->data, patterns->match);
    if (found == PCRE2_ERROR_NOMEMORY) nw_fail(arena, NEWSWIRE_NOMEM);
    if (found < 0) return false;
    give_groups(patterns->data, found == 0 ? MOST_GROUPS : found, groups, group_count);
    return true;
}

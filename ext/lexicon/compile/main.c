#include "lexicon/compile/compile.h"

#include <stdio.h>
#include <stdlib.h>

static void *host_allocate(void *context, size_t size) {
    (void)context;
    void *block = malloc(size);
    if (!block) {
        fprintf(stderr, "lexicon-compile: out of memory\n");
        exit(1);
    }
    return block;
}

static void host_release(void *context, void *block) {
    (void)context;
    free(block);
}

void complain(lexicon_build *compilation, const list_file *list, uint32_t line, const char *message) {
    fprintf(stderr, "%s:%u: %s\n", list->path, (unsigned)line, message);
    compilation->errors++;
}

/* "lists/given_names.txt" is given_names. NULL where it would make no identifier. */
static const char *list_name(nw_arena *arena, const char *path) {
    const char *base = strrchr(path, '/');
    base = base ? base + 1 : path;
    size_t length = strcspn(base, ".");
    char *name = nw_alloc_zero(arena, length + 1);
    memcpy(name, base, length);
    for (const char *at = name; *at; at++) {
        bool letter = (*at >= 'a' && *at <= 'z') || *at == '_';
        if (!letter && (*at < '0' || *at > '9' || at == name)) return NULL;
    }
    return length ? name : NULL;
}

static int compare_lists(const void *first, const void *second) {
    return strcmp(((const list_file *)first)->name, ((const list_file *)second)->name);
}

static bool take_lists(lexicon_build *compilation, char **paths, int count) {
    if (count > NW_MOST_LISTS) {
        fprintf(stderr, "lexicon-compile: %d lists, at most %d\n", count, NW_MOST_LISTS);
        return false;
    }
    for (int i = 0; i < count; i++) {
        const char *name = list_name(compilation->arena, paths[i]);
        if (!name) {
            fprintf(stderr, "%s: a list's name is of a-z, 0-9 and _\n", paths[i]);
            return false;
        }
        compilation->lists[i] = (list_file){.path = paths[i], .name = name};
    }
    compilation->list_count = (uint32_t)count;
    qsort(compilation->lists, (size_t)count, sizeof(list_file), compare_lists);
    return true;
}

int main(int count, char **arguments) {
    static const newswire_allocator host = {host_allocate, host_release, NULL};
    static lexicon_build compilation;
    nw_arena arena;
    if (count < 2) {
        fprintf(stderr, "usage: lexicon-compile DIRECTORY LIST.txt ...\n");
        return 2;
    }
    nw_arena_open(&arena, &host);
    compilation.arena = &arena;
    bool good = take_lists(&compilation, arguments + 2, count - 2);
    if (good) {
        for (uint32_t i = 0; i < compilation.list_count; i++) read_list(&compilation, i);
        if (compilation.errors == 0) make_tables(&compilation);
        if (compilation.errors == 0) find_name_classes(&compilation);
        good = compilation.errors == 0 && write_header(&compilation, arguments[1]) &&
               write_tables(&compilation, arguments[1]);
    }
    nw_arena_close(&arena);
    compilation.arena = NULL;
    return good ? 0 : 1;
}

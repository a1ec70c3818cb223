/* The engine: what articles share, and what is done to a text without analysing it. */
#include "base/engine.h"

#include "base/fold.h"
#include "names/name_words.h"
#include "tokens/terms.h"

#include <stdlib.h>
#include <utf8proc.h>

static void *allocate_with_malloc(void *context, size_t size) {
    (void)context;
    return malloc(size);
}

static void release_with_free(void *context, void *block) {
    (void)context;
    free(block);
}

newswire_status newswire_engine_open(const newswire_allocator *allocator, newswire_engine **out) {
    newswire_allocator standard = {allocate_with_malloc, release_with_free, NULL};
    if (!out) return NEWSWIRE_MISUSE;
    *out = NULL;
    if (!allocator) allocator = &standard;
    newswire_engine *engine = allocator->allocate(allocator->context, sizeof *engine);
    if (!engine) return NEWSWIRE_NOMEM;
    engine->allocator = *allocator;
    engine->kept_words = NULL;
    engine->patterns = nw_patterns_open(&engine->allocator);
    if (!engine->patterns) {
        allocator->release(allocator->context, engine);
        return NEWSWIRE_NOMEM;
    }
    *out = engine;
    return NEWSWIRE_OK;
}

void newswire_engine_close(newswire_engine *engine) {
    if (!engine) return;
    newswire_allocator allocator = engine->allocator;
    nw_patterns_close(engine->patterns);
    nw_kept_words_close(&allocator, engine->kept_words);
    allocator.release(allocator.context, engine);
}

/* ------------------------------------------------------------------ text */

struct folding {
    const newswire_allocator *allocator;
    newswire_string text;
    nw_fold_form form;
    newswire_string *result;
};

static void run_folding(nw_arena *arena, void *context) {
    const struct folding *folding = context;
    newswire_string folded = nw_fold_string(arena, folding->text.bytes, folding->text.length, folding->form);
    char *copy = folding->allocator->allocate(folding->allocator->context, (size_t)folded.length + 1);
    if (!copy) nw_fail(arena, NEWSWIRE_NOMEM);
    if (folded.length) memcpy(copy, folded.bytes, folded.length);
    copy[folded.length] = 0;
    *folding->result = (newswire_string){copy, folded.length};
}

static newswire_status fold(newswire_engine *engine, const char *text, size_t length, nw_fold_form form,
                            newswire_string *result) {
    if (!engine || !result || (!text && length)) return NEWSWIRE_MISUSE;
    *result = (newswire_string){NULL, 0};
    if (length > NEWSWIRE_TEXT_LIMIT) return NEWSWIRE_TOOBIG;
    nw_arena arena;
    nw_arena_open(&arena, &engine->allocator);
    struct folding folding = {&engine->allocator, {text, (uint32_t)length}, form, result};
    newswire_status status = nw_run(&arena, run_folding, &folding);
    nw_arena_close(&arena);
    return status;
}

newswire_status newswire_normalize(newswire_engine *engine, const char *text, size_t length,
                                   newswire_string *result) {
    return fold(engine, text, length, NW_NORMALIZE, result);
}

newswire_status newswire_fold(newswire_engine *engine, const char *text, size_t length,
                              newswire_string *result) {
    return fold(engine, text, length, NW_FOLD, result);
}

newswire_status newswire_norm(newswire_engine *engine, const char *text, size_t length,
                              newswire_string *result) {
    return fold(engine, text, length, NW_NORM, result);
}

void newswire_string_free(newswire_engine *engine, newswire_string *string) {
    if (!string) return;
    if (string->bytes) engine->allocator.release(engine->allocator.context, (char *)string->bytes);
    *string = (newswire_string){NULL, 0};
}

/* --------------------------------------------------------------- searching */

struct term_search {
    newswire_string text;
    newswire_term_use use;
    newswire_term_taker *take;
    void *context;
    int stopped;
};

static void run_terms(nw_arena *arena, void *context) {
    struct term_search *search = context;
    search->stopped = nw_each_term(arena, search->text, search->use, search->take, search->context);
}

newswire_status newswire_terms(newswire_engine *engine, const char *text, size_t length,
                               newswire_term_use use, newswire_term_taker *take, void *context,
                               int *stopped) {
    if (!engine || !take || !stopped || (!text && length)) return NEWSWIRE_MISUSE;
    *stopped = 0;
    if (length > NEWSWIRE_TEXT_LIMIT) return NEWSWIRE_TOOBIG;
    nw_arena arena;
    nw_arena_open(&arena, &engine->allocator);
    struct term_search search = {{text, (uint32_t)length}, use, take, context, 0};
    newswire_status status = nw_run(&arena, run_terms, &search);
    nw_arena_close(&arena);
    *stopped = search.stopped;
    return status;
}

const char *newswire_unicode_version(void) { return utf8proc_unicode_version(); }

const char *newswire_pcre2_version(newswire_engine *engine) { return nw_patterns_version(engine->patterns); }

#include "sql/cache.h"

#include "sql/connection.h"
#include "sql/ordinals.h"
#include "sql/tables.h"

#include <string.h>

/* ---------------------------------------------------------- one analysis */

void nw_analysis_release(nw_analysis *analysis) {
    if (analysis == NULL || --analysis->references > 0) return;
    if (analysis->previous != NULL)
        analysis->previous->next = analysis->next;
    else if (analysis->cache != NULL)
        analysis->cache->live = analysis->next;
    if (analysis->next != NULL) analysis->next->previous = analysis->previous;
    nw_bucket_indexes_free(analysis->indexes);
    if (analysis->article != NULL) newswire_article_close(analysis->article);
    nw_parsed_release(analysis->options);
    sqlite3_free(analysis);
}

/* Takes over the reference to `options`, also when it fails. */
static nw_analysis *analysis_new(nw_connection *connection, const char *text, size_t length,
                                 nw_options *options, nw_error *error) {
    newswire_options settings = nw_options_for_engine(options);
    nw_analysis *analysis = sqlite3_malloc64(sizeof *analysis);
    newswire_status status;
    int code = analysis ? nw_connection_probe(connection) : SQLITE_NOMEM;

    if (code != SQLITE_OK) {
        sqlite3_free(analysis);
        nw_parsed_release(options);
        nw_error_code(error, code);
        return NULL;
    }
    memset(analysis, 0, sizeof *analysis);
    analysis->references = 1;
    analysis->options = options;
    settings.strays_join = connection->strays_join;
    settings.interrupted = nw_interrupt_asked;
    settings.interrupt_context = &connection->interrupt;
    status = newswire_article_open(connection->engine, text, length, &settings, &analysis->article);
    if (status != NEWSWIRE_OK) {
        nw_error_status(error, status);
        nw_analysis_release(analysis);
        return NULL;
    }
    analysis->text = newswire_article_text(analysis->article);
    analysis->cache = &connection->analyses;
    analysis->next = connection->analyses.live;
    if (analysis->next != NULL) analysis->next->previous = analysis;
    connection->analyses.live = analysis;
    analysis->plain =
        newswire_article_characters(analysis->article, analysis->text.length) == analysis->text.length;
    return analysis;
}

int nw_analysis_rows(nw_connection *connection, nw_analysis *analysis, const nw_table *table,
                     const void **rows, uint32_t *count, nw_error *error) {
    newswire_status status;
    size_t found = 0;

    nw_interrupt_begin(&connection->interrupt);
    status = table->read(analysis->article, rows, &found);
    nw_interrupt_end(&connection->interrupt);
    *count = (uint32_t)found;
    if (status != NEWSWIRE_OK)
        nw_cache_drop(&connection->analyses, analysis);
    else if (connection->analyses.entries[0] != analysis) /* the latest counts for nothing */
        nw_cache_trim(&connection->analyses);
    return nw_error_status(error, status);
}

sqlite3_int64 nw_analysis_first_rowid(nw_connection *connection, nw_analysis *analysis) {
    const sqlite3_uint64 most = (sqlite3_uint64)(INT64_MAX - UINT32_MAX); /* the rows have room behind */
    const nw_options *options = analysis->options;
    sqlite3_uint64 parts[3];

    if (analysis->first_rowid != 0) return analysis->first_rowid;
    parts[0] = nw_hash_keyed(&connection->key, analysis->text.bytes, analysis->text.length);
    parts[1] = options != NULL;
    parts[2] = options ? nw_hash_keyed(&connection->key, options->parsed.text, options->parsed.length) : 0;
    analysis->first_rowid = (sqlite3_int64)(nw_hash_keyed(&connection->key, parts, sizeof parts) % most) + 1;
    return analysis->first_rowid;
}

/* ------------------------------------------------------------ the cache */

/* Makes an analysis the newest entry, with a reference of the cache's own. */
static void cache_promote(nw_cache *cache, nw_analysis *analysis) {
    size_t at = 0;

    while (at < NW_CACHE_ENTRIES - 1 && cache->entries[at] != NULL && cache->entries[at] != analysis) at++;
    if (cache->entries[at] != analysis) {
        nw_analysis_release(cache->entries[at]);
        analysis->references++;
    }
    for (; at > 0; at--) cache->entries[at] = cache->entries[at - 1];
    cache->entries[0] = analysis;
}

/* Whether an analysis was made with these options. Options of one text may have been parsed twice, when
** the first had left their cache. */
static bool analysis_has_options(const nw_analysis *analysis, const nw_options *options) {
    const nw_options *own = analysis->options;

    if (own == options) return true;
    if (own == NULL || options == NULL || own->parsed.length != options->parsed.length) return false;
    return memcmp(own->parsed.text, options->parsed.text, options->parsed.length) == 0;
}

static nw_analysis *cache_find(nw_cache *cache, const char *text, size_t length, const nw_options *options) {
    nw_analysis *analysis;

    for (analysis = cache->live; analysis != NULL; analysis = analysis->next) {
        if (analysis->text.length == length && memcmp(analysis->text.bytes, text, length) == 0 &&
            analysis_has_options(analysis, options)) {
            return analysis;
        }
    }
    return NULL;
}

/* Bytes that go with an analysis. */
static size_t analysis_memory(const nw_analysis *analysis) {
    size_t memory = newswire_article_memory(analysis->article) + analysis->index_memory;

    return analysis->options ? memory + analysis->options->parsed.length : memory;
}

void nw_cache_trim(nw_cache *cache) {
    size_t total = 0;
    size_t i;

    for (i = 1; i < NW_CACHE_ENTRIES && cache->entries[i] != NULL; i++) {
        total += analysis_memory(cache->entries[i]);
        if (total > NW_CACHE_BYTES) break;
    }
    for (; i < NW_CACHE_ENTRIES && cache->entries[i] != NULL; i++) {
        nw_analysis_release(cache->entries[i]);
        cache->entries[i] = NULL;
    }
}

void nw_cache_drop(nw_cache *cache, nw_analysis *analysis) {
    size_t i;

    for (i = 0; i < NW_CACHE_ENTRIES; i++) {
        if (cache->entries[i] != analysis) continue;
        for (; i < NW_CACHE_ENTRIES - 1; i++) cache->entries[i] = cache->entries[i + 1];
        cache->entries[NW_CACHE_ENTRIES - 1] = NULL;
        nw_analysis_release(analysis);
        return;
    }
}

void nw_cache_clear(nw_cache *cache) {
    size_t i;

    for (i = 0; i < NW_CACHE_ENTRIES; i++) {
        nw_analysis_release(cache->entries[i]);
        cache->entries[i] = NULL;
    }
}

/* --------------------------------------------------------- the arguments */

int nw_argument_text(sqlite3_value *value, const char **text, size_t *length, nw_error *error) {
    bool blob = sqlite3_value_type(value) == SQLITE_BLOB;

    /* As text, a BLOB of a UTF-16 database would be read as UTF-16. The pointer comes first, then the
    ** length: the one may change the other. */
    *text = blob ? sqlite3_value_blob(value) : (const char *)sqlite3_value_text(value);
    *length = (size_t)sqlite3_value_bytes(value);
    if (*text == NULL) {
        if (!blob || *length > 0) return nw_error_code(error, SQLITE_NOMEM);
        *text = "";
    }
    return SQLITE_OK;
}

static int argument_options(nw_connection *connection, const char *function, sqlite3_value *value,
                            nw_options **options, nw_error *error) {
    const char *text;
    size_t length;

    *options = NULL;
    if (value == NULL || sqlite3_value_type(value) == SQLITE_NULL) return SQLITE_OK;
    if (nw_argument_text(value, &text, &length, error) != SQLITE_OK) return error->code;
    return nw_options_read(connection, function, text, length, options, error);
}

int nw_analysis_open(nw_connection *connection, const char *function, sqlite3_value *article,
                     sqlite3_value *options, nw_analysis **analysis, nw_error *error) {
    nw_cache *cache = &connection->analyses;
    nw_options *parsed = NULL;
    nw_analysis *found;
    const char *text;
    const char *end;
    size_t length;

    *analysis = NULL;
    if (sqlite3_value_type(article) == SQLITE_NULL) return SQLITE_OK;
    if (argument_options(connection, function, options, &parsed, error) != SQLITE_OK) return error->code;
    if (nw_argument_text(article, &text, &length, error) != SQLITE_OK) {
        nw_parsed_release(parsed);
        return error->code;
    }
    /* A text that is found whole has no NUL, so the usual hit need not look for one. */
    found = cache_find(cache, text, length, parsed);
    if (found == NULL && (end = memchr(text, 0, length)) != NULL) {
        length = (size_t)(end - text);
        found = cache_find(cache, text, length, parsed);
    }
    if (found != NULL) {
        nw_parsed_release(parsed);
        found->references++;
    } else {
        found = analysis_new(connection, text, length, parsed, error);
        if (found == NULL) return error->code;
    }
    if (cache->entries[0] != found) {
        cache_promote(cache, found);
        nw_cache_trim(cache);
    }
    *analysis = found;
    return SQLITE_OK;
}

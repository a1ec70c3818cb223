#include "sql/fts5_tokenizer.h"

#include <string.h>

/* ------------------------------------------------------------ FTS5's side */

/* FTS5's interface, as far as it is used. Declared here, since the header that newswire is built with may be older
** than the host, and its own declarations grow. */
typedef int token_taker(void *context, int flags, const char *token, int length, int start, int end);
typedef struct nw_fts5_instance nw_fts5_instance; /* FTS5's Fts5Tokenizer: ours to define */

typedef int tokenizer_create(void *data, const char **arguments, int count, nw_fts5_instance **instance);
typedef void tokenizer_delete(nw_fts5_instance *instance);

typedef struct nw_fts5_tokenizer {
    tokenizer_create *create;
    tokenizer_delete *delete;
    int (*tokenize)(nw_fts5_instance *instance, void *context, int flags, const char *text, int length,
                    token_taker *take);
} nw_fts5_tokenizer;

typedef struct nw_fts5_tokenizer_v2 {
    int version; /* 2 */
    tokenizer_create *create;
    tokenizer_delete *delete;
    int (*tokenize)(nw_fts5_instance *instance, void *context, int flags, const char *text, int length,
                    const char *locale, int locale_length, token_taker *take);
} nw_fts5_tokenizer_v2;

typedef struct nw_fts5_api nw_fts5_api;
struct nw_fts5_api {
    int version;
    int (*create_tokenizer)(nw_fts5_api *api, const char *name, void *data, nw_fts5_tokenizer *tokenizer,
                            void (*destroy)(void *data));
    int (*find_tokenizer)(nw_fts5_api *api, const char *name, void **data, nw_fts5_tokenizer *tokenizer);
    int (*create_function)(nw_fts5_api *api, const char *name, void *data, void (*function)(void),
                           void (*destroy)(void *data));
    /* from version 3, SQLite 3.47, on */
    int (*create_tokenizer_v2)(nw_fts5_api *api, const char *name, void *data,
                               nw_fts5_tokenizer_v2 *tokenizer, void (*destroy)(void *data));
    int (*find_tokenizer_v2)(nw_fts5_api *api, const char *name, void **data,
                             nw_fts5_tokenizer_v2 **tokenizer);
};

enum { API_VERSION = 2, API_VERSION_V2 = 3 };

/* Why a text is tokenized, and what a token is. */
enum { FOR_QUERY = 1, FOR_PREFIX = 2, COLOCATED = 1 };

/* -------------------------------------------------------------- tokenizer */

/* There is nothing to keep for a table but its connection. */
static nw_connection *instance_connection(nw_fts5_instance *instance) { return (nw_connection *)instance; }

/* FTS5 says "error in tokenizer constructor", whatever happens here; why is in the host's log. An argument would be
** a setting that can change while an index stays. */
static int fts5_create(void *data, const char **arguments, int count, nw_fts5_instance **instance) {
    *instance = NULL;
    if (count > 0) {
        sqlite3_log(SQLITE_ERROR, "tokenizer newswire takes no arguments: \"%.*s\"",
                    nw_excerpt(arguments[0], strlen(arguments[0])), arguments[0]);
        return SQLITE_ERROR;
    }
    *instance = data;
    return SQLITE_OK;
}

static void fts5_delete(nw_fts5_instance *instance) { (void)instance; }

typedef struct fts5_call {
    token_taker *take;
    void *context;
} fts5_call;

static int fts5_take(void *context, const newswire_term *term) {
    const fts5_call *call = context;

    return call->take(call->context, term->second ? COLOCATED : 0, term->text.bytes, (int)term->text.length,
                      (int)term->span.start, (int)(term->span.start + term->span.length));
}

static int fts5_tokenize(nw_fts5_instance *instance, void *context, int flags, const char *text, int length,
                         token_taker *take) {
    fts5_call call = {take, context};
    nw_error error = {SQLITE_OK, NULL};
    newswire_term_use use = NEWSWIRE_TERMS_OF_TEXT;
    newswire_status status;
    int stopped = SQLITE_OK;

    if (text == NULL || length <= 0) return SQLITE_OK;
    if (flags & FOR_QUERY) use = flags & FOR_PREFIX ? NEWSWIRE_TERMS_OF_PREFIX : NEWSWIRE_TERMS_OF_QUERY;
    status = newswire_terms(instance_connection(instance)->engine, text, (size_t)length, use, fts5_take,
                            &call, &stopped);
    return stopped != SQLITE_OK ? stopped : nw_error_status(&error, status);
}

/* The same; the language of a text is always English. */
static int fts5_tokenize_v2(nw_fts5_instance *instance, void *context, int flags, const char *text,
                            int length, const char *locale, int locale_length, token_taker *take) {
    (void)locale, (void)locale_length;
    return fts5_tokenize(instance, context, flags, text, length, take);
}

/* ----------------------------------------------------------- registration */

/* FTS5's interface, *api NULL where the host has none, or an authorizer hides it. Returns SQLITE_OK or SQLITE_NOMEM. */
static int fts5_find_api(nw_connection *connection, nw_fts5_api **api) {
    sqlite3_stmt *statement = NULL;
    bool found;
    int code = nw_connection_find_function(connection, "fts5", &found);

    *api = NULL;
    if (found) {
        code = sqlite3_prepare_v2(connection->db, "SELECT fts5(?1)", -1, &statement, NULL);
        if (code == SQLITE_OK) code = sqlite3_bind_pointer(statement, 1, (void *)api, "fts5_api_ptr", NULL);
        if (code == SQLITE_OK) code = sqlite3_step(statement);
        sqlite3_finalize(statement);
    }
    if (*api != NULL && (*api)->version < API_VERSION) *api = NULL;
    return (code & 0xff) == SQLITE_NOMEM ? SQLITE_NOMEM : SQLITE_OK;
}

/* Whether this library's own tokenizer is what FTS5 finds by the name; that of another release is not. */
static bool fts5_is_registered(nw_fts5_api *api) {
    void *data = NULL;

    if (api->version >= API_VERSION_V2) {
        nw_fts5_tokenizer_v2 *found = NULL;

        return api->find_tokenizer_v2(api, "newswire", &data, &found) == SQLITE_OK &&
               found->create == fts5_create;
    } else {
        nw_fts5_tokenizer found = {NULL, NULL, NULL};

        return api->find_tokenizer(api, "newswire", &data, &found) == SQLITE_OK &&
               found.create == fts5_create;
    }
}

int nw_fts5_tokenizer_register(nw_connection *connection) {
    nw_fts5_tokenizer tokenizer = {fts5_create, fts5_delete, fts5_tokenize};
    nw_fts5_tokenizer_v2 tokenizer_v2 = {2, fts5_create, fts5_delete, fts5_tokenize_v2};
    nw_fts5_api *api;
    int code = fts5_find_api(connection, &api);

    if (code != SQLITE_OK || api == NULL || fts5_is_registered(api)) return code;
    nw_connection_retain(connection);
    code = api->version >= API_VERSION_V2
               ? api->create_tokenizer_v2(api, "newswire", connection, &tokenizer_v2, nw_connection_release)
               : api->create_tokenizer(api, "newswire", connection, &tokenizer, nw_connection_release);
    if (code != SQLITE_OK) nw_connection_release(connection); /* FTS5 does not call the destructor then */
    return code;
}

int nw_fts5_tokenizer_unregister(sqlite3 *db) {
    (void)db;
    return SQLITE_OK;
}

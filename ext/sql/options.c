#include "sql/options.h"

#include "sql/connection.h"
#include "sql/json_rows.h"
#include "sql/known_names.h"

#include <string.h>

/* ------------------------------------------------------------- members */

/* Where an option's value goes. */
typedef struct option_target {
    nw_connection *connection;
    const char *function;
    nw_options *options;
} option_target;

static int option_wrong(const option_target *target, const nw_json_row *row, const char *wanted,
                        nw_error *error) {
    nw_json_shown shown;

    return nw_error_set(error, SQLITE_ERROR, "%s: option \"%s\" must be %s, not %s", target->function,
                        row->key, wanted, nw_json_show_value(row, &shown));
}

/* Replaces a string by a copy of the value, which ends at its first NUL, as any text; a null makes it absent. */
static int option_string(char **string, const nw_json_row *row, nw_error *error) {
    char *end;

    sqlite3_free(*string);
    *string = NULL;
    if (strcmp(row->type, "null") == 0) return SQLITE_OK;
    *string = sqlite3_malloc64((sqlite3_uint64)row->length + 1);
    if (*string == NULL) return nw_error_code(error, SQLITE_NOMEM);
    memcpy(*string, row->value, row->length);
    (*string)[row->length] = 0;
    end = strstr(*string, NW_JSON_NUL);
    if (end != NULL) *end = 0;
    return SQLITE_OK;
}

static int option_published(const option_target *target, const nw_json_row *row, nw_error *error) {
    /* A year may well be a number. What cannot be read as a date is for the engine to ignore. */
    if (strcmp(row->type, "text") != 0 && strcmp(row->type, "integer") != 0 &&
        strcmp(row->type, "null") != 0) {
        return option_wrong(target, row, "a date", error);
    }
    return option_string(&target->options->published, row, error);
}

static int option_headline(const option_target *target, const nw_json_row *row, nw_error *error) {
    if (strcmp(row->type, "text") != 0 && strcmp(row->type, "null") != 0) {
        return option_wrong(target, row, "text", error);
    }
    return option_string(&target->options->headline, row, error);
}

static int option_names(const option_target *target, const nw_json_row *row, nw_error *error) {
    nw_known_names *names = NULL;
    int code = SQLITE_OK;

    if (strcmp(row->type, "array") == 0 || strcmp(row->type, "text") == 0) {
        code =
            nw_known_names_read(target->connection, target->function, row->value, row->length, &names, error);
    } else if (strcmp(row->type, "null") != 0) {
        return option_wrong(target, row, "an array of names", error);
    }
    if (code != SQLITE_OK) return code;
    nw_parsed_release(target->options->names);
    target->options->names = names;
    return SQLITE_OK;
}

/* One of two words; a null is the default, the first. */
static int option_choice(const option_target *target, const nw_json_row *row, const char *usual,
                         const char *other, bool *chosen, nw_error *error) {
    char wanted[64];

    *chosen = false;
    if (strcmp(row->type, "null") == 0) return SQLITE_OK;
    if (strcmp(row->type, "text") == 0) {
        *chosen = strcmp(row->value, other) == 0;
        if (*chosen || strcmp(row->value, usual) == 0) return SQLITE_OK;
    }
    sqlite3_snprintf((int)sizeof wanted, wanted, "\"%s\" or \"%s\"", usual, other);
    return option_wrong(target, row, wanted, error);
}

static int option_quotes(const option_target *target, const nw_json_row *row, nw_error *error) {
    return option_choice(target, row, "speech", "all", &target->options->all_quotes, error);
}

static int option_moves(const option_target *target, const nw_json_row *row, nw_error *error) {
    return option_choice(target, row, "all", "percent", &target->options->percent_moves, error);
}

static const struct {
    const char *name;
    int (*read)(const option_target *, const nw_json_row *, nw_error *);
} option_table[] = {
    {"published", option_published}, /* "2012-02-22" */
    {"headline", option_headline},   /* "Peugeot shares fall" */
    {"names", option_names},         /* [{"type":"ORG","name":"Acme Widgets","aliases":["Acme"]}] */
    {"quotes", option_quotes},       /* "speech", "all" */
    {"moves", option_moves},         /* "all", "percent" */
};

static int option_member(const option_target *target, const nw_json_row *row, nw_error *error) {
    nw_json_shown shown;
    size_t i;

    for (i = 0; i < sizeof option_table / sizeof option_table[0]; i++) {
        if (strcmp(option_table[i].name, row->key) == 0) return option_table[i].read(target, row, error);
    }
    return nw_error_set(error, SQLITE_ERROR, "%s: unknown option \"%s\"", target->function,
                        nw_json_show(row->key, strlen(row->key), &shown));
}

/* Where a member is told twice, the last one counts. */
static int option_members(const option_target *target, nw_json_rows *rows, nw_error *error) {
    const nw_parsed *options = &target->options->parsed;
    nw_json_row row;
    int code = nw_json_rows_start(rows, options->text, options->length, error);

    if (code != SQLITE_OK) return code;
    while ((code = nw_json_rows_next(rows, &row, error)) == SQLITE_ROW) {
        if (strcmp(row.parent, "object") != 0) {
            return nw_error_set(error, SQLITE_ERROR, "%s: options must be a JSON object, not %.*s",
                                target->function, nw_excerpt(options->text, options->length), options->text);
        }
        if (row.key != NULL && option_member(target, &row, error) != SQLITE_OK) return error->code;
    }
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

/* ------------------------------------------------------------- options */

static void options_close(void *parsed) {
    nw_options *options = parsed;

    nw_parsed_release(options->names);
    sqlite3_free(options->published);
    sqlite3_free(options->headline);
}

int nw_options_read(nw_connection *connection, const char *function, const char *text, size_t length,
                    nw_options **options, nw_error *error) {
    nw_parsed_cache *cache = &connection->options.options;
    option_target target = {connection, function, nw_parsed_find(cache, text, length)};
    nw_json_rows rows;

    if (target.options == NULL) {
        target.options = nw_parsed_new(sizeof *target.options, text, length, options_close);
        if (target.options == NULL) return nw_error_code(error, SQLITE_NOMEM);
        if (nw_json_rows_open(&rows, connection->db, function, "options", error) == SQLITE_OK) {
            option_members(&target, &rows, error);
        }
        nw_json_rows_close(&rows);
        if (error->code != SQLITE_OK) {
            nw_parsed_release(target.options);
            return error->code;
        }
        nw_parsed_keep(cache, target.options);
    }
    *options = target.options;
    return SQLITE_OK;
}

static newswire_string options_string(const char *string) {
    newswire_string result = {string, string ? (uint32_t)strlen(string) : 0};
    return result;
}

newswire_options nw_options_for_engine(const nw_options *options) {
    newswire_options result;

    memset(&result, 0, sizeof result);
    if (options == NULL) return result;
    result.published = options_string(options->published);
    result.headline = options_string(options->headline);
    result.names = options->names ? options->names->names : NULL;
    result.all_quotes = options->all_quotes;
    result.percent_moves = options->percent_moves;
    return result;
}

void nw_options_cache_clear(nw_options_cache *cache) {
    nw_parsed_clear(&cache->options);
    nw_parsed_clear(&cache->names);
}

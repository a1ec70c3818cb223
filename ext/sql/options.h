/*
** The options argument: JSON text, parsed by SQLite's own JSON functions.
**
** Options are parsed once per distinct text and shared by the analyses made with them; the user's names in
** them are compiled once per distinct value, whatever else the options say.
*/
#ifndef NW_OPTIONS_H
#define NW_OPTIONS_H

#include "newswire.h"
#include "sql/error.h"

#include <stdbool.h>

struct nw_connection;

/* The user's names, compiled. Reference-counted. */
typedef struct nw_known_names {
    int references;
    char *json; /* the value they were compiled from, `length` bytes */
    size_t length;
    newswire_names *names;
} nw_known_names;

/* Parsed options. Reference-counted. */
typedef struct nw_options {
    int references;
    char *text; /* as given, `length` bytes */
    size_t length;
    char *published; /* terminated; NULL: absent */
    char *headline;
    nw_known_names *names; /* NULL: none */
    bool all_quotes;
    bool percent_moves;
} nw_options;

enum {
    NW_OPTIONS_KEPT = 4,
    NW_NAMES_KEPT = 4,
    NW_OPTIONS_BYTES = 1024 * 1024 /* of JSON in all that are kept beside the latest; of names as well */
};

/* The latest, newest first. */
typedef struct nw_options_cache {
    nw_options *options[NW_OPTIONS_KEPT];
    nw_known_names *names[NW_NAMES_KEPT];
} nw_options_cache;

/* Parses options, or finds them parsed. `function` is who reports errors. On success *options has a
** reference for the caller. Returns an SQLite code, the error's. */
int nw_options_read(struct nw_connection *connection, const char *function, const char *text, size_t length,
                    nw_options **options, nw_error *error);

void nw_options_release(nw_options *options); /* NULL is a no-op */

/* The engine's view of options (NULL: the defaults); borrows their strings. */
newswire_options nw_options_for_engine(const nw_options *options);

void nw_options_cache_clear(nw_options_cache *cache);

#endif

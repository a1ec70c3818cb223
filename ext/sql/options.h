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
#include "sql/parsed.h"

#include <stdbool.h>

struct nw_connection;

/* The user's names, compiled. */
typedef struct nw_known_names {
    nw_parsed parsed;
    newswire_names *names;
} nw_known_names;

/* Parsed options. */
typedef struct nw_options {
    nw_parsed parsed;
    char *published; /* terminated; NULL: absent */
    char *headline;
    nw_known_names *names; /* NULL: none */
    bool all_quotes;
    bool percent_moves;
} nw_options;

typedef struct nw_options_cache {
    nw_parsed_cache options;
    nw_parsed_cache names;
} nw_options_cache;

/* Parses options, or finds them parsed. `function` is who reports errors. On success *options has a
** reference for the caller. Returns an SQLite code, the error's. */
int nw_options_read(struct nw_connection *connection, const char *function, const char *text, size_t length,
                    nw_options **options, nw_error *error);

/* The engine's view of options (NULL: the defaults); borrows their strings. */
newswire_options nw_options_for_engine(const nw_options *options);

/* Gives back the cache's references; options that an analysis holds stay. Not NULL. */
void nw_options_cache_clear(nw_options_cache *cache);

#endif

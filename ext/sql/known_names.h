/*
** options.names: JSON to the engine's compiled names.
*/
#ifndef NW_KNOWN_NAMES_H
#define NW_KNOWN_NAMES_H

#include "sql/options.h"

/* Compiles names from the JSON text of an array, or finds them compiled. On success *names has a reference
** for the caller. */
int nw_known_names_read(struct nw_connection *connection, const char *function, const char *json,
                        size_t length, nw_known_names **names, nw_error *error);

#endif

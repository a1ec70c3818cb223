/*
** Names: mentions of persons, organisations, places and other named things, then whom they mean.
*/
#ifndef NW_NAMES_H
#define NW_NAMES_H

#include "lexicon/words.h"
#include "wire/credits.h"
#include "wire/instruments.h"

typedef NW_ARRAY(newswire_mention) nw_mentions;
typedef NW_ARRAY(newswire_entity) nw_entities;

typedef struct nw_names {
    nw_mentions mentions; /* in text order; names and aliases never overlap, nominals may hold names */
    nw_entities entities; /* by first mention */
} nw_names;

/* The order of mentions in the text: of two that begin together the longer is first. */
bool nw_mention_precedes(const newswire_mention *one, const newswire_mention *other);
void nw_sort_mentions(nw_arena *arena, nw_mentions *mentions);

/* Finds the names, resolves them, and gives instruments their entity. `known` and `headline` may be
** absent. */
void nw_find_names(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                   nw_instruments *instruments, newswire_string headline, const newswire_names *known,
                   nw_names *names);

/* For each token whether it is in a name of several tokens, as grammar wants to know (grammar.h). */
const uint8_t *nw_mark_names(nw_arena *arena, const nw_reading *reading, const nw_names *names);

#endif

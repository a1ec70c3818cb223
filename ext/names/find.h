/*
** Finding names: which stretches of the text are names, and of what type. Whom they mean: entities.c.
*/
#ifndef NW_FIND_H
#define NW_FIND_H

#include "names/name_reader.h"
#include "names/name_words.h"
#include "names/names.h"

/* The names of an article in text order, never overlapping; kind NEWSWIRE_NAME, entity 0. `certain` has the
** known ones, and takes in others; `headline` is the option's, read apart, or NULL. */
void nw_find_mentions(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                      const nw_reading *headline, nw_mentions *certain, nw_mentions *mentions);

/* Extends names over words beside them that belong to them, and joins the halves of one name (extend.c). */
void nw_extend_names(const nw_reading *reading, nw_mentions *mentions);

/* Names with "do", "della" and the like inside, of which only halves were found, become one (joints.c). */
void nw_join_names(const nw_reading *reading, nw_mentions *mentions);

/* The same for two side by side that are one name elsewhere in the article. */
void nw_join_halves(const nw_reading *reading, nw_mentions *mentions);

/* Makes a name a firm where it can be nothing else, whatever it was taken for (firm_types.c). */
void nw_mend_firm_type(const nw_reading *reading, newswire_mention *mention);

/* Whether a token is an index's code, which begins with a point: "<.FTSE>" (extend.c). */
bool nw_is_index_code(const nw_reading *reading, uint32_t token);

/* The tags that a unit may have by what its place makes certain (certain_tags.c); the units beside it
** may be looked at. `columns`: its own. */
uint32_t nw_certain_tags(const nw_reading *reading, const nw_name_unit *unit, const nw_name_columns *columns);

/* Whether a token is a mark of one byte. */
static inline bool nw_is_mark(const nw_reading *reading, uint32_t token, char mark) {
    return nw_token_is(&reading->text, &reading->tokens.items[token], mark);
}

/* "<ACME.L>": the code of a share; not of an index, a currency or a future. */
bool nw_is_equity_code(const nw_reading *reading, uint32_t token);

/* Whether a token is a particle inside a person's name: "bin" before a name, "ten" behind a given name. */
bool nw_is_particle(const nw_reading *reading, uint32_t token);

/* Whether a word may name a town: it is a place of the lists, or in none of them. */
bool nw_may_be_town(uint32_t word);

/* Bit of the number of a known name: it is one of the name's aliases that stands in the text. */
#define NW_KNOWN_ALIAS UINT32_C(0x80000000)

/* The user's own names in the text (known.c), in text order, never overlapping; `entity` is the number of
** the known name. */
void nw_find_known(nw_arena *arena, const nw_reading *reading, const newswire_names *names,
                   nw_mentions *found);

/* Names found by rules that leave no doubt: those of credits and datelines. Adds those that do not overlap the known
** ones to `certain`, which holds them. */
void nw_find_certain(nw_arena *arena, const nw_reading *reading, const nw_credits *credits,
                     nw_mentions *certain);

#endif

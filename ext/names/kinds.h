/*
** Kinds: nouns of kinds.txt in the text, "automaker", "chief executive".
*/
#ifndef NW_KINDS_H
#define NW_KINDS_H

#include "names/cast.h"

typedef struct nw_kind {
    const char *group; /* NULL: no kind */
    newswire_entity_type type;
    char gender; /* m, f, or 0 */
    uint32_t first_token;
    uint32_t token_count;
} nw_kind;

/* The longest kind that begins at a token, before `end`. */
nw_kind nw_kind_at(const nw_reading *reading, uint32_t token, uint32_t end);

/* The longest kind that ends before a token, not beginning before `start`. */
nw_kind nw_kind_before(const nw_reading *reading, uint32_t start, uint32_t token);

/* "Her [lawyer], Ann Lee, said": where the office before a name between commas begins, and its kind, or NW_NO_OFFICE
** (offices.c). */
#define NW_NO_OFFICE UINT32_MAX
uint32_t nw_office_start(const nw_cast *cast, uint32_t index, nw_kind *kind);

/* Whether an entity known to be of group `known` may be referred to by a noun of group `called`. */
bool nw_groups_agree(const char *known, const char *called);

/* Whether a group is one word, and that has a use; NULL has none. */
bool nw_group_is_used(const char *group, enum nw_use use);

/* Whether a group is this one; NULL is none. */
static inline bool nw_is_group(const char *group, const char *name) {
    return group && strcmp(group, name) == 0;
}

/* Whether a word ranks something among its kind: "biggest", "second-largest", "leading". */
bool nw_is_superlative(const nw_reading *reading, uint32_t token);

#endif

/*
** The generated tables (lexicon_data.c), for lexicon.c alone; layout.h says what is in them.
*/
#ifndef NW_TABLES_H
#define NW_TABLES_H

#include "lexicon/lexicon.h"

extern const uint32_t nw_lexicon_slots[]; /* of words */
extern const uint32_t nw_lexicon_slot_mask;
extern const uint64_t nw_lexicon_edges[]; /* of the trie */
extern const uint32_t nw_lexicon_edge_mask;
extern const uint32_t nw_lexicon_nodes[]; /* the first entry of each node of the trie */
extern const nw_entry nw_lexicon_entries[];
extern const uint64_t nw_lexicon_filters[][NW_FILTER_NUMBERS]; /* by list; all ones where it has none */
extern const uint8_t nw_lexicon_columns[];                     /* columns after the form, by list */
extern const char nw_lexicon_pool[][NW_POOL_ROW];

#endif

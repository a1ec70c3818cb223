/*
** A linear sequence model: what is learned, as tables in read-only memory, and the tags it gives.
*/
#ifndef NW_MODEL_H
#define NW_MODEL_H

#include "tagger/templates.h"
#include "tagger/word_key.h"

/* Tags: first, inner, last and only unit of a segment, for each of up to four types, and none. The weights
** of none are always 0. */
enum {
    NW_TAG_FIRST = 0,
    NW_TAG_INNER = 1,
    NW_TAG_LAST = 2,
    NW_TAG_ONLY = 3,
    NW_TAG_NONE = 16,
    NW_TAGS = 17,
    NW_TAG_TYPES = 4,
    NW_WEIGHT_ONE = 32, /* a difference of 1 in the logarithm of a probability */
    NW_SURENESS_POINTS = 24
};

/* Tags of one place stand side by side: those of four types are worked on at once. */
static inline unsigned nw_tag(unsigned type, unsigned place) { return place * NW_TAG_TYPES + type; }
static inline uint8_t nw_tag_type(unsigned tag) { return (uint8_t)(tag % NW_TAG_TYPES); }
static inline unsigned nw_tag_place(unsigned tag) { return tag / NW_TAG_TYPES; } /* of NONE: none of them */

/* In files of models tags go by type, then by place. */
static inline unsigned nw_filed_tag(unsigned index) {
    return index == NW_TAG_NONE ? index : nw_tag(index / 4, index % 4);
}

/* All tags of a model, a bit a tag. */
static inline uint32_t nw_all_tags(const nw_template_table *table) {
    return ((UINT32_C(1) << table->types) - 1) * UINT32_C(0x1111) | UINT32_C(1) << NW_TAG_NONE;
}

/* Tags of units that a segment goes on from, and that one goes on into, as bits. */
enum { NW_OPEN_TAGS = 0x00ff, NW_JOINED_TAGS = 0x0ff0 };

/* Whether one tag may follow another. Before the first and after the last unit stands NONE. */
static inline bool nw_tags_agree(unsigned before, unsigned after) {
    bool open = NW_OPEN_TAGS >> before & 1, goes_on = NW_JOINED_TAGS >> after & 1;
    return open == goes_on && (!open || nw_tag_type(before) == nw_tag_type(after));
}

typedef struct nw_feature_slot {
    uint32_t key; /* the upper half of a feature's key; 0: empty */
    uint32_t row;
} nw_feature_slot;

typedef struct nw_tag_model {
    const nw_template_table *table;
    const nw_feature_slot *features;           /* open addressing: from the lower half of the key on */
    const int8_t (*weights)[NW_TAG_NONE];      /* of the looked-up features, the heaviest rows first */
    const int8_t (*near_weights)[NW_TAG_NONE]; /* of the others, by number */
    uint32_t feature_mask;
    const int16_t (*transitions)[NW_TAGS]; /* by the tag before */
    const uint16_t (*sureness)[2]; /* distance from certainty, then the share that is right in 1/10000 */
} nw_tag_model;

/* The row of a feature; NULL if it has none. */
static inline const int8_t *nw_find_weights(const nw_tag_model *model, uint64_t key) {
    uint32_t wanted = (uint32_t)(key >> 32) ? (uint32_t)(key >> 32) : 1;
    for (uint32_t slot = (uint32_t)key & model->feature_mask;; slot = (slot + 1) & model->feature_mask) {
        const nw_feature_slot *found = &model->features[slot];
        if (found->key == wanted) return model->weights[found->row];
        if (!found->key) return NULL;
    }
}

#endif

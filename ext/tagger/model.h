/*
** A linear sequence model: what is learned, as tables in read-only memory, and the tags it gives.
*/
#ifndef NW_MODEL_H
#define NW_MODEL_H

#include "tagger/templates.h"
#include "tagger/word_key.h"

#include <stdalign.h>

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

enum { NW_BUCKET_SIZE = 3 };

/* Features that are looked up, with their weights: what the processor fetches at once. */
typedef struct nw_feature_bucket {
    /* The upper halves of their keys; 0: none, and none after it. */
    alignas(64) uint32_t keys[NW_BUCKET_SIZE];
    uint32_t more; /* there may be others in the next bucket */
    int8_t weights[NW_BUCKET_SIZE][NW_TAG_NONE];
} nw_feature_bucket;

typedef struct nw_tag_model {
    const nw_template_table *table;
    const nw_feature_bucket *buckets; /* of the looked-up features, by nw_bucket_of */
    /* Of features with rows of their own: those of single values by row, then a row of nothing, then those of pairs. */
    const int8_t (*near_weights)[NW_TAG_NONE];
    const uint16_t *pair_weights; /* by the row of a pair: which of near_weights; most have that of nothing */
    uint32_t bucket_count;
    const int16_t (*transitions)[NW_TAGS]; /* by the tag before */
    const uint16_t (*sureness)[2]; /* distance from certainty, then the share that is right in 1/10000 */
} nw_tag_model;

/* The bucket of a feature, by the lower half of its key. */
static inline uint32_t nw_bucket_of(uint32_t bucket_count, uint64_t key) {
    return (uint32_t)((uint64_t)(uint32_t)key * bucket_count >> 32);
}

/* What is kept of a feature's key in its bucket, never 0. */
static inline uint32_t nw_bucket_key(uint64_t key) {
    return (uint32_t)(key >> 32) ? (uint32_t)(key >> 32) : 1;
}

/* The weights of a feature; NULL if it has none. */
static inline const int8_t *nw_find_weights(const nw_tag_model *model, uint64_t key) {
    uint32_t wanted = nw_bucket_key(key), at = nw_bucket_of(model->bucket_count, key);
    for (;; at = at + 1 < model->bucket_count ? at + 1 : 0) {
        const nw_feature_bucket *bucket = &model->buckets[at];
        for (unsigned i = 0; i < NW_BUCKET_SIZE; i++)
            if (bucket->keys[i] == wanted) return bucket->weights[i];
        if (!bucket->more) return NULL;
    }
}

#endif

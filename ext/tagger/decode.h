/*
** Decoding: the best sequence of tags, and how sure its segments are.
*/
#ifndef NW_DECODE_H
#define NW_DECODE_H

#include "tagger/sums.h"

/* A run of units: the sums of their weights, and which tags they may have. */
typedef struct nw_tag_run {
    uint32_t count;
    nw_tag_sums *sums;
    uint32_t *allowed; /* a bit a tag; NONE is one of them where a unit may be in no segment */
} nw_tag_run;

typedef struct nw_tag_segment {
    uint16_t first; /* unit */
    uint16_t count;
    uint8_t type;
    double score; /* probability that it is right */
} nw_tag_segment;

/* Room for a run of the length of the model's runs. */
void nw_tag_run_open(nw_arena *arena, const nw_template_table *table, nw_tag_run *run);

/* Room for decoding runs. */
typedef struct nw_decoder nw_decoder;
nw_decoder *nw_decoder_open(nw_arena *arena, const nw_tag_model *model);

/* The segments of the best sequence, in order; returns how many. `segments` has room for run->count. */
uint32_t nw_decode_run(nw_decoder *decoder, const nw_tag_run *run, nw_tag_segment *segments);

/* How far a segment that nw_decode_run gave is from certainty: minus the logarithm of its probability by the model, 256 for 1.
** For fitting `sureness`; after nw_decode_run of the same run. */
uint32_t nw_segment_distance(nw_decoder *decoder, const nw_tag_run *run, const nw_tag_segment *segment);

#endif

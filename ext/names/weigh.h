/*
** Weighing: cuts a run into names and other words so that the sum of the evidence is greatest.
*/
#ifndef NW_WEIGH_H
#define NW_WEIGH_H

#include "names/runs.h"

enum {
    NW_LABEL_NONE = 4, /* below: newswire_entity_type */
    NW_LABELS = 5,
    NW_LABEL_ROOM = 8 /* a row's width, for adding rows fast */
};

/* Rows of the table of weights. A group of rows begins at the number given, a row a class, cue letter, ... */
enum {
    NW_CUES = 27, /* none, a to z */
    NW_EVIDENCE = 2 * NW_CUES + NW_SEEN_BITS + 1,
    NW_SUFFIXES = 256,
    NW_PAIRS = 16, /* classes of a word as far as pairs tell them apart */

    NW_ROW_BIAS = 0,
    NW_ROW_LENGTH,
    NW_ROW_PHRASE = NW_ROW_LENGTH + NW_SEGMENT_UNITS + 1,
    NW_ROW_LEFT_CUE = NW_ROW_PHRASE + NW_CLASS_PHRASES,
    NW_ROW_LEFT_CLASS = NW_ROW_LEFT_CUE + NW_CUES,
    NW_ROW_LEFT_MARK = NW_ROW_LEFT_CLASS + NW_CLASS_COUNT,
    NW_ROW_LEFT2_CUE = NW_ROW_LEFT_MARK + NW_MARK_COUNT,
    NW_ROW_LEFT2_CLASS = NW_ROW_LEFT2_CUE + NW_CUES,
    NW_ROW_RIGHT_CUE = NW_ROW_LEFT2_CLASS + NW_CLASS_COUNT,
    NW_ROW_RIGHT_CLASS = NW_ROW_RIGHT_CUE + NW_CUES,
    NW_ROW_RIGHT_MARK = NW_ROW_RIGHT_CLASS + NW_CLASS_COUNT,
    NW_ROW_RIGHT2_CUE = NW_ROW_RIGHT_MARK + NW_MARK_COUNT,
    NW_ROW_RIGHT2_CLASS = NW_ROW_RIGHT2_CUE + NW_CUES,
    NW_ROW_FIRST_CLASS = NW_ROW_RIGHT2_CLASS + NW_CLASS_COUNT,
    NW_ROW_FIRST_MARK = NW_ROW_FIRST_CLASS + NW_CLASS_COUNT,
    NW_ROW_FIRST_BEGINS = NW_ROW_FIRST_MARK + NW_MARK_COUNT,
    NW_ROW_FIRST_EVIDENCE = NW_ROW_FIRST_BEGINS + 3,
    NW_ROW_LAST_CLASS = NW_ROW_FIRST_EVIDENCE + NW_EVIDENCE,
    NW_ROW_LAST_MARK = NW_ROW_LAST_CLASS + NW_CLASS_COUNT,
    NW_ROW_LAST_EVIDENCE = NW_ROW_LAST_MARK + NW_MARK_COUNT,
    NW_ROW_LAST_SUFFIX = NW_ROW_LAST_EVIDENCE + NW_EVIDENCE,
    NW_ROW_SINGLE_CLASS = NW_ROW_LAST_SUFFIX + NW_SUFFIXES,
    NW_ROW_SINGLE_MARK = NW_ROW_SINGLE_CLASS + NW_CLASS_COUNT,
    NW_ROW_SINGLE_BEGINS = NW_ROW_SINGLE_MARK + NW_MARK_COUNT,
    NW_ROW_SINGLE_EVIDENCE = NW_ROW_SINGLE_BEGINS + 3,
    NW_ROW_INSIDE_CLASS = NW_ROW_SINGLE_EVIDENCE + NW_EVIDENCE,
    NW_ROW_INSIDE_MARK = NW_ROW_INSIDE_CLASS + NW_CLASS_COUNT,
    NW_ROW_CUT_LEFT = NW_ROW_INSIDE_MARK + NW_MARK_COUNT,  /* begins inside a phrase of the lists */
    NW_ROW_CUT_RIGHT = NW_ROW_CUT_LEFT + NW_CLASS_PHRASES, /* ends inside one */
    NW_ROW_PAIR = NW_ROW_CUT_RIGHT + NW_CLASS_PHRASES,     /* classes of first and last word */
    NW_ROW_AFTER = NW_ROW_PAIR + NW_PAIRS * NW_PAIRS,      /* the label before, NW_LABELS at the start */
    NW_ROWS = NW_ROW_AFTER + NW_LABELS + 1
};

typedef int16_t nw_weights[NW_ROWS][NW_LABEL_ROOM];

extern const nw_weights nw_name_weights[2]; /* in plain case; where capitals tell nothing */

typedef struct nw_segment {
    uint16_t first; /* unit */
    uint16_t count;
    uint8_t label;
    int32_t margin; /* by how much it is better than another label or none, in units of the weights */
} nw_segment;

/* Room for the sums of one run. */
typedef struct nw_scale nw_scale;
nw_scale *nw_scale_open(nw_arena *arena);

/* The best cut of a run: gives its segments, each unit in exactly one, and returns how many. */
uint32_t nw_weigh_run(nw_scale *scale, nw_name_run *run, const nw_weights weights,
                      nw_segment segments[NW_RUN_UNITS]);

/* Adds `step` to all weights that a segment after another label rests on; for fitting them. */
void nw_teach_segment(const nw_name_run *run, nw_segment segment, unsigned before, int step,
                      nw_weights weights);

#endif

/*
** Learning a model: for programs of the building machine, nothing of it is in the library. The program of a
** model (names/train, ...) makes the examples of its marked texts and calls what is here.
*/
#ifndef TRAIN_H
#define TRAIN_H

#include "base/text.h"
#include "tagger/decode.h"
#include "tagger/word_classes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FOLDS = 5, ALL_FOLDS = FOLDS, FIRST_ONLY = FOLDS + 1 /* of examples for the first epochs */ };

/* Memory that was asked for; without any the program ends. */
static inline void *must(void *memory) {
    if (memory) return memory;
    fprintf(stderr, "out of memory\n");
    exit(1);
}

/* ---- examples (examples.c) ---- */

/* A run with its features; a feature is a row of the table of weights. */
typedef struct example {
    uint32_t count;
    uint32_t document; /* the caller's */
    uint32_t fold;     /* of the document, below FOLDS; or FIRST_ONLY */
    uint32_t *rows;    /* of unit i: rows[first[i]] to rows[first[i + 1] - 1] */
    uint32_t *first;
    uint32_t row_room;
    uint8_t *tags; /* as marked */
    uint32_t *allowed;
    nw_tag_sums *sums; /* of the weights; NULL: not yet made */
} example;

typedef struct example_list {
    example *items;
    uint32_t count;
} example_list;

/* The features that are known, each with a row. */
typedef struct feature_map {
    const nw_template_table *table;
    nw_template_rows rows_of;
    nw_features features;
    uint64_t *keys; /* 0: empty */
    uint32_t *rows; /* of the slot: its row, UINT32_MAX: too rare for one */
    uint32_t *counts;
    uint32_t mask;
    uint32_t used;
    uint32_t row_count;
    uint64_t *row_keys;
    uint8_t *letters; /* of a slot: whether it rests on the letters of a word */
    uint8_t *row_letters;
} feature_map;

/* Begins without features; `table` must last as long. To be closed, which frees all that the map holds. Neither
** takes NULL. */
void open_features(feature_map *map, const nw_template_table *table);
void close_features(feature_map *map);
/* Counts the features of a unit, whose columns are at `unit` and those of its neighbours beside it. */
void count_unit(feature_map *map, const void *unit);
/* Gives rows to the features that were counted `least` times and more. */
void number_features(feature_map *map, uint32_t least);

/* A new example, whose tags and allowed tags the caller fills. */
example *add_example(example_list *list, uint32_t units, uint32_t document, uint32_t fold);
/* Takes the features of the next unit, number `index`. */
void take_unit(feature_map *map, example *made, uint32_t index, const void *unit);

/* ---- words (words.c) ---- */

/* Reads a table of word classes. */
void read_word_classes(const char *path, nw_word_table *words);
/* A word's classes, for adding marks. */
uint32_t *add_word(nw_word_table *words, uint64_t key);

/* A word with the marks that the model sets on it. */
typedef struct marked_word {
    uint64_t key;
    uint8_t marks; /* from bit NW_WORD_MARKS on */
} marked_word;

/* ---- learning (learn.c) ---- */

/* Weights as they are learned. */
typedef float weight_row[NW_TAG_NONE];
typedef struct learned {
    weight_row *weights;
    float transitions[NW_TAGS][NW_TAGS];
} learned;

/* Learns from the examples whose fold is not `left_out`. */
typedef struct lesson {
    const nw_template_table *table;
    example_list *const *lists;
    uint32_t list_count;
    uint32_t left_out; /* ALL_FOLDS: none */
    uint32_t row_count;
    unsigned epochs;
    unsigned first_epochs;  /* after them examples of FIRST_ONLY are left out */
    const uint8_t *letters; /* of a row */
    float dropout;
    float letter_dropout;                                 /* how often all that rests on letters is dropped */
    unsigned run;                                         /* another one drops other features */
    void (*report)(unsigned epoch, const learned *state); /* may be NULL */
} lesson;
void learn(const lesson *plan, learned *state);

/* ---- packing (pack.c) ---- */

/* Weights as the model has them. */
typedef struct packed {
    int8_t (*weights)[NW_TAG_NONE];
    int16_t transitions[NW_TAGS][NW_TAGS];
    uint16_t sureness[NW_SURENESS_POINTS][2];
    nw_tag_model model; /* for the decoder */
} packed;

/* Rounds what has been learned to the model's small numbers; `result` is zero at first and may be filled again. */
void pack(const nw_template_table *table, const learned *state, uint32_t row_count, packed *result);
/* Fills the sums of the examples of a fold, or ALL_FOLDS. */
void make_sums(example_list *list, const packed *weights, uint32_t fold);
/* Puts an example that has sums into a run to decode. */
void fill_run(nw_tag_run *run, const example *from);
/* Runs a task that needs memory. */
void in_arena(void (*task)(nw_arena *arena, void *context), void *context);
/* Rows lighter than the heaviest `most` become 0; gives how many are left, and which in *rows (may be
** NULL). */
uint32_t prune(packed *weights, const feature_map *map, uint32_t most, uint32_t **rows);

/* ---- how sure (sureness.c) ---- */

/* Whether a segment is right by the tags of the example. */
bool is_tagged(const example *from, const nw_tag_segment *segment);

/* A decoded segment: how far from certainty, and whether it is right. */
typedef struct judged {
    uint32_t distance;
    bool right;
} judged;

/* Fits how sure a segment is at a distance to segments of examples left out of the learning. */
void fit_sureness(judged *segments, uint32_t count, packed *weights);

/* ---- the model as a file (write.c) ---- */

typedef struct model_parts {
    packed *weights;
    const feature_map *map;
    const marked_word *marks;
    uint32_t mark_count;
    const char *word_classes; /* the file that was read */
    uint32_t most;            /* features */
} model_parts;

/* Writes the file of a model. */
void write_model(const char *path, const model_parts *parts);

#endif

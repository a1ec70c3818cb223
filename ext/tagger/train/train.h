/*
** Training a model of names: a program of the building machine, nothing of it is in the library.
*/
#ifndef TRAIN_H
#define TRAIN_H

#include "article.h"
#include "tagger/name_reader.h"

#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 5, ALL_FOLDS = FOLDS };

/* A name as somebody marked it; bytes of the body. */
typedef struct gold_name {
    uint32_t start;
    uint32_t end;
    uint8_t type; /* newswire_entity_type */
} gold_name;

typedef struct document {
    newswire_article *article;
    gold_name *names; /* in text order */
    uint32_t name_count;
    uint32_t fold; /* below FOLDS */
} document;

/* A run with its features; a feature is a row of the table of weights. */
typedef struct example {
    uint32_t count;
    uint32_t document;
    uint32_t *rows; /* of unit i: rows[first[i]] to rows[first[i + 1] - 1] */
    uint32_t *first;
    uint8_t *tags; /* as marked */
    uint32_t *allowed;
    newswire_span *spans;
    nw_tag_sums *sums; /* of the weights; NULL: not yet made */
} example;

typedef struct data_set {
    const char *name;
    document *documents;
    uint32_t document_count;
    example *examples;
    uint32_t example_count;
    uint32_t types; /* that are marked in it: a bit a type */
} data_set;

/* The features that are known, each with a row. */
typedef struct feature_map {
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

/* Weights as they are learned. */
typedef float weight_row[NW_TAG_NONE];
typedef struct learned {
    weight_row *weights;
    float transitions[NW_TAGS][NW_TAGS];
} learned;

/* Weights as the model has them. */
typedef struct packed {
    int8_t (*weights)[NW_TAG_NONE];
    int16_t transitions[NW_TAGS][NW_TAGS];
    uint16_t sureness[NW_SURENESS_POINTS][2];
    nw_tag_model model; /* for the decoder */
} packed;

typedef struct score {
    uint32_t right, found, marked;
} score;

static inline void *must(void *memory) {
    if (memory) return memory;
    fprintf(stderr, "out of memory\n");
    exit(1);
}

/* data.c: reads a database of articles and gold_mentions. `upper`: some of its articles, in capitals. */
void read_documents(newswire_engine *engine, const char *path, bool upper, data_set *set);

/* words.c: the table of word classes, with what words in small letters do in the names of `set`. */
void read_word_classes(const char *path, nw_tag_model *model);
void learn_small_words(const data_set *sets, uint32_t count, nw_tag_model *model);
void write_small_words(FILE *out);

/* examples.c */
void learn_types_alone(const data_set *sets, uint32_t count);
void make_examples(data_set *set, const nw_tag_model *model, feature_map *map, bool counting);
void open_features(feature_map *map);
void number_features(feature_map *map, uint32_t least);
uint32_t find_row(const feature_map *map, uint64_t key);

/* learn.c: learns from the examples of all sets whose document's fold is not `left_out`. */
typedef struct lesson {
    const data_set *sets;
    uint32_t set_count;
    uint32_t left_out; /* ALL_FOLDS: none */
    uint32_t row_count;
    unsigned epochs;
    const uint8_t *letters; /* of a row */
    float dropout;
    float letter_dropout;                                 /* how often all that rests on letters is dropped */
    void (*report)(unsigned epoch, const learned *state); /* may be NULL */
} lesson;
void learn(const lesson *plan, learned *state);

/* measure.c */
void pack(const learned *state, uint32_t row_count, packed *result);
/* Of the documents of a fold, or ALL_FOLDS. */
void make_sums(data_set *set, const packed *weights, uint32_t fold);
score measure(const data_set *set, const packed *weights); /* after make_sums */
void fit_sureness(const data_set *sets, uint32_t count, packed *weights);
double f1(score s);
/* Runs a task that needs memory. */
void in_arena(void (*task)(nw_arena *arena, void *context), void *context);

/* write.c */
void put_number(FILE *out, uint64_t value, unsigned bytes);
/* Rows lighter than the heaviest `most` become 0; gives how many are left, and which in *rows (may be
** NULL). */
uint32_t prune(packed *weights, const feature_map *map, uint32_t most, uint32_t **rows);
void write_model(const char *path, packed *weights, const feature_map *map, uint32_t most);

#endif

/*
** Learning the model of names: a program of the building machine.
*/
#ifndef TRAIN_NAMES_H
#define TRAIN_NAMES_H

#include "../../tagger/train/train.h"
#include "article.h"
#include "names/name_reader.h"

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
    uint32_t fold;        /* below FOLDS */
    newswire_span *spans; /* of the units of its examples */
    uint32_t span_count;
} document;

typedef struct data_set {
    const char *name;
    document *documents;
    uint32_t document_count;
    example_list examples;
    uint32_t *first_spans; /* of an example: its first unit among the spans of the document */
    uint32_t types;        /* that are marked in it: a bit a type */
} data_set;

/* data.c: reads a database of articles and gold_mentions. `upper`: some of its articles, in capitals. */
void read_documents(newswire_engine *engine, const char *path, bool upper, data_set *set);

/* small_words.c: what words in small letters do in the names of the sets, as marks; gives their list. */
marked_word *learn_small_words(const data_set *sets, uint32_t count, nw_word_table *words, uint32_t *marks);

/* examples.c */
void learn_types_alone(const data_set *sets, uint32_t count);
void make_examples(data_set *set, const nw_word_table *words, feature_map *map, bool counting);

/* measure.c */
typedef struct score {
    uint32_t right, found, marked;
} score;

/* After make_sums. `segments`, if not NULL, has room for all segments, and takes them. */
score measure(const data_set *set, const packed *weights, judged *segments, uint32_t *count);
double f1(score s);

#endif

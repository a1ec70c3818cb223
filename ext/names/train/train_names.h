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
    uint8_t type;  /* newswire_entity_type */
    bool doubtful; /* its run is not learned from */
} gold_name;

/* An article as it is read from a file. */
typedef struct raw_article {
    char *body;
    uint32_t length;
    gold_name *names; /* in text order */
    uint32_t name_count;
} raw_article;

typedef void article_task(const raw_article *article, void *context);

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
    unsigned times;        /* it is learned from in an epoch */
    bool judged;           /* how sure names are is learned from it */
} data_set;

/* altered.c: how an article is altered before it is learned from. */
typedef enum alteration { AS_IT_IS, IN_CAPITALS, SWAPPED, WITHOUT_STOPS } alteration;
void read_name_lists(const char *folder); /* for SWAPPED */
/* Makes the altered copy of article `number`; false: none is wanted of it. */
bool alter_article(const raw_article *from, alteration how, uint32_t number, raw_article *to);

/* columns.c */
void read_columns(const char *path, article_task *task, void *context);

/* data.c: reads a file of columns, or a database of articles and gold_mentions. */
uint8_t type_of_name(const char *name);
void read_documents(newswire_engine *engine, const char *path, alteration how, data_set *set);
void each_article(const char *path, article_task *task, void *context); /* of a database, without names */
document *add_document(data_set *set, newswire_engine *engine, const char *body, uint32_t length,
                       uint32_t fold);
void forget_documents(data_set *set);

/* small_words.c: what words in small letters do in the names of the sets, as marks; gives their list. */
marked_word *learn_small_words(const data_set *sets, uint32_t count, nw_word_table *words, uint32_t *marks);

/* examples.c */
void learn_types_alone(const data_set *sets, uint32_t count);
void make_examples(data_set *set, const nw_word_table *words, feature_map *map, bool counting);
void forget_examples(data_set *set);
void forget_words(void); /* when what is known of words has changed */

/* A model on the way to that which is written. */
typedef struct stage {
    const nw_word_table *words;
    feature_map map;
    packed weights;
} stage;

/* archive.c: adds marks for the words of plain articles, as a model reads them; reads some as documents. */
void learn_named_words(newswire_engine *engine, const stage *by, const char *const *archives, uint32_t count,
                       nw_word_table *words, marked_word **marks, uint32_t *mark_count);
void read_plain(newswire_engine *engine, const stage *by, const char *path, data_set *set);

/* measure.c */
typedef struct score {
    uint32_t right, found, marked;
} score;

/* After make_sums. `segments`, if not NULL, has room for all segments, and takes them. */
score measure(const data_set *set, const packed *weights, judged *segments, uint32_t *count);
double f1(score s);

#endif

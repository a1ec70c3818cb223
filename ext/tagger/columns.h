/*
** Columns: what is known of each unit of a run, as numbers that templates join into features.
*/
#ifndef NW_COLUMNS_H
#define NW_COLUMNS_H

#include "tagger/model.h"

/* Columns with one value; 0: none. */
typedef enum nw_column {
    NW_COLUMN_WORD,  /* the word in small letters, all digits alike */
    NW_COLUMN_SHAPE, /* its pattern of capitals, digits and marks */
    NW_COLUMN_SMALL, /* its class among 64, 256, 768 */
    NW_COLUMN_MIDDLE,
    NW_COLUMN_LARGE,
    NW_COLUMN_PREFIX2,
    NW_COLUMN_PREFIX3,
    NW_COLUMN_PREFIX4,
    NW_COLUMN_SUFFIX1,
    NW_COLUMN_SUFFIX2,
    NW_COLUMN_SUFFIX3,
    NW_COLUMN_SUFFIX4,
    NW_COLUMN_CUE_BEFORE, /* what it tells of a name after it, by name_cues.txt */
    NW_COLUMN_CUE_AFTER,  /* of one before it */
    NW_COLUMN_PLACE,      /* how its sentence and line begin and end around it */
    NW_COLUMN_LINE,       /* what its sentence is like: its kind, case, numbers, length */
    NW_COLUMN_TEXT,       /* what the article is like */
    NW_COLUMN_CAPITALS,   /* class among 256 of the word were it capitalised; only where case tells nothing */
    NW_COLUMN_LETTERS,    /* the same in small letters */
    NW_COLUMNS
} nw_column;

/* Columns with any number of values, as bits. */
typedef enum nw_bit_column {
    NW_BITS_CLASSES,     /* what the lists know of the word */
    NW_BITS_PHRASES,     /* what phrases of the lists it is in, and where in them */
    NW_BITS_ELSEWHERE,   /* what is seen beside the word elsewhere in the article */
    NW_BITS_CUES_BEFORE, /* cues before and after it there */
    NW_BITS_CUES_AFTER,
    NW_BIT_COLUMNS
} nw_bit_column;

/* Columns with a few values: the words that stand beside the word elsewhere. */
typedef enum nw_set_column {
    NW_SET_LEFT,
    NW_SET_RIGHT,
    NW_SET_LEFT_CLASS,
    NW_SET_RIGHT_CLASS,
    NW_SET_COLUMNS
} nw_set_column;

enum { NW_SET_SIZE = 6, NW_CASE_CLASSES = 516 /* values of CAPITALS and LETTERS */ };

typedef struct nw_unit_columns {
    uint32_t values[NW_COLUMNS];
    uint64_t bits[NW_BIT_COLUMNS];
    uint32_t sets[NW_SET_COLUMNS][NW_SET_SIZE]; /* 0: none; without repetitions */
} nw_unit_columns;

/* Columns of more than these kinds make a feature. */
typedef enum nw_template_kind {
    NW_TEMPLATE_VALUE,
    NW_TEMPLATE_PAIR,
    NW_TEMPLATE_BITS,
    NW_TEMPLATE_SET
} nw_template_kind;

/* A template: the value of a column at an offset, with that of another for pairs. */
typedef struct nw_template {
    uint8_t kind; /* nw_template_kind */
    uint8_t column;
    int8_t offset; /* -2 to 2 */
    uint8_t other; /* of a pair */
    int8_t other_offset;
} nw_template;

enum { NW_MOST_TEMPLATES = 96, NW_MOST_FEATURES = 768 /* more than all bits, sets and values make */ };

/* The templates of names, and which rows the features of each have: those of columns with few values have
** rows of their own, by number from `first` on; the others are looked up by key. */
typedef struct nw_template_rows {
    uint32_t count;                    /* of templates */
    uint32_t rows;                     /* of all */
    uint32_t first[NW_MOST_TEMPLATES]; /* UINT32_MAX: looked up */
} nw_template_rows;

void nw_number_rows(nw_template_rows *rows);

/* The features of a unit. */
typedef struct nw_features {
    uint32_t near_count;
    uint32_t far_count;
    uint32_t near[NW_MOST_FEATURES];   /* rows */
    uint64_t far[NW_MOST_FEATURES];    /* keys */
    uint8_t letters[NW_MOST_FEATURES]; /* of a far one: whether it rests on the letters of a word */
} nw_features;

/* `unit[-2]` to `unit[2]` are looked at. */
void nw_find_features(const nw_template_rows *rows, const nw_unit_columns *unit, nw_features *features);

#endif

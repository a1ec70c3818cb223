/*
** Templates: how what is known of the units of a run, its columns, becomes features. Each model has a table
** of them, and a struct of its own for the columns of a unit.
*/
#ifndef NW_TEMPLATES_H
#define NW_TEMPLATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum nw_column_kind {
    NW_COLUMN_OF_ONE,  /* uint32_t: a value; 0: none */
    NW_COLUMN_OF_BITS, /* uint64_t: any number of values, as bits */
    NW_COLUMN_OF_SET   /* uint32_t[]: a few values; 0: none, and none after it */
} nw_column_kind;

typedef struct nw_column {
    uint8_t kind;   /* nw_column_kind */
    uint8_t size;   /* of a set */
    bool letters;   /* it rests on the letters of a word */
    bool of_word;   /* it rests on a word alone, and stands in the struct of the word */
    uint16_t place; /* in the struct: offsetof */
    uint16_t limit; /* values are below it; 0: too many for rows of their own, they are looked up by key */
} nw_column;

enum { NW_NO_COLUMN = 255 };

/* The values of a column at an offset, or pairs of it with another, each with one value. */
typedef struct nw_template {
    uint8_t column;
    int8_t offset; /* in units, -2 to 2 */
    uint8_t other; /* NW_NO_COLUMN: no pair */
    int8_t other_offset;
} nw_template;

enum {
    NW_MOST_TEMPLATES = 96,
    NW_MOST_FEATURES = 768, /* of a unit: more than all bits, sets and values make */
    NW_SIDE = 2,            /* units on each side that features look at */
    NW_MOST_PAIRS = 1 << 17 /* of values of two columns that have rows of their own */
};

/* If any column is of a word, the struct of a unit begins with a pointer to that of its word, which begins with
** nw_word_sums (sums.h). */
typedef struct nw_template_table {
    const char *name; /* of the model */
    const nw_column *columns;
    const nw_template *templates;
    uint16_t column_count;
    uint16_t template_count;
    uint32_t unit_size;  /* of the struct of columns */
    uint32_t types;      /* of segments, at most NW_TAG_TYPES */
    uint32_t run_length; /* units decoded together, at most */
} nw_template_table;

/* Which rows the features of each template have: those of columns with few values, and of pairs of them, have
** rows of their own, by number from `first` on; the others are looked up by key. */
typedef struct nw_template_rows {
    uint32_t alone;                    /* rows of single values; those of pairs come after them */
    uint32_t rows;                     /* of all */
    uint32_t first[NW_MOST_TEMPLATES]; /* UINT32_MAX: looked up */
} nw_template_rows;

/* Numbers the rows of a table of templates. */
void nw_number_rows(const nw_template_table *table, nw_template_rows *rows);

/* A number that changes whenever the features do that the table makes. */
uint64_t nw_template_fingerprint(const nw_template_table *table);

/* The features of a unit. */
typedef struct nw_features {
    uint32_t near_count;
    uint32_t far_count;
    uint32_t near[NW_MOST_FEATURES]; /* rows */
    uint64_t far[NW_MOST_FEATURES];  /* keys */
    uint8_t far_template[NW_MOST_FEATURES];
} nw_features;

/* The columns of `unit`, and of two units on each side of it, are looked at. */
void nw_find_features(const nw_template_table *table, const nw_template_rows *rows, const void *unit,
                      nw_features *features);

/* Whether a template rests on the letters of a word. */
bool nw_is_of_letters(const nw_template_table *table, uint32_t template);

#endif

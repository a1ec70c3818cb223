/*
** Columns of the model of names: what is known of each unit of a run (templates: name_templates.c).
*/
#ifndef NW_NAME_COLUMNS_H
#define NW_NAME_COLUMNS_H

#include "names/looks.h"
#include "tagger/model.h"
#include "tagger/word_classes.h"

/* What a word that is not capitalised may do in names: marks of nw_word_classes. */
enum { NW_WORD_INSIDE = 1 << NW_WORD_MARKS, NW_WORD_BEGINS = 2 << NW_WORD_MARKS };

/* From this bit on, which names a capitalised word is mostly in: a number below 16. 0: not known; 1 to 12: names of one
** type, in three steps of how often for each type. */
enum {
    NW_NAMED_BIT = NW_WORD_MARKS + 2,
    NW_NAMED_CLASSES = 16,
    NW_NAMED_STEPS = 3,   /* of a type */
    NW_NAMED_SELDOM = 13, /* from here on, mostly in none */
    NW_NAMED_NEVER = 15   /* it is in no names, or hardly any */
};

/* Values of PROFILE: 0; which names a word is in, for words in capitals, capitalised and other; classes of other words,
** capitalised or not; looks. */
enum {
    NW_PROFILE_CLASSES = 3 * NW_NAMED_CLASSES,
    NW_PROFILE_LOOKS = NW_PROFILE_CLASSES + 2 * NW_SMALL_CLASSES,
    NW_PROFILES = NW_PROFILE_LOOKS + NW_LOOKS
};

enum { NW_NAME_RUN = 96 }; /* units decoded together; longer runs are cut */

/* Columns with one value; 0: none. Those before PLACE rest on a word alone. */
typedef enum nw_name_value {
    NW_COLUMN_WORD,  /* the word in small letters, all digits alike */
    NW_COLUMN_SHAPE, /* its pattern of capitals, digits and marks */
    NW_COLUMN_LOOK,  /* the same in few classes (looks.h) */
    NW_COLUMN_SMALL, /* its class among 64, 256, 768 */
    NW_COLUMN_MIDDLE,
    NW_COLUMN_LARGE,
    NW_COLUMN_NAMED,   /* what names it is mostly in */
    NW_COLUMN_PROFILE, /* one of SMALL, LOOK and NAMED: whichever says most */
    NW_COLUMN_PREFIX2,
    NW_COLUMN_PREFIX3,
    NW_COLUMN_PREFIX4,
    NW_COLUMN_SUFFIX1,
    NW_COLUMN_SUFFIX2,
    NW_COLUMN_SUFFIX3,
    NW_COLUMN_SUFFIX4,
    NW_COLUMN_CUE_BEFORE, /* what it says about a name after it, by name_cues.txt */
    NW_COLUMN_CUE_AFTER,  /* about one before it */
    NW_WORD_VALUES,
    NW_COLUMN_PLACE = NW_WORD_VALUES, /* how its sentence and line begin and end around it */
    NW_COLUMN_LINE,                   /* what its sentence is like: its kind, case, numbers, length */
    NW_COLUMN_TEXT,                   /* what the article is like */
    NW_COLUMN_CAPITALS, /* class among 256 of the word were it capitalised; only where case tells nothing */
    NW_COLUMN_LETTERS,  /* the same in small letters */
    NW_NAME_VALUES
} nw_name_value;

/* Columns with any number of values, as bits. */
typedef enum nw_name_bits {
    NW_BITS_CLASSES,     /* what the lists know of the word */
    NW_BITS_PHRASES,     /* what phrases of the lists it is in, and where in them */
    NW_BITS_ELSEWHERE,   /* what is seen beside the word elsewhere in the article */
    NW_BITS_CUES_BEFORE, /* cues before and after it there */
    NW_BITS_CUES_AFTER,
    NW_NAME_BITS
} nw_name_bits;

/* Columns with a few values: the words that stand beside the word elsewhere. */
typedef enum nw_name_set {
    NW_SET_LEFT,
    NW_SET_RIGHT,
    NW_SET_LEFT_CLASS,
    NW_SET_RIGHT_CLASS,
    NW_NAME_SETS
} nw_name_set;

enum { NW_SET_SIZE = 6, NW_CASE_CLASSES = 516 /* values of CAPITALS and LETTERS */ };

typedef struct nw_name_columns {
    const struct nw_kept_word *word; /* with what rests on the word alone (name_words.h) */
    uint32_t place;
    uint32_t line;
    uint32_t text;
    uint32_t capitals;
    uint32_t letters;
    uint64_t phrases; /* bits */
    uint64_t elsewhere;
    uint64_t cues_before;
    uint64_t cues_after;
    uint32_t sets[NW_NAME_SETS][NW_SET_SIZE]; /* 0: none, and none after it; without repetitions */
} nw_name_columns;

extern const nw_template_table nw_names_templates;
extern const nw_tag_model nw_names_model;

#endif

/*
** Filling columns: from the letters of a word, the lists, its place in its line.
*/
#ifndef NW_WORD_COLUMNS_H
#define NW_WORD_COLUMNS_H

#include "names/name_reader.h"

/* How capitals are used in a sentence, and so what they say. */
typedef enum nw_line_case {
    NW_CASE_PLAIN,
    NW_CASE_TITLE, /* Most Words Have One */
    NW_CASE_UPPER  /* ALL LETTERS ARE */
} nw_line_case;

typedef struct nw_line_look {
    uint8_t case_; /* nw_line_case */
    uint8_t look;  /* for the column; not 0 */
} nw_line_look;

/* How many tokens of an article are numbers, and words with a capital. */
typedef struct nw_token_counts {
    uint32_t numbers;
    uint32_t capitals;
} nw_token_counts;

/* Looks at a sentence, and adds its tokens to those of its article. */
nw_line_look nw_look_at_line(const nw_reading *reading, const newswire_sentence *sentence,
                             nw_token_counts *counts);

/* What an article with so many tokens is like, for the column; not 0. */
uint32_t nw_look_of_text(const nw_token_counts *counts, uint32_t token_count);

/* What a word would be in small letters or capitals, where its case says nothing. */
void nw_fill_case(nw_name_columns *columns, newswire_string word, const nw_word_table *words,
                  unsigned line_case);

/* Where token `at` stands in its sentence and among its lines. */
void nw_fill_place(nw_name_columns *columns, const nw_reading *reading, const newswire_sentence *sentence,
                   uint32_t at);

/* The phrases of the lists in a run. */
void nw_fill_phrases(const nw_reading *reading, nw_name_units *units);

#endif

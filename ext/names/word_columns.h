/*
** Filling columns: from the letters of a word, the lists, its place in its line.
*/
#ifndef NW_WORD_COLUMNS_H
#define NW_WORD_COLUMNS_H

#include "names/hyphens.h"
#include "names/name_reader.h"

/* What capitals tell in a sentence. */
typedef enum nw_line_case {
    NW_CASE_PLAIN,
    NW_CASE_TITLE, /* Most Words Have One */
    NW_CASE_UPPER  /* ALL LETTERS ARE */
} nw_line_case;

typedef struct nw_line_look {
    uint8_t case_; /* nw_line_case */
    uint8_t look;  /* for the column; not 0 */
} nw_line_look;

nw_line_look nw_look_at_line(const nw_reading *reading, const newswire_sentence *sentence);

/* What an article is like, for the column; not 0. */
uint32_t nw_look_at_text(const nw_reading *reading);

/* Columns of a word, or a part of one, alone. */
void nw_fill_word(nw_name_columns *columns, const nw_reading *reading, uint32_t at, nw_hyphen_part part,
                  const nw_word_table *words, unsigned line_case);

void nw_fill_place(nw_name_columns *columns, const nw_reading *reading, const newswire_sentence *sentence,
                   uint32_t at);

/* The phrases of the lists in a run. */
void nw_fill_phrases(const nw_reading *reading, nw_name_units *units);

#endif

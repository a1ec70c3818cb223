/*
** Reading names: the stretches of an article that may hold names, as runs of units with their columns.
*/
#ifndef NW_NAME_READER_H
#define NW_NAME_READER_H

#include "lexicon/words.h"
#include "names/name_words.h"
#include "tagger/decode.h"

/* A token, or a part of one: "Paris" of "Paris-based". */
typedef struct nw_name_unit {
    uint32_t token;
    uint32_t word; /* in the lists */
    newswire_span span;
    uint64_t key; /* nw_form_key */
    bool cut;     /* no name goes on from the unit before into this */
} nw_name_unit;

typedef struct nw_name_units {
    uint32_t count; /* of the run; 0: none was found */
    nw_name_unit *items;
    nw_name_columns *columns;
    nw_name_unit room[NW_NAME_RUN + 2 * NW_SIDE]; /* items[-2] to items[count + 1] may be looked at */
    nw_name_columns column_room[NW_NAME_RUN + 2 * NW_SIDE];
    nw_kept_word spare[NW_NAME_RUN + 2 * NW_SIDE]; /* words that could not be kept */
} nw_name_units;

/* What is known of an article before its runs are read. */
typedef struct nw_name_reader nw_name_reader;

/* Looks over the article, and a headline read apart (NULL: none). `kept`: see name_words.h. */
nw_name_reader *nw_name_reader_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline,
                                    nw_kept_words *kept);

/* Words with a capital in the article. */
uint32_t nw_count_capitals(const nw_name_reader *reader);

/* Gives back what grows with the text. */
void nw_name_reader_close(nw_name_reader *reader);

/* Reads the run that begins at a token at or after `token`, before `end`, in one sentence. Gives the token
** after it. */
uint32_t nw_read_names(nw_name_reader *reader, uint32_t token, uint32_t end, nw_name_units *units);

/* The sums of the weights of a unit of a run. */
void nw_sum_unit(nw_name_reader *reader, const nw_name_units *units, uint32_t unit, nw_tag_sums sums);

/* The tags that a unit of a run may have. */
uint32_t nw_allowed_tags(const nw_name_units *units, uint32_t unit);

#endif

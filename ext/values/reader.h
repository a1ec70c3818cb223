/*
** What the readers of values share: where they stand, and what of the article they may see.
**
** Values are read in pieces (pieces.h), which are smaller than tokens: "$1.2bn", "15-member" and "2.1-2.4%"
** are read the same however the tokenizer cuts them.
*/
#ifndef NW_VALUE_READER_H
#define NW_VALUE_READER_H

#include "values/values.h"

/* What is asked once for an article, when first needed. */
typedef enum nw_answer { NW_NOT_ASKED, NW_NO, NW_YES } nw_answer;

typedef struct nw_value_reader {
    nw_arena *arena;
    const nw_reading *reading;
    nw_date published;
    nw_values *values;
    uint32_t sentence;    /* index from 0 of the sentence that is read */
    uint32_t first_token; /* of the sentence */
    uint32_t end_token;
    uint32_t end;        /* byte after the sentence */
    uint32_t taken;      /* byte after the last value */
    const char *country; /* whose "dollars" are meant where nothing is said (money_places.h); NULL: not asked
                         ** yet */
    const struct nw_money_context *context; /* what the article says of it; NULL: not asked yet */
    struct nw_piece_memo *pieces;   /* what follows what, as far as it is known (pieces.h); may be NULL */
    struct nw_number_memo *numbers; /* the latest number (numbers.h); may be NULL */
    struct nw_sign_memo *signs;     /* the latest sign of money (money.h); may be NULL */
    nw_answer person_may;           /* whether a person of the article is called May */
} nw_value_reader;

/* Adds a value of the pieces from `start` to `end` (bytes); `token` is the one that holds `start`. */
newswire_value *nw_add_value(nw_value_reader *reader, newswire_value_kind kind, uint32_t token,
                             uint32_t start, uint32_t end);

/* A byte of the text, 0 outside of it. */
static inline char nw_byte_at(const nw_value_reader *reader, uint32_t at) {
    return at < reader->reading->text.length ? reader->reading->text.bytes[at] : 0;
}

#endif

/*
** Durations: "12 months", "six-month", "a decade", "two years and three months", "half an hour".
*/
#ifndef NW_DURATIONS_H
#define NW_DURATIONS_H

#include "values/numbers.h"

typedef struct nw_duration {
    newswire_span span;
    uint32_t token;
    double number;    /* of its first unit; a half for "half an hour" */
    char unit;        /* its first unit, as time_words.txt has it: S M H D W m Q Y E C F */
    const char *noun; /* "month"; static */
    newswire_string iso;
    nw_piece last;
} nw_duration;

/* Reads the unit after a number (its number->last), and a smaller number and unit behind it. */
bool nw_parse_duration(const nw_value_reader *reader, const nw_number *number, nw_duration *duration);

/* Reads "a year", "an hour" at the article. */
bool nw_parse_single_duration(const nw_value_reader *reader, const nw_piece *article, nw_duration *duration);

#endif

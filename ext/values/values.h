/*
** Numbers with a meaning: percentages, money, counts, dates, times, durations.
*/
#ifndef NW_VALUES_H
#define NW_VALUES_H

#include "lexicon/words.h"

/* A day, or a year or a month, to which relative dates are held; year 0: not known. */
typedef struct nw_date {
    int year;
    int month; /* 0: only the year is known */
    int day;   /* 0: only the month */
} nw_date;

typedef NW_ARRAY(newswire_value) nw_values;

/* Reads "2012-02-22", "2012-02", "2012", "2012-02-22T08:00:00Z"; anything else is year 0. */
nw_date nw_read_date(newswire_string published);

/* Values never overlap and come in text order. */
void nw_find_values(nw_arena *arena, const nw_reading *reading, nw_date published, nw_values *values);

#endif

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

/* How two values that follow each other belong together. */
typedef enum nw_value_link {
    NW_VALUES_APART,
    NW_VALUES_RANGE, /* "2.1-2.4%", "between 2.7 and 4.3 percent", "six to 12 pct", "70% to 80%" */
    NW_VALUES_CHANGE /* "from 40% to 60%", "48 percent to 35 percent", "up 0.2% to 3.1%": two facts */
} nw_value_link;

/* Whether the value at an index and the one after it are the ends of a range, by the words between and before
** them: the same kind and unit, joined by a dash, "to", or "and" after "between". */
nw_value_link nw_link_values(const nw_reading *reading, const nw_values *values, uint32_t index);

#endif

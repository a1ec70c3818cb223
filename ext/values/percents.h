/*
** Percentages: "9.5 percent", "-0.13%", "7-5/8 pct", "25 basis points", "half a percentage point".
*/
#ifndef NW_PERCENTS_H
#define NW_PERCENTS_H

#include "values/numbers.h"

/* The unit of a percentage: "percent", "percentage_point" or "basis_point". Looks after a number (its
** number->last) and moves *last to the last piece of the unit. NULL: the number has no such unit. */
const char *nw_percent_unit(const nw_value_reader *reader, const nw_number *number, nw_piece *last);

/* "a percentage point", "a fraction of a percentage point": sizes without a number. `first` is the
** article. */
const char *nw_percent_without_number(const nw_value_reader *reader, const nw_piece *first, nw_piece *last,
                                      double *size);

#endif

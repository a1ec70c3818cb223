/*
** Values that are numbers: percentages, money, durations and counts.
*/
#ifndef NW_AMOUNTS_H
#define NW_AMOUNTS_H

#include "values/numbers.h"

/* Reads the value that begins with a number at a piece (digits, a sign, a number's word, an article) and adds
** it. *last becomes its last piece. Returns false where there is none. */
bool nw_read_amount(nw_value_reader *reader, const nw_piece *first, nw_piece *last);

#endif

/*
** What a number counts: "2,000 jobs", "15-member", "450 manufacturing workers", "12 km".
*/
#ifndef NW_COUNTS_H
#define NW_COUNTS_H

#include "values/numbers.h"

/* The noun that a number counts, in small letters and in the singular ("job"), with *last its last piece.
** `bytes` NULL: it counts nothing that can be named. */
newswire_string nw_counted_noun(const nw_value_reader *reader, const nw_number *number, nw_piece *last);

/* Whether a number begins with a word in capitals inside of a sentence: "Group of Seven", "the Six Nations". */
bool nw_is_part_of_name(const nw_value_reader *reader, const nw_piece *first);

/* Whether a bare number is one with a meaning of its own, and not a part of a name, a score or a code. */
bool nw_is_bare_number(const nw_value_reader *reader, const nw_piece *first, const nw_number *number);

#endif

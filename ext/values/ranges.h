/*
** Numbers that share a unit or make a range: "2 and 6 percent", "2.1-2.4%", "between $1.2 and $1.5 million".
*/
#ifndef NW_RANGES_H
#define NW_RANGES_H

#include "values/numbers.h"

typedef enum nw_link {
    NW_NO_LINK,
    NW_LINK_DASH, /* 2.1-2.4 */
    NW_LINK_TO,
    NW_LINK_AND,
    NW_LINK_OR,
    NW_LINK_COMMA
} nw_link;

/* What joins a number to the number behind it, and that number. The other number may have a sign of money
** before it, which is left out. */
nw_link nw_linked_number(const nw_value_reader *reader, const nw_piece *last, nw_number *other);

/* The number of a list or range that has the unit of `number` behind it, directly linked ("two to three
** percent") or at the end of a list ("2, 4 and 6 percent"). Gives the kind of link. */
nw_link nw_number_with_unit(const nw_value_reader *reader, const nw_number *number, nw_number *other);

/* The value of a number that takes its scale from the one it is linked to: 2 in "2 to 3 million". */
double nw_shared_value(const nw_number *number, const nw_number *other);

#endif

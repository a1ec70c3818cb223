/*
** Items of lists and rows of tables.
*/
#ifndef NW_LIST_LINES_H
#define NW_LIST_LINES_H

#include "wire/copy.h"

/* Whether a line begins with a bullet, a dash that is one, or a number: "* ", "- ", "1. ", "(2) ", "a) ". */
bool nw_has_bullet(const nw_copy *copy, nw_line line);

/* Whether a line is a row of a table: "Acme +2.1", "Shr 34 cts vs 1.19 dlrs", "Rovers 2 United 0". */
bool nw_is_row(const nw_copy *copy, nw_line line);

/* Whether one line of a wrapped paragraph can be nothing but a table's. */
bool nw_is_table_line(const nw_copy *copy, nw_line line);

#endif

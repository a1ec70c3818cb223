/*
** Where credit lines are: bylines, "(Reporting by ...)", contacts and sign-offs.
*/
#ifndef NW_CREDIT_LINES_H
#define NW_CREDIT_LINES_H

#include "wire/copy.h"

/* The first token of the credits that a line ends with, line.first where all of it is one; line.end: none.
** `closing`: the line is one of the article's last. */
uint32_t nw_credit_start(const nw_copy *copy, nw_line line, bool closing);

/* Where the credit that begins at line.first ends, so that "(Reporting by A) (a@example.com)" are two. */
uint32_t nw_credit_end(const nw_copy *copy, nw_line line);

/* How many tokens at the front of a line are a byline: all of it, or what is before a dateline on the same
** line. `head`: the line is one of the article's first; elsewhere only a sure one counts. */
uint32_t nw_byline_tokens(const nw_copy *copy, nw_line line, bool head);

/* Whether a line is nothing but a person's name, and perhaps a place: what stands under many headlines. */
bool nw_is_name_line(const nw_copy *copy, nw_line line);

#endif

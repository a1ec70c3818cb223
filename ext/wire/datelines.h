/*
** Datelines: "NEW YORK, Aug 10 (Reuters) -", "RICHMOND, Va. —", and what is left of them where a web page
** lost the agency and the dash.
*/
#ifndef NW_DATELINES_H
#define NW_DATELINES_H

#include "wire/copy.h"

/* How many tokens at the front of a line are a dateline, with its dash; 0: none. */
uint32_t nw_dateline_tokens(const nw_copy *copy, nw_line line);

#endif

/*
** Listeners: who is told something.
*/
#ifndef NW_LISTENERS_H
#define NW_LISTENERS_H

#include "quotes/cues.h"

/* The end of a short noun phrase for who is told something, or the token itself where there is none. */
uint32_t nw_skip_listener(const nw_clauses *clauses, uint32_t token, uint32_t end);

/* "Asked [by Lee] if it was late": the end of who asks, behind "by"; the cue's end where nobody is. */
uint32_t nw_end_of_asking(const nw_clauses *clauses, const nw_cue *cue, uint32_t end);

#endif

/*
** Looks: what a word is like by its letters, in few classes, so that pairs of them can be counted.
*/
#ifndef NW_LOOKS_H
#define NW_LOOKS_H

#include <stdint.h>

enum { NW_LOOKS = 64, NW_LOOK_EDGE = NW_LOOKS - 1 /* no word: before and after a sentence */ };

/* The look of a word: from 1, below NW_LOOK_EDGE. */
uint32_t nw_look_of(const char *bytes, uint32_t length);

#endif

/*
** Headlines, subheadings and slugs.
*/
#ifndef NW_HEADLINES_H
#define NW_HEADLINES_H

#include "wire/copy.h"

/* Whether the paragraph `index` (from 0), whose tokens without credits are `line`, is a headline. */
bool nw_is_headline(const nw_copy *copy, nw_line line, uint32_t index);

/* Whether a paragraph is one of several short lines without a stop that follow each other: a list without
** marks. */
bool nw_is_loose_item(const nw_copy *copy, uint32_t index);

/* Whether the line after a paragraph goes on with it: wire text cut in its middle. */
bool nw_goes_on(const nw_copy *copy, uint32_t index);

/* Whether no word of a line has small letters, and two have capitals at least. */
bool nw_is_all_capitals(const nw_copy *copy, nw_line line);

#endif

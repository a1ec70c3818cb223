/*
** Patterns of lines that only wire copy has.
*/
#ifndef NW_LINE_PATTERNS_H
#define NW_LINE_PATTERNS_H

#include "wire/copy.h"

enum nw_line_pattern {
    NW_LINE_SIGN_OFF,     /* Reuter; (END); -30- */
    NW_LINE_CONTACT,      /* -- London Newsroom +44 20 7946 0000 */
    NW_LINE_NOTICE,       /* Keywords:, (c) Copyright, Photo:, To contact the reporter on this story: */
    NW_LINE_HEADLINE_TAG, /* UPDATE 1-Acme cuts outlook */
    NW_LINE_PERIOD,       /* Nine mths: a heading within a table of results */
    NW_LINE_PATTERN_COUNT
};

extern const nw_pattern nw_line_patterns[NW_LINE_PATTERN_COUNT];

/* Whether a line's beginning matches; `matched`, where it is not NULL, gets how many bytes do. */
bool nw_line_matches(const nw_copy *copy, enum nw_line_pattern pattern, nw_line line, uint32_t *matched);

#endif

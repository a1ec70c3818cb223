/*
** Times of day: "0849 GMT", "10:30 a.m. EST", "5 pm", "14:30", "noon".
*/
#ifndef NW_TIMES_H
#define NW_TIMES_H

#include "values/pieces.h"

typedef struct nw_clock_time {
    newswire_span span;
    uint32_t token;
    newswire_string iso; /* "T08:49Z", "T10:30-05:00", "T17:00" if no zone is given */
    nw_piece last;
} nw_clock_time;

/* Reads a time that begins with digits, a number's word ("five o'clock") or "noon". */
bool nw_parse_time(const nw_value_reader *reader, const nw_piece *first, nw_clock_time *time);

#endif

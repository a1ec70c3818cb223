/*
** Dates and periods on the calendar: "February 15", "22/02/2012", "the 1990s", "first quarter of 2012",
** "last week", "mid-2012", "on Tuesday".
**
** Their ISO 8601 form is what the text and the date of publication allow: without a year "--02-15" or "--01",
** for quarters, halves, decades and weekends an interval; none for "last week" of an article without a date.
*/
#ifndef NW_DATES_H
#define NW_DATES_H

#include "values/date_resolution.h"
#include "values/durations.h"

typedef struct nw_date_found {
    uint32_t start;
    uint32_t token;
    newswire_string iso; /* `bytes` NULL: not known */
    nw_piece last;
} nw_date_found;

/* Reads a date that begins at a piece of any kind. */
bool nw_parse_date(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);

/* After a duration: "ago", "earlier", "later" make a date of it ("two years ago"). */
bool nw_parse_distance(const nw_value_reader *reader, const nw_duration *duration, nw_date_found *date);

/* ---- parts, each in a file of its own ---- */

/* dates.c: "February 15, 2012", "15th of May", "January", "Feb 15-17", "Jan-March". */
bool nw_parse_month_first(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);
bool nw_parse_day_first(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);

/* date_years.c: "2012", "1986/87", "1990s", "2012-02-22", "22.02.2012", "mid-2012", "fiscal 2011". */
bool nw_parse_year_first(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);
bool nw_parse_numeric_date(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);
bool nw_parse_fiscal_year(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);
bool nw_parse_prefixed(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);

/* date_periods.c: "first quarter of 2012", "Q3", "4th qtr", "second half of last year", "21st century". */
bool nw_parse_period(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);

/* date_relative.c: "Tuesday", "yesterday", "last week", "next March", "Christmas". */
bool nw_parse_relative(nw_value_reader *reader, const nw_piece *first, nw_date_found *date);

/* ---- what they share (date_words.c) ---- */

/* "the past decade", "over the last year": the modifier makes a length of time of the unit behind it. */
bool nw_makes_length(const nw_value_reader *reader, const nw_piece *modifier);

/* What date_words.txt says of a piece. */
typedef struct nw_date_word {
    nw_date_class class;
    const char *text; /* its value in the list */
    int value;        /* the same as a number */
} nw_date_word;

/* Looks a piece up; one that is not in the list is NW_NO_DATE_WORD, with an empty text. */
nw_date_word nw_look_up_date(const nw_piece *piece);

/* The years that news speaks of; other numbers are no years. */
enum { NW_FIRST_YEAR = 1500, NW_LAST_YEAR = 2199 };

/* A year in four digits, of those, with nothing glued to it; 0: none. */
int nw_year_of(const nw_value_reader *reader, const nw_piece *piece);

/* A day of the month in digits or words ("15", "15th", "one", "fourth"), 0: none; *last its last piece. */
int nw_day_of(const nw_value_reader *reader, const nw_piece *piece, nw_piece *last);

/* An ordinal, "first" or "1st", up to 31st; 0: none. */
int nw_ordinal_of(const nw_value_reader *reader, const nw_piece *piece, nw_piece *last);

/* Whether the token before a token has a use, or reads like this word; at the sentence's start: no. */
bool nw_comes_after(const nw_value_reader *reader, uint32_t token, enum nw_use use);
bool nw_comes_after_word(const nw_value_reader *reader, uint32_t token, const char *word);

/* Whether the clause up to a token looks ahead: "will meet on", "is due in". */
bool nw_looks_ahead(const nw_value_reader *reader, uint32_t token);

/* Whether the words around a token of a sentence are about the past: "net profit [fell] in the first quarter". */
bool nw_looks_back(const nw_value_reader *reader, uint32_t token);

/* Whether an upper-case letter begins a piece. */
static inline bool nw_is_capitalized(const nw_value_reader *reader, const nw_piece *piece) {
    return nw_ascii_upper(nw_byte_at(reader, piece->start));
}

/* Fills a found date. */
bool nw_found_date(nw_date_found *date, const nw_piece *first, const nw_piece *last, newswire_string iso);

#endif

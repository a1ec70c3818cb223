/*
** Calendar arithmetic, and which day, week or month is meant, seen from the date of an article.
** Proleptic Gregorian calendar, no time zones.
*/
#ifndef NW_DATE_RESOLUTION_H
#define NW_DATE_RESOLUTION_H

#include "values/values.h"

/* Days since 1970-01-01, and back. */
int32_t nw_days_of(nw_date date);
nw_date nw_date_of(int32_t days);

/* How many days a month (1 to 12) has, by the year; whether there is such a day; the day of a week. */
int nw_month_days(int year, int month);
bool nw_is_date(int year, int month, int day);
int nw_weekday(nw_date date); /* 1 Monday to 7 Sunday */
/* Easter Sunday of the Gregorian calendar. */
nw_date nw_easter(int year);

/* The day of the nth (1 to 5, or -1: the last) weekday of a month. */
nw_date nw_nth_weekday(int year, int month, int weekday, int nth);

/* Which of several recurring days is meant. */
typedef enum nw_direction_in_time { NW_NEAREST, NW_IN_PAST, NW_IN_FUTURE } nw_direction_in_time;

/* The day of a weekday: NW_IN_PAST the most recent, `from` included; NW_IN_FUTURE the next, `from` excluded. */
nw_date nw_resolve_weekday(nw_date from, int weekday, nw_direction_in_time direction);

/* The year of a month and day (0: the month as a whole). NW_IN_PAST and NW_IN_FUTURE exclude the other side. */
int nw_resolve_year(nw_date from, int month, int day, nw_direction_in_time direction);

/* A month moved by a number of months; the day becomes 0. */
nw_date nw_add_months(nw_date date, int months);

/* ---- ISO 8601 in memory of the arena ---- */

/* "2012-02-15", "2012-02" (day 0), "2012" (month 0), "--02-15", "--02" (year 0). */
newswire_string nw_iso_date(nw_arena *arena, nw_date date);

/* "2012-W07". */
newswire_string nw_iso_week(nw_arena *arena, nw_date day);

/* "2012-01/2012-03". */
newswire_string nw_iso_interval(nw_arena *arena, nw_date first, nw_date last);

/* A small writer of digits and signs; the caller's buffer is large enough. */
typedef struct nw_writer {
    char bytes[48];
    uint32_t length;
} nw_writer;

void nw_write_number(nw_writer *writer, uint32_t number, int width); /* with leading zeros */
/* Adds a text as it is. */
void nw_write(nw_writer *writer, const char *text);

#endif

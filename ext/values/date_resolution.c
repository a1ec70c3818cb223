#include "values/date_resolution.h"

/* Howard Hinnant's days_from_civil and its inverse: a year begins in March, an era has 400 years. */
int32_t nw_days_of(nw_date date) {
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

nw_date nw_date_of(int32_t days) {
    int since = days + 719468, era = (since >= 0 ? since : since - 146096) / 146097,
        day = since - era * 146097;
    int year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    int of_year = day - (365 * year + year / 4 - year / 100), month = (5 * of_year + 2) / 153;
    nw_date date = {year + era * 400, month < 10 ? month + 3 : month - 9,
                    of_year - (153 * month + 2) / 5 + 1};
    if (date.month <= 2) date.year++;
    return date;
}

int nw_month_days(int year, int month) {
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

bool nw_is_date(int year, int month, int day) {
    return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= nw_month_days(year, month);
}

int nw_weekday(nw_date date) {
    int32_t since_monday = (nw_days_of(date) + 3) % 7; /* 1970-01-01 was a Thursday */
    return (since_monday < 0 ? since_monday + 7 : since_monday) + 1;
}

/* The anonymous Gregorian computus. */
nw_date nw_easter(int year) {
    int a = year % 19, b = year / 100, c = year % 100;
    int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
    int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
    return (nw_date){year, f / 31, f % 31 + 1};
}

nw_date nw_nth_weekday(int year, int month, int weekday, int nth) {
    nw_date first = {year, month, 1};
    int day = 1 + (weekday - nw_weekday(first) + 7) % 7;
    if (nth > 0)
        first.day = day + 7 * (nth - 1);
    else
        first.day = day + 28 <= nw_month_days(year, month) ? day + 28 : day + 21;
    return first;
}

nw_date nw_resolve_weekday(nw_date from, int weekday, nw_direction_in_time direction) {
    int back = (nw_weekday(from) - weekday + 7) % 7;
    int32_t today = nw_days_of(from);
    if (direction == NW_IN_FUTURE) return nw_date_of(today + 7 - back);
    return nw_date_of(today - back);
}

int nw_resolve_year(nw_date from, int month, int day, nw_direction_in_time direction) {
    if (from.month == 0) return from.year;
    bool whole = day == 0 || from.day == 0;
    int32_t here = whole ? from.month * 30 : nw_days_of(from);
    int best = from.year;
    int32_t best_distance = INT32_MAX;
    for (int year = from.year - 1; year <= from.year + 1; year++) {
        int32_t there =
            whole ? (year - from.year) * 360 + month * 30 : nw_days_of((nw_date){year, month, day});
        int32_t distance = there - here;
        if (direction == NW_IN_PAST && distance > 0) continue;
        if (direction == NW_IN_FUTURE && distance < 0) continue;
        if (distance < 0) distance = -distance;
        if (distance < best_distance) { /* the past one, which is tried first, wins a tie */
            best_distance = distance;
            best = year;
        }
    }
    return best;
}

nw_date nw_add_months(nw_date date, int months) {
    int count = date.year * 12 + date.month - 1 + months;
    return (nw_date){count / 12, count % 12 + 1, 0};
}

/* ---------------------------------------------------------------- ISO 8601 */

void nw_write(nw_writer *writer, const char *text) {
    for (; *text && writer->length < sizeof writer->bytes; text++) writer->bytes[writer->length++] = *text;
}

void nw_write_number(nw_writer *writer, uint32_t number, int width) {
    char digits[12];
    int count = 0;
    do digits[count++] = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    while (count < width) digits[count++] = '0';
    while (count > 0 && writer->length < sizeof writer->bytes)
        writer->bytes[writer->length++] = digits[--count];
}

static void write_date(nw_writer *writer, nw_date date) {
    if (date.year)
        nw_write_number(writer, (uint32_t)date.year, 4);
    else
        nw_write(writer, "-");
    if (date.month == 0) return;
    nw_write(writer, "-");
    nw_write_number(writer, (uint32_t)date.month, 2);
    if (date.day == 0) return;
    nw_write(writer, "-");
    nw_write_number(writer, (uint32_t)date.day, 2);
}

newswire_string nw_iso_date(nw_arena *arena, nw_date date) {
    nw_writer writer = {.length = 0};
    write_date(&writer, date);
    return nw_copy_string(arena, writer.bytes, writer.length);
}

newswire_string nw_iso_interval(nw_arena *arena, nw_date first, nw_date last) {
    nw_writer writer = {.length = 0};
    write_date(&writer, first);
    nw_write(&writer, "/");
    write_date(&writer, last);
    return nw_copy_string(arena, writer.bytes, writer.length);
}

newswire_string nw_iso_week(nw_arena *arena, nw_date day) {
    nw_writer writer = {.length = 0};
    nw_date thursday = nw_date_of(nw_days_of(day) + 4 - nw_weekday(day)); /* its year is the week's */
    int32_t of_year = nw_days_of(thursday) - nw_days_of((nw_date){thursday.year, 1, 1});
    nw_write_number(&writer, (uint32_t)thursday.year, 4);
    nw_write(&writer, "-W");
    nw_write_number(&writer, (uint32_t)(of_year / 7 + 1), 2);
    return nw_copy_string(arena, writer.bytes, writer.length);
}

/* "2012-02-22", "2012-02", "2012", and any time of day behind a "T" or a space. */
nw_date nw_read_date(newswire_string published) {
    static const uint32_t widths[] = {4, 2, 2};
    int parts[3] = {0, 0, 0};
    uint32_t at = 0, length = published.bytes ? published.length : 0;
    nw_date none = {0, 0, 0};
    while (length > 0 && published.bytes[length - 1] == ' ') length--;
    while (at < length && published.bytes[at] == ' ') at++;
    for (int part = 0; part < 3; part++) {
        if (part > 0) {
            if (at == length) break;
            if (published.bytes[at++] != '-') return none;
        }
        uint32_t stop = at + widths[part];
        if (stop > length) return none;
        for (; at < stop; at++) {
            if (published.bytes[at] < '0' || published.bytes[at] > '9') return none;
            parts[part] = parts[part] * 10 + (published.bytes[at] - '0');
        }
    }
    bool time_follows = parts[2] && at < length;
    if (time_follows && published.bytes[at] != 'T' && published.bytes[at] != 't' &&
        published.bytes[at] != ' ')
        return none;
    if (time_follows && (at + 1 >= length || published.bytes[at + 1] < '0' || published.bytes[at + 1] > '2'))
        return none;
    if (!time_follows && at < length) return none;
    if (!nw_is_date(parts[0], parts[1] ? parts[1] : 1, parts[2] ? parts[2] : 1)) return none;
    if (parts[1] == 0 && at > 4) return none;
    return (nw_date){parts[0], parts[1], parts[2]};
}

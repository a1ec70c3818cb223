#include "values/dates.h"

static const newswire_string no_iso = {NULL, 0};

static bool knows_day(const nw_value_reader *reader) { return reader->published.day != 0; }

static nw_date day_from(const nw_value_reader *reader, int days) {
    return nw_date_of(nw_days_of(reader->published) + days);
}

/* ---- weekdays ---- */

/* Newspapers and clubs that are called by a weekday: "the Sunday Times", "Sheffield Wednesday". */
static bool is_weekday_name(const nw_value_reader *reader, const nw_piece *weekday) {
    nw_piece next;
    if (nw_comes_after(reader, weekday->token, NW_USE_BEFORE_WEEKDAY)) return true;
    if (!nw_next_piece(reader, weekday, &next) || next.gap != NEWSWIRE_SPACE) return false;
    if (!nw_is_capitalized(reader, &next) || nw_ascii_upper(nw_byte_at(reader, weekday->start + 1)))
        return false;
    return nw_piece_is_used(&next, NW_USE_WEEKDAY_PAPER);
}

/* "Tuesday, Feb 21": the date behind a weekday belongs to it. */
static bool take_full_date(nw_value_reader *reader, const nw_piece *weekday, nw_date_found *date) {
    nw_piece next;
    if (!nw_next_piece(reader, weekday, &next) || !nw_near(&next)) return false;
    if (nw_piece_is(&next, ',') && (!nw_next_piece(reader, &next, &next) || !nw_near(&next))) return false;
    if (nw_piece_reads(reader, &next, "the") && !nw_next_piece(reader, &next, &next)) return false;
    bool month = nw_look_up_date(&next).class <= NW_SHORT_MONTH;
    nw_piece day;
    if (month) {
        if (!nw_next_piece(reader, &next, &day) || !nw_day_of(reader, &day, &day)) return false;
        return nw_parse_month_first(reader, &next, date);
    }
    return next.kind == NW_PIECE_DIGITS && nw_parse_day_first(reader, &next, date);
}

/* "a strike called [for Friday]"; but: data for Friday's market. */
static bool is_set_for(const nw_value_reader *reader, const nw_piece *weekday) {
    uint32_t after = weekday->token + 1;
    bool own =
        after < reader->end_token && reader->reading->tokens.items[after].traits & NEWSWIRE_HAS_APOSTROPHE;
    return !own && nw_comes_after_word(reader, weekday->token, "for");
}

static bool parse_weekday(nw_value_reader *reader, const nw_piece *first, nw_date_word word,
                          nw_date_found *date) {
    if (!nw_is_capitalized(reader, first)) return false;
    if (take_full_date(reader, first, date)) {
        date->start = first->start;
        date->token = first->token;
        return true;
    }
    bool led = nw_comes_after(reader, first->token, NW_USE_WEEKDAY_LEADER);
    if (word.class == NW_SHORT_WEEKDAY && !(led && word.value < 6)) return false;
    if (is_weekday_name(reader, first)) return false;
    if (!knows_day(reader)) return nw_found_date(date, first, first, no_iso);
    bool ahead = is_set_for(reader, first) || nw_looks_ahead(reader, first->token);
    nw_direction_in_time direction = ahead ? NW_IN_FUTURE : NW_IN_PAST;
    /* "will meet on Wednesday", told on a Wednesday, is today: a week later would be "next Wednesday" */
    if (nw_weekday(reader->published) == word.value) direction = NW_IN_PAST;
    nw_date day = nw_resolve_weekday(reader->published, word.value, direction);
    return nw_found_date(date, first, first, nw_iso_date(reader->arena, day));
}

/* ---- "last week", "next March", "this Friday" ---- */

static newswire_string iso_of_years(const nw_value_reader *reader, int modifier, int length) {
    int year = reader->published.year / length * length + modifier * length;
    nw_date low = {year, 0, 0}, high = {year + length - 1, 0, 0};
    if (!reader->published.year) return no_iso;
    return length == 1 ? nw_iso_date(reader->arena, low) : nw_iso_interval(reader->arena, low, high);
}

static newswire_string iso_of_weekend(const nw_value_reader *reader, int modifier) {
    nw_date saturday = nw_resolve_weekday(reader->published, 6, NW_IN_PAST);
    int32_t day = nw_days_of(saturday);
    bool today = nw_weekday(reader->published) >= 6;
    if (!today && modifier >= 0) day += 7; /* "this weekend" on a Wednesday is to come, "last" is over */
    if (modifier != 0 && (today || modifier > 0)) day += 7 * modifier;
    return nw_iso_interval(reader->arena, nw_date_of(day), nw_date_of(day + 1));
}

static newswire_string iso_of_quarter(const nw_value_reader *reader, int modifier) {
    nw_date first = reader->published;
    first.month = (first.month - 1) / 3 * 3 + 1;
    first = nw_add_months(first, 3 * modifier);
    return nw_iso_interval(reader->arena, first, nw_add_months(first, 2));
}

/* `modifier`: -1 last, 0 this, 1 next. */
static newswire_string iso_of_period(const nw_value_reader *reader, int modifier, char period) {
    switch (period) {
    case 'Y': return iso_of_years(reader, modifier, 1);
    case 'E': return iso_of_years(reader, modifier, 10);
    case 'm':
        if (!reader->published.month) return no_iso;
        return nw_iso_date(reader->arena, nw_add_months(reader->published, modifier));
    case 'Q': return reader->published.month ? iso_of_quarter(reader, modifier) : no_iso;
    case 'W': return knows_day(reader) ? nw_iso_week(reader->arena, day_from(reader, 7 * modifier)) : no_iso;
    case 'w': return knows_day(reader) ? iso_of_weekend(reader, modifier) : no_iso;
    case 'n': return knows_day(reader) ? nw_iso_date(reader->arena, day_from(reader, modifier)) : no_iso;
    default: return no_iso;
    }
}

static newswire_string iso_of_month(const nw_value_reader *reader, int modifier, int month) {
    nw_date from = reader->published;
    if (!from.year) return nw_iso_date(reader->arena, (nw_date){0, month, 0});
    nw_date date = {from.year, month, 0};
    if (from.month && modifier < 0 && month >= from.month) date.year--;
    if (from.month && modifier > 0 && month <= from.month) date.year++;
    return nw_iso_date(reader->arena, date);
}

static newswire_string iso_of_weekday(const nw_value_reader *reader, int modifier, int weekday) {
    nw_date day;
    if (!knows_day(reader)) return no_iso;
    if (modifier < 0)
        day = nw_resolve_weekday(day_from(reader, -1), weekday, NW_IN_PAST);
    else if (modifier > 0)
        day = nw_resolve_weekday(reader->published, weekday, NW_IN_FUTURE);
    else
        day = nw_resolve_weekday(day_from(reader, -1), weekday, NW_IN_FUTURE);
    return nw_iso_date(reader->arena, day);
}

static bool parse_modified(nw_value_reader *reader, const nw_piece *first, nw_date_word modifier,
                           nw_date_found *date) {
    nw_piece next;
    if (!nw_next_joined(reader, first, &next)) return false;
    nw_date_word word = nw_look_up_date(&next);
    bool told =
        modifier.value >= -1 && modifier.value <= 1; /* "previous", "following" are held to the text */
    newswire_string iso = no_iso;
    switch (word.class) {
    case NW_FISCAL: { /* "last fiscal year" */
        if (!nw_next_joined(reader, &next, &next) || nw_look_up_date(&next).class != NW_PERIOD) return false;
        return nw_found_date(date, first, &next, no_iso);
    }
    case NW_PERIOD:
        if (word.text[0] == 'h' || (word.text[0] == 'C' && modifier.value == 0)) return false;
        if (nw_makes_length(reader, first)) return false;
        if (word.text[0] == 'n' && modifier.value > 1) return false;
        if (told) iso = iso_of_period(reader, modifier.value, word.text[0]);
        return nw_found_date(date, first, &next, iso);
    case NW_SEASON: return !nw_makes_length(reader, first) && nw_found_date(date, first, &next, no_iso);
    case NW_MONTH_NAME:
    case NW_SHORT_MONTH:
        if (!nw_is_capitalized(reader, &next) || !told) return false;
        return nw_found_date(date, first, &next, iso_of_month(reader, modifier.value, word.value));
    case NW_WEEKDAY:
    case NW_SHORT_WEEKDAY:
        if (!nw_is_capitalized(reader, &next) || modifier.value == -3 || modifier.value == 2) return false;
        if (told) iso = iso_of_weekday(reader, modifier.value, word.value);
        return nw_found_date(date, first, &next, iso);
    default: return false;
    }
}

/* ---- holidays ---- */

/* "12-25", "e-2" (from Easter), "4th-4-11" (fourth Thursday of November, and days from it). */
static nw_date holiday_of(const char *rule, int year) {
    int sign, days = 0;
    if (rule[0] == 'e') {
        sign = rule[1] == '-' ? -1 : 1;
        for (const char *at = rule + (rule[1] ? 2 : 1); *at; at++) days = days * 10 + (*at - '0');
        return nw_date_of(nw_days_of(nw_easter(year)) + sign * days);
    }
    if (!strchr(rule, 't'))
        return (nw_date){year, (rule[0] - '0') * 10 + rule[1] - '0', (rule[3] - '0') * 10 + rule[4] - '0'};
    int nth = rule[0] == 'l' ? -1 : rule[0] - '0', month = 0;
    const char *at = strchr(rule, '-') + 1;
    int weekday = *at - '0';
    for (at += 2; *at >= '0' && *at <= '9'; at++) month = month * 10 + (*at - '0');
    nw_date day = nw_nth_weekday(year, month, weekday, nth);
    return *at == '+' ? nw_date_of(nw_days_of(day) + at[1] - '0') : day;
}

static newswire_string iso_of_holiday(const nw_value_reader *reader, const char *rule) {
    nw_date from = reader->published, best = {0, 0, 0};
    if (!from.year) {
        if (rule[0] == 'e' || strchr(rule, 't')) return no_iso;
        best = holiday_of(rule, 2000);
        best.year = 0;
        return nw_iso_date(reader->arena, best);
    }
    if (!from.day) return nw_iso_date(reader->arena, holiday_of(rule, from.year));
    for (int year = from.year - 1; year <= from.year + 1; year++) {
        nw_date day = holiday_of(rule, year);
        int32_t distance = nw_days_of(day) - nw_days_of(from),
                other = best.year ? nw_days_of(best) - nw_days_of(from) : 0;
        if (!best.year || (distance < 0 ? -distance : distance) < (other < 0 ? -other : other)) best = day;
    }
    return nw_iso_date(reader->arena, best);
}

static bool parse_holiday(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    const newswire_token *items = reader->reading->tokens.items;
    nw_piece last = *first;
    if (!nw_is_capitalized(reader, first) || first->start != items[first->token].span.start) return false;
    nw_phrase phrase =
        nw_find_phrase(reader->reading, first->token, reader->end_token, nw_list_bit(NW_LIST_DATE_WORDS));
    if (!phrase.entry || phrase.entry->class != NW_VALUE_CLASSES + NW_HOLIDAY) return false;
    if (phrase.token_count > 1) nw_first_piece(reader, first->token + phrase.token_count - 1, &last);
    if (phrase.token_count > 1) last.end = nw_span_end(items[last.token].span);
    return nw_found_date(date, first, &last, iso_of_holiday(reader, nw_entry_column(phrase.entry, 2)));
}

/* "year-end": the last day of the year. */
static bool parse_year_end(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece dash, last;
    if (!nw_piece_reads(reader, first, "year") || !nw_next_piece(reader, first, &dash) || dash.gap)
        return false;
    if (!nw_piece_is(&dash, '-') || !nw_next_piece(reader, &dash, &last) || last.gap) return false;
    if (!nw_piece_reads(reader, &last, "end")) return false;
    nw_date end = {reader->published.year, 12, 31};
    return nw_found_date(date, first, &last, nw_iso_date(reader->arena, end));
}

bool nw_parse_relative(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_date_word word = nw_look_up_date(first);
    switch (word.class) {
    case NW_WEEKDAY:
    case NW_SHORT_WEEKDAY: return parse_weekday(reader, first, word, date);
    case NW_RELATIVE_DAY: {
        newswire_string iso =
            knows_day(reader) ? nw_iso_date(reader->arena, day_from(reader, word.value)) : no_iso;
        return nw_found_date(date, first, first, iso);
    }
    case NW_MODIFIER: return parse_modified(reader, first, word, date);
    default: return parse_year_end(reader, first, date) || parse_holiday(reader, first, date);
    }
}

/* ---- "two years ago", "a week later" ---- */

static newswire_string iso_of_distance(const nw_value_reader *reader, const nw_duration *duration) {
    int count = duration->number < 1000 ? (int)duration->number : 0;
    if (count == 0 || (double)count < duration->number) return no_iso;
    switch (duration->unit) {
    case 'D': return knows_day(reader) ? nw_iso_date(reader->arena, day_from(reader, -count)) : no_iso;
    case 'W': return iso_of_period(reader, -count, 'W');
    case 'F': return iso_of_period(reader, -2 * count, 'W');
    case 'm': return iso_of_period(reader, -count, 'm');
    case 'Y': return iso_of_period(reader, -count, 'Y');
    case 'E':
        return reader->published.year
                   ? nw_iso_date(reader->arena, (nw_date){reader->published.year - 10 * count, 0, 0})
                   : no_iso;
    default: return no_iso;
    }
}

bool nw_parse_distance(const nw_value_reader *reader, const nw_duration *duration, nw_date_found *date) {
    nw_piece word;
    nw_piece first = {.start = duration->span.start, .token = duration->token};
    if (!nw_next_piece(reader, &duration->last, &word) || !nw_near(&word) || nw_is_dash(&word)) return false;
    if (nw_piece_reads(reader, &word, "ago"))
        return nw_found_date(date, &first, &word, iso_of_distance(reader, duration));
    return nw_piece_is_used(&word, NW_USE_DISTANCE) && nw_found_date(date, &first, &word, no_iso);
}

#include "values/dates.h"

/* Whether the article speaks of a person called May; asked once. */
static bool has_person_may(nw_value_reader *reader) {
    const nw_reading *reading = reader->reading;
    if (reader->person_may != NW_NOT_ASKED) return reader->person_may == NW_YES;
    uint32_t may = nw_lexicon_word("may", 3);
    reader->person_may = NW_NO;
    for (uint32_t token = 1; token < reading->tokens.count; token++) {
        nw_poll(reader->arena, 1);
        if (reading->words[token] != may || !(reading->tokens.items[token].traits & NEWSWIRE_INITIAL_CAPITAL))
            continue;
        if (!nw_token_is_used(reading, token - 1, NW_USE_NAMED_MAY)) continue;
        reader->person_may = NW_YES;
        break;
    }
    return reader->person_may == NW_YES;
}

static bool is_led(nw_value_reader *reader, const nw_piece *month, bool surely) {
    return nw_comes_after(reader, month->token, surely ? NW_USE_SURE_MONTH_LEADER : NW_USE_MONTH_LEADER);
}

static bool follows_name(const nw_value_reader *reader, const nw_piece *month) {
    if (month->token <= reader->first_token) return false;
    const newswire_token *before = &reader->reading->tokens.items[month->token - 1];
    nw_piece piece;
    if (before->kind != NEWSWIRE_WORD || !(before->traits & NEWSWIRE_INITIAL_CAPITAL)) return false;
    if (!nw_first_piece(reader, month->token - 1, &piece)) return false;
    return nw_look_up_date(&piece).class == NW_NO_DATE_WORD && month->token - 1 > reader->first_token;
}

/* A first name or surname that is a month: "June Fisher said", "Jan Olsen". */
static bool begins_name(const nw_value_reader *reader, const nw_piece *month) {
    nw_piece next;
    if (!nw_next_piece(reader, month, &next) || next.kind != NW_PIECE_WORD || next.gap != NEWSWIRE_SPACE)
        return false;
    if (!nw_is_capitalized(reader, &next)) return false;
    bool upper = nw_ascii_upper(nw_byte_at(reader, month->start + 1)); /* a headline in capitals */
    return !upper && nw_look_up_date(&next).class == NW_NO_DATE_WORD;
}

/* Whether a month without day and year is meant as one. */
static bool is_month_alone(nw_value_reader *reader, const nw_piece *piece, nw_date_word word) {
    nw_piece next;
    bool led = is_led(reader, piece, false);
    if (word.class == NW_SHORT_MONTH) {
        if (word.value == 1 || word.value == 3 || word.value == 4) return led && !begins_name(reader, piece);
        return led || !begins_name(reader, piece);
    }
    if (word.value == 5) return is_led(reader, piece, has_person_may(reader));
    if (led) return true;
    if (follows_name(reader, piece) && !nw_ascii_upper(nw_byte_at(reader, piece->start + 1))) return false;
    if (word.value == 3 && nw_next_piece(reader, piece, &next))
        return !nw_piece_is_used(&next, NW_USE_BEHIND_MARCH);
    return !((word.value == 4 || word.value == 6 || word.value == 8) && begins_name(reader, piece));
}

/* ", 2012", " 2012", " of 2012", " '86" after a month or day. */
static int take_year(const nw_value_reader *reader, nw_piece *last, bool has_day) {
    nw_piece next, year;
    if (!nw_next_piece(reader, last, &next) || !nw_near(&next)) return 0;
    if (nw_piece_is(&next, ',') || nw_piece_reads(reader, &next, "of")) {
        if (!nw_next_piece(reader, &next, &next) || !nw_near(&next)) return 0;
    } else if (nw_piece_is(&next, '\'') || next.mark == 0x2019) {
        if (!nw_next_piece(reader, &next, &year) || year.gap || year.kind != NW_PIECE_DIGITS) return 0;
        if (year.figures != 2 || year.decimals || nw_ascii_letter(nw_byte_at(reader, year.end))) return 0;
        *last = year;
        return (int)year.digits + (year.digits > 40 ? 1900 : 2000);
    }
    int found = nw_year_of(reader, &next);
    bool right_behind = next.start <= last->end + 1; /* "March 86"; not "the year to June, 40 percent more" */
    if (!found && !has_day && right_behind && next.kind == NW_PIECE_DIGITS && next.figures == 2 &&
        next.digits > 31 && !next.decimals && next.end - next.start == 2 &&
        !nw_ascii_letter(nw_byte_at(reader, next.end)))
        found = 1900 + (int)next.digits;
    if (found) *last = next;
    return found;
}

/* A percentage, an amount or a count stands there, and no day: "in March 12 percent". */
static bool is_other_number(const nw_value_reader *reader, const nw_piece *day) {
    nw_piece next;
    if (day->kind != NW_PIECE_DIGITS && day->kind != NW_PIECE_WORD) return true;
    if (!nw_next_piece(reader, day, &next) || next.gap > NEWSWIRE_LINE_BREAK) return false;
    if (nw_piece_is(&next, '%') || nw_piece_is(&next, '/')) return true;
    if (next.kind != NW_PIECE_WORD || next.word == 0) return false;
    switch (nw_value_class(next.word, NW_LIST_NUMBER_WORDS, NW_NO_NUMBER_WORD)) {
    case NW_PERCENT_WORD:
    case NW_PERCENTAGE_WORD:
    case NW_BASIS_WORD:
    case NW_POINT_WORD:
    case NW_PER_WORD:
    case NW_SCALE_WORD: return true;
    default: return nw_piece_reads(reader, &next, "cts");
    }
}

static nw_direction_in_time direction_at(const nw_value_reader *reader, uint32_t token) {
    if (nw_comes_after_word(reader, token, "last") || nw_comes_after_word(reader, token, "since"))
        return NW_IN_PAST;
    if (nw_comes_after_word(reader, token, "next")) return NW_IN_FUTURE;
    return nw_looks_ahead(reader, token) ? NW_IN_FUTURE : NW_NEAREST;
}

/* Whether there is such a day, or month. Where the year is not told it may be a leap year. */
static bool exists(nw_date date) {
    return !date.day || nw_is_date(date.year ? date.year : 2000, date.month, date.day);
}

/* "for December [delivery]", "December [futures]": what is to come; futures are not told of later. */
static bool is_for_delivery(const nw_value_reader *reader, nw_date date, uint32_t token) {
    return !date.day && token + 1 < reader->end_token &&
           nw_token_is_used(reader->reading, token + 1, NW_USE_DELIVERY);
}

enum { FAR_AHEAD = 3 /* months: what is told as past is not so far to come, and then next year */ };

static newswire_string resolve(const nw_value_reader *reader, nw_date date, uint32_t token) {
    nw_direction_in_time direction =
        is_for_delivery(reader, date, token) ? NW_IN_FUTURE : direction_at(reader, token);
    if (date.year == 0 && reader->published.year && !(date.month == 2 && date.day == 29)) {
        date.year = nw_resolve_year(reader->published, date.month, date.day, direction);
        int ahead = (date.year - reader->published.year) * 12 + date.month - reader->published.month;
        bool opens = token == reader->first_token + 1; /* In July, it proposed more, told in March */
        if (!date.day && reader->published.month && ahead >= FAR_AHEAD &&
            (opens || date.year > reader->published.year) && direction == NW_NEAREST &&
            nw_looks_back(reader, token))
            date.year--; /* it lost an order in March, told in October */
    }
    return exists(date) ? nw_iso_date(reader->arena, date) : (newswire_string){NULL, 0};
}

/* "-17" after a day and "-March" or "/March" after a month: the other end of a range. */
static bool take_range(nw_value_reader *reader, nw_piece *last, nw_date date, nw_date *other) {
    nw_piece dash, end;
    if (!nw_next_piece(reader, last, &dash) || dash.gap) return false;
    if (!nw_is_dash(&dash) && (date.day || !nw_piece_is(&dash, '/'))) return false;
    if (!nw_next_piece(reader, &dash, &end) || end.gap) return false;
    *other = date;
    if (date.day) {
        nw_piece day;
        other->day = end.kind == NW_PIECE_DIGITS ? nw_day_of(reader, &end, &day) : 0;
        if (other->day <= date.day || is_other_number(reader, &end)) return false;
        *last = day;
        return true;
    }
    nw_date_word word = nw_look_up_date(&end);
    if ((word.class != NW_MONTH_NAME && word.class != NW_SHORT_MONTH) || !nw_is_capitalized(reader, &end))
        return false;
    other->month = word.value;
    *last = end;
    return true;
}

static newswire_string resolve_range(const nw_value_reader *reader, nw_date first, nw_date last,
                                     uint32_t token) {
    if (first.year == 0 && reader->published.year)
        first.year = last.year =
            nw_resolve_year(reader->published, last.month, last.day, direction_at(reader, token));
    if (first.month > last.month && first.year) first.year--;
    if (!exists(first) || !exists(last)) return (newswire_string){NULL, 0};
    return nw_iso_interval(reader->arena, first, last);
}

/* The day that a piece before a month or after it may be; its last piece in *last. */
static int read_day(const nw_value_reader *reader, const nw_piece *month, nw_piece *last) {
    nw_piece next;
    if (!nw_next_piece(reader, month, &next) || !nw_near(&next)) return 0;
    if (next.gap == NEWSWIRE_NO_GAP && !nw_piece_is(&next, '-')) return 0;
    if (nw_piece_reads(reader, &next, "the") && !nw_next_piece(reader, &next, &next)) return 0;
    int day = nw_day_of(reader, &next, last);
    return day && !is_other_number(reader, last) ? day : 0;
}

/* "May [last year]", "March [next year]": the year, 0 where none is told; -1 where nobody knows this one. */
static int take_relative_year(const nw_value_reader *reader, nw_piece *last) {
    nw_piece modifier, year;
    if (!nw_next_piece(reader, last, &modifier) || !nw_near(&modifier)) return 0;
    nw_date_word word = nw_look_up_date(&modifier);
    if (word.class != NW_MODIFIER || word.value < -1 || word.value > 1) return 0;
    if (!nw_next_piece(reader, &modifier, &year) || !nw_near(&year) || !nw_piece_reads(reader, &year, "year"))
        return 0;
    if (!reader->published.year) return 0;
    *last = year;
    return reader->published.year + word.value;
}

bool nw_parse_month_first(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_date_word word = nw_look_up_date(first);
    if (word.class != NW_MONTH_NAME && word.class != NW_SHORT_MONTH) return false;
    if (!nw_is_capitalized(reader, first)) return false;
    nw_date found = {0, word.value, 0}, other;
    nw_piece last = *first, day;
    if ((found.day = read_day(reader, first, &day)) != 0) {
        if (found.day > nw_month_days(2000, found.month)) return false;
        last = day;
    }
    bool range = take_range(reader, &last, found, &other);
    found.year = take_year(reader, &last, found.day != 0);
    if (!found.year && !found.day && !range) found.year = take_relative_year(reader, &last);
    other.year = found.year;
    if (!found.day && !found.year && !range && !is_month_alone(reader, first, word)) return false;
    newswire_string iso =
        range ? resolve_range(reader, found, other, first->token) : resolve(reader, found, first->token);
    return nw_found_date(date, first, &last, iso);
}

/* "15 February 2012", "15th of May", "15-17 March". */
bool nw_parse_day_first(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece last, next, end;
    nw_date found = {0, 0, 0}, other;
    bool range = false;
    if (first->kind == NW_PIECE_WORD ? !nw_ordinal_of(reader, first, &last)
                                     : first->figures > 2 || first->decimals || first->grouped)
        return false;
    if ((found.day = nw_day_of(reader, first, &last)) == 0 || !nw_next_piece(reader, &last, &next))
        return false;
    other = found;
    if (nw_is_dash(&next) && nw_next_piece(reader, &next, &end) &&
        (other.day = nw_day_of(reader, &end, &last)) != 0) {
        range = other.day > found.day;
        if (!range || !nw_next_piece(reader, &last, &next)) return false;
    } else if (nw_piece_is(&next, '-') && next.gap == NEWSWIRE_NO_GAP) { /* 15-Feb-2012 */
        if (!nw_next_piece(reader, &next, &next)) return false;
    }
    if (nw_piece_reads(reader, &next, "of") && !nw_next_piece(reader, &next, &next)) return false;
    nw_date_word word = nw_look_up_date(&next);
    if ((word.class != NW_MONTH_NAME && word.class != NW_SHORT_MONTH) || !nw_is_capitalized(reader, &next))
        return false;
    if (!nw_near(&next)) return false;
    found.month = other.month = word.value;
    if (found.day > nw_month_days(2000, word.value)) return false;
    last = next;
    if (nw_byte_at(reader, last.end) == '-' && nw_next_piece(reader, &last, &next) &&
        nw_next_piece(reader, &next, &end) && nw_year_of(reader, &end)) {
        found.year = nw_year_of(reader, &end);
        last = end;
    } else {
        found.year = take_year(reader, &last, true);
    }
    other.year = found.year;
    newswire_string iso =
        range ? resolve_range(reader, found, other, first->token) : resolve(reader, found, first->token);
    return nw_found_date(date, first, &last, iso);
}

#include "values/times.h"

#include "values/date_resolution.h"
#include "values/numbers.h"

typedef struct clock_reading {
    int hour, minute, second; /* second -1: not told */
    nw_piece last;
    bool colon; /* 10:30, 10.30 */
    bool four;  /* 1430 */
    bool half;  /* a.m. or p.m. is told */
    bool oclock;
    const nw_entry *zone;
} clock_reading;

static const nw_entry *time_word(const nw_piece *piece, nw_time_class class) {
    return nw_time_class_of(piece) == class ? nw_take_entry(piece->word, NW_LIST_TIME_WORDS) : NULL;
}

/* Two digits below sixty after a colon. */
static bool read_sixty(const nw_value_reader *reader, nw_piece *last, char mark, int *value) {
    nw_piece colon, digits;
    if (!nw_next_piece(reader, last, &colon) || colon.gap || !nw_piece_is(&colon, mark)) return false;
    if (!nw_next_piece(reader, &colon, &digits) || digits.gap || digits.kind != NW_PIECE_DIGITS) return false;
    if (digits.decimals || digits.figures != 2 || digits.digits > 59) return false;
    *value = (int)digits.digits;
    *last = digits;
    return true;
}

static bool read_figures(const nw_value_reader *reader, const nw_piece *first, clock_reading *clock) {
    clock->last = *first;
    clock->second = -1;
    if (first->grouped || first->figures == 0) return false;
    if (first->decimals == 2 && first->figures <= 2) { /* 10.30, a time only with a.m. or p.m. */
        clock->hour = (int)(first->digits / 100);
        clock->minute = (int)(first->digits % 100);
        clock->colon = true;
        return true;
    }
    if (first->decimals) return false;
    if (first->figures == 4) {
        clock->hour = (int)(first->digits / 100);
        clock->minute = (int)(first->digits % 100);
        return clock->four = true;
    }
    if (first->figures > 2) return false;
    clock->hour = (int)first->digits;
    if (read_sixty(reader, &clock->last, ':', &clock->minute)) {
        clock->colon = true;
        read_sixty(reader, &clock->last, ':', &clock->second);
    }
    return true;
}

/* "a.m.", "am", "PM", with or without a space; sets the hour of 24. */
static bool read_half(const nw_value_reader *reader, clock_reading *clock) {
    nw_piece next;
    if (!nw_next_piece(reader, &clock->last, &next) || !nw_near(&next)) return false;
    if (next.kind != NW_PIECE_WORD) return false;
    uint32_t at = next.start;
    char first = (char)(nw_byte_at(reader, at) | 0x20);
    if (first != 'a' && first != 'p') return false;
    bool stops = nw_byte_at(reader, at + 1) == '.';
    at += stops ? 2 : 1;
    if ((nw_byte_at(reader, at) | 0x20) != 'm' || nw_ascii_letter(nw_byte_at(reader, at + 1))) return false;
    at++;
    if (stops && nw_byte_at(reader, at) == '.' && at < reader->end) at++;
    if (clock->hour < 1 || clock->hour > 12) return false;
    if (first == 'p' && clock->hour < 12) clock->hour += 12;
    if (first == 'a' && clock->hour == 12) clock->hour = 0;
    clock->last = next;
    clock->last.end = at;
    while (nw_span_end(reader->reading->tokens.items[clock->last.token].span) < at &&
           clock->last.token + 1 < reader->end_token)
        clock->last.token++;
    return clock->half = true;
}

/* A zone, of one or several words; "ET" and its like only in capitals. */
static void read_zone(const nw_value_reader *reader, clock_reading *clock) {
    nw_piece next;
    const newswire_token *items = reader->reading->tokens.items;
    if (!nw_next_piece(reader, &clock->last, &next) || !nw_near(&next)) return;
    if (next.kind != NW_PIECE_WORD) return;
    const nw_entry *entry = time_word(&next, NW_TIME_ZONE);
    if (next.start == items[next.token].span.start) {
        nw_phrase phrase =
            nw_find_phrase(reader->reading, next.token, reader->end_token, nw_list_bit(NW_LIST_TIME_WORDS));
        if (phrase.token_count > 1 && phrase.entry->class == NW_VALUE_CLASSES + NW_TIME_ZONE) {
            clock->zone = phrase.entry;
            nw_first_piece(reader, next.token + phrase.token_count - 1, &clock->last);
            return;
        }
    }
    if (!entry || !nw_ascii_upper(nw_byte_at(reader, next.start))) return;
    if (next.end - next.start <= 3 && nw_ascii_lower(nw_byte_at(reader, next.start + 1))) return;
    clock->zone = entry;
    clock->last = next;
}

/* "at 10:30", "by 14:15". */
static bool is_led(const nw_value_reader *reader, uint32_t token) {
    return token > reader->first_token && nw_token_is_used(reader->reading, token - 1, NW_USE_TIME_LEADER);
}

static void finish(const nw_value_reader *reader, const nw_piece *first, const clock_reading *clock,
                   nw_clock_time *time) {
    nw_writer writer = {.length = 0};
    nw_write(&writer, "T");
    nw_write_number(&writer, (uint32_t)clock->hour, 2);
    nw_write(&writer, ":");
    nw_write_number(&writer, (uint32_t)clock->minute, 2);
    if (clock->second >= 0) {
        nw_write(&writer, ":");
        nw_write_number(&writer, (uint32_t)clock->second, 2);
    }
    if (clock->zone) nw_write(&writer, nw_entry_column(clock->zone, 2));
    time->span = (newswire_span){first->start, clock->last.end - first->start};
    time->token = first->token;
    time->last = clock->last;
    time->iso = nw_copy_string(reader->arena, writer.bytes, writer.length);
}

static bool parse_clock_word(const nw_value_reader *reader, const nw_piece *first, nw_clock_time *time) {
    const nw_entry *entry = time_word(first, NW_TIME_CLOCK);
    if (!entry) return false;
    const char *value = nw_entry_column(entry, 2);
    clock_reading clock = {.hour = (value[0] - '0') * 10 + value[1] - '0', .second = -1, .last = *first};
    read_zone(reader, &clock);
    if (!clock.zone && !is_led(reader, first->token)) return false;
    finish(reader, first, &clock, time);
    return true;
}

/* "five o'clock", "9 o'clock". */
static bool read_oclock(const nw_value_reader *reader, clock_reading *clock) {
    nw_piece next;
    if (!nw_next_piece(reader, &clock->last, &next) || !nw_near(&next) ||
        nw_time_class_of(&next) != NW_TIME_OCLOCK)
        return false;
    clock->last = next;
    return clock->oclock = true;
}

/* "1400 hours". */
static bool read_hours(const nw_value_reader *reader, clock_reading *clock) {
    nw_piece next;
    if (!clock->four || !nw_next_piece(reader, &clock->last, &next)) return false;
    if (!nw_piece_reads(reader, &next, "hours") && !nw_piece_reads(reader, &next, "hrs")) return false;
    clock->last = next;
    return true;
}

bool nw_parse_time(const nw_value_reader *reader, const nw_piece *first, nw_clock_time *time) {
    clock_reading clock = {.second = -1};
    if (first->kind == NW_PIECE_WORD) {
        nw_number number;
        if (parse_clock_word(reader, first, time)) return true;
        if (!nw_parse_number(reader, first, true, &number) || number.value < 1 || number.value > 12)
            return false;
        if (number.form != NW_NUMBER_WORDS || !number.exact) return false;
        clock.hour = (int)number.value;
        clock.last = number.last;
        if (!read_oclock(reader, &clock) && !read_half(reader, &clock)) return false;
        finish(reader, first, &clock, time);
        return true;
    }
    if (first->kind != NW_PIECE_DIGITS || !read_figures(reader, first, &clock)) return false;
    bool point = first->decimals > 0;
    if (clock.hour > 24 || clock.minute > 59 || (clock.hour == 24 && clock.minute)) return false;
    bool told =
        read_half(reader, &clock) || (!point && (read_oclock(reader, &clock) || read_hours(reader, &clock)));
    if (point && !told) return false;
    read_zone(reader, &clock);
    if (!told && !clock.zone && !(clock.colon && is_led(reader, first->token))) return false;
    if (clock.zone && !told && !clock.colon && !clock.four) return false; /* "5 GMT" */
    finish(reader, first, &clock, time);
    return true;
}

#include "values/dates.h"

enum { LAST_DECADE = 2100 }; /* "the 2100s" */

/* A plural behind a round number: "2000 people", but also "2000 elections". */
static bool counts_things(const nw_value_reader *reader, const nw_piece *year) {
    nw_piece next;
    if (!nw_next_piece(reader, year, &next) || !nw_near(&next) || next.kind != NW_PIECE_WORD) return false;
    if (nw_is_capitalized(reader, &next)) return false;
    char last = nw_byte_at(reader, next.end - 1);
    return last == 's' || nw_piece_is_used(&next, NW_USE_PLURAL_PEOPLE);
}

/* Whether the number before a unit: "2000 metres", "1987 dlrs", "1950 mln". */
static bool has_unit(const nw_value_reader *reader, const nw_piece *year) {
    nw_piece next;
    if (!nw_next_piece(reader, year, &next) || !nw_near(&next)) return false;
    if (nw_piece_is(&next, '%') || nw_piece_is(&next, '/')) return true;
    if (next.kind != NW_PIECE_WORD || next.word == 0) return false;
    int class = nw_value_class(next.word, NW_LIST_NUMBER_WORDS, NW_NO_NUMBER_WORD);
    if (class == NW_PERCENT_WORD || class == NW_SCALE_WORD || class == NW_POINT_WORD) return true;
    return nw_value_class(next.word, NW_LIST_MONEY_WORDS, NW_NO_MONEY_WORD) == NW_CURRENCY_WORD &&
           !nw_is_capitalized(reader, &next);
}

/* A number right before or behind: columns of a table. */
static bool is_in_table(const nw_value_reader *reader, const nw_piece *piece) {
    nw_piece next;
    const newswire_token *items = reader->reading->tokens.items;
    if (nw_next_piece(reader, piece, &next) && next.kind == NW_PIECE_DIGITS && next.gap) return true;
    if (piece->token == reader->first_token) return false;
    char last = nw_byte_at(reader, nw_span_end(items[piece->token - 1].span) - 1);
    return nw_ascii_digit(last) && reader->taken < nw_span_end(items[piece->token - 1].span);
}

static bool follows_bracket(const nw_value_reader *reader, uint32_t token) {
    const nw_reading *reading = reader->reading;
    return token > reader->first_token && nw_token_is(&reading->text, &reading->tokens.items[token - 1], '(');
}

/* Whether a number without a word before it that tells so may be a year: what news speaks of most. */
static bool is_recent(int year) { return year >= 1900 && year < 2060; }

static bool is_year(const nw_value_reader *reader, const nw_piece *piece, int year) {
    bool alone = piece->start == reader->reading->tokens.items[piece->token].span.start;
    if (has_unit(reader, piece)) return false;
    if (!alone) return is_recent(year);
    if (nw_comes_after(reader, piece->token, NW_USE_YEAR_LEADER))
        return !(year % 50 == 0 && counts_things(reader, piece));
    if (nw_comes_after(reader, piece->token, NW_USE_COUNTER) ||
        nw_comes_after_word(reader, piece->token, "no."))
        return false;
    if (year % 50 == 0 && counts_things(reader, piece) && !nw_comes_after_word(reader, piece->token, "the"))
        return false;
    if (nw_comes_after(reader, piece->token, NW_USE_WEAK_YEAR_LEADER) ||
        follows_bracket(reader, piece->token))
        return year >= 1800 && year < 2100;
    return is_recent(year) && !is_in_table(reader, piece);
}

/* "-05", "/87", "-2012": the last year of a span of years. */
static int take_last_year(const nw_value_reader *reader, int year, nw_piece *last) {
    nw_piece mark, end;
    if (!nw_next_piece(reader, last, &mark) || mark.gap || !(nw_is_dash(&mark) || nw_piece_is(&mark, '/')))
        return 0;
    if (!nw_next_piece(reader, &mark, &end) || end.gap || end.kind != NW_PIECE_DIGITS || end.decimals ||
        end.grouped)
        return 0;
    char next = nw_byte_at(reader, end.end);
    if (nw_ascii_letter(next) || next == '/' ||
        (next == '-' && nw_ascii_digit(nw_byte_at(reader, end.end + 1))))
        return 0;
    int other = (int)end.digits;
    if (end.figures == 2) {
        other += year / 100 * 100;
        if (other <= year) other += 100;
        if (other - year > 40) return 0;
    } else if (end.figures == 4) {
        if (other <= year || other > NW_LAST_YEAR) return 0;
    } else {
        return 0;
    }
    *last = end;
    return other;
}

/* "1990s", "1800s", "'90s", "the 90s". */
static bool parse_decade(const nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece letter;
    nw_piece from = *first;
    if (first->decimals || first->grouped || first->digits % 10) return false;
    if (!nw_next_piece(reader, first, &letter)) return false;
    if (letter.gap == NEWSWIRE_NO_GAP && nw_piece_is(&letter, '\'')) { /* 1990's */
        if (first->figures != 4 || !nw_next_piece(reader, &letter, &letter)) return false;
    }
    if (letter.gap || !(nw_piece_reads(reader, &letter, "s") || nw_piece_reads(reader, &letter, "'s")))
        return false;
    int year = (int)first->digits, span = 9;
    if (first->figures == 2) {
        uint32_t at = first->start;
        bool quote = at > 0 && nw_byte_at(reader, at - 1) == '\'';
        bool curly = at > 2 && memcmp(reader->reading->text.bytes + at - 3, "\xe2\x80\x99", 3) == 0;
        if (!quote && !curly && !(year >= 50 && nw_comes_after_word(reader, first->token, "the")))
            return false;
        if (quote || curly) from.start = at - (quote ? 1 : 3);
        year += year < 20 ? 2000 : 1900;
    } else if (first->figures != 4 || year < NW_FIRST_YEAR || year > LAST_DECADE) {
        return false;
    }
    if (nw_byte_at(reader, letter.start - 1) == '\'' && year % 10) return false;
    if (year % 100 == 0 && first->figures == 4 && year < 2000) span = 99;
    nw_date low = {year, 0, 0}, high = {year + span, 0, 0};
    return nw_found_date(date, &from, &letter, nw_iso_interval(reader->arena, low, high));
}

bool nw_parse_year_first(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece last = *first;
    char before = first->start ? nw_byte_at(reader, first->start - 1) : ' ';
    if (first->decimals || first->grouped || (first->figures != 4 && first->figures != 2)) return false;
    if (parse_decade(reader, first, date)) return true;
    int year = nw_year_of(reader, first);
    if (!year || before == '.' || before == '#' || before == '$' || before == '/' || nw_ascii_letter(before))
        return false;
    int other = take_last_year(reader, year, &last);
    if (other && year >= 1700) {
        if (has_unit(reader, &last)) return false;
        nw_date low = {year, 0, 0}, high = {other, 0, 0};
        return nw_found_date(date, first, &last, nw_iso_interval(reader->arena, low, high));
    }
    char next = nw_byte_at(reader, first->end);
    if (next == '-' && nw_ascii_digit(nw_byte_at(reader, first->end + 1))) return false;
    if (!is_year(reader, first, year)) return false;
    return nw_found_date(date, first, &last, nw_iso_date(reader->arena, (nw_date){year, 0, 0}));
}

/* Three numbers with the same mark between them. */
static bool read_three(const nw_value_reader *reader, const nw_piece *first, nw_piece *parts) {
    nw_piece mark, other;
    parts[0] = *first;
    if (!nw_next_piece(reader, first, &mark) || mark.gap || mark.kind != NW_PIECE_MARK) return false;
    if (mark.mark != '-' && mark.mark != '/') return false;
    if (!nw_next_piece(reader, &mark, &parts[1]) || parts[1].gap || parts[1].kind != NW_PIECE_DIGITS)
        return false;
    if (!nw_next_piece(reader, &parts[1], &other) || other.gap || other.mark != mark.mark) return false;
    return nw_next_piece(reader, &other, &parts[2]) && !parts[2].gap && parts[2].kind == NW_PIECE_DIGITS;
}

/* "22.02.2012": the first two parts are read as a decimal number. */
static bool read_dotted(const nw_value_reader *reader, const nw_piece *first, nw_piece *parts) {
    nw_piece mark;
    if (first->decimals != 2 || first->figures > 2) return false;
    if (!nw_next_piece(reader, first, &mark) || mark.gap || !nw_piece_is(&mark, '.')) return false;
    if (!nw_next_piece(reader, &mark, &parts[2]) || parts[2].gap || parts[2].kind != NW_PIECE_DIGITS)
        return false;
    parts[0] = parts[1] = *first;
    parts[0].digits = first->digits / 100;
    parts[1].digits = first->digits % 100;
    parts[0].decimals = parts[1].decimals = 0;
    parts[1].figures = 2;
    return true;
}

bool nw_parse_numeric_date(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece parts[3];
    nw_date found;
    bool dotted = read_dotted(reader, first, parts);
    if (!dotted && !read_three(reader, first, parts)) return false;
    for (int i = 0; i < 3; i++)
        if (parts[i].decimals || parts[i].grouped) return false;
    int a = (int)parts[0].digits, b = (int)parts[1].digits, c = (int)parts[2].digits;
    bool ambiguous = false;
    if (parts[0].figures == 4) {
        found = (nw_date){a, b, c};
    } else {
        if (parts[2].figures == 2 && !dotted)
            c += c > 50 ? 1900 : 2000;
        else if (parts[2].figures != 4)
            return false;
        bool day_first = dotted || a > 12;
        found = day_first ? (nw_date){c, b, a} : (nw_date){c, a, b};
        ambiguous = !dotted && a <= 12 && b <= 12 && a != b;
    }
    if (!nw_is_date(found.year, found.month, found.day) || found.year < NW_FIRST_YEAR ||
        found.year > NW_LAST_YEAR)
        return false;
    newswire_string none = {NULL, 0};
    return nw_found_date(date, first, &parts[2], ambiguous ? none : nw_iso_date(reader->arena, found));
}

/* "fiscal 2011", "fiscal year 2011", "financial year 2010-11", "FY 2011", "FY11". */
bool nw_parse_fiscal_year(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece next, last;
    if (nw_look_up_date(first).class != NW_FISCAL || !nw_next_piece(reader, first, &next)) return false;
    bool short_form = nw_piece_reads(reader, first, "fy");
    if (nw_piece_reads(reader, &next, "year") && !nw_next_piece(reader, &next, &next)) return false;
    if (!nw_near(&next)) return false;
    last = next;
    int year = nw_year_of(reader, &next);
    if (!year && short_form && next.kind == NW_PIECE_DIGITS && next.figures == 2 && !next.decimals)
        year = (int)next.digits + (next.digits > 50 ? 1900 : 2000);
    if (!year) return false;
    int other = take_last_year(reader, year, &last);
    nw_date low = {year, 0, 0}, high = {other, 0, 0};
    return nw_found_date(date, first, &last,
                         other ? nw_iso_interval(reader->arena, low, high) : nw_iso_date(reader->arena, low));
}

/* "mid-2012", "end-March", "early-1990s": the whole token. */
bool nw_parse_prefixed(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    nw_piece dash, next;
    if (nw_look_up_date(first).class != NW_DATE_PREFIX || !nw_next_piece(reader, first, &dash)) return false;
    if (dash.gap || !nw_is_dash(&dash) || !nw_next_piece(reader, &dash, &next) || next.gap) return false;
    bool found = next.kind == NW_PIECE_DIGITS ? nw_parse_year_first(reader, &next, date)
                                              : nw_parse_month_first(reader, &next, date);
    if (!found) return false;
    date->start = first->start;
    return true;
}

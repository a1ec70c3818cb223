#include "base/limits.h"
#include "values/dates.h"

/* A quarter or half, or a year that it is of. */
typedef struct period {
    int number;  /* which quarter, half or century */
    char kind;   /* Q, h, C */
    bool fiscal; /* of a company's own year: its months are not known */
    int year;
    nw_piece last;
} period;

/* "2012", "fiscal 2012", "this year", "last year" behind "of" or directly. */
static void take_year(const nw_value_reader *reader, period *found) {
    nw_piece next, year;
    if (!nw_next_piece(reader, &found->last, &next) || !nw_near(&next) || nw_is_dash(&next)) return;
    bool of = nw_piece_reads(reader, &next, "of");
    if (of && !nw_next_piece(reader, &next, &next)) return;
    if (of && nw_piece_reads(reader, &next, "the") && !nw_next_piece(reader, &next, &next)) return;
    if (nw_piece_is(&next, '\'') && !nw_next_piece(reader, &next, &next)) return;
    bool fiscal = nw_look_up_date(&next).class == NW_FISCAL;
    if (fiscal && (!nw_next_piece(reader, &next, &next) || !nw_near(&next))) return;
    if (fiscal && nw_piece_reads(reader, &next, "year") && !nw_next_piece(reader, &next, &next)) return;
    if (nw_year_of(reader, &next)) {
        found->year = nw_year_of(reader, &next);
        found->fiscal |= fiscal;
        found->last = next;
        return;
    }
    nw_date_word modifier = nw_look_up_date(&next);
    if (fiscal || !of || modifier.class != NW_MODIFIER || modifier.value < -1 || modifier.value > 1) return;
    if (!nw_next_piece(reader, &next, &year) || !nw_near(&year) || !nw_piece_reads(reader, &year, "year"))
        return;
    found->last = year;
    found->year = reader->published.year ? reader->published.year + modifier.value : -1;
}

/* The year of a quarter or half that is told without one: the nearest to publication by the month in its middle. One
** that would begin more than three months ahead, or next year in a clause that is past, is a year earlier, unless the clause
** looks ahead. */
static int nearest_year(const nw_value_reader *reader, int first_month, int middle_month, uint32_t token) {
    if (reader->published.month == 0) return 0;
    nw_date middle = {reader->published.year, reader->published.month, 0};
    int year = nw_resolve_year(middle, middle_month, 0, NW_NEAREST);
    int ahead = (year - middle.year) * 12 + first_month - middle.month;
    bool told = ahead > 3 || (year > middle.year && nw_looks_back(reader, token));
    return told && !nw_looks_ahead(reader, token) ? year - 1 : year;
}

static newswire_string iso_of(const nw_value_reader *reader, const period *found) {
    newswire_string none = {NULL, 0};
    if (found->kind == 'C') {
        nw_date low = {(found->number - 1) * 100 + 1, 0, 0}, high = {found->number * 100, 0, 0};
        return nw_iso_interval(reader->arena, low, high);
    }
    int months = found->kind == 'Q' ? 3 : 6, first = (found->number - 1) * months + 1;
    int year = found->year ? found->year : nearest_year(reader, first, first + months / 2, found->last.token);
    if (found->fiscal || year <= 0) return none;
    return nw_iso_interval(reader->arena, (nw_date){year, first, 0}, (nw_date){year, first + months - 1, 0});
}

/* A word that is said of halves of a match; in capitals it may be a name: Coach is a firm. */
static bool is_match_word(const nw_value_reader *reader, uint32_t token) {
    unsigned traits = reader->reading->tokens.items[token].traits;
    return nw_token_is_used(reader->reading, token, NW_USE_MATCH) &&
           !(traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER));
}

/* Whether "first half" is a half of a year and not of a match: near a match stands some word of sport. */
static bool is_half_of_year(const nw_value_reader *reader, const period *found) {
    uint32_t at = found->last.token, end = (uint32_t)reader->reading->tokens.count;
    if (found->year || found->fiscal) return true;
    uint32_t from = at > NW_HALF_TOKENS ? at - NW_HALF_TOKENS : 0;
    if (end - at > NW_HALF_TOKENS) end = at + NW_HALF_TOKENS;
    for (uint32_t i = from; i < end; i++)
        if (is_match_word(reader, i)) return false;
    return true;
}

/* "Q3", "Q3 2011", "3Q11", "H1 2012": the letter before or behind the digit. */
static bool parse_letter(const nw_value_reader *reader, const nw_piece *first, period *found) {
    nw_piece other, year;
    if (!nw_next_piece(reader, first, &other) || other.gap) return false;
    const nw_piece *letter = first->kind == NW_PIECE_WORD ? first : &other;
    const nw_piece *digit = first->kind == NW_PIECE_WORD ? &other : first;
    if (letter->kind != NW_PIECE_WORD || letter->end - letter->start != 1) return false;
    char kind = nw_byte_at(reader, letter->start);
    if (kind != 'Q' && kind != 'H' && kind != 'q') return false;
    if (digit->kind != NW_PIECE_DIGITS || digit->figures != 1 || digit->decimals || digit->digits == 0)
        return false;
    if (digit->digits > (kind == 'H' ? 2u : 4u)) return false;
    found->kind = kind == 'H' ? 'h' : 'Q';
    found->number = (int)digit->digits;
    found->last = other;
    if (nw_ascii_letter(nw_byte_at(reader, other.end))) return false;
    if (nw_next_piece(reader, &other, &year) && year.gap == NEWSWIRE_NO_GAP && year.kind == NW_PIECE_DIGITS) {
        if (year.figures != 2 || year.decimals) return false;
        found->year = (int)year.digits + (year.digits > 50 ? 1900 : 2000);
        found->last = year;
        return true;
    }
    take_year(reader, found);
    return kind != 'H' || found->year;
}

bool nw_parse_period(nw_value_reader *reader, const nw_piece *first, nw_date_found *date) {
    period found = {0};
    nw_piece last, next;
    nw_piece start = *first;
    if (nw_look_up_date(first).class == NW_FISCAL) { /* "fiscal first quarter" */
        found.fiscal = true;
        if (!nw_next_joined(reader, first, &start)) return false;
    }
    int ordinal = nw_ordinal_of(reader, &start, &last);
    if (ordinal == 0) {
        if (found.fiscal || !parse_letter(reader, first, &found)) return false;
        return nw_found_date(date, first, &found.last, iso_of(reader, &found));
    }
    if (!nw_next_joined(reader, &last, &next)) return false;
    if (nw_look_up_date(&next).class == NW_FISCAL) {
        found.fiscal = true;
        if (!nw_next_joined(reader, &next, &next)) return false;
    }
    nw_date_word word = nw_look_up_date(&next);
    if (word.class != NW_PERIOD) return false;
    found.number = ordinal;
    found.kind = word.text[0];
    found.last = next;
    if (found.kind == 'C' ? ordinal > 22 : ordinal > (found.kind == 'Q' ? 4 : 2)) return false;
    if (found.kind != 'C' && found.kind != 'Q' && found.kind != 'h') return false;
    if (found.kind != 'C') take_year(reader, &found);
    if (found.kind == 'h' && !is_half_of_year(reader, &found)) return false;
    return nw_found_date(date, first, &found.last, iso_of(reader, &found));
}

#include "values/percents.h"

/* The single word of a unit, "percent" or "bps", by the list. */
static const char *unit_word(const nw_piece *piece) {
    if (piece->kind != NW_PIECE_WORD || piece->word == 0) return NULL;
    const nw_entry *entry = nw_find_entry(piece->word, NW_LIST_NUMBER_WORDS);
    return entry && strcmp(nw_entry_column(entry, 1), "percent") == 0 ? nw_entry_column(entry, 2) : NULL;
}

static bool is_point(const nw_piece *piece) {
    if (piece->kind != NW_PIECE_WORD || piece->word == 0) return false;
    const nw_entry *entry = nw_find_entry(piece->word, NW_LIST_NUMBER_WORDS);
    return entry && strcmp(nw_entry_column(entry, 1), "point") == 0;
}

/* "point" after "percentage", "pct", "%", "basis"; takes it into *last. */
static bool take_point(const nw_value_reader *reader, const nw_piece *before, nw_piece *last) {
    nw_piece next;
    if (!nw_next_joined(reader, before, &next) || !is_point(&next)) return false;
    *last = next;
    return true;
}

/* The unit that begins at a piece, with *last its last piece. */
static const char *unit_at(const nw_value_reader *reader, const nw_piece *first, nw_piece *last) {
    nw_piece next;
    const char *unit;
    *last = *first;
    if (nw_piece_is(first, '%') || first->mark == 0xFF05)
        return take_point(reader, first, last) ? "percentage_point" : "percent";
    if (first->kind != NW_PIECE_WORD) return NULL;
    if ((unit = unit_word(first)) != NULL) {
        if (strcmp(unit, "percent") == 0 && take_point(reader, first, last)) return "percentage_point";
        return unit;
    }
    if (nw_piece_reads(reader, first, "percentage"))
        return take_point(reader, first, last) ? "percentage_point" : NULL;
    if (nw_piece_reads(reader, first, "basis")) return take_point(reader, first, last) ? "basis_point" : NULL;
    if (!nw_piece_reads(reader, first, "per") || !nw_next_joined(reader, first, &next)) return NULL;
    if (!nw_piece_reads(reader, &next, "cent")) return NULL;
    *last = next;
    return take_point(reader, &next, last) ? "percentage_point" : "percent";
}

/* "a", "one" or "1": what stands before the unit in "a fifth of a percent". */
static bool is_one(const nw_value_reader *reader, const nw_piece *piece) {
    if (piece->kind == NW_PIECE_DIGITS) return piece->digits == 1 && piece->decimals == 0;
    return nw_piece_reads(reader, piece, "a") || nw_piece_reads(reader, piece, "one");
}

/* "full", "whole" before "percentage point". */
static bool is_filler(const nw_value_reader *reader, const nw_piece *piece) {
    return nw_piece_reads(reader, piece, "full") || nw_piece_reads(reader, piece, "whole");
}

const char *nw_percent_unit(const nw_value_reader *reader, const nw_number *number, nw_piece *last) {
    nw_piece next, after;
    bool fraction = number->form == NW_NUMBER_FRACTION || (number->value > 0 && number->value < 1);
    if (!nw_next_joined(reader, &number->last, &next)) return NULL;
    if (fraction && nw_piece_reads(reader, &next, "of") && !nw_next_joined(reader, &next, &next)) return NULL;
    if (fraction && is_one(reader, &next) && !nw_next_joined(reader, &next, &next)) return NULL;
    if (is_filler(reader, &next) && nw_next_joined(reader, &next, &after)) next = after;
    const char *unit = unit_at(reader, &next, last);
    /* "pp" and "bp" are abbreviations of much else: "pp. 34" */
    if (unit && last->end - last->start == 2 && nw_byte_at(reader, last->start) == 'p' && number->scale)
        return NULL;
    return unit;
}

const char *nw_percent_without_number(const nw_value_reader *reader, const nw_piece *first, nw_piece *last,
                                      double *size) {
    nw_piece next, after;
    const char *unit;
    *size = 1;
    if (!nw_piece_reads(reader, first, "a") || !nw_next_joined(reader, first, &next)) return NULL;
    if (nw_piece_reads(reader, &next, "fraction")) {
        *size = 0;
        if (!nw_next_joined(reader, &next, &next) || !nw_piece_reads(reader, &next, "of")) return NULL;
        if (!nw_next_joined(reader, &next, &next) || !is_one(reader, &next)) return NULL;
        if (!nw_next_joined(reader, &next, &next)) return NULL;
    }
    if (is_filler(reader, &next) && nw_next_joined(reader, &next, &after)) next = after;
    if (!nw_piece_reads(reader, &next, "percentage") && !nw_piece_reads(reader, &next, "percent") &&
        !nw_piece_reads(reader, &next, "basis") && !nw_piece_reads(reader, &next, "per") &&
        !nw_piece_reads(reader, &next, "full"))
        return NULL;
    unit = unit_at(reader, &next, last);
    if (unit && *size > 0 && strcmp(unit, "percent") == 0) return NULL; /* "a per cent" alone */
    bool defined = unit && nw_next_piece(reader, last, &after) && nw_piece_reads(reader, &after, "is");
    return defined ? NULL : unit; /* "a basis point is a hundredth of ..." */
}

#include "values/percents.h"

static nw_number_class class_of(const nw_piece *piece) {
    if (piece->kind != NW_PIECE_WORD) return NW_NO_NUMBER_WORD;
    return (nw_number_class)nw_value_class(piece->word, NW_LIST_NUMBER_WORDS, NW_NO_NUMBER_WORD);
}

/* "point" after "percentage", "pct", "%", "basis"; takes it into *last. */
static bool take_point(const nw_value_reader *reader, const nw_piece *before, nw_piece *last) {
    nw_piece next;
    if (!nw_next_joined(reader, before, &next) || class_of(&next) != NW_POINT_WORD) return false;
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
    switch (class_of(first)) {
    case NW_PERCENT_WORD: /* "pct", "bps" */
        unit = nw_entry_column(nw_take_entry(first->word, NW_LIST_NUMBER_WORDS), 2);
        return strcmp(unit, "percent") == 0 && take_point(reader, first, last) ? "percentage_point" : unit;
    case NW_PERCENTAGE_WORD: return take_point(reader, first, last) ? "percentage_point" : NULL;
    case NW_BASIS_WORD: return take_point(reader, first, last) ? "basis_point" : NULL;
    case NW_PER_WORD:
        if (!nw_next_joined(reader, first, &next) || !nw_piece_reads(reader, &next, "cent")) return NULL;
        *last = next;
        return take_point(reader, &next, last) ? "percentage_point" : "percent";
    default: return NULL;
    }
}

/* "a", "one" or "1": what stands before the unit in "a fifth of a percent". */
static bool is_one(const nw_value_reader *reader, const nw_piece *piece) {
    if (piece->kind == NW_PIECE_DIGITS) return piece->digits == 1 && piece->decimals == 0;
    return nw_piece_reads(reader, piece, "a") || nw_piece_reads(reader, piece, "one");
}

const char *nw_percent_unit(const nw_value_reader *reader, const nw_number *number, nw_piece *last) {
    nw_piece next, after;
    bool fraction = number->form == NW_NUMBER_FRACTION || (number->value > 0 && number->value < 1);
    if (!nw_next_joined(reader, &number->last, &next)) return NULL;
    if (fraction && nw_piece_reads(reader, &next, "of") && !nw_next_joined(reader, &next, &next)) return NULL;
    if (fraction && is_one(reader, &next) && !nw_next_joined(reader, &next, &next)) return NULL;
    if (nw_piece_is_used(&next, NW_USE_FULL) && nw_next_joined(reader, &next, &after)) next = after;
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
    if (nw_piece_is_used(&next, NW_USE_FULL) && nw_next_joined(reader, &next, &after)) next = after;
    if (!nw_piece_is_used(&next, NW_USE_PERCENT_UNIT)) return NULL;
    unit = unit_at(reader, &next, last);
    if (unit && *size > 0 && strcmp(unit, "percent") == 0) return NULL; /* "a per cent" alone */
    bool defined = unit && nw_next_piece(reader, last, &after) && nw_piece_reads(reader, &after, "is");
    return defined ? NULL : unit; /* "a basis point is a hundredth of ..." */
}

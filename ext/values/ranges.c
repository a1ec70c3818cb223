#include "values/ranges.h"

#include "values/money.h"

static bool read_number_at(const nw_value_reader *reader, nw_piece *at, nw_number *other) {
    nw_piece next;
    if (at->kind == NW_PIECE_WORD && nw_ascii_upper(nw_byte_at(reader, at->start)) &&
        nw_next_piece(reader, at, &next) && next.kind == NW_PIECE_MARK && !next.gap &&
        nw_is_money_sign(reader, next.start, next.end))
        *at = next; /* the letters of "US$" */
    if (at->kind == NW_PIECE_MARK && nw_is_money_sign(reader, at->start, at->end) &&
        !nw_next_piece(reader, at, at))
        return false;
    if (at->kind != NW_PIECE_DIGITS && at->kind != NW_PIECE_WORD && !nw_piece_is(at, '-') &&
        !nw_piece_is(at, '+'))
        return false;
    return nw_parse_number(reader, at, true, other) && other->form != NW_NUMBER_FRACTION;
}

nw_link nw_linked_number(const nw_value_reader *reader, const nw_piece *last, nw_number *other) {
    nw_piece link, next;
    nw_link found = NW_NO_LINK;
    if (!nw_next_piece(reader, last, &link) || !nw_near(&link)) return NW_NO_LINK;
    if (nw_is_dash(&link))
        found = NW_LINK_DASH;
    else if (nw_piece_reads(reader, &link, "to"))
        found = NW_LINK_TO;
    else if (nw_piece_reads(reader, &link, "and"))
        found = NW_LINK_AND;
    else if (nw_piece_reads(reader, &link, "or"))
        found = NW_LINK_OR;
    else if (nw_piece_is(&link, ','))
        found = NW_LINK_COMMA;
    if (!found || !nw_next_piece(reader, &link, &next) || !nw_near(&next)) return NW_NO_LINK;
    if (found == NW_LINK_DASH && (link.gap || next.gap)) return NW_NO_LINK;
    if (found == NW_LINK_DASH &&
        (nw_piece_reads(reader, &next, "to") || nw_piece_reads(reader, &next, "or"))) {
        found = nw_piece_reads(reader, &next, "to") ? NW_LINK_TO : NW_LINK_OR; /* "five-to-10" */
        if (!nw_next_joined(reader, &next, &next)) return NW_NO_LINK;
    }
    return read_number_at(reader, &next, other) ? found : NW_NO_LINK;
}

nw_link nw_number_with_unit(const nw_value_reader *reader, const nw_number *number, nw_number *other) {
    nw_number at;
    nw_link link = nw_linked_number(reader, &number->last, other);
    if (link != NW_LINK_COMMA) return link;
    for (int count = 0; count < 4; count++) { /* a list: commas, and at its end "and" or "or" */
        nw_piece comma, word;
        at = *other;
        link = nw_linked_number(reader, &at.last, other);
        if (link == NW_LINK_AND || link == NW_LINK_OR) return link;
        if (link == NW_LINK_COMMA) continue;
        if (!nw_next_piece(reader, &at.last, &comma) || !nw_piece_is(&comma, ',')) return NW_NO_LINK;
        link = nw_linked_number(reader, &comma, other); /* "2, 4, and 6" */
        return nw_next_piece(reader, &comma, &word) && (link == NW_LINK_AND || link == NW_LINK_OR)
                   ? link
                   : NW_NO_LINK;
    }
    return NW_NO_LINK;
}

double nw_shared_value(const nw_number *number, const nw_number *other) {
    double size = number->coefficient < 0 ? -number->coefficient : number->coefficient;
    if (number->scale || other->scale < 3 || size >= 1000) return number->value;
    if (size >= 100 && other->coefficient < 10) return number->value; /* "500 to 2 million" */
    return nw_number_times(number, other->scale);
}

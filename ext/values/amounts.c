#include "values/amounts.h"

#include "values/counts.h"
#include "values/dates.h"
#include "values/durations.h"
#include "values/money.h"
#include "values/percents.h"
#include "values/ranges.h"

/* What a number turned out to be. */
typedef struct amount {
    newswire_value_kind kind;
    bool has_number;
    double value;
    newswire_string unit;
    newswire_string iso;
    uint32_t token;
    uint32_t start;
    nw_piece last;
} amount;

static void add(nw_value_reader *reader, const amount *found) {
    newswire_value *value = nw_add_value(reader, found->kind, found->token, found->start, found->last.end);
    value->has_number = found->has_number;
    value->number = found->has_number ? found->value : 0;
    value->unit = found->unit;
    value->iso = found->iso;
}

static newswire_string code_string(const char *code) { return (newswire_string){code, 3}; }

static amount amount_of(const nw_number *number, newswire_value_kind kind, newswire_string unit) {
    return (amount){.kind = kind,
                    .has_number = true,
                    .value = number->value,
                    .unit = unit,
                    .token = number->token,
                    .start = number->span.start,
                    .last = number->last};
}

/* ---- money with its sign before the number ---- */

/* "$10-12 million", "$1.2 to 1.5 million": the other end has the same sign, unwritten. */
static void add_unsigned_end(nw_value_reader *reader, const amount *first, nw_link link,
                             const nw_number *other, nw_piece *last) {
    nw_piece noun;
    if (link != NW_LINK_DASH && link != NW_LINK_TO) return;
    if (other->span.start < first->last.end || nw_byte_at(reader, other->span.start - 1) == '$') return;
    if (other->scale == 0 && nw_counted_noun(reader, other, &noun).bytes) return;
    if (other->span.start > 2 && (unsigned char)nw_byte_at(reader, other->span.start - 1) >= 0x80) return;
    amount second = amount_of(other, NEWSWIRE_MONEY, first->unit);
    add(reader, &second);
    *last = other->last;
}

static bool is_sign(char byte) { return byte == '-' || byte == '+'; }

/* A plus or minus before the sign of money: "-$5m". */
static void take_outer_sign(const nw_value_reader *reader, amount *money) {
    if (money->start == 0 || money->start - 1 < reader->taken) return;
    char sign = nw_byte_at(reader, money->start - 1),
         before = money->start > 1 ? nw_byte_at(reader, money->start - 2) : ' ';
    if (!is_sign(sign) || (before != ' ' && before != '\n' && before != '(')) return;
    money->start--;
    if (reader->reading->tokens.items[money->token].span.start > money->start &&
        money->token > reader->first_token)
        money->token--;
    if (sign == '-') money->value = -money->value;
}

static bool read_signed_money(nw_value_reader *reader, const nw_piece *digits, nw_piece *last) {
    nw_number number, other;
    nw_piece unit;
    int power = 0;
    nw_money_sign sign = nw_money_before(reader, digits);
    if (!sign.code || !nw_parse_number(reader, digits, true, &number)) return false;
    amount money = amount_of(&number, NEWSWIRE_MONEY, code_string(sign.code));
    money.start = sign.start;
    money.token = sign.token;
    if (sign.start < digits->start && nw_byte_at(reader, digits->start - 1) == '-')
        money.value = -money.value;
    take_outer_sign(reader, &money);
    const char *after = nw_money_after(reader, &number, &unit, &power);
    if (after && power == 0 && sign.code[0] == 'U') { /* "$5 mln dlrs", "$5 million Canadian dollars" */
        money.unit = code_string(after);
        money.last = unit;
    }
    nw_link link = after ? NW_NO_LINK : nw_linked_number(reader, &number.last, &other);
    bool ends = link == NW_LINK_DASH || link == NW_LINK_TO || link == NW_LINK_AND || link == NW_LINK_OR;
    if (ends && other.form != NW_NUMBER_FRACTION && number.value > 0)
        money.value = nw_shared_value(&number, &other);
    add(reader, &money);
    *last = money.last;
    if (ends) add_unsigned_end(reader, &money, link, &other, last);
    return true;
}

/* ---- a number and what follows it ---- */

static bool read_unit(nw_value_reader *reader, const nw_number *number, amount *found) {
    nw_piece last;
    int power = 0;
    const char *unit = nw_percent_unit(reader, number, &last);
    if (unit) {
        *found = amount_of(number, NEWSWIRE_PERCENT, nw_string(unit));
        found->last = last;
        return true;
    }
    unit = nw_money_after(reader, number, &last, &power);
    if (!unit) return false;
    *found = amount_of(number, NEWSWIRE_MONEY, code_string(unit));
    found->value = nw_number_times(number, power);
    found->last = last;
    return true;
}

static bool read_duration(nw_value_reader *reader, const nw_duration *duration, amount *found) {
    nw_date_found date;
    *found = (amount){.kind = NEWSWIRE_DURATION,
                      .has_number = true,
                      .value = duration->number,
                      .unit = nw_string(duration->noun),
                      .iso = duration->iso,
                      .token = duration->token,
                      .start = duration->span.start,
                      .last = duration->last};
    if (!nw_parse_distance(reader, duration, &date)) return true;
    *found = (amount){
        .kind = NEWSWIRE_DATE, .iso = date.iso, .token = date.token, .start = date.start, .last = date.last};
    return true;
}

/* Numbers that only share the unit behind another: "2" of "2 and 6 percent". Spanned alone. */
static bool read_shared(nw_value_reader *reader, const nw_number *number, amount *found) {
    nw_number other;
    nw_piece noun;
    amount whole;
    nw_duration duration;
    if (number->form == NW_NUMBER_FRACTION) return false;
    nw_link link = nw_number_with_unit(reader, number, &other);
    if (!link) return false;
    if ((link == NW_LINK_AND || link == NW_LINK_OR) && (number->grouped || number->value >= 1000) &&
        !other.scale)
        return false;
    if (read_unit(reader, &other, &whole)) {
        *found = amount_of(number, whole.kind, whole.unit);
        found->value = nw_shared_value(number, &other);
        if (whole.kind == NEWSWIRE_MONEY && whole.value != other.value)
            found->value = nw_number_times(number, -2);
        return true;
    }
    if (link == NW_LINK_AND && !(number->scale == 0 && other.scale)) return false;
    if (nw_parse_duration(reader, &other, &duration) && other.form != NW_NUMBER_FRACTION) {
        nw_duration mine = duration;
        nw_number shared = *number;
        shared.last = other.last; /* its unit is the other's */
        if (!nw_parse_duration(reader, &shared, &mine)) return false;
        *found = amount_of(number, NEWSWIRE_DURATION, nw_string(mine.noun));
        found->iso = mine.iso;
        return true;
    }
    newswire_string unit = nw_counted_noun(reader, &other, &noun);
    if (!unit.bytes && !other.scale) return false;
    *found = amount_of(number, NEWSWIRE_COUNT, unit);
    found->value = nw_shared_value(number, &other);
    return true;
}

/* ---- fractions in words ---- */

/* "half its voting rights", "cut by half", "a third of", "cut by a quarter"; not "the second half", "a third man". */
static bool is_fraction_meant(const nw_value_reader *reader, const nw_piece *first, const nw_number *number) {
    nw_piece next = {.kind = NW_PIECE_END};
    bool more = nw_next_piece(reader, &number->last, &next);
    bool whole_word = number->last.start == first->start; /* "half" alone */
    if (whole_word) {
        if (first->token < number->last.token || nw_comes_after(reader, first->token, NW_USE_BEFORE_PART))
            return false;
        if (more && nw_piece_is_used(&next, NW_USE_BEHIND_HALF)) return true;
        return nw_comes_after(reader, first->token, NW_USE_BEFORE_FRACTION) && /* "fell by half" */
               (!more || next.kind != NW_PIECE_WORD || nw_piece_is_used(&next, NW_USE_BEHIND_FRACTION));
    }
    if (more && (nw_piece_reads(reader, &next, "lower") || nw_piece_reads(reader, &next, "higher")))
        return true;
    bool of = more && nw_piece_reads(reader, &next, "of");
    bool hyphen = number->last.gap == NEWSWIRE_NO_GAP;
    bool article = nw_piece_reads(reader, first, "a");
    if (of || (hyphen && !article)) return true;
    if (number->value != 0.25 && number->value != 0.75 && !article) return true; /* "two thirds" */
    if (!nw_comes_after(reader, first->token, NW_USE_BEFORE_FRACTION)) return false;
    if (!more || next.kind != NW_PIECE_WORD) return true;
    return !article || nw_piece_is_used(&next, NW_USE_BEHIND_FRACTION);
}

/* "half a point", "three-quarters of a point", "one-quarter point": the piece with "point". */
static bool take_fraction_of_point(const nw_value_reader *reader, const nw_number *number, nw_piece *last) {
    nw_piece next;
    if (number->form != NW_NUMBER_FRACTION || !nw_next_joined(reader, &number->last, &next)) return false;
    if (nw_piece_reads(reader, &next, "of") && !nw_next_joined(reader, &next, &next)) return false;
    if (nw_piece_reads(reader, &next, "a") && !nw_next_joined(reader, &next, &next)) return false;
    if (!nw_piece_reads(reader, &next, "point") && !nw_piece_reads(reader, &next, "points")) return false;
    *last = next;
    return true;
}

/* ---- letters glued to a number ---- */

/* "5m people", "1.2m", "10k": whether the letter multiplies; "100m" of a race, "5b" of a code do not. */
static bool letter_multiplies(const nw_value_reader *reader, const nw_number *number) {
    nw_piece noun;
    char letter = nw_byte_at(reader, number->last.start);
    if (number->last.end - number->last.start != 1) return true;
    if (letter == 'k' || letter == 'K') return true;
    if (letter != 'm' && letter != 'M') return false;
    return number->decimals > 0 || nw_counted_noun(reader, number, &noun).bytes;
}

static bool ends_in_letter(const nw_number *number) {
    return number->scale && number->form == NW_NUMBER_DIGITS && number->last.kind == NW_PIECE_WORD &&
           number->last.gap == NEWSWIRE_NO_GAP && number->last.end - number->last.start <= 2 &&
           number->figures;
}

/* ---- rank ---- */

/* "no.2", "No. 2": the number of a place in an order. Gives where the word begins. */
static bool is_rank(const nw_value_reader *reader, const nw_piece *first, const nw_number *number,
                    uint32_t *start) {
    uint32_t at = first->start;
    if (first->kind != NW_PIECE_DIGITS || number->decimals || number->scale || number->grouped ||
        number->figures > 4)
        return false;
    if (at > 0 && nw_byte_at(reader, at - 1) == ' ') at--;
    if (at < 3 || nw_byte_at(reader, at - 1) != '.') return false;
    char o = nw_byte_at(reader, at - 2), n = nw_byte_at(reader, at - 3);
    if ((o != 'o' && o != 'O') || (n != 'n' && n != 'N')) return false;
    if (at > 3 && nw_ascii_letter(nw_byte_at(reader, at - 4))) return false;
    *start = at - 3;
    return *start >= reader->taken;
}

static bool read_rank(nw_value_reader *reader, const nw_piece *first, const nw_number *number,
                      amount *found) {
    uint32_t start;
    if (!is_rank(reader, first, number, &start)) return false;
    *found = amount_of(number, NEWSWIRE_COUNT, nw_string("rank"));
    found->start = start;
    while (found->token > reader->first_token &&
           reader->reading->tokens.items[found->token].span.start > start)
        found->token--;
    return true;
}

/* ---- all of it ---- */

/* "-0.13" and "+2.1" where the sign is a token of its own. */
static nw_piece with_sign(const nw_value_reader *reader, const nw_piece *first) {
    nw_piece sign;
    uint32_t at = first->start;
    const char *bytes = reader->reading->text.bytes;
    if (first->kind != NW_PIECE_DIGITS || at == 0 || at <= reader->taken) return *first;
    if ((unsigned char)bytes[at - 1] < 0x80 && !is_sign(bytes[at - 1])) return *first;
    const char *before = nw_character_before(bytes, bytes + at);
    uint32_t start = (uint32_t)(before - bytes), token = first->token;
    char outer = start ? bytes[start - 1] : ' ';
    if (outer != ' ' && outer != '\n' && outer != '(' && outer != '[' && outer != '\t') return *first;
    if (start < reader->taken || start < reader->reading->tokens.items[reader->first_token].span.start)
        return *first;
    if (reader->reading->tokens.items[token].span.start > start) token--;
    if (!nw_piece_at(reader, token, start, &sign)) return *first;
    bool is_one =
        nw_piece_is(&sign, '-') || nw_piece_is(&sign, '+') || sign.mark == 0x2212 || sign.mark == 0x2013;
    return sign.kind == NW_PIECE_MARK && is_one && sign.end == at ? sign : *first;
}

/* "a year" is a length of time, but not in "5 dlrs a year", "three times a year". */
static bool read_single_duration(nw_value_reader *reader, const nw_piece *first, amount *found) {
    nw_duration duration;
    const newswire_token *items = reader->reading->tokens.items;
    if (!nw_parse_single_duration(reader, first, &duration)) return false;
    if (nw_comes_after(reader, first->token, NW_USE_BEFORE_RATE)) return false;
    read_duration(reader, &duration, found);
    if (found->kind == NEWSWIRE_DATE) return true;
    return first->token == reader->first_token || reader->taken == 0 ||
           nw_span_end(items[first->token - 1].span) > reader->taken;
}

static bool read_without_number(nw_value_reader *reader, const nw_piece *first, amount *found) {
    nw_piece last;
    double size;
    const char *unit = nw_percent_without_number(reader, first, &last, &size);
    if (!unit) return false;
    *found = (amount){.kind = NEWSWIRE_PERCENT,
                      .has_number = size > 0,
                      .value = size,
                      .unit = nw_string(unit),
                      .token = first->token,
                      .start = first->start,
                      .last = last};
    return true;
}

static bool read_number_value(nw_value_reader *reader, const nw_piece *first, const nw_number *number,
                              amount *found) {
    nw_duration duration;
    nw_piece last;
    if (read_unit(reader, number, found)) return true;
    if (nw_parse_duration(reader, number, &duration)) return read_duration(reader, &duration, found);
    if (read_shared(reader, number, found) || read_rank(reader, first, number, found)) return true;
    if (take_fraction_of_point(reader, number, &last)) {
        *found = amount_of(number, NEWSWIRE_COUNT, nw_string("point"));
        found->last = last;
        return true;
    }
    newswire_string unit = {NULL, 0};
    if (nw_is_part_of_name(reader, first)) return false;
    bool one = number->value == 1 && number->form == NW_NUMBER_WORDS;
    if (number->form == NW_NUMBER_FRACTION ? !is_fraction_meant(reader, first, number) : one) return false;
    unit = nw_counted_noun(reader, number, &last);
    if (!unit.bytes && !nw_is_bare_number(reader, first, number)) return false;
    *found = amount_of(number, NEWSWIRE_COUNT, unit);
    if (unit.bytes) found->last = last;
    return true;
}

bool nw_read_amount(nw_value_reader *reader, const nw_piece *start, nw_piece *last) {
    nw_number number;
    amount found;
    nw_piece unit;
    int power;
    nw_piece first = *start;
    if (first.kind == NW_PIECE_DIGITS && read_signed_money(reader, &first, last)) return true;
    first = with_sign(reader, &first);
    if (first.start != start->start && !nw_parse_number(reader, &first, true, &number)) first = *start;
    if (!nw_parse_number(reader, &first, true, &number)) {
        bool article = nw_piece_reads(reader, &first, "a") || nw_piece_reads(reader, &first, "an");
        if (!article) return false;
        if (!read_without_number(reader, &first, &found) && !read_single_duration(reader, &first, &found))
            return false;
    } else {
        if (ends_in_letter(&number) && !nw_money_after(reader, &number, &unit, &power) &&
            !letter_multiplies(reader, &number) && !nw_parse_number(reader, &first, false, &number))
            return false;
        if (!read_number_value(reader, &first, &number, &found)) return false;
    }
    add(reader, &found);
    *last = found.last;
    return true;
}

#include "values/numbers.h"

typedef struct number_word {
    nw_number_class class;
    int value;
} number_word;

static number_word look_up(const nw_piece *piece) {
    number_word none = {NW_NO_NUMBER_WORD, 0};
    if (piece->kind != NW_PIECE_WORD || piece->word == 0) return none;
    const nw_entry *entry = nw_find_entry(piece->word, NW_LIST_NUMBER_WORDS);
    if (!entry) return none;
    return (number_word){(nw_number_class)(entry->class - NW_VALUE_CLASSES), (int)nw_entry_number(entry, 2)};
}

double nw_decimal(uint64_t digits, int exponent) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    double value = (double)digits;
    for (; exponent > 22; exponent -= 22) value *= 1e22;
    for (; exponent < -22; exponent += 22) value /= 1e22;
    return exponent < 0 ? value / powers[-exponent] : value * powers[exponent];
}

double nw_number_times(const nw_number *number, int power) {
    if (number->exact) {
        double size = nw_decimal(number->digits, number->exponent + power);
        return number->negative ? -size : size;
    }
    return power < 0 ? number->value / nw_decimal(1, -power) : number->value * nw_decimal(1, power);
}

/* ---- digits ---- */

static bool is_denominator(uint64_t number) {
    switch (number) {
    case 2:
    case 3:
    case 4:
    case 5:
    case 6:
    case 8:
    case 10:
    case 12:
    case 16:
    case 32:
    case 64: return true;
    default: return false;
    }
}

/* "1/4" glued: numerator, slash, denominator. */
static bool read_ratio(const nw_value_reader *reader, const nw_piece *top, nw_piece *bottom) {
    nw_piece slash;
    if (top->kind != NW_PIECE_DIGITS || top->decimals || top->grouped || top->figures > 2) return false;
    if (!nw_next_piece(reader, top, &slash) || slash.gap ||
        !(nw_piece_is(&slash, '/') || slash.mark == 0x2044))
        return false;
    if (!nw_next_piece(reader, &slash, bottom) || bottom->gap || bottom->kind != NW_PIECE_DIGITS)
        return false;
    if (bottom->decimals || bottom->grouped || !is_denominator(bottom->digits)) return false;
    char next = nw_byte_at(reader, bottom->end);
    return top->digits > 0 && top->digits < bottom->digits && next != '/' && !nw_ascii_digit(next);
}

/* The fractions that are one character. */
static double vulgar_fraction(uint32_t mark) {
    static const struct {
        uint32_t mark;
        double top, bottom;
    } fractions[] = {{0xBC, 1, 4},   {0xBD, 1, 2},   {0xBE, 3, 4},   {0x2153, 1, 3}, {0x2154, 2, 3},
                     {0x2155, 1, 5}, {0x2156, 2, 5}, {0x2157, 3, 5}, {0x2158, 4, 5}, {0x215B, 1, 8},
                     {0x215C, 3, 8}, {0x215D, 5, 8}, {0x215E, 7, 8}};
    for (size_t i = 0; i < sizeof fractions / sizeof *fractions; i++)
        if (fractions[i].mark == mark) return fractions[i].top / fractions[i].bottom;
    return 0;
}

static void set_fraction(nw_number *number, double whole, double part, const nw_piece *last) {
    number->exact = false;
    number->value = number->coefficient = whole + part;
    number->last = *last;
}

/* After an integer: "-1/2" or " 1/2" (2-1/2, 7 5/8), or one character (2½). */
static void read_mixed(const nw_value_reader *reader, nw_number *number) {
    nw_piece next, bottom, dash;
    if (!nw_next_piece(reader, &number->last, &next) || !nw_near(&next)) return;
    if (next.kind == NW_PIECE_MARK && next.gap == NEWSWIRE_NO_GAP) {
        double part = vulgar_fraction(next.mark);
        if (part > 0) {
            set_fraction(number, (double)number->digits, part, &next);
            return;
        }
        dash = next;
        if (dash.mark != '-' || !nw_next_piece(reader, &dash, &next) || next.gap) return;
    } else if (next.gap != NEWSWIRE_SPACE) {
        return;
    }
    if (read_ratio(reader, &next, &bottom))
        set_fraction(number, (double)number->digits, (double)next.digits / (double)bottom.digits, &bottom);
}

/* "$8.73-3/4": quarters and eighths of a cent behind a price. */
static void read_part_of_cent(const nw_value_reader *reader, nw_number *number) {
    nw_piece dash, top, bottom;
    uint32_t start = number->last.start;
    if (start == 0 || nw_byte_at(reader, start - 1) != '$') return;
    if (!nw_next_piece(reader, &number->last, &dash) || dash.gap || !nw_piece_is(&dash, '-')) return;
    if (!nw_next_piece(reader, &dash, &top) || top.gap || !read_ratio(reader, &top, &bottom)) return;
    if (bottom.digits != 2 && bottom.digits != 4 && bottom.digits != 8) return;
    set_fraction(number, 0, ((double)number->digits + (double)top.digits / (double)bottom.digits) / 100,
                 &bottom);
}

static bool read_digits(const nw_value_reader *reader, const nw_piece *first, nw_number *number) {
    nw_piece bottom;
    number->last = *first;
    number->figures = first->figures;
    number->decimals = first->decimals;
    number->grouped = first->grouped;
    if (first->kind == NW_PIECE_MARK) {
        double part = vulgar_fraction(first->mark);
        set_fraction(number, 0, part, first);
        return part > 0;
    }
    if (first->kind != NW_PIECE_DIGITS) return false;
    if (read_ratio(reader, first, &bottom)) {
        set_fraction(number, 0, (double)first->digits / (double)bottom.digits, &bottom);
        return true;
    }
    number->exact = true;
    number->digits = first->digits;
    number->exponent = -(int)first->decimals;
    number->value = number->coefficient = nw_decimal(number->digits, number->exponent);
    if (first->decimals == 0) read_mixed(reader, number);
    if (first->decimals == 2) read_part_of_cent(reader, number);
    return true;
}

/* ---- words ---- */

static bool is_article(const nw_value_reader *reader, const nw_piece *piece) {
    return nw_piece_reads(reader, piece, "a") || nw_piece_reads(reader, piece, "an");
}

/* What words add up to: "two hundred and five thousand" is group 205 when it meets the scale. */
typedef struct word_sum {
    uint64_t total;
    uint64_t group;
    bool any;
    bool hundreds; /* group ends in whole hundreds: tens and units may follow */
    bool tens;     /* group ends in whole tens: a unit may follow */
    bool closed;   /* nothing but a scale may follow */
} word_sum;

static bool add_word(word_sum *sum, number_word word) {
    bool may = !sum->any || sum->hundreds;
    switch (word.class) {
    case NW_UNIT_WORD:
        if (!may && !(sum->tens && word.value > 0 && word.value < 10)) return false;
        sum->group += (uint64_t)word.value;
        sum->hundreds = sum->tens = false;
        break;
    case NW_TEN_WORD:
        if (!may) return false;
        sum->group += (uint64_t)word.value;
        sum->hundreds = false;
        sum->tens = true;
        break;
    case NW_SCALE_WORD:
        if (sum->total > 1000000000000u || sum->group > 1000000u) return false;
        if (word.value == 2) {
            if (sum->closed || sum->group >= 100) return false;
            sum->group = (sum->group ? sum->group : 1) * 100;
        } else {
            uint64_t times = 1;
            for (int i = 0; i < word.value; i++) times *= 10;
            if (sum->group == 0 && sum->total)
                sum->total *= times; /* "two thousand million" */
            else
                sum->total += (sum->group ? sum->group : 1) * times;
            sum->group = 0;
        }
        sum->hundreds = true;
        sum->tens = false;
        break;
    default: return false;
    }
    return sum->any = true;
}

/* Whether "and" goes on with a number below a hundred: "a hundred and five", not "two million and two". */
static bool goes_on_after_and(const nw_value_reader *reader, const word_sum *sum, const nw_piece *and_word,
                              nw_piece *next) {
    if (!sum->hundreds || !nw_piece_reads(reader, and_word, "and")) return false;
    if (!nw_next_joined(reader, and_word, next)) return false;
    number_word word = look_up(next);
    return (word.class == NW_UNIT_WORD || word.class == NW_TEN_WORD) && word.value > 0 &&
           (sum->group >= 100 || sum->total % 1000000u != 0);
}

static bool set_dozen(const nw_piece *piece, nw_number *number) {
    *number = (nw_number){.form = NW_NUMBER_WORDS,
                          .exact = true,
                          .digits = 12,
                          .value = 12,
                          .coefficient = 12,
                          .token = number->token,
                          .last = *piece};
    return true;
}

static bool read_words(const nw_value_reader *reader, const nw_piece *first, nw_number *number) {
    word_sum sum = {0};
    nw_piece piece = *first, next;
    bool article = is_article(reader, first);
    int scale = 0;
    if (article && !nw_next_joined(reader, first, &piece)) return false;
    if (article && look_up(&piece).class == NW_DOZEN_WORD) return set_dozen(&piece, number);
    if (article != (look_up(&piece).class == NW_SCALE_WORD))
        return false; /* "a hundred", not "several hundred" */
    for (;;) {
        number_word word = look_up(&piece);
        if (!add_word(&sum, word)) break;
        scale = word.class == NW_SCALE_WORD ? (scale && sum.group == 0 ? scale + word.value : word.value) : 0;
        number->last = piece;
        if (!nw_next_joined(reader, &piece, &next)) break;
        if (goes_on_after_and(reader, &sum, &next, &piece)) continue;
        piece = next;
    }
    if (!sum.any) return false;
    number->form = NW_NUMBER_WORDS;
    number->exact = true;
    number->digits = sum.total + sum.group;
    number->exponent = 0;
    number->value = (double)number->digits;
    number->scale = scale;
    number->coefficient = scale ? nw_decimal(number->digits, -scale) : number->value;
    return true;
}

/* ---- fractions in words ---- */

/* "a half", "half a", "half": what a fraction's word divides by, or 0. */
static int denominator(number_word word, bool plural) {
    if (word.class == NW_PARTS_WORD) return word.value;
    if (plural) return 0;
    return word.class == NW_PART_WORD || word.class == NW_HALF_WORD || word.class == NW_QUARTER_WORD
               ? word.value
               : 0;
}

/* "half a million", "a quarter of a million", "half a dozen": the scale that a fraction multiplies. */
static void multiply_fraction(const nw_value_reader *reader, nw_number *number) {
    nw_piece next, scale;
    if (!nw_next_joined(reader, &number->last, &next)) return;
    if (nw_piece_reads(reader, &next, "of") && !nw_next_joined(reader, &next, &next)) return;
    if (!is_article(reader, &next) || !nw_next_joined(reader, &next, &scale)) return;
    number_word word = look_up(&scale);
    if (word.class == NW_SCALE_WORD) {
        number->value *= nw_decimal(1, word.value);
        number->scale = word.value;
    } else if (word.class == NW_DOZEN_WORD) {
        number->value *= word.value;
    } else {
        return;
    }
    number->form = NW_NUMBER_WORDS;
    number->last = scale;
}

static void set_word_fraction(const nw_value_reader *reader, nw_number *number, double top, int bottom,
                              const nw_piece *last) {
    set_fraction(number, 0, top / bottom, last);
    number->form = NW_NUMBER_FRACTION;
    multiply_fraction(reader, number);
}

/* "half", "a third", "one-third", "three-quarters". */
static bool read_fraction(const nw_value_reader *reader, const nw_piece *first, nw_number *number) {
    nw_piece next;
    number_word word = look_up(first);
    if (word.class == NW_HALF_WORD) {
        set_word_fraction(reader, number, 1, 2, first);
        return true;
    }
    bool article = is_article(reader, first);
    if (!article && word.class != NW_UNIT_WORD) return false;
    if (!nw_next_joined(reader, first, &next)) return false;
    int top = article ? 1 : word.value, bottom = denominator(look_up(&next), top != 1);
    if (top == 0 || top >= bottom || (top == 2 && bottom == 4)) return false; /* "two quarters" of a year */
    set_word_fraction(reader, number, top, bottom, &next);
    return true;
}

/* After a number: " and a half", "-and-a-half", " and three-quarters". */
static void add_fraction(const nw_value_reader *reader, nw_number *number) {
    nw_piece next, first;
    nw_number part = {.value = 0};
    if (number->decimals || number->value >= 1000 || !nw_next_joined(reader, &number->last, &next)) return;
    if (!nw_piece_reads(reader, &next, "and") || !nw_next_joined(reader, &next, &first)) return;
    if (look_up(&first).class == NW_HALF_WORD || !read_fraction(reader, &first, &part)) return;
    if (part.form != NW_NUMBER_FRACTION || part.value < 0.2) return;
    uint8_t form = number->form;
    set_fraction(number, number->value, part.value, &part.last);
    number->form = form;
}

/* ---- scales ---- */

static bool is_letter_scale(const nw_piece *piece, number_word word, bool glued_letter) {
    return word.class == NW_LETTER_WORD && piece->gap == NEWSWIRE_NO_GAP && glued_letter;
}

/* "million", "bn", "-million", "dozen", again and again: "hundred thousand". */
static void read_scales(const nw_value_reader *reader, bool glued_letter, nw_number *number) {
    nw_piece next;
    int scale = 0;
    while (scale < 18 && nw_next_joined(reader, &number->last, &next)) {
        number_word word = look_up(&next);
        if (word.class == NW_DOZEN_WORD) {
            number->value *= word.value;
            number->exact = false;
            number->last = next;
            return;
        }
        bool letter = is_letter_scale(&next, word, glued_letter);
        if (word.class != NW_SCALE_WORD && !letter) break;
        scale += word.value;
        number->last = next;
        if (letter) break;
    }
    if (scale == 0) return;
    number->coefficient = number->value;
    if (number->exact) {
        number->exponent += scale;
        number->value = nw_decimal(number->digits, number->exponent);
    } else {
        number->value *= nw_decimal(1, scale);
    }
    number->scale = scale;
}

/* ---- signs ---- */

static bool is_minus(const nw_piece *piece, bool *glued) {
    *glued = piece->kind == NW_PIECE_MARK;
    if (*glued) return piece->mark == '-' || piece->mark == 0x2212 || piece->mark == 0x2013;
    return look_up(piece).class == NW_MINUS_WORD;
}

/* A sign that stands before `first`; moves `first` behind it. */
static bool take_sign(const nw_value_reader *reader, nw_piece *first, nw_number *number) {
    nw_piece next;
    bool glued, minus = is_minus(first, &glued);
    if (minus && !glued && first->token > reader->first_token &&
        nw_token_reads(reader->reading, first->token - 1, "or"))
        return false; /* plus or minus 4 percent */
    if (!minus && !nw_piece_is(first, '+')) return true;
    if (!nw_next_piece(reader, first, &next) || next.kind != NW_PIECE_DIGITS) return false;
    if (glued && next.gap != NEWSWIRE_NO_GAP) return false;
    number->negative = minus;
    number->has_sign = true;
    *first = next;
    return true;
}

static bool parse_number(const nw_value_reader *reader, const nw_piece *start, bool glued_letter,
                         nw_number *number) {
    nw_piece first = *start;
    *number = (nw_number){.token = start->token};
    if (!take_sign(reader, &first, number)) return false;
    bool in_digits = first.kind == NW_PIECE_DIGITS || first.kind == NW_PIECE_MARK;
    if (in_digits) {
        if (!read_digits(reader, &first, number)) return false;
    } else if (!read_fraction(reader, &first, number) && !read_words(reader, &first, number)) {
        return false;
    }
    if (number->form != NW_NUMBER_FRACTION) {
        if (number->scale == 0) add_fraction(reader, number);
        if (in_digits || number->scale == 0) read_scales(reader, glued_letter, number);
    }
    if (number->negative) {
        number->value = -number->value;
        number->coefficient = -number->coefficient;
    }
    number->span = (newswire_span){start->start, number->last.end - start->start};
    return true;
}

/* Most words are none that a number can begin with. */
static bool may_begin_number(const nw_value_reader *reader, const nw_piece *piece) {
    return piece->kind != NW_PIECE_WORD || nw_in_list(piece->word, NW_LIST_NUMBER_WORDS) ||
           is_article(reader, piece);
}

bool nw_parse_number(const nw_value_reader *reader, const nw_piece *start, bool glued_letter,
                     nw_number *number) {
    nw_number_memo *memo = reader->numbers;
    if (!may_begin_number(reader, start)) return false;
    if (!memo) return parse_number(reader, start, glued_letter, number);
    if (memo->known != start->start + 1 || memo->glued_letter != glued_letter) {
        memo->found = parse_number(reader, start, glued_letter, &memo->number);
        memo->known = start->start + 1;
        memo->glued_letter = glued_letter;
    }
    *number = memo->number;
    return memo->found;
}

bool nw_read_number(const nw_reading *reading, uint32_t token, uint32_t end, nw_number *number,
                    uint32_t *token_count) {
    const newswire_token *items = reading->tokens.items;
    nw_piece first;
    if (token >= end || end > reading->tokens.count) return false;
    nw_value_reader reader = {
        .reading = reading, .first_token = token, .end_token = end, .end = nw_span_end(items[end - 1].span)};
    if (!nw_first_piece(&reader, token, &first) || !nw_parse_number(&reader, &first, true, number))
        return false;
    *token_count = number->last.token - token + 1;
    return true;
}

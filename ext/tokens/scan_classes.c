#include "tokens/scan.h"

#include <utf8proc.h>

#define D NW_BYTE_DIGIT
#define U NW_BYTE_UPPER
#define L NW_BYTE_LOWER
#define S NW_BYTE_SPACE
#define H NW_BYTE_HIGH
#define M (NW_BYTE_MARK | NW_BYTE_JOINT)
#define J NW_BYTE_JOINT
#define A NW_BYTE_ALONE
#define B (NW_BYTE_ALONE | NW_BYTE_JOINT)

/* clang-format off */
const uint8_t nw_byte_class[256] = {
    0, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 00 */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 10 */
    S, A, A, 0, J, 0, J, M, A, A, J, J, A, M, M, B, /* 20 */
    D, D, D, D, D, D, D, D, D, D, B, A, 0, J, 0, A, /* 30 */
    J, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* 40 */
    U, U, U, U, U, U, U, U, U, U, U, A, 0, A, 0, J, /* 50 */
    M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60 */
    L, L, L, L, L, L, L, L, L, L, L, A, 0, A, 0, S, /* 70 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 80 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 90 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* a0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* b0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* c0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* d0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* e0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* f0 */};
/* clang-format on */

#undef D
#undef U
#undef L
#undef S
#undef H
#undef M
#undef J
#undef A
#undef B

/* Characters whose class is not what Unicode's general category would give, in order. */
static const struct {
    uint32_t first, last;
    uint8_t class;
} exceptions[] = {
    {0x0085, 0x0085, NW_CHARACTER_SPACE},    /* next line */
    {0x00AD, 0x00AD, NW_CHARACTER_LETTER},   /* soft hyphen */
    {0x00B2, 0x00B3, NW_CHARACTER_LETTER},   /* square, cube */
    {0x00B9, 0x00B9, NW_CHARACTER_LETTER},   /* superscript one */
    {0x00BC, 0x00BE, NW_CHARACTER_FRACTION}, /* quarters, half */
    {0x0E3F, 0x0E3F, NW_CHARACTER_CURRENCY}, /* baht */
    {0x200B, 0x200B, NW_CHARACTER_SPACE},    /* zero-width space */
    {0x200C, 0x200D, NW_CHARACTER_LETTER},   /* joiners */
    {0x200E, 0x200F, NW_CHARACTER_SPACE},    /* direction marks */
    {0x2010, 0x2011, NW_CHARACTER_HYPHEN},
    {0x2012, 0x2013, NW_CHARACTER_HYPHEN}, /* figure dash, en dash */
    {0x2014, 0x2015, NW_CHARACTER_DASH},
    {0x2018, 0x2019, NW_CHARACTER_APOSTROPHE},
    {0x201B, 0x201B, NW_CHARACTER_APOSTROPHE},
    {0x202A, 0x202E, NW_CHARACTER_SPACE},  /* direction marks */
    {0x2060, 0x2069, NW_CHARACTER_SPACE},  /* word joiner, direction marks */
    {0x2070, 0x2094, NW_CHARACTER_LETTER}, /* superscripts, subscripts */
    {0x2150, 0x215E, NW_CHARACTER_FRACTION},
    {0x2189, 0x2189, NW_CHARACTER_FRACTION},
    {0x3005, 0x3007, NW_CHARACTER_IDEOGRAPH}, /* iteration mark, zero */
    {0x3041, 0x309F, NW_CHARACTER_IDEOGRAPH}, /* Hiragana */
    {0x30A1, 0x30FA, NW_CHARACTER_KATAKANA},
    {0x30FC, 0x30FF, NW_CHARACTER_KATAKANA},
    {0x31F0, 0x31FF, NW_CHARACTER_KATAKANA},
    {0x3400, 0x4DBF, NW_CHARACTER_IDEOGRAPH},
    {0x4E00, 0x9FFF, NW_CHARACTER_IDEOGRAPH},
    {0xF900, 0xFAFF, NW_CHARACTER_IDEOGRAPH},
    {0xFE0E, 0xFE0F, NW_CHARACTER_SYMBOL}, /* text or picture: follows an emoji */
    {0xFEFF, 0xFEFF, NW_CHARACTER_SPACE},
    {0xFF66, 0xFF9F, NW_CHARACTER_KATAKANA}, /* half-width */
    {0xFFFD, 0xFFFD, NW_CHARACTER_MALFORMED},
    {0x20000, 0x3FFFD, NW_CHARACTER_IDEOGRAPH},
};

static nw_character_class classify_by_category(uint32_t code) {
    switch (utf8proc_category((utf8proc_int32_t)code)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL: return NW_CHARACTER_LETTER;
    case UTF8PROC_CATEGORY_SC: return NW_CHARACTER_CURRENCY;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC: return NW_CHARACTER_SPACE;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO: return NW_CHARACTER_PUNCT;
    default: return NW_CHARACTER_SYMBOL;
    }
}

nw_character_class nw_classify(uint32_t code) {
    if (code >= 0xC0 &&
        code < 0x250) /* letters of Europe, but for the signs of multiplication and division */
        return code == 0xD7 || code == 0xF7 ? NW_CHARACTER_SYMBOL : NW_CHARACTER_LETTER;
    size_t low = 0, high = sizeof exceptions / sizeof *exceptions;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (exceptions[middle].last < code)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < sizeof exceptions / sizeof *exceptions && exceptions[low].first <= code)
        return (nw_character_class)exceptions[low].class;
    return classify_by_category(code);
}

nw_character_class nw_classify_at(const nw_scanner *scanner, const char *at, uint32_t *length) {
    unsigned char byte = (unsigned char)*at;
    *length = 1;
    if (byte < 0x80) {
        uint8_t class = nw_byte_class[byte];
        if (class & NW_BYTE_WORD) return NW_CHARACTER_LETTER;
        if (class & NW_BYTE_SPACE) return NW_CHARACTER_SPACE;
        return NW_CHARACTER_PUNCT;
    }
    uint32_t code;
    *length = nw_decode(at, scanner->end, &code);
    if (code == 0xFFFD && *length == 1 && byte >= 0xC0) return NW_CHARACTER_LETTER; /* Latin-1, it seems */
    return nw_classify(code);
}

bool nw_is_word_at(const nw_scanner *scanner, const char *at) {
    uint32_t length;
    if (nw_byte_is(*at, NW_BYTE_WORD)) return true;
    return nw_byte_is(*at, NW_BYTE_HIGH) && nw_classify_at(scanner, at, &length) == NW_CHARACTER_LETTER;
}

bool nw_is_letter_at(const nw_scanner *scanner, const char *at) {
    return nw_is_word_at(scanner, at) && !nw_byte_is(*at, NW_BYTE_DIGIT);
}

bool nw_is_listed(const char *names, const char *at, const char *end) {
    size_t length = (size_t)(end - at);
    for (const char *name = names, *space; *name; name = space + 1) {
        space = strchr(name, ' ');
        if ((size_t)(space - name) == length && memcmp(name, at, length) == 0) return true;
    }
    return false;
}

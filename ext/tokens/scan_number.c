#include "tokens/scan.h"

static bool digits_at(const char *at, int count) {
    for (int i = 0; i < count; i++)
        if (!nw_byte_is(at[i], NW_BYTE_DIGIT)) return false;
    return true;
}

/* Whether a comma at `at` groups digits: 1,200,000 and India's 12,00,000, not the list 1,2,3. */
static bool groups(const char *at) {
    if (digits_at(at + 1, 3)) return !nw_byte_is(at[4], NW_BYTE_DIGIT);
    return digits_at(at + 1, 2) && at[3] == ',' && digits_at(at + 4, 2);
}

/* "10a.m." is the number and then the word. */
static bool is_clock_half(const char *at) {
    return (*at == 'a' || *at == 'p' || *at == 'A' || *at == 'P') && at[1] == '.' &&
           (at[2] == 'm' || at[2] == 'M') && !nw_byte_is(at[3], NW_BYTE_WORD);
}

/* Whether the number goes on past a mark, and how far. */
static uint32_t joined(const nw_scanner *scanner, const char *at) {
    switch (*at) {
    case ',': return groups(at) ? 1 : 0;
    case '.':
    case ':':
    case '/':
    case '-': return nw_byte_is(at[1], NW_BYTE_DIGIT) ? 1 : 0;
    default: break;
    }
    if (!nw_byte_is(*at, NW_BYTE_HIGH)) return 0;
    uint32_t length;
    nw_character_class class = nw_classify_at(scanner, at, &length);
    if (class == NW_CHARACTER_FRACTION) return length;
    return class == NW_CHARACTER_HYPHEN && nw_byte_is(at[length], NW_BYTE_DIGIT) ? length : 0;
}

const char *nw_scan_number(nw_scanner *scanner, const char *start, const char *at) {
    scanner->kind = NEWSWIRE_NUMBER;
    for (;;) {
        while (at < scanner->limit && nw_byte_is(*at, NW_BYTE_DIGIT)) at++;
        if (at >= scanner->limit || nw_byte_is(*at, NW_BYTE_SPACE)) return at;
        uint32_t mark = joined(scanner, at);
        if (!mark) break;
        at += mark;
    }
    if (*at == '.' || *at == ':') { /* not a decimal: 7203.T in brackets, or the end */
        const char *end = nw_scan_bracketed(scanner, start);
        return end ? end : at;
    }
    if (is_clock_half(at)) return at;
    if (*at == ',' || *at == '%' || *at == '\'' || *at == '+') return at;
    return nw_scan_word(scanner, start, at); /* 1980s, 1.2bn, 15-member */
}

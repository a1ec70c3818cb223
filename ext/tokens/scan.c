#include "tokens/scan.h"

/* ---------------------------------------------------------------- white space */

typedef struct gap {
    uint32_t breaks;
    uint32_t columns; /* since the last break */
} gap;

/* Takes the white space character at `at` into the gap; false if there is none. */
static bool take_space(const nw_scanner *scanner, const char **at, gap *found) {
    uint32_t code = (unsigned char)**at, length = 1;
    if (nw_byte_is(**at, NW_BYTE_HIGH)) {
        if (nw_classify_at(scanner, *at, &length) != NW_CHARACTER_SPACE) return false;
        nw_decode(*at, scanner->end, &code);
    } else if (!nw_byte_is(**at, NW_BYTE_SPACE)) {
        return false;
    }
    *at += length;
    switch (code) {
    case '\r':
        if (**at == '\n') return true;
        /* fall through */
    case '\n': case '\v': case '\f': case 0x85: case 0x2028: found->breaks++; found->columns = 0; return true;
    case 0x2029: found->breaks += 2; found->columns = 0; return true;
    case '\t': found->columns = (found->columns / 8 + 1) * 8; return true;
    default: found->columns += code == ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x3000;
    }
    return true;
}

/* ---------------------------------------------------------------- traits */

static uint8_t traits_outside_ascii(const char *at, const char *end) {
    unsigned traits = NEWSWIRE_NOT_ASCII;
    bool begun = false;
    for (const char *start = at; at < end;) {
        uint32_t code, length = nw_decode(at, end, &code);
        bool upper = nw_is_upper(code), lower = nw_is_lower(code), digit = nw_is_digit(code);
        if (upper && !begun) traits |= NEWSWIRE_INITIAL_CAPITAL;
        if (upper && at > start) traits |= NEWSWIRE_HAS_UPPER;
        if (lower) traits |= NEWSWIRE_HAS_LOWER;
        if (digit) traits |= NEWSWIRE_HAS_DIGIT;
        begun |= upper || lower || digit || nw_is_letter(code);
        if (code == '-' || (code >= 0x2010 && code <= 0x2015)) traits |= NEWSWIRE_HAS_HYPHEN;
        if (code == '.') traits |= NEWSWIRE_HAS_PERIOD;
        if (code == '\'' || code == '`' || code == 0x2018 || code == 0x2019 || code == 0x201B)
            traits |= NEWSWIRE_HAS_APOSTROPHE;
        at += length;
    }
    return (uint8_t)traits;
}

static uint8_t find_traits(const char *start, const char *end, uint8_t kind) {
    unsigned classes = 0, traits = 0;
    for (const char *at = start + 1; at < end; at++) {
        classes |= nw_byte_class[(unsigned char)*at];
        if (*at == '-') traits |= NEWSWIRE_HAS_HYPHEN;
        if (*at == '.') traits |= NEWSWIRE_HAS_PERIOD;
        if (*at == '\'' || *at == '`') traits |= NEWSWIRE_HAS_APOSTROPHE;
    }
    if (classes & NW_BYTE_UPPER) traits |= NEWSWIRE_HAS_UPPER;
    classes |= nw_byte_class[(unsigned char)*start];
    if (classes & NW_BYTE_HIGH) traits = traits_outside_ascii(start, end);
    if (classes & NW_BYTE_LOWER) traits |= NEWSWIRE_HAS_LOWER;
    if (classes & NW_BYTE_DIGIT) traits |= NEWSWIRE_HAS_DIGIT;
    if (*start == '\'') traits |= NEWSWIRE_HAS_APOSTROPHE;
    if (*start == '.') traits |= NEWSWIRE_HAS_PERIOD;
    if (kind == NEWSWIRE_PUNCT || kind == NEWSWIRE_SYMBOL)
        return (uint8_t)(traits & ~(unsigned)(NEWSWIRE_HAS_HYPHEN | NEWSWIRE_HAS_PERIOD | NEWSWIRE_HAS_APOSTROPHE));
    for (const char *at = start; at < end && !(classes & NW_BYTE_HIGH); at++) {
        if (!nw_byte_is(*at, NW_BYTE_WORD)) continue;
        if (nw_byte_is(*at, NW_BYTE_UPPER)) traits |= NEWSWIRE_INITIAL_CAPITAL;
        break;
    }
    return (uint8_t)traits;
}

/* ---------------------------------------------------------------- the loop */

/* Where a token that grew past its limit is cut: before a character, unless one character is all of it. */
static const char *cut(const nw_scanner *scanner, const char *start) {
    const char *at = scanner->limit;
    while (at > start && ((unsigned char)*at & 0xC0) == 0x80) at--;
    if (at > start) return at;
    uint32_t code;
    return start + nw_decode(start, scanner->end, &code);
}

static const char *scan_token(nw_scanner *scanner, const char *start) {
    size_t left = (size_t)(scanner->end - start);
    scanner->limit = left > NW_TOKEN_BYTES ? start + NW_TOKEN_BYTES : scanner->end;
    const char *end;
    if (nw_byte_is(*start, NW_BYTE_LETTER)) {
        scanner->kind = NEWSWIRE_WORD;
        end = nw_scan_word(scanner, start, start + 1);
    } else if (nw_byte_is(*start, NW_BYTE_DIGIT)) {
        end = nw_scan_number(scanner, start, start + 1);
    } else {
        end = nw_scan_mark(scanner, start);
    }
    return end > scanner->limit ? cut(scanner, start) : end;
}

void nw_tokenize(nw_arena *arena, const nw_text *text, nw_abbreviation_test *is_abbreviation, nw_tokens *tokens) {
    nw_scanner scanner = {.text = text->bytes, .end = text->bytes + text->length, .is_abbreviation = is_abbreviation};
    const char *at = text->bytes;
    gap found = {2, 0};
    bool spaced = false;
    nw_reserve(arena, tokens, text->length / 6 + 16);
    while (at < scanner.end) {
        const char *before = at;
        while (take_space(&scanner, &at, &found)) {}
        if (at > before) spaced = true;
        if (at >= scanner.end) break;
        uint8_t breaks = found.breaks > 1 ? NEWSWIRE_BLANK_LINE : NEWSWIRE_LINE_BREAK;
        scanner.gap = found.breaks ? breaks : spaced ? NEWSWIRE_SPACE : NEWSWIRE_NO_GAP;
        const char *end = scan_token(&scanner, at);
        newswire_token *token = nw_push(arena, tokens);
        token->span = (newswire_span){(uint32_t)(at - scanner.text), (uint32_t)(end - at)};
        token->kind = scanner.kind;
        token->traits = find_traits(at, end, scanner.kind);
        token->gap = scanner.gap;
        token->indent = (uint8_t)(found.breaks == 0 ? 0 : found.columns > 255 ? 255 : found.columns);
        nw_poll(arena, 1 + token->span.length / 64);
        at = end;
        found = (gap){0, 0};
        spaced = false;
    }
}

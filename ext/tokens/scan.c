#include "tokens/scan.h"

#include "base/bytes.h"

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
    case '\n':
    case '\v':
    case '\f':
    case 0x85:
    case 0x2028:
        found->breaks++;
        found->columns = 0;
        return true;
    case 0x2029:
        found->breaks += 2;
        found->columns = 0;
        return true;
    case '\t': found->columns = (found->columns / 8 + 1) * 8; return true;
    default:
        found->columns += code == ' ' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x3000;
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

/* From the classes of the first byte of a word and of all others. */
static uint8_t word_traits(unsigned first, unsigned others) {
    unsigned traits = 0;
    if (first & NW_BYTE_UPPER) traits = NEWSWIRE_INITIAL_CAPITAL;
    if (others & NW_BYTE_UPPER) traits |= NEWSWIRE_HAS_UPPER;
    if ((first | others) & NW_BYTE_LOWER) traits |= NEWSWIRE_HAS_LOWER;
    if ((first | others) & NW_BYTE_DIGIT) traits |= NEWSWIRE_HAS_DIGIT;
    return (uint8_t)traits;
}

static uint8_t find_traits(const char *start, const char *end, uint8_t kind) {
    unsigned others = 0, marks = 0, first = nw_byte_class[(unsigned char)*start];
    for (const char *at = start + 1; at < end; at++) others |= nw_byte_class[(unsigned char)*at];
    if ((first | others) & NW_BYTE_HIGH) {
        marks = traits_outside_ascii(start, end);
    } else {
        const char *at = start; /* the first letter or digit decides about the capital: <MS>, 'Em */
        while (at < end && !nw_byte_is(*at, NW_BYTE_WORD)) at++;
        marks = word_traits(at < end ? nw_byte_class[(unsigned char)*at] : 0, others);
        if (others & NW_BYTE_MARK || *start == '\'' || *start == '.') {
            for (at = start; at < end; at++) {
                if (*at == '-') marks |= NEWSWIRE_HAS_HYPHEN;
                if (*at == '.') marks |= NEWSWIRE_HAS_PERIOD;
                if (*at == '\'' || *at == '`') marks |= NEWSWIRE_HAS_APOSTROPHE;
            }
        }
    }
    if (kind == NEWSWIRE_PUNCT || kind == NEWSWIRE_SYMBOL)
        marks &= ~(unsigned)(NEWSWIRE_HAS_HYPHEN | NEWSWIRE_HAS_PERIOD | NEWSWIRE_HAS_APOSTROPHE);
    return (uint8_t)marks;
}

/* ---------------------------------------------------------------- the loop */

/* Where a token that grew past its limit is cut: before a character, unless one character is all of it. */
static const char *cut(const nw_scanner *scanner, const char *start) {
    const char *at = scanner->limit;
    while (at > start && ((unsigned char)*at & 0xC0) == 0x80) at--;
    if (nw_byte_is(*at, NW_BYTE_HIGH)) { /* a lead byte with its run */
        if (at > start) return at;
    } else if (at < scanner->limit) {
        return at + 1; /* a run without one: a character too */
    } else {
        return at;
    }
    uint32_t code;
    return start + nw_decode(start, scanner->end, &code);
}

static const char *scan_token(nw_scanner *scanner, const char *start) {
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

/* White space at `at`, mostly one space; sets the gap and the columns of the indentation. */
static const char *skip_space(const nw_scanner *scanner, const char *at, gap *found) {
    if (*at == ' ' && !nw_byte_is(at[1], NW_BYTE_SPACE | NW_BYTE_HIGH)) {
        found->columns = 1;
        return at + 1;
    }
    while (at < scanner->end && take_space(scanner, &at, found)) {
    }
    return at;
}

static uint8_t name_gap(const gap *found, bool spaced) {
    if (found->breaks > 1) return NEWSWIRE_BLANK_LINE;
    if (found->breaks == 1) return NEWSWIRE_LINE_BREAK;
    return spaced ? NEWSWIRE_SPACE : NEWSWIRE_NO_GAP;
}

/* The common token, letters before a space, a comma or another mark that joins nothing: its end, or NULL. */
static inline const char *scan_plain_word(const char *start, const char *limit, uint8_t *traits) {
    uint64_t upper = 0, lower = 0, counted = ~(uint64_t)0x80, others;
    const char *at = start;
    do {
        uint64_t bytes = nw_load_bytes(at), letters = nw_letters_of(bytes),
                 small = bytes << 2; /* 0x20 to 0x80 */
        others = ~letters & NW_HIGH_BITS;
        letters &= (others & (~others + 1)) - 1; /* those before the first of the others */
        lower |= letters & small;
        upper |= letters & ~small & counted;
        counted = UINT64_MAX; /* all but the first letter */
        at += others ? nw_bytes_before(others) : 8;
        if (at > limit) return NULL;
    } while (!others);
    *traits = (uint8_t)((nw_byte_is(*start, NW_BYTE_UPPER) ? NEWSWIRE_INITIAL_CAPITAL : 0) |
                        (upper ? NEWSWIRE_HAS_UPPER : 0) | (lower ? NEWSWIRE_HAS_LOWER : 0));
    return nw_byte_is(*at, NW_BYTE_WORD | NW_BYTE_JOINT | NW_BYTE_HIGH) ? NULL : at;
}

/* The token at `start`, whatever it is, and its traits. */
static const char *scan_whole(nw_scanner *scanner, const char *start, uint8_t *traits) {
    size_t left = (size_t)(scanner->end - start);
    scanner->limit = left > NW_TOKEN_BYTES ? start + NW_TOKEN_BYTES : scanner->end;
    if (nw_byte_is(*start, NW_BYTE_LETTER)) {
        const char *end = scan_plain_word(start, scanner->limit, traits);
        if (end) {
            scanner->kind = NEWSWIRE_WORD;
            return end;
        }
    }
    const char *end = scan_token(scanner, start);
    *traits = find_traits(start, end, scanner->kind);
    return end;
}

/* The same, cut where a word has lost the space after it. */
static inline const char *scan_any(nw_scanner *scanner, const char *start, uint8_t *traits) {
    const unsigned mixed = NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_LOWER;
    const char *end = scan_whole(scanner, start, traits);
    if ((*traits & mixed) != mixed || scanner->kind != NEWSWIRE_WORD) return end;
    const char *glue = nw_find_glue(start, end);
    if (glue < end) *traits = find_traits(start, glue, scanner->kind);
    return glue;
}

/* Work is accounted for once in so many tokens, and for each token that is so long, as one for so many
** bytes. */
enum { POLLED_TOKENS = 64, POLLED_BYTES = 1024, BYTES_OF_WORK = 8 };

/* Makes room for all tokens of the text, if those from `at` on are as long as those before. */
static void make_room(nw_arena *arena, const nw_scanner *scanner, const char *at, nw_tokens *tokens) {
    uint64_t length = (uint64_t)(scanner->end - scanner->text), seen = (uint64_t)(at - scanner->text);
    uint64_t guess = tokens->count + 16 + (length - seen) * tokens->count / (seen ? seen : 1) * 17 / 16;
    nw_reserve(arena, tokens, (uint32_t)(guess < length ? guess : length) + 1);
}

void nw_tokenize(nw_arena *arena, const nw_text *text, nw_abbreviation_test *is_abbreviation,
                 nw_tokens *tokens) {
    nw_scanner scanner = {
        .text = text->bytes, .end = text->bytes + text->length, .is_abbreviation = is_abbreviation};
    scanner.no_mail = scanner.no_domain = scanner.text;
    const char *at = text->bytes;
    gap found = {2, 0};
    nw_reserve(arena, tokens, text->length / 6 + 16);
    for (;;) {
        const char *start = skip_space(&scanner, at, &found);
        if (start >= scanner.end) break;
        scanner.gap = name_gap(&found, start > at);
        uint8_t traits, indent = (uint8_t)(found.breaks == 0 ? 0 : found.columns > 255 ? 255 : found.columns);
        at = scan_any(&scanner, start, &traits);
        if (tokens->count == tokens->room) make_room(arena, &scanner, at, tokens);
        newswire_token *token = &tokens->items[tokens->count++];
        token->span.start = (uint32_t)(start - scanner.text);
        token->span.length = (uint32_t)(at - start);
        token->sentence = 0;
        token->kind = scanner.kind;
        token->traits = traits;
        token->gap = scanner.gap;
        token->indent = indent;
        if (token->span.length > POLLED_BYTES) nw_poll(arena, token->span.length / BYTES_OF_WORK);
        if (tokens->count % POLLED_TOKENS == 0) nw_poll(arena, POLLED_TOKENS);
        found = (gap){0, 0};
    }
}

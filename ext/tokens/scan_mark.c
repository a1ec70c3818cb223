#include "tokens/scan.h"

/* Past a run of the same byte. */
static const char *skip_run(const nw_scanner *scanner, const char *at) {
    char byte = *at;
    while (at < scanner->limit && *at == byte) at++;
    return at;
}

/* Whether the token stands directly after a letter, a digit or a closing mark: nothing opens there. */
static bool follows_word(const nw_scanner *scanner, const char *start) {
    if (scanner->gap != NEWSWIRE_NO_GAP || start == scanner->text) return false;
    char before = start[-1];
    return nw_byte_is(before, NW_BYTE_WORD | NW_BYTE_HIGH) || (before && strchr(".,;!?)]}\"'%>", before));
}

/* ---------------------------------------------------------------- apostrophes */

/* Words that begin with an apostrophe. */
static uint32_t clipped_word(const nw_scanner *scanner, const char *start, uint32_t mark) {
    static const char *const words[] = {"bout",  "cause", "cos", "em",  "n",
                                        "neath", "round", "til", "tis", "twas"};
    const char *at = start + mark;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const char *word = words[i];
        size_t same = 0;
        while (word[same] && (at[same] | 0x20) == word[same]) same++;
        if (word[same] || nw_is_word_at(scanner, at + same)) continue;
        uint32_t length = mark + (uint32_t)same;
        if (words[i][0] != 'n' || same > 1) return length;
        uint32_t closing; /* rock 'n' roll */
        if (nw_classify_at(scanner, at + same, &closing) == NW_CHARACTER_APOSTROPHE) return length + closing;
        return at[same] == '\'' ? length + 1 : length;
    }
    return 0;
}

/* '90s; '87 only after a word, since a quotation may open with a number. */
static uint32_t clipped_year(const nw_scanner *scanner, const char *start, uint32_t mark) {
    const char *at = start + mark;
    if (!nw_byte_is(at[0], NW_BYTE_DIGIT) || !nw_byte_is(at[1], NW_BYTE_DIGIT)) return 0;
    if (at[2] == 's' && !nw_is_word_at(scanner, at + 3)) return mark + 3;
    if (nw_is_word_at(scanner, at + 2) || at[2] == '%') return 0;
    if (at[2] && strchr("-,.:/", at[2]) && nw_byte_is(at[3], NW_BYTE_DIGIT)) return 0;
    return start - scanner->text > 1 && nw_byte_is(start[-2], NW_BYTE_WORD) ? mark + 2 : 0;
}

static const char *scan_apostrophe(nw_scanner *scanner, const char *start, uint32_t mark) {
    uint32_t length = nw_clitic_length(scanner, start, mark);
    scanner->kind = NEWSWIRE_WORD;
    if (length) return start + length;
    if (scanner->gap != NEWSWIRE_NO_GAP || !follows_word(scanner, start)) {
        length = clipped_word(scanner, start, mark);
        if (length) return start + length;
        length = clipped_year(scanner, start, mark);
        scanner->kind = NEWSWIRE_NUMBER;
        if (length) return start + length;
    }
    scanner->kind = NEWSWIRE_PUNCT;
    return start + (*start == '\'' && start[1] == '\'' ? 2 : mark);
}

/* ---------------------------------------------------------------- signs before numbers and words */

static const char *scan_currency(nw_scanner *scanner, const char *start, uint32_t mark) {
    const char *next = start + mark;
    if (nw_byte_is(*next, NW_BYTE_DIGIT)) return nw_scan_number(scanner, start, next);
    if (*next == '.' && nw_byte_is(next[1], NW_BYTE_DIGIT)) return nw_scan_number(scanner, start, next + 1);
    scanner->kind = NEWSWIRE_WORD;
    if (*start == '$' && nw_byte_is(*next, NW_BYTE_UPPER)) return nw_scan_word(scanner, start, next);
    scanner->kind = NEWSWIRE_SYMBOL;
    return next;
}

static const char *scan_hyphen(nw_scanner *scanner, const char *start) {
    const char *end = skip_run(scanner, start);
    bool sign = end - start == 1 && !follows_word(scanner, start) &&
                (nw_byte_is(*end, NW_BYTE_DIGIT) || (*end == '.' && nw_byte_is(end[1], NW_BYTE_DIGIT)) ||
                 (*end == '$' && nw_byte_is(end[1], NW_BYTE_DIGIT)));
    scanner->kind = sign ? NEWSWIRE_SYMBOL : NEWSWIRE_PUNCT;
    return end;
}

static const char *scan_stop(nw_scanner *scanner, const char *start) {
    const char *end;
    if (!follows_word(scanner, start) && nw_byte_is(start[1], NW_BYTE_DIGIT))
        return nw_scan_number(scanner, start, start + 1);
    if (nw_byte_is(start[1], NW_BYTE_LETTER) && (end = nw_scan_bracketed(scanner, start))) return end;
    if (nw_byte_is(start[1], NW_BYTE_UPPER) && !follows_word(scanner, start) &&
        (end = nw_scan_bare_code(scanner, start, start)))
        return end;
    scanner->kind = NEWSWIRE_PUNCT;
    return skip_run(scanner, start);
}

/* #hashtag, @handle, #1. */
static const char *scan_tag(nw_scanner *scanner, const char *start) {
    const char *next = start + 1;
    if (!follows_word(scanner, start)) {
        scanner->kind = NEWSWIRE_WORD;
        if (*start == '#' && nw_byte_is(*next, NW_BYTE_DIGIT)) return nw_scan_number(scanner, start, next);
        if (nw_is_word_at(scanner, next)) return nw_scan_word(scanner, start, next);
        if (*next == '_' && nw_is_word_at(scanner, next + 1)) return nw_scan_word(scanner, start, next + 1);
    }
    scanner->kind = NEWSWIRE_SYMBOL;
    return skip_run(scanner, start);
}

/* ---------------------------------------------------------------- outside ASCII */

static bool is_regional(uint32_t code) { return code >= 0x1F1E6 && code <= 0x1F1FF; }

/* Past what belongs to the symbol that ends at `at`: the second letter of a flag, colours of skin, signs
** that choose a picture, joiners with the next picture. */
static const char *skip_emoji(const nw_scanner *scanner, uint32_t first, const char *at) {
    bool joined = false, flag = is_regional(first);
    while (at < scanner->limit && nw_byte_is(*at, NW_BYTE_HIGH)) {
        uint32_t code, length = nw_decode(at, scanner->end, &code);
        bool part = code == 0xFE0E || code == 0xFE0F || code == 0x20E3 || code == 0x200D ||
                    (code >= 0x1F3FB && code <= 0x1F3FF) || (code >= 0xE0020 && code <= 0xE007F);
        if (!part && !joined && !(flag && is_regional(code))) break;
        if (!part && nw_classify(code) != NW_CHARACTER_SYMBOL) break;
        joined = code == 0x200D;
        flag = false;
        at += length;
    }
    return at;
}

/* Past the following characters of the same class. */
static const char *skip_class(const nw_scanner *scanner, const char *at, nw_character_class class) {
    uint32_t length;
    while (at < scanner->limit && nw_byte_is(*at, NW_BYTE_HIGH) &&
           nw_classify_at(scanner, at, &length) == class)
        at += length;
    return at;
}

static const char *scan_high(nw_scanner *scanner, const char *start) {
    uint32_t code, length = nw_decode(start, scanner->end, &code);
    const char *next = start + length;
    nw_character_class class = nw_classify_at(scanner, start, &length);
    scanner->kind = NEWSWIRE_WORD;
    switch (class) {
    case NW_CHARACTER_LETTER:
        if (nw_is_digit(code)) scanner->kind = NEWSWIRE_NUMBER;
        return nw_scan_word(scanner, start, next);
    case NW_CHARACTER_IDEOGRAPH: return next;
    case NW_CHARACTER_KATAKANA: return skip_class(scanner, next, class);
    case NW_CHARACTER_APOSTROPHE: return scan_apostrophe(scanner, start, length);
    case NW_CHARACTER_CURRENCY: return scan_currency(scanner, start, length);
    case NW_CHARACTER_FRACTION: return nw_scan_number(scanner, start, next);
    case NW_CHARACTER_DASH: scanner->kind = NEWSWIRE_PUNCT; return skip_class(scanner, next, class);
    case NW_CHARACTER_HYPHEN:
    case NW_CHARACTER_PUNCT: scanner->kind = NEWSWIRE_PUNCT; return next;
    case NW_CHARACTER_MALFORMED: scanner->kind = NEWSWIRE_SYMBOL; return skip_class(scanner, next, class);
    default: break;
    }
    scanner->kind = NEWSWIRE_SYMBOL;
    if (code == 0xB0 && (*next == 'C' || *next == 'F') && !nw_is_word_at(scanner, next + 1)) return next + 1;
    return skip_emoji(scanner, code, next);
}

const char *nw_scan_mark(nw_scanner *scanner, const char *start) {
    const char *end;
    if (nw_byte_is(*start, NW_BYTE_HIGH)) return scan_high(scanner, start);
    scanner->kind = NEWSWIRE_PUNCT;
    switch (*start) {
    case '\'': return scan_apostrophe(scanner, start, 1);
    case '`': return start + (start[1] == '`' ? 2 : 1);
    case '-': return scan_hyphen(scanner, start);
    case '.': return scan_stop(scanner, start);
    case '$': return scan_currency(scanner, start, 1);
    case '@':
    case '#': return scan_tag(scanner, start);
    case '<':
        if ((end = nw_scan_angle(scanner, start))) return end;
        scanner->kind = NEWSWIRE_SYMBOL;
        return start + 1;
    case '&':
        if ((end = nw_scan_escaped_angle(scanner, start))) return end;
        scanner->kind = NEWSWIRE_SYMBOL;
        return start + (nw_entity_length(start) ? nw_entity_length(start) : 1);
    case '*':
    case '=':
    case '_':
    case '~':
    case '+': scanner->kind = NEWSWIRE_SYMBOL; return skip_run(scanner, start);
    case '^': /* a carriage return that an archive wrote out */
        scanner->kind = NEWSWIRE_SYMBOL;
        return start + (start[1] == 'M' && (start[2] == '\n' || start[2] == '\r') ? 2 : 1);
    case '%':
    case '>':
    case '\\':
    case '|': scanner->kind = NEWSWIRE_SYMBOL; return start + 1;
    default: return start + 1;
    }
}

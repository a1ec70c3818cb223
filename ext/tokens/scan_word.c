#include "tokens/scan.h"

/* Past the letters and digits at `at`. */
static const char *skip_letters(const nw_scanner *scanner, const char *at) {
    for (;;) {
        while (at < scanner->limit && nw_byte_is(*at, NW_BYTE_WORD)) at++;
        if (at >= scanner->limit || !nw_byte_is(*at, NW_BYTE_HIGH)) return at;
        uint32_t length;
        if (nw_classify_at(scanner, at, &length) != NW_CHARACTER_LETTER) return at;
        at += length;
    }
}

static char lower(char byte) { return nw_byte_is(byte, NW_BYTE_UPPER) ? (char)(byte + 'a' - 'A') : byte; }

/* Whether the bytes at `at` are a lower-case word, in any case. */
static bool reads(const char *at, const char *end, const char *word) {
    for (; at < end && *word; at++, word++)
        if (lower(*at) != *word) return false;
    return at == end && !*word;
}

static bool is_abbreviation(const nw_scanner *scanner, const char *start, const char *end, bool last) {
    return scanner->is_abbreviation && scanner->is_abbreviation(start, (size_t)(end - start), last);
}

/* ---------------------------------------------------------------- apostrophes */

static bool ends_word(const nw_scanner *scanner, const char *at) {
    if (*at == '-') at++;
    return !nw_is_word_at(scanner, at);
}

uint32_t nw_clitic_length(const nw_scanner *scanner, const char *at, uint32_t mark) {
    char first = lower(at[mark]);
    char second = first ? lower(at[mark + 1]) : 0;
    uint32_t length = 0;
    if (first == 's' || first == 'd' || first == 'm') length = 1;
    if ((first == 'l' && second == 'l') || (first == 'v' && second == 'e') || (first == 'r' && second == 'e'))
        length = 2;
    return length && ends_word(scanner, at + mark + length) ? mark + length : 0;
}

/* What a scanner of joining marks decided. */
typedef enum step { STEP_ON, STEP_END } step;

/* At an apostrophe of `mark` bytes inside a word: O'Brien goes on, GM's ends, don't is cut before its n. */
static step step_apostrophe(const nw_scanner *scanner, const char *start, const char **at, uint32_t mark) {
    const char *apostrophe = *at, *next = apostrophe + mark;
    if (!nw_is_letter_at(scanner, next) || nw_clitic_length(scanner, apostrophe, mark)) return STEP_END;
    if (lower(*next) == 't' && lower(apostrophe[-1]) == 'n' && ends_word(scanner, next + 1)) {
        *at = apostrophe - 1 > start ? apostrophe - 1 : next + 1;
        return STEP_END;
    }
    *at = next;
    return STEP_ON;
}

/* ---------------------------------------------------------------- full stops */

/* Whether the letter before a stop stands alone: the J of J., the S of U.S. */
static bool is_single_letter(const nw_scanner *scanner, const char *start, const char *stop) {
    const char *letter = stop - 1;
    while (letter > start && ((unsigned char)*letter & 0xC0) == 0x80 && stop - letter < 4) letter--;
    if (!nw_is_letter_at(scanner, letter)) return false;
    return letter == start || letter[-1] == '.' || letter[-1] == '-';
}

static bool is_upper_at(const nw_scanner *scanner, const char *at) {
    uint32_t code;
    if (nw_byte_is(*at, NW_BYTE_WORD)) return nw_byte_is(*at, NW_BYTE_UPPER);
    nw_decode(at, scanner->end, &code);
    return nw_is_upper(code);
}

/* A stop with a letter after it: U.S., Ph.D., St.George, example.com, Feb.22 is not here. */
static step step_inner_stop(nw_scanner *scanner, const char *start, const char **at) {
    const char *stop = *at, *next = stop + 1;
    const char *end = nw_scan_address(scanner, start);
    if (!end) end = nw_scan_bracketed(scanner, start);
    if (!end) end = nw_scan_bare_code(scanner, start, stop);
    if (end) {
        *at = end;
        return STEP_END;
    }
    uint32_t length;
    nw_classify_at(scanner, next, &length);
    bool single = is_single_letter(scanner, start, stop);
    if (single && (next[length] == '.' || !nw_is_word_at(scanner, next + length))) {
        *at = next + length;
        return STEP_ON;
    }
    const char *part = next;
    while (part - next < 8 && nw_byte_is(*part, NW_BYTE_LETTER)) part++;
    if (*part == '.' && is_abbreviation(scanner, start, part, false)) {
        *at = part;
        return STEP_ON;
    }
    if ((single && is_upper_at(scanner, start)) || is_abbreviation(scanner, start, stop, false)) *at = next;
    return STEP_END;
}

/* Whether "no" or "nos" is followed by a number. */
static bool is_number_sign(const char *start, const char *stop) {
    return reads(start, stop, "no") || reads(start, stop, "nos");
}

static bool digit_follows(const char *at) {
    for (int i = 0; i < 4 && nw_byte_is(*at, NW_BYTE_SPACE); i++) at++;
    return nw_byte_is(*at, NW_BYTE_DIGIT);
}

/* Whether what follows a stop could begin a sentence: the end, a capital, a mark that opens. */
static bool may_end_sentence(const nw_scanner *scanner, const char *at) {
    for (int i = 0; i < 8 && nw_byte_is(*at, NW_BYTE_SPACE); i++) at++;
    if (*at == 0 || strchr("\"'`([<", *at)) return true;
    return nw_byte_is(*at, NW_BYTE_HIGH) ? !nw_is_word_at(scanner, at) || is_upper_at(scanner, at)
                                         : nw_byte_is(*at, NW_BYTE_UPPER | NW_BYTE_SPACE);
}

/* The letter before a stop is a capital, "J.", or the last of a chain, "a.m.". */
static bool ends_initialism(const nw_scanner *scanner, const char *start, const char *stop) {
    const char *letter = stop - 1;
    while (letter > start && ((unsigned char)*letter & 0xC0) == 0x80) letter--;
    return is_upper_at(scanner, letter) || (letter > start && letter[-1] == '.');
}

/* The word, or what follows its last hyphen: "R-Kan." */
static bool is_abbreviation_part(const nw_scanner *scanner, const char *start, const char *stop, bool last) {
    if (is_abbreviation(scanner, start, stop, last)) return true;
    const char *part = stop;
    while (part > start && stop - part < 8 && nw_byte_is(part[-1], NW_BYTE_LETTER)) part--;
    return part - start >= 2 && part[-1] == '-' && part < stop && is_abbreviation(scanner, part, stop, last);
}

/* A stop after which the word may end: "Inc." and "J." take it, the end of a sentence does not. */
static step step_last_stop(const nw_scanner *scanner, const char *start, const char **at) {
    const char *stop = *at;
    bool taken;
    if (stop[1] == '.') return STEP_END;
    if (is_number_sign(start, stop))
        taken = digit_follows(stop + 1);
    else if (is_single_letter(scanner, start, stop) && ends_initialism(scanner, start, stop))
        taken = true;
    else if ((stop[1] == ',' || stop[1] == ';') && nw_byte_is(stop[-1], NW_BYTE_LETTER))
        taken = true;
    else
        taken = is_abbreviation_part(scanner, start, stop, may_end_sentence(scanner, stop + 1));
    if (!taken) return STEP_END;
    *at = stop + 1;
    return STEP_ON;
}

static step step_stop(nw_scanner *scanner, const char *start, const char **at) {
    const char *stop = *at, *next = stop + 1;
    if (stop[-1] == '.') return STEP_END;
    if (nw_byte_is(*next, NW_BYTE_DIGIT)) {
        bool sign = is_number_sign(start, stop);
        if (sign) scanner->kind = NEWSWIRE_NUMBER;
        if (sign || nw_byte_is(stop[-1], NW_BYTE_DIGIT)) {
            *at = next;
            return STEP_ON;
        }
        if (is_abbreviation(scanner, start, stop, false)) *at = next;
        return STEP_END;
    }
    if (nw_is_word_at(scanner, next)) return step_inner_stop(scanner, start, at);
    return step_last_stop(scanner, start, at);
}

/* ---------------------------------------------------------------- hyphens and the rest */

/* Tags that headlines begin with; what the hyphen joins to them is the headline's first word. */
static const char *const headline_tags[] = {
    "ANALYSIS",  "BREAKINGVIEWS", "BRIEF",     "CORRECTED", "DEALTALK", "EXCLUSIVE", "FACTBOX",
    "FEATURE",   "INSIGHT",       "INTERVIEW", "POLL",      "PREVIEW",  "REFILE",    "RPT",
    "SCENARIOS", "TABLE",         "TEXT",      "TIMELINE",  "UPDATE",   "WRAPUP"};

static bool is_headline_tag(const char *start, const char *end) {
    for (size_t i = 0; i < sizeof headline_tags / sizeof *headline_tags; i++)
        if (strlen(headline_tags[i]) == (size_t)(end - start) &&
            memcmp(start, headline_tags[i], (size_t)(end - start)) == 0)
            return true;
    return false;
}

/* Whether a hyphen with a letter after it ends a headline's tag: "EXCLUSIVE-Tokyo", "UPDATE 1-Tokyo". */
static bool ends_headline_tag(const nw_scanner *scanner, const char *start, const char *hyphen) {
    const char *end = hyphen;
    if (nw_byte_is(*start, NW_BYTE_DIGIT)) {
        if (hyphen - start > 2 || scanner->gap != NEWSWIRE_SPACE) return false;
        end = start - 1;
        for (start = end; start > scanner->text && end - start < 16 && nw_byte_is(start[-1], NW_BYTE_UPPER);)
            start--;
    } else if (scanner->gap < NEWSWIRE_LINE_BREAK) {
        return false;
    }
    return nw_byte_is(*start, NW_BYTE_UPPER) && is_headline_tag(start, end);
}

/* "BBB-", "A-": a rating with its minus, of one letter up to three times. */
static bool is_rating(const char *start, const char *end) {
    if (end - start > 3 || *start < 'A' || *start > 'D') return false;
    for (const char *at = start + 1; at < end; at++)
        if (*at != *start) return false;
    return true;
}

static step step_hyphen(nw_scanner *scanner, const char *start, const char **at, uint32_t mark) {
    const char *hyphen = *at, *next = hyphen + mark;
    if (!nw_is_word_at(scanner, next)) {
        if (*hyphen == '-' && *next != '-' && is_rating(start, hyphen)) *at = next;
        return STEP_END;
    }
    if (!nw_byte_is(*next, NW_BYTE_DIGIT)) {
        if (*hyphen == '-' && ends_headline_tag(scanner, start, hyphen)) return STEP_END;
        scanner->kind = NEWSWIRE_WORD;
    }
    *at = next;
    return STEP_ON;
}

static step step_ampersand(const nw_scanner *scanner, const char **at) {
    uint32_t entity = nw_entity_length(*at);
    const char *next = *at + (entity ? entity : 1);
    if ((entity && memcmp(*at, "&amp;", 5) != 0) || !nw_is_letter_at(scanner, next)) return STEP_END;
    *at = next;
    return STEP_ON;
}

/* A/S, N/A, km/h, I/B/E/S are words; Paris/London are two. */
static step step_slash(const nw_scanner *scanner, const char *start, const char **at) {
    const char *slash = *at, *next = slash + 1;
    if (!nw_byte_is(*next, NW_BYTE_LETTER)) return STEP_END;
    bool single_before = slash - 1 == start || slash[-2] == '/';
    bool single_after = slash - start <= 3 && !nw_is_word_at(scanner, next + 1);
    bool double_after =
        !single_after && nw_is_word_at(scanner, next + 1) && !nw_is_word_at(scanner, next + 2);
    if (!single_after && !(single_before && double_after)) return STEP_END;
    *at = next;
    return STEP_ON;
}

/* AA+, C++, Disney+, Q+A. */
static step step_plus(const nw_scanner *scanner, const char *start, const char **at) {
    const char *next = *at + 1;
    if (*next == '+' && *at - start == 1) next++;
    if (!nw_is_word_at(scanner, next)) {
        if (!nw_byte_is((*at)[-1], NW_BYTE_DIGIT)) *at = next;
        return STEP_END;
    }
    if (*at - start != 1 || !nw_byte_is(*start, NW_BYTE_UPPER) || !nw_byte_is(*next, NW_BYTE_UPPER) ||
        nw_is_word_at(scanner, next + 1))
        return STEP_END;
    *at = next;
    return STEP_ON;
}

/* Letters that are written right before an amount of money. */
static bool is_money_code(const char *start, const char *end) {
    static const char codes[] =
        "AUD BRL CAD CHF CNY DKK DM EUR FFr Fr GBP HKD INR JPY KRW MXN NOK NZD RM RMB Rp Rs "
        "RUB SEK SFr SGD TRY USD ZAR ";
    return end - start >= 2 && end - start <= 3 && nw_is_listed(codes, start, end);
}

static bool begins_with_money_code(const char *start, const char *end) {
    const char *letters = start;
    while (letters < end && letters - start < 4 && nw_byte_is(*letters, NW_BYTE_LETTER)) letters++;
    return letters < end && nw_byte_is(*letters, NW_BYTE_DIGIT) && is_money_code(start, letters);
}

/* US$3.4m, C$5: letters, a currency's sign, digits are one number; "US$" alone one symbol. */
static step step_currency(nw_scanner *scanner, const char *start, const char **at, uint32_t mark) {
    const char *next = *at + mark;
    if (*at - start > 3) return STEP_END;
    for (const char *letter = start; letter < *at; letter++)
        if (!nw_byte_is(*letter, NW_BYTE_LETTER)) return STEP_END;
    if (nw_byte_is(*next, NW_BYTE_DIGIT)) {
        *at = nw_scan_number(scanner, start, next);
    } else if (!nw_is_word_at(scanner, next)) {
        scanner->kind = NEWSWIRE_SYMBOL;
        *at = next;
    }
    return STEP_END;
}

/* f***ing, M*A*S*H. */
static step step_asterisk(const nw_scanner *scanner, const char **at) {
    const char *next = *at;
    while (next < scanner->limit && *next == '*') next++;
    if (next - *at == 1 && !(nw_byte_is((*at)[-1], NW_BYTE_UPPER) && nw_byte_is(*next, NW_BYTE_UPPER)))
        return STEP_END;
    *at = next;
    return STEP_ON;
}

static step step_high(nw_scanner *scanner, const char *start, const char **at) {
    uint32_t length;
    switch (nw_classify_at(scanner, *at, &length)) {
    case NW_CHARACTER_APOSTROPHE: return step_apostrophe(scanner, start, at, length);
    case NW_CHARACTER_HYPHEN: return step_hyphen(scanner, start, at, length);
    case NW_CHARACTER_CURRENCY: return step_currency(scanner, start, at, length);
    case NW_CHARACTER_FRACTION:
        if (!nw_byte_is((*at)[-1], NW_BYTE_DIGIT)) return STEP_END;
        *at += length;
        return STEP_ON;
    default: return STEP_END;
    }
}

/* At the first byte that is neither letter nor digit: whether and where the word goes on. */
static step step_join(nw_scanner *scanner, const char *start, const char **at) {
    const char *end;
    switch (**at) {
    case '\'':
    case '`': return step_apostrophe(scanner, start, at, 1);
    case '.': return step_stop(scanner, start, at);
    case '-': return step_hyphen(scanner, start, at, 1);
    case '&': return step_ampersand(scanner, at);
    case '/': return step_slash(scanner, start, at);
    case '+': return step_plus(scanner, start, at);
    case '*': return step_asterisk(scanner, at);
    case '$': return step_currency(scanner, start, at, 1);
    case '_':
        if (!nw_is_word_at(scanner, *at + 1)) return STEP_END;
        *at += 1;
        return STEP_ON;
    case ',':
        if (nw_byte_is((*at)[-1], NW_BYTE_DIGIT) && begins_with_money_code(start, *at))
            *at = nw_scan_number(scanner, start, *at);
        return STEP_END;
    case ':':
        if (nw_byte_is((*at)[-1], NW_BYTE_DIGIT) && nw_byte_is((*at)[1], NW_BYTE_DIGIT)) { /* T08:49Z */
            *at += 1;
            return STEP_ON;
        }
        end = nw_scan_url(scanner, start, *at);
        if (!end) end = nw_scan_bracketed(scanner, start);
        if (end) *at = end;
        return STEP_END;
    case '=': end = nw_scan_bracketed(scanner, start); break;
    case '@': end = nw_scan_address(scanner, start); break;
    default: return nw_byte_is(**at, NW_BYTE_HIGH) ? step_high(scanner, start, at) : STEP_END;
    }
    if (end) *at = end;
    return STEP_END;
}

const char *nw_scan_word(nw_scanner *scanner, const char *start, const char *at) {
    bool word = scanner->kind == NEWSWIRE_WORD;
    for (;;) {
        at = skip_letters(scanner, at);
        if (at >= scanner->limit || nw_byte_is(*at, NW_BYTE_SPACE)) break;
        if (step_join(scanner, start, &at) == STEP_END) break;
    }
    if (word && scanner->kind == NEWSWIRE_WORD && nw_byte_is(at[-1], NW_BYTE_WORD) &&
        nw_byte_is(*start, NW_BYTE_UPPER) && begins_with_money_code(start, at))
        scanner->kind = NEWSWIRE_NUMBER;
    return at;
}

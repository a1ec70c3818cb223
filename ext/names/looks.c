#include "names/looks.h"

#include <stddef.h>
#include <string.h>

/* What a word has. */
enum {
    UPPER = 1 << 0, /* a capital */
    LOWER = 1 << 1,
    DIGIT = 1 << 2,
    STOP = 1 << 3,
    HYPHEN = 1 << 4,
    APOSTROPHE = 1 << 5,
    MARK = 1 << 6,    /* another mark */
    WIDE = 1 << 7,    /* a letter that is not ASCII */
    BEGINS = 1 << 8,  /* with a capital */
    NUMBER = 1 << 9,  /* begins with a digit */
    ENDS = 1 << 10,   /* with a stop */
    INNER = 1 << 11,  /* a capital after a small letter */
    ANEW = 1 << 12,   /* a capital after a hyphen */
    SINGLE = 1 << 13, /* one letter, digit or mark */
    SHORT = 1 << 14,  /* up to four of them */
    TRAILS = 1 << 15, /* begins with an apostrophe */
    LETTERS = UPPER | LOWER | WIDE,
    MARKS = STOP | HYPHEN | APOSTROPHE | MARK
};

/* The first that agrees counts: what a word has all of, and has none of. */
static const struct look_rule {
    uint32_t has;
    uint32_t lacks;
    const char *example;
} rules[] = {
    {LOWER | SINGLE, 0, "a"},
    {UPPER | SINGLE, 0, "A"},
    {DIGIT | SINGLE, 0, "7"},
    {LOWER, UPPER | DIGIT | MARKS, "harbour"},
    {UPPER | LOWER | BEGINS, DIGIT | MARKS | INNER, "Harbour"},
    {UPPER | SHORT, LOWER | DIGIT | MARKS, "HSE"},
    {UPPER, LOWER | DIGIT | MARKS, "HARBOUR"},
    {DIGIT | SHORT, LETTERS | MARKS, "1250"},
    {DIGIT, LETTERS | MARKS, "12500"},
    {DIGIT, LETTERS | HYPHEN | APOSTROPHE, "12.5"},
    {DIGIT, LETTERS, "12-1/2"},
    {BEGINS | ENDS | SHORT, LOWER | DIGIT | HYPHEN | MARK, "U.K."},
    {BEGINS | ENDS, LOWER | DIGIT | HYPHEN | MARK, "U.S.S.R."},
    {BEGINS | ENDS, DIGIT | HYPHEN | MARK, "Corp."},
    {ENDS, UPPER | DIGIT | HYPHEN | MARK, "approx."},
    {BEGINS | HYPHEN | ANEW, DIGIT | MARK | APOSTROPHE, "Mid-West"},
    {BEGINS | HYPHEN, DIGIT | MARK | APOSTROPHE | LOWER, "F-"},
    {BEGINS | HYPHEN, DIGIT | MARK | APOSTROPHE, "Oslo-based"},
    {HYPHEN | UPPER, DIGIT | MARK | APOSTROPHE, "pro-Oslo"},
    {HYPHEN | LOWER, DIGIT | MARK | APOSTROPHE | UPPER, "well-known"},
    {HYPHEN | DIGIT | UPPER, 0, "A-320"},
    {HYPHEN | DIGIT | LOWER, 0, "10-year"},
    {TRAILS, 0, "'s"},
    {APOSTROPHE | BEGINS, 0, "O'Hara"},
    {APOSTROPHE | LOWER, UPPER, "didn't"},
    {UPPER | LOWER | INNER | BEGINS, DIGIT | MARKS, "MacArthur"},
    {UPPER | LOWER | INNER, DIGIT | MARKS, "eBooks"},
    {UPPER | DIGIT | BEGINS, LOWER, "B52"},
    {WIDE, UPPER | LOWER | DIGIT | MARKS, "\316\267"},
    {DIGIT | NUMBER, 0, "3rd"},
    {UPPER | MARK, 0, "AT&T"},
    {UPPER, 0, "Q.4a"},
    {LOWER, 0, "and/or"},
};

enum { RULES = sizeof rules / sizeof *rules, OTHER_MARK = RULES + 1, FIRST_MARK };

/* Marks that have a look of their own. */
static const char marks[] = ",.\"'-()/:;&$%";
_Static_assert(FIRST_MARK + sizeof marks - 1 <= NW_LOOK_EDGE, "more looks than there is room for");

static uint32_t kind_of(unsigned char byte) {
    if (byte >= 'a' && byte <= 'z') return LOWER;
    if (byte >= 'A' && byte <= 'Z') return UPPER;
    if (byte >= '0' && byte <= '9') return DIGIT;
    if (byte >= 0x80) return WIDE;
    return byte == '.' ? STOP : byte == '-' ? HYPHEN : byte == '\'' ? APOSTROPHE : MARK;
}

/* The plain mark that a typographic one stands for, by its last byte of three; 0: none. */
static char plain_mark(const char *bytes, uint32_t length) {
    if (length != 3 || memcmp(bytes, "\342\200", 2) != 0) return 0;
    switch ((unsigned char)bytes[2]) {
    case 0x93:
    case 0x94: return '-';
    case 0x98:
    case 0x99: return '\'';
    case 0x9c:
    case 0x9d: return '"';
    default: return 0;
    }
}

/* The kind of what stands at a place; a typographic apostrophe is read as a plain one. */
static uint32_t kind_at(const char *bytes, uint32_t length) {
    if (length >= 3 && memcmp(bytes, "\342\200\231", 3) == 0) return APOSTROPHE;
    return kind_of((unsigned char)*bytes);
}

static uint32_t look_of_mark(char mark) {
    const char *found = memchr(marks, mark, sizeof marks - 1);
    return found ? FIRST_MARK + (uint32_t)(found - marks) : OTHER_MARK;
}

static uint32_t traits_of(const char *bytes, uint32_t length) {
    uint32_t first = kind_at(bytes, length), last = 0, traits = 0;
    if (first == UPPER) traits |= BEGINS;
    if (first == DIGIT) traits |= NUMBER;
    if (first == APOSTROPHE) traits |= TRAILS;
    if (length == 1) traits |= SINGLE;
    if (length <= 4) traits |= SHORT;
    for (uint32_t i = 0; i < length; i++) {
        uint32_t kind = kind_at(bytes + i, length - i);
        if (kind == APOSTROPHE && bytes[i] != '\'') i += 2;
        if (kind == UPPER && last == LOWER) traits |= INNER;
        if (kind == UPPER && last == HYPHEN) traits |= ANEW;
        traits |= last = kind;
    }
    return last == STOP ? traits | ENDS : traits;
}

uint32_t nw_look_of(const char *bytes, uint32_t length) {
    uint32_t traits = traits_of(bytes, length);
    char plain = length == 1 ? *bytes : plain_mark(bytes, length);
    if (!(traits & (UPPER | LOWER | DIGIT)) && (plain || !(traits & WIDE)))
        return look_of_mark(plain ? plain : *bytes);
    for (uint32_t i = 0; i < RULES; i++)
        if ((traits & rules[i].has) == rules[i].has && !(traits & rules[i].lacks)) return i + 1;
    return OTHER_MARK;
}

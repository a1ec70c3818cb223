/*
** Inside the tokenizer: the classes of bytes, and the scanners that each find the end of one token.
**
** The text ends in a NUL, which is in no class, so a scanner may look at the byte after any byte that
** is not NUL. What lies past `limit` is looked at, never walked through.
**
** The few words that scanners know, elements of HTML, domains, codes of money, tags of headlines, are tables of
** their own and no word lists: they are asked of bytes that are no token yet, below the lexicon, and in the case
** that is written.
*/
#ifndef NW_SCAN_H
#define NW_SCAN_H

#include "base/limits.h"
#include "tokens/tokens.h"

typedef struct nw_scanner {
    const char *text;                      /* start of the text */
    const char *end;                       /* of the text */
    const char *limit;                     /* where the token that is being scanned is cut at the latest */
    nw_abbreviation_test *is_abbreviation; /* may be NULL */
    const char *no_mail;                   /* before here no mail address begins, nor a domain before */
    const char *no_domain; /* here: what was looked through in vain is not looked through again */
    uint8_t gap;           /* newswire_gap before the token */
    uint8_t kind;          /* newswire_token_kind of the token, set by its scanner */
} nw_scanner;

/* Classes of bytes, bits of nw_byte_class[]. */
enum {
    NW_BYTE_DIGIT = 1,
    NW_BYTE_UPPER = 2,
    NW_BYTE_LOWER = 4,
    NW_BYTE_SPACE = 8,   /* blanks and control characters: no token holds them */
    NW_BYTE_HIGH = 16,   /* 0x80 and above */
    NW_BYTE_MARK = 32,   /* hyphen, stop, apostrophes: traits of the words that hold them */
    NW_BYTE_JOINT = 64,  /* may join letters into one word, the marks among them */
    NW_BYTE_ALONE = 128, /* where it begins a token, it is all of it: commas, brackets, double quotes */
    NW_BYTE_LETTER = NW_BYTE_UPPER | NW_BYTE_LOWER,
    NW_BYTE_WORD = NW_BYTE_LETTER | NW_BYTE_DIGIT
};

extern const uint8_t nw_byte_class[256];

/* Whether a byte is of one of the classes. */
static inline bool nw_byte_is(char byte, unsigned classes) {
    return (nw_byte_class[(unsigned char)byte] & classes) != 0;
}

/* Classes of characters outside ASCII. */
typedef enum nw_character_class {
    NW_CHARACTER_SPACE,     /* white space and invisible marks */
    NW_CHARACTER_LETTER,    /* goes on a word: letters, their marks, digits of any script, superscripts */
    NW_CHARACTER_IDEOGRAPH, /* a word of its own: Han, Hiragana */
    NW_CHARACTER_KATAKANA,  /* a word as a run */
    NW_CHARACTER_FRACTION,  /* one half and the like */
    NW_CHARACTER_CURRENCY,
    NW_CHARACTER_APOSTROPHE, /* either typographic single quotation mark */
    NW_CHARACTER_HYPHEN,     /* hyphens and the en dash: join words where no space is beside them */
    NW_CHARACTER_DASH,       /* the em dash and longer */
    NW_CHARACTER_PUNCT,
    NW_CHARACTER_SYMBOL,
    NW_CHARACTER_MALFORMED
} nw_character_class;

/* The class of a character outside ASCII. */
nw_character_class nw_classify(uint32_t code);

/* The class of the character at `at`, ASCII too, and its length. */
nw_character_class nw_classify_at(const nw_scanner *scanner, const char *at, uint32_t *length);

/* Whether a word goes on at `at`: a letter or digit of any script stands there. */
bool nw_is_word_at(const nw_scanner *scanner, const char *at);
bool nw_is_letter_at(const nw_scanner *scanner, const char *at); /* not a digit of ASCII */

/* Whether the bytes from `at` to `end` are one of the names, each of which has a space after it. */
bool nw_is_listed(const char *names, const char *at, const char *end);

/* Each takes the start of a token and where to go on scanning it, sets scanner->kind, and returns
** where the token ends. */
const char *nw_scan_word(nw_scanner *scanner, const char *start, const char *at);
const char *nw_scan_number(nw_scanner *scanner, const char *start, const char *at);
const char *nw_scan_mark(nw_scanner *scanner, const char *start);

/* The same, NULL where there is no such token. */
const char *nw_scan_angle(nw_scanner *scanner, const char *start); /* <7211.T>, <br> */

/* "&lt;ACM>", "&lt;ACM.N&gt;": a code whose brackets an archive has escaped; NULL: none. */
const char *nw_scan_escaped_angle(nw_scanner *scanner, const char *start);
const char *nw_scan_bracketed(nw_scanner *scanner, const char *start); /* GM.N of (GM.N) */
/* GM.N and .DJI without brackets; `stop` is the stop. */
const char *nw_scan_bare_code(nw_scanner *scanner, const char *start, const char *stop);
const char *nw_scan_url(nw_scanner *scanner, const char *start, const char *at); /* at: after :// */
const char *nw_scan_address(nw_scanner *scanner, const char *start);             /* mail, example.com */

/* Where a word ends that a credit's role is glued to, as in "New YorkAdditional reporting by"; `end` where
** it is not. */
const char *nw_find_glue(const char *start, const char *end);

/* The length of "&amp;", "&#39;" and the like at `at`, 0 if none. */
uint32_t nw_entity_length(const char *at);

/* The length of an apostrophe at `at` with "s", "d", "m", "ll", "ve", "re" and the end of a word
** after it, 0 if none. `mark` is the length of the apostrophe. */
uint32_t nw_clitic_length(const nw_scanner *scanner, const char *at, uint32_t mark);

#endif

/*
** The text of an article: bytes, characters as SQLite counts them, code points.
*/
#ifndef NW_TEXT_H
#define NW_TEXT_H

#include "base/arena.h"
#include "base/ascii.h"

#include <string.h>

/* Zeros after a text, so that eight bytes can be read at each of its bytes. */
enum { NW_TEXT_END = 8 };

typedef struct nw_text {
    const char *bytes; /* terminated by NW_TEXT_END NULs that are not counted */
    uint32_t length;
    bool strays_join;     /* newswire_options.strays_join */
    bool ascii;           /* every byte is below 0x80: bytes are characters */
    uint32_t *characters; /* before each block of 64 bytes; bit 31: the block begins inside a
                          ** run of continuation bytes that a lead byte took. NULL before
                          ** nw_text_index, and where ascii */
} nw_text;

/* Copies the text up to its first NUL into the arena. */
void nw_text_open(nw_arena *arena, nw_text *text, const char *bytes, size_t length);

/* Makes the table of characters, in the arena, where the text is not ASCII and has none yet. */
void nw_text_index(nw_arena *arena, nw_text *text);

/* Characters before a byte, or in all if it is past the end, as SQLite counts them; needs nw_text_index. */
uint32_t nw_text_characters(const nw_text *text, uint32_t byte);

/* The length in bytes, at least 1, of the character at `bytes` (any byte from 0x80 on takes all continuation
** bytes after it, so that the end is one by every count of SQLite's), and in *code the code point it stands
** for: U+FFFD where it is malformed. */
uint32_t nw_decode(const char *bytes, const char *end, uint32_t *code);

/* Where the character that ends before `bytes` begins; `bytes` is past `start`. */
const char *nw_character_before(const char *start, const char *bytes);

/* Classes of code points, by Unicode's general category. */
bool nw_is_letter(uint32_t code); /* L*, M* and Nl */
bool nw_is_upper(uint32_t code);  /* Lu, Lt */
bool nw_is_lower(uint32_t code);  /* Ll */
bool nw_is_digit(uint32_t code);  /* Nd */
bool nw_is_space(uint32_t code);  /* Z*, tab, line breaks, other white space, U+FEFF, U+200B */

/* A terminated string that is static; it is not copied. */
static inline newswire_string nw_string(const char *literal) {
    newswire_string string = {literal, (uint32_t)strlen(literal)};
    return string;
}

/* The bytes of a span, in the text itself. */
static inline newswire_string nw_span_string(const nw_text *text, newswire_span span) {
    newswire_string string = {text->bytes + span.start, span.length};
    return string;
}

/* The span from the start of one to the end of another. */
static inline newswire_span nw_join(newswire_span first, newswire_span last) {
    newswire_span span = {first.start, last.start + last.length - first.start};
    return span;
}

/* The byte after a span's last. */
static inline uint32_t nw_span_end(newswire_span span) { return span.start + span.length; }

/* Whether two strings have the same bytes; one without bytes equals an empty one. */
static inline bool nw_string_equal(newswire_string a, newswire_string b) {
    return a.length == b.length && (a.length == 0 || memcmp(a.bytes, b.bytes, a.length) == 0);
}

/* A copy of a span in the arena with each run of white space made one space. */
newswire_string nw_collapse(nw_arena *arena, const nw_text *text, newswire_span span);

#endif

#include "base/text.h"

#include "base/bytes.h"

#include <utf8proc.h>

/* Eight bytes at a time. */
static bool is_ascii(const char *bytes, size_t length) {
    uint64_t bits = 0, eight;
    for (; length >= sizeof eight; bytes += sizeof eight, length -= sizeof eight) {
        memcpy(&eight, bytes, sizeof eight);
        bits |= eight;
    }
    for (; length > 0; length--) bits |= (unsigned char)*bytes++;
    return (bits & UINT64_C(0x8080808080808080)) == 0;
}

void nw_text_open(nw_arena *arena, nw_text *text, const char *bytes, size_t length) {
    const char *end = length ? memchr(bytes, 0, length) : NULL;
    if (end) length = (size_t)(end - bytes);
    if (length > NEWSWIRE_TEXT_LIMIT) nw_fail(arena, NEWSWIRE_TOOBIG);
    char *copy = nw_alloc(arena, length + NW_TEXT_END);
    if (length) memcpy(copy, bytes, length);
    memset(copy + length, 0, NW_TEXT_END);
    *text = (nw_text){.bytes = copy, .length = (uint32_t)length, .ascii = is_ascii(copy, length)};
}

/* Blocks of the table of characters. */
enum { BLOCK = 64 };
#define INSIDE_RUN 0x80000000u

static bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

void nw_text_index(nw_arena *arena, nw_text *text) {
    if (text->ascii || text->characters) return;
    uint32_t blocks = text->length / BLOCK + 1, count = 0;
    uint32_t *characters = nw_alloc(arena, blocks * sizeof *characters);
    unsigned char lead = text->strays_join ? 0x80 : 0xC0;
    bool taken = false; /* continuation bytes here belong to a byte before them */
    for (uint32_t i = 0; i < text->length; i++) {
        unsigned char byte = (unsigned char)text->bytes[i];
        if (i % BLOCK == 0) characters[i / BLOCK] = count | (taken ? INSIDE_RUN : 0);
        if (is_continuation(byte) && taken) continue;
        taken = byte >= lead;
        count++;
    }
    if (text->length % BLOCK == 0) characters[blocks - 1] = count | (taken ? INSIDE_RUN : 0);
    text->characters = characters;
}

uint32_t nw_text_characters(const nw_text *text, uint32_t byte) {
    if (byte > text->length) byte = text->length;
    if (text->ascii) return byte;
    unsigned char lead = text->strays_join ? 0x80 : 0xC0;
    uint32_t at = byte / BLOCK * BLOCK, count = text->characters[byte / BLOCK] & ~INSIDE_RUN;
    bool taken = text->characters[byte / BLOCK] & INSIDE_RUN;
    for (; at < byte; at++) {
        unsigned char here = (unsigned char)text->bytes[at];
        if (is_continuation(here) && taken) continue;
        taken = here >= lead;
        count++;
    }
    return count;
}

uint32_t nw_decode(const char *bytes, const char *end, uint32_t *code) {
    unsigned char lead = (unsigned char)*bytes;
    *code = lead;
    if (lead < 0x80) return 1;
    *code = 0xFFFD;
    const char *next = bytes + 1;
    while (next < end && is_continuation((unsigned char)*next)) next++;
    utf8proc_int32_t decoded;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)bytes, next - bytes, &decoded);
    if (length == next - bytes) *code = (uint32_t)decoded;
    return (uint32_t)(next - bytes);
}

const char *nw_character_before(const char *start, const char *bytes) {
    const char *lead = bytes - 1;
    while (lead > start && is_continuation((unsigned char)*lead)) lead--;
    return (unsigned char)*lead >= 0x80 || lead == bytes - 1 ? lead : lead + 1;
}

static utf8proc_category_t category(uint32_t code) { return utf8proc_category((utf8proc_int32_t)code); }

bool nw_is_letter(uint32_t code) {
    utf8proc_category_t c = category(code);
    return (c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME) || c == UTF8PROC_CATEGORY_NL;
}

bool nw_is_upper(uint32_t code) {
    if (code < 0x80) return code >= 'A' && code <= 'Z';
    utf8proc_category_t c = category(code);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool nw_is_lower(uint32_t code) {
    if (code < 0x80) return code >= 'a' && code <= 'z';
    return category(code) == UTF8PROC_CATEGORY_LL;
}

bool nw_is_digit(uint32_t code) {
    if (code < 0x80) return code >= '0' && code <= '9';
    return category(code) == UTF8PROC_CATEGORY_ND;
}

bool nw_is_space(uint32_t code) {
    if (code < 0x80) return code == ' ' || (code >= '\t' && code <= '\r');
    if (code == 0x85 || code == 0xFEFF || code == 0x200B) return true;
    utf8proc_category_t c = category(code);
    return c == UTF8PROC_CATEGORY_ZS || c == UTF8PROC_CATEGORY_ZL || c == UTF8PROC_CATEGORY_ZP;
}

/* How many of eight bytes stay as they are, up to the first that is no ASCII, a control, or a space that another
** one or either of these follows, as the ninth byte may. Sometimes fewer. */
static unsigned collapsed_bytes(uint64_t bytes) {
    const uint64_t eight_spaces = NW_EACH_BYTE * ' ';
    uint64_t others = bytes ^ eight_spaces; /* zero where a space is */
    uint64_t spaces = (others - NW_EACH_BYTE) & ~others & NW_HIGH_BITS;
    uint64_t strange = (bytes | (bytes - eight_spaces)) & NW_HIGH_BITS;
    uint64_t stops = strange | (spaces & ((spaces | strange) >> 8 | UINT64_C(1) << 63));
    return stops ? nw_bytes_before(stops) : 8;
}

newswire_string nw_collapse(nw_arena *arena, const nw_text *text, newswire_span span) {
    const char *from = text->bytes + span.start, *end = from + span.length;
    char *copy = nw_alloc(arena, span.length), *to = copy;
    bool spaced = true; /* or at the start */
    while (from < end) {
        while (!spaced && end - from >= 8) {
            unsigned count = collapsed_bytes(nw_load_bytes(from));
            memcpy(to, from, 8);
            from += count;
            to += count;
            if (count < 7) break;
        }
        if (from == end) break;
        uint32_t code = (unsigned char)*from, length = 1;
        if (code >= 0x80) length = nw_decode(from, end, &code);
        if (nw_is_space(code)) {
            spaced = true;
        } else {
            if (spaced && to > copy) *to++ = ' ';
            spaced = false;
            memcpy(to, from, length);
            to += length;
        }
        from += length;
    }
    return (newswire_string){copy, (uint32_t)(to - copy)};
}

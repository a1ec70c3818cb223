#include "sql/utf8.h"

/* The length of the well-formed character at `bytes`, or 0 (Unicode 15, table 3-7). */
static size_t character_length(const unsigned char *bytes, size_t room) {
    unsigned char lead = bytes[0];
    size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    size_t i;

    if (lead < 0xc2 || lead > 0xf4 || room < length) return 0;
    for (i = 1; i < length; i++) {
        if ((bytes[i] & 0xc0) != 0x80) return 0;
    }
    if (lead == 0xe0 && bytes[1] < 0xa0) return 0; /* longer than need be */
    if (lead == 0xed && bytes[1] > 0x9f) return 0; /* surrogates */
    if (lead == 0xf0 && bytes[1] < 0x90) return 0;
    if (lead == 0xf4 && bytes[1] > 0x8f) return 0; /* beyond U+10FFFF */
    return length;
}

size_t nw_append_character(sqlite3_str *out, const char *bytes, const char *end) {
    size_t length = character_length((const unsigned char *)bytes, (size_t)(end - bytes));

    if (length == 0) {
        sqlite3_str_append(out, "\xef\xbf\xbd", 3);
        return 1;
    }
    sqlite3_str_append(out, bytes, (int)length);
    return length;
}

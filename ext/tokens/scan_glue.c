#include "tokens/scan.h"

/* What begins a credit, as it stands behind a word whose space an archive lost. */
static const char *const roles[] = {"Additional", "Reporting", "Writing", "Editing", "Compiled",
                                    "Compiling",  "Edited",    "Written", "Graphic", "Graphics"};

/* Whether "by" follows, after a few words in small letters at most: "reporting and writing by". */
static bool is_before_by(const char *at) {
    enum { WORDS = 5, BYTES = 16 };
    for (int words = 0; words < WORDS && *at == ' '; words++) {
        const char *word = ++at;
        while (at - word < BYTES && nw_byte_is(*at, NW_BYTE_LOWER)) at++;
        if (at == word) return false;
        if (at - word == 2 && memcmp(word, "by", 2) == 0) return *at == ' ';
    }
    return false;
}

const char *nw_find_glue(const char *start, const char *end) {
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        size_t length = strlen(roles[i]);
        if ((size_t)(end - start) <= length || memcmp(end - length, roles[i], length) != 0) continue;
        if (nw_byte_is(end[-(ptrdiff_t)length - 1], NW_BYTE_LOWER) && is_before_by(end)) return end - length;
    }
    return end;
}

/* Unicode forms: the keys of names, norms of tokens, normalized text. */
#include "harness.h"

#include "base/fold.h"

#include <time.h>
#include <utf8proc.h>

static nw_arena arena;

typedef struct folding {
    const char *text;
    const char *fold;
    const char *norm;
    const char *normalized;
} folding;

static const folding foldings[] = {
    {"", "", "", ""},
    {"General Motors", "general motors", "general motors", "General Motors"},
    {"Citro\xc3\xabn", "citroen", "citro\xc3\xabn", "Citro\xc3\xabn"},
    {"Citroe\xcc\x88n", "citroen", "citro\xc3\xabn", "Citro\xc3\xabn"}, /* a mark of its own */
    {"e\xcc\x81", "e", "\xc3\xa9", "\xc3\xa9"},
    {"\xcc\x81", "", "\xcc\x81", "\xcc\x81"}, /* a mark without a letter */
    {"Wa\xc5\x82\xc4\x99sa", "walesa", "wa\xc5\x82\xc4\x99sa", "Wa\xc5\x82\xc4\x99sa"},
    {"\xc3\x98rsted M\xc3\xa6rsk", "orsted maersk", "\xc3\xb8rsted m\xc3\xa6rsk",
     "\xc3\x98rsted M\xc3\xa6rsk"},
    {"Stra\xc3\x9f"
     "e",
     "strasse", "strasse",
     "Stra\xc3\x9f"
     "e"},
    {"\xc4\xb0stanbul", "istanbul", "i\xcc\x87stanbul", "\xc4\xb0stanbul"},
    {"\xe2\x80\x9cIt\xe2\x80\x99s\xe2\x80\x9d", "\"it's\"", "\"it's\"", "\"It's\""},
    {"\xc2\xabnon\xc2\xbb", "\"non\"", "\"non\"", "\"non\""},
    {"1990\xe2\x80\x93"
     "95 \xe2\x80\x94 \xe2\x88\x92"
     "2",
     "1990-95 - -2", "1990-95 - -2", "1990-95 - -2"},
    {"\xef\xbc\xa1\xef\xbc\xa2", "ab", "ab", "\xef\xbc\xa1\xef\xbc\xa2"}, /* full width */
    {"\xef\xac\x81nance", "finance", "finance", "\xef\xac\x81nance"},     /* ligature fi */
    {"5\xc2\xbd",
     "51\xe2\x81\x84"
     "2",
     "51\xe2\x81\x84"
     "2",
     "5\xc2\xbd"},
    {"co\xc2\xadop", "coop", "co\xc2\xadop", "co\xc2\xadop"}, /* soft hyphen */
    {"a\xc2\xa0"
     "b",
     "a b", "a b", "a b"},
    {" \t two\r\n\n lines \xe2\x80\xa8 ", " \t two\r\n\n lines \xe2\x80\xa8 ",
     " \t two\r\n\n lines \xe2\x80\xa8 ", "two lines"},
    {"a\x01\x7f"
     "b",
     "a\x01\x7f"
     "b",
     "a\x01\x7f"
     "b",
     "ab"},
    {"\xff"
     "a\xc3",
     "\xef\xbf\xbd"
     "a\xef\xbf\xbd",
     "\xef\xbf\xbd"
     "a\xef\xbf\xbd",
     "\xef\xbf\xbd"
     "a\xef\xbf\xbd"},
    {"\xed\xa0\x80", "\xef\xbf\xbd", "\xef\xbf\xbd", "\xef\xbf\xbd"},             /* a surrogate */
    {"\xea\xb0\x80\xe1\x86\xa8", "\xea\xb0\x81", "\xea\xb0\x81", "\xea\xb0\x81"}, /* Hangul joins */
    {"\xe1\x84\x80\xe1\x85\xa1", "\xea\xb0\x80", "\xea\xb0\x80", "\xea\xb0\x80"},
    {"\xe0\xa4\xb9\xe0\xa4\xbf\xe0\xa4\xa8\xe0\xa5\x8d\xe0\xa4\xa6\xe0\xa5\x80",
     "\xe0\xa4\xb9\xe0\xa4\xbf\xe0\xa4\xa8\xe0\xa5\x8d\xe0\xa4\xa6\xe0\xa5\x80",
     "\xe0\xa4\xb9\xe0\xa4\xbf\xe0\xa4\xa8\xe0\xa5\x8d\xe0\xa4\xa6\xe0\xa5\x80",
     "\xe0\xa4\xb9\xe0\xa4\xbf\xe0\xa4\xa8\xe0\xa5\x8d\xe0\xa4\xa6\xe0\xa5\x80"}, /* Hindi: vowel signs are letters */
    {"\xe3\x81\x8b\xe3\x82\x99", "\xe3\x81\x8c", "\xe3\x81\x8c",
     "\xe3\x81\x8c"}, /* Kana: so are voicing marks */
    {"\xef\xbe\x8a\xef\xbe\x9e\xef\xbd\xbd", "\xe3\x83\x90\xe3\x82\xb9", "\xe3\x83\x90\xe3\x82\xb9",
     "\xef\xbe\x8a\xef\xbe\x9e\xef\xbd\xbd"}, /* of half width: bus, not hasu */
    {"\xe0\xb8\x99\xe0\xb9\x89\xe0\xb8\xb3", "\xe0\xb8\x99\xe0\xb9\x89\xe0\xb9\x8d\xe0\xb8\xb2",
     "\xe0\xb8\x99\xe0\xb9\x89\xe0\xb9\x8d\xe0\xb8\xb2",
     "\xe0\xb8\x99\xe0\xb9\x89\xe0\xb8\xb3"}, /* Thai: tone marks */
    {"\xd0\xb9\x20\xd0\x81\xd0\xbb\xd0\xba\xd0\xb0\x20\xce\x86",
     "\xd0\xb8\x20\xd0\xb5\xd0\xbb\xd0\xba\xd0\xb0\x20\xce\xb1",
     "\xd0\xb9\x20\xd1\x91\xd0\xbb\xd0\xba\xd0\xb0\x20\xce\xac",
     "\xd0\xb9\x20\xd0\x81\xd0\xbb\xd0\xba\xd0\xb0\x20\xce\x86"}, /* Cyrillic, Greek: accents */
    {"\xd7\xa9\xd6\xb8\xd7\x81\xd7\x9c\xd7\x95\xd6\xb9\xd7\x9d", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
     "\xd7\xa9\xd6\xb8\xd7\x81\xd7\x9c\xd7\x95\xd6\xb9\xd7\x9d",
     "\xd7\xa9\xd6\xb8\xd7\x81\xd7\x9c\xd7\x95\xd6\xb9\xd7\x9d"}, /* Hebrew points */
    {"\xd9\x85\xd9\x8f\xd8\xad\xd9\x8e\xd9\x85\xd9\x8e\xd9\x91\xd8\xaf", "\xd9\x85\xd8\xad\xd9\x85\xd8\xaf",
     "\xd9\x85\xd9\x8f\xd8\xad\xd9\x8e\xd9\x85\xd9\x8e\xd9\x91\xd8\xaf",
     "\xd9\x85\xd9\x8f\xd8\xad\xd9\x8e\xd9\x85\xd9\x8e\xd9\x91\xd8\xaf"}, /* Arabic points */
};

static const char *folded(const char *text, size_t length, nw_fold_form form) {
    return test_string(nw_fold_string(&arena, text, length, form));
}

static void test_forms(void) {
    for (size_t i = 0; i < sizeof foldings / sizeof *foldings; i++) {
        const folding *row = &foldings[i];
        CHECK_STRING(folded(row->text, strlen(row->text), NW_FOLD), row->fold);
        CHECK_STRING(folded(row->text, strlen(row->text), NW_NORM), row->norm);
        CHECK_STRING(folded(row->text, strlen(row->text), NW_NORMALIZE), row->normalized);
    }
}

/* What a user may rely on for every character: folding twice changes nothing, and no form breaks UTF-8. */
static void test_every_character(void) {
    unsigned twice = 0, broken = 0, short_way = 0;
    for (utf8proc_int32_t code = 1; code < 0x110000; code++) {
        char text[16];
        if (!utf8proc_codepoint_valid(code)) continue;
        size_t length = (size_t)utf8proc_encode_char(code, (utf8proc_uint8_t *)text);
        for (int form = NW_FOLD; form <= NW_NORMALIZE; form++) {
            newswire_string once = nw_fold_string(&arena, text, length, (nw_fold_form)form);
            newswire_string again = nw_fold_string(&arena, once.bytes, once.length, (nw_fold_form)form);
            char small[64];
            size_t small_length = nw_fold_short(text, length, (nw_fold_form)form, small, sizeof small);
            if (once.length != again.length || memcmp(once.bytes, again.bytes, once.length) != 0) {
                if (twice++ < 3) printf("U+%04X form %d\n", (unsigned)code, form);
            }
            if (small_length != once.length || memcmp(small, once.bytes, once.length) != 0) short_way++;
            utf8proc_int32_t decoded;
            for (uint32_t i = 0; i < once.length;) {
                utf8proc_ssize_t step =
                    utf8proc_iterate((const utf8proc_uint8_t *)once.bytes + i, once.length - i, &decoded);
                if (step < 1) {
                    broken++;
                    break;
                }
                i += (uint32_t)step;
            }
        }
        if (code % 4096 == 0) nw_arena_close(&arena);
    }
    CHECK(twice == 0, "%u characters change when folded twice", twice);
    CHECK(broken == 0, "%u results are not UTF-8", broken);
    CHECK(short_way == 0, "%u results differ in nw_fold_short", short_way);
}

static void test_short_room(void) {
    char result[8];
    CHECK(nw_fold_short("ABCDEFGH", 8, NW_FOLD, result, 8) == 8 && memcmp(result, "abcdefgh", 8) == 0,
          "fits");
    CHECK(nw_fold_short("ABCDEFGHI", 9, NW_FOLD, result, 8) == SIZE_MAX, "does not fit");
    CHECK(nw_fold_short("\xef\xb7\xba", 3, NW_NORM, result, 8) == SIZE_MAX, "does not fit when decomposed");
}

static double seconds_to_fold(const char *piece, uint32_t times, nw_fold_form form, uint32_t *length) {
    size_t size = strlen(piece);
    char *text = malloc(size * times);
    for (uint32_t i = 0; i < times; i++) memcpy(text + size * i, piece, size);
    clock_t start = clock();
    *length = nw_fold_string(&arena, text, size * times, form).length;
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    free(text);
    nw_arena_close(&arena);
    return seconds;
}

/* Floods of marks, whose ordering is quadratic in textbooks, and of the character that grows most. */
static void test_hostile(void) {
    static const char *pieces[] = {"\xcc\x95\xcc\xa1", "\xef\xb7\xba", "e\xcc\x81", "\xe1\x84\x80", "\xff"};
    uint32_t length;
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
        for (int form = NW_FOLD; form <= NW_NORMALIZE; form++) {
            double seconds = seconds_to_fold(pieces[i], 300000, (nw_fold_form)form, &length);
            CHECK(seconds < 3, "piece %u form %d: %f s", (unsigned)i, form, seconds);
        }
    seconds_to_fold("e\xcc\x81", 1000, NW_NORM, &length);
    CHECK(length == 2000, "composed: %" PRIu32, length);
}

int main(void) {
    nw_arena_open(&arena, test_allocator());
    test_forms();
    test_every_character();
    test_short_room();
    test_hostile();
    nw_arena_close(&arena);
    return test_end("fold");
}

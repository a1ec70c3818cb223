/* The number reader: digits, words, fractions and scales to the double a reader would write down. */
#include "harness.h"

#include "lexicon/sentence_words.h"
#include "values/numbers.h"

static const struct {
    const char *text;
    const char *span; /* what of it is the number; NULL: none begins there */
    double value;
    uint32_t tokens;
} cases[] = {
    /* digits */
    {"7", "7", 7, 1},
    {"0", "0", 0, 1},
    {"9.5 and more", "9.5", 9.5, 1},
    {".75 of it", ".75", 0.75, 1},
    {"1,200 sheep", "1,200", 1200, 1},
    {"12,345,678 votes", "12,345,678", 12345678, 1},
    {"1,50,000 rupees", "1,50,000", 150000, 1},
    {"8,378.36 at noon", "8,378.36", 8378.36, 1},
    {"0.1", "0.1", 0.1, 1},
    {"0.3", "0.3", 0.3, 1},
    {"123456789012345", "123456789012345", 123456789012345.0, 1},
    {"0.000123", "0.000123", 0.000123, 1},
    {"1.005", "1.005", 1.005, 1},
    /* fractions in digits */
    {"2-1/2 points", "2-1/2", 2.5, 1},
    {"7-5/8 pct", "7-5/8", 7.625, 1},
    {"2 1/2 points", "2 1/2", 2.5, 2},
    {"1/4 point", "1/4", 0.25, 1},
    {"3/8", "3/8", 0.375, 1},
    {"12-15/16", "12-15/16", 12.9375, 1},
    {"2\xc2\xbd hours", "2\xc2\xbd", 2.5, 0},
    {"\xc2\xbe of it", "\xc2\xbe", 0.75, 0},
    {"24/7 service", "24", 24, 0},
    /* words */
    {"two", "two", 2, 1},
    {"Seventeen sailors", "Seventeen", 17, 1},
    {"twenty-five", "twenty-five", 25, 1},
    {"ninety nine", "ninety nine", 99, 2},
    {"a hundred", "a hundred", 100, 2},
    {"one hundred", "one hundred", 100, 2},
    {"a hundred and five", "a hundred and five", 105, 4},
    {"two hundred and forty-one", "two hundred and forty-one", 241, 4},
    {"three thousand two hundred", "three thousand two hundred", 3200, 4},
    {"five thousand and six", "five thousand and six", 5006, 4},
    {"a million", "a million", 1e6, 2},
    {"two hundred thousand", "two hundred thousand", 200000, 3},
    {"two thousand million", "two thousand million", 2e9, 3},
    {"one million three hundred thousand and two", "one million three hundred thousand and two", 1300002, 7},
    {"two dozen eggs", "two dozen", 24, 2},
    {"a dozen eggs", "a dozen", 12, 2},
    {"four and five", "four", 4, 1},
    {"hundred of them", NULL, 0, 0},
    {"million", NULL, 0, 0},
    /* fractions in words */
    {"half", "half", 0.5, 1},
    {"a half", "a half", 0.5, 2},
    {"a third", "a third", 1.0 / 3, 2},
    {"one-third", "one-third", 1.0 / 3, 1},
    {"two-thirds", "two-thirds", 2.0 / 3, 1},
    {"two thirds", "two thirds", 2.0 / 3, 2},
    {"a quarter", "a quarter", 0.25, 2},
    {"three-quarters", "three-quarters", 0.75, 1},
    {"three quarters", "three quarters", 0.75, 2},
    {"a fifth", "a fifth", 0.2, 2},
    {"two fifths", "two fifths", 0.4, 2},
    {"one and a half", "one and a half", 1.5, 4},
    {"two and a half million", "two and a half million", 2.5e6, 5},
    {"three-and-a-half", "three-and-a-half", 3.5, 1},
    {"six and three-quarters", "six and three-quarters", 6.75, 3},
    {"half a million", "half a million", 5e5, 3},
    {"a quarter of a million", "a quarter of a million", 2.5e5, 5},
    {"half a dozen", "half a dozen", 6, 3},
    /* scales */
    {"2.5 million", "2.5 million", 2.5e6, 2},
    {"66.2 billion", "66.2 billion", 66.2e9, 2},
    {"three million", "three million", 3e6, 2},
    {"1.2bn", "1.2bn", 1.2e9, 0},
    {"4m", "4m", 4e6, 0},
    {"12k", "12k", 12000, 0},
    {"5.4 mln", "5.4 mln", 5.4e6, 2},
    {"5.4 bln", "5.4 bln", 5.4e9, 2},
    {"1.1 trillion", "1.1 trillion", 1.1e12, 2},
    {"3 tn", "3 tn", 3e12, 2},
    {"2-million", "2-million", 2e6, 1},
    {"7 hundred thousand", "7 hundred thousand", 7e5, 3},
    {"500 crore", "500 crore", 5e9, 2},
    {"2-1/2 million", "2-1/2 million", 2.5e6, 2},
    {"1.1 million", "1.1 million", 1.1e6, 2},
    {"0.7 billion", "0.7 billion", 7e8, 2},
    {"8.2m", "8.2m", 8.2e6, 0},
    {"5 m away", "5", 5, 1},
    /* signs */
    {"-0.13", "-0.13", -0.13, 0},
    {"+2.1", "+2.1", 2.1, 0},
    {"\xe2\x88\x92"
     "4",
     "\xe2\x88\x92"
     "4",
     -4, 0},
    {"minus 3", "minus 3", -3, 2},
    /* no numbers */
    {"several", NULL, 0, 0},
    {"a car", NULL, 0, 0},
    {"point", NULL, 0, 0},
    {"percent", NULL, 0, 0},
    {"the", NULL, 0, 0},
};

static void check_case(size_t i) {
    nw_arena arena;
    nw_reading reading;
    nw_number number;
    uint32_t tokens = 0;
    memset(&reading, 0, sizeof reading);
    nw_arena_open(&arena, test_allocator());
    nw_text_open(&arena, &reading.text, cases[i].text, strlen(cases[i].text));
    nw_tokenize(&arena, &reading.text, nw_is_abbreviation, &reading.tokens);
    nw_find_words(&arena, &reading);
    bool found = nw_read_number(&reading, 0, reading.tokens.count, &number, &tokens);
    CHECK(found == (cases[i].span != NULL), "%s: %s", cases[i].text, found ? "a number" : "no number");
    if (found && cases[i].span) {
        char span[100];
        snprintf(span, sizeof span, "%.*s", (int)number.span.length, reading.text.bytes + number.span.start);
        CHECK_STRING(span, cases[i].span);
        CHECK(number.value == cases[i].value, "%s: got %.17g, wanted %.17g", cases[i].text, number.value,
              cases[i].value);
        if (cases[i].tokens) CHECK(tokens == cases[i].tokens, "%s: %u tokens", cases[i].text, tokens);
    }
    nw_arena_close(&arena);
}

/* All decimals of up to six digits read as the compiler's own conversion does. */
static void test_rounding(void) {
    int wrong = 0;
    for (uint64_t digits = 1; digits < 1000000; digits += 37)
        for (int places = 0; places <= 9; places++) {
            char text[40];
            snprintf(text, sizeof text, "%llue-%d", (unsigned long long)digits, places);
            wrong += nw_decimal(digits, -places) != strtod(text, NULL);
        }
    CHECK(wrong == 0, "%d of them", wrong);
    CHECK(nw_decimal(34, -2) == 0.34, "cents");
    CHECK(nw_decimal(662, 8) == 66.2e9, "billions");
}

int main(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_case(i);
    test_rounding();
    return test_end("numbers");
}

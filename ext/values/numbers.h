/*
** The number reader: digits, words, fractions and mixtures of them to a double, correctly rounded where
** the number has at most 15 digits.
**
**     9.5   1,200   2-1/2   7-5/8   1/4   two   twenty-five   a hundred and five   half   three-quarters
**     one-third   two dozen   2.5 million   1.2bn   three and a half million   half a million   -0.13
*/
#ifndef NW_NUMBERS_H
#define NW_NUMBERS_H

#include "values/pieces.h"

typedef enum nw_number_form {
    NW_NUMBER_DIGITS,  /* 9.5, 2-1/2, also with a scale in words: 2.5 million */
    NW_NUMBER_WORDS,   /* two, a hundred and five */
    NW_NUMBER_FRACTION /* in words: half, a third, three-quarters; "half a million" is in words */
} nw_number_form;

typedef struct nw_number {
    newswire_span span; /* with its sign and scale: "-0.13", "66.2 billion" */
    double value;
    double coefficient; /* without its scale: 66.2 */
    uint64_t digits;    /* where `exact`: value = digits * 10 ^ exponent, but for the sign */
    int exponent;
    int scale; /* power of ten of its scale: 9 for "billion"; 0: none */
    bool exact;
    bool negative;
    bool has_sign;   /* a plus or minus is written */
    bool grouped;    /* 1,200 */
    uint8_t figures; /* digits before the point; 0 in words */
    uint8_t decimals;
    uint8_t form;   /* nw_number_form */
    uint32_t token; /* the token that holds its start */
    nw_piece last;  /* its last piece */
} nw_number;

/* The latest number that was looked for. All zero to begin with; for one article. */
typedef struct nw_number_memo {
    uint32_t known; /* the byte where it begins, and 1; 0: none */
    bool glued_letter;
    bool found;
    nw_number number;
} nw_number_memo;

/* Reads a number that begins at a piece. `glued_letter` lets k, m, b, t and the like multiply: after a sign
** of money "5m" is five million. Returns false where none begins. */
bool nw_parse_number(const nw_value_reader *reader, const nw_piece *first, bool glued_letter,
                     nw_number *number);

/* The number times a power of ten, as exactly as the number itself: cents to dollars. */
double nw_number_times(const nw_number *number, int power);

/* digits * 10 ^ exponent, correctly rounded for at most 15 digits and powers up to 22. */
double nw_decimal(uint64_t digits, int exponent);

/* For other stages: reads the number that begins with a token and ends before token `end`. Fills the number
** and how many tokens it touches; false where none begins there. The last token may reach farther than the
** number: "15-member", "2.1-2.4%". */
bool nw_read_number(const nw_reading *reading, uint32_t token, uint32_t end, nw_number *number,
                    uint32_t *token_count);

#endif

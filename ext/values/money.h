/*
** Money: "$1.2bn", "US$ 2.51", "66.2 billion Taiwan dlrs", "34 cts", "EUR 5m", with its ISO 4217 code.
*/
#ifndef NW_MONEY_H
#define NW_MONEY_H

#include "values/numbers.h"

/* What stands before an amount. */
typedef struct nw_money_sign {
    const char *code; /* ISO 4217; NULL: nothing stands there */
    uint32_t start;   /* byte where it begins */
    uint32_t token;
} nw_money_sign;

/* A currency's sign or code right before a piece of digits: "$", "US$", "EUR ", "Rs ". */
nw_money_sign nw_money_before(nw_value_reader *reader, const nw_piece *digits);

/* A currency after a number (its number->last): "dlrs", "Taiwan dlrs", "cents", "EUR". Gives its code and
** power of ten (-2 for cents) and moves *last to its last piece. NULL: none. */
const char *nw_money_after(nw_value_reader *reader, const nw_number *number, nw_piece *last, int *power);

/* The sign of money that was asked for last, by its bytes. All zero to begin with; for one article. */
typedef struct nw_sign_memo {
    uint32_t sign;
    const char *codes;
} nw_sign_memo;

/* Whether the bytes from `start` to before `end` are a sign of money, "$" or the like. */
bool nw_is_money_sign(const nw_value_reader *reader, uint32_t start, uint32_t end);

#endif

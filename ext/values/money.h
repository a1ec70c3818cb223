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

/* A sign of money, "$" or the like, by its character. */
bool nw_is_money_mark(uint32_t mark);

#endif

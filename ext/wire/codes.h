/*
** The structure of instrument codes: what stands between brackets, judged by its letters alone.
*/
#ifndef NW_CODES_H
#define NW_CODES_H

#include "lexicon/lexicon.h"

typedef struct nw_code {
    newswire_string code; /* within the text that was read, without a tag ("NYSE:") or a menu (": Quote") */
    const char *exchange; /* the market's name, static; NULL: none, or not known */
    uint8_t kind;         /* newswire_instrument_kind */
    bool bare;            /* a root alone, <GM>: only the words before it can show that it is a code */
} nw_code;

/* Reads what stands inside brackets opened by '<', '(' or '['. Angle brackets are for codes and little else,
** so that more shapes count in them. Returns whether it is a code. */
bool nw_read_code(newswire_string inside, char bracket, nw_code *code);

#endif

/*
** What an instrument code is the code of: the words it follows.
*/
#ifndef NW_CODE_NAMES_H
#define NW_CODE_NAMES_H

#include "lexicon/words.h"

/* The name that ends before a token: "Toyota" of "a plant of Toyota <7203.T>", "Stoxx Europe
** banks index" of "the Stoxx Europe banks index <.SX7P>". Length 0: none. */
newswire_span nw_code_name(const nw_reading *reading, uint32_t token, uint8_t kind);

#endif

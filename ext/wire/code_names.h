/*
** What an instrument code is the code of: the words it follows.
*/
#ifndef NW_CODE_NAMES_H
#define NW_CODE_NAMES_H

#include "lexicon/words.h"

/* The name that ends before a token: "Mitsubishi Motors" of "talks with Mitsubishi Motors <7211.T>", "Stoxx
** Europe autos index" of "the Stoxx Europe autos index <.SXAP>". Length 0: none. */
newswire_span nw_code_name(const nw_reading *reading, uint32_t token, uint8_t kind);

#endif

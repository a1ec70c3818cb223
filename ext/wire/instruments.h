/*
** Instrument codes of wire copy: <7211.T>, (DAI.DE), [O:MSFT]. Reuters instrument code structure.
*/
#ifndef NW_INSTRUMENTS_H
#define NW_INSTRUMENTS_H

#include "lexicon/words.h"

typedef NW_ARRAY(newswire_instrument) nw_instruments;

/* Fills all but `entity`. */
void nw_find_instruments(nw_arena *arena, const nw_reading *reading, nw_instruments *instruments);

#endif

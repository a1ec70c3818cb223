/*
** Clues to which offer of a cue is its content (offers.h): those of the cue, and of each place where a content may
** begin or end.
*/
#ifndef NW_OFFER_CLUES_H
#define NW_OFFER_CLUES_H

#include "quotes/offers.h"

/* Of the cue, looked up in rows, by shape: those that cost little to find, and the others. */
void nw_gather_cue(const nw_offers *offers, nw_clues *clues);
void nw_gather_more_of_cue(const nw_offers *offers, nw_clues *clues);

/* Of places, by their numbers in the offers' tables. */
void nw_gather_before(const nw_offers *offers, uint32_t before, nw_clues *clues);
void nw_gather_start(const nw_offers *offers, uint32_t start, nw_clues *clues);
void nw_gather_end(const nw_offers *offers, uint32_t end, nw_clues *clues);

/* Of the offer that the rules have. */
void nw_gather_ruled(const nw_offers *offers, const nw_offer *offer, nw_clues *clues);

#endif

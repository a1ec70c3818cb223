/*
** Choosing, by the model, which of a cue's offers (offers.h) is its content.
*/
#ifndef NW_CHOOSE_H
#define NW_CHOOSE_H

#include "quotes/offer_clues.h"

/* ---- choose.c: the cues of one sentence after the other, each looked at twice (looks.h) ---- */

/* Fills an empty linker with what the model makes of the rules' links. */
void nw_choose_offers(const nw_quote_model *model, const nw_linker *rules, nw_linker *linker);

/* Whether the rules' link of a cue stays as it is, as for speech in marks. */
bool nw_is_certain(const nw_linker *rules, const nw_attribution *ruled, const nw_stretch *pieces,
                   uint32_t piece_count);

/* Whether the rules are so sure of what they made of a cue that it may be a quote inside another. */
bool nw_may_be_nested(const nw_attribution *ruled);

/* ---- scores.c ---- */

/* In NW_WEIGHT_STEPS: if every shape of content is further behind "no content" than this, none is looked for; the second
** is for what may be nested. */
enum { NW_LEAST_LEAD = -40, NW_LEAST_LEAD_NESTED = -96 };

/* The sums of weights of a cue by shape of its content, after nw_find_places. False where no shape has a lead of `least`
** over nothing. */
bool nw_score_shapes(const nw_quote_model *model, const nw_offers *offers, int32_t least,
                     int32_t shapes[NW_ROW_WEIGHTS]);

/* The same of all its offers: each a logarithm of how likely it is, in NW_WEIGHT_STEPS. */
void nw_score_offers(const nw_quote_model *model, const nw_offers *offers,
                     const int32_t shapes[NW_ROW_WEIGHTS], int32_t scores[NW_MOST_OFFERS]);

/* Of two offers or more, the content most likely to be right for the most part. *sure: how likely it is that there is a
** content, in 65,536ths. */
uint32_t nw_choose_offer(const nw_offers *offers, const int32_t *scores, uint32_t *sure);

/* How often a content of this certainty is right, both in 65,536ths. */
uint32_t nw_share_right(const nw_quote_model *model, uint32_t sure);

#endif

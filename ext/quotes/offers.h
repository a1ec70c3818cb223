/*
** Offers: what a cue may introduce. The rules link a cue with one content; the model chooses which of several it is, or
** none (choose.h).
*/
#ifndef NW_OFFERS_H
#define NW_OFFERS_H

#include "quotes/clues.h"
#include "quotes/linker.h"

/* Where the content stands. */
typedef enum nw_shape {
    NW_SHAPE_NOTHING,
    NW_SHAPE_AFTER,         /* X said that … */
    NW_SHAPE_BEFORE,        /* …, X said */
    NW_SHAPE_AROUND,        /* …, X said, … */
    NW_SHAPE_SUBJECT_AFTER, /* … is expected to … */
    NW_SHAPE_SUBJECT,       /* … was rejected by X */
    NW_SHAPES
} nw_shape;

enum { NW_MOST_ENDS = 14, NW_MOST_STARTS = 2, NW_MOST_BEFORES = 4, NW_MOST_OFFERS = 64, NW_NO_PLACE = 255 };

/* A content a cue may have: places in the tables of nw_offers, or NW_NO_PLACE. */
typedef struct nw_offer {
    uint8_t shape;  /* nw_shape */
    uint8_t before; /* where what stands before the cue begins */
    uint8_t start;  /* where what stands after it begins */
    uint8_t end;    /* and ends */
    bool ruled;     /* it is what the rules have */
} nw_offer;

/* What stands between the beginning of a content and a token. */
typedef struct nw_passed {
    uint32_t commas, verbs, cues; /* helpers and finite verbs; cues that are likely */
    uint32_t next_verb;           /* the first verb soon after it, or the sentence's end: of an end alone */
} nw_passed;

typedef struct nw_offers {
    const nw_linker *linker; /* the rules' */
    const nw_cue_place *place;
    const nw_cue *cue;
    const nw_attribution *ruled; /* what the rules make of it; NULL: nothing */
    const nw_stretch *pieces;    /* of it */
    uint32_t piece_count;
    nw_stretch subject; /* before a cue that may be impersonal; else empty */
    uint32_t before_end;
    uint32_t after_quote; /* where the content goes on behind cue and source; or NW_NO_TOKEN */
    uint32_t befores[NW_MOST_BEFORES], before_count;
    uint32_t starts[NW_MOST_STARTS + 1], start_count; /* with after_quote, where there is one, as the last */
    uint32_t ends[NW_MOST_ENDS], end_count;
    nw_passed passed[NW_MOST_ENDS]; /* from starts[0] to each end */
    nw_passed all;                  /* to the end of the sentence */
    nw_offer offers[NW_MOST_OFFERS];
    uint32_t count;
} nw_offers;

/* Fills in where the content of a cue may begin, by its index; `pieces` are the rules' content of it. */
void nw_find_places(const nw_linker *linker, uint32_t index, const nw_stretch *pieces, uint32_t piece_count,
                    nw_offers *offers);

/* Then where it may end, and all it may introduce; the first offer is nothing. */
void nw_make_offers(nw_offers *offers);

/* Adds what a stretch holds. */
void nw_pass(const nw_offers *offers, uint32_t first, uint32_t end, nw_passed *passed);

/* The stretches of an offer, at most two, none empty, or the rules'; gives how many. */
uint32_t nw_offer_pieces(const nw_offers *offers, const nw_offer *offer, nw_stretch pieces[2]);

#endif

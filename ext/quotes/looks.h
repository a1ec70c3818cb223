/*
** Looks: each cue of a sentence is looked at twice. The first look is at the cue alone (scores.c); the second also weighs
** what the first made of its neighbours: a cue inside another's content seldom has a quote of its own, and a content
** ends where the next one's speaker begins.
*/
#ifndef NW_QUOTES_LOOKS_H
#define NW_QUOTES_LOOKS_H

#include "quotes/offer_clues.h"

/* What the looks make of a cue. */
typedef struct nw_look {
    uint32_t index; /* of the cue */
    uint32_t verb;  /* its token */
    uint64_t word;  /* a number for that (nw_word_in) */
    uint32_t first; /* how sure the first look was that it introduces something, in 65,536ths */
    uint32_t sure;  /* and the second */
    uint32_t best;  /* the offer that is taken, if any is */
    bool certain;   /* speech in marks: nothing is chosen */
    uint8_t shape;  /* nw_shape of the best */
    uint8_t count;  /* of its pieces: the first and the last of them */
    nw_stretch pieces[2];
    const nw_stretch *ruled; /* the rules' pieces */
    uint32_t ruled_count;
    nw_offers offers;
    int32_t scores[NW_MOST_OFFERS];
} nw_look;

/* The quote that was taken last. */
typedef struct nw_said_before {
    uint32_t sentence; /* ordinal of its cue, or 0 */
    nw_stretch source;
    bool marked;
} nw_said_before;

/* The looks at the cues of a sentence. */
typedef struct nw_looks {
    const nw_linker *linker;  /* the rules' */
    const nw_stretch *pieces; /* of the rules' attributions (nw_gather_pieces) */
    const uint32_t *first_piece;
    nw_said_before before;
    uint32_t count;
    nw_look items[NW_SENTENCE_CUES];
} nw_looks;

/* Looks at the cues of the sentence of cue `index` for the first time. Gives the index of the first cue past it. */
uint32_t nw_look_first(const nw_quote_model *model, nw_looks *looks, uint32_t index);

/* And for the second time. */
void nw_look_again(const nw_quote_model *model, nw_looks *looks);

/* Notes the last quote of the sentence. */
void nw_note_said(nw_looks *looks);

/* Clues from the neighbours to a cue, and to where its content ends: lone clues. */
void nw_gather_neighbours(const nw_looks *looks, const nw_look *look, nw_clues *clues);
void nw_gather_end_neighbours(const nw_looks *looks, const nw_look *look, uint32_t end, nw_clues *clues);

enum {
    NW_LEAST_TAKEN = 25000,   /* how sure the model is of a content that is taken, in 65,536ths */
    NW_LEAST_LOOKED_AT = 8000 /* of the first look: below, there is no second */
};

#endif

/*
** Linking: which content belongs to which cue and source.
*/
#ifndef NW_LINKING_H
#define NW_LINKING_H

#include "quotes/cues.h"

/* How an attribution is built; its score follows from it. */
typedef enum nw_pattern_of_quote {
    NW_QUOTED_BEFORE, /* "...," X said */
    NW_QUOTED_AFTER,  /* X said: "..." */
    NW_QUOTED_ALONE,  /* marks, and no cue */
    NW_CLAUSE_BEFORE, /* ..., X said. */
    NW_CLAUSE_AFTER,  /* X said that ... */
    NW_ACCORDING_TO,
    NW_NOUN_CUE /* X's insistence that ... */
} nw_pattern_of_quote;

/* nw_attribution.sure where the rules leave no doubt, and no model was asked. */
enum { NW_SURE = 65535 };

typedef struct nw_attribution {
    nw_stretch cue;    /* empty: none */
    nw_stretch source; /* empty: none */
    nw_stretch meant;  /* where the source is "who", what that stands for; else empty */
    nw_stretch addressee;
    uint32_t first;    /* its first token of content; set when all is linked */
    uint32_t pieces;   /* how many */
    uint32_t last_end; /* end of the piece added last */
    uint32_t tail;     /* end of all that belongs to it, adjuncts of the cue too */
    uint8_t pattern;   /* nw_pattern_of_quote */
    uint8_t family;    /* nw_cue_family */
    uint8_t chance;    /* tenths */
    uint16_t sure;     /* how likely it is a quote, in 65,536ths; 0: not asked for */
    bool passive;
    bool unsaid;  /* "may say", "to say", "did not say" */
    bool dropped; /* no quote after all */
} nw_attribution;

typedef struct nw_piece {
    nw_stretch tokens;
    uint32_t attribution; /* index */
} nw_piece;

typedef NW_ARRAY(nw_attribution) nw_attributions;
typedef NW_ARRAY(nw_piece) nw_pieces;

typedef struct nw_links {
    nw_attributions attributions;
    nw_pieces pieces; /* in the order found */
    uint32_t *owner;  /* for each stretch in marks the index + 1 of its attribution, or 0 */
} nw_links;

struct nw_quote_model;
/* Links all there is, contents chosen by a model. */
void nw_link_quotes(nw_arena *arena, const struct nw_quote_model *model, const nw_clauses *clauses,
                    const nw_marks *marks, nw_cues *cues, nw_links *links);
/* The pieces of each attribution, together and in text order: those of attribution i from (*first)[i] on, before
** (*first)[i + 1]. Both with one item more than there are. */
void nw_gather_pieces(nw_arena *arena, const nw_links *links, nw_stretch **pieces, uint32_t **first);

void nw_close_links(nw_arena *arena, const nw_marks *marks, nw_links *links); /* gives back large tables */

#endif

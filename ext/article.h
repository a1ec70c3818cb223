/*
** The analysed article: an array a stage. Runs the stages in order, each when first asked for, and owns
** the arena they all write to.
*/
#ifndef NW_ARTICLE_H
#define NW_ARTICLE_H

#include "base/engine.h"
#include "moves/moves.h"
#include "quotes/quotes.h"
#include "wire/lines.h"

/* What has been run: bits of newswire_article.done. */
enum {
    NW_STAGE_TOKENS = 1, /* tokens, paragraphs, blocks, sentences */
    NW_STAGE_WORDS = 2,
    NW_STAGE_CREDITS = 4,
    NW_STAGE_INSTRUMENTS = 8,
    NW_STAGE_VALUES = 16,
    NW_STAGE_NAMES = 32,
    NW_STAGE_QUOTES = 64,
    NW_STAGE_MOVES = 128
};

struct newswire_article {
    newswire_engine *engine;
    nw_arena arena;              /* holds all that the fields below point to, but for `known` */
    unsigned done;               /* stages that have been run */
    nw_date published;           /* the options, as newswire.h explains them */
    newswire_string headline;    /* a copy */
    const newswire_names *known; /* the user's own, NULL: none */
    bool all_quotes;
    bool percent_moves;
    nw_reading reading; /* its text from the start; the rest, and what follows, by the stages */
    nw_credits credits;
    nw_instruments instruments;
    nw_values values;
    nw_names names;
    nw_quotes quotes;
    nw_moves moves;
};

#endif

/*
** Going on: in copy without quotation marks, whether a sentence beside a quote is part of it.
*/
#ifndef NW_GOING_ON_H
#define NW_GOING_ON_H

#include "quotes/kind.h"

/* Who else speaks in a sentence. */
typedef enum nw_other_speaker {
    NW_NOBODY,
    NW_SPEAKER_INSIDE, /* "I think it is late" */
    NW_SOMEBODY_THINKS,
    NW_SOMEBODY_SAYS,
    NW_ANOTHER_QUOTE, /* "…, Roth said": the sentence is out of the question */
    NW_OTHER_SPEAKERS
} nw_other_speaker;

/* Fills in nw_other_speaker for each sentence's ordinal. */
void nw_find_other_speakers(nw_arena *arena, const nw_clauses *clauses, const nw_links *links,
                            uint8_t *speakers);

/* Whether a source is the speaker of the quote it stands in: "I". */
bool nw_is_speaker_inside(const nw_clauses *clauses, nw_stretch source);

/* What is known of the quote that may go on. */
typedef struct nw_core {
    nw_speech_signs signs;
    nw_stretch cue;
    uint32_t first;    /* token of the content */
    uint32_t entity;   /* of its source, or 0 */
    unsigned source;   /* its role: nw_role_of_source */
    uint32_t sentence; /* ordinal: of its cue */
    unsigned where;    /* 0: content before the cue, 1: after, 2: around */
    unsigned family;   /* nw_cue_family */
    unsigned pattern;  /* nw_pattern_of_quote */
    uint32_t size;     /* tokens */
    bool begins;       /* the content begins its sentence */
    bool ends;         /* or ends it */
    bool direct;       /* the content is verbatim, as far as it is known; the caller's */
} nw_core;

/* Reads what is known of a quote: its attribution, and at least one piece of content. */
void nw_read_core(const nw_clauses *clauses, const nw_attribution *attribution, const nw_stretch *pieces,
                  uint32_t count, nw_core *core);

enum { NW_MOST_BESIDE = 12 };

/* The sentences on one side of a quote that may belong to it, the nearest first. */
typedef struct nw_side {
    const nw_clauses *clauses;
    const nw_core *core;
    const uint8_t *speakers;
    bool forward;
    bool stopped; /* by another speaker's words, not by the paragraph's end */
    uint32_t count;
    uint32_t sentences[NW_MOST_BESIDE]; /* ordinals */
    nw_speech_signs signs[NW_MOST_BESIDE];
} nw_side;

/* Finds the sentences after a quote (`forward`) or before it; `side` borrows the arguments. `speakers` as
** nw_find_other_speakers gives them. */
void nw_find_side(const nw_clauses *clauses, const nw_core *core, const uint8_t *speakers, bool forward,
                  nw_side *side);

/* Clues to whether a sentence belongs to the quote, given that all nearer ones do: lone clues. */
void nw_gather_going_on(const nw_side *side, uint32_t step, nw_clues *clues);

/* How many of the sentences belong to the quote. */
uint32_t nw_choose_beside(const nw_quote_model *model, const nw_side *side);

#endif

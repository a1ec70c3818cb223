/*
** Cues: the words that introduce what somebody says or thinks.
*/
#ifndef NW_CUES_H
#define NW_CUES_H

#include "quotes/marks.h"

typedef enum nw_cue_family {
    NW_CUE_SAY,
    NW_CUE_ANNOUNCE,
    NW_CUE_CLAIM,
    NW_CUE_CONCEDE,
    NW_CUE_FORECAST,
    NW_CUE_URGE,
    NW_CUE_JUDGE, /* calls, criticises, praises */
    NW_CUE_CITE,
    NW_CUE_THINK, /* from here on not speech: used only if beliefs, wishes and findings are asked for */
    NW_CUE_WANT,
    NW_CUE_SHOW,
    NW_CUE_SEEM,
    NW_CUE_ACT /* publishes, signs, nominates */
} nw_cue_family;

/* What follows a cue; in the order of the list's column of chances. */
typedef enum nw_follow {
    NW_FOLLOW_MARK, /* a quotation mark or a colon */
    NW_FOLLOW_THAT,
    NW_FOLLOW_TO,
    NW_FOLLOW_CLAUSE, /* "said he would" */
    NW_FOLLOW_QUESTION,
    NW_FOLLOW_PREPOSITION,
    NW_FOLLOW_END, /* a comma, a stop */
    NW_FOLLOW_OTHER,
    NW_FOLLOW_AS_NOUN,     /* the cue is read as a noun: "the report in" */
    NW_FOLLOW_AS_NOUN_THAT /* "the report that", "the plan to" */
} nw_follow;

typedef struct nw_cue {
    uint32_t first; /* with auxiliaries and adverbs: "has also said" */
    uint32_t verb;  /* the list's form */
    uint32_t end;
    uint32_t content;     /* where what is said may begin: after "reporters", "on Tuesday", ", " */
    uint32_t sentence;    /* ordinal */
    nw_stretch addressee; /* "reporters"; may be empty */
    uint32_t quoted;      /* of "quoted Ann Lee as saying": "quoted"; else NW_NO_TOKEN */
    uint8_t family;       /* nw_cue_family */
    uint8_t follow;       /* nw_follow */
    uint8_t chance;       /* tenths */
    uint8_t end_chance;   /* the same, if it ends its clause: "..., Lee said." */
    char kind;            /* of the list: b s d n g u j x */
    bool passive;         /* "is expected", "was told" */
    bool infinitive;      /* "to say" */
    bool unsaid;          /* "may say", "did not say" */
} nw_cue;

typedef NW_ARRAY(nw_cue) nw_cues;

/* Cues outside quotation marks, in text order, at most NW_SENTENCE_CUES a sentence. */
void nw_find_cues(nw_arena *arena, const nw_clauses *clauses, const nw_marks *marks, nw_cues *cues);

#endif

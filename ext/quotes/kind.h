/*
** Kinds: whether a quote is verbatim, also in copy whose quotation marks the wire dropped.
*/
#ifndef NW_KIND_H
#define NW_KIND_H

#include "quotes/clues.h"
#include "quotes/linking.h"

/* direct, mixed or indirect: by the marks, or, in an article without any, by the words. `pieces` in text order. */
newswire_quote_kind nw_kind_of_quote(const nw_clauses *clauses, const nw_marks *marks,
                                     const nw_attribution *attribution, const nw_stretch *pieces,
                                     uint32_t count);

/* Clues to the kind in copy without marks: rows, by newswire_quote_kind. */
void nw_gather_kind(const nw_clauses *clauses, const nw_marks *marks, const nw_attribution *attribution,
                    const nw_stretch *pieces, uint32_t count, nw_clues *clues);

/* The role of a source (clues.h): that of the first name in it, else that of its last word. */
unsigned nw_role_of_source(const nw_clauses *clauses, nw_stretch source);

/* What distinguishes direct from reported speech in copy without marks. */
typedef struct nw_speech_signs {
    bool first_person; /* we, our, I, my, us: "We struggle to see" */
    bool question;     /* "Why would they sell?" */
    bool contraction;  /* "It's a good deal" */
    bool here_and_now; /* "at this stage" */
    bool present;      /* is, has, will */
    bool shifted;      /* was, had, would */
    bool third_person; /* it, he, she, they, "the company" */
} nw_speech_signs;

/* Adds those of a stretch. */
void nw_read_signs(const nw_clauses *clauses, nw_stretch tokens, nw_speech_signs *signs);

/* The signs of direct speech as bits: first person, question, contraction, here and now; and the signs of reported speech. */
static inline unsigned nw_signs_of_speech(const nw_speech_signs *signs) {
    return (unsigned)signs->first_person | (unsigned)signs->question << 1 |
           (unsigned)signs->contraction << 2 | (unsigned)signs->here_and_now << 3;
}
static inline unsigned nw_signs_of_telling(const nw_speech_signs *signs) {
    return (unsigned)signs->present | (unsigned)signs->shifted << 1 | (unsigned)signs->third_person << 2;
}

#endif

/*
** Speakers: who a source is.
*/
#ifndef NW_SPEAKERS_H
#define NW_SPEAKERS_H

#include "quotes/linking.h"

/* What is remembered from quote to quote. */
typedef struct nw_speakers {
    const nw_clauses *clauses;
    newswire_string group; /* the last speakers without a name: "people close to the talks"; may be empty */
    newswire_string lone;  /* the last speaker without one: "dealer at a foreign bank" */
    uint32_t lone_noun;    /* his noun: dealer */
    uint32_t lone_end;     /* the token after where he was last heard */
    uint32_t person;       /* entity of the last speaker that is a person, or 0 */
    uint32_t person_sentence;
} nw_speakers;

/* Fills in speaker, speaker_name and entity. Attributions come in text order. */
void nw_name_speaker(nw_arena *arena, nw_speakers *speakers, const nw_attribution *attribution,
                     newswire_quote *quote);

/* Whether a noun, a name or a pronoun means somebody who may be told something. */
bool nw_may_be_told(const nw_clauses *clauses, uint32_t token);

#endif

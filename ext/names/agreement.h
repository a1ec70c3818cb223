/*
** Agreement: what one place of an article tells about another. A name that is clear at one place is read the same
** way where it could be read otherwise: "Galois returned" at the start of a sentence, after "Evariste Galois".
**
** All runs of an article are decoded and kept; then those that contain words of a name found elsewhere are decoded
** again, with that in its favour.
*/
#ifndef NW_AGREEMENT_H
#define NW_AGREEMENT_H

#include "names/name_reader.h"
#include "tagger/decode.h"

/* A unit of a run (name_reader.h), kept until all runs are read: what a name is made of, and the sums it is decoded by. */
typedef struct nw_kept_unit {
    uint64_t key; /* nw_form_key */
    newswire_span span;
    uint32_t token;
    unsigned allowed : NW_TAGS;
    unsigned initial : 8; /* capital letter; 0: none */
    bool is_capitals : 1;
    bool is_generic : 1; /* Holdings, Bank, Inc */
    bool is_given : 1;   /* a given name, and no place, team or firm */
    bool is_title : 1;   /* Lord, Dr, Senator */
    int16_t sums[NW_TAG_NONE];
} nw_kept_unit;

typedef struct nw_agreement nw_agreement;

/* `capitals`: about how many units there will be. */
nw_agreement *nw_agreement_open(nw_arena *arena, const nw_reading *reading, nw_decoder *decoder,
                                uint32_t capitals);

/* Gives back what grows with the text. */
void nw_agreement_close(nw_agreement *agreement);

/* Keeps a run, and how it was decoded. */
void nw_keep_run(nw_agreement *agreement, const nw_name_units *units, const nw_tag_run *run,
                 const nw_tag_segment *segments, uint32_t segment_count);

/* How many names the runs have, as they were decoded. */
uint32_t nw_names_kept(const nw_agreement *agreement);

/* Takes in a name that is certain, beside the runs. */
void nw_keep_name(nw_agreement *agreement, uint32_t first_token, uint32_t token_count, unsigned type);

/* Decodes the next of the runs, in their order, after all were kept. Gives its units, NULL after the last,
** and its segments, for which there is room. */
const nw_kept_unit *nw_next_run(nw_agreement *agreement, nw_tag_segment *segments, uint32_t *segment_count);

#endif

/*
** Tagging names: finds them run by run, with a model learned from marked articles (models/names.md).
**
** Not wired in: nothing of ext/tagger is in newswire.so or libnewswire.a, whose names are found by
** names/find.c with weights of its own. Each of the two in the extension, on 2026-11-22:
**
**                                        tagger    find.c   find.c, later that day,
**                                                           with more firms in the lists
**     names, CoNLL-2003 development F1   0.944     0.908    0.908
**     names, FiNER-ORD validation   F1   0.789     0.755    0.777
**     names, UNER English dev.      F1   0.628     0.641    0.639
**     pairs of aliases, GUM dev.    F1   0.802     0.834    0.834
**     time of the stage of names         2 to 2.5  1
**
** (The tagger was not measured with the later lists.) It is better on wire and financial news, but too
** slow; and what is built on names, aliases first, was made for what find.c gives. Before it takes over:
**
** - The time. Most of it goes into making features (templates.c) and looking them up.
** - Aliases, with the names that it finds.
** - Memory: elsewhere.c takes up to 544 bytes a capitalised word.
** - The model again (make train-tagger) whenever enum nw_class (names/classes.h), the letters of cues, or
**   the columns and templates have changed: features go by their numbers. The word lists have changed
**   since it was made: that only makes it less good.
**
** To wire it in: where nw_find_mentions looks between two certain names, call nw_tag_names until it has
** come to the second, as tests/unit/test_tagger.c does for whole articles; subtypes are told from the
** lists as before.
*/
#ifndef NW_TAG_NAMES_H
#define NW_TAG_NAMES_H

#include "tagger/name_reader.h"

/* A name that was found; never a part of two sentences. */
typedef struct nw_tagged_name {
    newswire_span span;
    uint32_t first_token;
    uint32_t token_count;
    uint8_t type; /* newswire_entity_type */
    double score; /* probability that span and type are right */
} nw_tagged_name;

typedef struct nw_name_tagger nw_name_tagger;

/* Looks over an article, and a headline read apart (NULL: none). */
nw_name_tagger *nw_name_tagger_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline,
                                    const nw_tag_model *model);

/* Reads the next run from a token on and before `end`. Gives the token after it. */
uint32_t nw_look_for_names(nw_name_tagger *tagger, uint32_t token, uint32_t end);

/* Takes in a name that is certain, between runs. */
void nw_take_name(nw_name_tagger *tagger, uint32_t first_token, uint32_t token_count, unsigned type);

/* The names of the next run, in text order, after all runs were read. Gives how many; false after the last
** run. */
bool nw_tag_names(nw_name_tagger *tagger, nw_tagged_name names[NW_RUN_LENGTH], uint32_t *count);

#endif

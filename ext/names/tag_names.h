/*
** Tagging names: finds them run by run, with the model of names (models/names.md), which is trained on
** annotated articles.
**
** The model must be trained anew (make train-names) whenever the templates (name_templates.c), the looks and
** profiles of words (looks.c, name_words.c), enum nw_class (lexicon/name_classes.h), the letters of cues or the
** classes of words change: features go by their numbers. A change of the lists alone only makes it a little worse.
*/
#ifndef NW_TAG_NAMES_H
#define NW_TAG_NAMES_H

#include "names/name_reader.h"

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
nw_name_tagger *nw_name_tagger_open(nw_arena *arena, const nw_reading *reading, const nw_reading *headline);

/* Gives back what grows with the text. */
void nw_name_tagger_close(nw_name_tagger *tagger);

/* Reads the next run from a token on and before `end`. Gives the token after it. */
uint32_t nw_look_for_names(nw_name_tagger *tagger, uint32_t token, uint32_t end);

/* Takes in a name that is certain, between runs. */
void nw_take_name(nw_name_tagger *tagger, uint32_t first_token, uint32_t token_count, unsigned type);

/* About how many names all runs have, after they were read. */
uint32_t nw_names_found(const nw_name_tagger *tagger);

/* The names of the next run, in text order, after all runs were read. Gives how many; false after the last
** run. */
bool nw_tag_names(nw_name_tagger *tagger, nw_tagged_name names[NW_NAME_RUN], uint32_t *count);

#endif

/*
** What all articles of an engine share: where memory comes from, the compiled patterns, and what was found out
** about words.
*/
#ifndef NW_ENGINE_H
#define NW_ENGINE_H

#include "base/pattern.h"

struct nw_kept_words; /* opaque here: the stage of names fills it (names/name_words.h) */

struct newswire_engine {
    newswire_allocator allocator;
    nw_patterns *patterns;            /* owned */
    struct nw_kept_words *kept_words; /* owned; words that were looked at before; NULL: none yet */
};

#endif

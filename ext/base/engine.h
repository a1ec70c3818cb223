/*
** What all articles of an engine share: where memory comes from, and the compiled patterns.
*/
#ifndef NW_ENGINE_H
#define NW_ENGINE_H

#include "base/pattern.h"

struct newswire_engine {
    newswire_allocator allocator;
    nw_patterns *patterns; /* owned */
};

#endif

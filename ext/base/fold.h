/*
** Unicode normal forms over utf8proc, into memory of the arena (utf8proc's own allocating calls use
** malloc, which nobody can count or fail).
*/
#ifndef NW_FOLD_H
#define NW_FOLD_H

#include "base/arena.h"

typedef enum nw_fold_form {
    NW_FOLD,      /* NFKC, case-folded, accents removed: the key of names; also plain apostrophes */
    NW_NORM,      /* NFKC, case-folded, quotes and dashes plain: a token's norm */
    NW_NORMALIZE  /* NFC, quotes and dashes plain, white space collapsed, controls removed */
} nw_fold_form;

/* Malformed bytes become U+FFFD. ASCII takes a short way. */
newswire_string nw_fold_string(nw_arena *arena, const char *bytes, size_t length, nw_fold_form form);

#endif

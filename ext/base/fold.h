/*
** Unicode normal forms over utf8proc, without its allocating calls (they use malloc, which nobody can
** count or fail). Linear in the text, whatever it holds: runs of more than about a hundred combining
** marks are put in order piece by piece.
*/
#ifndef NW_FOLD_H
#define NW_FOLD_H

#include "base/arena.h"

typedef enum nw_fold_form {
    NW_FOLD, /* NFKC, case-folded, accents and strokes removed (also Hebrew and Arabic points, but no marks that are
                 ** letters), quotes and dashes plain, invisible characters dropped: the key of names and of words */
    NW_NORM,     /* NFKC, case-folded, quotes and dashes plain: a token's norm */
    NW_NORMALIZE /* NFC, quotes and dashes plain, white space collapsed and trimmed, controls removed */
} nw_fold_form;

/* A text in a form, in the arena, not terminated. Malformed bytes become U+FFFD. Fails with
** NEWSWIRE_TOOBIG where the form is longer than NEWSWIRE_TEXT_LIMIT. */
newswire_string nw_fold_string(nw_arena *arena, const char *bytes, size_t length, nw_fold_form form);

/* The same for a short string, into `result`, without an arena. Returns the length of the result, or
** SIZE_MAX where it needs more than `room` bytes. */
size_t nw_fold_short(const char *bytes, size_t length, nw_fold_form form, char *result, size_t room);

#endif

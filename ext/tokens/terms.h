/*
** Terms: what a text is searched by, its words and numbers in the form that all their spellings share.
**
** A term is a run of letters and digits, folded (NW_FOLD). Hyphens, slashes, ampersands and the like part terms:
** "me-too" is "me" and "too", one after the other. What is one term in spite of its marks:
**
**     initialisms    U.S. is us, S.p.A. is spa: each part between the stops is one letter; Ph.D. is phd
**     numbers        9.5; 1,200 is 1200; .5 is 0.5; a fraction in one character is two terms, as 1/2 is
**     apostrophes    O'Brien is obrien, don't is dont; "'s" is no term: GM's is gm
**     codes          <7211.T> is 7211; its second form is 7211.t
**
** A term has a second form, at the same place, where the first says too little: that of a code; "u.s." of U.S. and US,
** which the word "us" does not have; "aa+" of AA+. A text has both forms, a query the second alone if it has one: so U.S.
** finds just that, and us finds all.
**
** Neither word lists nor, as far as can be, the case of letters have a say in where terms begin and end: an index
** that one release made is read by another, and people type in small letters.
*/
#ifndef NW_TERMS_H
#define NW_TERMS_H

#include "tokens/tokens.h"

/* Calls `take` for each term of a text, in order, until it returns something else than 0; returns that, or 0.
** `text` is below NEWSWIRE_TEXT_LIMIT and may hold NULs, which part terms. */
int nw_each_term(nw_arena *arena, newswire_string text, newswire_term_use use, newswire_term_taker *take,
                 void *context);

#endif

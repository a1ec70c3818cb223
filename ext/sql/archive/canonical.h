/*
** By which key entities of different articles are one.
**
** The key is made from what one article says of the entity, never from other articles, so that the entities of an
** archive are a function of the set of its articles, in whatever order they came:
**
**     the type, a colon, and the fullest name the article has for it, of which
**     - letters are folded: case, accents, width and typographic marks count for nothing;
**     - stops and apostrophes are left out ("U.S." = "US", "Macy's" = "Macys"), any other mark is a space;
**     - "the" at its beginning is left out, and so are the legal forms at the end of what is no person
**       ("Acme Widgets Inc." = "Acme Widgets"), unless nothing would be left;
**     and, where the article itself keeps two such entities apart, a number sign and the number of the later one.
**
** What the article's context keeps apart stays apart: a person and a firm of one name by their type, "Hauser" from "Erich
** Hauser" where an article tells no more than the surname, two people of one name in one article by the number.
*/
#ifndef NW_ARCHIVE_CANONICAL_H
#define NW_ARCHIVE_CANONICAL_H

#include "newswire.h"

/* Writes the key of a name, without the number, into `key`. Returns its length, at most `room`; a key that would be
** longer is a hash of the whole name ("ORG:long 024dfa5b4d91a327"). `room` is at least NW_KEY_LEAST_ROOM. */
size_t nw_canonical_key(newswire_entity_type type, newswire_string name, char *key, size_t room);

enum { NW_KEY_LEAST_ROOM = 64, NW_KEY_ROOM = 512 };

#endif

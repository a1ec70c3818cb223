/*
** Word classes: which a word may be of, then which it is here. Grammar's own; others include grammar.h.
*/
#ifndef NW_GRAMMAR_CLASSES_H
#define NW_GRAMMAR_CLASSES_H

#include "grammar/grammar.h"

/* Fills parse->readings (a bit a class: 1 << nw_word_class). */
void nw_find_readings(const nw_reading *reading, nw_parse *parse);

/* Chooses one class a token: parse->classes. */
void nw_choose_classes(const nw_reading *reading, nw_parse *parse);

/* Groups of tokens, then subjects of verb groups. */
void nw_find_groups(const nw_reading *reading, nw_parse *parse);
void nw_find_subjects(nw_parse *parse);

/* Whether a token is an instrument code, which belongs to the name it follows and has no part in the
** clause. */
static inline bool nw_is_code(const nw_reading *reading, const nw_parse *parse, uint32_t t) {
    return reading->tokens.items[parse->first_token + t].kind == NEWSWIRE_CODE;
}

enum { NW_CODES_IN_A_ROW = 4 }; /* after one name, looked over at once */

#endif

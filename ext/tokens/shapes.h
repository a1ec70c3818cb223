/*
** What a token looks like at the edge of a line, a paragraph or a sentence: whether one goes on there.
*/
#ifndef NW_SHAPES_H
#define NW_SHAPES_H

#include "tokens/tokens.h"

/* Whether a token reads like this lower-case ASCII word, in any case. */
bool nw_token_equals(const nw_text *text, const newswire_token *token, const char *word);

/* The same for any of several words, the last followed by NULL. */
bool nw_token_equals_any(const nw_text *text, const newswire_token *token, const char *const *words);

/* Whether a token is one of these ASCII marks, alone. */
bool nw_token_is_mark(const nw_text *text, const newswire_token *token, const char *marks);

/* Whether a token is a word that begins in small letters, as no sentence does: not eBay, @name, #tag. */
bool nw_begins_small(const nw_text *text, const newswire_token *token);

/* Whether a token is a comma or another mark that only follows what it belongs to. */
bool nw_begins_with_comma(const nw_text *text, const newswire_token *token);

/* Whether a token is a word in small letters that wants another after it: "of", "the", "and". */
bool nw_wants_more(const nw_text *text, const newswire_token *token);

/* Whether a token closes quotation marks or brackets. */
bool nw_closes(const nw_text *text, const newswire_token *token);

#endif

/*
** What a token looks like at the edge of a line, a paragraph or a sentence: whether one goes on there.
*/
#ifndef NW_SHAPES_H
#define NW_SHAPES_H

#include "tokens/asked_words.h"
#include "tokens/tokens.h"

/* Whether a token reads like this lower-case ASCII word, in any case. */
bool nw_token_equals(const nw_text *text, const newswire_token *token, const char *word);

/* Whether a token is a word with a use that the lists tell, in any case. */
static inline bool nw_token_has_use(const nw_text *text, const newswire_token *token,
                                    const nw_sentence_words *words, nw_sentence_use use) {
    return words->is_used(text->bytes + token->span.start, token->span.length, use);
}

/* Whether a token is one of these ASCII marks, alone. */
bool nw_token_is_mark(const nw_text *text, const newswire_token *token, const char *marks);

/* Whether a token is a word that begins in small letters, as no sentence does: not eBay, @name, #tag. */
bool nw_begins_small(const nw_text *text, const newswire_token *token);

/* Whether a token is a comma or another mark that only follows what it belongs to. */
bool nw_begins_with_comma(const nw_text *text, const newswire_token *token);

/* Whether a token is a word in small letters that wants another after it: "of", "the", "and". */
bool nw_wants_more(const nw_text *text, const newswire_token *token, const nw_sentence_words *words);

/* Whether a token closes quotation marks or brackets. */
bool nw_closes(const nw_text *text, const newswire_token *token);

#endif

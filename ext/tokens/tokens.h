/*
** Text to tokens: one pass over the bytes with a table of byte classes, no allocation per token.
*/
#ifndef NW_TOKENS_H
#define NW_TOKENS_H

#include "base/array.h"
#include "base/text.h"

typedef NW_ARRAY(newswire_token) nw_tokens;

/* Whether a word and the full stop after it, "Inc." say, are one token: an abbreviation. Asked with the
** word without its stop, only where a full stop follows. `last`: a sentence may end there, since a capital,
** a quotation mark or the end of the text follows. */
typedef bool nw_abbreviation_test(const char *word, size_t length, bool last);

/* Fills `tokens`, sentence 0. A token never splits a character (text.h) and holds no white space. */
void nw_tokenize(nw_arena *arena, const nw_text *text, nw_abbreviation_test *is_abbreviation,
                 nw_tokens *tokens);

/* The text of a token. */
static inline newswire_string nw_token_string(const nw_text *text, const newswire_token *token) {
    return nw_span_string(text, token->span);
}

/* Whether a token stands apart from the one before it, on its line or on the next one of wrapped text. */
static inline bool nw_is_apart(const newswire_token *token) {
    return token->gap == NEWSWIRE_SPACE || token->gap == NEWSWIRE_LINE_BREAK;
}

/* Whether a token is just this ASCII byte. */
static inline bool nw_token_is(const nw_text *text, const newswire_token *token, char byte) {
    return token->span.length == 1 && text->bytes[token->span.start] == byte;
}

#endif

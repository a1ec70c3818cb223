/*
** Inside the sentence splitter: where a sentence ends among the tokens of a block.
*/
#ifndef NW_SENTENCE_ENDS_H
#define NW_SENTENCE_ENDS_H

#include "tokens/sentences.h"

/* How an article writes, from its first tokens. */
typedef struct nw_sentence_style {
    bool known;
    bool bare_companies;          /* "Acme Corp said": a stop after Corp is the sentence's */
    bool small_after_initialisms; /* "U.S. officials": a capital after U.S. means something */
} nw_sentence_style;

/* A block's tokens, as its sentences are being found. */
typedef struct nw_splitter {
    const nw_text *text;
    const newswire_token *tokens;
    const nw_sentence_words *words;
    uint32_t count;          /* of all tokens */
    uint32_t end;            /* of the block: one past its last token */
    uint32_t first;          /* token of the current sentence */
    nw_sentence_style style; /* found when first needed */
    bool quote_open; /* an odd number of straight double quotes before the current token of the block */
} nw_splitter;

#define NW_NO_END UINT32_MAX

/* Whether a token may be a stop or close one: the quick question that most tokens, commas too, answer with
** no. */
static inline bool nw_may_end_sentence(const nw_text *text, const newswire_token *token) {
    bool abbreviated = (token->kind == NEWSWIRE_WORD) & ((token->traits & NEWSWIRE_HAS_PERIOD) != 0);
    bool mark = (token->kind == NEWSWIRE_PUNCT) & (text->bytes[token->span.start] != ',');
    return abbreviated | mark; /* one question to the processor */
}

/* If a sentence ends with the stop at token `at`: its last token, which is `at` or a closing mark after it.
** NW_NO_END otherwise. */
uint32_t nw_sentence_end(nw_splitter *splitter, uint32_t at);

/* How the tokens from `first` to before `end` end. */
typedef enum nw_ending {
    NW_ENDING_OPEN,  /* no stop: cut in the middle, or a heading */
    NW_ENDING_COMMA, /* a comma, or a word that wants another: "of", "the" */
    NW_ENDING_WEAK,  /* an abbreviation, or a question inside quotation marks: may go on in small letters */
    NW_ENDING_STOPPED
} nw_ending;

/* Looks at the last of them only; there is one at least. */
nw_ending nw_find_ending(const nw_splitter *splitter, uint32_t first, uint32_t end);

#endif

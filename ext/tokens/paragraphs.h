/*
** Tokens to paragraphs: blank lines, indented and hard-wrapped copy (1980s wires), one paragraph a line.
*/
#ifndef NW_PARAGRAPHS_H
#define NW_PARAGRAPHS_H

#include "tokens/asked_words.h"
#include "tokens/tokens.h"

typedef struct nw_paragraph {
    uint32_t first_token;
    uint32_t token_count;
} nw_paragraph;

typedef NW_ARRAY(nw_paragraph) nw_paragraphs;

/* Every token is in exactly one paragraph. *wrapped: line breaks inside paragraphs are only wraps. */
void nw_find_paragraphs(nw_arena *arena, const nw_text *text, const nw_tokens *tokens,
                        const nw_sentence_words *words, nw_paragraphs *paragraphs, bool *wrapped);

#endif

/*
** The lines of wire copy: which are headlines, datelines, credits, list items. Paragraphs to blocks.
*/
#ifndef NW_LINES_H
#define NW_LINES_H

#include "base/pattern.h"
#include "tokens/blocks.h"

/* Cuts paragraphs into blocks: a dateline off the front of its paragraph, credit lines, list items and
** headlines as blocks of their own. Every token is in exactly one block, in order. */
void nw_find_blocks(nw_arena *arena, nw_patterns *patterns, const nw_text *text, const nw_tokens *tokens,
                    const nw_paragraphs *paragraphs, bool wrapped, nw_text_blocks *blocks);

#endif

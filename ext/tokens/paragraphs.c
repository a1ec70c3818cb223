#include "tokens/paragraphs.h"

void nw_find_paragraphs(nw_arena *arena, const nw_text *text, const nw_tokens *tokens, nw_paragraphs *paragraphs,
                        bool *wrapped) {
    (void)text;
    *wrapped = false;
    if (tokens->count) *nw_push(arena, paragraphs) = (nw_paragraph){0, tokens->count};
}

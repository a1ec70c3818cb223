#include "wire/lines.h"

void nw_find_blocks(nw_arena *arena, nw_patterns *patterns, const nw_text *text, const nw_tokens *tokens,
                    const nw_paragraphs *paragraphs, bool wrapped, nw_text_blocks *blocks) {
    (void)patterns, (void)text, (void)tokens, (void)wrapped;
    for (uint32_t i = 0; i < paragraphs->count; i++)
        *nw_push(arena, blocks) = (nw_text_block){paragraphs->items[i].first_token, paragraphs->items[i].token_count, i + 1, NEWSWIRE_TEXT};
}

#include "tokens/sentences.h"

void nw_find_sentences(nw_arena *arena, const nw_text *text, nw_tokens *tokens, const nw_text_blocks *blocks,
                       const nw_sentence_words *words, nw_sentences *sentences) {
    (void)text, (void)words;
    for (uint32_t i = 0; i < blocks->count; i++) {
        const nw_text_block *block = &blocks->items[i];
        newswire_sentence *sentence = nw_push(arena, sentences);
        sentence->first_token = block->first_token;
        sentence->token_count = block->token_count;
        sentence->paragraph = block->paragraph;
        sentence->kind = block->kind;
        sentence->span = nw_join(tokens->items[block->first_token].span,
                                 tokens->items[block->first_token + block->token_count - 1].span);
        for (uint32_t t = 0; t < block->token_count; t++)
            tokens->items[block->first_token + t].sentence = sentences->count;
    }
}

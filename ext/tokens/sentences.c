#include "tokens/sentences.h"

#include "base/limits.h"
#include "tokens/sentence_ends.h"
#include "tokens/shapes.h"

/* The sentence that is being filled. */
typedef struct builder {
    nw_arena *arena;
    nw_tokens *tokens;
    nw_sentences *sentences;
    bool open;       /* the last of `sentences` takes more tokens */
    uint32_t blocks; /* that it has run over so far */
} builder;

static newswire_sentence *current(const builder *into) {
    return &into->sentences->items[into->sentences->count - 1];
}

static void close_sentence(builder *into) {
    if (!into->open) return;
    newswire_sentence *sentence = current(into);
    const newswire_token *first = &into->tokens->items[sentence->first_token];
    sentence->span = nw_join(first->span, first[sentence->token_count - 1].span);
    into->open = false;
    nw_poll(into->arena, sentence->token_count);
}

static void begin_sentence(builder *into, uint32_t at, const nw_text_block *block) {
    newswire_sentence *sentence = nw_push(into->arena, into->sentences);
    sentence->first_token = at;
    sentence->paragraph = block->paragraph;
    sentence->kind = block->kind;
    into->open = true;
    into->blocks = 1;
}

/* Adds a token to the open sentence, or begins one with it. */
static inline void add_token(builder *into, uint32_t at, const nw_text_block *block) {
    if (into->open && current(into)->token_count >= NW_SENTENCE_TOKENS) close_sentence(into);
    if (!into->open) begin_sentence(into, at, block);
    current(into)->token_count++;
    into->tokens->items[at].sentence = into->sentences->count;
}

/* Whether the open sentence, which the end of its block broke off, goes on with the next block. */
static bool goes_on(const builder *into, const nw_splitter *splitter, const nw_text_block *block) {
    if (!into->open || into->blocks >= NW_SENTENCE_BLOCKS) return false;
    const newswire_sentence *sentence = current(into);
    const newswire_token *next = &splitter->tokens[block->first_token];
    bool comma = nw_begins_with_comma(splitter->text, next), small = nw_begins_small(splitter->text, next);
    switch (nw_find_ending(splitter, sentence->first_token, block->first_token)) {
    case NW_ENDING_OPEN:
    case NW_ENDING_WEAK: return small || comma;
    case NW_ENDING_COMMA: return small || comma || next->kind != NEWSWIRE_PUNCT;
    default: return comma && !nw_token_is(splitter->text, next, '.');
    }
}

/* Adds all tokens from `at` to before `end` that cannot end a sentence; returns the first that may. */
static uint32_t add_plain_tokens(builder *into, const nw_text *text, uint32_t at, uint32_t end,
                                 const nw_text_block *block) {
    newswire_token *tokens = into->tokens->items;
    while (at < end && !nw_may_end_sentence(text, &tokens[at])) {
        if (into->open && current(into)->token_count >= NW_SENTENCE_TOKENS) close_sentence(into);
        if (!into->open) begin_sentence(into, at, block);
        newswire_sentence *sentence = current(into);
        uint32_t first = at, ordinal = into->sentences->count,
                 room = NW_SENTENCE_TOKENS - sentence->token_count;
        uint32_t stop = room < end - at ? at + room : end;
        do tokens[at++].sentence = ordinal;
        while (at < stop && !nw_may_end_sentence(text, &tokens[at]));
        sentence->token_count += at - first;
    }
    return at;
}

static void split_block(builder *into, nw_splitter *splitter, const nw_text_block *block) {
    uint32_t last = NW_NO_END, i = block->first_token;
    splitter->quote_open = false;
    splitter->end = block->first_token + block->token_count;
    while ((i = add_plain_tokens(into, splitter->text, i, splitter->end, block)) < splitter->end) {
        add_token(into, i, block);
        splitter->first = current(into)->first_token;
        if (nw_token_is(splitter->text, &splitter->tokens[i], '"'))
            splitter->quote_open = !splitter->quote_open;
        if (last == NW_NO_END) last = nw_sentence_end(splitter, i);
        if (last == i) {
            last = NW_NO_END;
            if (i + 1 < splitter->end)
                close_sentence(into); /* at the end of a block, the next block decides */
        }
        i++;
    }
}

void nw_find_sentences(nw_arena *arena, const nw_text *text, nw_tokens *tokens, const nw_text_blocks *blocks,
                       const nw_sentence_words *words, nw_sentences *sentences) {
    builder into = {arena, tokens, sentences, false, 0};
    nw_splitter splitter = {.text = text, .tokens = tokens->items, .count = tokens->count, .words = words};
    for (uint32_t i = 0; i < blocks->count; i++) {
        const nw_text_block *block = &blocks->items[i];
        if (block->token_count == 0) continue;
        if (block->kind != NEWSWIRE_TEXT) {
            close_sentence(&into);
            for (uint32_t t = 0; t < block->token_count; t++) add_token(&into, block->first_token + t, block);
            close_sentence(&into);
            continue;
        }
        if (goes_on(&into, &splitter, block))
            into.blocks++;
        else
            close_sentence(&into);
        split_block(&into, &splitter, block);
    }
    close_sentence(&into);
}

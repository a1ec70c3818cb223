/*
** Blocks to sentences. Gives each token the ordinal of its sentence.
*/
#ifndef NW_SENTENCES_H
#define NW_SENTENCES_H

#include "tokens/blocks.h"

typedef NW_ARRAY(newswire_sentence) nw_sentences;

/* What the splitter asks about words, answered by the lexicon. */
typedef struct nw_sentence_words {
    /* "Inc.", "U.S.": may end a sentence when a capital follows; "Mr.", "Gen.": does not. */
    bool (*ends_rarely)(const char *word, size_t length);
    /* "The", "He", "But", "In": a word that begins sentences and seldom follows an abbreviation. */
    bool (*begins_sentences)(const char *word, size_t length);
} nw_sentence_words;

void nw_find_sentences(nw_arena *arena, const nw_text *text, nw_tokens *tokens, const nw_text_blocks *blocks,
                       const nw_sentence_words *words, nw_sentences *sentences);

#endif

/*
** Blocks to sentences. Gives each token the ordinal of its sentence.
*/
#ifndef NW_SENTENCES_H
#define NW_SENTENCES_H

#include "tokens/blocks.h"

typedef NW_ARRAY(newswire_sentence) nw_sentences;

/* What the stop of an abbreviation says about the sentence. */
typedef enum nw_abbreviation {
    NW_ABBREVIATION_NONE,
    NW_ABBREVIATION_TITLE,      /* "Mr.", "Gen.", "No.": no sentence ends after it */
    NW_ABBREVIATION_COMPANY,    /* "Inc.", "Corp." */
    NW_ABBREVIATION_INITIALISM, /* "U.S." */
    NW_ABBREVIATION_OTHER       /* "Sept.", "Calif.", "etc.", "p.m." */
} nw_abbreviation;

/* Whether a capitalised word after an abbreviation begins a sentence. */
typedef enum nw_sentence_start {
    NW_START_UNKNOWN,
    NW_START_NEVER, /* "Acme Corp. Chairman", "5 p.m. Eastern" */
    NW_START_OFTEN, /* "Acme Corp. Analysts"; "U.S. Officials" may be headline writing */
    NW_START_ALWAYS /* "U.S. He" */
} nw_sentence_start;

/* What the splitter asks about words, answered by the lexicon. */
typedef struct nw_sentence_words {
    nw_abbreviation (*abbreviation)(const char *word, size_t length); /* with its stop */
    nw_sentence_start (*start)(const char *word, size_t length);
} nw_sentence_words;

/* Fills `sentences`, in order, and the tokens' `sentence`. Every token of a block is in exactly one. */
void nw_find_sentences(nw_arena *arena, const nw_text *text, nw_tokens *tokens, const nw_text_blocks *blocks,
                       const nw_sentence_words *words, nw_sentences *sentences);

#endif

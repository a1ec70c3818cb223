/*
** Words of names: the columns of the model of names that rest on a word alone, and the sums of their weights.
** The latest words are kept over the articles of an engine, since news says the same ones again and again.
*/
#ifndef NW_NAME_WORDS_H
#define NW_NAME_WORDS_H

#include "lexicon/words.h"
#include "names/hyphens.h"
#include "names/name_columns.h"
#include "tagger/sums.h"

/* Whether a token is a word with a capital somewhere. */
static inline bool nw_is_capital_word(const newswire_token *token) {
    return token->kind == NEWSWIRE_WORD && token->traits & (NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER);
}

enum { NW_NAME_WORD_BYTES = 24 }; /* longer words are not kept */

typedef struct nw_kept_word {
    nw_word_sums sums;
    uint32_t values[NW_WORD_VALUES];
    uint32_t shown;   /* classes and marks of the word as shown: tagger/word_classes.h */
    uint64_t classes; /* what the lists know of it */
    uint64_t key;     /* nw_form_key */
    uint32_t run;     /* when it was last looked at */
    uint32_t made;    /* a new number each time it is filled in */
    uint64_t letters[NW_NAME_WORD_BYTES / 8]; /* its bytes */
    uint64_t token;                           /* its length, and what else matters about its token */
} nw_kept_word;

/* The words that are kept, and the model made ready to sum their weights; NULL: nothing is summed, for the
** trainer. NULL where the allocator, which must outlive them, refuses. */
typedef struct nw_kept_words nw_kept_words;
nw_kept_words *nw_kept_words_open(const newswire_allocator *allocator, const nw_word_table *classes,
                                  const nw_tag_model *model);
void nw_kept_words_close(const newswire_allocator *allocator, nw_kept_words *kept);

/* Looking words up in one article. */
typedef struct nw_name_words nw_name_words;

/* Begins with an article; in the arena. `kept` goes from one article to the next. */
nw_name_words *nw_name_words_open(nw_arena *arena, const nw_reading *reading, nw_kept_words *kept);

/* From here on words that were looked up may give way to others. */
void nw_forget_words(nw_name_words *words);

/* The word of a token or a part of it; *spare takes it where it cannot be kept. */
const nw_kept_word *nw_look_up(nw_name_words *words, const nw_reading *reading, uint32_t token,
                               nw_hyphen_part part, nw_kept_word *spare);

/* The same of a whole token, which is found at once where it was looked up just before. */
const nw_kept_word *nw_look_up_token(nw_name_words *words, const nw_reading *reading, uint32_t token,
                                     nw_kept_word *spare);

/* What stands before the first word of a sentence and after its last. */
const nw_kept_word *nw_sentence_edge(const nw_name_words *words);

/* The classes of words they were looked up in; and the sums of a unit. */
const nw_word_table *nw_classes_of(const nw_name_words *words);
void nw_sum_name(nw_name_words *words, const nw_name_columns *unit, nw_tag_sums sums);

#endif

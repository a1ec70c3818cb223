/*
** Trains the model of quotes: for programs of the building machine, nothing of it is in the library.
*/
#ifndef TRAIN_QUOTES_H
#define TRAIN_QUOTES_H

#include "article.h"
#include "quotes/choose.h"
#include "quotes/going_on.h"
#include "tagger/train/train.h"

enum { FEATURE_BITS = 22, QUOTE_FOLDS = 4, NO_FOLD = QUOTE_FOLDS };

/* ---- marked articles (data.c) ---- */

typedef enum gold_part_type { GOLD_CONTENT, GOLD_SOURCE, GOLD_CUE } gold_part_type;

/* A part of a marked quote, in tokens. */
typedef struct gold_part {
    nw_stretch tokens;
    uint8_t type; /* gold_part_type */
} gold_part;

typedef struct gold_quote {
    gold_part *parts;
    uint32_t part_count;
    uint32_t cue; /* index + 1 of the cue that is its own, or 0 */
    uint8_t kind; /* newswire_quote_kind */
} gold_quote;

/* An article with its marked quotes and what the stages before the model make of it. */
typedef struct document {
    newswire_article *article;
    gold_quote *quotes;
    uint32_t quote_count;
    uint32_t fold;
    nw_clauses clauses;
    nw_marks marks;
    nw_cues cues;
    nw_linker rules;
    nw_links links;
    nw_stretch *pieces;
    uint32_t *first_piece;
    uint32_t *quote_of; /* of a cue: index + 1 of the marked quote whose it is, or 0 */
} document;

typedef struct documents {
    document *items;
    uint32_t count;
} documents;

/* Reads an article, up to its names; what cannot be read ends the program. */
newswire_article *open_article(newswire_engine *engine, const char *path, const char *body, uint32_t length);
_Noreturn void cannot_read(const char *path);

/* Fills in an empty document from a text; then quotes are added, each with its parts, in bytes; then their cues found. */
void open_document(newswire_engine *engine, const char *path, const char *body, uint32_t length,
                   document *of);
gold_quote *add_gold_quote(document *of);
void add_gold_part(document *of, uint32_t first, uint32_t end, uint8_t type);
void find_cues_of_quotes(document *of);
void close_document(document *of);

/* Adds the articles of a database. */
void read_quotes(newswire_engine *engine, const char *path, documents *all);

/* ---- examples (book.c) ---- */

/* Clues with numbers: those that were seen often enough have one. */
typedef struct clue_map {
    uint32_t *keys; /* 0: empty */
    uint32_t *counts;
    uint32_t *numbers; /* + 1; 0: none */
    uint32_t *number_keys;
    uint32_t used;
    uint32_t count; /* of numbers */
} clue_map;

/* One choice: an offer's score is the weights of its groups of lone clues and, by shape, those of the rows. */
typedef struct choice_offer {
    uint8_t shape;
    uint8_t group_count;
    uint8_t groups[NW_MOST_BESIDE];
    float target; /* how right it is: of all together 1 */
    float base;   /* what is known of its score; the rest is learned */
} choice_offer;

typedef struct choice {
    uint32_t *rows; /* keys of clues, then their numbers */
    uint32_t row_count;
    uint32_t *lones; /* of group g: lones[first[g]] to lones[first[g + 1] - 1] */
    uint32_t *first;
    uint32_t group_count;
    choice_offer *offers;
    uint32_t offer_count;
    uint32_t fold;
} choice;

typedef struct choices {
    choice *items;
    uint32_t count, room;
} choices;

typedef struct lesson_book {
    clue_map rows, lones;
    choices all;
} lesson_book;

/* A book without choices; it is kept until the program ends. */
void open_book(lesson_book *book);

/* The choice that is being made; begin, then rows, groups in order, then offers. */
choice *begin_choice(lesson_book *book, uint32_t fold);
void take_rows(lesson_book *book, choice *made, const nw_clues *clues);
void take_group(lesson_book *book, choice *made, const nw_clues *clues);
choice_offer *add_offer_to(choice *made, unsigned shape);

/* When all choices are made: puts numbers in place of the keys of clues that were seen `least` times and more. */
void number_choices(lesson_book *book, uint32_t least);

/* The rules' content of a cue. */
const nw_stretch *ruled_pieces(const document *of, uint32_t cue, uint32_t *count);

/* Whether the rules' content of a cue stays as it is: nothing is to be chosen. */
bool is_certain(const document *of, uint32_t cue);

/* The share of words that a content and a marked quote have in common, of all their words; of the marked one those in `in`. */
double likeness(const document *of, const nw_stretch *pieces, uint32_t count, const gold_quote *quote,
                nw_stretch in);

/* All choices there are: the offers of cues (cue_examples.c); in copy without marks, kinds and sentences beside
** (unmarked_examples.c). */
void meet_cues(const documents *all, lesson_book *book);
void meet_unmarked(const documents *all, lesson_book *book);
void meet_document(const document *of, lesson_book *book);

/* Those of copy without marks, from articles that nobody marked (plain.c): the model finds their quotes by their marks. */
void meet_plain(newswire_engine *engine, const char *path, const nw_quote_model *model, lesson_book *book);

/* What the neighbours of a cue tell, of the articles of a fold, which the model did not learn (cue_examples.c). */
void meet_neighbours(const documents *all, const nw_quote_model *model, uint32_t fold, lesson_book *book);
/* What is right of the offers of a cue: those that are like the marked content, the more alike the more. */
void set_targets(const document *of, const nw_offers *offers, const gold_quote *quote, choice *made);

/* How a model does (measure.c): prints it; or, of the articles of a fold, adds up what is right by how sure it is. */
typedef struct tally {
    uint32_t found[NW_SURE_POINTS],
        right[NW_SURE_POINTS]; /* as sure as that step and no surer than the next */
} tally;
void measure_cues(const documents *all, const nw_quote_model *model);
void tally_fold(const documents *all, const nw_quote_model *model, uint32_t fold, tally sums[2]);
void add_tally(const tally *more, tally *sum);
/* Fills in how often what is so sure is right. */
void set_right(const tally *sum, nw_quote_model *model);

/* ---- learning (learn.c) ---- */

typedef struct weights {
    float (*rows)[NW_ROW_WEIGHTS];
    float *lones;
} weights;

/* From all choices but those of one fold; NO_FOLD: of all. */
void learn_choices(const lesson_book *book, uint32_t left_out, unsigned epochs, weights *result);

/* The weights that tell most, as tables (pack.c). */
void pack_weights(const lesson_book *book, const weights *from, uint32_t most_rows, uint32_t most_lones,
                  nw_quote_model *model);
void free_model(const nw_quote_model *model);
void write_quotes_model(const char *path, const nw_quote_model *cues, const nw_quote_model *told);

#endif

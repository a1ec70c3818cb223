/*
** Trains the model of quotes.
**
**     train-quotes OUT TRAIN.db ... [-e EPOCHS] [-d LOOK_AT.db] ...
**
** A database has articles(id, body) and gold_quotes(article, quote, part, start, length, kind). With -d is printed how the
** model does on others.
*/
#include "train_quotes.h"

enum { LEAST_SEEN = 2, MOST_ROWS = 20000, MOST_LONES = 20000 };

static documents all, others;

static void meet_all(lesson_book *book, bool counting) {
    book->counting = counting;
    meet_cues(&all, book);
    meet_unmarked(&all, book);
}

/* The model that was learned, packed. */
static void pack_model(const lesson_book *book, const weights *from, nw_quote_model *model) {
    pack_weights(book, from, MOST_ROWS, MOST_LONES, model);
}

/* The clues of neighbours, after all others: of each cue what models say of those beside it that never saw its article. */
static void meet_second(const lesson_book *book, const weights *folds, lesson_book *second) {
    *second = *book;
    memset(&second->all, 0, sizeof second->all);
    for (unsigned turn = 0; turn < 2; turn++) {
        second->counting = turn == 0;
        for (uint32_t fold = 0; fold < QUOTE_FOLDS; fold++) {
            nw_quote_model model;
            pack_model(book, &folds[fold], &model);
            meet_neighbours(&all, &model, fold, second);
            free_model(&model);
        }
        if (turn == 0) number_clues(&second->lones, LEAST_SEEN);
    }
}

/* Adds the weights of the clues of neighbours, with those of all other clues as they are. */
static void learn_second(const lesson_book *second, uint32_t first_lones, uint32_t left_out, unsigned epochs,
                         weights *both) {
    weights more;
    learn_choices(second, left_out, epochs, &more);
    memcpy(more.lones, both->lones, first_lones * sizeof *more.lones);
    free(more.rows);
    free(both->lones);
    both->lones = more.lones;
}

static void learn_all(const lesson_book *book, unsigned epochs, nw_quote_model *model) {
    weights folds[QUOTE_FOLDS], whole;
    lesson_book second;
    tally sum = {{0}, {0}};
    uint32_t first_lones = book->lones.count;
    for (uint32_t fold = 0; fold < QUOTE_FOLDS; fold++) learn_choices(book, fold, epochs, &folds[fold]);
    learn_choices(book, NO_FOLD, epochs, &whole);
    meet_second(book, folds, &second);
    for (uint32_t fold = 0; fold < QUOTE_FOLDS; fold++) {
        learn_second(&second, first_lones, fold, epochs, &folds[fold]);
        pack_model(&second, &folds[fold], model);
        tally_fold(&all, model, fold, &sum);
        free_model(model);
    }
    learn_second(&second, first_lones, NO_FOLD, epochs, &whole);
    pack_model(&second, &whole, model);
    set_right(&sum, model);
}

int main(int argc, char **argv) {
    static lesson_book book;
    newswire_engine *engine;
    unsigned epochs = 3;
    nw_quote_model model;
    if (argc < 3 || newswire_engine_open(NULL, &engine)) {
        fprintf(stderr, "usage: train-quotes OUT TRAIN.db ... [-e EPOCHS] [-d LOOK_AT.db] ...\n");
        return 1;
    }
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "-e") == 0 && i + 1 < argc)
            epochs = (unsigned)atoi(argv[++i]);
        else if (strcmp(argv[i], "-d") == 0 && i + 1 < argc)
            read_quotes(engine, argv[++i], &others);
        else
            read_quotes(engine, argv[i], &all);
    }
    open_map(&book.rows);
    open_map(&book.lones);
    meet_all(&book, true);
    number_clues(&book.rows, LEAST_SEEN);
    number_clues(&book.lones, LEAST_SEEN);
    meet_all(&book, false);
    fprintf(stderr, "%u choices, %u and %u clues\n", book.all.count, book.rows.count, book.lones.count);
    learn_all(&book, epochs, &model);
    write_quotes_model(argv[1], &model);
    if (others.count) measure_cues(&others, &model);
    return 0;
}

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

/* Learns from the articles of all other folds, and adds up how right that is about one. */
static void look_at_fold(const lesson_book *book, uint32_t fold, unsigned epochs, tally *sum) {
    weights result;
    nw_quote_model model;
    learn_choices(book, fold, epochs, &result);
    pack_weights(book, &result, MOST_ROWS, MOST_LONES, &model);
    tally_fold(&all, &model, fold, sum);
    free_model(&model);
    free(result.rows);
    free(result.lones);
}

int main(int argc, char **argv) {
    static lesson_book book;
    newswire_engine *engine;
    unsigned epochs = 3;
    weights result;
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
    tally sum = {{0}, {0}};
    for (uint32_t fold = 0; fold < QUOTE_FOLDS; fold++) look_at_fold(&book, fold, epochs, &sum);
    learn_choices(&book, NO_FOLD, epochs, &result);
    pack_weights(&book, &result, MOST_ROWS, MOST_LONES, &model);
    set_right(&sum, &model);
    write_quotes_model(argv[1], &model);
    if (others.count) measure_cues(&others, &model);
    return 0;
}

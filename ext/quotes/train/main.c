/*
** Trains the models of quotes: of cues and their contents, and of copy without marks.
**
**     train-quotes OUT TRAIN.db ... [-e EPOCHS] [-p PLAIN.db ...] [-d LOOK_AT.db ...] [-f FOLD]
**
** A database has articles(id, body) and gold_quotes(article, quote, part, start, length, kind); those after -p have articles
** alone. With -d is printed how the model does on others. With -f the models that have not seen a quarter of the articles
** are written, too: FOLD.0 has not seen the first of each database, nor its fifth, ninth, and so on.
*/
#include "train_quotes.h"

enum {
    LEAST_SEEN = 2,
    MOST_ROWS = 20000,
    MOST_LONES = 20000,
    MOST_TOLD_ROWS = 10000,
    MOST_TOLD_LONES = 20000
};

static documents all, others;
static const char *folds_path;

/* The model that was learned, packed. */
static void pack_model(const lesson_book *book, const weights *from, nw_quote_model *model) {
    pack_weights(book, from, MOST_ROWS, MOST_LONES, model);
}

/* The clues of neighbours, after all others: of each cue what models say of those beside it that never saw its article. */
static void meet_second(const lesson_book *book, const weights *folds, lesson_book *second) {
    *second = *book;
    memset(&second->all, 0, sizeof second->all);
    for (uint32_t fold = 0; fold < QUOTE_FOLDS; fold++) {
        nw_quote_model model;
        pack_model(book, &folds[fold], &model);
        meet_neighbours(&all, &model, fold, second);
        free_model(&model);
    }
    number_choices(second, LEAST_SEEN);
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

/* Models of all articles, and, by fold, of all but its own. */
typedef struct quote_models {
    nw_quote_model cues[QUOTE_FOLDS + 1]; /* the last: of all */
    nw_quote_model told[QUOTE_FOLDS + 1];
} quote_models;

static void learn_cues(unsigned epochs, quote_models *made) {
    static lesson_book book;
    weights whole[QUOTE_FOLDS + 1];
    lesson_book second;
    tally sums[QUOTE_FOLDS][2] = {{{{0}, {0}}}}; /* with marks, without */
    open_book(&book);
    meet_cues(&all, &book);
    number_choices(&book, LEAST_SEEN);
    uint32_t first_lones = book.lones.count;
    fprintf(stderr, "cues: %u choices, %u and %u clues\n", book.all.count, book.rows.count, first_lones);
    for (uint32_t fold = 0; fold <= QUOTE_FOLDS; fold++) learn_choices(&book, fold, epochs, &whole[fold]);
    meet_second(&book, whole, &second);
    for (uint32_t fold = 0; fold <= QUOTE_FOLDS; fold++) {
        learn_second(&second, first_lones, fold, epochs, &whole[fold]);
        pack_model(&second, &whole[fold], &made->cues[fold]);
        if (fold < QUOTE_FOLDS) tally_fold(&all, &made->cues[fold], fold, sums[fold]);
    }
    for (uint32_t fold = 0; fold <= QUOTE_FOLDS; fold++) {
        tally sum[2] = {{{0}, {0}}};
        for (uint32_t i = 0; i < QUOTE_FOLDS * 2u; i++)
            if (i / 2 != fold) add_tally(&sums[i / 2][i % 2], &sum[i % 2]);
        set_right(&sum[0], &made->cues[fold]);
        set_right(&sum[1], &made->told[fold]);
    }
}

static void learn_told(newswire_engine *engine, char **plain, int plain_count, unsigned epochs,
                       quote_models *made) {
    static lesson_book book;
    open_book(&book);
    meet_unmarked(&all, &book);
    fprintf(stderr, "copy without marks: %u choices\n", book.all.count);
    for (int i = 0; i < plain_count; i++) meet_plain(engine, plain[i], &made->cues[NO_FOLD], &book);
    number_choices(&book, LEAST_SEEN);
    fprintf(stderr, "copy without marks: %u choices, %u and %u clues\n", book.all.count, book.rows.count,
            book.lones.count);
    for (uint32_t fold = folds_path ? 0 : NO_FOLD; fold <= NO_FOLD; fold++) {
        weights whole;
        learn_choices(&book, fold, epochs, &whole);
        pack_weights(&book, &whole, MOST_TOLD_ROWS, MOST_TOLD_LONES, &made->told[fold]);
    }
}

static void write_folds(const quote_models *made) {
    char path[1024];
    for (uint32_t fold = 0; fold < QUOTE_FOLDS && folds_path; fold++) {
        snprintf(path, sizeof path, "%s.%u", folds_path, fold);
        write_quotes_model(path, &made->cues[fold], &made->told[fold]);
    }
}

int main(int argc, char **argv) {
    static quote_models made;
    newswire_engine *engine;
    unsigned epochs = 3;
    char *plain[64], what = 't';
    int plain_count = 0;
    if (argc < 3 || newswire_engine_open(NULL, &engine)) {
        fprintf(stderr, "usage: train-quotes OUT TRAIN.db ... [-e EPOCHS] [-p PLAIN.db ...] [-d LOOK_AT.db "
                        "...] [-f FOLD]\n");
        return 1;
    }
    for (int i = 2; i < argc; i++) {
        if (argv[i][0] == '-')
            what = argv[i][1];
        else if (what == 'e')
            epochs = (unsigned)atoi(argv[i]);
        else if (what == 'f')
            folds_path = argv[i];
        else if (what == 'p' && plain_count < 64)
            plain[plain_count++] = argv[i];
        else
            read_quotes(engine, argv[i], what == 'd' ? &others : &all);
    }
    learn_cues(epochs, &made);
    learn_told(engine, plain, plain_count, epochs, &made);
    write_quotes_model(argv[1], &made.cues[NO_FOLD], &made.told[NO_FOLD]);
    write_folds(&made);
    if (others.count) measure_cues(&others, &made.cues[NO_FOLD]);
    return 0;
}

/*
** Trains the model of names.
**
**     train-names OUT WORD_CLASSES.txt -t MARKED ... [-u MARKED ...] [-n LISTS -s MARKED ...] [-a PLAIN.db ...]
**                 [-p PLAIN.db ...] [-d LOOK_AT ...] [-D LOOK_AT ...] [-e EPOCHS] [-f FOLDS]
**
** MARKED: databases of articles whose names are marked, or files of columns (columns.c). What follows -t is
** learned from, twice an epoch; what follows -u also in capitals; what follows -s also with other names, of the
** lists in folder LISTS, and without the stops of abbreviations. Of the plain articles after -a it is learned
** what names words are in, and from those after -p as a first model reads them. What follows -d is looked at,
** and in capitals what follows -D. How sure a name is is learned from what is left
** out: of the first file FOLDS of five parts, of the others all.
*/
#include "train_names.h"

enum {
    MOST_SETS = 64,
    LEAST_SEEN = 1,
    MOST_FEATURES = 80000,
    MOST_JUDGED = 1000000,
    FIRST_EPOCHS = 6,
    RUNS = 3, /* of the model itself */
    OTHER_TIMES = 4
};

static float dropout = 0.3f, letter_dropout = 0.15f;

static data_set looked_at[MOST_SETS], sets[MOST_SETS];
static uint32_t looked_count, set_count;
static const char *archives[MOST_SETS], *plain[MOST_SETS];
static uint32_t archive_count, plain_count;
static unsigned epochs = 7, folds = FOLDS;
static stage last; /* the model that is written, after those on the way to it */
static example_list *lists[2 * MOST_SETS];
static uint32_t list_count;
static marked_word *marks;
static uint32_t mark_count;

static void print_scores(void) {
    for (uint32_t i = 0; i < looked_count; i++) {
        score s = measure(&looked_at[i], &last.weights, NULL, NULL);
        const char *name = strrchr(looked_at[i].name, '/');
        printf("  %s %.4f (%.3f %.3f)", name ? name + 1 : looked_at[i].name, f1(s),
               (double)s.right / (s.found + 1e-9), (double)s.right / (s.marked + 1e-9));
    }
    printf("\n");
    fflush(stdout);
}

static void look(const char *when, unsigned epoch) {
    for (uint32_t i = 0; i < looked_count; i++) make_sums(&looked_at[i].examples, &last.weights, ALL_FOLDS);
    printf("%s %2u", when, epoch);
    print_scores();
}

static void report(unsigned epoch, const learned *state) {
    pack(&nw_names_templates, state, last.map.row_count, &last.weights);
    look("epoch", epoch);
}

/* ---- arguments ---- */

static void take_file(newswire_engine *engine, char mode, const char *path) {
    switch (mode) {
    case 't': read_documents(engine, path, AS_IT_IS, &sets[set_count++]); break;
    case 'u': read_documents(engine, path, IN_CAPITALS, &sets[set_count++]); break;
    case 's':
        read_documents(engine, path, SWAPPED, &sets[set_count++]);
        read_documents(engine, path, WITHOUT_STOPS, &sets[set_count++]);
        break;
    case 'a': archives[archive_count++] = path; break;
    case 'p': plain[plain_count++] = path; break;
    case 'd': read_documents(engine, path, AS_IT_IS, &looked_at[looked_count++]); break;
    case 'D': read_documents(engine, path, IN_CAPITALS, &looked_at[looked_count++]); break;
    default: fprintf(stderr, "train-names: what is %s?\n", path); exit(1);
    }
    if (set_count + plain_count + 2 > MOST_SETS || looked_count == MOST_SETS || archive_count == MOST_SETS) {
        fprintf(stderr, "train-names: too many files\n");
        exit(1);
    }
}

static void read_arguments(newswire_engine *engine, int argc, char **argv) {
    char mode = 0;
    for (int i = 3; i < argc; i++) {
        if (argv[i][0] == '-')
            mode = argv[i][1];
        else if (mode == 'e')
            epochs = (unsigned)atoi(argv[i]);
        else if (mode == 'f')
            folds = (unsigned)atoi(argv[i]);
        else if (mode == 'n')
            read_name_lists(argv[i]);
        else if (mode == 'o')
            dropout = (float)atof(argv[i]);
        else if (mode == 'l')
            letter_dropout = (float)atof(argv[i]);
        else
            take_file(engine, mode, argv[i]);
    }
}

/* ---- stages ---- */

/* Lists what to learn from: the examples of all sets but those of a file. */
static void list_examples(const char *left_out) {
    list_count = 0;
    for (uint32_t i = 0; i < set_count; i++)
        for (unsigned time = 0; time < sets[i].times && strcmp(sets[i].name, left_out) != 0; time++)
            lists[list_count++] = &sets[i].examples;
}

/* Makes the examples of all sets anew, and the list of those to learn from. */
static void make_all_examples(const nw_word_table *words) {
    close_features(&last.map);
    free(last.weights.weights);
    last.weights.weights = NULL;
    last.words = words;
    open_features(&last.map, &nw_names_templates);
    for (uint32_t i = 0; i < set_count; i++) forget_examples(&sets[i]);
    for (uint32_t i = 0; i < looked_count; i++) forget_examples(&looked_at[i]);
    for (uint32_t i = 0; i < set_count; i++) make_examples(&sets[i], words, &last.map, true);
    number_features(&last.map, LEAST_SEEN);
    for (uint32_t i = 0; i < set_count; i++) make_examples(&sets[i], words, &last.map, false);
    list_examples("");
    for (uint32_t i = 0; i < looked_count; i++) make_examples(&looked_at[i], words, &last.map, false);
}

static void add_mean(learned *mean, const learned *run, float share) {
    for (uint32_t i = 0; i < last.map.row_count; i++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            mean->weights[i][tag] += run->weights[i][tag] * share;
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++) mean->transitions[a][b] += run->transitions[a][b] * share;
}

/* The mean of some runs, each of which drops other features: what one learns by chance counts for less. */
static void learn_stage(uint32_t left_out, unsigned how_long, unsigned runs,
                        void (*each)(unsigned, const learned *)) {
    learned mean = {must(calloc(last.map.row_count + 1u, sizeof(weight_row))), {{0}}};
    for (unsigned run = 0; run < runs; run++) {
        learned state;
        lesson plan = {&nw_names_templates,
                       lists,
                       list_count,
                       left_out,
                       last.map.row_count,
                       how_long,
                       how_long / 3,
                       last.map.row_letters,
                       dropout,
                       letter_dropout,
                       run,
                       each};
        learn(&plan, &state);
        add_mean(&mean, &state, 1.0f / (float)runs);
        free(state.weights);
    }
    pack(&nw_names_templates, &mean, last.map.row_count, &last.weights);
    free(mean.weights);
}

/* Models on the way: one learns what names words are in, one reads plain articles. */
static void learn_first(newswire_engine *engine, nw_word_table *words) {
    if (archive_count) {
        make_all_examples(words);
        learn_stage(ALL_FOLDS, FIRST_EPOCHS, 1, NULL);
        look("first ", FIRST_EPOCHS);
        learn_named_words(engine, &last, archives, archive_count, words, &marks, &mark_count);
    }
    if (plain_count) {
        make_all_examples(words);
        learn_stage(ALL_FOLDS, FIRST_EPOCHS, 1, NULL);
        look("second", FIRST_EPOCHS);
    }
    uint32_t marked = set_count;
    for (uint32_t i = 0; i < plain_count; i++) read_plain(engine, &last, plain[i], &sets[marked + i]);
    set_count += plain_count;
}

/* Sums of the articles of the first file by models that have not seen them; of those of the other files by models
** that have seen nothing of the whole file: what is read later is of other kinds, too. */
static void learn_folds(void) {
    for (uint32_t fold = 0; fold < folds; fold++) {
        learn_stage(fold, epochs, 1, NULL);
        for (uint32_t i = 0; i < set_count; i++)
            if (sets[i].judged && strcmp(sets[i].name, sets[0].name) == 0)
                make_sums(&sets[i].examples, &last.weights, fold);
    }
    for (uint32_t i = 1; i < set_count && folds; i++) {
        if (!sets[i].judged || strcmp(sets[i].name, sets[0].name) == 0) continue;
        list_examples(sets[i].name);
        learn_stage(ALL_FOLDS, epochs, 1, NULL);
        make_sums(&sets[i].examples, &last.weights, ALL_FOLDS);
    }
    list_examples("");
}

/* From those sums. */
static void learn_sureness(void) {
    judged *segments = must(malloc(MOST_JUDGED * sizeof *segments));
    uint32_t count = 0, more;
    for (uint32_t i = 0; i < set_count; i++) {
        uint32_t times = strcmp(sets[i].name, sets[0].name) == 0 ? 1 : OTHER_TIMES;
        if (!sets[i].judged) continue;
        measure(&sets[i], &last.weights, segments + count, &more);
        for (uint32_t time = 1; time < times; time++)
            memcpy(segments + count + time * more, segments + count, more * sizeof *segments);
        count += times * more;
    }
    fit_sureness(segments, count, &last.weights);
    free(segments);
}

int main(int argc, char **argv) {
    newswire_engine *engine;
    nw_word_table words;
    if (argc < 5 || newswire_engine_open(NULL, &engine)) {
        fprintf(stderr,
                "usage: train-names OUT WORD_CLASSES.txt -t MARKED ... -d LOOK_AT ... (see main.c)\n");
        return 1;
    }
    read_arguments(engine, argc, argv);
    read_word_classes(argv[2], &words);
    marks = learn_small_words(sets, set_count, &words, &mark_count);
    learn_types_alone(sets, set_count);
    learn_first(engine, &words);
    make_all_examples(&words);
    learn_folds();
    learn_stage(ALL_FOLDS, epochs, RUNS, report);
    if (folds) learn_sureness();
    prune(&last.weights, &last.map, MOST_FEATURES, NULL);
    look("pruned", epochs);
    model_parts parts = {&last.weights, &last.map, marks, mark_count, argv[2], MOST_FEATURES};
    write_model(argv[1], &parts);
    return 0;
}

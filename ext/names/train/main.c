/*
** Trains the model of names.
**
**     train-names OUT WORD_CLASSES.txt -t TRAIN.db ... [-u UPPER.db ...] [-d LOOK_AT.db ...]
**                  [-D LOOK_AT_UPPER.db ...] [-e EPOCHS]
**
** How sure a name is is learned by folds, from articles left out; then the whole is learned from all.
*/
#include "train_names.h"

enum { MOST_SETS = 16, LEAST_SEEN = 1, MOST_FEATURES = 105000, MOST_JUDGED = 1000000 };

static const float dropout = 0.3f, letter_dropout = 0.15f;

static data_set looked_at[MOST_SETS], sets[MOST_SETS];
static uint32_t looked_count, set_count;
static unsigned epochs = 12;
static feature_map map;
static packed weights;
static example_list *lists[MOST_SETS];
static marked_word *marks;
static uint32_t mark_count;

static void print_scores(void) {
    for (uint32_t i = 0; i < looked_count; i++) {
        score s = measure(&looked_at[i], &weights, NULL, NULL);
        const char *name = strrchr(looked_at[i].name, '/');
        printf("  %s %.4f (%.3f %.3f)", name ? name + 1 : looked_at[i].name, f1(s),
               (double)s.right / (s.found + 1e-9), (double)s.right / (s.marked + 1e-9));
    }
    printf("\n");
    fflush(stdout);
}

static void report(unsigned epoch, const learned *state) {
    pack(&nw_names_templates, state, map.row_count, &weights);
    printf("epoch %2u", epoch);
    for (uint32_t i = 0; i < looked_count; i++) make_sums(&looked_at[i].examples, &weights, ALL_FOLDS);
    print_scores();
}

static void read_arguments(newswire_engine *engine, int argc, char **argv) {
    char mode = 0;
    for (int i = 3; i < argc; i++) {
        if (argv[i][0] == '-')
            mode = argv[i][1];
        else if (mode == 'e')
            epochs = (unsigned)atoi(argv[i]);
        else if (mode == 't' || mode == 'u')
            read_documents(engine, argv[i], mode == 'u', &sets[set_count++]);
        else
            read_documents(engine, argv[i], mode == 'D', &looked_at[looked_count++]);
        if (set_count == MOST_SETS || looked_count == MOST_SETS) exit(1);
    }
}

static void make_all_examples(const char *classes) {
    nw_word_table words;
    read_word_classes(classes, &words);
    marks = learn_small_words(sets, set_count, &words, &mark_count);
    learn_types_alone(sets, set_count);
    open_features(&map, &nw_names_templates);
    for (uint32_t i = 0; i < set_count; i++) lists[i] = &sets[i].examples;
    for (uint32_t i = 0; i < set_count; i++) make_examples(&sets[i], &words, &map, true);
    number_features(&map, LEAST_SEEN);
    for (uint32_t i = 0; i < set_count; i++) make_examples(&sets[i], &words, &map, false);
    for (uint32_t i = 0; i < looked_count; i++) make_examples(&looked_at[i], &words, &map, false);
}

static lesson plan_lesson(uint32_t left_out, void (*each_epoch)(unsigned epoch, const learned *state)) {
    return (lesson){&nw_names_templates, lists,   set_count,      left_out,  map.row_count, epochs,
                    map.row_letters,     dropout, letter_dropout, each_epoch};
}

static void learn_folds(void) {
    learned state;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        lesson plan = plan_lesson(fold, NULL);
        learn(&plan, &state);
        pack(&nw_names_templates, &state, map.row_count, &weights);
        for (uint32_t i = 0; i < set_count; i++) make_sums(&sets[i].examples, &weights, fold);
        free(state.weights);
    }
}

/* From the sums of the folds. */
static void learn_sureness(void) {
    judged *segments = must(malloc(MOST_JUDGED * sizeof *segments));
    uint32_t count = 0, more;
    for (uint32_t i = 0; i < set_count; i++, count += more)
        measure(&sets[i], &weights, segments + count, &more);
    fit_sureness(segments, count, &weights);
    free(segments);
}

int main(int argc, char **argv) {
    newswire_engine *engine;
    learned state;
    if (argc < 4 || newswire_engine_open(NULL, &engine)) {
        fprintf(
            stderr,
            "usage: train-names OUT WORD_CLASSES.txt -t TRAIN.db ... -u UPPER.db ... -d LOOK_AT.db ...\n");
        return 1;
    }
    read_arguments(engine, argc, argv);
    make_all_examples(argv[2]);
    learn_folds();
    lesson plan = plan_lesson(ALL_FOLDS, report);
    learn(&plan, &state);
    pack(&nw_names_templates, &state, map.row_count, &weights);
    learn_sureness();
    prune(&weights, &map, MOST_FEATURES, NULL);
    for (uint32_t i = 0; i < looked_count; i++) make_sums(&looked_at[i].examples, &weights, ALL_FOLDS);
    printf("pruned  ");
    print_scores();
    model_parts parts = {&weights, &map, marks, mark_count, argv[2], MOST_FEATURES};
    write_model(argv[1], &parts);
    return 0;
}

/*
** Learning to choose: a log-linear model by stochastic gradient with AdaGrad steps. Clues are dropped at random, so
** that none is relied on alone; the weights of the second half of the epochs are averaged.
*/
#include "tagger/train/exponential.h"
#include "tagger/train/random.h"
#include "train_quotes.h"

#include <math.h>

static const float step_size = 0.05f, first_square = 0.3f, dropout = 0.25f;

static uint64_t random_state;

typedef struct learner {
    const lesson_book *book;
    weights now, squares, all;
    uint8_t kept[1 << 16]; /* of the rows, then of the lones: whether it is not dropped */
} learner;

static void open_weights(const lesson_book *book, weights *made) {
    made->rows = must(calloc(book->rows.count + 1u, sizeof *made->rows));
    made->lones = must(calloc(book->lones.count + 1u, sizeof *made->lones));
}

static void step(float *weight, float *square, float gradient) {
    *square += gradient * gradient;
    *weight += step_size * gradient / sqrtf(*square + first_square);
}

static void score(learner *state, const choice *of, float *scores) {
    uint32_t least = (uint32_t)((double)dropout * 4294967295.0), lones = of->first[of->group_count];
    float shapes[NW_ROW_WEIGHTS] = {0}, groups[256] = {0}, scale = 1 / (1 - dropout);
    for (uint32_t i = 0; i < of->row_count + lones; i++)
        state->kept[i] = random_number(&random_state) >= least;
    for (uint32_t i = 0; i < of->row_count; i++)
        for (unsigned k = 0; k < NW_ROW_WEIGHTS && state->kept[i]; k++)
            shapes[k] += state->now.rows[of->rows[i]][k] * scale;
    for (uint32_t g = 0; g < of->group_count; g++) {
        groups[g] = 0;
        for (uint32_t i = of->first[g]; i < of->first[g + 1]; i++)
            if (state->kept[of->row_count + i]) groups[g] += state->now.lones[of->lones[i]] * scale;
    }
    float most = -1e30f, all = 0;
    for (uint32_t o = 0; o < of->offer_count; o++) {
        const choice_offer *offer = &of->offers[o];
        scores[o] = offer->base + shapes[offer->shape];
        for (unsigned g = 0; g < offer->group_count; g++) scores[o] += groups[offer->groups[g]];
        if (scores[o] > most) most = scores[o];
    }
    for (uint32_t o = 0; o < of->offer_count; o++) all += scores[o] = exponential(scores[o] - most);
    for (uint32_t o = 0; o < of->offer_count; o++) scores[o] /= all;
}

static void learn_one(learner *state, const choice *of) {
    float scores[NW_MOST_OFFERS], shapes[NW_ROW_WEIGHTS] = {0}, groups[256] = {0}, scale = 1 / (1 - dropout);
    score(state, of, scores);
    for (uint32_t o = 0; o < of->offer_count; o++) {
        const choice_offer *offer = &of->offers[o];
        float gradient = (offer->target - scores[o]) * scale;
        shapes[offer->shape] += gradient;
        for (unsigned g = 0; g < offer->group_count; g++) groups[offer->groups[g]] += gradient;
    }
    for (uint32_t i = 0; i < of->row_count; i++)
        for (unsigned k = 0; k < NW_ROW_WEIGHTS && state->kept[i]; k++)
            if (fabsf(shapes[k]) > 1e-3f)
                step(&state->now.rows[of->rows[i]][k], &state->squares.rows[of->rows[i]][k], shapes[k]);
    for (uint32_t g = 0; g < of->group_count; g++) {
        if (fabsf(groups[g]) <= 1e-3f) continue;
        for (uint32_t i = of->first[g]; i < of->first[g + 1]; i++)
            if (state->kept[of->row_count + i])
                step(&state->now.lones[of->lones[i]], &state->squares.lones[of->lones[i]], groups[g]);
    }
}

static void add_weights(const lesson_book *book, const weights *from, float share, weights *to) {
    for (uint32_t i = 0; i < book->rows.count; i++)
        for (unsigned k = 0; k < NW_ROW_WEIGHTS; k++) to->rows[i][k] += from->rows[i][k] * share;
    for (uint32_t i = 0; i < book->lones.count; i++) to->lones[i] += from->lones[i] * share;
}

static void scale_weights(const lesson_book *book, float share, weights *all) {
    for (uint32_t i = 0; i < book->rows.count; i++)
        for (unsigned k = 0; k < NW_ROW_WEIGHTS; k++) all->rows[i][k] *= share;
    for (uint32_t i = 0; i < book->lones.count; i++) all->lones[i] *= share;
}

/* One of several runs, which differ by chance alone. */
static void learn_run(const lesson_book *book, uint32_t left_out, unsigned epochs, unsigned run,
                      weights *result) {
    static learner state;
    enum { SNAPSHOT = 3000 }; /* examples */
    uint32_t count = 0, snapshots = 0;
    uint32_t *order = must(malloc((book->all.count + 1u) * sizeof *order));
    random_state = UINT64_C(0x2545f4914f6cdd1d) + run;
    state.book = book;
    open_weights(book, &state.now);
    open_weights(book, &state.squares);
    open_weights(book, &state.all);
    for (uint32_t i = 0; i < book->all.count; i++)
        if (book->all.items[i].fold != left_out) order[count++] = i;
    for (unsigned epoch = 0; epoch < epochs; epoch++) {
        for (uint32_t i = count; i > 1; i--) {
            uint32_t other = (uint32_t)((uint64_t)random_number(&random_state) * i >> 32),
                     swap = order[i - 1];
            order[i - 1] = order[other];
            order[other] = swap;
        }
        for (uint32_t i = 0; i < count; i++) {
            learn_one(&state, &book->all.items[order[i]]);
            if (epoch < epochs / 2 || i % SNAPSHOT != SNAPSHOT - 1) continue;
            snapshots++;
            add_weights(book, &state.now, 1, &state.all);
        }
    }
    scale_weights(book, 1 / (float)snapshots, &state.all);
    free(order);
    free(state.now.rows);
    free(state.now.lones);
    free(state.squares.rows);
    free(state.squares.lones);
    *result = state.all;
}

void learn_choices(const lesson_book *book, uint32_t left_out, unsigned epochs, weights *result) {
    enum { RUNS = 3 };
    open_weights(book, result);
    for (unsigned run = 0; run < RUNS; run++) {
        weights one;
        learn_run(book, left_out, epochs, run, &one);
        add_weights(book, &one, 1.0f / RUNS, result);
        free(one.rows);
        free(one.lones);
    }
}

/*
** Learning: a conditional random field by stochastic gradient with AdaGrad steps. Features are dropped at
** random, so that none is relied on alone; the weights of the second half of the epochs are averaged.
*/
#include "exponential.h"
#include "random.h"
#include "train.h"

#include <math.h>

static const float step_size = 0.05f, first_square = 0.3f;

static uint64_t random_state;

typedef struct learner {
    learned *now;
    const lesson *plan;
    weight_row *squares;
    float transition_squares[NW_TAGS][NW_TAGS];
    float factors[NW_TAGS][NW_TAGS]; /* exp of the transitions, 0 where tags do not agree */
    float (*scores)[NW_TAGS];        /* by unit of a run */
    float (*forward)[NW_TAGS];
    float (*backward)[NW_TAGS];
    uint32_t *kept; /* rows of a unit that are not dropped */
    uint32_t *kept_first;
} learner;

static void set_factors(learner *state) {
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++)
            state->factors[a][b] = nw_tags_agree(a, b) ? exponential(state->now->transitions[a][b]) : 0;
}

/* Scores of each unit, as factors: the greatest is 1. */
static void score_units(learner *state, const example *run) {
    uint32_t kept = 0, least = (uint32_t)((double)state->plan->dropout * 4294967295.0);
    uint32_t least_letters = (uint32_t)((double)state->plan->letter_dropout * 4294967295.0);
    float scale = 1 / (1 - state->plan->dropout);
    for (uint32_t i = 0; i < run->count; i++) {
        float sums[NW_TAGS] = {0}, most = 0;
        bool letters = random_number(&random_state) >= least_letters;
        state->kept_first[i] = kept;
        for (uint32_t k = run->first[i]; k < run->first[i + 1]; k++) {
            if (random_number(&random_state) < least || (!letters && state->plan->letters[run->rows[k]]))
                continue;
            const float *weights = state->now->weights[run->rows[k]];
            state->kept[kept++] = run->rows[k];
            for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) sums[tag] += weights[tag];
        }
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) {
            sums[tag] *= scale;
            if (sums[tag] > most) most = sums[tag];
        }
        for (unsigned tag = 0; tag < NW_TAGS; tag++)
            state->scores[i][tag] = run->allowed[i] >> tag & 1 ? exponential(sums[tag] - most) : 0;
    }
    state->kept_first[run->count] = kept;
}

static void make_one(float *values) {
    float sum = 1e-30f;
    for (unsigned tag = 0; tag < NW_TAGS; tag++) sum += values[tag];
    for (unsigned tag = 0; tag < NW_TAGS; tag++) values[tag] /= sum;
}

static void sum_paths(learner *state, uint32_t count) {
    for (unsigned tag = 0; tag < NW_TAGS; tag++) {
        state->forward[0][tag] = tag == NW_TAG_NONE;
        state->backward[count][tag] = state->factors[tag][NW_TAG_NONE];
    }
    for (uint32_t i = 0; i < count; i++) {
        float *to = state->forward[i + 1];
        for (unsigned tag = 0; tag < NW_TAGS; tag++) to[tag] = 0;
        for (unsigned a = 0; a < NW_TAGS; a++)
            for (unsigned b = 0; b < NW_TAGS; b++) to[b] += state->forward[i][a] * state->factors[a][b];
        for (unsigned tag = 0; tag < NW_TAGS; tag++) to[tag] *= state->scores[i][tag];
        make_one(to);
    }
    for (uint32_t i = count; i-- > 0;) {
        float *to = state->backward[i], from[NW_TAGS];
        for (unsigned b = 0; b < NW_TAGS; b++) from[b] = state->backward[i + 1][b] * state->scores[i][b];
        for (unsigned a = 0; a < NW_TAGS; a++) {
            to[a] = 0;
            for (unsigned b = 0; b < NW_TAGS; b++) to[a] += state->factors[a][b] * from[b];
        }
        make_one(to);
    }
}

static void step(float *weight, float *square, float gradient) {
    *square += gradient * gradient;
    *weight += step_size * gradient / sqrtf(*square + first_square);
}

static void step_weights(learner *state, const example *run) {
    float scale = 1 / (1 - state->plan->dropout);
    for (uint32_t i = 0; i < run->count; i++) {
        float share[NW_TAGS], gradient[NW_TAG_NONE];
        float largest = 0;
        for (unsigned tag = 0; tag < NW_TAGS; tag++)
            share[tag] = state->forward[i + 1][tag] * state->backward[i + 1][tag];
        make_one(share);
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++) {
            gradient[tag] = ((run->tags[i] == tag) - share[tag]) * scale;
            if (fabsf(gradient[tag]) > largest) largest = fabsf(gradient[tag]);
        }
        if (largest < 1e-3f) continue;
        for (uint32_t k = state->kept_first[i]; k < state->kept_first[i + 1]; k++) {
            float *weights = state->now->weights[state->kept[k]], *squares = state->squares[state->kept[k]];
            for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
                step(&weights[tag], &squares[tag], gradient[tag]);
        }
    }
}

static void step_transitions(learner *state, const example *run) {
    for (uint32_t i = 0; i <= run->count; i++) {
        float share[NW_TAGS][NW_TAGS], sum = 1e-30f;
        unsigned before = i ? run->tags[i - 1] : NW_TAG_NONE,
                 after = i < run->count ? run->tags[i] : NW_TAG_NONE;
        for (unsigned a = 0; a < NW_TAGS; a++)
            for (unsigned b = 0; b < NW_TAGS; b++) {
                float last =
                    i < run->count ? state->scores[i][b] * state->backward[i + 1][b] : b == NW_TAG_NONE;
                share[a][b] = state->forward[i][a] * state->factors[a][b] * last;
                sum += share[a][b];
            }
        for (unsigned a = 0; a < NW_TAGS; a++)
            for (unsigned b = 0; b < NW_TAGS; b++)
                if (state->factors[a][b] > 0)
                    step(&state->now->transitions[a][b], &state->transition_squares[a][b],
                         (a == before && b == after) - share[a][b] / sum);
    }
}

static const example **list_examples(const lesson *plan, uint32_t *count) {
    uint32_t room = 0;
    for (uint32_t s = 0; s < plan->list_count; s++) room += plan->lists[s]->count;
    const example **all = must(malloc((room + 1) * sizeof *all));
    *count = 0;
    for (uint32_t s = 0; s < plan->list_count; s++)
        for (uint32_t e = 0; e < plan->lists[s]->count; e++)
            if (plan->lists[s]->items[e].fold != plan->left_out) all[(*count)++] = &plan->lists[s]->items[e];
    return all;
}

static void learn_epoch(learner *state, const example **all, uint32_t count, bool first) {
    for (uint32_t i = count; i > 1; i--) {
        uint32_t other = random_number(&random_state) % i;
        const example *swap = all[i - 1];
        all[i - 1] = all[other];
        all[other] = swap;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i % 16 == 0) set_factors(state);
        if (all[i]->fold == FIRST_ONLY && !first) continue;
        score_units(state, all[i]);
        sum_paths(state, all[i]->count);
        step_weights(state, all[i]);
        step_transitions(state, all[i]);
    }
}

static void add_average(learned *result, const learned *now, uint32_t rows, unsigned number) {
    float part = 1.0f / (float)number;
    for (uint32_t row = 0; row < rows; row++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            result->weights[row][tag] += (now->weights[row][tag] - result->weights[row][tag]) * part;
    for (unsigned a = 0; a < NW_TAGS; a++)
        for (unsigned b = 0; b < NW_TAGS; b++)
            result->transitions[a][b] += (now->transitions[a][b] - result->transitions[a][b]) * part;
}

static learner *open_learner(const lesson *plan, learned *now) {
    size_t length = plan->table->run_length + 1u;
    learner *state = must(calloc(1, sizeof *state));
    state->now = now;
    state->plan = plan;
    state->squares = must(calloc(plan->row_count + 1u, sizeof(weight_row)));
    state->scores = must(calloc(length, sizeof *state->scores));
    state->forward = must(calloc(length, sizeof *state->forward));
    state->backward = must(calloc(length, sizeof *state->backward));
    state->kept = must(malloc(length * NW_MOST_FEATURES * sizeof *state->kept));
    state->kept_first = must(calloc(length, sizeof *state->kept_first));
    return state;
}

static void close_learner(learner *state) {
    free(state->now->weights);
    free(state->squares);
    free(state->scores);
    free(state->forward);
    free(state->backward);
    free(state->kept);
    free(state->kept_first);
    free(state);
}

void learn(const lesson *plan, learned *result) {
    uint32_t count;
    const example **all = list_examples(plan, &count);
    learned now = {must(calloc(plan->row_count + 1u, sizeof(weight_row))), {{0}}};
    learner *state = open_learner(plan, &now);
    random_state = UINT64_C(0x9e3779b97f4a7c15) * (2 * plan->run + 1);
    memset(result, 0, sizeof *result);
    result->weights = must(calloc(plan->row_count + 1u, sizeof(weight_row)));
    for (unsigned epoch = 1; epoch <= plan->epochs; epoch++) {
        bool averaged = epoch * 2 > plan->epochs;
        learn_epoch(state, all, count, epoch <= plan->first_epochs);
        if (averaged) add_average(result, &now, plan->row_count, epoch - plan->epochs / 2);
        if (plan->report) plan->report(epoch, averaged ? result : &now);
    }
    close_learner(state);
    free(all);
}

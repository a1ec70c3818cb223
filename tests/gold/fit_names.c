/*
** Fits the weights of ext/names/weights.c on texts whose names are marked (databases with articles(id,
** body) and gold_mentions(article, start, length, type), offsets in characters from 1):
**
**     fit_names ROUNDS TRAIN.db... > ext/names/weights.c
**
**     make build/libengine.a
**     cc -std=gnu11 -O2 -Iinclude -Iext -Ibuild/gen -o fit_names tests/gold/fit_names.c build/libengine.a \
**         -lsqlite3 -lpcre2-8 -lutf8proc
**
** The weights in place are of 12 rounds over the training part of CoNLL-2003 and over WikiGold.
** An averaged structured perceptron over the cuts of runs. Lines of some articles are put in capitals, so
** that the second table learns text whose capitals tell nothing.
*/
#include "article.h"
#include "names/weigh.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct gold_name {
    uint32_t start, end; /* bytes */
    unsigned type;
} gold_name;

typedef struct sample {
    newswire_article *article;
    gold_name *names;
    uint32_t count;
} sample;

static newswire_engine *engine;
static sample *samples;
static uint32_t sample_count;
static uint64_t seed = 1;

static uint32_t chance(uint32_t limit) {
    seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)((seed >> 33) % limit);
}

static uint32_t byte_of(const char *text, uint32_t at, uint32_t characters) {
    while (characters) {
        at++;
        while ((text[at] & 0xc0) == 0x80) at++;
        characters--;
    }
    return at;
}

static unsigned type_of(const char *name) {
    static const char *const types[] = {"PERSON", "ORG", "LOC", "MISC"};
    for (unsigned i = 0; i < 4; i++)
        if (strcmp(types[i], name) == 0) return i;
    return NW_LABEL_NONE;
}

/* Puts some lines in capitals, or each word's first letter. */
static void shout(char *text, uint32_t share) {
    bool shouted = false, titled = false;
    for (uint32_t i = 0; text[i]; i++) {
        if (i == 0 || text[i - 1] == '\n') {
            shouted = chance(100) < share;
            titled = !shouted && chance(100) < share / 4;
        }
        bool begins = i == 0 || text[i - 1] == ' ' || text[i - 1] == '\n';
        if ((shouted || (titled && begins)) && text[i] >= 'a' && text[i] <= 'z')
            text[i] = (char)(text[i] - 32);
    }
}

static void add_sample(sqlite3 *db, sqlite3_int64 id, const char *body, uint32_t share) {
    sqlite3_stmt *query;
    const newswire_instrument *rows;
    size_t count;
    samples = realloc(samples, (sample_count + 1) * sizeof *samples);
    sample *added = &samples[sample_count++];
    char *text = strdup(body);
    memset(added, 0, sizeof *added);
    if (share) shout(text, share);
    newswire_article_open(engine, text, strlen(text), NULL, &added->article);
    newswire_instruments(added->article, &rows, &count);
    sqlite3_prepare_v2(db, "SELECT start, length, type FROM gold_mentions WHERE article = ? ORDER BY start",
                       -1, &query, NULL);
    sqlite3_bind_int64(query, 1, id);
    uint32_t byte = 0, character = 0;
    while (sqlite3_step(query) == SQLITE_ROW) {
        uint32_t start = (uint32_t)sqlite3_column_int(query, 0) - 1;
        added->names = realloc(added->names, (added->count + 1) * sizeof *added->names);
        byte = byte_of(body, byte, start - character);
        character = start;
        gold_name *name = &added->names[added->count++];
        name->start = byte;
        name->end = byte_of(body, byte, (uint32_t)sqlite3_column_int(query, 1));
        name->type = type_of((const char *)sqlite3_column_text(query, 2));
    }
    sqlite3_finalize(query);
    free(text);
}

static void load(const char *path) {
    sqlite3 *db;
    sqlite3_stmt *query;
    sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
    sqlite3_prepare_v2(db, "SELECT id, body FROM articles", -1, &query, NULL);
    while (sqlite3_step(query) == SQLITE_ROW) {
        const char *body = (const char *)sqlite3_column_text(query, 1);
        add_sample(db, sqlite3_column_int64(query, 0), body, 0);
        if (chance(100) < 60) add_sample(db, sqlite3_column_int64(query, 0), body, 35);
    }
    sqlite3_finalize(query);
    sqlite3_close(db);
}

/* The cut of a run that the marked names tell. False: they do not fit its units. */
static uint32_t gold_cut(const nw_name_run *run, const sample *from, nw_segment segments[NW_RUN_UNITS]) {
    uint32_t count = 0, name = 0;
    while (name < from->count && from->names[name].end <= run->units[0].span.start) name++;
    for (uint32_t i = 0; i < run->count;) {
        const nw_unit *unit = &run->units[i];
        while (name < from->count && from->names[name].end <= unit->span.start) name++;
        nw_segment segment = {(uint16_t)i, 1, NW_LABEL_NONE, 0};
        if (name < from->count && from->names[name].start < nw_span_end(unit->span)) {
            const gold_name *gold = &from->names[name];
            uint32_t last = i;
            while (last + 1 < run->count && nw_span_end(run->units[last].span) < gold->end) last++;
            if (gold->start != unit->span.start || nw_span_end(run->units[last].span) != gold->end ||
                last - i >= NW_SEGMENT_UNITS || gold->type == NW_LABEL_NONE)
                return 0;
            segment.count = (uint16_t)(last - i + 1);
            segment.label = (uint8_t)gold->type;
        }
        segments[count++] = segment;
        i += segment.count;
    }
    return count;
}

static nw_weights weights[2];
static int64_t sums[2][NW_ROWS][NW_LABELS];
static int64_t turns;

static bool same_cut(const nw_segment *one, uint32_t one_count, const nw_segment *other,
                     uint32_t other_count) {
    if (one_count != other_count) return false;
    for (uint32_t i = 0; i < one_count; i++)
        if (one[i].first != other[i].first || one[i].count != other[i].count ||
            one[i].label != other[i].label)
            return false;
    return true;
}

static void teach(const nw_name_run *run, const nw_segment *cut, uint32_t count, int step) {
    unsigned before = NW_LABELS;
    for (uint32_t i = 0; i < count; i++) {
        nw_teach_segment(run, cut[i], before, step, weights[!run->plain_case]);
        before = cut[i].label;
    }
}

static void add_sums(void) {
    turns++;
    for (unsigned table = 0; table < 2; table++)
        for (unsigned row = 0; row < NW_ROWS; row++)
            for (unsigned label = 0; label < NW_LABELS; label++)
                sums[table][row][label] += weights[table][row][label];
}

/* What is known before any text is read: a name of a list is one, and whole. */
static void set_priors(void) {
    static const struct {
        unsigned row;
        int weights[NW_LABELS];
    } priors[] = {
        {NW_ROW_PHRASE + NW_CLASS_FIRM, {-60, 80, -20, -20, 0}},
        {NW_ROW_CUT_LEFT + NW_CLASS_FIRM, {-60, -40, -40, -40, -20}},
        {NW_ROW_CUT_RIGHT + NW_CLASS_FIRM, {-60, -40, -40, -40, -20}},
        {NW_ROW_PHRASE + NW_CLASS_METROPOLIS, {-15, -15, 30, -10, 0}},
        {NW_ROW_LEFT_CLASS + NW_CLASS_HONORIFIC, {40, -20, -20, -20, -10}},
        {NW_ROW_FIRST_CLASS + NW_CLASS_HONORIFIC, {-30, -20, -20, -20, 0}},
        {NW_ROW_FIRST_MARK + NW_MARK_LOWER, {20, -10, -10, -10, 0}},
        {NW_ROW_PHRASE + NW_CLASS_PRESS, {-10, 20, -10, -10, 0}},
        {NW_ROW_PHRASE + NW_CLASS_INDEX, {-10, -10, -10, 40, 0}},
        {NW_ROW_SINGLE_CLASS + NW_CLASS_INDEX, {-5, -5, -5, 15, 0}},
        {NW_ROW_FIRST_CLASS + NW_CLASS_INDEX, {-5, -5, -5, 10, 0}},
    };
    for (unsigned table = 0; table < 2; table++)
        for (size_t i = 0; i < sizeof priors / sizeof *priors; i++)
            for (unsigned label = 0; label < NW_LABELS; label++)
                weights[table][priors[i].row][label] = (int16_t)priors[i].weights[label];
}

/* Leaves out some of what is known of the words, so that nothing is relied on alone. */
static void forget_some(nw_name_run *run) {
    for (uint32_t i = 0; i < run->count; i++) {
        nw_unit *unit = &run->units[i];
        uint64_t some = (uint64_t)chance(1 << 20) | (uint64_t)chance(1 << 20) << 20;
        if (chance(100) < 12) unit->form = NULL;
        if (chance(100) < 15) unit->info.classes &= some;
        if (chance(100) < 20) unit->suffix = 0;
        if (chance(100) < 4) unit->word = 0;
    }
}

static void fit_round(unsigned round, uint32_t *order) {
    nw_scale *scale = malloc(1 << 20);
    static nw_segment told[NW_RUN_UNITS], found[NW_RUN_UNITS];
    uint32_t runs = 0, wrong = 0, unfit = 0;
    for (uint32_t i = sample_count - 1; i > 0; i--) {
        uint32_t j = chance(i + 1), kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
    for (uint32_t i = 0; i < sample_count; i++) {
        sample *from = &samples[order[i]];
        nw_arena arena;
        nw_arena_open(&arena, &engine->allocator);
        const nw_reading *reading = &from->article->reading;
        nw_run_reader *reader = nw_run_reader_open(&arena, reading, NULL);
        for (uint32_t token = 0; token < reading->tokens.count;) {
            token = nw_read_run(reader, token, reading->tokens.count);
            if (!reader->run.count) continue;
            uint32_t told_count = gold_cut(&reader->run, from, told);
            if (!told_count) {
                unfit++;
                continue;
            }
            forget_some(&reader->run);
            uint32_t found_count =
                nw_weigh_run(scale, &reader->run,
                             (const int16_t(*)[NW_LABEL_ROOM])weights[!reader->run.plain_case], found);
            if (++runs % 20 == 0) add_sums();
            if (same_cut(told, told_count, found, found_count)) continue;
            wrong++;
            teach(&reader->run, told, told_count, 1);
            teach(&reader->run, found, found_count, -1);
        }
        nw_arena_close(&arena);
    }
    fprintf(stderr, "round %u: %u runs, %u wrong, %u do not fit\n", round + 1, runs, wrong, unfit);
    free(scale);
}

static void print_weights(void) {
    printf("/* Made by tests/gold/fit_names.c; see there. */\n#include \"names/weigh.h\"\n\n"
           "/* clang-format off */\nconst nw_weights nw_name_weights[2] = {\n");
    for (unsigned table = 0; table < 2; table++) {
        printf("{");
        for (unsigned row = 0; row < NW_ROWS; row++) {
            printf("%s{", row % 6 == 0 ? "\n" : "");
            for (unsigned label = 0; label < NW_LABELS; label++) {
                long weight = (long)(sums[table][row][label] * 100 / (turns ? turns : 1));
                if (weight > 32000) weight = 32000;
                if (weight < -32000) weight = -32000;
                printf("%s%ld", label ? "," : "", weight);
            }
            printf("},");
        }
        printf("\n},\n");
    }
    printf("};\n");
}

int main(int argc, char **argv) {
    if (argc < 3 || newswire_engine_open(NULL, &engine) != NEWSWIRE_OK) return 2;
    for (int i = 2; i < argc; i++) load(argv[i]);
    uint32_t *order = malloc(sample_count * sizeof *order);
    for (uint32_t i = 0; i < sample_count; i++) order[i] = i;
    set_priors();
    for (unsigned round = 0; round < (unsigned)atoi(argv[1]); round++) fit_round(round, order);
    print_weights();
    return 0;
}

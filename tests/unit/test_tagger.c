#include "article.h"
#include "harness.h"
#include "names/name_words.h"
#include "names/tag_names.h"
#include "tagger/decode.h"
#include "tagger/fingerprint.h"

/* ---- decoding, with weights of its own ---- */

static const int16_t no_transitions[NW_TAGS][NW_TAGS];
static const uint16_t plain_sureness[NW_SURENESS_POINTS][2] = {
    {0, 10000},   {256, 5000},  {512, 4000},  {768, 3000},  {1024, 2000}, {1025, 1900},
    {1026, 1800}, {1027, 1700}, {1028, 1600}, {1029, 1500}, {1030, 1400}, {1031, 1300},
    {1032, 1200}, {1033, 1100}, {1034, 1000}, {1035, 900},  {1036, 800},  {1037, 700},
    {1038, 600},  {1039, 500},  {1040, 400},  {1041, 300},  {1042, 200},  {1043, 100},
};

static nw_tag_sums run_sums[NW_NAME_RUN];
static uint32_t run_allowed[NW_NAME_RUN];

struct decoding {
    nw_tag_run run;
    nw_tag_segment segments[NW_NAME_RUN];
    uint32_t count;
    uint32_t distance; /* of the first segment */
};

static void decode(nw_arena *arena, void *context) {
    struct decoding *decoding = context;
    nw_tag_model model = {0};
    model.table = &nw_names_templates;
    model.transitions = no_transitions;
    model.sureness = plain_sureness;
    nw_decoder *decoder = nw_decoder_open(arena, &model);
    decoding->count = nw_decode_run(decoder, &decoding->run, decoding->segments);
    if (decoding->count)
        decoding->distance = nw_segment_distance(decoder, &decoding->run, decoding->segments);
}

static struct decoding decoding;

static void start_run(uint32_t count) {
    memset(&decoding, 0, sizeof decoding);
    memset(run_sums, 0, sizeof run_sums);
    decoding.run.count = count;
    decoding.run.sums = run_sums;
    decoding.run.allowed = run_allowed;
    for (uint32_t i = 0; i < count; i++) run_allowed[i] = nw_all_tags(&nw_names_templates);
}

static void test_decoding(void) {
    newswire_engine *engine = test_engine();
    newswire_article *article = test_article(engine, "", NULL);
    nw_arena *arena = &article->arena;

    start_run(3);
    decoding.run.sums[0][nw_tag(NEWSWIRE_ORG, NW_TAG_FIRST)] = 200;
    decoding.run.sums[1][nw_tag(NEWSWIRE_ORG, NW_TAG_LAST)] = 200;
    decoding.run.sums[1][nw_tag(NEWSWIRE_PERSON, NW_TAG_LAST)] = 210;
    nw_run(arena, decode, &decoding);
    CHECK(decoding.count == 1, "%u", decoding.count);
    CHECK(decoding.segments[0].first == 0 && decoding.segments[0].count == 2, "wrong units");
    CHECK(decoding.segments[0].type == NEWSWIRE_ORG, "a name has one type");
    CHECK(decoding.segments[0].score > 0.95, "%f", decoding.segments[0].score);

    start_run(1);
    decoding.run.sums[0][nw_tag(NEWSWIRE_LOC, NW_TAG_ONLY)] = 50;
    decoding.run.sums[0][nw_tag(NEWSWIRE_ORG, NW_TAG_ONLY)] = 49;
    nw_run(arena, decode, &decoding);
    CHECK(decoding.count == 1 && decoding.segments[0].type == NEWSWIRE_LOC, "%u", decoding.count);
    CHECK(decoding.segments[0].score > 0.2 && decoding.segments[0].score < 0.8, "%f",
          decoding.segments[0].score);
    /* 50 / 32 against 49 / 32 and three times 0: 256 times the logarithm of that chance is -244.4 */
    CHECK(decoding.distance > 240 && decoding.distance < 250, "%u", decoding.distance);

    start_run(2);
    for (uint32_t i = 0; i < 2; i++)
        decoding.run.sums[i][nw_tag(NEWSWIRE_ORG, i ? NW_TAG_LAST : NW_TAG_FIRST)] = 300;
    decoding.run.allowed[0] =
        ~(uint32_t)NW_OPEN_TAGS & nw_all_tags(&nw_names_templates); /* no name goes on after the first unit */
    decoding.run.allowed[1] = ~(uint32_t)NW_JOINED_TAGS & nw_all_tags(&nw_names_templates);
    nw_run(arena, decode, &decoding);
    CHECK(decoding.count == 0, "a tag that is not allowed was given");

    start_run(NW_NAME_RUN);
    nw_run(arena, decode, &decoding);
    CHECK(decoding.count == 0, "nothing speaks for a name: %u", decoding.count);
    newswire_article_close(article);
    newswire_engine_close(engine);
}

/* ---- templates ---- */

static void test_templates(void) {
    static nw_template_rows rows;
    static nw_features features, others;
    nw_name_columns units[5];
    nw_kept_word words[5];
    memset(units, 0, sizeof units);
    memset(words, 0, sizeof words);
    for (unsigned i = 0; i < 5; i++) units[i].word = &words[i];
    const nw_template_table *table = &nw_names_templates;
    nw_number_rows(table, &rows);
    CHECK(table->template_count <= NW_MOST_TEMPLATES, "%u", table->template_count);
    nw_find_features(table, &rows, &units[2], &features);
    CHECK(features.near_count == 0 && features.far_count == 0, "nothing is known, so nothing is found");
    for (unsigned i = 0; i < 5; i++) {
        for (unsigned c = 0; c < NW_WORD_VALUES; c++) words[i].values[c] = 1 + i;
        units[i].place = units[i].line = units[i].text = units[i].capitals = units[i].letters = 1 + i;
        words[i].classes = (UINT64_C(1) << NW_CLASS_COUNT) - 1;
        units[i].phrases = (UINT64_C(1) << 3 * NW_CLASS_PHRASES) - 1;
        units[i].elsewhere = 511;
        units[i].cues_before = units[i].cues_after = (1u << 27) - 1;
        for (unsigned c = 0; c < NW_NAME_SETS; c++)
            for (unsigned k = 0; k < NW_SET_SIZE; k++) units[i].sets[c][k] = 1 + k;
    }
    nw_find_features(table, &rows, &units[2], &features);
    CHECK(features.near_count <= NW_MOST_FEATURES, "%u", features.near_count);
    CHECK(features.far_count <= NW_MOST_FEATURES, "%u", features.far_count);
    for (uint32_t i = 0; i < features.near_count; i++)
        CHECK(features.near[i] < rows.rows, "%u", features.near[i]);
    words[1].values[NW_COLUMN_WORD] = 77;
    nw_find_features(table, &rows, &units[2], &others);
    CHECK(others.far_count == features.far_count, "%u", others.far_count);
    CHECK(memcmp(others.far, features.far, features.far_count * sizeof *features.far) != 0,
          "another word, other keys");
}

/* ---- sums ---- */

static const int8_t *weights_of_row(const nw_tag_model *model, const nw_template_rows *rows, uint32_t row) {
    return model->near_weights[row < rows->alone ? row : model->pair_weights[row - rows->alone]];
}

/* The sums of a unit as the features of the templates have them, one by one. */
static void sum_features(const nw_tag_model *model, const void *unit, nw_tag_sums sums) {
    static nw_template_rows rows;
    static nw_features features;
    nw_number_rows(model->table, &rows);
    nw_find_features(model->table, &rows, unit, &features);
    memset(sums, 0, sizeof(nw_tag_sums));
    for (uint32_t i = 0; i < features.near_count; i++)
        for (unsigned tag = 0; tag < NW_TAG_NONE; tag++)
            sums[tag] += weights_of_row(model, &rows, features.near[i])[tag];
    for (uint32_t i = 0; i < features.far_count; i++) {
        const int8_t *weights = nw_find_weights(model, features.far[i]);
        for (unsigned tag = 0; weights && tag < NW_TAG_NONE; tag++) sums[tag] += weights[tag];
    }
}

static uint32_t next_number(uint32_t below) {
    static uint64_t state = 1987;
    state = state * UINT64_C(6364136223846793005) + 1442695040888963407u;
    return (uint32_t)(state >> 33) % below;
}

/* Whatever is kept, shared and left out on the way: a unit's sums are the weights of its features. */
static void test_sums(void) {
    static nw_summer summer;
    static const unsigned limits[] = {
        [NW_COLUMN_LOOK] = NW_LOOKS,
        [NW_COLUMN_SMALL] = NW_SMALL_CLASSES,
        [NW_COLUMN_MIDDLE] = NW_MIDDLE_CLASSES,
        [NW_COLUMN_LARGE] = NW_LARGE_CLASSES,
        [NW_COLUMN_NAMED] = NW_NAMED_CLASSES,
        [NW_COLUMN_PROFILE] = NW_PROFILES,
        [NW_COLUMN_CUE_BEFORE] = 27,
        [NW_COLUMN_CUE_AFTER] = 27,
    };
    nw_summer_open(&summer, &nw_names_model);
    for (unsigned round = 0; round < 200; round++) {
        nw_name_columns units[5];
        nw_kept_word words[5];
        nw_tag_sums sums, wanted;
        memset(units, 0, sizeof units);
        memset(words, 0, sizeof words);
        for (unsigned i = 0; i < 5; i++) {
            units[i].word = &words[i];
            for (unsigned c = 0; c < NW_WORD_VALUES; c++) {
                unsigned limit = c < sizeof limits / sizeof *limits ? limits[c] : 0;
                words[i].values[c] = next_number(limit ? limit : 100);
            }
            words[i].classes = next_number(1u << 20);
            units[i].place = next_number(19);
            units[i].line = next_number(202);
            units[i].text = next_number(17);
            units[i].elsewhere = next_number(512);
            units[i].sets[NW_SET_LEFT_CLASS][0] = next_number(NW_MIDDLE_CLASSES);
        }
        for (unsigned again = 0; again < 2; again++) {
            nw_sum_weights(&summer, &units[2], sums);
            sum_features(&nw_names_model, &units[2], wanted);
            CHECK(memcmp(sums, wanted, sizeof sums) == 0, "round %u, time %u", round, again);
        }
    }
}

/* ---- looks ---- */

static void test_looks(void) {
    static const char *const alike[][2] = {
        {"harbour", "rain"},
        {"Harbour", "Turku"},
        {"HSE", "PLC"},
        {"1250", "86"},
        {"12.5", "1,250"},
        {"U.K.", "N.Z."},
        {"didn't", "won't"},
        {"'s", "\342\200\231s"},
        {"\"", "\342\200\234"},
        {"-", "\342\200\223"},
        {"Oslo-based", "Turku-born"},
    };
    for (size_t i = 0; i < sizeof alike / sizeof *alike; i++) {
        const char *one = alike[i][0], *other = alike[i][1];
        uint32_t look = nw_look_of(one, (uint32_t)strlen(one));
        CHECK(look > 0 && look < NW_LOOK_EDGE, "%s: %u", one, look);
        CHECK(nw_look_of(other, (uint32_t)strlen(other)) == look, "%s, %s", one, other);
        for (size_t k = 0; k < i; k++)
            CHECK(nw_look_of(alike[k][0], (uint32_t)strlen(alike[k][0])) != look, "%s, %s", one, alike[k][0]);
    }
}

/* ---- the model's file ---- */

static uint64_t eight_bytes_at(FILE *file, long place) {
    uint64_t number = 0;
    fseek(file, place, SEEK_SET);
    for (unsigned i = 0; i < 8; i++) number |= (uint64_t)(unsigned char)getc(file) << 8 * i;
    return number;
}

/* The model was learned with the templates and the classes of words that it is used with. */
static void test_fingerprints(void) {
    enum { HEAD = sizeof "newswire tags 2\n" - 1 };
    FILE *model = fopen("ext/names/models/names.model", "rb");
    CHECK(model, "no model of names");
    if (!model) return;
    CHECK(eight_bytes_at(model, HEAD) == nw_template_fingerprint(&nw_names_templates), "other templates");
    CHECK(eight_bytes_at(model, HEAD + 8) == nw_file_fingerprint("ext/tagger/models/word_classes.txt"),
          "other classes of words");
    fclose(model);

    nw_template other[NW_MOST_TEMPLATES];
    nw_template_table table = nw_names_templates;
    memcpy(other, table.templates, table.template_count * sizeof *other);
    table.templates = other;
    CHECK(nw_template_fingerprint(&table) == nw_template_fingerprint(&nw_names_templates), "the same");
    other[3].offset = (int8_t)(other[3].offset - 1);
    CHECK(nw_template_fingerprint(&table) != nw_template_fingerprint(&nw_names_templates),
          "an offset changed");
    table.template_count--;
    CHECK(nw_template_fingerprint(&table) != nw_template_fingerprint(&nw_names_templates), "one is missing");
}

/* ---- names ---- */

enum { MOST_NAMES = 20000 };

struct tagging {
    newswire_article *article;
    uint32_t count;
    nw_tagged_name names[MOST_NAMES];
};

static struct tagging tagging;

/* As a stage of names would: all runs of an article, one after another. */
static void tag(nw_arena *arena, void *context) {
    struct tagging *tagged = context;
    const nw_reading *reading = &tagged->article->reading;
    static nw_tagged_name found[NW_NAME_RUN];
    nw_name_tagger *tagger = nw_name_tagger_open(arena, reading, NULL);
    for (uint32_t token = 0; token < reading->tokens.count;)
        token = nw_look_for_names(tagger, token, reading->tokens.count);
    for (uint32_t count; nw_tag_names(tagger, found, &count);)
        for (uint32_t i = 0; i < count && tagged->count < MOST_NAMES; i++)
            tagged->names[tagged->count++] = found[i];
}

/* Finds the names of an article; mentions are asked for because all that names are found by is read before. */
static void tag_article(newswire_article *article) {
    const newswire_mention *mentions;
    size_t count;
    tagging.article = article;
    tagging.count = 0;
    CHECK(newswire_mentions(article, &mentions, &count) == NEWSWIRE_OK, "not read");
    CHECK(nw_run(&article->arena, tag, &tagging) == NEWSWIRE_OK, "not tagged");
    for (uint32_t i = 0, end = 0; i < tagging.count; i++) {
        const nw_tagged_name *name = &tagging.names[i];
        bool sure = name->score > 0 && name->score <= 1;
        CHECK(sure && name->span.start >= end && name->type < NW_TAG_TYPES, "name %u at %u", i,
              name->span.start);
        end = nw_span_end(name->span);
    }
}

static bool has(newswire_article *article, const char *text, newswire_entity_type type) {
    tag_article(article);
    for (uint32_t i = 0; i < tagging.count; i++)
        if (tagging.names[i].type == type && strcmp(test_span(article, tagging.names[i].span), text) == 0)
            return true;
    return false;
}

static const struct {
    const char *text;
    const char *name;
    newswire_entity_type type;
} names[] = {
    {"Officials in Jakarta said the ferry had left on Monday.", "Jakarta", NEWSWIRE_LOC},
    {"Shares of Bergmann Holdings Inc rose after Klaus Bergmann, its chairman, spoke.",
     "Bergmann Holdings Inc", NEWSWIRE_ORG},
    {"Shares of Bergmann Holdings Inc rose after Klaus Bergmann, its chairman, spoke.", "Klaus Bergmann",
     NEWSWIRE_PERSON},
    {"The chairman of the Paris-based shipping group said it would hire 300 people.", "Paris", NEWSWIRE_LOC},
    {"A French minister met his Turkish counterpart on Friday.", "Turkish", NEWSWIRE_MISC},
    {"Talks with the Bank of England ended without a result.", "Bank of England", NEWSWIRE_ORG},
    {"MINISTERS TO MEET IN BRUSSELS ON FRIDAY", "BRUSSELS", NEWSWIRE_LOC},
    {"\"We are late,\" said Maria de la Cruz, who runs the port.", "Maria de la Cruz", NEWSWIRE_PERSON},
};

static void test_names(void) {
    newswire_engine *engine = test_engine();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        newswire_article *article = test_article(engine, names[i].text, NULL);
        CHECK(has(article, names[i].name, names[i].type), "%s in: %s", names[i].name, names[i].text);
        newswire_article_close(article);
    }
    newswire_engine_close(engine);
}

static uint32_t count_names(newswire_engine *engine, const char *text) {
    newswire_article *article = test_article(engine, text, NULL);
    tag_article(article);
    newswire_article_close(article);
    return tagging.count;
}

static void test_odd_texts(void) {
    enum { ROOM = 60000 };
    static char text[ROOM];
    newswire_engine *engine = test_engine();
    CHECK(count_names(engine, "") == 0, "nothing in nothing");
    CHECK(count_names(engine, "the weather was fine and nobody came.") == 0, "no capitals, no names");
    for (size_t i = 0; i + 8 < ROOM; i += 6) memcpy(text + i, "Rome, ", 7);
    CHECK(count_names(engine, text) > 0, "one run after another");
    for (size_t i = 0; i + 8 < ROOM; i += 5) memcpy(text + i, "Xyzw ", 6);
    count_names(engine, text); /* a run far longer than any name */
    memset(text, 'A', ROOM - 1);
    count_names(engine, text);
    newswire_engine_close(engine);
}

int main(void) {
    test_decoding();
    test_templates();
    test_sums();
    test_looks();
    test_fingerprints();
    test_names();
    test_odd_texts();
    return test_end("tagger");
}

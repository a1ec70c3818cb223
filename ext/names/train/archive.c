/*
** What plain articles teach, as a model reads them that was learned from the marked ones: which words are in
** names of which type, and names where the model is sure of them, to learn from.
*/
#include "../../tagger/train/exponential.h"
#include "train_names.h"

enum {
    NAMED_STEP = 3 /* every how many-th article is read for words */,
    PLAIN_ARTICLES = 450 /* of one archive */
};

static const double sure = 0.6; /* names less sure are not learned from, nor is what stands beside them */

/* ---- reading an article ---- */

/* Takes a name as it was read, or, of type -1, a unit that is in none. */
typedef void name_task(const document *doc, const newswire_span *spans, uint32_t count, int type,
                       double probability, void *context);

typedef struct reading_run {
    data_set set; /* of one document */
    const stage *by;
    name_task *task;
    void *context;
} reading_run;

static void read_examples(nw_arena *arena, void *context) {
    reading_run *reading = context;
    const document *doc = reading->set.documents;
    nw_decoder *decoder = nw_decoder_open(arena, &reading->by->weights.model);
    nw_tag_segment *segments = nw_alloc(arena, NW_NAME_RUN * sizeof *segments);
    nw_tag_run run;
    nw_tag_run_open(arena, &nw_names_templates, &run);
    for (uint32_t e = 0; e < reading->set.examples.count; e++) {
        const newswire_span *spans = &doc->spans[reading->set.first_spans[e]];
        fill_run(&run, &reading->set.examples.items[e]);
        uint32_t count = nw_decode_run(decoder, &run, segments), at = 0;
        for (uint32_t s = 0; s <= count; s++) {
            uint32_t first = s < count ? segments[s].first : run.count;
            for (; at < first; at++) reading->task(doc, &spans[at], 1, -1, 1, reading->context);
            if (s == count) break;
            double distance = nw_segment_distance(decoder, &run, &segments[s]);
            reading->task(doc, &spans[at], segments[s].count, segments[s].type,
                          (double)exponential((float)(-distance / 256)), reading->context);
            at += segments[s].count;
        }
    }
}

/* Reads the document of a set of one. */
static void read_names_of(data_set *set, const stage *by, name_task *task, void *context) {
    reading_run reading = {*set, by, task, context};
    make_examples(&reading.set, by->words, &((stage *)by)->map, false);
    make_sums(&reading.set.examples, &by->weights, ALL_FOLDS);
    if (nw_run(&set->documents->article->arena, read_examples, &reading)) {
        fprintf(stderr, "%s: out of memory\n", set->name);
        exit(1);
    }
    forget_examples(&reading.set);
}

/* ---- words ---- */

enum { SEEN_WORDS = 1 << 21, LEAST_SEEN = 3, NONE = NW_TAG_TYPES };

typedef struct seen_word {
    uint64_t key;
    float counts[NW_TAG_TYPES + 1];
} seen_word;

typedef struct word_reader {
    newswire_engine *engine;
    const stage *by;
    seen_word *words;
    uint32_t number;
} word_reader;

static bool has_capital(newswire_string word) {
    for (uint32_t i = 0; i < word.length; i++)
        if (word.bytes[i] >= 'A' && word.bytes[i] <= 'Z') return true;
    return false;
}

static seen_word *find_seen(seen_word *words, uint64_t key) {
    uint32_t slot = (uint32_t)(key >> 20) & (SEEN_WORDS - 1);
    while (words[slot].key && words[slot].key != key) slot = (slot + 1) & (SEEN_WORDS - 1);
    words[slot].key = key;
    return &words[slot];
}

static void see_words(const document *doc, const newswire_span *spans, uint32_t count, int type,
                      double probability, void *context) {
    word_reader *reader = context;
    for (uint32_t i = 0; i < count; i++) {
        newswire_string word = nw_span_string(&doc->article->reading.text, spans[i]);
        if (!has_capital(word)) continue;
        seen_word *seen = find_seen(reader->words, nw_word_key(word.bytes, word.length, NW_KEY_SHOWN));
        seen->counts[type < 0 ? NONE : type] += (float)probability;
        seen->counts[NONE] += (float)(1 - probability);
    }
}

static void see_article(const raw_article *article, void *context) {
    word_reader *reader = context;
    data_set set;
    if (reader->number++ % NAMED_STEP) return;
    memset(&set, 0, sizeof set);
    set.name = "an archive";
    add_document(&set, reader->engine, article->body, article->length, 0);
    read_names_of(&set, reader->by, see_words, reader);
    forget_documents(&set);
}

/* What a word is by what was seen of it: 1 to 12 by the type it is mostly in and how mostly, 13 to 15
** for those that are mostly in no names; 0: too seldom seen. */
static uint8_t named_class(const seen_word *word) {
    float sum = 0;
    unsigned best = 0;
    for (unsigned type = 0; type <= NONE; type++) sum += word->counts[type];
    for (unsigned type = 1; type < NONE; type++)
        if (word->counts[type] > word->counts[best]) best = type;
    if (sum < LEAST_SEEN) return 0;
    if (word->counts[NONE] >= 0.97f * sum) return NW_NAMED_NEVER;
    if (word->counts[NONE] >= 0.85f * sum) return NW_NAMED_SELDOM + 1;
    if (word->counts[NONE] >= 0.5f * sum) return NW_NAMED_SELDOM;
    return (uint8_t)(1 + best * NW_NAMED_STEPS +
                     (word->counts[best] >= 0.9f * sum   ? 0
                      : word->counts[best] >= 0.6f * sum ? 1
                                                         : 2));
}

enum { MOST_MARKED = 60000 }; /* as many as leave room in the table of word classes */

void learn_named_words(newswire_engine *engine, const stage *by, const char *const *archives, uint32_t count,
                       nw_word_table *words, marked_word **marks, uint32_t *mark_count) {
    word_reader reader = {engine, by, must(calloc(SEEN_WORDS, sizeof *reader.words)), 0};
    for (uint32_t i = 0; i < count; i++) each_article(archives[i], see_article, &reader);
    uint32_t before = *mark_count;
    *marks = must(realloc(*marks, (before + MOST_MARKED) * sizeof **marks));
    for (uint32_t i = 0; i < SEEN_WORDS && *mark_count - before < MOST_MARKED; i++) {
        uint8_t class = reader.words[i].key ? named_class(&reader.words[i]) : 0;
        if (!class || (class >= NW_NAMED_SELDOM && !nw_find_classes(words, reader.words[i].key))) continue;
        *add_word(words, reader.words[i].key) |= (uint32_t) class << NW_NAMED_BIT;
        (*marks)[(*mark_count)++] =
            (marked_word){reader.words[i].key, (uint8_t)(class << (NW_NAMED_BIT - NW_WORD_MARKS))};
    }
    fprintf(stderr, "%u words marked by the names they are in\n", *mark_count - before);
    free(reader.words);
    forget_words();
}

/* ---- articles to learn from ---- */

typedef struct plain_reader {
    newswire_engine *engine;
    const stage *by;
    data_set *set;
    uint32_t number, step;
    gold_name *names; /* of the article */
    uint32_t name_count;
} plain_reader;

static void keep_name(const document *doc, const newswire_span *spans, uint32_t count, int type,
                      double probability, void *context) {
    plain_reader *reader = context;
    (void)doc;
    if (type < 0) return;
    reader->names = must(realloc(reader->names, (reader->name_count + 1) * sizeof *reader->names));
    reader->names[reader->name_count++] =
        (gold_name){spans[0].start, nw_span_end(spans[count - 1]), (uint8_t)type, probability < sure};
}

static void count_article(const raw_article *article, void *context) {
    (void)article;
    ++*(uint32_t *)context;
}

static void take_plain(const raw_article *article, void *context) {
    plain_reader *reader = context;
    data_set one;
    if (reader->number++ % reader->step) return;
    document *doc = add_document(reader->set, reader->engine, article->body, article->length, FIRST_ONLY);
    reader->names = NULL;
    reader->name_count = 0;
    memset(&one, 0, sizeof one);
    one.name = reader->set->name;
    one.documents = doc;
    one.document_count = 1;
    read_names_of(&one, reader->by, keep_name, reader);
    doc->names = reader->names;
    doc->name_count = reader->name_count;
}

void read_plain(newswire_engine *engine, const stage *by, const char *path, data_set *set) {
    plain_reader reader = {engine, by, set, 0, 1, NULL, 0};
    uint32_t count = 0;
    memset(set, 0, sizeof *set);
    set->name = path;
    set->times = 1;
    set->types = nw_all_tags(&nw_names_templates);
    each_article(path, count_article, &count);
    if (count > PLAIN_ARTICLES) reader.step = count / PLAIN_ARTICLES;
    each_article(path, take_plain, &reader);
    fprintf(stderr, "%s: %u articles as the model reads them\n", path, set->document_count);
}

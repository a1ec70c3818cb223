#include "article.h"

#include "lexicon/sentence_words.h"
#include "names/classes.h"
#include "names/name_words.h"

/* ---------------------------------------------------------------- stages */

static void run_tokens(newswire_article *article) {
    nw_reading *reading = &article->reading;
    nw_arena *arena = &article->arena;
    nw_tokenize(arena, &reading->text, nw_is_abbreviation, &reading->tokens);
    nw_find_paragraphs(arena, &reading->text, &reading->tokens, &nw_lexicon_sentence_words,
                       &reading->paragraphs, &reading->wrapped);
    nw_find_blocks(arena, article->engine->patterns, &reading->text, &reading->tokens, &reading->paragraphs,
                   reading->wrapped, &reading->blocks);
    nw_find_sentences(arena, &reading->text, &reading->tokens, &reading->blocks, &nw_lexicon_sentence_words,
                      &reading->sentences);
}

static void run_words(newswire_article *article) { nw_find_words(&article->arena, &article->reading); }

static void run_credits(newswire_article *article) {
    nw_find_credits(&article->arena, &article->reading, &article->credits);
}

static void run_instruments(newswire_article *article) {
    nw_find_instruments(&article->arena, &article->reading, &article->instruments);
}

static void run_values(newswire_article *article) {
    nw_find_values(&article->arena, &article->reading, article->published, &article->values);
}

static void run_names(newswire_article *article) {
    newswire_engine *engine = article->engine;
    if (!engine->kept_words)
        engine->kept_words = nw_kept_words_open(&engine->allocator, &nw_word_classes, &nw_names_model);
    if (!engine->kept_words) nw_fail(&article->arena, NEWSWIRE_NOMEM);
    article->reading.kept = engine->kept_words;
    nw_find_names(&article->arena, &article->reading, &article->credits, &article->instruments,
                  article->headline, article->known, &article->names);
}

static void run_quotes(newswire_article *article) {
    nw_find_quotes(&article->arena, &article->reading, &article->names, article->all_quotes,
                   &article->quotes);
}

static void run_moves(newswire_article *article) {
    nw_find_moves(&article->arena, &article->reading, &article->values, &article->names, article->published,
                  article->percent_moves, &article->moves);
}

/* The stages in the order of the data, with what each needs. */
static const struct stage {
    unsigned bit;
    unsigned needs;
    void (*run)(newswire_article *article);
} stages[] = {
    {NW_STAGE_TOKENS, 0, run_tokens},
    {NW_STAGE_WORDS, NW_STAGE_TOKENS, run_words},
    {NW_STAGE_CREDITS, NW_STAGE_WORDS, run_credits},
    {NW_STAGE_INSTRUMENTS, NW_STAGE_WORDS, run_instruments},
    {NW_STAGE_VALUES, NW_STAGE_WORDS, run_values},
    {NW_STAGE_NAMES, NW_STAGE_CREDITS | NW_STAGE_INSTRUMENTS, run_names},
    {NW_STAGE_QUOTES, NW_STAGE_NAMES, run_quotes},
    {NW_STAGE_MOVES, NW_STAGE_NAMES | NW_STAGE_VALUES, run_moves},
};

enum { STAGE_COUNT = sizeof stages / sizeof *stages };

/* Empties the arrays that a stage whose run was broken off has half filled. */
static void forget(newswire_article *article, unsigned bit) {
    nw_reading *reading = &article->reading;
    switch (bit) {
    case NW_STAGE_TOKENS:
        memset(&reading->tokens, 0, sizeof reading->tokens);
        memset(&reading->paragraphs, 0, sizeof reading->paragraphs);
        memset(&reading->blocks, 0, sizeof reading->blocks);
        memset(&reading->sentences, 0, sizeof reading->sentences);
        break;
    case NW_STAGE_WORDS: reading->words = NULL; break;
    case NW_STAGE_CREDITS: memset(&article->credits, 0, sizeof article->credits); break;
    case NW_STAGE_INSTRUMENTS: memset(&article->instruments, 0, sizeof article->instruments); break;
    case NW_STAGE_VALUES: memset(&article->values, 0, sizeof article->values); break;
    case NW_STAGE_NAMES:
        memset(&article->names, 0, sizeof article->names);
        for (uint32_t i = 0; i < article->instruments.count; i++) article->instruments.items[i].entity = 0;
        break;
    case NW_STAGE_QUOTES: memset(&article->quotes, 0, sizeof article->quotes); break;
    default: memset(&article->moves, 0, sizeof article->moves); break;
    }
}

struct stage_run {
    newswire_article *article;
    unsigned missing;   /* stages to run */
    unsigned running;   /* the one that is being run */
    nw_arena_mark mark; /* before it began */
};

static void run_stages(nw_arena *arena, void *context) {
    struct stage_run *wanted = context;
    newswire_article *article = wanted->article;
    for (size_t i = 0; i < STAGE_COUNT; i++) {
        if (!(wanted->missing & stages[i].bit)) continue;
        wanted->running = stages[i].bit;
        wanted->mark = nw_set_mark(arena);
        stages[i].run(article);
        article->done |= stages[i].bit;
    }
}

/* Runs a stage after all that it needs, each once. One that fails leaves nothing behind, no memory either,
** and may be run again; those that were finished before it stay. */
static newswire_status run(newswire_article *article, unsigned wanted) {
    unsigned missing = wanted;
    for (size_t i = STAGE_COUNT; i-- > 0;)
        if (missing & stages[i].bit) missing |= stages[i].needs;
    missing &= ~article->done;
    if (!missing) return NEWSWIRE_OK;
    struct stage_run stage_run = {.article = article, .missing = missing};
    newswire_status status = nw_run(&article->arena, run_stages, &stage_run);
    if (status) {
        forget(article, stage_run.running);
        nw_rewind(&article->arena, stage_run.mark);
    }
    return status;
}

/* --------------------------------------------------------------- articles */

struct text_taken {
    newswire_article *article;
    newswire_string text;
    newswire_string headline;
    bool strays_join;
};

static void take_text(nw_arena *arena, void *context) {
    const struct text_taken *taken = context;
    nw_text *text = &taken->article->reading.text;
    nw_text_open(arena, text, taken->text.bytes, taken->text.length);
    text->strays_join = taken->strays_join;
    nw_text_index(arena, text);
    if (taken->headline.bytes)
        taken->article->headline = nw_copy_string(arena, taken->headline.bytes, taken->headline.length);
}

/* A string without bytes is empty. */
static bool is_string(newswire_string string) { return string.bytes || string.length == 0; }

newswire_status newswire_article_open(newswire_engine *engine, const char *text, size_t length,
                                      const newswire_options *options, newswire_article **out) {
    newswire_options defaults = {0};
    if (!options) options = &defaults;
    if (!engine || !out || (!text && length) || !is_string(options->published) ||
        !is_string(options->headline))
        return NEWSWIRE_MISUSE;
    *out = NULL;
    if (length > NEWSWIRE_TEXT_LIMIT) return NEWSWIRE_TOOBIG;
    newswire_article *article = engine->allocator.allocate(engine->allocator.context, sizeof *article);
    if (!article) return NEWSWIRE_NOMEM;
    memset(article, 0, sizeof *article);
    article->engine = engine;
    article->published = nw_read_date(options->published);
    article->known = options->names;
    article->all_quotes = options->all_quotes;
    article->percent_moves = options->percent_moves;
    nw_arena_open(&article->arena, &engine->allocator);
    article->arena.interrupted = options->interrupted;
    article->arena.interrupt_context = options->interrupt_context;

    struct text_taken taken = {article, {text, (uint32_t)length}, options->headline, options->strays_join};
    newswire_status status = nw_run(&article->arena, take_text, &taken);
    if (status)
        newswire_article_close(article);
    else
        *out = article;
    return status;
}

void newswire_article_close(newswire_article *article) {
    if (!article) return;
    newswire_engine *engine = article->engine;
    nw_arena_close(&article->arena);
    engine->allocator.release(engine->allocator.context, article);
}

newswire_string newswire_article_text(const newswire_article *article) {
    return (newswire_string){article->reading.text.bytes, article->reading.text.length};
}

size_t newswire_article_memory(const newswire_article *article) {
    return sizeof *article + article->arena.memory;
}

uint32_t newswire_article_characters(const newswire_article *article, uint32_t byte) {
    return nw_text_characters(&article->reading.text, byte);
}

/* Each table: the stage that makes it, and its array. */
#define TABLE(name, row_type, stage, array)                                                                  \
    newswire_status newswire_##name(newswire_article *article, const row_type **rows, size_t *count) {       \
        if (!article || !rows || !count) return NEWSWIRE_MISUSE;                                             \
        newswire_status status = run(article, stage);                                                        \
        *rows = status ? NULL : article->array.items;                                                        \
        *count = status ? 0 : article->array.count;                                                          \
        return status;                                                                                       \
    }

TABLE(tokens, newswire_token, NW_STAGE_TOKENS, reading.tokens)
TABLE(sentences, newswire_sentence, NW_STAGE_TOKENS, reading.sentences)
TABLE(mentions, newswire_mention, NW_STAGE_NAMES, names.mentions)
TABLE(entities, newswire_entity, NW_STAGE_NAMES, names.entities)
TABLE(quotes, newswire_quote, NW_STAGE_QUOTES, quotes.quotes)
TABLE(quote_spans, newswire_quote_span, NW_STAGE_QUOTES, quotes.spans)
TABLE(moves, newswire_move, NW_STAGE_MOVES, moves)
TABLE(values, newswire_value, NW_STAGE_VALUES, values)
TABLE(instruments, newswire_instrument, NW_STAGE_NAMES, instruments)
TABLE(credits, newswire_credit, NW_STAGE_CREDITS, credits)

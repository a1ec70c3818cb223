/*
** The public C interface as a program that embeds newswire sees it: only include/newswire.h. What the
** stages find is for the tests of the stages; here it is whether rows come at all, agree with each other, and
** leave nothing behind. Failures are for test_engine_failures.c.
*/
#include "engine_tables.h"

#include <pthread.h>

/* ---- rows ---- */

static void test_text_rows(newswire_article *article) {
    const newswire_token *tokens;
    const newswire_sentence *sentences;
    size_t count, sentence_count;
    newswire_tokens(article, &tokens, &count);
    newswire_sentences(article, &sentences, &sentence_count);
    CHECK(sentence_count == 8, "%zu sentences", sentence_count);
    if (sentence_count != 8) return;
    static const uint8_t kinds[] = {NEWSWIRE_HEADLINE, NEWSWIRE_CREDIT, NEWSWIRE_DATELINE, NEWSWIRE_TEXT,
                                    NEWSWIRE_TEXT,     NEWSWIRE_TEXT,   NEWSWIRE_TEXT,     NEWSWIRE_CREDIT};
    uint32_t token = 0;
    for (uint32_t i = 0; i < 8; i++) {
        CHECK(sentences[i].kind == kinds[i], "sentence %u is of kind %u", i + 1, sentences[i].kind);
        CHECK(sentences[i].first_token == token, "sentence %u does not follow the one before", i + 1);
        for (uint32_t last = token + sentences[i].token_count; token < last; token++)
            CHECK(tokens[token].sentence == i + 1, "token %u is in sentence %u", token,
                  tokens[token].sentence);
    }
    CHECK(token == count, "%u of %zu tokens are in sentences", token, count);
    CHECK(tokens[0].gap == NEWSWIRE_BLANK_LINE && tokens[0].span.start == 0,
          "what stands before the first token");
    CHECK_STRING(test_span(article, sentences[2].span), "OSLO, Feb 22 (Reuters) -");
}

static void test_name_rows(newswire_article *article) {
    const newswire_mention *mentions;
    const newswire_entity *entities;
    const newswire_instrument *codes;
    const newswire_credit *credits;
    size_t mention_count, entity_count, code_count, credit_count, firm = 0;
    newswire_mentions(article, &mentions, &mention_count);
    newswire_entities(article, &entities, &entity_count);
    newswire_instruments(article, &codes, &code_count);
    newswire_credits(article, &credits, &credit_count);
    uint32_t counted[64] = {0};
    for (size_t i = 0; i < mention_count; i++) {
        CHECK(mentions[i].entity >= 1 && mentions[i].entity <= entity_count, "mention of entity %u",
              mentions[i].entity);
        CHECK(mentions[i].score > 0 && mentions[i].score <= 1, "score %f", mentions[i].score);
        if (mentions[i].entity < 64) counted[mentions[i].entity]++;
    }
    for (size_t i = 0; i < entity_count; i++) {
        CHECK(entities[i].mentions == counted[i + 1], "entity %zu counts %u mentions", i + 1,
              entities[i].mentions);
        if (strcmp(test_string(entities[i].name), "Northern Ferries Plc") == 0) firm = i + 1;
    }
    CHECK(firm && entities[firm - 1].type == NEWSWIRE_ORG, "the firm is missing");
    CHECK(code_count == 1 && codes[0].entity == firm && codes[0].kind == NEWSWIRE_EQUITY, "the firm's code");
    if (code_count) CHECK_STRING(test_string(codes[0].code), "NOF.L");
    CHECK(credit_count == 3, "%zu credits", credit_count);
    if (credit_count != 3) return;
    CHECK_STRING(test_string(credits[1].name), "Cy Day");
    CHECK_STRING(test_span(article, credits[1].place_span), "Bergen");
    CHECK(credits[2].role == NEWSWIRE_EDITING && credits[2].place_span.length == 0, "the editor");
}

static void test_said_and_moved(newswire_article *article) {
    const newswire_quote *quotes;
    const newswire_quote_span *spans;
    const newswire_move *moves;
    const newswire_value *values;
    size_t quote_count, span_count, move_count, value_count;
    newswire_quotes(article, &quotes, &quote_count);
    newswire_quote_spans(article, &spans, &span_count);
    newswire_moves(article, &moves, &move_count);
    newswire_values(article, &values, &value_count);
    CHECK(quote_count == 2 && quotes[0].kind == NEWSWIRE_DIRECT && quotes[1].kind == NEWSWIRE_INDIRECT,
          "quotes");
    if (quote_count) CHECK_STRING(test_string(quotes[0].speaker_name), "Bo Lee");
    CHECK(span_count == 7 && spans[0].quote == 1 && spans[6].quote == 2, "%zu spans of quotes", span_count);
    CHECK(move_count == 1, "%zu moves", move_count);
    if (move_count) {
        CHECK(moves[0].direction == NEWSWIRE_UP && moves[0].has_change && moves[0].change == 9.5, "the move");
        CHECK(!moves[0].has_range && !moves[0].as_of.bytes, "a range or time that nobody told");
        CHECK_STRING(test_string(moves[0].name), "Northern Ferries Plc");
        CHECK_STRING(test_string(moves[0].to_value), "240 pence");
    }
    CHECK(value_count == 5, "%zu values", value_count);
    if (value_count < 5) return;
    CHECK(values[4].kind == NEWSWIRE_MONEY && values[4].has_number && values[4].number == 1.2e6, "the sum");
    CHECK(!values[0].has_number && values[0].kind == NEWSWIRE_DATE, "a date is no number");
}

/* Every table alone gives what it gives after all the others, and the same pointer twice. */
static void test_order(newswire_engine *engine, newswire_article *all) {
    for (int i = 0; i < TABLES; i++) {
        newswire_article *article = test_article(engine, story, NULL);
        row_sum alone = tables[i].sum(article), wanted = tables[i].sum(all);
        CHECK(alone.count > 0 && same_rows(alone, wanted), "%s alone: %zu rows", tables[i].name, alone.count);
        newswire_article_close(article);
    }
    const newswire_quote *first, *second;
    size_t count;
    newswire_quotes(all, &first, &count);
    newswire_quotes(all, &second, &count);
    CHECK(first == second, "rows moved");
}

static void test_nothing(newswire_engine *engine) {
    static const char *const texts[] = {"", " \n\t ", "\0never read"};
    static const size_t lengths[] = {0, 4, 11};
    for (int t = 0; t < 3; t++) {
        newswire_article *article;
        CHECK(newswire_article_open(engine, t ? texts[t] : NULL, lengths[t], NULL, &article) == NEWSWIRE_OK,
              "open");
        for (int i = 0; i < TABLES; i++) {
            row_sum sum = tables[i].sum(article);
            CHECK(sum.status == NEWSWIRE_OK && sum.count == 0, "%s of nothing: %zu rows", tables[i].name,
                  sum.count);
        }
        CHECK(newswire_article_characters(article, 99) == (t == 1 ? 4 : 0), "characters of nothing");
        newswire_article_close(article);
    }
}

static void test_text_taken(newswire_engine *engine) {
    char text[] = "Caf\xC3\xA9 shares rose.\0 They fell.";
    newswire_article *article;
    newswire_article_open(engine, text, sizeof text - 1, NULL, &article);
    memset(text, '#', sizeof text);
    newswire_string kept = newswire_article_text(article);
    CHECK(kept.length == 18 && memcmp(kept.bytes, "Caf\xC3\xA9 shares rose.", 18) == 0,
          "the text ends at its NUL");
    CHECK(sum_sentences(article).count == 1, "what follows the NUL was read");
    CHECK(newswire_article_characters(article, 3) == 3 && newswire_article_characters(article, 5) == 4,
          "characters");
    CHECK(newswire_article_characters(article, 18) == 17, "characters of all");
    CHECK(newswire_article_characters(article, UINT32_MAX) == 17, "characters past the end");
    CHECK(newswire_article_memory(article) > 18, "memory");
    newswire_article_close(article);
    article = NULL;
    CHECK(newswire_article_open(engine, story, (size_t)NEWSWIRE_TEXT_LIMIT + 1, NULL, &article) ==
              NEWSWIRE_TOOBIG,
          "a text that is too long");
    CHECK(!article, "an article in spite of it");
}

/* What newswire_names_open says of one name that is not as the header wants it. */
static void check_name_refused(newswire_engine *engine, newswire_known_name known, const char *what) {
    newswire_names *untouched = (newswire_names *)&known, *names = untouched;
    newswire_status status = newswire_names_open(engine, &known, 1, &names);
    CHECK(status == NEWSWIRE_MISUSE && names == untouched, "%s: status %d", what, (int)status);
    if (status == NEWSWIRE_OK) newswire_names_close(names);
}

static void test_misused_names(newswire_engine *engine) {
    const newswire_string kelp = {"Kelp", 4}, empty = {"", 0}, nowhere = {NULL, 4};
    const newswire_string aliases[] = {{"KLP", 3}, empty}, lost[] = {nowhere};
    check_name_refused(engine, (newswire_known_name){(newswire_entity_type)9, kelp, NULL, 0}, "type 9");
    check_name_refused(engine, (newswire_known_name){(newswire_entity_type)-1, kelp, NULL, 0}, "type -1");
    check_name_refused(engine, (newswire_known_name){NEWSWIRE_ORG, empty, NULL, 0}, "an empty name");
    check_name_refused(engine, (newswire_known_name){NEWSWIRE_ORG, nowhere, NULL, 0}, "a name without bytes");
    check_name_refused(engine, (newswire_known_name){NEWSWIRE_ORG, kelp, NULL, 3},
                       "aliases that are not there");
    check_name_refused(engine, (newswire_known_name){NEWSWIRE_ORG, kelp, aliases, 2}, "an empty alias");
    check_name_refused(engine, (newswire_known_name){NEWSWIRE_ORG, kelp, lost, 1}, "an alias without bytes");
}

static void test_misuse(newswire_engine *engine, newswire_article *article) {
    const newswire_token *tokens;
    const newswire_quote *quotes;
    newswire_article *opened;
    newswire_names *names;
    newswire_string result;
    size_t count;
    CHECK(newswire_engine_open(NULL, NULL) == NEWSWIRE_MISUSE, "an engine into nowhere");
    CHECK(newswire_article_open(NULL, story, 3, NULL, &opened) == NEWSWIRE_MISUSE, "an article of no engine");
    CHECK(newswire_article_open(engine, NULL, 3, NULL, &opened) == NEWSWIRE_MISUSE, "an article of no text");
    CHECK(newswire_article_open(engine, story, 3, NULL, NULL) == NEWSWIRE_MISUSE, "an article into nowhere");
    CHECK(newswire_names_open(engine, NULL, 1, &names) == NEWSWIRE_MISUSE, "names that are not there");
    CHECK(newswire_names_open(NULL, NULL, 0, &names) == NEWSWIRE_MISUSE, "names of no engine");
    test_misused_names(engine);
    newswire_options options = {.published = {NULL, 4}};
    CHECK(newswire_article_open(engine, story, 3, &options, &opened) == NEWSWIRE_MISUSE,
          "a date without bytes");
    options = (newswire_options){.headline = {NULL, 4}};
    CHECK(newswire_article_open(engine, story, 3, &options, &opened) == NEWSWIRE_MISUSE,
          "a headline without bytes");
    CHECK(newswire_tokens(NULL, &tokens, &count) == NEWSWIRE_MISUSE, "tokens of no article");
    CHECK(newswire_tokens(article, NULL, &count) == NEWSWIRE_MISUSE, "tokens into nowhere");
    CHECK(newswire_quotes(article, &quotes, NULL) == NEWSWIRE_MISUSE, "quotes without a count");
    CHECK(newswire_fold(NULL, "a", 1, &result) == NEWSWIRE_MISUSE, "folding without an engine");
    CHECK(newswire_fold(engine, NULL, 1, &result) == NEWSWIRE_MISUSE, "folding nothing");
    newswire_engine_close(NULL);
    newswire_article_close(NULL);
    newswire_names_close(NULL);
    newswire_string_free(engine, NULL);
}

/* ---- options ---- */

static newswire_string of_literal(const char *text) {
    return (newswire_string){text, (uint32_t)strlen(text)};
}

static void test_published(newswire_engine *engine) {
    static const char *const dates[][2] = {
        {"2012-02-22", "2012-02-20"},   {"2012-02-22T10:30:00Z", "2012-02-20"},
        {"next harbour day", "(none)"}, {"2012-99-99", "(none)"},
        {"\xFF\xFE", "(none)"},         {"", "(none)"}};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        newswire_options options = {.published = of_literal(dates[i][0])};
        newswire_article *article = test_article(engine, "The ferry sank on Monday.", &options);
        const newswire_value *values;
        size_t count;
        newswire_values(article, &values, &count);
        CHECK(count == 1, "published '%s': %zu values", dates[i][0], count);
        if (count) CHECK_STRING(test_string(values[0].iso), dates[i][1]);
        newswire_article_close(article);
    }
}

static void test_options(newswire_engine *engine) {
    static const char text[] = "Bo Lee hopes the ferry will run. Sales at the harbour rose by $3 million.";
    newswire_options options = {.all_quotes = true, .percent_moves = true};
    newswire_article *all = test_article(engine, text, &options), *plain = test_article(engine, text, NULL);
    CHECK(sum_quotes(all).count == 1 && sum_quotes(plain).count == 0, "all_quotes");
    CHECK(sum_moves(all).count == 0 && sum_moves(plain).count == 1, "percent_moves");
    newswire_article_close(all);
    newswire_article_close(plain);
    options = (newswire_options){.strays_join = true};
    all = test_article(engine, "\x80\x80\x80 a", &options),
    plain = test_article(engine, "\x80\x80\x80 a", NULL);
    CHECK(newswire_article_characters(all, 5) == 3 && newswire_article_characters(plain, 5) == 5,
          "strays_join");
    newswire_article_close(all);
    newswire_article_close(plain);
}

static void test_names(newswire_engine *engine) {
    char name[] = "Kelp";
    newswire_string aliases[] = {of_literal("the green firm")};
    newswire_known_name known[] = {{NEWSWIRE_ORG, {name, 4}, aliases, 1}};
    newswire_names *names;
    CHECK(newswire_names_open(engine, known, 1, &names) == NEWSWIRE_OK, "names");
    memset(name, 'x', 4);
    newswire_options options = {.names = names};
    newswire_article *article =
        test_article(engine, "They eat what Kelp sells, and the green firm knows it.", &options);
    const newswire_entity *entities;
    size_t count;
    newswire_entities(article, &entities, &count);
    CHECK(count == 1 && entities[0].type == NEWSWIRE_ORG && entities[0].mentions >= 2, "%zu entities", count);
    if (count) CHECK_STRING(test_string(entities[0].name), "Kelp");
    newswire_article_close(article);
    newswire_names_close(names);
    CHECK(newswire_names_open(engine, NULL, 0, &names) == NEWSWIRE_OK, "no names are names too");
    newswire_names_close(names);
}

/* ---- threads ---- */

static void *read_stories(void *context) {
    row_sum *sums = context;
    newswire_engine *engine;
    if (newswire_engine_open(NULL, &engine) != NEWSWIRE_OK) return NULL;
    for (int turn = 0; turn < 20; turn++) {
        newswire_article *article;
        if (newswire_article_open(engine, story, strlen(story), NULL, &article) != NEWSWIRE_OK) break;
        for (int i = 0; i < TABLES; i++) sums[i] = tables[i].sum(article);
        newswire_article_close(article);
    }
    newswire_engine_close(engine);
    return NULL;
}

static void test_threads(newswire_article *whole) {
    pthread_t threads[2];
    row_sum sums[2][TABLES] = {{{NEWSWIRE_MISUSE, 0, 0, false}}};
    for (int t = 0; t < 2; t++)
        if (pthread_create(&threads[t], NULL, read_stories, sums[t])) exit(1);
    for (int t = 0; t < 2; t++) pthread_join(threads[t], NULL);
    for (int t = 0; t < 2; t++)
        for (int i = 0; i < TABLES; i++)
            CHECK(same_rows(sums[t][i], tables[i].sum(whole)), "thread %d: %s", t, tables[i].name);
}

/* ---- strings ---- */

typedef newswire_status string_function(newswire_engine *engine, const char *text, size_t length,
                                        newswire_string *result);

static void check_form(newswire_engine *engine, string_function *function, const char *text,
                       const char *wanted) {
    newswire_string result;
    CHECK(function(engine, text, strlen(text), &result) == NEWSWIRE_OK, "%s", text);
    CHECK_STRING(test_string(result), wanted);
    CHECK(result.bytes && result.bytes[result.length] == 0, "'%s' is not terminated", wanted);
    newswire_string_free(engine, &result);
    CHECK(!result.bytes && result.length == 0, "freed, but not emptied");
}

static void test_strings(newswire_engine *engine) {
    check_form(engine, newswire_normalize, "  Cafe\xCC\x81 \xE2\x80\x9Copen\xE2\x80\x9D\t\n\x01 now ",
               "Caf\xC3\xA9 \"open\" now");
    check_form(engine, newswire_fold, "Bj\xC3\xB8rn \xC3\x89lan", "bjorn elan");
    check_form(engine, newswire_norm,
               "O\xE2\x80\x99"
               "BRIEN",
               "o'brien");
    check_form(engine, newswire_norm, "", "");
    newswire_string result;
    CHECK(newswire_norm(engine, "A\0B", 3, &result) == NEWSWIRE_OK && result.length == 3, "a NUL inside");
    newswire_string_free(engine, &result);
    CHECK(newswire_fold(engine, "a", (size_t)NEWSWIRE_TEXT_LIMIT + 1, &result) == NEWSWIRE_TOOBIG,
          "too long");
    CHECK(strchr(newswire_unicode_version(), '.'), "Unicode %s", newswire_unicode_version());
    CHECK(strncmp(newswire_pcre2_version(engine), "10.", 3) == 0, "PCRE2 %s", newswire_pcre2_version(engine));
}

int main(void) {
    counter count = {0, -1};
    const newswire_allocator allocator = {counted_allocate, counted_release, &count};
    newswire_engine *engine;
    if (newswire_engine_open(&allocator, &engine) != NEWSWIRE_OK) return 1;
    newswire_article *article = test_article(engine, story, NULL);
    test_text_rows(article);
    test_name_rows(article);
    test_said_and_moved(article);
    test_order(engine, article);
    test_misuse(engine, article);
    test_nothing(engine);
    test_text_taken(engine);
    test_published(engine);
    test_options(engine);
    test_names(engine);
    test_threads(article);
    test_strings(engine);
    newswire_article_close(article);
    newswire_engine_close(engine);
    CHECK(count.held == 0, "%ld blocks not given back", count.held);
    return test_end("engine");
}

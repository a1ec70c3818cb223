/*
** What the tests of the public C interface share: a story, its tables handled alike, an allocator that counts.
*/
#ifndef TEST_ENGINE_TABLES_H
#define TEST_ENGINE_TABLES_H

#include "harness.h"

static const char story[] =
    "FERRY FIRM'S SHARES JUMP\n\n"
    "By Ann Wu\n\n"
    "OSLO, Feb 22 (Reuters) - Shares of Northern Ferries Plc <NOF.L> rose 9.5 percent to 240 "
    "pence on Wednesday after the company raised its forecast.\n\n"
    "\"We are glad,\" said chief executive Bo Lee. \"The harbour is open.\"\n\n"
    "Lee said the firm would pay $1.2 million to its staff.\n\n"
    "(Additional reporting by Cy Day in Bergen; Editing by Dee Fox)\n";

/* ---- tables, all handled alike: how many rows, and a sum over where they stand ---- */

typedef struct row_sum {
    newswire_status status;
    size_t count;
    uint64_t sum;
    bool has_rows;
} row_sum;

static inline void add_span(row_sum *sum, newswire_span span) {
    sum->sum = (sum->sum ^ span.start) * UINT64_C(1099511628211);
    sum->sum = (sum->sum ^ span.length) * UINT64_C(1099511628211);
}

#define SUM_OF(table, row_type, field)                                                                       \
    static inline row_sum sum_##table(newswire_article *article) {                                           \
        const row_type *rows = NULL;                                                                         \
        row_sum sum = {NEWSWIRE_OK, 77, 14695981039346656037u, false};                                       \
        sum.status = newswire_##table(article, &rows, &sum.count);                                           \
        for (size_t i = 0; i < sum.count; i++) add_span(&sum, rows[i].field);                                \
        sum.has_rows = rows != NULL;                                                                         \
        return sum;                                                                                          \
    }
SUM_OF(tokens, newswire_token, span)
SUM_OF(sentences, newswire_sentence, span)
SUM_OF(mentions, newswire_mention, span)
SUM_OF(entities, newswire_entity, first)
SUM_OF(quotes, newswire_quote, span)
SUM_OF(quote_spans, newswire_quote_span, span)
SUM_OF(moves, newswire_move, span)
SUM_OF(values, newswire_value, span)
SUM_OF(instruments, newswire_instrument, span)
SUM_OF(credits, newswire_credit, span)

static const struct table {
    const char *name;
    row_sum (*sum)(newswire_article *article);
} tables[] = {{"tokens", sum_tokens},     {"sentences", sum_sentences}, {"mentions", sum_mentions},
              {"entities", sum_entities}, {"quotes", sum_quotes},       {"quote_spans", sum_quote_spans},
              {"moves", sum_moves},       {"values", sum_values},       {"instruments", sum_instruments},
              {"credits", sum_credits}};

enum { TABLES = sizeof tables / sizeof *tables };

static inline bool same_rows(row_sum a, row_sum b) {
    return a.status == b.status && a.count == b.count && a.sum == b.sum;
}

/* ---- an allocator that counts, and refuses when told ---- */

typedef struct counter {
    long held;
    long left; /* requests until one is refused, once; -1: none is */
} counter;

static inline void *counted_allocate(void *context, size_t size) {
    counter *count = context;
    CHECK(size > 0, "asked for nothing");
    if (count->left == 0) {
        count->left = -1;
        return NULL;
    }
    if (count->left > 0) count->left--;
    count->held++;
    return malloc(size);
}

static inline void counted_release(void *context, void *block) {
    counter *count = context;
    CHECK(block != NULL, "gave back NULL");
    count->held--;
    free(block);
}

#endif

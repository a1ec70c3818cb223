/*
** A table of texts and the values in them, as one line of text each:
**
**     <9.5 percent> % 9.5 percent; <last week> D 2012-W07
**
** span in angle brackets, kind (% percent, $ money, # number, D date, T time, P duration), then number,
** unit and ISO 8601 form where the row has them.
*/
#ifndef VALUES_TABLE_H
#define VALUES_TABLE_H

#include "harness.h"

typedef struct value_case {
    const char *text;
    const char *values;
} value_case;

static void write_value(char *line, size_t room, newswire_article *article, const newswire_value *value) {
    static const char kinds[] = "%$#DTP";
    size_t used = strlen(line);
    used += (size_t)snprintf(line + used, room - used, "%s<%s> %c", used ? "; " : "",
                             test_span(article, value->span), kinds[value->kind]);
    if (value->has_number) used += (size_t)snprintf(line + used, room - used, " %.10g", value->number);
    if (value->unit.bytes)
        used += (size_t)snprintf(line + used, room - used, " %s", test_string(value->unit));
    if (value->iso.bytes) snprintf(line + used, room - used, " %s", test_string(value->iso));
}

static void check_values(newswire_engine *engine, const value_case *wanted, const char *published) {
    newswire_options options = {.published = {published, published ? (uint32_t)strlen(published) : 0}};
    newswire_article *article = test_article(engine, wanted->text, &options);
    const newswire_value *values;
    size_t count;
    char line[4000] = "";
    if (newswire_values(article, &values, &count) != NEWSWIRE_OK) count = 0;
    for (size_t i = 0; i < count; i++) {
        write_value(line, sizeof line, article, &values[i]);
        if (i > 0)
            CHECK(values[i].span.start >= values[i - 1].span.start + values[i - 1].span.length, "%s",
                  wanted->text);
        CHECK(values[i].sentence > 0 && values[i].token_count > 0, "%s", wanted->text);
    }
    bool same = strcmp(line, wanted->values) == 0;
    CHECK(same, "%s\n    got    %s\n    wanted %s", wanted->text, line, wanted->values);
    newswire_article_close(article);
}

static inline void check_table(newswire_engine *engine, const value_case *cases, size_t count,
                               const char *published) {
    for (size_t i = 0; i < count; i++) check_values(engine, &cases[i], published);
}

#define CHECK_TABLE(engine, cases, published)                                                                \
    check_table(engine, cases, sizeof cases / sizeof *cases, published)

#endif

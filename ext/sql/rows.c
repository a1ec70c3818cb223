/*
** The tables, column by column. Names and order are the interface: new columns go to the end.
*/
#include "sql/tables.h"

#include <stddef.h>

#define NW_COLUMNS(columns) columns, sizeof(columns) / sizeof((columns)[0])
#define AT(type, field) (uint16_t) offsetof(newswire_##type, field)

/* What columns of many tables are. `type` is the row's: token for newswire_token. */
#define OWN_ORDINAL(name)                                                                                    \
    { name, NW_ROW, 0, 0, NW_ASCENDING, NULL }
#define ORDINAL(name, type, field)                                                                           \
    { name, NW_ORDINAL, AT(type, field), 0, NW_SCATTERED, NULL }
#define ASCENDING(name, type, field)                                                                         \
    { name, NW_ORDINAL, AT(type, field), 0, NW_ASCENDING, NULL }
#define COUNT(name, type, field)                                                                             \
    { name, NW_COUNT, AT(type, field), 0, NW_SCATTERED, NULL }
#define STRING(name, type, field)                                                                            \
    { name, NW_STRING, AT(type, field), 0, NW_SCATTERED, NULL }
#define LITERAL(name, type, field)                                                                           \
    { name, NW_LITERAL, AT(type, field), 0, NW_SCATTERED, NULL }
#define NUMBER(name, type, field)                                                                            \
    { name, NW_NUMBER, AT(type, field), NW_ALWAYS, NW_SCATTERED, NULL }
#define NUMBER_IF(name, type, field, condition)                                                              \
    { name, NW_NUMBER, AT(type, field), AT(type, condition), NW_SCATTERED, NULL }
#define WORD(name, type, field, words)                                                                       \
    { name, NW_WORD, AT(type, field), 0, NW_SCATTERED, words }
#define SPAN_TEXT                                                                                            \
    { "text", NW_SPAN_TEXT, 0, 0, NW_SCATTERED, NULL }
#define SPAN_START                                                                                           \
    { "start", NW_SPAN_START, 0, 0, NW_SCATTERED, NULL }
#define PLACE                                                                                                \
    SPAN_START, { "length", NW_SPAN_LENGTH, 0, 0, NW_SCATTERED, NULL }
#define NORM                                                                                                 \
    { "norm", NW_TOKEN_NORM, 0, 0, NW_SCATTERED, NULL }

/* ---------------------------------------------------------------- words */

/* Each list ends with NULL. Archives have the places of words in their rows, and the words in their tables (codes.h): those that
** are there keep their places, and one more is another NW_ARCHIVE_FORMAT. */
static const char *const token_kinds[] = {"word", "number", "punct", "symbol", "code", "url", "email", NULL};
static const char *const sentence_kinds[] = {"text", "headline", "dateline", "credit", "list", NULL};
const char *const nw_entity_types[] = {"PERSON", "ORG", "LOC", "MISC", NULL};
const char *const nw_mention_kinds[] = {"name", "alias", "nominal", "pronoun", NULL};
const char *const nw_quote_kinds[] = {"direct", "mixed", "indirect", NULL};
static const char *const quote_parts[] = {"content", "source", "cue", NULL};
const char *const nw_directions[] = {"up", "down", "flat", NULL};
static const char *const outlooks[] = {"actual", "expected", "possible", NULL};
static const char *const value_kinds[] = {"percent", "money", "number", "date", "time", "duration", NULL};
static const char *const instrument_kinds[] = {"equity", "index",   "currency", "commodity",
                                               "bond",   "unknown", NULL};
static const char *const credit_roles[] = {"reporting", "additional reporting", "writing", "editing", NULL};

/* -------------------------------------------------------------- columns */

static const nw_column token_columns[] = {
    OWN_ORDINAL("token"),
    SPAN_TEXT,
    NORM,
    WORD("kind", token, kind, token_kinds),
    ASCENDING("sentence", token, sentence),
    PLACE,
};

static const nw_column sentence_columns[] = {
    OWN_ORDINAL("sentence"),
    ORDINAL("paragraph", sentence, paragraph),
    WORD("kind", sentence, kind, sentence_kinds),
    SPAN_TEXT,
    PLACE,
};

static const nw_column mention_columns[] = {
    OWN_ORDINAL("mention"),
    ORDINAL("entity", mention, entity),
    WORD("type", mention, type, nw_entity_types),
    WORD("kind", mention, kind, nw_mention_kinds),
    SPAN_TEXT,
    ORDINAL("sentence", mention, sentence),
    PLACE,
    NUMBER("score", mention, score),
    LITERAL("subtype", mention, subtype),
};

static const nw_column entity_columns[] = {
    OWN_ORDINAL("entity"),
    WORD("type", entity, type, nw_entity_types),
    STRING("name", entity, name),
    COUNT("mentions", entity, mentions),
    STRING("description", entity, description),
    STRING("code", entity, code),
    SPAN_START,
    LITERAL("subtype", entity, subtype),
};

static const nw_column quote_columns[] = {
    OWN_ORDINAL("quote"),
    WORD("kind", quote, kind, nw_quote_kinds),
    STRING("text", quote, text),
    STRING("speaker", quote, speaker),
    STRING("speaker_name", quote, speaker_name),
    ORDINAL("entity", quote, entity),
    STRING("cue", quote, cue),
    ORDINAL("sentence", quote, sentence),
    PLACE,
    NUMBER("score", quote, score),
    STRING("addressee", quote, addressee),
    STRING("medium", quote, medium),
};

static const nw_column quote_span_columns[] = {
    ORDINAL("quote", quote_span, quote),
    WORD("part", quote_span, part, quote_parts),
    SPAN_TEXT,
    PLACE,
};

static const nw_column move_columns[] = {
    OWN_ORDINAL("move"),
    STRING("subject", move, subject),
    STRING("name", move, name),
    ORDINAL("entity", move, entity),
    STRING("measure", move, measure),
    WORD("direction", move, direction, nw_directions),
    NUMBER_IF("change", move, change, has_change),
    STRING("unit", move, unit),
    NUMBER_IF("low", move, low, has_range),
    NUMBER_IF("high", move, high, has_range),
    STRING("from_value", move, from_value),
    STRING("to_value", move, to_value),
    STRING("period", move, period),
    STRING("as_of", move, as_of),
    WORD("outlook", move, outlook, outlooks),
    SPAN_TEXT,
    ORDINAL("sentence", move, sentence),
    PLACE,
    NUMBER("score", move, score), /* the share of rows right that its construction gives: ext/moves/cues.h */
    STRING("period_iso", move, period_iso),
    STRING("as_of_iso", move, as_of_iso),
};

static const nw_column value_columns[] = {
    OWN_ORDINAL("value"),
    WORD("kind", value, kind, value_kinds),
    SPAN_TEXT,
    NUMBER_IF("number", value, number, has_number),
    STRING("unit", value, unit),
    STRING("iso", value, iso),
    ORDINAL("sentence", value, sentence),
    PLACE,
};

static const nw_column instrument_columns[] = {
    STRING("code", instrument, code),
    WORD("kind", instrument, kind, instrument_kinds),
    STRING("exchange", instrument, exchange),
    STRING("name", instrument, name),
    ORDINAL("entity", instrument, entity),
    SPAN_TEXT,
    PLACE,
};

static const nw_column credit_columns[] = {
    WORD("role", credit, role, credit_roles),
    STRING("name", credit, name),
    STRING("place", credit, place),
    SPAN_TEXT,
    PLACE,
};

/* -------------------------------------------------------------- readers */

#define READER(table, type)                                                                                  \
    static newswire_status read_##table(newswire_article *article, const void **rows, size_t *count) {       \
        const newswire_##type *found = NULL;                                                                 \
        newswire_status status = newswire_##table(article, &found, count);                                   \
                                                                                                             \
        *rows = found;                                                                                       \
        return status;                                                                                       \
    }

READER(tokens, token)
READER(sentences, sentence)
READER(mentions, mention)
READER(entities, entity)
READER(quotes, quote)
READER(quote_spans, quote_span)
READER(moves, move)
READER(values, value)
READER(instruments, instrument)
READER(credits, credit)

/* --------------------------------------------------------------- tables */

/* The usual numbers of rows are those of an article of 500 words. */
#define TABLE(table, type, span, usual)                                                                      \
    {                                                                                                        \
        "news_" #table, #table, NW_COLUMNS(type##_columns), sizeof(newswire_##type), AT(type, span), usual,  \
            read_##table                                                                                     \
    }

const nw_table nw_tables[NW_TABLE_COUNT] = {
    TABLE(tokens, token, span, 600),
    TABLE(sentences, sentence, span, 25),
    TABLE(mentions, mention, span, 60),
    TABLE(entities, entity, first, 25),
    TABLE(quotes, quote, span, 8),
    TABLE(quote_spans, quote_span, span, 25),
    TABLE(moves, move, span, 5),
    TABLE(values, value, span, 15),
    TABLE(instruments, instrument, span, 4),
    TABLE(credits, credit, span, 3),
};

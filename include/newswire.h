/*
** newswire: reads news. The C interface of the language engine; no SQLite in it.
**
**     newswire_engine *engine;
**     newswire_article *article;
**     const newswire_quote *quotes;
**     size_t count;
**
**     newswire_engine_open(NULL, &engine);
**     newswire_article_open(engine, text, strlen(text), NULL, &article);
**     newswire_quotes(article, &quotes, &count);
**     ...
**     newswire_article_close(article);
**     newswire_engine_close(engine);
**
** An engine belongs to one thread at a time, and so do the articles and names opened with it: no two calls on an
** engine, or on anything opened with it, may run at the same time, not even on two articles, because an engine
** remembers from one article to the next what it has found out about words. (This makes it faster, and never changes a
** row.) It may pass from thread to thread between calls. Any number of engines may work at once: they share nothing
** that is ever written. Rows may be read from any thread once the call that gave them has returned. Everything an
** article returns lives as long as the article.
**
** Spans are bytes of the article's text, counted from 0. Ordinals (a row's place in its table, and
** the fields that refer to a row of another table: sentence, paragraph, entity, quote) count from 1; 0
** stands for "none". Token indexes (first_token) count from 0, so that tokens[first_token] is meant.
*/
#ifndef NEWSWIRE_H
#define NEWSWIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The release. It changes when names or meanings of the interface do. */
#define NEWSWIRE_VERSION "0.1.0"
#define NEWSWIRE_VERSION_NUMBER 1000 /* major * 1,000,000 + minor * 1,000 + patch */

/* What the rows depend on besides the text: the rules, the word lists, the models. It changes whenever any
** article may be read differently: a date, with a number where it changes more than once a day. */
#define NEWSWIRE_DATA_VERSION "2026-11-24.1"

/* The days on which the models of names and of quotes were trained (ext/names/models, ext/quotes/models). */
#define NEWSWIRE_NAMES_MODEL "2026-11-22"
#define NEWSWIRE_QUOTES_MODEL "2026-11-23"

/* The longest text that is read, in bytes: offsets are 32-bit, and a span's end must fit. */
#define NEWSWIRE_TEXT_LIMIT 0x7fffff00u

/* The most names and aliases, counted together, that newswire_names_open takes. */
#define NEWSWIRE_NAMES_LIMIT 100000

typedef enum newswire_status {
    NEWSWIRE_OK = 0,
    NEWSWIRE_NOMEM,     /* the allocator refused; the article can be closed, or asked again */
    NEWSWIRE_INTERRUPT, /* the options' `interrupted` returned true; the article may be asked again */
    NEWSWIRE_TOOBIG,    /* the text is longer than NEWSWIRE_TEXT_LIMIT, or there are too many names */
    NEWSWIRE_MISUSE     /* an argument is NULL that may not be, or has no valid value; nothing is written */
} newswire_status;

/* Where memory comes from. `allocate` returns `size` bytes (at least 1) aligned for any type, or NULL;
** `release` takes what `allocate` returned, never NULL. Neither may call newswire or leave by longjmp. */
typedef struct newswire_allocator {
    void *(*allocate)(void *context, size_t size);
    void (*release)(void *context, void *block);
    void *context;
} newswire_allocator;

/* Bytes of the article's text: text[start] to text[start + length - 1]. Never splits a character. */
typedef struct newswire_span {
    uint32_t start;
    uint32_t length;
} newswire_span;

/* UTF-8 text, not terminated; `bytes` is NULL where there is none. */
typedef struct newswire_string {
    const char *bytes;
    uint32_t length;
} newswire_string;

/* ------------------------------------------------------------------ rows */

typedef enum newswire_token_kind {
    NEWSWIRE_WORD,   /* Paris-based, U.S., 's, n't, S&P */
    NEWSWIRE_NUMBER, /* 9.5, 1,200, $1.2bn, 2-1/2, 1980s, no.2 */
    NEWSWIRE_PUNCT,  /* , . -- " ( */
    NEWSWIRE_SYMBOL, /* %, $, +, emoji */
    NEWSWIRE_CODE,   /* <7211.T>, <.SXAP> */
    NEWSWIRE_URL,    /* http://..., www.example.com */
    NEWSWIRE_EMAIL   /* name@example.com */
} newswire_token_kind;

/* What a token is made of: bits of newswire_token.traits. */
enum {
    NEWSWIRE_INITIAL_CAPITAL = 1, /* its first letter or digit is an upper-case letter */
    NEWSWIRE_HAS_UPPER = 2,       /* an upper-case letter after the first character */
    NEWSWIRE_HAS_LOWER = 4,
    NEWSWIRE_HAS_DIGIT = 8,
    NEWSWIRE_HAS_HYPHEN = 16,     /* a hyphen or dash inside: me-too */
    NEWSWIRE_HAS_PERIOD = 32,     /* U.S., 9.5, Inc. */
    NEWSWIRE_HAS_APOSTROPHE = 64, /* O'Brien, 's, straight or typographic */
    NEWSWIRE_NOT_ASCII = 128
};

/* The white space before a token. */
typedef enum newswire_gap {
    NEWSWIRE_NO_GAP,
    NEWSWIRE_SPACE,
    NEWSWIRE_LINE_BREAK, /* exactly one line break */
    NEWSWIRE_BLANK_LINE  /* two or more; also before the first token */
} newswire_gap;

typedef struct newswire_token {
    newswire_span span;
    uint32_t sentence; /* ordinal of its sentence */
    uint8_t kind;      /* newswire_token_kind */
    uint8_t traits;
    uint8_t gap;    /* newswire_gap before it */
    uint8_t indent; /* columns of white space after the last line break before it, at most 255 */
} newswire_token;

typedef enum newswire_sentence_kind {
    NEWSWIRE_TEXT,
    NEWSWIRE_HEADLINE,
    NEWSWIRE_DATELINE, /* "PARIS, Feb 22 (Reuters) -", with its dash */
    NEWSWIRE_CREDIT,   /* a byline or credit line, "(Reporting by ...)" */
    NEWSWIRE_LIST      /* an item with its bullet, a line of a table */
} newswire_sentence_kind;

typedef struct newswire_sentence {
    newswire_span span;
    uint32_t first_token; /* index from 0 into the tokens */
    uint32_t token_count; /* at least 1 */
    uint32_t paragraph;   /* ordinal of the paragraph it begins in */
    uint8_t kind;         /* newswire_sentence_kind */
} newswire_sentence;

typedef enum newswire_entity_type {
    NEWSWIRE_PERSON,
    NEWSWIRE_ORG,
    NEWSWIRE_LOC,
    NEWSWIRE_MISC
} newswire_entity_type;

typedef enum newswire_mention_kind {
    NEWSWIRE_NAME,    /* General Motors */
    NEWSWIRE_ALIAS,   /* GM, where "General Motors" is the entity's name */
    NEWSWIRE_NOMINAL, /* the French automaker; a row only where it resolves to a name */
    NEWSWIRE_PRONOUN  /* he, its; likewise */
} newswire_mention_kind;

typedef struct newswire_mention {
    newswire_span span;   /* may be a part of a token: "Paris" of "Paris-based" */
    uint32_t first_token; /* index from 0 of the first token it touches */
    uint32_t token_count;
    uint32_t sentence;
    uint32_t entity;
    uint8_t type;        /* newswire_entity_type */
    uint8_t kind;        /* newswire_mention_kind */
    double score;        /* probability that span, type and entity are right, 0 to 1 */
    const char *subtype; /* nationality, index, event, ...; static; NULL: unknown */
} newswire_mention;

typedef struct newswire_entity {
    uint8_t type;                /* newswire_entity_type */
    newswire_string name;        /* the fullest form in the article, white space collapsed */
    uint32_t mentions;           /* how many there are, of all kinds */
    newswire_span first;         /* its first mention by name or alias */
    newswire_string description; /* "Credit Suisse analyst" */
    newswire_string code;        /* its instrument code, without brackets */
    const char *subtype;
} newswire_entity;

typedef enum newswire_quote_kind {
    NEWSWIRE_DIRECT,  /* the speaker's words: in quotation marks, or recognised by person, tense, question */
    NEWSWIRE_MIXED,   /* partly so: said the ferry was "late again" */
    NEWSWIRE_INDIRECT /* in the reporter's words: said that the ferry was late */
} newswire_quote_kind;

typedef enum newswire_quote_part {
    NEWSWIRE_CONTENT, /* what is said */
    NEWSWIRE_SOURCE,  /* who says it */
    NEWSWIRE_CUE      /* the words that say that something is said: said, according to */
} newswire_quote_part;

typedef struct newswire_quote {
    newswire_span span;           /* from the first to the last character of the content */
    uint8_t kind;                 /* newswire_quote_kind */
    uint32_t sentence;            /* where the content begins */
    uint32_t entity;              /* the one the source resolves to */
    newswire_string text;         /* the content spans joined by a space, outer marks removed */
    newswire_string speaker;      /* the source as it stands; none where no source is given */
    newswire_string speaker_name; /* the entity's name, or the head phrase of an unnamed source */
    newswire_string cue;          /* as it stands: "said", "according to", "criticism of" */
    newswire_string addressee;    /* "reporters" */
    newswire_string medium;       /* "a note to clients" */
    double score;                 /* probability, 0 to 1 */
} newswire_quote;

/* One contiguous span of a quote's part; ordered by quote, then by place in the text. */
typedef struct newswire_quote_span {
    newswire_span span;
    uint32_t quote;
    uint8_t part; /* newswire_quote_part */
} newswire_quote_span;

typedef enum newswire_direction { NEWSWIRE_UP, NEWSWIRE_DOWN, NEWSWIRE_FLAT } newswire_direction;

typedef enum newswire_outlook {
    NEWSWIRE_ACTUAL,   /* rose, has risen */
    NEWSWIRE_EXPECTED, /* will rise, is seen rising */
    NEWSWIRE_POSSIBLE  /* may rise, if it rises; also what is denied: did not rise 3 percent */
} newswire_outlook;

/* A move of a stated size: "rose 3 percent", "doubled", "ended flat, up 0.0 percent"; not "sales were flat" nor
** "rose from 5 to 6". */
typedef struct newswire_move {
    newswire_span span; /* the expression alone: "9.5 percent", "-0.13%", "doubled" */
    uint32_t sentence;
    uint32_t entity;         /* whose it is */
    newswire_string subject; /* what moved, as it stands */
    newswire_string name;    /* whose it is: the entity's name */
    newswire_string measure; /* shares, index, sales, profit, ... */
    uint8_t direction;       /* newswire_direction */
    uint8_t outlook;         /* newswire_outlook: has it happened */
    bool has_change;         /* false: no size is given, `change` is 0 */
    bool has_range;          /* low and high are given; `change` is their middle */
    double change;           /* signed, in `unit` */
    double low;
    double high;
    newswire_string unit;       /* percent, percentage_point, basis_point, point, ISO 4217 code */
    newswire_string from_value; /* "2.4 percent" */
    newswire_string to_value;   /* "8,378.36" */
    newswire_string period;     /* "over 12 months" */
    newswire_string as_of;      /* "0849 GMT" */
    newswire_string period_iso; /* P12M */
    newswire_string as_of_iso;  /* T08:49Z */
    double score;               /* probability, 0 to 1: the share of rows found the same way that are right */
} newswire_move;

typedef enum newswire_value_kind {
    NEWSWIRE_PERCENT, /* also percentage points and basis points: see the unit */
    NEWSWIRE_MONEY,
    NEWSWIRE_COUNT, /* 300 jobs */
    NEWSWIRE_DATE,
    NEWSWIRE_TIME, /* of the day */
    NEWSWIRE_DURATION
} newswire_value_kind;

typedef struct newswire_value {
    newswire_span span;
    uint32_t first_token; /* index from 0 of the first token it touches */
    uint32_t token_count;
    uint32_t sentence;
    uint8_t kind; /* newswire_value_kind */
    bool has_number;
    double number;        /* "$1.2bn" is 1.2e9, "one-third" 1/3 */
    newswire_string unit; /* percent, percentage_point, basis_point, ISO 4217 code, or a noun */
    newswire_string iso;  /* ISO 8601 date, time or duration */
} newswire_value;

typedef enum newswire_instrument_kind {
    NEWSWIRE_EQUITY,
    NEWSWIRE_INDEX,
    NEWSWIRE_CURRENCY,
    NEWSWIRE_COMMODITY,
    NEWSWIRE_BOND,
    NEWSWIRE_UNKNOWN
} newswire_instrument_kind;

typedef struct newswire_instrument {
    newswire_span span; /* with its brackets: <7211.T> */
    uint32_t first_token;
    uint32_t token_count;
    uint32_t sentence;
    uint32_t entity;          /* the one it is the code of */
    uint8_t kind;             /* newswire_instrument_kind */
    newswire_string code;     /* 7211.T, without brackets */
    newswire_string exchange; /* "Tokyo Stock Exchange" */
    newswire_string name;     /* the words it follows */
} newswire_instrument;

typedef enum newswire_credit_role {
    NEWSWIRE_REPORTING,
    NEWSWIRE_ADDITIONAL_REPORTING,
    NEWSWIRE_WRITING,
    NEWSWIRE_EDITING
} newswire_credit_role;

typedef struct newswire_credit {
    newswire_span span;       /* the name */
    newswire_span place_span; /* where the place stands; length 0: none */
    uint32_t first_token;
    uint32_t token_count;
    uint8_t role;         /* newswire_credit_role */
    newswire_string name; /* white space collapsed */
    newswire_string place;
} newswire_credit;

/* ------------------------------------------------------------- analysing */

typedef struct newswire_engine newswire_engine;
typedef struct newswire_article newswire_article;

/* The user's own names, compiled; see newswire_names_open. */
typedef struct newswire_names newswire_names;

/* One of the user's own names: it overrides what the engine thinks. */
typedef struct newswire_known_name {
    newswire_entity_type type;
    newswire_string name;           /* the full name of the entity that it and its aliases mean; not empty */
    const newswire_string *aliases; /* other forms, none of them empty; NULL if there are none */
    size_t alias_count;
} newswire_known_name;

/* All fields may be zero: the defaults. Strings and names are only borrowed: strings until newswire_article_open
** returns, names for as long as the article is open. Names are only read, so that articles of other engines, in
** other threads, may borrow them, too. */
typedef struct newswire_options {
    newswire_string published;   /* "2012-02-22", a year, a month, a date-time; if unreadable, as if absent */
    newswire_string headline;    /* if it is kept apart from the body: evidence for names */
    const newswire_names *names; /* the user's own, or NULL */
    bool all_quotes;             /* also beliefs, wishes, findings */
    bool percent_moves;          /* only moves in percent, percentage points or basis points */
    bool strays_join;            /* how newswire_article_characters counts malformed text */
    bool (*interrupted)(void *context); /* asked now and then; true stops the analysis. NULL: never stopped.
                                        ** It may not use the engine, nor leave by longjmp */
    void *interrupt_context;
} newswire_options;

/* Opens an engine. `allocator` is copied; NULL means malloc and free.
** Returns NEWSWIRE_OK, or NEWSWIRE_NOMEM with *out NULL. */
newswire_status newswire_engine_open(const newswire_allocator *allocator, newswire_engine **out);

/* Frees an engine whose articles and names are all closed. NULL is a no-op. */
void newswire_engine_close(newswire_engine *engine);

/* Compiles the user's names, once for any number of articles. `known` is copied.
** Returns NEWSWIRE_OK; NEWSWIRE_MISUSE if a type is invalid, a name or an alias is empty or NULL, or `aliases` is
** NULL where alias_count is not 0; NEWSWIRE_NOMEM, or NEWSWIRE_TOOBIG if there are more than NEWSWIRE_NAMES_LIMIT
** names and aliases together, with *out NULL. */
newswire_status newswire_names_open(newswire_engine *engine, const newswire_known_name *known, size_t count,
                                    newswire_names **out);

/* Frees names that no open article uses. NULL is a no-op. */
void newswire_names_close(newswire_names *names);

/* Opens an article; `text` is copied and ends at its first NUL, `options` may be NULL. Nothing is analysed yet:
** each stage runs when a table needs it.
** Returns NEWSWIRE_OK; NEWSWIRE_NOMEM, or NEWSWIRE_TOOBIG if `length` is over NEWSWIRE_TEXT_LIMIT, with *out NULL. */
newswire_status newswire_article_open(newswire_engine *engine, const char *text, size_t length,
                                      const newswire_options *options, newswire_article **out);

/* Frees an article and all its rows. NULL is a no-op. */
void newswire_article_close(newswire_article *article);

/* The tables. Each runs the stages it needs, once, and gives its rows in text order; they belong to the article.
** Returns NEWSWIRE_OK; NEWSWIRE_NOMEM or NEWSWIRE_INTERRUPT, with *rows NULL and *count 0: what the unfinished
** stage had allocated is freed, and the same table may be asked for again. */
newswire_status newswire_tokens(newswire_article *article, const newswire_token **rows, size_t *count);
newswire_status newswire_sentences(newswire_article *article, const newswire_sentence **rows, size_t *count);
newswire_status newswire_mentions(newswire_article *article, const newswire_mention **rows, size_t *count);
newswire_status newswire_entities(newswire_article *article, const newswire_entity **rows, size_t *count);
newswire_status newswire_quotes(newswire_article *article, const newswire_quote **rows, size_t *count);
newswire_status newswire_quote_spans(newswire_article *article, const newswire_quote_span **rows,
                                     size_t *count);
newswire_status newswire_moves(newswire_article *article, const newswire_move **rows, size_t *count);
newswire_status newswire_values(newswire_article *article, const newswire_value **rows, size_t *count);
newswire_status newswire_instruments(newswire_article *article, const newswire_instrument **rows,
                                     size_t *count);
newswire_status newswire_credits(newswire_article *article, const newswire_credit **rows, size_t *count);

/* The article's own copy of its text. */
newswire_string newswire_article_text(const newswire_article *article);

/* Bytes of memory the article holds now. */
size_t newswire_article_memory(const newswire_article *article);

/* How many characters lie before a byte of the text, as SQLite counts characters: a byte of 0xC0 or more begins
** one and takes all continuation bytes after it; any other byte is one. With strays_join, a continuation byte
** without a lead takes those after it, too, as in substr() from SQLite 3.54 on. A row's span begins and ends at a
** character by either count. A `byte` past the text means its end. Constant time. */
uint32_t newswire_article_characters(const newswire_article *article, uint32_t byte);

/* ------------------------------------------------------------------ text */

/* Each writes its result, followed by a NUL that is not counted, into memory from the engine's allocator;
** newswire_string_free gives it back. The text may hold NULs. Malformed UTF-8 becomes U+FFFD.
** Return NEWSWIRE_OK; NEWSWIRE_NOMEM or NEWSWIRE_TOOBIG with *result empty. */

/* NFC, plain quotes and dashes, white space collapsed, control characters removed. */
newswire_status newswire_normalize(newswire_engine *engine, const char *text, size_t length,
                                   newswire_string *result);

/* The key under which names are compared: NFKC, case-folded, accents removed (Unicode TR15, TR30). Accents are those
** of Latin, Greek and Cyrillic letters, and Hebrew and Arabic points; marks that make letters of other scripts stay. */
newswire_status newswire_fold(newswire_engine *engine, const char *text, size_t length,
                              newswire_string *result);

/* A token's norm: NFKC, case-folded, typographic quotes and dashes made plain. */
newswire_status newswire_norm(newswire_engine *engine, const char *text, size_t length,
                              newswire_string *result);

/* Frees such a result and empties it. An empty one is a no-op. */
void newswire_string_free(newswire_engine *engine, newswire_string *string);

/* ---------------------------------------------------------------- searching */

/* What a full-text index stores for a word or number: one form for all its spellings. "U.S." is us, "1,200" is
** 1200, "O'Brien" is obrien, "GM's" is gm, "me-too" is me, then too. ext/tokens/terms.h has the rules. */
typedef struct newswire_term {
    newswire_string text; /* folded as by newswire_fold, at most 32 KiB; valid until `take` returns */
    newswire_span span;   /* where it stands */
    bool second;          /* a second form of the term before, at the same place: "7211.t" of <7211.T> */
} newswire_term;

/* Which forms are given of a term that has two. */
typedef enum newswire_term_use {
    NEWSWIRE_TERMS_OF_TEXT,  /* both: what is indexed */
    NEWSWIRE_TERMS_OF_QUERY, /* the second: the one that matches exactly */
    NEWSWIRE_TERMS_OF_PREFIX /* the first: the word may go on */
} newswire_term_use;

/* Called for each term; a result other than 0 stops. It may use the engine, but not leave by longjmp. */
typedef int newswire_term_taker(void *context, const newswire_term *term);

/* Gives the terms of a text in order; the text may hold NULs, and need not end in one. *stopped is what `take`
** returned last. Terms depend on neither word lists nor models: no change of the data version changes them.
** Returns NEWSWIRE_OK, also if `take` stopped; NEWSWIRE_NOMEM, NEWSWIRE_TOOBIG. */
newswire_status newswire_terms(newswire_engine *engine, const char *text, size_t length,
                               newswire_term_use use, newswire_term_taker *take, void *context, int *stopped);

/* Versions of what the rows depend on besides newswire itself; static. */
const char *newswire_unicode_version(void);
const char *newswire_pcre2_version(newswire_engine *engine);

#ifdef __cplusplus
}
#endif

#endif

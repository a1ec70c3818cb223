/* Terms: what a text is searched by. Each spelling that a person may type finds the others. */
#include "harness.h"

typedef struct term_case {
    const char *text;
    const char *terms; /* with a space between, second forms after a slash */
    const char *query; /* the same text in a query; NULL: as in a text */
} term_case;

static const term_case words[] = {
    {"Shares ROSE", "shares rose", NULL},
    {"me-too goods", "me too goods", NULL},
    {"Paris-based Peugeot-GM", "paris based peugeot gm", NULL},
    {"S&P S&amp;P S & P AT&T", "s p s p s p at t", NULL},
    {"A/S and/or I/B/E/S", "a s and or i b e s", NULL},
    {"#brexit @name snake_case", "brexit name snake case", NULL},
    {"\"Up,\" he said -- (again).", "up he said again", NULL},
    {"f***ing M*A*S*H", "f ing m a s h", NULL},
    {"<br>up</p> &nbsp; down", "up down", NULL},
    {"www.example.com/a-b me@x.co.uk Amazon.com", "www example com a b me x co uk amazon com", NULL},
    {"AMAZON.COM", "amazon com", NULL},
};

static const term_case initialisms[] = {
    {"U.S. and US", "us/u.s. and us/u.s.", "u.s. and us"},
    {"u.s. tells us", "us/u.s. tells us", "u.s. tells us"},
    {"U.S.-based non-U.S.", "us/u.s. based non us/u.s.", "u.s. based non u.s."},
    {"the U.S", "the us/u.s.", "the u.s."},
    {"U.S.A. USA", "usa usa", NULL},
    {"G.M. GM gm I.B.M.'s", "gm gm gm ibm", NULL},
    {"S.p.A. SpA a.m.", "spa spa am", NULL},
    {"J.P. Morgan, J. Smith", "jp morgan j smith", NULL},
    {"Acme Inc. and Acme Inc", "acme inc and acme inc", NULL},
    {"\xc3\x89.U. E.U.", "eu eu", NULL},
    {"TELL IT WHO", "tell it/i.t. who/w.h.o.", "tell it who"},
};

static const term_case apostrophes[] = {
    {"GM's GM\xe2\x80\x99s GM 's U.S.'s", "gm gm gm us/u.s.", "gm gm gm u.s."},
    {"workers' 'rights'", "workers rights", NULL},
    {"O'Brien O\xe2\x80\x99"
     "Brien OBRIEN",
     "obrien obrien obrien", NULL},
    {"don't Don\xe2\x80\x99t dont DON`T", "dont dont dont dont", NULL},
    {"we'll they've", "we ll they ve", NULL},
    {"shouldn't've", "shouldnt ve", NULL},
    {"Macy's-style Macy\xe2\x80\x99s", "macy style macy", NULL},
    {"rock 'n' roll, the '90s", "rock n roll the 90s", NULL},
    {"'s '", "", NULL},
};

static const term_case numbers[] = {
    {"1,200 1200 12,00,000", "1200 1200 1200000", NULL},
    {"9.5 percent 9.5% -9.5", "9.5 percent 9.5 9.5", NULL},
    {"$1.2bn US$3.4m US$ 3", "1.2bn us/u.s. 3.4m us/u.s. 3", "1.2bn us 3.4m us 3"},
    {".5 $.5 0.5", "0.5 0.5 0.5", NULL},
    {"no.2 No. 2", "no 2 no 2", NULL},
    {"1980s Q1 747-400 15-member 02/22/2012", "1980s q1 747 400 15 member 02 22 2012", NULL},
    {"2\xc2\xbd 2-1/2 2 1/2 \xe2\x85\x93", "2 1 2 2 1 2 2 1 2 1 3", NULL},
    {"Ph.D. Ph.D, ph.d PhD Ph.Ds", "phd phd phd phd ph/ph.ds", "phd phd phd phd ph.ds"},
    {"v2.0 10:30", "v2.0 10 30", NULL},
};

static const term_case codes[] = {
    {"<7211.T>", "7211/7211.t", "7211.t"},
    {"7211.T 7211.t", "7211/7211.t 7211/7211.t", "7211.t 7211.t"},
    {"(GM.N) GM.N gm.n <GM>", "gm/gm.n gm/gm.n gm/gm.n gm", "gm.n gm.n gm.n gm"},
    {"<GM.N>.", "gm/gm.n", "gm.n"},
    {"&lt;GM.N&gt; &lt;GM>", "gm/gm.n gm", "gm.n gm"},
    {"Toyota 7203.T's", "toyota 7203/7203.t", "toyota 7203.t"},
    {"<.SXAP> .SXAP sxap <0#.FTSE>", "sxap sxap sxap ftse", NULL},
    {"<EUR=> <US10YT=RR>", "eur us10yt/us10yt=rr", "eur us10yt=rr"},
    {"RDSa.L <BRK-A.N> brk-a.n", "rdsa/rdsa.l brk an brk an", "rdsa.l brk an brk an"},
    {"AA+ aa BBB- C++ Disney+", "aa/aa+ aa bbb/bbb- c/c++ disney/disney+", "aa+ aa bbb- c++ disney+"},
};

static const term_case scripts[] = {
    {"Caf\xc3\xa9 Zo\xc3\xab S\xc3\xa3o \xc3\x85lesund STRA\xc3\x9f"
     "E \xc5\x81\xc3\xb3"
     "d\xc5\xba",
     "cafe zoe sao alesund strasse lodz", NULL},
    {"\xef\xac\x81rms \xef\xbc\xa1\xef\xbc\xa2\xef\xbc\xa3", "firms abc", NULL},
    {"re\xc2\xadport e\xcc\x81t\xc3\xa9", "report ete", NULL},
    {"\xe6\x97\xa5\xe6\x9c\xac", "\xe6\x97\xa5 \xe6\x9c\xac", NULL},
    {"\xe3\x82\xab\xe3\x82\xbf\xe3\x82\xab\xe3\x83\x8a", "\xe3\x82\xab\xe3\x82\xbf\xe3\x82\xab\xe3\x83\x8a",
     NULL},
    {"\xf0\x9f\x98\x80 up \xe2\x82\xac", "up", NULL},
    {"\xc2\xad \xcc\x81", "", NULL},
    {"Hawai\xca\xbbi Hawai'i", "hawaii hawaii", NULL},
    {"", "", NULL},
};

typedef struct seen {
    char terms[4096];
    uint32_t start;
    uint32_t end;
    int count;
} seen;

static int take(void *context, const newswire_term *term) {
    seen *all = context;
    size_t length = strlen(all->terms);
    CHECK(!term->second || (all->count && term->span.start == all->start), "a second form without a first");
    CHECK(term->span.start >= all->start && term->span.length > 0, "out of order");
    CHECK(term->text.length > 0 && term->text.length <= 32768, "%u bytes", term->text.length);
    all->start = term->span.start;
    all->end = term->span.start + term->span.length;
    snprintf(all->terms + length, sizeof all->terms - length, "%s%.*s",
             term->second ? "/"
             : all->count ? " "
                          : "",
             (int)term->text.length, term->text.bytes);
    all->count++;
    return 0;
}

static seen terms_of(newswire_engine *engine, const char *text, size_t length, newswire_term_use use) {
    seen all = {"", 0, 0, 0};
    int stopped;
    CHECK(newswire_terms(engine, text, length, use, take, &all, &stopped) == NEWSWIRE_OK && stopped == 0,
          "%s", text);
    CHECK(all.end <= length, "a term past the end of %s", text);
    return all;
}

static void check_cases(newswire_engine *engine, const term_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const char *text = cases[i].text;
        seen of_text = terms_of(engine, text, strlen(text), NEWSWIRE_TERMS_OF_TEXT);
        seen of_query = terms_of(engine, text, strlen(text), NEWSWIRE_TERMS_OF_QUERY);
        const char *query = cases[i].query ? cases[i].query : cases[i].terms;
        CHECK(strcmp(of_text.terms, cases[i].terms) == 0, "%s: got %s, wanted %s", text, of_text.terms,
              cases[i].terms);
        CHECK(strcmp(of_query.terms, query) == 0, "%s as a query: got %s, wanted %s", text, of_query.terms,
              query);
    }
}

#define CHECK_CASES(engine, cases) check_cases(engine, cases, sizeof(cases) / sizeof *(cases))

/* What may go on is asked for in the form that what goes on has. */
static void check_prefixes(newswire_engine *engine) {
    CHECK_STRING(terms_of(engine, "U.S", 3, NEWSWIRE_TERMS_OF_PREFIX).terms, "us");
    CHECK_STRING(terms_of(engine, "<7211.T", 7, NEWSWIRE_TERMS_OF_PREFIX).terms, "7211");
    CHECK_STRING(terms_of(engine, "me-t", 4, NEWSWIRE_TERMS_OF_PREFIX).terms, "me t");
    CHECK_STRING(terms_of(engine, "O'B", 3, NEWSWIRE_TERMS_OF_PREFIX).terms, "ob");
}

/* Spans are what a reader would mark. */
static void check_span(newswire_engine *engine, const char *text, const char *wanted) {
    seen all = terms_of(engine, text, strlen(text), NEWSWIRE_TERMS_OF_TEXT);
    CHECK(all.end - all.start == strlen(wanted) && memcmp(text + all.start, wanted, strlen(wanted)) == 0,
          "%s: marked %.*s", text, (int)(all.end - all.start), text + all.start);
}

static void check_spans(newswire_engine *engine) {
    check_span(engine, "the U.S.", "U.S.");
    check_span(engine, "for GM's", "GM");
    check_span(engine, "see <7211.T>", "7211.T");
    check_span(engine, "I don\xe2\x80\x99t", "don\xe2\x80\x99t");
    check_span(engine, "rated AA+.", "AA+");
    check_span(engine, "\xe2\x80\x9cZo\xc3\xab\xe2\x80\x9d", "Zo\xc3\xab");
}

static int stop_at_two(void *context, const newswire_term *term) {
    (void)term;
    return ++*(int *)context == 2 ? 7 : 0;
}

/* Odd text: NULs, what lacks one at its end, broken characters, words that never end. */
static void check_odd(newswire_engine *engine) {
    CHECK_STRING(terms_of(engine, "up\0down", 7, NEWSWIRE_TERMS_OF_TEXT).terms, "up down");
    CHECK_STRING(terms_of(engine, "upwards", 2, NEWSWIRE_TERMS_OF_TEXT).terms, "up");
    CHECK_STRING(terms_of(engine, "caf\xe9 \xff\xfe\x80 a\xc3", 12, NEWSWIRE_TERMS_OF_TEXT).terms,
                 "caf\xef\xbf\xbd \xef\xbf\xbd a\xef\xbf\xbd");
    enum { LONG = 200000 };
    char *text = malloc(LONG);
    if (!text) exit(1);
    memset(text, 'A', LONG);
    seen all = terms_of(engine, text, LONG, NEWSWIRE_TERMS_OF_TEXT);
    CHECK(all.count == 7 && all.end == LONG, "%d terms up to %u", all.count, all.end);
    for (int i = 0; i + 3 <= LONG; i += 3) memcpy(text + i, "\xef\xb7\xba", 3); /* 18 letters when folded */
    all = terms_of(engine, text, LONG / 3 * 3, NEWSWIRE_TERMS_OF_TEXT);
    CHECK(all.count == 7, "%d terms", all.count);
    free(text);
    int count = 0, stopped;
    CHECK(newswire_terms(engine, "up we go", 8, NEWSWIRE_TERMS_OF_TEXT, stop_at_two, &count, &stopped) ==
                  NEWSWIRE_OK &&
              stopped == 7 && count == 2,
          "stopped with %d at %d", stopped, count);
    CHECK(newswire_terms(NULL, "", 0, NEWSWIRE_TERMS_OF_TEXT, take, &all, &stopped) == NEWSWIRE_MISUSE,
          "no engine");
}

int main(void) {
    newswire_engine *engine = test_engine();
    CHECK_CASES(engine, words);
    CHECK_CASES(engine, initialisms);
    CHECK_CASES(engine, apostrophes);
    CHECK_CASES(engine, numbers);
    CHECK_CASES(engine, codes);
    CHECK_CASES(engine, scripts);
    check_prefixes(engine);
    check_spans(engine);
    check_odd(engine);
    newswire_engine_close(engine);
    return test_end("terms");
}

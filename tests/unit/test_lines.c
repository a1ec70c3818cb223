/*
** Lines of wire copy: which sentences are headlines, datelines, credits and list items. Each article below is
** written as its kinds should come out: H headline, D dateline, C credit, L list, T text, in order.
*/
#include "harness.h"

static newswire_engine *engine;

static const char *kinds_of(const char *text) {
    static char kinds[256];
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_sentence *rows;
    size_t count;
    newswire_sentences(article, &rows, &count);
    for (size_t i = 0; i < count && i < sizeof kinds - 1; i++) kinds[i] = "THDCL"[rows[i].kind];
    kinds[count < sizeof kinds ? count : sizeof kinds - 1] = 0;
    newswire_article_close(article);
    return kinds;
}

/* The first sentence of a kind, or "". */
static const char *first_of(const char *text, newswire_sentence_kind kind) {
    static char result[4096];
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_sentence *rows;
    size_t count;
    newswire_sentences(article, &rows, &count);
    result[0] = 0;
    for (size_t i = 0; i < count; i++)
        if (rows[i].kind == kind) {
            snprintf(result, sizeof result, "%s", test_span(article, rows[i].span));
            break;
        }
    newswire_article_close(article);
    return result;
}

/* ---- datelines: what is before "|" is one, what follows is the text ---- */

static const char *const datelines[] = {
    "OSLO, Aug 10 (Reuters) -| Ferries ran late on Monday, the harbour office said.",
    "NEW YORK, Aug 10 (Reuters) -| Ferries ran late on Monday.",
    "KYIV (Reuters) -| Trams will run until midnight, the mayor said.",
    "CHARLESTON, West Virginia (Reuters) -| A bridge was closed on Friday.",
    "(Reuters) -| Acme Corp raised its forecast on Friday.",
    "OSLO/BERGEN (Reuters) -| Two lines were closed.",
    "OSLO/NEW YORK, Sept 3 (Reuters) -| Two lines were closed.",
    "HOLLYWOOD, Fla./SAN JUAN, Puerto Rico (Reuters) -| A storm passed.",
    "ST. LOUIS (Reuters) -| The river rose again.", "LONDON (AP) --| The bank kept its rate.",
    "LONDON (AP) \xe2\x80\x94| The bank kept its rate.", "Riyadh (AFP) -| The kingdom will pump less oil.",
    "Lagos, Nigeria (AFP) -| The economy grew.", "OSLO (AP) _| The bank kept its rate.",
    "Frankfurt am Main (AFP) -| The bank kept its rate.", "BERLIN (dpa) -| A train was delayed for a day.",
    "BEIJING, Jan. 5 (Xinhua) --| Factories were busy in December.",
    "BEIJING, Jan. 5 /PRNewswire/ --| Acme Corp opened a plant.",
    "(Bloomberg) --| Acme Corp fell the most in a year.", "(Bloomberg Opinion) --| Nobody likes a toll.",
    "WASHINGTON \xe2\x80\x94| The Senate went home early.",
    "WASHINGTON\xe2\x80\x94| The Senate went home early.", "NEW DELHI\xe2\x80\x94| The monsoon came late.",
    "RICHMOND, Va. \xe2\x80\x94| A court will hear the case in May.",
    "ABU DHABI, United Arab Emirates \xe2\x80\x94| The port was quiet.",
    "MOUNTAIN VIEW, Calif.\xe2\x80\x94| The company cut jobs.",
    "UNITED NATIONS \xe2\x80\x94| The council met for an hour.",
    "(WASHINGTON) \xe2\x80\x94| The Senate went home early.", "TORONTO, March 12 -| Stocks closed higher.",
    "EDISON, N.J., June 1 -| Acme Corp said it had sold a unit.",
    "SILVER SPRING, Md., April 17 -| Acme Corp said it had sold a unit.",
    "SEATTLE, Nov. 19 \xe2\x80\x94| A bridge was closed.",
    "WASHINGTON, Jan 5, 2011 (Reuters) -| The Senate went home early.",
    "Feb 5 (Reuters) -| Acme Corp raised its forecast.", "Feb 5 -| Acme Corp raised its forecast.",
    "BOGOTA, April 23 Reuter -| Coffee prices rose.", "TOKYO, Jan. 5, Kyodo -| The emperor opened a museum.",
    "LONDON (Harbour News) -| The bank kept its rate.",
    /* agency and dash lost */
    "CHICAGO, July 13| Acme Corp posted a higher profit on Wednesday.",
    "SAN FRANCISCO, Dec 4| Acme Corp posted a higher profit on Wednesday.",
    "SAO PAULO| Brazil will sell two ports next year, a minister said.",
    "HONG KONG| HSBC said it would move its headquarters.",
    "LONDON/FRANKFURT| European banks want longer rules.",
    "Oct 5| Drugmaker Acme Corp said on Wednesday it had bought a rival.", NULL};

static void test_datelines(void) {
    for (const char *const *line = datelines; *line; line++) {
        char text[512], wanted[512];
        const char *bar = strchr(*line, '|');
        snprintf(wanted, sizeof wanted, "%.*s", (int)(bar - *line), *line);
        snprintf(text, sizeof text, "%s%s", wanted, bar + 1);
        CHECK_STRING(first_of(text, NEWSWIRE_DATELINE), wanted);
        CHECK_STRING(kinds_of(text), "DT");
    }
}

static const char *const not_datelines[] = {
    "U.S. officials met in Oslo (the capital) - and left early.",
    "IBM (the company) fell 3 percent on Monday.",
    "NASA is ready for a second attempt - the last of the year.",
    "FILE - In this June photo the harbour is empty.",
    "GM said on Monday - after a long silence - that it would build cars.",
    "UK shares rose on Monday, led by miners.",
    "May 5 is a holiday in Japan.",
    "CITIC -- a state firm -- sold its stake.",
    "Shares of Acme (ACME.N) - a maker of anvils - fell.",
    "Washington said on Monday it would sign.",
    "LONDON mayor Jane Doe said the fare would rise.",
    "U.S. President Jane Doe arrived in Oslo on Monday.",
    "U.S. President Jane Doe (left) met the king on May 3 - her last day.",
    NULL};

static void test_not_datelines(void) {
    for (const char *const *line = not_datelines; *line; line++)
        CHECK_STRING(first_of(*line, NEWSWIRE_DATELINE), "");
}

/* ---- whole articles ---- */

#define BODY "The harbour will close for a week, the office said on Monday, and ships will wait outside.\n\n"

static const struct article {
    const char *kinds;
    const char *text;
} articles[] = {
    /* headlines */
    {"HT", "Harbour to close for a week\n\n" BODY},
    {"HLLLDT",
     "Harbour grains-Oats tumble on record crop outlook\n\n* Oats drop 3 pct\n* Rye hits lowest since "
     "2009\n* Office raises estimate of yield\n\nOSLO, Aug 10 (Reuters) - Oats fell on Monday."},
    {"HDT", "Harbour to close for a week\n\nOSLO, Aug 10 (Reuters) - Ships will wait outside."},
    {"HDT", "UPDATE 1-Acme cuts outlook, shares fall\n\nAug 10 (Reuters) - Acme Corp cut its outlook."},
    {"HDT", "WRAPUP 2-Harbours close across Norway\n\nOSLO, Aug 10 (Reuters) - Ships waited outside."},
    {"HT", "EXCLUSIVE-Acme in talks to buy rival\n\n" BODY},
    {"HT", "HARBOUR TO CLOSE FOR A WEEK\n\n" BODY},
    {"HT", "HARBOUR TO CLOSE FOR A WEEK, PORT SAYS IN U.S. FILING.\n\n" BODY},
    {"HT", "Acme recalls anvils in U.S.\n\n" BODY},
    {"HT", "What now for the harbour?\n\n" BODY},
    {"HHT", "Harbour to close\n\nShips to wait outside for a week\n\n" BODY},
    {"HCT", "Harbour to close for a week\nBy Jane Doe\n" BODY},
    {"HDT",
     "OSLO METALS - Copper slips in quiet trade\nOSLO 1996-08-30\nCopper slipped on Friday, dealers said."},
    {"HCDT", "HARBOUR CLOSES.\nJane Doe\nOSLO 1996-08-30\n" BODY},
    {"HCT", "Harbour to close for a week\n\nJane Doe in Oslo\n\n" BODY},
    {"HHDT", "UPDATE 2-Acme profit falls\n\n(Adds shares, analyst)\n\nOSLO, Aug 10 (Reuters) - Acme said "
             "profit fell."},
    {"HDT",
     "(Corrects spelling of name in third paragraph)\nOSLO, Aug 10 (Reuters) - Acme said profit fell."},
    {"HDT", "(Adds details) OSLO, Aug 10 (Reuters) - Acme said profit fell."},
    {"THT", BODY "Ships wait\n\n" BODY},
    {"THT", BODY "SHIPS WAIT\n\n" BODY},
    {"T", "General Mills and Acme Anvils\n\nare discussing a broad alliance, people with knowledge of the "
          "talks said."},
    {"T", "Shares in Acme\n\n, which makes anvils, rose on Monday."},
    {"TT", BODY "Prices will rise, the office said. "},
    {"T", "Acme Corp shares fell 3 percent on Monday."},
    {"T", "Net income rose to 3 mln dlrs."},
    /* bylines */
    {"CDT", "By Jane Doe\n\nOSLO, Aug 10 (Reuters) - Ships waited."},
    {"CDT", "By Jane Doe and John Roe\n\nOSLO (Reuters) - Ships waited."},
    {"CDT", "By Jane Doe, Energy Correspondent\n\nOSLO (Reuters) - Ships waited."},
    {"CT", "By JANE DOE\n" BODY},
    {"CT", "By Jane Doe, BBC News, Oslo\n" BODY},
    {"CT", "By BBC security correspondent Jane Doe\n" BODY},
    {"CDT", "By Jane Doe OSLO, Aug 10 (Reuters) - Ships waited outside the harbour."},
    {"T", "By Monday night, the storm had passed."},
    {"T", "By the time ships came, the harbour was closed."},
    /* credits */
    {"TC", BODY "(Reporting by Jane Doe; Editing by John Roe)"},
    {"TC", BODY "(Additional reporting by Jane Doe in Oslo; Editing by John Roe)"},
    {"TC", "The harbour closed. (Reporting by Jane Doe)"},
    {"TC", "The harbour closed. (Reporting By Jane Doe; editing by John Roe)"},
    {"TCC", BODY "(Reporting by Jane Doe; Editing by John Roe) ((jane.doe@example.com; +47 555 0101))"},
    {"TCC", BODY "(Reporting by Jane Doe)(jane.doe@example.com; +47 555 0101)"},
    {"TC", BODY "Reporting by Jane Doe; Editing by John Roe"},
    {"TC", BODY "Reporting By Jane Doe"},
    {"TC", BODY "editing by John Roe"},
    {"TC", "The harbour closed. Reporting by Jane Doe; Editing by John Roe"},
    {"TC", BODY "(Compiled by Oslo newsroom)"},
    {"TC", BODY "Compiled by Jane Doe"},
    {"TC", BODY "(Writing by Jane Doe; Editing by John Roe)"},
    {"TC", BODY "(Reporting by Jane Doe, writing by Ann Poe, editing by John Roe)"},
    {"TC",
     BODY "((jane.doe@example.com; +47 555 0101; Reuters Messaging: jane.doe.example.com@reuters.net))"},
    {"TC", BODY "--With assistance from Jane Doe and John Roe."},
    {"TC", BODY "\xe2\x80\x94 With assistance by Jane Doe"},
    {"TC", BODY "\xe2\x80\x94Jane Doe and John Roe contributed to this article."},
    {"TC",
     BODY "Associated Press writers Jane Doe in Oslo and John Roe in Bergen contributed to this report."},
    {"TC", BODY "-- Oslo newsroom, 47-555-0101"},
    {"TC", BODY "-- Jane Doe, Oslo Newsroom +47 555 0101 22"},
    {"TC", "The harbour closed. -- Oslo Newsroom +47 555 0101 22."},
    {"TC", BODY "((--Chicago newsdesk 312 555 0101))"},
    {"TC", BODY "To contact the reporter on this story: Jane Doe in Oslo at jdoe@example.com"},
    {"TC", BODY "Keywords: HARBOUR/OSLO"},
    {"TC", BODY "FILE PHOTO: A ferry lies in the harbour of Oslo, Norway, May 3, 2017. REUTERS/Jane Doe"},
    {"CT",
     "FILE PHOTO: A ferry lies in the harbour of Oslo. REUTERS/Jane Doe\n\nThe harbour closed on Monday."},
    {"TC", BODY "(END)"},
    {"TC", BODY "Reuter"},
    {"TC", BODY "REUTERS"},
    {"T", "The factors that contributed to this decline are unknown."},
    {"T", "The figures were compiled by the port (data by Acme showed a fall)."},
    {"T", "Reporting by the newspaper led to a trial, the judge said."},
    {"T", "Research by Acme Institute shows that ships are slower."},
    {"T", "The price ($1 = 7.75 crowns) was fair."},
    {"TT", BODY "($1 = 7.7573 Norwegian crowns)"},
    /* lists */
    {"TLL", "The port named its reasons:\n* The tide is low.\n* The crane is old.\n"},
    {"TLL", "The port named its reasons:\n- The tide is low\n- The crane is old\n"},
    {"TLL", "The port named its reasons:\n\xe2\x80\xa2 The tide is low\n\xe2\x80\xa2 The crane is old\n"},
    {"TLL", "The port named its reasons:\n1. The tide is low.\n2. The crane is old.\n"},
    {"TLL", "The port named its reasons:\n(1) The tide is low.\n(2) The crane is old.\n"},
    {"TLL", "The port named its reasons:\na) the tide is low\nb) the crane is old\n"},
    {"TLL", "The port named its reasons:\n* The tide is low. It was high once.\n"},
    {"TLLL", "Shares moved:\nAcme +2.1\nWidgets -0.4\nAnvils 3.0 pct\n"},
    {"TLL", "Results:\nRovers 2 United 0\nAthletic 1 Rangers 1\n"},
    {"LLLLC", "Shr 34 cts vs 1.19 dlrs\n    Net 807,000 vs 2,858,000\n    Revs 510.2 mln vs 479.7 mln\n    "
              "Nine mths\n Reuter"},
    {"T", "3 Aces Corp said it sold 2 units in May."},
    {"TT", "The harbour board said it had accepted the offer of\n\nNorthern Ferries, which pays in "
           "May.\n\nIt is glad."},
    {"TT", "The plan for the two piers was drawn up by\n\nQuay Consulting and is out.\n\nThe board is glad."},
    {"HTT", "Strike at the port goes on\n\nShips waited on Monday.\n\nThe board is not glad."},
    {"HDTT",
     "Port asks what the ships are waiting for\n\nOSLO (Reuters) - Ships waited.\n\nThe board is not glad."},
    {NULL, NULL}};

static void test_articles(void) {
    for (const struct article *article = articles; article->kinds; article++) {
        const char *kinds = kinds_of(article->text);
        CHECK(strcmp(kinds, article->kinds) == 0, "got %s, wanted %s: %s", kinds, article->kinds,
              article->text);
    }
}

/* A dash that goes on with a sentence cut by a stripped code is no bullet. */
static void test_rest(void) {
    const char *text =
        "Acme fell most on the main index of the Oslo market\n\n- the worst day since May, traders said.";
    CHECK_STRING(first_of(text, NEWSWIRE_LIST), "");
}

/* Every token is in one sentence, whatever the text. */
static void test_hostile(void) {
    static const char *const parts[] = {"(",  "By ",   "- ",       "OSLO ", "1. ", "(Reporting by ",
                                        "\n", "A\n\n", "Reuter\n", "/ "};
    enum { REPEATS = 20000 };
    char *text = malloc(REPEATS * 16);
    if (!text) exit(1);
    for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
        size_t length = strlen(parts[part]);
        for (size_t i = 0; i < REPEATS; i++) memcpy(text + i * length, parts[part], length);
        text[REPEATS * length] = 0;
        newswire_article *article = test_article(engine, text, NULL);
        const newswire_sentence *rows;
        size_t count, tokens, covered = 0;
        const newswire_token *token_rows;
        newswire_sentences(article, &rows, &count);
        newswire_tokens(article, &token_rows, &tokens);
        for (size_t i = 0; i < count; i++) covered += rows[i].token_count;
        CHECK(covered == tokens, "%zu of %zu tokens of '%s'", covered, tokens, parts[part]);
        newswire_article_close(article);
    }
    free(text);
}

int main(void) {
    engine = test_engine();
    test_datelines();
    test_not_datelines();
    test_articles();
    test_rest();
    test_hostile();
    newswire_engine_close(engine);
    return test_end("lines");
}

/*
** Persons of bylines and credit lines, with role and place.
*/
#include "harness.h"

static newswire_engine *engine;

/* The credits of a text: "R Jane Doe @Oslo, E John Roe": R reporting, A additional reporting, W writing, E
** editing. */
static const char *credits_of(const char *text) {
    static char result[2048];
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_credit *rows;
    size_t count, used = 0;
    newswire_credits(article, &rows, &count);
    result[0] = 0;
    for (size_t i = 0; i < count && used < sizeof result - 1; i++)
        used +=
            (size_t)snprintf(result + used, sizeof result - used, "%s%c %s%s%s", i ? "; " : "",
                             "RAWE"[rows[i].role], test_string(rows[i].name), rows[i].place.bytes ? " @" : "",
                             rows[i].place.bytes ? test_string(rows[i].place) : "");
    newswire_article_close(article);
    return result;
}

#define BODY "The harbour will close for a week, the office said on Monday, and ships will wait outside.\n\n"

static const struct sample {
    const char *line;
    const char *wanted;
} ends[] = {
    {"(Reporting by Jane Doe)", "R Jane Doe"},
    {"(Reporting By Jane Doe)", "R Jane Doe"},
    {"(Reporting by Jane Doe in Oslo; Editing by John Roe)", "R Jane Doe @Oslo; E John Roe"},
    {"(Reporting by Jane Doe in Oslo, Ann Poe and Max Moe in New York; Writing by Eva Low; Editing by John "
     "Roe and Pat Coe)",
     "R Jane Doe @Oslo; R Ann Poe @New York; R Max Moe @New York; W Eva Low; E John Roe; E Pat Coe"},
    {"(Additional reporting by Jane Doe in Paris, Ann-Marie Poe in Frankfurt; Editing by John Roe, Max Moe "
     "and Helen Massy-Low)",
     "A Jane Doe @Paris; A Ann-Marie Poe @Frankfurt; E John Roe; E Max Moe; E Helen Massy-Low"},
    {"(Reporting by Jane Doe Editing by John Roe)", "R Jane Doe; E John Roe"},
    {"(Reporting by Jane Doe and Ann Poe Writing by Eva Low Editing by John Roe)",
     "R Jane Doe; R Ann Poe; W Eva Low; E John Roe"},
    {"(Reporting by Jane Doe; additional reporting by Ann Poe; editing by John Roe)",
     "R Jane Doe; A Ann Poe; E John Roe"},
    {"(Reporting by Jane Doe in New YorkAdditional reporting by Ann Poe in OsloEditing by John Roe)",
     "R Jane Doe @New York; A Ann Poe @Oslo; E John Roe"},
    {"(Reporting and writing by Jane Doe)", "R Jane Doe"},
    {"(Additional reporting and writing by Jane Doe)", "A Jane Doe"},
    {"(Writing by Jane Doe; editing by John Roe)", "W Jane Doe; E John Roe"},
    {"(Written by Jane Doe)", "W Jane Doe"},
    {"(Compiled by Jane Doe in Bengaluru)", "W Jane Doe @Bengaluru"},
    {"Compiled by Jane Doe", "W Jane Doe"},
    {"editing by John Roe", "E John Roe"},
    {"Editing by Eric M. Roe and J.K. Coe", "E Eric M. Roe; E J.K. Coe"},
    {"Reporting by Jane O'Doe, Luiz da Silva and Anna van der Berg; Editing by G Crosse",
     "R Jane O'Doe; R Luiz da Silva; R Anna van der Berg; E G Crosse"},
    {"(Reporting by Jane Doe in Wilmington, Delaware and John Roe in Albany, New York; Editing by Max Moe)",
     "R Jane Doe @Wilmington, Delaware; R John Roe @Albany, New York; E Max Moe"},
    {"(Reporting by Jane Doe in Washington, D.C.; Ann Poe in Bergen)",
     "R Jane Doe @Washington, D.C.; R Ann Poe @Bergen"},
    {"(Reporting by Jane Doe, Ann Poe in Oslo and Max Moe; Editing by John Roe)",
     "R Jane Doe @Oslo; R Ann Poe @Oslo; R Max Moe; E John Roe"},
    {"(Reporting by Oslo Newsroom; Editing by John Roe)", "E John Roe"},
    {"(Reporting by Jane Doe and Oslo newsroom)", "R Jane Doe"},
    {"(Reporting by Reuters staff)", ""},
    {"(Graphics by Ann Poe; Editing by John Roe)", "E John Roe"},
    {"(Reporting by Jane Doe; Graphic by Ann Poe; Desking by Max Moe)", "R Jane Doe; E Max Moe"},
    {"(Reporting by Jane Doe; Editing by John Roe) ((jane.doe@example.com; +47 555 0101; Reuters Messaging: "
     "jane.doe.example.com@reuters.net))",
     "R Jane Doe; E John Roe"},
    {"(Reporting by Dr. Jane Doe)", "R Jane Doe"},
    {"(Reporting by Jane Doe for Example News; Editing by John Roe)", "R Jane Doe; E John Roe"},
    {"(Reporting by Min Ha Park in New York, Jean-Paul Roe in Paris)",
     "R Min Ha Park @New York; R Jean-Paul Roe @Paris"},
    {"--With assistance from Jane Doe, Ann Poe and John Roe.", "A Jane Doe; A Ann Poe; A John Roe"},
    {"\xe2\x80\x94 With assistance by Jane Doe, and Ann Poe", "A Jane Doe; A Ann Poe"},
    {"\xe2\x80\x94Jane Doe and Ann Poe contributed to this article.", "A Jane Doe; A Ann Poe"},
    {"Associated Press writers Jane Doe in Oslo and Ann Poe and Max Moe in New York contributed to this "
     "report.",
     "A Jane Doe @Oslo; A Ann Poe @New York; A Max Moe @New York"},
    {"AP writer Ann Poe contributed from Nogales, Mexico.", "A Ann Poe @Nogales, Mexico"},
    {"ABC News' Jane Doe contributed to this report.", "A Jane Doe"},
    {"CNBC's Jane Doe contributed to this report.", "A Jane Doe"},
    {"Reuters contributed to this story.", ""},
    {"To contact the reporter on this story: Jane Doe in Oslo at jdoe@example.com", "R Jane Doe @Oslo"},
    {"To contact the editors responsible for this story: John Roe at jroe@example.com", "E John Roe"},
    {"-- Jane Doe, London Newsroom +47 555 0101 22", "R Jane Doe @London"},
    {"-- London Newsroom +47 555 0101 22", ""},
    {NULL, NULL}};

static const struct sample starts[] = {
    {"By Jane Doe", "R Jane Doe"},
    {"By Jane Doe and John Roe", "R Jane Doe; R John Roe"},
    {"By Jane Doe, Ann Poe and John Roe", "R Jane Doe; R Ann Poe; R John Roe"},
    {"BY JANE DOE", "R JANE DOE"},
    {"By JANE DOE and JOHN ROE", "R JANE DOE; R JOHN ROE"},
    {"By Jane Doe, Energy Correspondent", "R Jane Doe"},
    {"By Jane Doe, Oslo, March 3", "R Jane Doe @Oslo"},
    {"By Jane Doe, BBC News, Oslo", "R Jane Doe @Oslo"},
    {"By Jane Doe in Oslo and John Roe in Bergen", "R Jane Doe @Oslo; R John Roe @Bergen"},
    {"By Jane Doe, Associated Press", "R Jane Doe"},
    {"By Jane Doe of The Associated Press", "R Jane Doe"},
    {"By BBC security correspondent Jane Doe", "R Jane Doe"},
    {"By Jane Doe, BBC North America reporter", "R Jane Doe"},
    {"By John Roe Jr.", "R John Roe Jr."},
    {"By Reuters Staff", ""},
    {"By The Associated Press", ""},
    {"- By Jane Doe", "R Jane Doe"},
    {NULL, NULL}};

static void check(const char *text, const struct sample *sample) {
    const char *got = credits_of(text);
    CHECK(strcmp(got, sample->wanted) == 0, "%s\n    got:    %s\n    wanted: %s", sample->line, got,
          sample->wanted);
}

static void test_samples(void) {
    char text[1024];
    for (const struct sample *sample = ends; sample->line; sample++) {
        snprintf(text, sizeof text, "%s%s", BODY, sample->line);
        check(text, sample);
    }
    for (const struct sample *sample = starts; sample->line; sample++) {
        snprintf(text, sizeof text, "%s\n\n%s", sample->line, BODY);
        check(text, sample);
    }
    static const struct sample name_line = {"name under a headline", "R Jane Doe @Oslo"};
    check("Harbour to close for a week\n\nJane Doe in Oslo\n\n" BODY, &name_line);
    static const struct sample text_only = {"no credit line", ""};
    check(BODY "A novel by Jane Doe in Oslo, edited by John Roe, was sold, he said.", &text_only);
}

/* `text` of a row is the name, wrapped lines made one space; the spans point at it and at the place. */
static void test_spans(void) {
    newswire_article *article =
        test_article(engine, BODY "(Reporting by Jane  Doe in New York; Editing by A Roe)", NULL);
    const newswire_credit *rows;
    size_t count;
    newswire_credits(article, &rows, &count);
    CHECK(count == 2, "%zu rows", count);
    if (count == 2) {
        CHECK_STRING(test_span(article, rows[0].span), "Jane  Doe");
        CHECK_STRING(test_string(rows[0].name), "Jane Doe");
        CHECK_STRING(test_span(article, rows[0].place_span), "New York");
        CHECK(rows[1].place_span.length == 0 && !rows[1].place.bytes, "a place of its own");
        CHECK(rows[0].token_count == 2, "%u tokens", rows[0].token_count);
    }
    newswire_article_close(article);
}

int main(void) {
    engine = test_engine();
    test_samples();
    test_spans();
    newswire_engine_close(engine);
    return test_end("credits");
}

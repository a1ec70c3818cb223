/*
** Moves: the sentences of tests/data/moves.txt and the rows that they give; then what needs more than a
** sentence.
**
** With an argument, a file of sentences, it prints them with the rows that they give now.
*/
#include "harness.h"

enum { LINE = 1000 };

static const char *outlook_name(uint8_t outlook) {
    return outlook == NEWSWIRE_ACTUAL ? "actual" : outlook == NEWSWIRE_EXPECTED ? "expected" : "possible";
}

static void append(char *line, size_t room, const char *name, newswire_string text) {
    size_t length = strlen(line);
    if (text.bytes) snprintf(line + length, room - length, " | %s %.*s", name, (int)text.length, text.bytes);
}

/* A row as the data file writes it. */
static void row_line(newswire_article *article, const newswire_move *move, char *line, size_t room) {
    static const char *const signs[] = {"up", "down", "flat"};
    snprintf(line, room, "%s | %s %.6g %.*s | %.*s", test_span(article, move->span), signs[move->direction],
             move->has_change ? move->change : 0.0, (int)move->unit.length, move->unit.bytes,
             (int)move->subject.length, move->subject.bytes ? move->subject.bytes : "");
    append(line, room, "measure", move->measure);
    append(line, room, "from", move->from_value);
    append(line, room, "to", move->to_value);
    append(line, room, "period", move->period);
    append(line, room, "as of", move->as_of);
    if (move->outlook != NEWSWIRE_ACTUAL) {
        size_t length = strlen(line);
        snprintf(line + length, room - length, " | %s", outlook_name(move->outlook));
    }
}

static size_t rows_of(newswire_engine *engine, const char *sentence, char rows[][LINE], size_t room) {
    newswire_article *article = test_article(engine, sentence, NULL);
    const newswire_move *moves;
    size_t count;
    CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK, "%s", sentence);
    for (size_t i = 0; i < count && i < room; i++) {
        row_line(article, &moves[i], rows[i], LINE);
        CHECK(moves[i].score > 0 && moves[i].score <= 1, "%s: score %g", sentence, moves[i].score);
    }
    newswire_article_close(article);
    return count;
}

static void print_rows(newswire_engine *engine, const char *path) {
    char line[LINE];
    static char rows[16][LINE];
    FILE *file = fopen(path, "r");
    if (!file) exit(1);
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '+') continue;
        printf("%s\n", line);
        if (line[0] == 0 || line[0] == '#') continue;
        size_t count = rows_of(engine, line, rows, 16);
        for (size_t i = 0; i < count && i < 16; i++) printf("+ %s\n", rows[i]);
    }
    fclose(file);
}

/* Holds the rows of one sentence against the lines of the file that begin with '+'. */
static void check_sentences(newswire_engine *engine) {
    char line[LINE], sentence[LINE] = "";
    static char rows[16][LINE];
    size_t count = 0, next = 0;
    FILE *file = fopen(TEST_DATA "/moves.txt", "r");
    CHECK(file != NULL, "%s", TEST_DATA "/moves.txt");
    if (!file) return;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == '+') {
            const char *got = next < count ? rows[next] : "(no row)";
            CHECK(strcmp(got, line + 2) == 0, "%s\n    wanted %s\n    got    %s", sentence, line + 2, got);
            next++;
            continue;
        }
        CHECK(next >= count, "%s\n    a row too many: %s", sentence, next < count ? rows[next] : "");
        count = next = 0;
        if (line[0] == 0 || line[0] == '#') continue;
        snprintf(sentence, sizeof sentence, "%s", line);
        count = rows_of(engine, sentence, rows, 16);
    }
    CHECK(next >= count, "%s\n    a row too many", sentence);
    fclose(file);
}

static void check_percent_only(newswire_engine *engine) {
    newswire_options options = {.percent_moves = true};
    newswire_article *article =
        test_article(engine, "Sales doubled and shares rose $2, or 4 percent.", &options);
    const newswire_move *moves;
    size_t count;
    CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK, "moves");
    CHECK(count == 1, "%zu rows", count);
    if (count == 1) CHECK_STRING(test_string(moves[0].subject), "shares");
    newswire_article_close(article);
}

static void check_sentence_before(newswire_engine *engine) {
    newswire_article *article = test_article(
        engine, "The number of subscribers has reached 12 million. That is a rise of 6 percent.", NULL);
    const newswire_move *moves;
    size_t count;
    CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK, "moves");
    CHECK(count == 1, "%zu rows", count);
    if (count == 1) CHECK_STRING(test_string(moves[0].subject), "The number of subscribers");
    newswire_article_close(article);
}

static void check_range(newswire_engine *engine) {
    newswire_article *article = test_article(engine, "Subsidies were cut by six to 12 percent.", NULL);
    const newswire_move *moves;
    size_t count;
    CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK && count == 1, "rows");
    if (count == 1) {
        CHECK(moves[0].has_range, "a range");
        CHECK(moves[0].low == -12 && moves[0].high == -6, "%g to %g", moves[0].low, moves[0].high);
        CHECK(moves[0].change == -9, "%g", moves[0].change);
    }
    newswire_article_close(article);
}

static void check_times(newswire_engine *engine) {
    newswire_article *article = test_article(
        engine, "Shares in Acme were up 3 percent as of 1315 GMT, after a 20 percent fall over six weeks.",
        NULL);
    const newswire_move *moves;
    size_t count;
    CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK && count == 2, "rows");
    if (count == 2) {
        CHECK_STRING(test_string(moves[0].as_of_iso), "T13:15Z");
        CHECK_STRING(test_string(moves[1].period_iso), "P6W");
        CHECK_STRING(test_string(moves[1].subject), "Shares in Acme");
    }
    newswire_article_close(article);
}

#define CORVANE "Corvane Stores Inc. cut its outlook. The company blamed the cold. Corvane closed two shops. "

/* Who tells a figure of the whole country is not whose it is; what firms report is the firm's that the article tells of. */
static void check_names(newswire_engine *engine) {
    static const struct {
        const char *text, *name;
    } cases[] = {
        {"Harrow Foods Plc said sales rose 5 percent.", "Harrow Foods Plc"},
        {"The Commerce Department said personal incomes rose 0.6 percent.", "(none)"},
        {"The National Statistics Office said consumer goods output rose 0.6 percent.", "(none)"},
        {CORVANE "Analysts asked by Harcourt had expected 41 cents. Revenue fell 4 percent.",
         "Corvane Stores Inc."},
        {"The maker, Harrow Foods Plc, which trails Bolt Mills Plc in the market, said revenue would fall 9 "
         "percent.",
         "Harrow Foods Plc"},
        {"Like Bolt Mills Plc and Cole Foods Plc, Harrow Foods Plc said sales rose 5 percent.",
         "Harrow Foods Plc"},
        {"Harrow Foods Plc said, like Bolt Mills Plc, that sales rose 5 percent.", "Harrow Foods Plc"},
        {CORVANE "Copper prices rose 2 percent.", "(none)"},
        {CORVANE "Rival Harcourt Ltd hired staff. Revenue rose 4 percent.", "(none)"},
        {CORVANE "Rivals Harcourt Ltd and Bolt Mills Plc also did so. Revenue rose 4 percent.",
         "Corvane Stores Inc."},
        {"Harrow Foods Plc's Nasdaq-listed stock fell 2 percent.", "Harrow Foods Plc"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        newswire_article *article = test_article(engine, cases[i].text, NULL);
        const newswire_move *moves;
        size_t count;
        CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK && count == 1, "%s", cases[i].text);
        if (count == 1) CHECK_STRING(test_string(moves[0].name), cases[i].name);
        newswire_article_close(article);
    }
}

/* The score of the last move of a text, or 0. */
static double score_of_last(newswire_engine *engine, const char *text) {
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_move *moves;
    size_t count;
    CHECK(newswire_moves(article, &moves, &count) == NEWSWIRE_OK && count > 0, "%s", text);
    double score = count > 0 ? moves[count - 1].score : 0;
    newswire_article_close(article);
    return score;
}

static void check_scores(newswire_engine *engine) {
    static const char *const stretched[] = {
        "Could sales rise 5 percent?",                            /* a question */
        "If sales rise 5 percent, the firm will hire.",           /* a condition */
        "The figures are out. They rose 5 percent.",              /* nobody known */
        "Sales reached 40 million. That is a rise of 6 percent.", /* the sentence before */
        "Growth of 3 percent followed.",                          /* nothing named */
    };
    double plain = score_of_last(engine, "Sales rose 5 percent.");
    for (size_t i = 0; i < sizeof stretched / sizeof *stretched; i++) {
        double score = score_of_last(engine, stretched[i]);
        CHECK(score < plain, "%s: %g, plain %g", stretched[i], score, plain);
    }
}

/* ---- every word of the lists of change is in some sentence ---- */

enum { WORDS = 2000, WORD = 32, TEXT = 100000 };

typedef struct listed {
    char form[WORD];
    char lemma[WORD];
    bool used;
} listed;

/* The sentences of the data file in small letters, each word between single spaces. */
static void read_words(char *text) {
    char line[LINE];
    FILE *file = fopen(TEST_DATA "/moves.txt", "r");
    size_t length = 0;
    while (file && fgets(line, sizeof line, file)) {
        if (line[0] == '+' || line[0] == '#') continue;
        for (const char *c = line; *c && length + 2 < TEXT; c++) {
            char small = *c >= 'A' && *c <= 'Z' ? (char)(*c + ('a' - 'A')) : *c;
            bool letter = (small >= 'a' && small <= 'z') || small == '-';
            if (letter || (length > 0 && text[length - 1] != ' ')) text[length++] = letter ? small : ' ';
        }
    }
    text[length] = 0;
    if (file) fclose(file);
}

static bool is_in(const char *text, const char *form) {
    size_t length = strlen(form);
    for (const char *at = strstr(text, form); at; at = strstr(at + 1, form))
        if ((at == text || at[-1] == ' ') && (at[length] == ' ' || at[length] == 0)) return true;
    return false;
}

/* Verbs count by their lemma, nouns and adjectives by their form. */
static void check_list(const char *text, const char *path, bool by_lemma) {
    static listed words[WORDS];
    char line[LINE];
    size_t count = 0;
    FILE *file = fopen(path, "r");
    CHECK(file != NULL, "%s", path);
    while (file && count < WORDS && fgets(line, sizeof line, file)) {
        listed *word = &words[count];
        if (line[0] == '#' || sscanf(line, "%31[^\t]\t%31[^\t]", word->form, word->lemma) != 2) continue;
        if (!by_lemma) memcpy(word->lemma, word->form, sizeof word->lemma);
        word->used = is_in(text, word->form);
        count++;
    }
    if (file) fclose(file);
    CHECK(count > 0, "%s: no words", path);
    for (size_t i = 0; i < count; i++) {
        bool used = words[i].used;
        for (size_t j = 0; j < count && !used; j++)
            used = words[j].used && strcmp(words[j].lemma, words[i].lemma) == 0;
        CHECK(used, "no sentence uses %s", words[i].form);
    }
}

static void check_lists(void) {
    static char text[TEXT];
    read_words(text);
    check_list(text, TEST_DATA "/../../ext/lexicon/lists/move_verbs.txt", true);
    check_list(text, TEST_DATA "/../../ext/lexicon/lists/move_nouns.txt", false);
    check_list(text, TEST_DATA "/../../ext/lexicon/lists/move_adjectives.txt", false);
}

int main(int argc, char **argv) {
    newswire_engine *engine = test_engine();
    if (argc > 1) {
        print_rows(engine, argv[1]);
    } else {
        check_sentences(engine);
        check_percent_only(engine);
        check_sentence_before(engine);
        check_range(engine);
        check_times(engine);
        check_names(engine);
        check_scores(engine);
        check_lists();
    }
    newswire_engine_close(engine);
    return argc > 1 ? 0 : test_end("moves");
}

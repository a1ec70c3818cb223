/* Sentences: where they end, and where a break of the paragraph does not end them. */
#include "harness.h"

#include "base/limits.h"

/* A bar stands where a sentence begins; it is taken out before the text is read. */

static const char *const stops[] = {
    "The bank closed its branch. |It will reopen in May.",
    "Sales rose 9.5 percent. |Profit fell 2.1 percent to 3.4 million.",
    "Is the plan dead? |Nobody knows.",
    "What a day! |Shares doubled.",
    "They asked why?! |No answer came.",
    "The talks failed... |Nobody was surprised.",
    "We waited... and waited.",
    "He was, well ... unsure of it.",
    "It ended.|The board left.",
    "It fell 1.8%.|Tokyo stocks rose.",
    "The firm earned 20 dlrs. |Sales doubled.",
    "Growth was 2.5 pct. |Prices rose 3 pct.",
    "He has worked there for 30 yrs. |The firm is old.",
    "The box is 5 ft. tall and heavy.",
    "See example.com. |It lists prices.",
    "Write to ann@example.com. |She answers.",
    "The index <.SXAP> fell. |Mitsui <8031.T> rose.",
    "Shares of Mitsui <8031.T>. |They fell.",
    "It fell to 3. |Then it rose to 4.",
    "It opened in 1987. |In 1988 it closed.",
    "Prices rose. |20 of 30 firms gained.",
    "They sell phones. |iPhone sales rose.",
    "It was ok. but not good.",
    "Growth slowed; demand fell. |Nobody cared.",
};

static const char *const abbreviations[] = {
    "Mr. Jones met Dr. Smith. |Mrs. Lee left.",
    "Gen. Ray Ortiz spoke. |Sen. Ann Wu listened.",
    "Acme Inc. said it was ready.",
    "Acme Inc. Chairman Ray Ortiz left.",
    "It was bought by Acme Inc. |The price was low.",
    "It was bought by Acme Inc. |But nobody cared.",
    "She left her post as treasurer of Bolt Corp. |Mr. Lee follows her.",
    "The supplier had long been owned by Bolt Corp. |Zenda shares rose.",
    "Bolt Corp. Monday named a treasurer.",
    "The holding sold its stake in the smelter last year to the group United Co. Anvil for cash.",
    "The price was told last year to all who hold shares of United Co. Anvil.",
    "The fund led the series A. |Intel led the next round.",
    "The supermarket group J. Smith fell.",
    "Bolt Corp. President Ann Wu resigned.",
    "Bolt Corp. BLT, +1.2 percent, rose after its results were published on Monday by Acme Inc. ACM, too.",
    "Acme Corp said it would buy Bolt Co, and sell Zenda Corp. |Payment is due.",
    "The U.S. Treasury sold bonds.",
    "U.S. officials left the U.S. |He stayed.",
    "The U.S. President left. |U.S. stocks rose.",
    "U.S. President Ann Wu spoke.",
    "He wants trade with the U.S. |The deficit grew.",
    "U.S. firms sell to the U.K. |In Wales they sell less.",
    "It opens at 9 a.m. Eastern time.",
    "It opens at 9 a.m. EST on Monday.",
    "It opens at 9 a.m. |The bell rings.",
    "It opens at 9 a.m. |Dr. Ortiz said so.",
    "She has a job at Hammersmith & Co. |Mrs. Ortiz said so.",
    "Capt. (ret.) Ray Ortiz paid Rs. 500 for it. |See Eq. 3.",
    "It closes at 5 p.m. Tuesday.",
    "It closes at 5 p.m. and reopens.",
    "It closes at 4 p.m. London time.",
    "They met on Sept. 5 in Rome. |It rained.",
    "It fell in Sept. |Then it rose.",
    "The No. 2 carmaker gained. |No. 1 lost.",
    "He said no. |She said yes.",
    "A.B. Hammersmith & Co. makes pens.",
    "J. P. Morgan was a banker.",
    "It was founded by George W. Ortiz in Ohio.",
    "She has hepatitis B. |It is serious.",
    "They fought in World War I. |It was long.",
    "He works in Spokane, Wash. |The town is small.",
    "He met Gov. Ray Ortiz in Boston, Mass. on Monday.",
    "Sen. Ray Ortiz (D-Kan.) said he would vote.",
    "He has a Ph.D. from Rome.",
    "He has a Ph.D. |She has none.",
    "They sell pens, ink, etc. |They buy paper.",
    "They sell pens, ink, etc. to schools.",
    "Smith v. Jones was heard.",
    "England vs. Wales was dull.",
    "S.p.A. firms are Italian. |N.V. firms are Dutch.",
    "He met Ray Ortiz Jr. |He is the son.",
    "St. Gallen and Ft. Worth are towns.",
    "She wrote of e.g. Rome and i.e. Paris.",
    "He spoke to Prof. Wu.  |Nobody listened.",
    "It was paid for by Bolt Ltd.  |Zenda paid less.",
};

static const char *const quotes_and_brackets[] = {
    "\"We won,\" he said. |\"It was close.\"",
    "\"We won.\" |The crowd left.",
    "\"Why?\" he asked. |She left.",
    "\"Why?\" Hauser said. |She left.",
    "\"Why now?\" Acme economist Mary Jones asked. |She left.",
    "\"Why?\" |He said nothing more.",
    "\"Why?\" |The answer was short.",
    "\xe2\x80\x9cWhy?\xe2\x80\x9d she asked. |\xe2\x80\x9cWho knows?\xe2\x80\x9d",
    "\xe2\x80\x9cWe won.\xe2\x80\x9d |The crowd left.",
    "'We won.' |The crowd left.",
    "He said: \"We won. |We are glad.\" |They left.",
    "``We won.'' |The crowd left.",
    "He left (it was late). |She stayed.",
    "He left. |(It was late.) |She stayed.",
    "She called it \"me-too.\" |He did not.",
    "The \"best of all.\" is what he said.",
    "He cried \"Stop!\" |Nobody did.",
    "He cried \"Stop!\" and ran.",
    "Shares of Yahoo! Inc fell. |Others rose.",
    "Yahoo! shares fell.",
    "He left.\" |She stayed.",
    "He left.\xe2\x80\x9d |\xe2\x80\x94 unknown",
    "\xc2\xabOui.\xc2\xbb |He left.",
    "He was named at Acme Inc.\" |The end came.",
    "\"It is over.\" |\"No.\"",
    "He asked \xe2\x80\x98Who won?\xe2\x80\x99 and left.",
    "She said [sic]. |He left.",
    "They left (see p. 3). |All did.",
    "\"Stop!\" |\"Why?\"",
    "He said \"we will win ... one day\" and left.",
};

static const char *const lists_and_lines[] = {
    "1. Cut costs and wait.",
    "A. The court may say no.",
    "It has three parts: sales, rent and fees.",
    "He named three firms.\n\n|Then he left.",
    "The firm is\n\nbased in Rome. |It sells pens.",
    "They sell to Rome,\n\nParis and Bonn. |All pay.",
    ("He left on Friday.\n\n|The directors approved on Monday, after a long night of talks, the sale "
     "of\n\nBolt Corp to Acme."),
    "Why did it fail?\n\n|He never said why.",
    "It rose, he said.\n\n|It fell, she said.",
    "Prices fell in the U.S.\n\nand in Wales too.",
    "Prices fell sharply\n\n, he said.",
    "He had one question:\n\n|What now?",
};

static const char *const other_scripts[] = {
    "\xe6\x9d\xb1\xe4\xba\xac\xe3\x80\x82|\xe5\xa4\xa7\xe9\x98\xaa\xe3\x80\x82",
    "\xd0\x9e\xd0\xbd \xd1\x83\xd1\x88\xd1\x91\xd0\xbb. |\xd0\x9e\xd0\xbd\xd0\xb0 "
    "\xd0\xbe\xd1\x81\xd1\x82\xd0\xb0\xd0\xbb\xd0\xb0\xd1\x81\xd1\x8c.",
    "\xc3\x89lise left. |\xc3\x89ric stayed.",
    "\xe0\xa4\xaf\xe0\xa4\xb9 \xe0\xa4\xb9\xe0\xa5\x88\xe0\xa5\xa4|\xe0\xa4\xb5\xe0\xa4\xb9 "
    "\xe0\xa4\xb9\xe0\xa5\x88\xe0\xa5\xa4",
    "Il est parti. |\xc3\x80 demain.",
};

static void check_case(newswire_engine *engine, const char *marked) {
    char text[1024], got[1200];
    size_t length = 0, at = 0;
    for (const char *byte = marked; *byte; byte++)
        if (*byte != '|') text[length++] = *byte;
    text[length] = 0;
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_sentence *sentences;
    size_t count;
    CHECK(newswire_sentences(article, &sentences, &count) == NEWSWIRE_OK, "%s", text);
    for (size_t i = 0, next = 1; i < length; i++) {
        if (next < count && sentences[next].span.start == i) {
            got[at++] = '|';
            next++;
        }
        got[at++] = text[i];
    }
    got[at] = 0;
    CHECK_STRING(got, marked);
    newswire_article_close(article);
}

/* Every token is in one sentence, in order; spans go from the first token to the last. */
static void check_shape(newswire_engine *engine, const char *text, size_t length, size_t least) {
    newswire_article *article;
    const newswire_sentence *sentences;
    const newswire_token *tokens;
    size_t count, token_count, token = 0;
    bool right = true;
    newswire_article_open(engine, text, length, NULL, &article);
    newswire_sentences(article, &sentences, &count);
    newswire_tokens(article, &tokens, &token_count);
    for (size_t i = 0; i < count; i++) {
        const newswire_sentence *sentence = &sentences[i];
        if (sentence->first_token != token || sentence->token_count == 0) right = false;
        if (sentence->token_count > NW_SENTENCE_TOKENS) right = false;
        for (uint32_t t = 0; t < sentence->token_count && token < token_count; t++, token++)
            if (tokens[token].sentence != i + 1) right = false;
        if (sentence->span.start != tokens[sentence->first_token].span.start) right = false;
        if (sentence->span.start + sentence->span.length !=
            tokens[token - 1].span.start + tokens[token - 1].span.length)
            right = false;
    }
    CHECK(right && token == token_count, "%.20s: %zu of %zu tokens", text, token, token_count);
    CHECK(count >= least, "%.20s: %zu sentences", text, count);
    newswire_article_close(article);
}

static void check_repeated(newswire_engine *engine, const char *unit, size_t times, size_t least) {
    size_t length = strlen(unit);
    char *text = malloc(length * times + 1);
    for (size_t i = 0; i < times; i++) memcpy(text + i * length, unit, length + 1);
    check_shape(engine, text, length * times, least);
    free(text);
}

static void test_kinds_and_paragraphs(newswire_engine *engine) {
    newswire_article *article =
        test_article(engine, "The firm is\n\nbased in Rome. It sells pens.\n\nSo it goes.", NULL);
    const newswire_sentence *sentences;
    size_t count;
    newswire_sentences(article, &sentences, &count);
    CHECK(count == 3, "%zu sentences", count);
    if (count == 3) {
        CHECK(sentences[0].paragraph == 1 && sentences[1].paragraph == 2 && sentences[2].paragraph == 3,
              "a sentence is of the paragraph it begins in");
        CHECK(sentences[0].kind == NEWSWIRE_TEXT, "kind %u", sentences[0].kind);
    }
    newswire_article_close(article);
}

#define CHECK_ALL(cases)                                                                                     \
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check_case(engine, cases[i])

int main(void) {
    newswire_engine *engine = test_engine();
    CHECK_ALL(stops);
    CHECK_ALL(abbreviations);
    CHECK_ALL(quotes_and_brackets);
    CHECK_ALL(lists_and_lines);
    CHECK_ALL(other_scripts);
    test_kinds_and_paragraphs(engine);
    check_repeated(engine, "word ", 5000, 5);
    check_repeated(engine, ". ", 5000, 1);
    check_repeated(engine, "\" ", 5000, 1);
    check_repeated(engine, "Inc. Xa ", 5000, 5);
    check_repeated(engine, "He left. ", 5000, 5000);
    check_repeated(engine, "a\n\n", 5000, 5);
    newswire_engine_close(engine);
    return test_end("sentences");
}

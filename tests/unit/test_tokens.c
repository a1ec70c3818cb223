/* Tokens: what a newspaper reader takes for one word, number or mark, with kind, traits and gap. */
#include "harness.h"

#include "base/limits.h"

typedef struct token_case {
    const char *text;
    const char *tokens; /* with a bar between */
    const char *kinds;  /* Word, Number, Punct, Symbol, Code, Url, Email, a letter a token */
} token_case;

static const token_case apostrophes[] = {
    {"GM's", "GM|'s", "WW"},
    {"don't", "do|n't", "WW"},
    {"can't", "ca|n't", "WW"},
    {"won\xe2\x80\x99t", "wo|n\xe2\x80\x99t", "WW"},
    {"it\xe2\x80\x99s", "it|\xe2\x80\x99s", "WW"},
    {"DON'T IT'S", "DO|N'T|IT|'S", "WWWW"},
    {"they'll we've you're I'm he'd", "they|'ll|we|'ve|you|'re|I|'m|he|'d", "WWWWWWWWWW"},
    {"shouldn't've", "should|n't|'ve", "WWW"},
    {"workers' rights", "workers|'|rights", "WPW"},
    {"O'Brien", "O'Brien", "W"},
    {"d\xe2\x80\x99"
     "Estaing",
     "d\xe2\x80\x99"
     "Estaing",
     "W"},
    {"o'clock Int'l gov't", "o'clock|Int'l|gov't", "WWW"},
    {"O'Neill's", "O'Neill|'s", "WW"},
    {"'me-too' goods", "'|me-too|'|goods", "PWPW"},
    {"'em", "'em", "W"},
    {"rock 'n' roll", "rock|'n'|roll", "WWW"},
    {"the '90s", "the|'90s", "WN"},
    {"class of '87.", "class|of|'87|.", "WWNP"},
    {"\xe2\x80\x99tis", "\xe2\x80\x99tis", "W"},
    {"'10 years' jail'", "'|10|years|'|jail|'", "PNWPWP"},
    {"y'all", "y'all", "W"},
    {"1980's", "1980|'s", "NW"},
    {"U.S.'s", "U.S.|'s", "WW"},
    {"do n't", "do|n't", "WW"},
    {"<ABC.N>'s", "<ABC.N>|'s", "CW"},
    {"don`t", "do|n`t", "WW"},
    {"''so''", "''|so|''", "PWP"},
    {"``so''", "``|so|''", "PWP"},
    {"Macy's-style", "Macy's-style", "W"},
    {"'s-Hertogenbosch", "'|s-Hertogenbosch", "PW"},
};

static const token_case hyphens_and_other_joiners[] = {
    {"Paris-based", "Paris-based", "W"},
    {"Peugeot-GM", "Peugeot-GM", "W"},
    {"me-too", "me-too", "W"},
    {"Jean-Paul", "Jean-Paul", "W"},
    {"15-member", "15-member", "W"},
    {"two- and three-year", "two|-|and|three-year", "WPWW"},
    {"said - yes", "said|-|yes", "WPW"},
    {"it -- yes", "it|--|yes", "WPW"},
    {"it--yes", "it|--|yes", "WPW"},
    {"a\xe2\x80\x94"
     "b",
     "a|\xe2\x80\x94|b", "WPW"},
    {"2010\xe2\x80\x93"
     "12",
     "2010\xe2\x80\x93"
     "12",
     "N"},
    {"Berlin\xe2\x80\x93Rome", "Berlin\xe2\x80\x93Rome", "W"},
    {"now \xe2\x80\x93 yes", "now|\xe2\x80\x93|yes", "WPW"},
    {"S&P AT&T M&A", "S&P|AT&T|M&A", "WWW"},
    {"Smith & Co.", "Smith|&|Co.", "WSW"},
    {"S&amp;P", "S&amp;P", "W"},
    {"A&nbsp;B", "A|&nbsp;|B", "WSW"},
    {"A/S N/A km/h c/o", "A/S|N/A|km/h|c/o", "WWWW"},
    {"Rome/Paris", "Rome|/|Paris", "WPW"},
    {"and/or", "and|/|or", "WPW"},
    {"C++ AA+ Disney+", "C++|AA+|Disney+", "WWW"},
    {"BBB- from A-", "BBB-|from|A-", "WWW"},
    {"Q+A", "Q+A", "W"},
    {"f***ing M*A*S*H", "f***ing|M*A*S*H", "WW"},
    {"snake_case", "snake_case", "W"},
    {"EXCLUSIVE-Acme wins", "EXCLUSIVE|-|Acme|wins", "WPWW"},
    {"UPDATE 2-Acme wins", "UPDATE|2|-|Acme|wins", "WNPWW"},
    {"ANALYSIS-Banks", "ANALYSIS|-|Banks", "WPW"},
    {"on-line 3-D", "on-line|3-D", "WW"},
    {"X-ray F-16", "X-ray|F-16", "WW"},
};

static const token_case stops[] = {
    {"U.S.", "U.S.", "W"},
    {"the U.S. army", "the|U.S.|army", "WWW"},
    {"U.S.-based", "U.S.-based", "W"},
    {"non-U.S. firms", "non-U.S.|firms", "WW"},
    {"a.m. p.m.", "a.m.|p.m.", "WW"},
    {"A.B. Smith", "A.B.|Smith", "WW"},
    {"J. Smith", "J.|Smith", "WW"},
    {"J.P.Morgan", "J.P.|Morgan", "WW"},
    {"J.Smith", "J.|Smith", "WW"},
    {"Acme Inc. said", "Acme|Inc.|said", "WWW"},
    {"Ph.D. thesis", "Ph.D.|thesis", "WW"},
    {"St.Gallen", "St.|Gallen", "WW"},
    {"Ga., Pty., Foo., bar", "Ga.|,|Pty.|,|Foo.|,|bar", "WPWPWPW"},
    {"It ended.", "It|ended|.", "WWP"},
    {"ended.The", "ended|.|The", "WPW"},
    {"Sept. 5", "Sept.|5", "WN"},
    {"Feb.22", "Feb.|22", "WN"},
    {"No. 2", "No.|2", "WN"},
    {"no. 2", "no.|2", "WN"},
    {"He said no.", "He|said|no|.", "WWWP"},
    {"no.2 No.10", "no.2|No.10", "NN"},
    {"no.2-ranked", "no.2-ranked", "W"},
    {"S.p.A. and N.V.", "S.p.A.|and|N.V.", "WWW"},
    {"\xc3\x89. Dupont", "\xc3\x89.|Dupont", "WW"},
    {"for five yrs. The end", "for|five|yrs|.|The|end", "WWWPWW"},
    {"5 ft. tall", "5|ft.|tall", "NWW"},
    {"Ft. Worth", "Ft.|Worth", "WW"},
    {"Sen. Ray (D-Kan.) left", "Sen.|Ray|(|D-Kan.|)|left", "WWPWPW"},
    {"wait... now", "wait|...|now", "WPW"},
    {"so. . .no", "so|.|.|.|no", "WPPPW"},
    {"Inc...", "Inc|...", "WP"},
    {"e.g. this", "e.g.|this", "WW"},
    {"v2.0", "v2.0", "W"},
    {"vs. Wales", "vs.|Wales", "WW"},
    {"U.K", "U.K", "W"},
    {"etc.)", "etc.|)", "WP"},
    {"the U.S.", "the|U.S.", "WW"},
};

static const token_case numbers[] = {
    {"9.5", "9.5", "N"},
    {"9.5%", "9.5|%", "NS"},
    {"1,200.50", "1,200.50", "N"},
    {"1,2,3", "1|,|2|,|3", "NPNPN"},
    {"12,00,000", "12,00,000", "N"},
    {"1990,1991", "1990|,|1991", "NPN"},
    {"2-1/2 7-5/8 1/2", "2-1/2|7-5/8|1/2", "NNN"},
    {"1980s 1st 20th", "1980s|1st|20th", "NNN"},
    {"$1.2bn", "$1.2bn", "N"},
    {"C$5 US$3.4m HK$12", "C$5|US$3.4m|HK$12", "NNN"},
    {"\xc2\xa3"
     "25m \xe2\x82\xac"
     "1.2bn \xc2\xa5"
     "500",
     "\xc2\xa3"
     "25m|\xe2\x82\xac"
     "1.2bn|\xc2\xa5"
     "500",
     "NNN"},
    {"25\xe2\x82\xac", "25|\xe2\x82\xac", "NS"},
    {"Rs1,200 EUR5.2m DM3", "Rs1,200|EUR5.2m|DM3", "NNN"},
    {"EURO2016 MH370", "EURO2016|MH370", "WW"},
    {"US$ 5", "US$|5", "SN"},
    {"$ 5", "$|5", "SN"},
    {"$.50 .5", "$.50|.5", "NN"},
    {"$10-$12", "$10|-|$12", "NPN"},
    {"10-15%", "10-15|%", "NS"},
    {"+0.75", "+|0.75", "SN"},
    {"-0.13%", "-|0.13|%", "SNS"},
    {"3-2 4-4-2", "3-2|4-4-2", "NN"},
    {"10:30 0849", "10:30|0849", "NN"},
    {"14:30GMT", "14:30GMT", "N"},
    {"9.30am 10pm", "9.30am|10pm", "NN"},
    {"10a.m. 5 p.m.", "10|a.m.|5|p.m.", "NWNW"},
    {"2012-02-22", "2012-02-22", "N"},
    {"2012-02-22T08:49Z", "2012-02-22T08:49Z", "N"},
    {"2\xc2\xbd \xc2\xbe", "2\xc2\xbd|\xc2\xbe", "NN"},
    {"20\xc2\xb0"
     "C",
     "20|\xc2\xb0"
     "C",
     "NS"},
    {"5% - 6%", "5|%|-|6|%", "NSPNS"},
    {"in 1987.", "in|1987|.", "WNP"},
    {"#1 #42", "#1|#42", "NN"},
    {"5G 3D 100km", "5G|3D|100km", "NNN"},
    {"$1.2-billion", "$1.2-billion", "W"},
    {"1986/87", "1986/87", "N"},
    {"(-5)", "(|-|5|)", "PSNP"},
    {"99\xc2\xa2", "99|\xc2\xa2", "NS"},
    {"1.2.3.4", "1.2.3.4", "N"},
    {"27.....20", "27|.....|20", "NPN"},
    {"\xc3\x82\xc2\xa3"
     "170m",
     "\xc3\x82|\xc2\xa3"
     "170m",
     "WN"},
    {"\xd9\xa3\xd9\xa4", "\xd9\xa3\xd9\xa4", "N"},
    {"7203", "7203", "N"},
    {"0.5pc", "0.5pc", "N"},
};

static const token_case codes_tags_comparisons[] = {
    {"Mitsui <7211.T>", "Mitsui|<7211.T>", "WC"},
    {"<.SXAP>", "<.SXAP>", "C"},
    {"<EUR=>", "<EUR=>", "C"},
    {"<0#.FTSE>", "<0#.FTSE>", "C"},
    {"<CLc1>", "<CLc1>", "C"},
    {"Morgan <MS>", "Morgan|<MS>", "WC"},
    {"<ABC.N><XYZ.O>", "<ABC.N>|<XYZ.O>", "CC"},
    {"<RDSa.L>", "<RDSa.L>", "C"},
    {"<VOWG_p.DE>", "<VOWG_p.DE>", "C"},
    {"<US10YT=RR>", "<US10YT=RR>", "C"},
    {"<XYZ^K07>", "<XYZ^K07>", "C"},
    {"<b>bold</b>", "<b>|bold|</b>", "SWS"},
    {"<P>The", "<P>|The", "SW"},
    {"<br/>", "<br/>", "S"},
    {"<HTML>", "<HTML>", "S"},
    {"a < b > c", "a|<|b|>|c", "WSWSW"},
    {"1<2", "1|<|2", "NSN"},
    {"<Acme Corp>", "<|Acme|Corp|>", "SWWS"},
    {"<Dofasco>", "<|Dofasco|>", "SWS"},
    {"<3", "<|3", "SN"},
    {"(GM.N)", "(|GM.N|)", "PCP"},
    {"[O:MSFT]", "[|O:MSFT|]", "PCP"},
    {"(7203.T)", "(|7203.T|)", "PCP"},
    {"(EUR=)", "(|EUR=|)", "PCP"},
    {"(.DJI)", "(|.DJI|)", "PCP"},
    {"(U.S.)", "(|U.S.|)", "PWP"},
    {"(U.S)", "(|U.S|)", "PWP"},
    {"(J.P. Morgan)", "(|J.P.|Morgan|)", "PWWP"},
    {"Aetna AET.N, said", "Aetna|AET.N|,|said", "WCPW"},
    {"the .SPX fell", "the|.SPX|fell", "WCW"},
    {"<!-- x -->", "<|!|--|x|--|>", "SPPWPS"},
    {"(NYSE: GM)", "(|NYSE|:|GM|)", "PWPWP"},
    {"<SOT: Mayor>", "<|SOT|:|Mayor|>", "SWPWS"},
};

static const token_case addresses_and_the_web[] = {
    {"http://www.x.org/a?b=c.", "http://www.x.org/a?b=c|.", "UP"},
    {"(https://x.org/a_(b))", "(|https://x.org/a_(b)|)", "PUP"},
    {"www.example.com, and", "www.example.com|,|and", "UPW"},
    {"ann.lee+x@example.co.uk.", "ann.lee+x@example.co.uk|.", "EP"},
    {"(jo@example.org)", "(|jo@example.org|)", "PEP"},
    {"Amazon.com said", "Amazon.com|said", "WW"},
    {"Amazon.com.", "Amazon.com|.", "WP"},
    {"example.com", "example.com", "U"},
    {"bbc.co.uk/sport", "bbc.co.uk/sport", "U"},
    {"@handle #tag", "@handle|#tag", "WW"},
    {"a @ b", "a|@|b", "WSW"},
    {"$GOOG", "$GOOG", "W"},
    {"agreed.In Rome", "agreed|.|In|Rome", "WPWW"},
    {"ann@work", "ann|@|work", "WSW"},
    {"http: //", "http|:|/|/", "WPPP"},
};

static const token_case marks_and_scripts[] = {
    {"\xe2\x80\x9cYes,\xe2\x80\x9d he said.", "\xe2\x80\x9c|Yes|,|\xe2\x80\x9d|he|said|.", "PWPPWWP"},
    {"\xc2\xabOui\xc2\xbb", "\xc2\xab|Oui|\xc2\xbb", "PWP"},
    {"(Wire)", "(|Wire|)", "PWP"},
    {"wait\xe2\x80\xa6", "wait|\xe2\x80\xa6", "WP"},
    {"Yes?!", "Yes|?|!", "WPP"},
    {"* item", "*|item", "SW"},
    {"\xe2\x80\xa2 item", "\xe2\x80\xa2|item", "PW"},
    {"=====", "=====", "S"},
    {"caf\xc3\xa9 Citro\xc3\xabn", "caf\xc3\xa9|Citro\xc3\xabn", "WW"},
    {"\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0 \xce\x91\xce\xb8\xce\xae\xce\xbd\xce\xb1",
     "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0|\xce\x91\xce\xb8\xce\xae\xce\xbd\xce\xb1", "WW"},
    {"\xe6\x9d\xb1\xe4\xba\xac", "\xe6\x9d\xb1|\xe4\xba\xac", "WW"},
    {"\xe3\x82\xbd\xe3\x83\x8b\xe3\x83\xbc\xe3\x81\xaf", "\xe3\x82\xbd\xe3\x83\x8b\xe3\x83\xbc|\xe3\x81\xaf",
     "WW"},
    {"\xec\x84\x9c\xec\x9a\xb8 \xec\x8b\x9c", "\xec\x84\x9c\xec\x9a\xb8|\xec\x8b\x9c", "WW"},
    {"\xe0\xb9\x84\xe0\xb8\x97\xe0\xb8\xa2", "\xe0\xb9\x84\xe0\xb8\x97\xe0\xb8\xa2", "W"},
    {"\xf0\x9f\x98\x80", "\xf0\x9f\x98\x80", "S"},
    {"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", "\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", "S"},
    {"\xf0\x9f\x87\xac\xf0\x9f\x87\xa7", "\xf0\x9f\x87\xac\xf0\x9f\x87\xa7", "S"},
    {"\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4\xef\xb8\x8f", "S"},
    {"a\xc2\xa0"
     "b",
     "a|b", "WW"},
    {"a\xe2\x80\x8b"
     "b",
     "a|b", "WW"},
    {"\xe2\x80\x98"
     "em",
     "\xe2\x80\x98"
     "em",
     "W"},
    {"end.\xe3\x80\x82", "end|.|\xe3\x80\x82", "WPP"},
    {"km\xc2\xb2", "km\xc2\xb2", "W"},
    {"e\xcc\x81te\xcc\x81", "e\xcc\x81te\xcc\x81", "W"},
    {"\xef\xbb\xbfOpen", "Open", "W"},
};

static void check_cases(newswire_engine *engine, const token_case *cases, size_t count) {
    for (size_t i = 0; i < count; i++) {
        newswire_article *article = test_article(engine, cases[i].text, NULL);
        const newswire_token *tokens;
        size_t token_count;
        char got[512] = "", kinds[64] = "";
        CHECK(newswire_tokens(article, &tokens, &token_count) == NEWSWIRE_OK, "%s", cases[i].text);
        for (size_t t = 0; t < token_count && t < sizeof kinds - 1; t++) {
            if (t) strcat(got, "|");
            strcat(got, test_span(article, tokens[t].span));
            kinds[t] = "WNPSCUE"[tokens[t].kind];
        }
        CHECK_STRING(got, cases[i].tokens);
        CHECK(strcmp(kinds, cases[i].kinds) == 0, "%s: kinds %s, wanted %s", got, kinds, cases[i].kinds);
        newswire_article_close(article);
    }
}

/* ---- traits, gaps, limits ---- */

static const struct traits_case {
    const char *text;
    unsigned traits; /* of the first token */
} traits_cases[] = {
    {"Paris", NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_LOWER},
    {"GM", NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER},
    {"eBay", NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_LOWER},
    {"me-too", NEWSWIRE_HAS_LOWER | NEWSWIRE_HAS_HYPHEN},
    {"U.S.", NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_PERIOD},
    {"O'Brien", NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_LOWER | NEWSWIRE_HAS_APOSTROPHE},
    {"O\xe2\x80\x99"
     "Brien",
     NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER | NEWSWIRE_HAS_LOWER | NEWSWIRE_HAS_APOSTROPHE |
         NEWSWIRE_NOT_ASCII},
    {"9.5", NEWSWIRE_HAS_DIGIT | NEWSWIRE_HAS_PERIOD},
    {"$1.2bn", NEWSWIRE_HAS_DIGIT | NEWSWIRE_HAS_PERIOD | NEWSWIRE_HAS_LOWER},
    {"<MS>", NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_UPPER},
    {"3M", NEWSWIRE_HAS_DIGIT | NEWSWIRE_HAS_UPPER},
    {"\xc3\x89lys\xc3\xa9"
     "e",
     NEWSWIRE_INITIAL_CAPITAL | NEWSWIRE_HAS_LOWER | NEWSWIRE_NOT_ASCII},
    {"...", 0},
    {"--", 0},
    {"'s", NEWSWIRE_HAS_LOWER | NEWSWIRE_HAS_APOSTROPHE},
    {"A", NEWSWIRE_INITIAL_CAPITAL},
    {"1980s", NEWSWIRE_HAS_DIGIT | NEWSWIRE_HAS_LOWER},
};

static void test_traits(newswire_engine *engine) {
    for (size_t i = 0; i < sizeof traits_cases / sizeof *traits_cases; i++) {
        newswire_article *article = test_article(engine, traits_cases[i].text, NULL);
        const newswire_token *tokens;
        size_t count;
        newswire_tokens(article, &tokens, &count);
        CHECK(count == 1 && tokens[0].traits == traits_cases[i].traits, "%s: traits %u, wanted %u",
              traits_cases[i].text, tokens[0].traits, traits_cases[i].traits);
        newswire_article_close(article);
    }
}

static void test_gaps(newswire_engine *engine) {
    static const char text[] = "  One two,\n    three\r\nfour\n\n\tfive\n \nsix\x01seven\xe2\x80\xa8"
                               "eight\rnine";
    static const struct {
        uint8_t gap, indent;
    } wanted[] = {
        {NEWSWIRE_BLANK_LINE, 2}, {NEWSWIRE_SPACE, 0},      {NEWSWIRE_NO_GAP, 0},
        {NEWSWIRE_LINE_BREAK, 4}, {NEWSWIRE_LINE_BREAK, 0}, {NEWSWIRE_BLANK_LINE, 8},
        {NEWSWIRE_BLANK_LINE, 0}, {NEWSWIRE_SPACE, 0},      {NEWSWIRE_LINE_BREAK, 0},
        {NEWSWIRE_LINE_BREAK, 0},
    };
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_token *tokens;
    size_t count;
    newswire_tokens(article, &tokens, &count);
    CHECK(count == sizeof wanted / sizeof *wanted, "%zu tokens", count);
    for (size_t i = 0; i < count && i < sizeof wanted / sizeof *wanted; i++)
        CHECK(tokens[i].gap == wanted[i].gap && tokens[i].indent == wanted[i].indent, "%s: gap %u, indent %u",
              test_span(article, tokens[i].span), tokens[i].gap, tokens[i].indent);
    newswire_article_close(article);
}

/* A text of one unit repeated: every token within the limit, all bytes that are not space in a token. */
static void check_repeated(newswire_engine *engine, const char *unit, size_t bytes, size_t longest) {
    size_t length = strlen(unit), covered = 0, total = bytes / length * length;
    char *text = malloc(total + 1);
    newswire_article *article;
    const newswire_token *tokens;
    size_t count;
    for (size_t i = 0; i < total; i++) text[i] = unit[i % length];
    text[total] = 0;
    newswire_article_open(engine, text, total, NULL, &article);
    CHECK(newswire_tokens(article, &tokens, &count) == NEWSWIRE_OK, "%s", unit);
    bool within = true;
    for (size_t i = 0; i < count; i++) {
        covered += tokens[i].span.length;
        if (tokens[i].span.length > longest || tokens[i].span.length == 0) within = false;
    }
    CHECK(within, "%02x %s: a token is empty or too long", (unsigned)(unsigned char)*unit, unit);
    CHECK(covered == total, "%s: %zu of %zu bytes", unit, covered, total);
    newswire_article_close(article);
    free(text);
}

static void test_limits(newswire_engine *engine) {
    static const char *const units[] = {"a",
                                        "A",
                                        "7",
                                        "a-",
                                        "1,000,",
                                        "a.",
                                        "A.",
                                        "<",
                                        "(A",
                                        "'",
                                        "a'",
                                        "&amp;",
                                        "a@",
                                        "\xc3\xa9",
                                        "\xe6\x9d\xb1",
                                        "\xf0\x9f\x98\x80\xe2\x80\x8d",
                                        "\xff",
                                        "\xe2\x80\x99",
                                        "http://",
                                        "$",
                                        "_",
                                        "*",
                                        "1/",
                                        "AB.C",
                                        ("\xe2\x80\x93"
                                         "a")};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        check_repeated(engine, units[i], 200000, NW_TOKEN_BYTES);
    char lead[3000];
    memset(lead, 0x80, sizeof lead - 1); /* one malformed character of SQLite's */
    lead[0] = (char)0xC3;
    lead[sizeof lead - 1] = 0;
    newswire_article *article = test_article(engine, lead, NULL);
    const newswire_token *tokens;
    size_t count;
    newswire_tokens(article, &tokens, &count);
    CHECK(count == 1 && tokens[0].span.length == sizeof lead - 1, "a character is never split");
    newswire_article_close(article);
    check_repeated(engine, "\x80", 100000, 100000); /* nor a run of bytes that some count as one */
    article = test_article(engine, " \n\t ", NULL);
    newswire_tokens(article, &tokens, &count);
    CHECK(count == 0, "white space has no tokens");
    newswire_article_close(article);
    article = test_article(engine, "Citro\xebn caf\xe9", NULL); /* Latin-1 */
    newswire_tokens(article, &tokens, &count);
    CHECK(count == 2, "words of Latin-1: %zu", count);
    newswire_article_close(article);
}

int main(void) {
    newswire_engine *engine = test_engine();

    check_cases(engine, apostrophes, sizeof apostrophes / sizeof *apostrophes);
    check_cases(engine, hyphens_and_other_joiners,
                sizeof hyphens_and_other_joiners / sizeof *hyphens_and_other_joiners);
    check_cases(engine, stops, sizeof stops / sizeof *stops);
    check_cases(engine, numbers, sizeof numbers / sizeof *numbers);
    check_cases(engine, codes_tags_comparisons,
                sizeof codes_tags_comparisons / sizeof *codes_tags_comparisons);
    check_cases(engine, addresses_and_the_web, sizeof addresses_and_the_web / sizeof *addresses_and_the_web);
    check_cases(engine, marks_and_scripts, sizeof marks_and_scripts / sizeof *marks_and_scripts);
    test_traits(engine);
    test_gaps(engine);
    test_limits(engine);
    newswire_engine_close(engine);
    return test_end("tokens");
}

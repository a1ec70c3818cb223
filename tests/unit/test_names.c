/* Names: which stretches of a text are names, and of what type. */
#include "harness.h"

static newswire_engine *engine;
static const char *const type_names[] = {"PERSON", "ORG", "LOC", "MISC"};

/* The names of a text as "Paris/LOC Fiat/ORG". */
static const char *names_of(const char *text, const newswire_options *options) {
    static char found[8192];
    const newswire_mention *rows;
    size_t count, length = 0;
    newswire_article *article = test_article(engine, text, options);
    found[0] = 0;
    if (newswire_mentions(article, &rows, &count) != NEWSWIRE_OK) count = 0;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].kind > NEWSWIRE_ALIAS) continue;
        length += (size_t)snprintf(found + length, sizeof found - length, "%s%s/%s", length ? " " : "",
                                   test_span(article, rows[i].span), type_names[rows[i].type]);
        if (length >= sizeof found) break;
    }
    newswire_article_close(article);
    return found;
}

static const struct {
    const char *text;
    const char *names;
} cases[] = {
    /* persons */
    {"Margaret Holloway joined the board in May.", "Margaret Holloway/PERSON"},
    {"The minister, Peter Lindqvist, resigned.", "Peter Lindqvist/PERSON"},
    {"Analyst Ruth Okafor said demand was weak.", "Ruth Okafor/PERSON"},
    {"We spoke to Mr Ferreira on Monday.", "Ferreira/PERSON"},
    {"The prize went to J. B. Whitlock of the chess club.", "J. B. Whitlock/PERSON"},
    {"A book by Jean-Paul Marchetti sold well.", "Jean-Paul Marchetti/PERSON"},
    {"\"No comment,\" said Laura O'Donnell.", "Laura O'Donnell/PERSON"},
    {"Captain Steven Brown praised his team.", "Steven Brown/PERSON"},
    /* organisations */
    {"Shares in Microsoft rose.", "Microsoft/ORG"},
    {"It is cheap, Sal Whitlock analyst Erica Haldane said.", "Sal Whitlock/ORG Erica Haldane/PERSON"},
    {"It is cheap, London analyst Erica Haldane said.", "London/LOC Erica Haldane/PERSON"},
    {"General Motors said it would cut jobs.", "General Motors/ORG"},
    {"Shares in Air France-KLM rose on Monday.", "Air France-KLM/ORG"},
    {"The Ford-Renault deal failed.", "Ford/ORG Renault/ORG"},
    {"The bonds are rated by Standard and Poor's Corp.", "Standard and Poor's Corp/ORG"},
    {"The pit was closed by the Mines and Quarries Inspection Service.",
     "Mines and Quarries Inspection Service/ORG"},
    {"Norwick Holdings Plc raised its dividend.", "Norwick Holdings Plc/ORG"},
    {"He works for Brandt & Keller Inc.", "Brandt & Keller Inc/ORG"},
    {"The Bank of England kept rates on hold.", "Bank of England/ORG"},
    {"Officials at the United Nations agreed.", "United Nations/ORG"},
    {"Goldman Sachs and Morgan Stanley advised on the deal.", "Goldman Sachs/ORG Morgan Stanley/ORG"},
    {"The Ministry of Finance declined to comment.", "Ministry of Finance/ORG"},
    {"She studied at the University of Leeds.", "University of Leeds/ORG"},
    {"The newspaper Le Monde reported the talks.", "Le Monde/ORG"},
    {"Rival Alumar Nordic <ALN.ST> slipped.", "Alumar Nordic/ORG"},
    {"It owns a stake in Brazil's Corvane Tapura.", "Brazil/LOC Corvane Tapura/ORG"},
    {"Shares in Barclays and Bank of Scotland fell.", "Barclays/ORG Bank of Scotland/ORG"},
    {"He told the newspaper Il Sole 24 Ore about it.", "Il Sole 24 Ore/ORG"},
    {"Adam Storr, an analyst with Sanford Bernhard, agreed.", "Adam Storr/PERSON Sanford Bernhard/ORG"},
    {"Volkswagen, BMW and Fiat lost ground.", "Volkswagen/ORG BMW/ORG Fiat/ORG"},
    {"AT&T shares fell.", "AT&T/ORG"},
    {"He put the photo on Instagram and on YouTube.", "Instagram/ORG YouTube/ORG"},
    {"The Xbox sold out.", "Xbox/MISC"},
    {"It shut 1,200 Barclays branches.", "Barclays/ORG"},
    {"He won the 2,000 Guineas.", "2,000 Guineas/MISC"},
    {"Rivals Corvane and Barclays fell.", "Corvane/ORG Barclays/ORG"},
    {"Broker Zentra cut its forecast.", "Zentra/ORG"},
    {"Phones told the location firms Unavest, Tarvix and Bellweather where they were.",
     "Unavest/ORG Tarvix/ORG Bellweather/ORG"},
    {"The oil companies Petrovia and Lukanda signed.", "Petrovia/ORG Lukanda/ORG"},
    {"Steve Whitlock, the chief executive of Mellody, resigned.", "Steve Whitlock/PERSON Mellody/ORG"},
    {"The ball hit the head of Alan Whitlock.", "Alan Whitlock/PERSON"},
    {"It is an interim body Beijing plans to install.", "Beijing/LOC"},
    /* places */
    {"Prices rose faster in Brazil than in Chile.", "Brazil/LOC Chile/LOC"},
    {"The factory in Manchester will close.", "Manchester/LOC"},
    {"Exports to the United States doubled.", "United States/LOC"},
    {"Rain fell across Western Europe.", "Western Europe/LOC"},
    {"He drove from Boston to New York.", "Boston/LOC New York/LOC"},
    {"U.S. officials met in Geneva.", "U.S./LOC Geneva/LOC"},
    {"A ship sank in the Baltic Sea.", "Baltic Sea/LOC"},
    {"Talks will be held in Latin America.", "Latin America/LOC"},
    {"Ships left the Straits of Malacca for the Cape of Good Hope.",
     "Straits of Malacca/LOC Cape of Good Hope/LOC"},
    {"The Duke of York opened the hospital.", "Duke of York/PERSON"},
    {"The fire began in a Leeds nightclub.", "Leeds/LOC"},
    {"The rouble eased, dealers at Moscow's interbank exchange said.", "Moscow/LOC"},
    {"They met at the prefecture in Rennes and left.", "Rennes/LOC"},
    {"A Washington Post-ABC News poll was published.", "Washington Post/ORG ABC News/ORG"},
    {"COMMACK, New York 1996-08-24", "COMMACK/LOC New York/LOC"},
    {"PARIS/NEW YORK, Feb 22 (Reuters) - Cork exports rose.", "PARIS/LOC NEW YORK/LOC Reuters/ORG"},
    {"Det Supt Ruth Okafor left.", "Ruth Okafor/PERSON"},
    {"Minister Omar al-Rashid left. Sheikh Omar told reporters so.", "Omar al-Rashid/PERSON Omar/PERSON"},
    {"\"Mark my words,\" she said.", ""},
    /* wrapped text: a line that ends tells nothing of names */
    {"The plan was drawn up by Norwick\nHoldings Plc.", "Norwick\nHoldings Plc/ORG"},
    /* what the place or the lists make certain */
    {"The Irish No. 2 brewer sold a pub.", "Irish/MISC"},
    {"Norwick Holdings, the U.S. No. 2 in paints, fell.", "Norwick Holdings/ORG U.S./LOC"},
    {"The raid was ordered by Hamid Bin Rashid, he said.", "Hamid Bin Rashid/PERSON"},
    {"Prince Salim bin Yusuf visited a school.", "Salim bin Yusuf/PERSON"},
    {"Kiln Corp of Saskatchewan Inc rose.", "Kiln Corp of Saskatchewan Inc/ORG"},
    {"A Plaid Cymru councillor resigned, and Boko Haram was blamed.", "Plaid Cymru/ORG Boko Haram/ORG"},
    {"The Dutch coach Erik ten Hag met Maria dos Santos.",
     "Dutch/MISC Erik ten Hag/PERSON Maria dos Santos/PERSON"},
    {"It gave Ryan ten Norwegian stamps.", "Ryan/PERSON Norwegian/MISC"},
    {"Sen. Ann Cole, D-Calif., and Rob Lee, R-Ohio, agreed.",
     "Ann Cole/PERSON Calif./LOC Rob Lee/PERSON Ohio/LOC"},
    {"The state paid N450m, not R20bn, for the bridge.", ""},
    {"U.S.-China talks began, and a Peugeot-GM tie-up failed.", "U.S./LOC China/LOC Peugeot/ORG GM/ORG"},
    {"For Russia, the match was a test.", "Russia/LOC"},
    {"Torvald Lindqvist won. It was the third win for Torvald this year.",
     "Torvald Lindqvist/PERSON Torvald/PERSON"},
    /* nationalities, events, indexes */
    {"The French president travelled home.", "French/MISC"},
    {"Two Germans and a Dutch tourist were hurt.", "Germans/MISC Dutch/MISC"},
    {"Germany won the World Cup again.", "Germany/LOC World Cup/MISC"},
    {"The FTSE 100 rose 1 percent and the S&P 500 fell.", "FTSE 100/MISC S&P 500/MISC"},
    {"Britain's FTSE 250 was flat.", "Britain/LOC FTSE 250/MISC"},
    {"The Stoxx Europe food and drink index fell 2 percent.", "Stoxx Europe food and drink index/MISC"},
    /* words that are no names */
    {"There was little trade on Monday.", ""},
    {"Any gains were small. But sales rose. While costs fell, profit did not.", ""},
    {"In March the plan was dropped.", ""},
    {"I think so.", ""},
    {"The company said its profit rose.", ""},
    {"Talks went on. Shares fell. Oil rose.", ""},
    /* hyphens and possessives */
    {"The Paris-based group said so.", "Paris/LOC"},
    {"Toyota's profit rose.", "Toyota/ORG"},
    {"London's mayor spoke.", "London/LOC"},
    {"The Renault-Nissan alliance will go on, Renault said. Managers of Nissan were surprised.",
     "Renault/ORG Nissan/ORG Renault/ORG Nissan/ORG"},
    /* what another sentence tells */
    {"Wexham said it would sell its mills. Shares of Wexham Corp rose.", "Wexham/ORG Wexham Corp/ORG"},
    {"The vote was won by Anna Delgado. Delgado thanked her family.", "Anna Delgado/PERSON Delgado/PERSON"},
    {"Talks with the World Sailing Federation (WSF) failed. WSF had no comment.",
     "World Sailing Federation/ORG WSF/ORG WSF/ORG"},
    {"Bertil Oxmark had a plan. Oxmark meant to sell.", "Bertil Oxmark/PERSON Oxmark/PERSON"},
    /* what the place of a word tells */
    {"Fernhaven <FRN.L> fell.", "Fernhaven/ORG"},
    {"Shares of Standard & Poor's and McDonald's rose.", "Standard & Poor's/ORG McDonald's/ORG"},
    {"It was sold to Mr Tannery and Mr. A. F. Oakes.", "Tannery/PERSON A. F. Oakes/PERSON"},
    {"Mr Chairman, the vote is lost.", ""},
    /* brackets, and what they do not belong to */
    {"The bonds were sold by Harcourt Securities (Far East) Ltd on Friday.",
     "Harcourt Securities (Far East) Ltd/ORG"},
    {"The voice was that of (Margaret) Holloway.", "(Margaret) Holloway/PERSON"},
    {"In the film Clara (Ruth Okafor) leaves home.", "Ruth Okafor/PERSON"},
    {"The WSF (World Sailing Federation) met.", "WSF/ORG World Sailing Federation/ORG"},
    {"She bought it on Amazon (AMZN) and paid with Visa.", "Amazon/ORG Visa/ORG"},
    /* firms whose names have an apostrophe, and owners of firms */
    {"Adler's Stores Ltd said it would close ten shops. Shares of Adler's fell.",
     "Adler's Stores Ltd/ORG Adler's/ORG"},
    {"Adler's Stores Ltd hired a manager. Shares of Adler's Stores fell on Friday.",
     "Adler's Stores Ltd/ORG Adler's Stores/ORG"},
    {"Britain's Norwick Holdings Plc bought it.", "Britain/LOC Norwick Holdings Plc/ORG"},
    {"Texaco Inc's Getty Oil Co unit drilled.", "Texaco Inc/ORG Getty Oil Co/ORG"},
    /* a nationality and a firm; a firm and an index of one name */
    {"Sales of its German Siemens subsidiary fell.", "German/MISC Siemens/ORG"},
    {"Cards of American Express are taken.", "American Express/ORG"},
    {"The Dow Jones industrial average fell 20 points.", "Dow Jones/MISC"},
    {"Dow Jones said it would sell a paper.", "Dow Jones/ORG"},
    {"The Dow Jones Industrial Average fell 20 points.", "Dow Jones Industrial Average/MISC"},
    {"The Standard & Poor's 500 Index <.SPX> lost 9.24 points.", "Standard & Poor's 500 Index/MISC"},
    {"Two tankers left the Strait of Hormuz.", "Strait of Hormuz/LOC"},
    {"House prices fell in May.", ""},
    {"Adler's Stores Ltd sold shops. Adler's brother lives in Leeds.",
     "Adler's Stores Ltd/ORG Adler/ORG Leeds/LOC"},
    {"He wrote (\n\nTom) Holloway won.", "Tom) Holloway/PERSON"},
    /* firms that are younger than the news the model learned from */
    {"A photo on LinkedIn showed the office.", "LinkedIn/ORG"},
    {"He sold it and bought a Chevrolet.", "Chevrolet/ORG"},
    {"Regulators fined Amazon over privacy.", "Amazon/ORG"},
    {"They sailed down the Amazon to the sea.", "Amazon/LOC"},
    {"Fires in Brazil's Amazon were the worst in years.", "Brazil/LOC Amazon/LOC"},
    {"Shares of Twitter rose 3 percent.", "Twitter/ORG"},
    /* families */
    {"The heirs met. The Lindholm family owns a third of the brewer.", "Lindholm family/PERSON"},
    /* indices, by the code or the list */
    {"The Norvik <.NRVK> fell, the Grantham 250 <.GRTM> rose and the Nikkei was little changed.",
     "Norvik/MISC Grantham 250/MISC Nikkei/MISC"},
    /* other scripts of letters */
    {"Jos\xc3\xa9 Mart\xc3\xadnez met the mayor of S\xc3\xa3o Paulo.",
     "Jos\xc3\xa9 Mart\xc3\xadnez/PERSON S\xc3\xa3o Paulo/LOC"},
    {"", ""},
    {"   \n\n  ", ""},
    {"12,000 3.5 % -- ()", ""},
};

static void test_cases(void) {
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = names_of(cases[i].text, NULL);
        CHECK(strcmp(found, cases[i].names) == 0, "%s\n    wanted %s\n    got    %s", cases[i].text,
              cases[i].names, found);
    }
}

/* Texts without capitals; spans are of the text as it stands. */
static void test_small_letters(void) {
    static const struct {
        const char *text;
        const char *names;
    } texts[] = {
        {"the ferry from helsinki was late and nobody at the harbour could say why.", "helsinki/LOC"},
        {"gordon brown flew to washington for talks with the world bank.",
         "gordon brown/PERSON washington/LOC world bank/ORG"},
        {"shares of general motors fell after exxon cut its output.", "general motors/ORG exxon/ORG"},
        {"she asked the bank to mark the bill as paid, but it may take a week.", ""},
        {"the target is nice, an apple a day will do.", ""},
        {"hallo, was machst du denn heute abend so ganz allein zu hause?", ""},
        {"french and turkish ministers met in brussels on friday.", "french/MISC turkish/MISC brussels/LOC"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        CHECK(strcmp(names_of(texts[i].text, NULL), texts[i].names) == 0, "%s: %s", texts[i].text,
              names_of(texts[i].text, NULL));
}

/* Credits and datelines are certain. */
static void test_certain(void) {
    const char *found = names_of("LISBON, March 3 (Reuters) - Cork exports rose, growers said.\n\n"
                                 "(Reporting by Zed Quill in Porto; Editing by May Summer)\n",
                                 NULL);
    CHECK(strstr(found, "LISBON/LOC") != NULL, "%s", found);
    CHECK(strstr(found, "Reuters/ORG") != NULL, "%s", found);
    CHECK(strstr(found, "Zed Quill/PERSON") != NULL, "%s", found);
    CHECK(strstr(found, "Porto/LOC") != NULL, "%s", found);
    CHECK(strstr(found, "May Summer/PERSON") != NULL, "%s", found);
    CHECK(strstr(found, "March") == NULL, "%s", found);
}

/* The user's own names override everything, in the case that they are written in. */
static void test_known(void) {
    newswire_string aliases[] = {{"FLX", 3}, {"the paint maker", 15}};
    newswire_known_name known[] = {{NEWSWIRE_ORG, {"Flurbox", 7}, aliases, 2},
                                   {NEWSWIRE_MISC, {"Margaret Holloway", 17}, NULL, 0},
                                   {NEWSWIRE_PERSON, {"New York", 8}, NULL, 0},
                                   {NEWSWIRE_LOC, {" ", 1}, NULL, 0}};
    newswire_names *names;
    newswire_options options = {0};
    CHECK(newswire_names_open(engine, known, 4, &names) == NEWSWIRE_OK, "names_open");
    options.names = names;
    static const struct {
        const char *text;
        const char *names;
    } known_cases[] = {
        {"Shares in Flurbox rose.", "Flurbox/ORG"},
        {"FLX rose and flx did not.", "FLX/ORG"},
        {"It is said of the paint maker that it thrives.", "the paint maker/ORG"},
        {"Margaret Holloway sailed.", "Margaret Holloway/MISC"},
        {"He met New York, and nobody else.", "New York/PERSON"},
        {"A flurbox is a box.", ""},
        {"FLURBOX SAYS SALES ROSE", "FLURBOX/ORG"},
        {"Flurbox's sales rose.", "Flurbox/ORG"},
        {"Harcourt (Flurbox) Ltd hired ten people.", "Harcourt/ORG Flurbox/ORG Ltd/ORG"},
    };
    for (size_t i = 0; i < sizeof known_cases / sizeof *known_cases; i++) {
        const char *found = names_of(known_cases[i].text, &options);
        CHECK(strcmp(found, known_cases[i].names) == 0, "%s: %s", known_cases[i].text, found);
    }
    newswire_names_close(names);
    CHECK(newswire_names_open(engine, NULL, 0, &names) == NEWSWIRE_OK, "no names");
    newswire_names_close(names);
    newswire_names_close(NULL);
}

/* More names and aliases than an engine takes are refused, not cut. */
static void test_too_many_known(void) {
    newswire_known_name *known = calloc(NEWSWIRE_NAMES_LIMIT + 1, sizeof *known);
    newswire_names *names;
    if (!known) exit(1);
    for (size_t i = 0; i <= NEWSWIRE_NAMES_LIMIT; i++) known[i].name = (newswire_string){"Flurbox", 7};
    CHECK(newswire_names_open(engine, known, NEWSWIRE_NAMES_LIMIT, &names) == NEWSWIRE_OK, "just as many");
    newswire_names_close(names);
    CHECK(newswire_names_open(engine, known, NEWSWIRE_NAMES_LIMIT + 1, &names) == NEWSWIRE_TOOBIG,
          "one too many");
    CHECK(names == NULL, "names");
    newswire_string alias = {"Flurbox", 7};
    known[0].aliases = &alias;
    known[0].alias_count = 1;
    CHECK(newswire_names_open(engine, known, NEWSWIRE_NAMES_LIMIT, &names) == NEWSWIRE_TOOBIG,
          "one alias too many");
    known[0].alias_count = SIZE_MAX;
    CHECK(newswire_names_open(engine, known, 2, &names) == NEWSWIRE_TOOBIG, "any number of aliases");
    free(known);
}

/* Scores are probabilities; names never overlap; spans are within the text. */
static void check_rows(const char *text) {
    const newswire_mention *rows;
    const newswire_entity *entities;
    size_t count, entity_count;
    uint32_t end = 0, start = 0;
    newswire_article *article = test_article(engine, text, NULL);
    newswire_string whole = newswire_article_text(article);
    CHECK(newswire_mentions(article, &rows, &count) == NEWSWIRE_OK, "mentions");
    CHECK(newswire_entities(article, &entities, &entity_count) == NEWSWIRE_OK, "entities");
    bool right = true;
    for (size_t i = 0; i < count; i++) {
        const newswire_span span = rows[i].span;
        right &= span.length > 0 && span.start + span.length <= whole.length && span.start >= start;
        right &=
            rows[i].score >= 0 && rows[i].score <= 1 && rows[i].entity >= 1 && rows[i].entity <= entity_count;
        right &= rows[i].type == entities[rows[i].entity - 1].type || rows[i].kind <= NEWSWIRE_ALIAS;
        if (rows[i].kind <= NEWSWIRE_ALIAS) {
            right &= span.start >= end;
            end = span.start + span.length;
        }
        start = span.start;
    }
    CHECK(right, "rows of %.40s", text);
    newswire_article_close(article);
}

static void test_hostile(void) {
    static const char *const pieces[] = {
        "Alpha Beta ", "A",   "the bank of the bank ", "Smith and ", "Paris-based ", "GM-GM-",
        "\"He said ",  "Mr ", "the French company ",   "it ",        "\n\n",         "(X) "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        size_t size = strlen(pieces[i]), times = 20000;
        char *text = malloc(size * times + 1);
        if (!text) exit(1);
        for (size_t j = 0; j < times; j++) memcpy(text + j * size, pieces[i], size);
        text[size * times] = 0;
        check_rows(text);
        free(text);
    }
    check_rows("\xff\xfe \xc3 Broken \x80 Bytes \xe2\x80");
    check_rows("General Motors and Fiat met in Rome. The Italian carmaker said it was pleased.");
}

/* Firms that nobody has heard of, named by ordinary words: eight in ten of them are found. */
static void test_invented_firms(void) {
    static const char *const firsts[] = {"Acme",   "Zenith", "Orbit",  "Falcon",  "Granite",
                                         "Summit", "Cobalt", "Nimbus", "Quantum", "Beacon"};
    static const char *const lasts[] = {"Widgets", "Paints", "Gadgets",  "Tools",  "Foods",
                                        "Papers",  "Toys",   "Plastics", "Timber", "Robotics"};
    static const char *const sentences[] = {
        "Shares in %s %s fell 7 percent on Friday.",
        "%s %s fell 7 percent on Wednesday after its chairman resigned.",
        "LONDON, May 2 (Reuters) - %s %s said on Friday it would cut 200 jobs.",
        "Analysts expect %s %s to report a loss.",
    };
    unsigned asked = 0, found = 0;
    for (size_t i = 0; i < 10; i++) {
        for (size_t k = 0; k < 40; k++) {
            char text[128], name[64];
            snprintf(text, sizeof text, sentences[k % 4], firsts[i], lasts[k / 4]);
            snprintf(name, sizeof name, "%s %s/ORG", firsts[i], lasts[k / 4]);
            asked++;
            found += strstr(names_of(text, NULL), name) != NULL;
        }
    }
    CHECK(found * 10 >= asked * 8, "%u of %u invented firms are found", found, asked);
}

/* A hundred thousand different names. */
static void test_many(void) {
    size_t count = 100000, room = count * 12 + 1, length = 0;
    char *text = malloc(room);
    if (!text) exit(1);
    for (size_t i = 0; i < count; i++) {
        length += (size_t)snprintf(text + length, room - length, "%c%c%c%c%c%s", (int)('A' + i % 26),
                                   (int)('a' + i / 26 % 26), (int)('a' + i / 676 % 26),
                                   (int)('a' + i / 17576 % 26), (int)('a' + i % 7), i % 9 == 8 ? ". " : " ");
    }
    check_rows(text);
    free(text);
}

int main(void) {
    engine = test_engine();
    test_cases();
    test_small_letters();
    test_invented_firms();
    test_certain();
    test_known();
    test_too_many_known();
    test_hostile();
    test_many();
    newswire_engine_close(engine);
    return test_end("names");
}

/*
** Instrument codes: what is one, of which kind and market, and whose.
*/
#include "harness.h"

static newswire_engine *engine;

/* The instruments of a text, one a line: "code kind exchange | name". */
static const char *instruments_of(const char *text) {
    static const char *const kinds[] = {"equity", "index", "currency", "commodity", "bond", "unknown"};
    static char result[2048];
    newswire_article *article = test_article(engine, text, NULL);
    const newswire_instrument *rows;
    size_t count, used = 0;
    newswire_instruments(article, &rows, &count);
    result[0] = 0;
    for (size_t i = 0; i < count && used < sizeof result - 1; i++)
        used += (size_t)snprintf(result + used, sizeof result - used, "%s%s %s %s | %s", i ? "\n" : "",
                                 test_string(rows[i].code), kinds[rows[i].kind],
                                 rows[i].exchange.bytes ? test_string(rows[i].exchange) : "-",
                                 rows[i].name.bytes ? test_string(rows[i].name) : "-");
    newswire_article_close(article);
    return result;
}

static const struct sample {
    const char *text;
    const char *wanted;
} samples[] = {
    /* shares: roots, classes, markets */
    {"Talks with Acme Motors <7211.T> failed.", "7211.T equity Tokyo Stock Exchange | Acme Motors"},
    {"Fjord , Toyama <7203.T> and BWM .", "7203.T equity Tokyo Stock Exchange | Toyama"},
    {"Royal Anvil <RDSa.L> rose.", "RDSa.L equity London Stock Exchange | Royal Anvil"},
    {"Anvil Hathaway Inc <BRKa.N> rose.", "BRKa.N equity New York Stock Exchange | Anvil Hathaway Inc"},
    {"Acme Corp's <ACME.O> profit rose.", "ACME.O equity Nasdaq | Acme Corp"},
    {"Acme Corp\xe2\x80\x99s (ACME.O) profit rose.", "ACME.O equity Nasdaq | Acme Corp"},
    {"Acme Bank [ACMGn.DE] rose.", "ACMGn.DE equity Xetra | Acme Bank"},
    {"Acme (DAI.DE) rose.", "DAI.DE equity Xetra | Acme"},
    {"Rival Anvil & Hammer <AH.N> rose.", "AH.N equity New York Stock Exchange | Anvil & Hammer"},
    {"Bank of Norway <BON.OL> rose.", "BON.OL equity Oslo Bors | Bank of Norway"},
    {"Anvil & Hammer Co <AH.N> rose.", "AH.N equity New York Stock Exchange | Anvil & Hammer Co"},
    {"Acme Holdings, Inc. <AHI.N> rose.", "AHI.N equity New York Stock Exchange | Acme Holdings, Inc."},
    {"Chairman John Roe of Acme <ACM.L> left.", "ACM.L equity London Stock Exchange | Acme"},
    {"But Acme <ACM.L> rose.", "ACM.L equity London Stock Exchange | Acme"},
    {"The Anvil Times Co <ATC.N> rose.", "ATC.N equity New York Stock Exchange | Anvil Times Co"},
    {"Fjord and Acme Motor Corp <ACM.L> rose.", "ACM.L equity London Stock Exchange | Acme Motor Corp"},
    {"China's Anvil Works <600104.SS> rose.", "600104.SS equity Shanghai Stock Exchange | Anvil Works"},
    {"Brazil's Anvil <ABEV3.SA> rose.", "ABEV3.SA equity B3 Sao Paulo | Anvil"},
    {"Privately held Acme [ACME.UL] will list.", "ACME.UL equity - | Acme"},
    {"Anvil Arabia [IPO-ANVL.SE] will list.", "IPO-ANVL.SE equity Saudi Stock Exchange | Anvil Arabia"},
    {"Acme < ACMGn.DE> rose.", "ACMGn.DE equity Xetra | Acme"},
    {"Acme shares <ACM.N> rose.", "ACM.N equity New York Stock Exchange | Acme"},
    {"The 2026 issue <ZAR186=> rose.", "ZAR186= bond - | 2026 issue"},
    {"Acme <ACM.N,> rose.", "ACM.N equity New York Stock Exchange | Acme"},
    {"Widgets <WID.XQ> rose.", "WID.XQ equity - | Widgets"},
    {"Motors of old <MSI.N^A11> is gone.", "MSI.N^A11 equity New York Stock Exchange | old"},
    {"Acme (ACM.N: Quote, Profile, Research) rose.", "ACM.N equity New York Stock Exchange | Acme"},
    {"Telefon <T.N> <TEL.OL> rose.",
     "T.N equity New York Stock Exchange | Telefon\nTEL.OL equity Oslo Bors | Telefon"},
    {"Anvil Works plc <ANW.L> rose.", "ANW.L equity London Stock Exchange | Anvil Works plc"},
    /* a bare root of 1987 */
    {"General Anvil Corp <GA> said net rose.", "GA equity - | General Anvil Corp"},
    {"Anvil and Spencer Plc <ANSP.L> said.", "ANSP.L equity London Stock Exchange | Anvil and Spencer Plc"},
    /* a market before a ticker */
    {"Acme Corp (NYSE: ACM) said.", "ACM equity New York Stock Exchange | Acme Corp"},
    {"Acme Corp (NASDAQ:ACME) said.", "ACME equity Nasdaq | Acme Corp"},
    {"Acme Corp <O:ACME> said.", "ACME equity Nasdaq | Acme Corp"},
    /* indices */
    {"Brewers lifted the Stoxx Europe food and drink index <.SX3P>.",
     ".SX3P index - | Stoxx Europe food and drink index"},
    {"The Nikkei 225 <.N225> fell.", ".N225 index - | Nikkei 225"},
    {"The pan-European FTSEurofirst 300 <.FTEU3> index fell.", ".FTEU3 index - | FTSEurofirst 300"},
    {"The Dow Jones industrial average <.DJI> fell.", ".DJI index - | Dow Jones industrial average"},
    {"The S&P 500 [.SPX] fell.", ".SPX index - | S&P 500"},
    {"The Dow (^DJI) fell.", "^DJI index - | Dow"},
    {"the benchmark index <.FTSE> fell", ".FTSE index - | benchmark index"},
    {"The yield on the issue <ZAR186=> rose.", "ZAR186= bond - | issue"},
    {"The shares <VLRA.L> fell.", "VLRA.L equity London Stock Exchange | -"},
    /* not what it is delivered in */
    {"Brent crude for December delivery <LCOc1> fell.", "LCOc1 commodity - | Brent crude"},
    /* currencies, metals, bonds */
    {"The euro <EUR=> fell to $1.20.", "EUR= currency - | euro"},
    {"The dollar rose against the yen <JPY=X>.", "JPY=X currency - | yen"},
    {"the euro traded against sterling <EURGBP=D4>", "EURGBP=D4 currency - | sterling"},
    {"The rouble <RUBUTSTN=MCX> fell.", "RUBUTSTN=MCX currency - | rouble"},
    {"Spot gold <XAU=> rose.", "XAU= commodity - | Spot gold"},
    {"10-year U.S. Treasury yields <US10YT=RR> fell.", "US10YT=RR bond - | U.S. Treasury yields"},
    {"German Bund yields <DE10YT=TWEB> fell.", "DE10YT=TWEB bond - | German Bund yields"},
    {"Crude oil (CL=F): -3 percent", "CL=F commodity - | Crude oil"},
    /* futures and chains */
    {"Brent crude <LCOc1> rose.", "LCOc1 commodity - | Brent crude"},
    {"U.S. crude futures <CLc1> rose.", "CLc1 commodity - | U.S. crude futures"},
    {"March Brent crude <LCOH3> rose.", "LCOH3 commodity - | March Brent crude"},
    {"S&P 500 futures <ESZ2> rose.", "ESZ2 index - | S&P 500 futures"},
    {"Bund futures <FGBLc1> rose.", "FGBLc1 bond - | Bund futures"},
    {"Three-month copper <CMCU3> rose.", "CMCU3 commodity - | Three-month copper"},
    {"U.S. crude futures <0#CL:> rose.", "0#CL: commodity - | U.S. crude futures"},
    {"The S&P 500 <0#.SPX> rose.", "0#.SPX index - | S&P 500"},
    {"Japanese bond futures <2JGBv1> rose.", "2JGBv1 bond - | Japanese bond futures"},
    /* an index of one exchange, a bond by its day, a firm behind what it is, a name with a stroke */
    {"Steelmakers <.ISTEL.T> fell.", ".ISTEL.T index - | Steelmakers"},
    {"The 10-year bond <IN081522G=CC> rose.", "IN081522G=CC bond - | 10-year bond"},
    {"Lagos-listed Anvil Works <ANV.LG> rose.", "ANV.LG equity Nigerian Exchange | Anvil Works"},
    {"The S&P/ASX 200 index <.AXJO> rose.", ".AXJO index - | S&P/ASX 200 index"},
    /* brackets that an archive has escaped */
    {"HALL BREWING CO &lt;HBC> 4TH QTR NET", "HBC equity - | HALL BREWING CO"},
    {"Acme Corp &lt;ACM.N&gt; rose, and &lt;Bolt Motors Inc> fell.",
     "ACM.N equity New York Stock Exchange | Acme Corp"},
    /* without brackets */
    {"Anvil Works Inc ANV.N rose, the S&P 500 .SPX fell.",
     "ANV.N equity New York Stock Exchange | Anvil Works Inc\n.SPX index - | S&P 500"},
    {"It met Anvil, Bolt and Acme UFJ.A rise is due. Our VIP.ME programme grew.", ""},
    {"He met the CEO.N is a letter. We use ASP.NET and .NET here, on p.12.", ""},
    /* none */
    {"The rule (U.S.) holds in the U.S. (U.S.A.) and the U.K. (U.N).", ""},
    {"Acme (Inc.) and Acme Co. (Ltd.) met.", ""},
    {"Write to John Roe <jroe@example.com> or (jroe@example.com).", ""},
    {"See <http://www.example.com/a.L> and <b>this</b> and <BR> and <TABLE>.", ""},
    {"if a < b and c > d, or A<B>C", ""},
    {"The price ($1 = 7.75 crowns) and the share (.500) fell.", ""},
    {"Frameworks (.NET) and sites (.COM) and files (.PDF)", ""},
    {"It rose (see [nL1N1YH067]) and fell [GBP/] today [.N] and [O/R].", ""},
    {"He [John Roe] said [sic] it was [a] sham (e.g. No.2) (p.m.) (No.2)", ""},
    {"(KEY=VALUE) (E=MC2) (x=y) (CO2) (WK2) (COVID19) (B2B) (5G)", ""},
    {"Party of <Airbus Anvilie> and <Acme Ltd>", ""},
    {"The <B> tag makes text bold; </B> ends it, says Acme Corp <P> too.", ""},
    {NULL, NULL}};

static void test_samples(void) {
    for (const struct sample *sample = samples; sample->text; sample++) {
        const char *got = instruments_of(sample->text);
        CHECK(strcmp(got, sample->wanted) == 0, "%s\n    got:    %s\n    wanted: %s", sample->text, got,
              sample->wanted);
    }
}

/* The row's span has the brackets, its tokens cover it, and its sentence is right. */
static void test_place(void) {
    newswire_article *article = test_article(engine, "Prices fell. Acme (ACM.N) rose.", NULL);
    const newswire_instrument *rows;
    const newswire_token *tokens;
    size_t count, token_count;
    newswire_instruments(article, &rows, &count);
    newswire_tokens(article, &tokens, &token_count);
    CHECK(count == 1, "%zu rows", count);
    if (count == 1) {
        CHECK_STRING(test_span(article, rows[0].span), "(ACM.N)");
        CHECK(rows[0].sentence == 2, "sentence %u", rows[0].sentence);
        uint32_t last = rows[0].first_token + rows[0].token_count - 1;
        CHECK(tokens[rows[0].first_token].span.start == rows[0].span.start, "first token");
        CHECK(tokens[last].span.start + tokens[last].span.length == rows[0].span.start + rows[0].span.length,
              "last token");
    }
    newswire_article_close(article);
}

int main(void) {
    engine = test_engine();
    test_samples();
    test_place();
    newswire_engine_close(engine);
    return test_end("instruments");
}

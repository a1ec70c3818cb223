/* Values: percentages, money, counts, times and durations, with exact spans. */
#include "values_table.h"

static const value_case percents[] = {
    {"Sales rose 9.5 percent.", "<9.5 percent> % 9.5 percent"},
    {"Sales rose 4.2%.", "<4.2%> % 4.2 percent"},
    {"Output fell 1.5 pct", "<1.5 pct> % 1.5 percent"},
    {"Prices rose six per cent.", "<six per cent> % 6 percent"},
    {"The index slipped -0.13% today", "<-0.13%> % -0.13 percent; <today> D"},
    {"Brandt (+0.75%) led.", "<+0.75%> % 0.75 percent"},
    {"Shares were up about 3 percent.", "<3 percent> % 3 percent"},
    {"The yield rose 25 basis points.", "<25 basis points> % 25 basis_point"},
    {"The yield rose 25 bps.", "<25 bps> % 25 basis_point"},
    {"a six basis point fee", "<six basis point> % 6 basis_point"},
    {"The coupon is 7-5/8 pct.", "<7-5/8 pct> % 7.625 percent"},
    {"Rates rose half a percentage point.", "<half a percentage point> % 0.5 percentage_point"},
    {"Rates rose a quarter of a percentage point.",
     "<a quarter of a percentage point> % 0.25 percentage_point"},
    {"The index lost a quarter of a percent.", "<a quarter of a percent> % 0.25 percent"},
    {"The rate fell two percentage points.", "<two percentage points> % 2 percentage_point"},
    {"The rate fell 0.4 percentage point.", "<0.4 percentage point> % 0.4 percentage_point"},
    {"Rents fell by a fraction of a percentage point.",
     "<a fraction of a percentage point> % percentage_point"},
    {"They raised it by a percentage point.", "<a percentage point> % 1 percentage_point"},
    {"Growth was 0.3 pp higher.", "<0.3 pp> % 0.3 percentage_point"},
    {"A basis point is a small thing.", ""},
    {"between 2.7 and 4.3 percent", "<2.7> % 2.7 percent; <4.3 percent> % 4.3 percent"},
    {"growth of 2.1-2.4%", "<2.1> % 2.1 percent; <2.4%> % 2.4 percent"},
    {"fell 2 and 6 percent, respectively", "<2> % 2 percent; <6 percent> % 6 percent"},
    {"gains of 2, 4 and 6 percent", "<2> % 2 percent; <4> % 4 percent; <6 percent> % 6 percent"},
    {"from 40% to 60%", "<40%> % 40 percent; <60%> % 60 percent"},
    {"cut by six to 12 pct", "<six> % 6 percent; <12 pct> % 12 percent"},
    {"at 5-1/4 to 5-3/4\npct", "<5-1/4> % 5.25 percent; <5-3/4\npct> % 5.75 percent"},
    {"20-45 pct of the seats", "<20> % 20 percent; <45 pct> % 45 percent"},
    {"to 12 pct from 15.", "<12 pct> % 12 percent; <15> # 15"},
    {"lost 25.15 points, or 2 percent", "<25.15 points> # 25.15 point; <2 percent> % 2 percent"},
    {"a 50-percent stake", "<50-percent> % 50 percent"},
    {"In March 12 percent of them left.", "<March> D --03; <12 percent> % 12 percent"},
    {"PRICES UP 3 PCT", "<3 PCT> % 3 percent"},
    {"inflation of minus 0.5 percent", "<minus 0.5 percent> % -0.5 percent"},
    {"1.5%-2% growth", "<1.5%> % 1.5 percent; <2%> % 2 percent"},
    {"one-half of one percent", "<one-half of one percent> % 0.5 percent"},
    {"100 per cent sure", "<100 per cent> % 100 percent"},
    {"three-quarters of a percentage point",
     "<three-quarters of a percentage point> % 0.75 percentage_point"},
};

static const value_case money[] = {
    {"It paid $5.", "<$5> $ 5 USD"},
    {"It paid $1.2bn.", "<$1.2bn> $ 1200000000 USD"},
    {"a \xc2\xa3"
     "5m loan",
     "<\xc2\xa3"
     "5m> $ 5000000 GBP"},
    {"worth \xe2\x82\xac"
     "3 billion",
     "<\xe2\x82\xac"
     "3 billion> $ 3000000000 EUR"},
    {"paid \xc2\xa5"
     "500",
     "<\xc2\xa5"
     "500> $ 500 JPY"},
    {"US$ 7.40 a ticket", "<US$ 7.40> $ 7.4 USD"},
    {"C$10 million", "<C$10 million> $ 10000000 CAD"},
    {"A$5m", "<A$5m> $ 5000000 AUD"},
    {"NZ$40", "<NZ$40> $ 40 NZD"},
    {"HK$1.3 billion", "<HK$1.3 billion> $ 1300000000 HKD"},
    {"S$9", "<S$9> $ 9 SGD"},
    {"NT$66.2 billion", "<NT$66.2 billion> $ 6.62e+10 TWD"},
    {"R$100", "<R$100> $ 100 BRL"},
    {"a profit of 12.4 mln dlrs", "<12.4 mln dlrs> $ 12400000 USD"},
    {"66.2 billion Taiwan dlrs", "<66.2 billion Taiwan dlrs> $ 6.62e+10 TWD"},
    {"2 mln Canadian dlrs", "<2 mln Canadian dlrs> $ 2000000 CAD"},
    {"five million U.S. dollars", "<five million U.S. dollars> $ 5000000 USD"},
    {"40 Hong Kong dollars", "<40 Hong Kong dollars> $ 40 HKD"},
    {"Shr 34 cts vs 1.19 dlrs", "<34 cts> $ 0.34 USD; <1.19 dlrs> $ 1.19 USD"},
    {"Qtly div 15-1/2 cts", "<15-1/2 cts> $ 0.155 USD"},
    {"It costs 99 cents.", "<99 cents> $ 0.99 USD"},
    {"a fare of 20p", "<20p> $ 0.2 GBP"},
    {"55.57 pence", "<55.57 pence> $ 0.5557 GBP"},
    {"5m euros", "<5m euros> $ 5000000 EUR"},
    {"EUR 5bn", "<EUR 5bn> $ 5000000000 EUR"},
    {"USD5m", "<USD5m> $ 5000000 USD"},
    {"10 million CHF", "<10 million CHF> $ 10000000 CHF"},
    {"Rs 500 crore", "<Rs 500 crore> $ 5000000000 INR"},
    {"270 yen", "<270 yen> $ 270 JPY"},
    {"910 billion yen", "<910 billion yen> $ 9.1e+11 JPY"},
    {"3 million Swiss francs", "<3 million Swiss francs> $ 3000000 CHF"},
    {"3 million francs", "<3 million francs> $ 3000000 FRF"},
    {"80 million Belgian francs", "<80 million Belgian francs> $ 80000000 BEF"},
    {"50 million marks", "<50 million marks> $ 50000000 DEM"},
    {"9 million West German marks", "<9 million West German marks> $ 9000000 DEM"},
    {"4 billion rupees", "<4 billion rupees> $ 4000000000 INR"},
    {"4 billion Pakistani rupees", "<4 billion Pakistani rupees> $ 4000000000 PKR"},
    {"12 mln stg", "<12 mln stg> $ 12000000 GBP"},
    {"2 million Danish crowns", "<2 million Danish crowns> $ 2000000 DKK"},
    {"6 trillion won", "<6 trillion won> $ 6e+12 KRW"},
    {"half a million dollars", "<half a million dollars> $ 500000 USD"},
    {"a million dollars", "<a million dollars> $ 1000000 USD"},
    {"two dollars", "<two dollars> $ 2 USD"},
    {"a 100-million-euro deal", "<100-million-euro> $ 100000000 EUR"},
    {"a $15-an-hour job", "<$15> $ 15 USD"},
    {"$1.2 million to $1.5 million", "<$1.2 million> $ 1200000 USD; <$1.5 million> $ 1500000 USD"},
    {"between $1.2 and $1.5 million", "<$1.2> $ 1200000 USD; <$1.5 million> $ 1500000 USD"},
    {"$10-12 million", "<$10> $ 10000000 USD; <12 million> $ 12000000 USD"},
    {"10 to 12 mln dlrs", "<10> $ 10000000 USD; <12 mln dlrs> $ 12000000 USD"},
    {"20 to 30 cents", "<20> $ 0.2 USD; <30 cents> $ 0.3 USD"},
    {"a loss of -$5m", "<-$5m> $ -5000000 USD"},
    {"He weighs 200 pounds.", "<200 pounds> # 200 pound"},
    {"He paid 200 pounds sterling.", "<200 pounds sterling> $ 200 GBP"},
    {"He won 3 million pounds.", "<3 million pounds> $ 3000000 GBP"},
    {"Members who ask for 1,500 pounds worth of shares get them all.", "<1,500 pounds> $ 1500 GBP"},
    {"The stake is worth more than 900 pounds.", "<900 pounds> $ 900 GBP"},
    {"Shares cost 90 pence each. Each holder has 50 pounds.", "<90 pence> $ 0.9 GBP; <50 pounds> $ 50 GBP"},
    {"The Czech bank lent two billion crowns. It has 900 million crowns more.",
     "<two billion crowns> $ 2000000000 CZK; <900 million crowns> $ 900000000 CZK"},
    {"Sweden owes 5 billion crowns and Denmark 4 billion crowns.",
     "<5 billion crowns> $ 5000000000 SEK; <4 billion crowns> $ 4000000000 DKK"},
    {"Shares rose two cents to A$2.69.", "<two cents> $ 0.02 AUD; <A$2.69> $ 2.69 AUD"},
    {"A pound was cheap ($1 = .6395 pound).", "<$1> $ 1 USD; <.6395 pound> $ 0.6395 GBP"},
    {"The firm lost 30 million francs in Zurich.", "<30 million francs> $ 30000000 CHF"},
    {"A firm in Zurich owes 30 million dollars.", "<30 million dollars> $ 30000000 USD"},
    {"They won 20 games.", "<20 games> # 20 game"},
    {"TORONTO, March 3 - It earned 5 mln dlrs.", "<March 3> D --03-03; <5 mln dlrs> $ 5000000 CAD"},
    {"TORONTO, March 3 (Reuters) - It earned $5 mln.", "<March 3> D --03-03; <$5 mln> $ 5000000 USD"},
    {"OSLO, March 3 - It earned 5 mln crowns.", "<March 3> D --03-03; <5 mln crowns> $ 5000000 NOK"},
};

static const value_case counts[] = {
    {"It cut 2,000 jobs.", "<2,000 jobs> # 2000 job"},
    {"the 15-member index", "<15-member> # 15 member"},
    {"the 14-bank committee", "<14-bank> # 14 bank"},
    {"450 highly skilled metal workers", "<450 highly skilled metal workers> # 450 worker"},
    {"12 companies", "<12 companies> # 12 company"},
    {"six losses", "<six losses> # 6 loss"},
    {"three churches", "<three churches> # 3 church"},
    {"40 people", "<40 people> # 40 people"},
    {"two women and three men", "<two women> # 2 woman; <three men> # 3 man"},
    {"9 lives", "<9 lives> # 9 life"},
    {"a 12 km road", "<12 km> # 12 kilometre"},
    {"12km away", "<12km> # 12 kilometre"},
    {"10,000 bpd", "<10,000 bpd> # 10000 bpd"},
    {"2.5 million tonnes", "<2.5 million tonnes> # 2500000 tonne"},
    {"4m people", "<4m people> # 4000000 people"},
    {"10 to 15 people", "<10> # 10 people; <15 people> # 15 people"},
    {"two or three jobs", "<two> # 2 job; <three jobs> # 3 job"},
    {"2 to 3 million barrels", "<2> # 2000000 barrel; <3 million barrels> # 3000000 barrel"},
    {"European no.2 Hallberg", "<no.2> # 2 rank"},
    {"the No. 3 carmaker", "<No. 3> # 3 rank"},
    {"Revs 12.3 mln vs 11.2 mln", "<12.3 mln> # 12300000; <11.2 mln> # 11200000"},
    {"The index closed at 8,378.36.", "<8,378.36> # 8378.36"},
    {"a third of voters", "<a third> # 0.3333333333"},
    {"almost one-third of the capital", "<one-third> # 0.3333333333"},
    {"holds half its voting rights", "<half> # 0.5"},
    {"cut the force by a quarter", "<a quarter> # 0.25"},
    {"two-thirds of members", "<two-thirds> # 0.6666666667"},
    {"in the second half of the match", ""},
    {"a third term", ""},
    {"two dozen ships", "<two dozen ships> # 24 ship"},
    {"a dozen ships", "<a dozen ships> # 12 ship"},
    {"several hundred ships", ""},
    {"thousands of ships", ""},
    {"one of them", ""},
    {"The Stallion 737 landed.", ""},
    {"The FTSE 100 fell.", ""},
    {"Standard & Poor's 500 futures and FTSE 100 firms fell.", ""},
    {"an F-16 jet and an A320", ""},
    {"won 6-4, 6-3", ""},
    {"beat them 2-1", ""},
    {"version 1.2.3.4", ""},
    {"call 1-800-555-0199", ""},
    {"www.example.com/2012/15", ""},
    {"write to desk24@example.com", ""},
    {"<7203.T> rose", ""},
    {"ranked 12th", ""},
    {"its 20th birthday", ""},
};

static const value_case times[] = {
    {"as of 0849 GMT", "<0849 GMT> T T08:49Z"},
    {"by 1430 GMT", "<1430 GMT> T T14:30Z"},
    {"at 10:30 a.m. EST", "<10:30 a.m. EST> T T10:30-05:00"},
    {"at 10.30am", "<10.30am> T T10:30"},
    {"until 5 pm", "<5 pm> T T17:00"},
    {"until 5pm", "<5pm> T T17:00"},
    {"at 12:15 a.m.", "<12:15 a.m.> T T00:15"},
    {"at 12 p.m.", "<12 p.m.> T T12:00"},
    {"11:47UTC", "<11:47UTC> T T11:47Z"},
    {"at 14:05", "<14:05> T T14:05"},
    {"at 14:05:30 CET", "<14:05:30 CET> T T14:05:30+01:00"},
    {"by noon", "<noon> T T12:00"},
    {"at midnight GMT", "<midnight GMT> T T00:00Z"},
    {"high noon", ""},
    {"at five o'clock", "<five o'clock> T T05:00"},
    {"9 a.m. Eastern time", "<9 a.m. Eastern time> T T09:00"},
    {"9 a.m. ET", "<9 a.m. ET> T T09:00"},
    {"a score of 10:30", ""},
    {"5 GMT", "<5> # 5"},
};

static const value_case durations[] = {
    {"over 12 months", "<12 months> P 12 month P12M"},
    {"two years", "<two years> P 2 year P2Y"},
    {"a six-month low", "<six-month> P 6 month P6M"},
    {"within 24 hours", "<24 hours> P 24 hour PT24H"},
    {"for a decade", "<a decade> P 1 decade P10Y"},
    {"for a week", "<a week> P 1 week P1W"},
    {"the nine-month period", "<nine-month> P 9 month P9M"},
    {"three-and-a-half years", "<three-and-a-half years> P 3.5 year P3Y6M"},
    {"half an hour", "<half an hour> P 0.5 hour PT30M"},
    {"one and a half hours", "<one and a half hours> P 1.5 hour PT1H30M"},
    {"two and a half weeks", "<two and a half weeks> P 2.5 week P2.5W"},
    {"two years and three months", "<two years and three months> P 2 year P2Y3M"},
    {"1 hour 20 minutes", "<1 hour 20 minutes> P 1 hour PT1H20M"},
    {"three straight years", "<three straight years> P 3 year P3Y"},
    {"30 trading days", "<30 trading days> P 30 day P30D"},
    {"by 10 cents to 1.65 euros", "<10 cents> $ 0.1 EUR; <1.65 euros> $ 1.65 EUR"},
    {"rose to $8.73-3/4 a bushel", "<$8.73-3/4> $ 8.7375 USD"},
    {"crossed the 9,000 mark", "<9,000> # 9000"},
    {"a three-day strike", "<three-day> P 3 day P3D"},
    {"two quarters", "<two quarters> P 2 quarter P6M"},
    {"two centuries", "<two centuries> P 2 century P200Y"},
    {"a fortnight", "<a fortnight> P 1 fortnight P2W"},
    {"the 44-year-old driver", "<44-year-old> P 44 year P44Y"},
    {"10 to 15 years", "<10> P 10 year P10Y; <15 years> P 15 year P15Y"},
    {"over the past decade", "<past decade> P 1 decade P10Y"},
    {"over the last year", "<last year> P 1 year P1Y"},
    {"Nine mths", "<Nine mths> P 9 month P9M"},
    {"for months", ""},
    {"a second chance", ""},
    {"5 dlrs a year", "<5 dlrs> $ 5 USD"},
    {"three times a week", "<three> # 3"},
};

/* What several stages of copy look like, and what must not break them. */
static const value_case mixed[] = {
    {"", ""},
    {"No value here.", ""},
    {"(Reporting by Ann Lee; Editing by Bo 24)", ""},
    {"Renault rose 2.1 percent to 55.40 euros by 1200 GMT.",
     "<2.1 percent> % 2.1 percent; <55.40 euros> $ 55.4 EUR; <1200 GMT> T T12:00Z"},
    {"The pound rose 0.5% against the dollar in 2011.", "<0.5%> % 0.5 percent; <2011> D 2011"},
    {"The army will have about 1,500 six weeks before the vote.", "<1,500> # 1500; <six weeks> P 6 week P6W"},
    {"The Group of Seven met three teams of the Six Nations.", "<three teams> # 3 team"},
    {"Two teams met. \"Three teams left,\" she said.", "<Two teams> # 2 team; <Three teams> # 3 team"},
    {"It tests a 5G network on 5 kg of tin.", "<5 kg> # 5 kilogram"},
    {"It sold 5,000 cars in June and 6 percent more in July.",
     "<5,000 cars> # 5000 car; <June> D --06; <6 percent> % 6 percent; <July> D --07"},
    {"\xff\xfe 5 percent", "<5 percent> % 5 percent"},
    {"5\xc2\xa0percent", "<5\xc2\xa0percent> % 5 percent"},
};

static void test_hostile(newswire_engine *engine) {
    static const char *const units[] = {"1 ",  "1,",      "1-",          "$",
                                        "a ",  "1/2 ",    "one ",        "May ",
                                        "1.",  "-1 to ",  "million ",    "first quarter of ",
                                        "9",   "half a ", "two, ",       "last ",
                                        "$1-", "1:1:",    "hundred and "};
    enum { SIZE = 200000 };
    char *text = malloc(SIZE + 1);
    if (!text) exit(1);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        size_t length = strlen(units[i]), count;
        for (size_t at = 0; at + length <= SIZE; at += length) memcpy(text + at, units[i], length);
        text[SIZE / length * length] = 0;
        newswire_article *article = test_article(engine, text, NULL);
        const newswire_value *values;
        CHECK(newswire_values(article, &values, &count) == NEWSWIRE_OK, "%s", units[i]);
        newswire_article_close(article);
    }
    free(text);
}

int main(void) {
    newswire_engine *engine = test_engine();
    CHECK_TABLE(engine, percents, NULL);
    CHECK_TABLE(engine, money, NULL);
    CHECK_TABLE(engine, counts, NULL);
    CHECK_TABLE(engine, times, NULL);
    CHECK_TABLE(engine, durations, NULL);
    CHECK_TABLE(engine, mixed, NULL);
    test_hostile(engine);
    newswire_engine_close(engine);
    return test_end("values");
}

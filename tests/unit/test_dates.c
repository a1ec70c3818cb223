/* Dates: what is one, and which day, week, month or year is meant, with and without a date of publication. */
#include "values_table.h"

#include "values/date_resolution.h"

/* Without a date of publication. */
static const value_case undated[] = {
    {"on February 15", "<February 15> D --02-15"},
    {"on Feb 15, 2012", "<Feb 15, 2012> D 2012-02-15"},
    {"on Feb. 15, 2012, it", "<Feb. 15, 2012> D 2012-02-15"},
    {"on 15 February 2012", "<15 February 2012> D 2012-02-15"},
    {"the 15th of May", "<15th of May> D --05-15"},
    {"May 4th", "<May 4th> D --05-04"},
    {"on April one", "<April one> D --04-01"},
    {"on July Fourth", "<July Fourth> D --07-04"},
    {"on 2012-02-22", "<2012-02-22> D 2012-02-22"},
    {"on 22/02/2012", "<22/02/2012> D 2012-02-22"},
    {"on 02/22/2012", "<02/22/2012> D 2012-02-22"},
    {"on 22.02.2012", "<22.02.2012> D 2012-02-22"},
    {"on 03/04/2012", "<03/04/2012> D"},
    {"on 15-Feb-2012", "<15-Feb-2012> D 2012-02-15"},
    {"on Feb 29, 2012", "<Feb 29, 2012> D 2012-02-29"},
    {"on Feb 29, 2011", "<Feb 29, 2011> D"},
    {"on 29 February 1900", "<29 February 1900> D"},
    {"on 29-Feb-2000", "<29-Feb-2000> D 2000-02-29"},
    {"on February 29", "<February 29> D --02-29"},
    {"Feb 25-29, 2011", "<Feb 25-29, 2011> D"},
    {"from April 28-31", "<April 28-31> D"},
    {"in January", "<January> D --01"},
    {"in January 2011", "<January 2011> D 2011-01"},
    {"in January, 2011", "<January, 2011> D 2011-01"},
    {"in Dec '86", "<Dec '86> D 1986-12"},
    {"March 3-5", "<March 3-5> D --03-03/--03-05"},
    {"March 3-5, 2010", "<March 3-5, 2010> D 2010-03-03/2010-03-05"},
    {"Jan-March 2010", "<Jan-March 2010> D 2010-01/2010-03"},
    {"It may rain in May.", "<May> D --05"},
    {"Theresa May said so.", ""},
    {"They march on.", ""},
    {"the March on the capital", ""},
    {"April Henson said", ""},
    {"sales in April", "<April> D --04"},
    {"the 2010 failure", "<2010> D 2010"},
    {"since 1848", "<1848> D 1848"},
    {"in 1995", "<1995> D 1995"},
    {"In 1995 it grew", "<1995> D 1995"},
    {"the 1990s", "<1990s> D 1990/1999"},
    {"in the 1990's", "<1990's> D 1990/1999"},
    {"in the '80s", "<'80s> D 1980/1989"},
    {"the mid-1970s", "<mid-1970s> D 1970/1979"},
    {"in the 1800s", "<1800s> D 1800/1899"},
    {"mid-2012", "<mid-2012> D 2012"},
    {"by end-March", "<end-March> D --03"},
    {"in 1986/87", "<1986/87> D 1986/1987"},
    {"the 2004-05 season", "<2004-05> D 2004/2005"},
    {"in 1999-00", "<1999-00> D 1999/2000"},
    {"from 2010-2012", "<2010-2012> D 2010/2012"},
    {"in fiscal 2011", "<fiscal 2011> D 2011"},
    {"in fiscal year 2011", "<fiscal year 2011> D 2011"},
    {"for FY2011", "<FY2011> D 2011"},
    {"the first quarter of 2012", "<first quarter of 2012> D 2012-01/2012-03"},
    {"fourth-quarter 2011 profit", "<fourth-quarter 2011> D 2011-10/2011-12"},
    {"in Q3 2011", "<Q3 2011> D 2011-07/2011-09"},
    {"in 3Q11", "<3Q11> D 2011-07/2011-09"},
    {"4th qtr 1986", "<4th qtr 1986> D 1986-10/1986-12"},
    {"the first half of 2010", "<first half of 2010> D 2010-01/2010-06"},
    {"first-half profit", "<first-half> D"},
    {"a first-half goal", ""},
    {"the fiscal first quarter", "<fiscal first quarter> D"},
    {"in the 21st century", "<21st century> D 2001/2100"},
    {"the nineteenth century", "<nineteenth century> D 1801/1900"},
    {"on Tuesday", "<Tuesday> D"},
    {"on Tuesday, Feb 21, 2012", "<Tuesday, Feb 21, 2012> D 2012-02-21"},
    {"the Sunday Times", ""},
    {"last week", "<last week> D"},
    {"yesterday", "<yesterday> D"},
    {"at Christmas", "<Christmas> D --12-25"},
    {"a year ago", "<a year ago> D"},
    {"from a year earlier", "<a year earlier> D"},
    {"two days later", "<two days later> D"},
    {"2000 people came", "<2000 people> # 2000 people"},
    {"the 2000 elections", "<2000> D 2000"},
    {"a total of 1950 tonnes", "<1950 tonnes> # 1950 tonne"},
    {"1987 net excludes a gain", "<1987> D 1987"},
    {"1987 dlrs", "<1987 dlrs> $ 1987 USD"},
    {"PARIS, Feb 22 (Reuters) - It rose.", "<Feb 22> D --02-22"},
    {"February 30", ""},
    {"the year ended Dec 31", "<Dec 31> D --12-31"},
    {"between 2004 and 2005", "<2004> D 2004; <2005> D 2005"},
};

/* Published on Wednesday, 2012-02-22. */
static const value_case dated[] = {
    {"on February 15", "<February 15> D 2012-02-15"},
    {"on December 30", "<December 30> D 2011-12-30"},
    {"on March 1", "<March 1> D 2012-03-01"},
    {"in January", "<January> D 2012-01"},
    {"in November", "<November> D 2011-11"},
    {"in April", "<April> D 2012-04"},
    {"last March", "<last March> D 2011-03"},
    {"next January", "<next January> D 2013-01"},
    {"this March", "<this March> D 2012-03"},
    {"It will open in October.", "<October> D 2012-10"},
    {"on Tuesday", "<Tuesday> D 2012-02-21"},
    {"since it announced its plans on Jan. 28", "<Jan. 28> D 2012-01-28"},
    {"it has gained since its planned sale on Jan. 28", "<Jan. 28> D 2012-01-28"},
    {"the lowest since November", "<November> D 2011-11"},
    {"crude for November delivery fell", "<November> D 2012-11"},
    {"on Wednesday", "<Wednesday> D 2012-02-22"},
    {"on Thursday", "<Thursday> D 2012-02-16"},
    {"It will meet on Thursday.", "<Thursday> D 2012-02-23"},
    {"The cover is set to expire on Saturday.", "<Saturday> D 2012-02-25"},
    {"Staff are planning their first ever strike for Friday.", "<Friday> D 2012-02-24"},
    {"There were no data for Friday's market.", "<Friday> D 2012-02-17"},
    {"In July, firms, banks and shops were slow to act.", "<July> D 2011-07"},
    {"In July, firms will report.", "<July> D 2012-07"},
    {"next Tuesday", "<next Tuesday> D 2012-02-28"},
    {"last Wednesday", "<last Wednesday> D 2012-02-15"},
    {"this Friday", "<this Friday> D 2012-02-24"},
    {"yesterday", "<yesterday> D 2012-02-21"},
    {"today", "<today> D 2012-02-22"},
    {"tomorrow", "<tomorrow> D 2012-02-23"},
    {"last week", "<last week> D 2012-W07"},
    {"this week", "<this week> D 2012-W08"},
    {"next week", "<next week> D 2012-W09"},
    {"last month", "<last month> D 2012-01"},
    {"next month", "<next month> D 2012-03"},
    {"this year", "<this year> D 2012"},
    {"last year's profit", "<last year> D 2011"},
    {"next year", "<next year> D 2013"},
    {"last quarter", "<last quarter> D 2011-10/2011-12"},
    {"this quarter", "<this quarter> D 2012-01/2012-03"},
    {"last decade", "<last decade> D 2000/2009"},
    {"last weekend", "<last weekend> D 2012-02-18/2012-02-19"},
    {"this weekend", "<this weekend> D 2012-02-25/2012-02-26"},
    {"last night", "<last night> D 2012-02-21"},
    {"this morning", "<this morning> D 2012-02-22"},
    {"the previous year", "<previous year> D"},
    {"two years ago", "<two years ago> D 2010"},
    {"three months ago", "<three months ago> D 2011-11"},
    {"ten days ago", "<ten days ago> D 2012-02-12"},
    {"two weeks ago", "<two weeks ago> D 2012-W06"},
    {"a decade ago", "<a decade ago> D 2002"},
    {"in the first quarter", "<first quarter> D 2012-01/2012-03"},
    {"in the fourth quarter", "<fourth quarter> D 2011-10/2011-12"},
    {"the third quarter of last year", "<third quarter of last year> D 2011-07/2011-09"},
    {"the second half of this year", "<second half of this year> D 2012-07/2012-12"},
    {"second-half profit", "<second-half> D 2011-07/2011-12"},
    {"March 3-5", "<March 3-5> D 2012-03-03/2012-03-05"},
    {"by year-end", "<year-end> D 2012-12-31"},
    {"at Christmas", "<Christmas> D 2011-12-25"},
    {"at Easter", "<Easter> D 2012-04-08"},
    {"on Good Friday", "<Good Friday> D 2012-04-06"},
    {"on Thanksgiving", "<Thanksgiving> D 2011-11-24"},
    {"on Memorial Day", "<Memorial Day> D 2012-05-28"},
};

/* Published on Thursday, 2009-01-01: weeks and days of the year before. */
/* in October: what is told as past is not next year's */
static const value_case autumn[] = {
    {"It lost an order in March.", "<March> D 2012-03"},
    {"It rose in May last year.", "<May last year> D 2011-05"},
    {"The deal will close in March.", "<March> D 2013-03"},
    {"Net profit fell in the first quarter.", "<first quarter> D 2012-01/2012-03"},
    {"The plan will start in the first quarter.", "<first quarter> D 2013-01/2013-03"},
    {"He discussed the election in November.", "<November> D 2012-11"},
};

static const value_case new_year[] = {
    {"on Wednesday", "<Wednesday> D 2008-12-31"}, {"yesterday", "<yesterday> D 2008-12-31"},
    {"this week", "<this week> D 2009-W01"},      {"last week", "<last week> D 2008-W52"},
    {"last month", "<last month> D 2008-12"},     {"on December 31", "<December 31> D 2008-12-31"},
};

/* Only the year, or the month, of publication is known. */
static const value_case year_only[] = {
    {"last year", "<last year> D 2011"}, {"on February 15", "<February 15> D 2012-02-15"},
    {"last week", "<last week> D"},      {"last month", "<last month> D"},
    {"on Tuesday", "<Tuesday> D"},       {"two years ago", "<two years ago> D 2010"},
};

static const value_case month_only[] = {
    {"last month", "<last month> D 2012-01"},
    {"in November", "<November> D 2011-11"},
    {"yesterday", "<yesterday> D"},
};

static void test_calendar(void) {
    CHECK(nw_days_of((nw_date){1970, 1, 1}) == 0 && nw_days_of((nw_date){2000, 3, 1}) == 11017, "days");
    int wrong = 0;
    for (int32_t day = -200000; day < 200000; day += 13) {
        nw_date date = nw_date_of(day);
        wrong += nw_days_of(date) != day || !nw_is_date(date.year, date.month, date.day);
        wrong += nw_weekday(nw_date_of(day + 7)) != nw_weekday(date);
    }
    CHECK(wrong == 0, "%d days do not come back", wrong);
    CHECK(nw_weekday((nw_date){2012, 2, 22}) == 3, "a Wednesday");
    nw_date easter = nw_easter(2024);
    CHECK(easter.month == 3 && easter.day == 31, "Easter 2024");
    CHECK(nw_month_days(1900, 2) == 28 && nw_month_days(2000, 2) == 29 && nw_month_days(2012, 2) == 29,
          "leap years");
}

static void test_published(void) {
    static const struct {
        const char *text;
        nw_date date;
    } cases[] = {
        {"2012-02-22", {2012, 2, 22}},
        {"2012-02", {2012, 2, 0}},
        {"2012", {2012, 0, 0}},
        {"2012-02-22T08:00:00Z", {2012, 2, 22}},
        {"2012-02-22 08:00", {2012, 2, 22}},
        {" 2012-02-22 ", {2012, 2, 22}},
        {"2012-02-30", {0, 0, 0}},
        {"2012-13", {0, 0, 0}},
        {"22/02/2012", {0, 0, 0}},
        {"2012-2-2", {0, 0, 0}},
        {"", {0, 0, 0}},
        {"yesterday", {0, 0, 0}},
        {"2012-02-22x", {0, 0, 0}},
        {"201", {0, 0, 0}},
        {"2012-00", {0, 0, 0}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        nw_date date = nw_read_date((newswire_string){cases[i].text, (uint32_t)strlen(cases[i].text)});
        bool same = date.year == cases[i].date.year && date.month == cases[i].date.month &&
                    date.day == cases[i].date.day;
        CHECK(same, "'%s': %d-%d-%d", cases[i].text, date.year, date.month, date.day);
    }
    CHECK(nw_read_date((newswire_string){NULL, 0}).year == 0, "no text");
}

/* In spring the second half is to come, the fourth quarter is over. */
static const value_case spring[] = {
    {"Sales in the second half were discussed.", "<second half> D 2012-07/2012-12"},
    {"Sales in the third quarter were discussed.", "<third quarter> D 2012-07/2012-09"},
    {"Sales fell in the fourth quarter.", "<fourth quarter> D 2011-10/2011-12"},
};

int main(void) {
    newswire_engine *engine = test_engine();
    test_calendar();
    test_published();
    CHECK_TABLE(engine, undated, NULL);
    CHECK_TABLE(engine, dated, "2012-02-22");
    CHECK_TABLE(engine, spring, "2012-05-20");
    CHECK_TABLE(engine, autumn, "2012-10-12");
    CHECK_TABLE(engine, new_year, "2009-01-01");
    CHECK_TABLE(engine, year_only, "2012");
    CHECK_TABLE(engine, month_only, "2012-02");
    newswire_engine_close(engine);
    return test_end("dates");
}

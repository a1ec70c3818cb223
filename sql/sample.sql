-- Sample archive: sixteen articles in the styles that archives hold. All were written for newswire: the
-- people and firms in them are invented.

CREATE TABLE articles(
    id        INTEGER PRIMARY KEY,
    published TEXT NOT NULL, -- ISO 8601 date
    headline  TEXT NOT NULL,
    body      TEXT NOT NULL
);

BEGIN;

INSERT INTO articles VALUES(1, '2011-11-08', 'Nordic ferry groups discuss tie-up', 'Finnish ferry operator Saaristo Lines has approached

its Swedish competitor Kustlinjen about combining their Baltic routes, two bankers briefed on the plan said on Tuesday.

A deal would put 31 ships and about 4,600 employees under one roof and leave Norway''s Fjordferger <FJFG.OL> as the only other large carrier between Stockholm and Helsinki.

I told our people on Friday that nothing has been signed and nobody''s job changes this winter, Kustlinjen Chief Executive Annika Ström said in a letter to staff.

Saaristo, which is controlled by the Lehtonen family, confirmed that it was in contact with several companies but declined to name them.

Do we need more ships? No, we need fuller ships, Ström said.

The Turku-based company has been losing passengers to low-cost airlines since 2007 and last month reported a 12 percent drop in third-quarter sales to 141 million euros. Kustlinjen''s bookings, by contrast, have grown by 3.5 percent this year.

Regulators would probably ask for one of the overlapping routes to be sold, said Mikael Berg, who follows the shipping industry at Hanse Kredit in Hamburg. He expects a decision before Christmas.

The Swedish operator''s stock <KUST.ST> rose 8.2 percent to 61.50 crowns as of 1320 GMT, its best day since February. Saaristo is not listed.

According to the bankers, the Lehtonens want half of the board seats in a merged group. Ström has said she would resign rather than move the head office out of Gothenburg.

It is far too early to talk about names on doors, a spokesman for Saaristo said. We are having coffee, not a wedding.

A similar attempt collapsed in 2003 when Viking Cargo , then Saaristo''s biggest shareholder, rejected the price.

(Additional reporting by Jussi Halonen in Helsinki, Karin Lund and Per Alm in Stockholm; Writing by Tom Ashby; Editing by Helen Marsh and David Cole)');

INSERT INTO articles VALUES(2, '2013-05-21', 'European shares edge higher as miners gain', 'LONDON, May 21 (Reuters) - European shares edged higher on Tuesday, led by miners after copper prices rose 1.8 percent on hopes of stronger demand from China.

The pan-European EuroTop 200 index <.ETOP2> was up 0.4 percent at 1,248.36 points by 0915 GMT after falling as much as 0.3 percent in early trading.

Northgate Minerals gained 3.1 percent and Ashwell Resources 2.4 percent, while Union Copper <UCOP.L> added 1.9 percent. Banks were the biggest losers: Credit Bernois <CBRN.VX> slid 2.2 percent and Banco del Norte fell 1.7 percent after cutting its dividend by a third.

"The market is waiting for the Fed, and until it speaks nobody wants to be short," said Claire Dumont, a strategist at Lindqvist Asset Management in Paris. "We would buy any dip of 2 to 3 percent."

Around Europe, Britain''s FTSE 100 rose 0.5 percent, Germany''s DAX was down 0.1 percent and France''s CAC 40 was little changed.

Shares in carmaker Veltra <VLTR.DE> tumbled 7.5 percent, their biggest one-day drop since August 2011, after the company forecast that operating profit would fall by 10 to 15 percent this year.

(Reporting by James Holt; Editing by Susan Grey)');

INSERT INTO articles VALUES(3, '2014-02-06', 'Brightwater posts smaller loss, sees sales growth', 'By Karen Olsen

CHICAGO, Feb 6 (Reuters) - Brightwater Technologies Inc <BWTR.O> reported a smaller quarterly loss on Thursday and said sales would grow by at least 12 percent this year as demand for its industrial filters picks up.

The Milwaukee-based company''s net loss narrowed to $14.2 million, or 31 cents per share, in the fourth quarter, from $22.9 million, or 52 cents per share, a year earlier.

Revenue rose 9 percent to $318.6 million. Analysts on average had expected revenue of $310 million.

"We are not where we want to be, but we are a lot closer than we were a year ago," Chief Financial Officer Denise Walters told analysts on a conference call.

She said the company, which cut 400 jobs last year, had reduced its operating costs by $25 million and expected to return to profit in the second half of 2014.

Gross margin widened by 150 basis points to 34.5 percent. Orders in the pumps division fell 4 percent, hurt by weak demand in Brazil.

Brightwater shares jumped 11.3 percent to $18.75 in premarket trading. Up to Wednesday''s close they had lost almost a quarter of their value over the past 12 months.

(Reporting by Karen Olsen in Chicago; Editing by Mark Peters)');

INSERT INTO articles VALUES(4, '2012-08-14', 'Euro zone output shrinks less than feared', 'BRUSSELS (Reuters) - The euro zone economy contracted by 0.2 percent in the second quarter, slightly less than economists had predicted, data showed on Tuesday, but inflation held at 2.4 percent in July.

Industrial output fell 0.6 percent in June from May and was 2.1 percent lower than a year earlier, statistics office Eurodata said.

Germany grew 0.3 percent quarter-on-quarter, while Italy''s output shrank 0.7 percent. The French economy stagnated for a third straight quarter.

Unemployment rose to 11.2 percent from 11.1 percent a month earlier. The number of jobless people increased by 123,000 to 17.8 million.

"If exports to Asia weaken further, Germany will not be able to hold up the rest," said Marco Bellini, chief economist at Banca Tirrena.

The European Commission expects the economy to shrink by 0.3 percent this year and to grow by 1.0 percent in 2013.

The yield on ten-year Spanish bonds rose 12 basis points to 6.85 percent. The euro was steady at $1.2340.');

INSERT INTO articles VALUES(5, '2015-08-24', 'Tokyo shares slide', 'TOKYO, Aug 24 (Reuters) - Japan''s Nikkei share average <.N225> tumbled 4.6 percent to 18,540.68 on Monday, its lowest close in six months, as fears of a slowdown in China sent investors rushing out of stocks.

The broader Topix <.TOPX> dropped 5.9 percent. All but eight of the Nikkei''s 225 members fell.

Exporters were hit by a stronger yen <JPY=>, which climbed to 118.25 to the dollar. Hoshino Motor Co <7955.T> lost 6.1 percent and Tanabe Precision <6899.T> shed 5.4 percent. Oil futures <CLc1> were down 3 percent at $39.20 a barrel.

"I have not seen selling like this since 2008," said Kenji Murata, a trader at Sakura Bridge Securities. "People are not asking about value, they are asking for the exit."

Shanghai''s main index <.SSEC> plunged 8.5 percent, wiping out its gains for the year.');

INSERT INTO articles VALUES(6, '2016-10-03', 'Senator calls water law a betrayal of farmers', 'SPRINGFIELD — Senator Martha Quinlan said on Monday she would vote against a bill on water rights, calling it “a betrayal of every family that farms in this valley.”

Quinlan, a Democrat in her second term, had been seen as one of the last undecided votes. Her decision leaves Governor Robert Haines two votes short of a majority.

“I read this bill three times,” she told reporters outside the Capitol. “I looked for one line that protects the people who sent me here.

“I found none. What I found were forty pages written by lobbyists, and a date by which our wells have to be closed.

“So I am going home to tell my neighbours that I said no.”

Haines said the senator “knows better than that” and that the law would save 12 billion gallons of water a year. His spokesman, Daniel Ortiz, declined to say whether the vote would be postponed.

According to the state''s Department of Water Resources, groundwater levels in the valley have dropped by 40 percent since 1990.');

INSERT INTO articles VALUES(7, '1987-04-09', 'DELMAR INDUSTRIES <DMR> SEES HIGHER FIRST QUARTER', 'Delmar Industries Inc said it expects
first quarter earnings to be 15 to 20 pct above the 11.3 mln
dlrs, or 62 cts a share, it earned a year earlier.
    Sales rose 8-1/2 pct to 204.7 mln dlrs in the quarter ended
March 31, chairman Walter P. Kemp told shareholders.
    "We see no reason to change our forecast for the year," he
said.
    Delmar, which makes valves and compressors, bought Lone
Star Pump Co <LSPC> of Tulsa, Okla., for 66.2 mln dlrs in
January.
    Kemp said the company would spend about 1.2 billion
Canadian dlrs on a plant in Alberta over three years.
    Shr 62 cts vs 55 cts
    Net 11,300,000 vs 9,870,000
 Reuter');

INSERT INTO articles VALUES(8, '2009-03-12', 'UPDATE 2-CENTRAL BANK CUTS RATES, WARNS OF DEEP RECESSION', 'UPDATE 2-CENTRAL BANK CUTS RATES, WARNS OF DEEP RECESSION

* Key rate cut by 50 basis points to 2.5 percent
* Bank sees economy shrinking 4 percent this year
* Krona falls 1.2 percent against euro

STOCKHOLM, March 12 (Reuters) - Sweden''s central bank cut its main interest rate by half a percentage point on Thursday and said the economy was likely to shrink by 4 percent this year.

Governor Anna Lindgren said the bank was ready to do more if needed. "We have not run out of tools," she said at a news conference.

Three of 12 analysts polled last week had expected a cut of 75 basis points.');

INSERT INTO articles VALUES(9, '2018-06-29', 'Morning brief: five things to know', 'Five things to know this Friday

* Kestrel Airlines has agreed to buy 20 regional jets from Aerotec for $1.1 billion.
* Oil prices rose more than 2 percent overnight.
* Harbour Bank named Priya Raman as chief executive, effective Sept. 1.
* The Supreme Court will rule on internet sales tax.
* England play Belgium in Kaliningrad at 1800 GMT.');

INSERT INTO articles VALUES(10, '2004-11-14', 'Rovers end losing run', 'Calder Rovers ended a run of five defeats with a 3-1 win over Eastport Athletic at Millfield Park on Sunday.

Striker Danny Okafor scored twice in the first half and captain Neil Prosser added a third from the penalty spot in the 71st minute. Jan Kovar pulled one back for Eastport.

''The lads were brilliant, absolutely brilliant,'' manager Steve Garland told BBC Sport. ''We have worked hard all week and we deserved that.''

Eastport coach Paolo Renzi refused to blame his goalkeeper. ''Tony has saved us many times this season and he''ll save us again,'' he said.

Rovers move up to 14th in the table, with 18 points from 15 games.');

INSERT INTO articles VALUES(11, '2010-07-19', 'Two killed in Nairobi market fire', 'NAIROBI, July 19 (Reuters) - A fire swept through a market in the Kenyan capital early on Monday, killing two people and destroying about 300 stalls, police said.

The blaze broke out at 0230 local time (2330 GMT) and took four hours to put out. Police spokesman Joseph Mwangi said the cause was not known but that an electrical fault was suspected.

"I have lost everything I built in eleven years," said Grace Atieno, who sold second-hand clothes.

The market, which burned down in 2006 as well, was to be rebuilt under a plan that the city council approved in March. The council''s head of planning, Samuel Kiprop, said work would begin "within weeks".

Interior Minister James Ole Tipis urged traders to be patient.

(Additional reporting by Faith Njeri; Editing by George Obi)');

INSERT INTO articles VALUES(12, '2017-09-05', 'Chip maker Sorel in talks with banks', '(Reuters) - Sorel Semiconductor NV <SRLN.AS>, the Dutch maker of sensors for cars, is in talks with banks about a share issue of up to 750 million euros ($893 million), two people familiar with the situation told Reuters.

Sorel declined to comment. Its shares fell as much as 5.2 percent before recovering to stand 2.9 percent lower by 1430 GMT.

The Eindhoven-based company wants the money to pay for the $1.2bn purchase of U.S. rival Palisade Optics, the people said, asking not to be named because the plan is not public.

Analysts at KBT said in a note to clients that the issue could dilute earnings per share by 6-7 percent in 2018. They cut their price target to 21 euros from 24 euros.

Chief Executive Hendrik Bos, who has doubled the company''s sales since he took over in 2013, is expected to present third-quarter results on October 19. The chip maker''s net profit more than tripled last year.');

INSERT INTO articles VALUES(13, '2006-05-23', 'Wheat growers fear a third dry winter', 'Wheat growers in the state''s north-west say they will sow 30 per cent less this year unless rain falls in the next fortnight.

Narrawa Grain Growers president Bill Hennessy says some farmers have not had a good fall since January.

"We''re looking at the third bad year in a row, and for a lot of the younger ones that''ll be the finish," he said.

The Bureau of Meteorology says the chance of above-average winter rain is only 35 per cent.

Agriculture Minister Joan Pascoe says the Government will look at extending drought aid, worth $45 million last year, to another six shires.

But the Opposition''s Craig Dunlop says it is too little, too late.');

INSERT INTO articles VALUES(14, '2001-01-17', 'Power firm says lights could go out', 'SACRAMENTO, Calif. (AP) — Pacific Valley Electric Co. warned Wednesday that it may have to turn off the lights for up to 2 million customers as early as Thursday, saying wholesale prices had quadrupled since June.

"We don''t have the cash to buy the power, and nobody will sell it to us on credit," said Pacific Valley President William J. Hartman Jr. "It''s that simple."

Gov. Ellen Reyes said she would call the Legislature into session at 9 a.m. PST to consider an emergency loan of $400 million to $500 million.

U.S. Energy Secretary Paul Dietrich, in Washington, D.C., said the federal government "cannot and will not order utilities to sell at a loss."

The company''s stock has lost two-thirds of its value this month. It closed Wednesday at $7.81, down $1.19, or 13 percent, on the New York Stock Exchange.');

INSERT INTO articles VALUES(15, '2019-03-28', 'EXCLUSIVE-Airbus rival Aerotec weighs sale of helicopter arm - sources', 'By Julia Renard and Max Feld

PARIS/FRANKFURT, March 28 (Reuters) - Aerotec is considering the sale of its helicopter division, which could be worth more than 2 billion euros, three sources close to the matter said.

The French planemaker has asked Corbin & Cie, an investment bank, to find out whether Germany''s Rheinwerk or Italy''s Marenco would be interested, said two of the sources.

Asked about a sale, an Aerotec spokesman said: "All our activities are reviewed at regular intervals. No decision has been taken."

A banker who has worked with Rheinwerk said the German group was keen but worried about the French government, which owns 11 percent of Aerotec and holds a "golden share".

"France has let go of very little in this industry in 30 years," the banker said. "Why would it start now?"

Aerotec''s helicopters made up 14 percent of its sales in 2018, down from 19 percent in 2015. The division''s order book shrank by a fifth to 3.4 billion euros.

(Reporting by Julia Renard in Paris and Max Feld in Frankfurt; additional reporting by Giulia Conti in Milan; editing by Richard Vane)');

INSERT INTO articles VALUES(16, '1996-12-04', 'Bank of Albion signals rates on hold', 'The Bank of Albion left interest rates unchanged on Wednesday and its governor, Sir Edward Marlow, said he saw "no case whatever" for raising them before the spring.

Economists had been divided. Of 27 polled by Reuters last week, 12 had expected an increase of a quarter of a percentage point to 6.25 percent.

"This is a brave decision," said Fiona Grant of Hartwell & Sons. "Retail sales were up 3.7 percent in the year to October, house prices are climbing at an annual rate of 8 percent, and Sir Edward tells us to relax."

Sterling <GBP=> weakened by almost a pfennig to 2.5430 marks. Government bonds <0#GILTS=> gained up to half a point.

Marlow, who has run the bank since 1993, rejected the criticism. He said inflation would fall below the government''s 2.5 percent target by the middle of next year and added that he did not intend to "fight battles that have already been won."');

COMMIT;

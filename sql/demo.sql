-- What newswire reads out of the sample archive: run by `make demo` in the folder of the library.

.load ./newswire
.mode box --wrap 60

.print
.print Who said what
SELECT q.speaker_name AS speaker, q.cue, q.kind, q.text AS quote
  FROM articles a, news_quotes(a.body, json_object('published', a.published, 'headline', a.headline)) q
 WHERE a.id IN (1, 3, 6, 15)
 ORDER BY a.id, q.quote;

.print
.print What moved, which way, how far
SELECT m.subject, m.name, m.measure, m.direction, m.change, m.unit, m.to_value AS "to", m.period, m.outlook
  FROM articles a, news_moves(a.body, json_object('published', a.published)) m
 WHERE a.id IN (2, 3, 4, 7)
 ORDER BY a.id, m.move;

.print
.print Who is in the news
SELECT e.name, e.type, sum(e.mentions) AS mentions, count(*) AS articles,
       max(e.description) AS description, max(e.code) AS code
  FROM articles a, news_entities(a.body, json_object('headline', a.headline)) e
 WHERE e.type IN ('PERSON', 'ORG')
 GROUP BY e.name, e.type
 ORDER BY mentions DESC, e.name
 LIMIT 20;

.print
.print Instrument codes
SELECT i.code, i.kind, i.exchange, i.name FROM articles a, news_instruments(a.body) i ORDER BY a.id, i.code LIMIT 12;

.print
.print Money and dates
SELECT v.text, v.kind, v.number, v.unit, v.iso
  FROM articles a, news_values(a.body, json_object('published', a.published)) v
 WHERE a.id = 12 AND v.kind IN ('money', 'date', 'time');

.print
.print Who wrote it
SELECT a.headline, c.role, c.name, c.place FROM articles a, news_credits(a.body) c WHERE a.id IN (1, 15);

.mode list
.headers off
.output demo.html
SELECT '<!doctype html><meta charset="utf-8"><title>newswire</title>';
SELECT '<h1>' || replace(headline, '<', '&lt;') || '</h1>' || news_html(body, json_object('headline', headline))
  FROM articles ORDER BY id;
.output
.print
.print All articles marked up: build/demo.html

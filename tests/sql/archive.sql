-- An index over an archive: making it, building it, reading it.
CREATE TABLE articles(id INTEGER PRIMARY KEY, published TEXT, headline TEXT, body TEXT);
INSERT INTO articles VALUES
 (1, '2012-03-06', 'Acme gains', 'PARIS, March 6 (Reuters) - Shares in Acme Widgets SA <ACME.PA> rose 4.5 percent on Tuesday.' || char(10) || char(10) || '"We are on track," chief executive Marie Duval told reporters.'),
 (2, '2012-03-07', 'Acme again', 'PARIS, March 7 (Reuters) - Shares in Acme Widgets <ACME.PA> fell 7 percent on Wednesday after chief executive Marie Duval resigned.' || char(10) || char(10) || 'Duval said the board had asked her to go.'),
 (3, '2012-03-08', NULL, NULL),
 (7, 2012, 'Elsewhere', 'The U.S. dollar rose 1 percent, analyst John Smith said. The US will vote.');

--- made: empty, with triggers
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=published, headline=headline);
SELECT count(*) FROM wire;
SELECT name FROM sqlite_schema WHERE name LIKE 'wire%' ORDER BY name;
SELECT name, value FROM wire_config WHERE name <> 'data_version' ORDER BY name;
SELECT value = news_version() ->> 'data_version' FROM wire_config WHERE name = 'data_version';

--- built by batches
SELECT p ->> 'done', p ->> 'total', p ->> 'left', p ->> 'percent', p ->> 'failed' FROM (
  WITH RECURSIVE b(p) AS (SELECT news_build('wire', 2) UNION ALL SELECT news_build('wire', 2) FROM b WHERE p ->> 'left' > 0)
  SELECT p FROM b);
SELECT json_type(p, '$.articles_per_second'), p ->> 'eta', json_valid(p) FROM (SELECT news_build('main.wire') AS p);

--- read
SELECT * FROM wire;
SELECT key, sentences FROM wire WHERE key = 2;
SELECT key FROM wire WHERE rowid = 7;
SELECT key FROM wire WHERE key = 4;
SELECT key FROM wire WHERE key = 'x' OR key = 2.5;
SELECT key FROM wire WHERE key IN (7, 1, 9) ORDER BY key DESC;
SELECT group_concat(key) FROM (SELECT key FROM wire ORDER BY key DESC), (SELECT min(key), max(rowid) FROM wire);
SELECT (SELECT count(*) FROM wire WHERE key > 2), (SELECT count(*) FROM wire WHERE key >= 2), (SELECT count(*) FROM wire WHERE rowid < 2), (SELECT count(*) FROM wire WHERE key <= 2 AND key > 1 AND rowid < 3);
SELECT (SELECT count(*) FROM wire WHERE key > 1.5), (SELECT count(*) FROM wire WHERE key < '3'), (SELECT count(*) FROM wire WHERE key < 'x'), (SELECT count(*) FROM wire WHERE key > NULL), (SELECT count(*) FROM wire WHERE key > x'00');
SELECT key, quotes FROM wire WHERE key BETWEEN 2 AND 3 AND key <> 3 ORDER BY rowid DESC;
SELECT key, published, state, error, hash IS NOT NULL FROM wire_article;
SELECT type, name, articles, mentions FROM wire_entity ORDER BY key;
SELECT e.name, a.name, a.articles, a.named FROM wire_alias a JOIN wire_entity e ON e.id = a.entity ORDER BY e.key, a.name;
SELECT q.text, a.published FROM wire_quote q JOIN wire_entity e ON e.id = q.entity JOIN articles a ON a.id = q.article WHERE e.name = 'Marie Duval' ORDER BY a.published;
SELECT m.article, m.subject, m.change, m.unit, e.name FROM wire_move m LEFT JOIN wire_entity e ON e.id = m.entity WHERE m.direction = 'down' AND m.change <= -5;
SELECT i.article, i.code, e.name FROM wire_instrument i JOIN wire_entity e ON e.id = i.entity WHERE i.code = 'ACME.PA';

--- its rows are those of the table-valued functions
SELECT count(*) FROM (SELECT a.id, m.mention, m.type, m.kind, m.sentence, m.start, m.length FROM articles a, news_mentions(a.body, json_object('published', a.published, 'headline', a.headline)) m
 EXCEPT SELECT m.article, m.mention, e.type, m.kind, m.sentence, m.start, m.length FROM wire_mention m JOIN wire_entity e ON e.id = m.entity);
SELECT count(*) FROM (SELECT a.id, m.quote, m.kind, m.text, m.speaker, m.speaker_name, m.cue, m.sentence, m.start, m.length, m.addressee, m.medium FROM articles a, news_quotes(a.body, json_object('published', a.published, 'headline', a.headline)) m
 EXCEPT SELECT article, quote, kind, text, speaker, speaker_name, cue, sentence, start, length, addressee, medium FROM wire_quote);
SELECT count(*) FROM (SELECT a.id, m.quote, m.part, m.start, m.length FROM articles a, news_quote_spans(a.body, json_object('published', a.published, 'headline', a.headline)) m
 EXCEPT SELECT article, quote, part, start, length FROM wire_quotespan);
SELECT count(*) FROM (SELECT a.id, m.move, m.subject, m.name, m.measure, m.direction, m.change, m.unit, m.low, m.high, m.from_value, m.to_value, m.period, m.as_of, m.outlook, m.text, m.sentence, m.start, m.length, m.period_iso, m.as_of_iso FROM articles a, news_moves(a.body, json_object('published', a.published, 'headline', a.headline)) m
 EXCEPT SELECT article, move, subject, name, measure, direction, change, unit, low, high, from_value, to_value, period, as_of, outlook, text, sentence, start, length, period_iso, as_of_iso FROM wire_move);
SELECT count(*) FROM (SELECT a.id, m.value, m.kind, m.number, m.unit, m.iso, m.sentence, m.start, m.length FROM articles a, news_values(a.body, json_object('published', a.published, 'headline', a.headline)) m
 EXCEPT SELECT article, value, kind, number, unit, iso, sentence, start, length FROM wire_value);

SELECT count(*) FROM (SELECT a.id, m.code, m.kind, m.exchange, m.name, m.text, m.start, m.length FROM articles a, news_instruments(a.body) m
 EXCEPT SELECT article, code, kind, exchange, name, text, start, length FROM wire_instrument);
SELECT count(*) > 5, max(abs(m.score - w.score)) < 0.0006 FROM articles a, news_mentions(a.body, json_object('published', a.published, 'headline', a.headline)) m JOIN wire_mention w ON w.article = a.id AND w.mention = m.mention;

--- names that are wrong, and arguments
SELECT news_build('nowhere');
SELECT news_build('articles');
SELECT news_build('wire', 0);
SELECT news_build('wire', 'many');
SELECT news_build('wire', 10, 1000);
SELECT news_build(NULL);

--- only where it may write
BEGIN;
INSERT INTO articles VALUES (8, NULL, NULL, 'Acme Widgets rose.');
SELECT p ->> 'done' FROM (SELECT news_build('wire') AS p);
ROLLBACK;
SELECT count(*) FROM wire;
CREATE TEMP TABLE log AS SELECT news_build('wire') AS p;
CREATE TABLE log(p);
INSERT INTO log SELECT news_build('wire');
BEGIN;
INSERT INTO log SELECT news_build('wire');
COMMIT;
CREATE VIEW v AS SELECT news_build('wire');
SELECT * FROM v;
DROP VIEW v;
DROP TABLE log;

--- dropped without a trace
DROP TABLE wire;
SELECT name FROM sqlite_schema;

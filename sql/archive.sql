-- A tour of the index over an archive, on the sample archive (sql/sample.sql): the articles are read once, and questions
-- are answered from tables.

--- The index: empty at first, with triggers on `articles` that keep it in step from now on.
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=published, headline=headline);

--- What is there already is indexed by batches, each in a transaction of its own; sql/build.sql is this loop.
WITH RECURSIVE b(p) AS (SELECT news_build('wire', 6) UNION ALL SELECT news_build('wire', 6) FROM b WHERE p ->> 'left' > 0)
SELECT p ->> 'done' AS done, p ->> 'total' AS total, p ->> 'percent' AS percent, p ->> 'failed' AS failed FROM b;

--- Who is in the archive: one row for each, however many articles and forms of the name.
SELECT name, type, articles, mentions FROM wire_entity WHERE type = 'PERSON' ORDER BY mentions DESC, name LIMIT 5;

--- By which names somebody goes.
SELECT a.name, a.articles FROM wire_entity e JOIN wire_alias a ON a.entity = e.id WHERE e.name = 'Denise Walters' ORDER BY a.name;

--- By speaker: what somebody said, and when.
SELECT a.published, q.kind, substr(q.text, 1, 60) AS said
  FROM wire_entity e JOIN wire_quote q ON q.entity = e.id JOIN articles a ON a.id = q.article
 WHERE e.name = 'Denise Walters' ORDER BY q.article, q.quote;

--- By size and direction: what fell by five percent or more.
SELECT m.article, m.subject, m.change, m.period FROM wire_move m
 WHERE m.direction = 'down' AND m.change <= -5 AND m.unit = 'percent' AND m.measure = 'shares' ORDER BY m.change;

--- By code: which articles carry it, and whose it is.
SELECT i.article, i.code, i.kind, e.name FROM wire_instrument i LEFT JOIN wire_entity e ON e.id = i.entity
 WHERE i.code IN ('KUST.ST', '.ETOP2', 'FJFG.OL') ORDER BY i.code, i.article;

--- By entity, with the text: the index stores where names stand, the article has the words.
SELECT m.article, m.kind, substr(a.body, m.start, m.length) AS text
  FROM wire_entity e JOIN wire_mention m ON m.entity = e.id JOIN articles a ON a.id = m.article
 WHERE e.name = 'Denise Walters' ORDER BY m.article, m.mention LIMIT 6;

--- By date: how much was said in a month.
SELECT w.published, w.quotes, w.moves FROM wire_article w WHERE w.published BETWEEN '2011-11-01' AND '2012-12-31' ORDER BY 1, w.key;

--- By article, through the index itself.
SELECT key, sentences, tokens, entities, quotes, moves FROM wire WHERE key = 2;

--- The triggers at work: a new article is in at once, a deleted one leaves nothing behind.
INSERT INTO articles VALUES (100, '2018-01-09', 'Saaristo shares fall', 'HELSINKI, Jan 9 (Reuters) - Shares in Saaristo Lines fell 11 percent on Tuesday.');
SELECT article, subject, change FROM wire_move WHERE article = 100;
DELETE FROM articles WHERE id = 100;
SELECT count(*) FROM wire_move WHERE article = 100;

--- For bulk loads: without triggers, then what is missing is indexed by news_build, and what has changed by sync.
INSERT INTO wire(wire) VALUES ('sync-off');
INSERT INTO articles VALUES (101, '2018-01-10', 'Saaristo shares rise', 'HELSINKI, Jan 10 (Reuters) - Shares in Saaristo Lines rose 4 percent on Wednesday.');
DELETE FROM articles WHERE id = 7;
INSERT INTO wire(wire) VALUES ('sync-on');
SELECT news_build('wire') ->> 'done' AS done;
INSERT INTO wire(wire) VALUES ('sync');
SELECT key FROM wire WHERE key IN (7, 101);

--- Whether all is well: an error would say what is not. With rank 1 every article is read again and compared.
INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1);

--- Gone without a trace.
DROP TABLE wire;
SELECT count(*) FROM sqlite_schema;

-- An index without a table of articles: it is given them by INSERT. Arguments of CREATE and commands that are wrong.

--- articles are inserted, with their key or without
CREATE VIRTUAL TABLE wire USING newswire;
INSERT INTO wire(rowid, text) VALUES (5, '"We are on track," chief executive Marie Duval told reporters on Tuesday.');
INSERT INTO wire(key, text, published) VALUES (3, 'Shares in Acme Widgets fell 7 percent last week.', '2012-03-09');
INSERT INTO wire(text) VALUES ('Nothing.'), (NULL);
SELECT key, sentences, moves FROM wire;
SELECT article, iso FROM wire_value WHERE kind = 'date';
SELECT last_insert_rowid();
INSERT INTO wire(candidate) VALUES (3);
INSERT INTO wire(settled) VALUES (1);

--- one key, one article
INSERT INTO wire(rowid, text) VALUES (5, 'again');
INSERT OR IGNORE INTO wire(rowid, text) VALUES (5, 'again');
SELECT article, text, speaker_name FROM wire_quote;
INSERT OR REPLACE INTO wire(rowid, text) VALUES (5, 'Shares in Acme Widgets rose 9 percent.');
SELECT article, change FROM wire_move ORDER BY 1;
SELECT count(*) FROM wire_quote;
INSERT INTO wire(rowid, text) VALUES ('five', 'x');
INSERT INTO wire(rowid, key, text) VALUES (105, 106, 'Up.');
INSERT INTO wire(rowid, key, text) VALUES (105, 105, 'Up.');
UPDATE wire SET rowid = 107, key = 108, text = 'Up.' WHERE key = 105;
UPDATE wire SET rowid = 107, text = 'Up.' WHERE key = 105;
SELECT key FROM wire WHERE key > 100;
DELETE FROM wire WHERE key > 100;

--- updated, which needs the text; and deleted
UPDATE wire SET text = 'Shares in Acme Widgets rose 10 percent.' WHERE key = 5;
UPDATE wire SET key = 8, text = 'Shares in Acme Widgets rose 11 percent.' WHERE key = 3;
UPDATE wire SET key = 9 WHERE key = 8;
UPDATE wire SET key = 5, text = 'x' WHERE key = 8;
UPDATE OR REPLACE wire SET key = 5, text = 'Shares in Acme Widgets rose 12 percent.' WHERE key = 8;
SELECT article, change FROM wire_move ORDER BY 1;
DELETE FROM wire WHERE key IN (5, 77);
SELECT key FROM wire;
SELECT count(*) FROM wire_entity;
INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1);
INSERT INTO wire(wire) VALUES ('optimize');
INSERT INTO wire(wire) VALUES ('delete-all');
SELECT count(*) FROM wire;

--- what needs a table of articles
SELECT news_build('wire');
INSERT INTO wire(wire) VALUES ('rebuild');
INSERT INTO wire(wire) VALUES ('sync');
INSERT INTO wire(wire) VALUES ('sync-on');
INSERT INTO wire(wire) VALUES ('reindex');
DROP TABLE wire;

--- options, as the table-valued functions take them
CREATE VIRTUAL TABLE wire USING newswire(names='[{"type":"ORG","name":"Tuesday Group","aliases":["Tuesday"]}]', moves=percent, quotes='all');
INSERT INTO wire(rowid, text) VALUES (1, 'Tuesday rose 5 percent. Oil rose $2. Analysts believe that Tuesday will fall.');
SELECT name, type, mentions FROM wire_entity WHERE name LIKE 'Tuesday%';
SELECT unit FROM wire_move;
SELECT text FROM wire_quote;
DROP TABLE wire;

--- an entity is called as most articles call it, of several names the first by its bytes
CREATE VIRTUAL TABLE wire USING newswire();
INSERT INTO wire(text) VALUES ('Shares in General Motors Corp. rose.'), ('Shares in General Motors rose. GENERAL MOTORS said so.'), ('The shares of General Motors Corp fell.'), ('Shares of General Motors fell.');
SELECT name, articles, key FROM wire_entity;
DELETE FROM wire WHERE key IN (2, 4);
SELECT name, articles FROM wire_entity;
SELECT name, articles, named FROM wire_alias ORDER BY name;
DROP TABLE wire;

--- arguments that are wrong
CREATE TABLE articles(id INTEGER PRIMARY KEY, number INT, body TEXT);
CREATE TABLE other(id INT PRIMARY KEY, body TEXT);
CREATE TABLE pair(id INTEGER, more INTEGER, body TEXT, PRIMARY KEY(id, more));
CREATE TABLE down(id INTEGER PRIMARY KEY DESC, body TEXT);
CREATE TABLE bare(id INTEGER PRIMARY KEY, body TEXT) WITHOUT ROWID;
CREATE VIEW seen AS SELECT * FROM articles;
CREATE VIRTUAL TABLE wire USING newswire(articles);
CREATE VIRTUAL TABLE wire USING newswire(contents=articles);
CREATE VIRTUAL TABLE wire USING newswire(content=);
CREATE VIRTUAL TABLE wire USING newswire(content=articles more, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=articles);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id);
CREATE VIRTUAL TABLE wire USING newswire(key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(sync=off);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, KEY=id);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, sync=on);
CREATE VIRTUAL TABLE wire USING newswire(content=nowhere, key=id, text=body);
CREATE VIRTUAL TABLE temp.wire USING newswire(content=articles, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content='main.articles', key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=aux.articles, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=seen, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=bare, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=no, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=number, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=other, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=pair, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=down, key=id, text=body);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=bodies);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=day);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=ID);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, quotes=some);
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, names='[{"type":"FIRM","name":"x"}]');
CREATE VIRTUAL TABLE text USING newswire;
SELECT name FROM sqlite_schema WHERE name LIKE 'wire%';

--- triggers as CREATE wants them
CREATE VIRTUAL TABLE wire USING newswire(content="articles", key=[id], text=`body`, sync=off);
SELECT count(*) FROM sqlite_schema WHERE type = 'trigger';
INSERT INTO wire(wire) VALUES ('sync-on');
SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1;
INSERT INTO wire(text) VALUES ('x');

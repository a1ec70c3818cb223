-- An index whose tables somebody has written to: integrity-check says what is wrong, and what mends it.
CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO articles VALUES
  (1, 'Shares in Acme Widgets SA rose 4.5 percent on Tuesday. "We are on track," said Ann Lee.'),
  (2, 'Shares in Acme Widgets fell 2 percent on Friday, Ann Lee said.');
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body);
SELECT news_build('wire') ->> 'done';
INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1);

--- rows of an article that is not in
INSERT INTO wire_quotespan(article, quote, span_code) VALUES (7, 1, 5);
INSERT INTO wire(wire) VALUES ('integrity-check');
DELETE FROM wire_quotespan WHERE article = 7;

--- counts of entities and forms
UPDATE wire_entity SET mentions = 9 WHERE name = 'Ann Lee';
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('rebuild');
UPDATE wire_alias SET articles = 3 WHERE name = 'Ann Lee';
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('rebuild');
UPDATE wire_alias SET named = 3 WHERE name = 'Ann Lee';
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('rebuild');

--- names, and entities that are gone
UPDATE wire_entity SET name = 'Bo Dahl' WHERE name = 'Ann Lee';
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('rebuild');
UPDATE wire_quote SET entity = 99 WHERE article = 2;
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('rebuild');

--- quotes and moves that are gone
DELETE FROM wire_move WHERE article = 2;
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('rebuild');

--- what only reading the articles again can tell
UPDATE wire_move SET change = 5 WHERE article = 1;
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1);
INSERT INTO wire(wire) VALUES ('rebuild');

--- articles that the index has missed, or has too many of
INSERT INTO wire(wire) VALUES ('sync-off');
UPDATE articles SET body = 'Shares in Acme Widgets SA rose 6 percent.' WHERE id = 1;
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('sync');
DELETE FROM articles WHERE id = 2;
INSERT INTO wire(wire) VALUES ('integrity-check');
INSERT INTO wire(wire) VALUES ('sync');
INSERT INTO articles VALUES (3, 'Ann Lee resigned.');
INSERT INTO wire(wire) VALUES ('integrity-check');
SELECT news_build('wire') ->> 'done';
INSERT INTO wire(wire) VALUES ('sync-on');
INSERT INTO wire(wire, rank) VALUES ('integrity-check', 1);

-- The functions and tables in the schema of a database that is not trusted.
PRAGMA trusted_schema = OFF;

--- functions in generated columns, indexes on expressions, CHECK
CREATE TABLE names(
    name TEXT CHECK (news_normalize(name) <> ''),
    key TEXT GENERATED ALWAYS AS (news_fold(name)) VIRTUAL,
    plain TEXT GENERATED ALWAYS AS (news_normalize(name)) STORED
);
CREATE INDEX names_fold ON names(news_fold(name));
CREATE INDEX names_json ON names(length(news_analyze(name)), length(news_html(name)));
INSERT INTO names(name) VALUES('Zoë  Ångström'), ('O’Brien');
INSERT INTO names(name) VALUES('   ');
SELECT name, key, plain FROM names;
SELECT name FROM names WHERE news_fold(name) = 'zoe angstrom';
SELECT name FROM names WHERE length(news_analyze(name)) = length(news_analyze('O’Brien'));
PRAGMA integrity_check;

--- tables and functions in views
CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);
CREATE VIEW sentences AS SELECT id, s.sentence, s.text FROM articles, news_sentences(body) s;
CREATE VIEW pages AS SELECT id, news_html(body) AS html FROM articles;
INSERT INTO articles VALUES(1, 'Shares rose. Bonds fell.'), (2, 'Oil was flat.');
SELECT * FROM sentences;
SELECT text FROM sentences WHERE id = 2 AND sentence = 1;
SELECT id, html LIKE '<div class="newswire">%' FROM pages;

--- and in triggers
CREATE TABLE words(article, norm);
CREATE TRIGGER articles_words AFTER INSERT ON articles BEGIN
    INSERT INTO words SELECT NEW.id, norm FROM news_tokens(NEW.body) WHERE kind = 'word';
END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    DELETE FROM words WHERE article = OLD.id;
END;
INSERT INTO articles VALUES(3, 'Gold shone.');
SELECT * FROM words;
DELETE FROM articles;
SELECT count(*) FROM words;

--- in other databases
ATTACH ':memory:' AS archive;
CREATE TABLE archive.articles(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO archive.articles VALUES(7, 'Wheat slid.');
SELECT id, text FROM archive.articles, news_tokens(body);
CREATE TEMP VIEW archived AS SELECT id, text FROM archive.articles a, news_tokens(a.body);
SELECT * FROM temp.archived;
DETACH archive;

--- never as tables of their own
CREATE VIRTUAL TABLE mine USING news_tokens;
DROP TABLE news_tokens;
INSERT INTO news_tokens(text) VALUES('a');
DELETE FROM news_tokens WHERE article = 'a b';

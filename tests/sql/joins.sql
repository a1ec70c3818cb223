-- Tables of articles among other tables.
CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO articles VALUES(1, 'Shares rose. Bonds fell.'), (2, NULL), (3, ''), (4, 'Oil was flat.');

--- in whatever order they are named
SELECT id, token, text FROM articles, news_tokens(body) WHERE kind = 'punct';
SELECT id, token, text FROM news_tokens(body), articles WHERE kind = 'punct';
SELECT id, t.text FROM articles JOIN news_tokens(articles.body) t ON t.token = 2;

--- LEFT JOIN keeps the articles without rows
SELECT id, count(token) FROM articles LEFT JOIN news_tokens(body) GROUP BY id;
SELECT id, text FROM articles LEFT JOIN news_tokens(body) ON token = 7;

--- two tables of one article, either way round
SELECT s.sentence, s.text, t.text FROM news_sentences('Up. Down it goes.') s JOIN news_tokens('Up. Down it goes.') t USING (sentence);
SELECT s.sentence, s.text, t.text FROM news_tokens('Up. Down it goes.') t JOIN news_sentences('Up. Down it goes.') s USING (sentence);
SELECT count(*) FROM news_tokens('Up. Down it goes.') t CROSS JOIN news_sentences('Up. Down it goes.') s ON s.sentence = t.sentence;
SELECT count(*) FROM news_sentences('Up. Down it goes.') s CROSS JOIN news_tokens('Up. Down it goes.') t ON s.sentence = t.sentence;
SELECT id, s.sentence, count(*) FROM articles, news_sentences(body) s, news_tokens(body) t WHERE s.sentence = t.sentence GROUP BY 1, 2;

--- two articles at the same time
SELECT x.text, y.text FROM news_tokens('abc') x, news_tokens('defg') y;
SELECT x.text, y.text FROM news_tokens('a b') x, news_tokens('b c') y WHERE x.text = y.text;

--- correlated subqueries
SELECT id, (SELECT text FROM news_sentences(body) WHERE sentence = 2) FROM articles;
SELECT id FROM articles WHERE EXISTS (SELECT 1 FROM news_tokens(body) WHERE norm = 'oil');
SELECT id, (SELECT count(*) FROM news_tokens(a.body) t WHERE t.sentence = (SELECT max(sentence) FROM news_sentences(a.body))) FROM articles a;
SELECT id FROM articles WHERE 'bonds' IN (SELECT norm FROM news_tokens(body));

--- common table expressions, windows, unions
WITH words AS (SELECT id, norm FROM articles, news_tokens(body) WHERE kind = 'word')
SELECT norm, count(*) FROM words GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 3;
SELECT text, lag(text) OVER (ORDER BY token) FROM news_tokens('a b c');
SELECT text FROM news_tokens('b a') UNION SELECT text FROM news_tokens('c b');

--- min and max outlive their rows
SELECT min(text), max(text), max(norm), max(kind) FROM articles, news_tokens(body);
SELECT id, max(text), min(norm) FROM articles, news_tokens(body) GROUP BY id;

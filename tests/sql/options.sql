-- Options that are right, in all their forms.

--- defaults, nulls, and the same told twice: the last counts
SELECT count(*) FROM news_tokens('a b', '{}');
SELECT count(*) FROM news_tokens('a b', ' { } ');
SELECT count(*) FROM news_tokens('a b', '{"published":null,"headline":null,"names":null,"quotes":null,"moves":null}');
SELECT count(*) FROM news_tokens('a b', '{"quotes":"speech","moves":"all"}');
SELECT count(*) FROM news_tokens('a b', '{"quotes":"all","moves":"percent"}');
SELECT count(*) FROM news_tokens('a b', json('{"quotes":"all"}'));
SELECT count(*) FROM news_tokens('a b', CAST('{"quotes":"all"}' AS BLOB));
SELECT (SELECT count(*) FROM news_moves('Shares doubled.', '{"moves":"percent","moves":"all"}'))
     = (SELECT count(*) FROM news_moves('Shares doubled.'));

--- published: anything that may be a date, and what is none counts as absent
SELECT count(*) FROM news_tokens('a b', '{"published":"2012-02-22"}');
SELECT count(*) FROM news_tokens('a b', '{"published":"2012-02"}');
SELECT count(*) FROM news_tokens('a b', '{"published":2012}');
SELECT count(*) FROM news_tokens('a b', '{"published":"once upon a time"}');
SELECT count(*) FROM news_tokens('a b', '{"published":""}');

--- names: an array, or a text that holds one
SELECT count(*) FROM news_tokens('a b', '{"names":[]}');
SELECT count(*) FROM news_tokens('a b', '{"names":"[]"}');
SELECT count(*) FROM news_tokens('a b', '{"names":[{"type":"ORG","name":"Acme Widgets","aliases":["Acme"]},{"type":"PERSON","name":"Ann Lee","aliases":[]},{"type":"LOC","name":"Ystad","aliases":null},{"type":"MISC","name":"Cup"}]}');
SELECT count(*) FROM news_tokens('a b', json_object('names', json_array(json_object('type', 'ORG', 'name', 'Acme'))));
SELECT count(*) FROM news_tokens('a b', json_object('names', '[{"type":"ORG","name":"Acme"}]'));

--- options from the columns of a table, a row each
CREATE TABLE articles(id INTEGER PRIMARY KEY, headline TEXT, published TEXT, body TEXT);
INSERT INTO articles VALUES(1, 'Acme rises', '2012-02-22', 'Shares rose.'), (2, NULL, NULL, 'They fell, too.'), (3, '', 'May', NULL);
SELECT id, count(t.token) FROM articles LEFT JOIN news_tokens(body, json_object('headline', headline, 'published', published)) t GROUP BY id;

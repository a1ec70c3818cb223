-- The arguments of the tables: given as to a function, or as hidden columns.

--- as a function, and as a table with hidden columns
SELECT token, text FROM news_tokens('Shares rose.');
SELECT token, text FROM news_tokens WHERE article = 'Shares rose.';
SELECT token, text FROM news_tokens WHERE options = '{}' AND article = 'Shares rose.';

--- hidden columns tell what was given
SELECT DISTINCT article, options FROM news_tokens('Shares rose.', '{"quotes":"all"}');
SELECT DISTINCT article, options IS NULL FROM news_tokens('Shares rose.', NULL);
SELECT DISTINCT typeof(article), article FROM news_tokens(1987.5);
SELECT DISTINCT typeof(article), hex(article) FROM news_tokens(x'526f7365');
SELECT token, text, byte_start, byte_length FROM news_tokens('Zoë met Ann');

--- a NULL article gives no rows, NULL options mean the defaults
SELECT count(*) FROM news_tokens(NULL);
SELECT count(*) FROM news_tokens(NULL, '{"no such option":1}');
SELECT count(*) FROM news_tokens('Shares rose.', NULL);
SELECT count(*) FROM news_tokens('');
SELECT news_analyze(NULL) IS NULL, news_html(NULL) IS NULL, news_normalize(NULL) IS NULL, news_fold(NULL) IS NULL;

--- two articles at once: SQLite checks what the table does not
SELECT count(*) FROM news_tokens('Shares rose.') WHERE article = 'Shares fell.';
SELECT count(*) FROM news_tokens('Shares rose.') WHERE article = 'Shares rose.';
SELECT count(*) FROM news_tokens('Shares rose.', '{}') WHERE options = '{"quotes":"all"}';
SELECT count(*) FROM news_tokens('Shares rose.') WHERE options IS NULL;

--- IN: one scan for each value
SELECT article, token, text FROM news_tokens WHERE article IN ('Up.', 'Down.', NULL) ORDER BY article, token;
SELECT token, text FROM news_tokens('a b c d e f') WHERE token IN (5, 2, 99);
SELECT text FROM news_tokens('a b c d e f') WHERE token IN (SELECT value FROM json_each('[1,3]'));

--- OR: within an article, and over several
SELECT token, text FROM news_tokens('Up it goes. Down it comes.') WHERE token = 1 OR sentence = 2;
SELECT article, text FROM news_tokens WHERE article = 'Up it goes.' OR article = 'Down.' ORDER BY 1, token;
SELECT article, text FROM news_tokens WHERE (article = 'one two' AND token = 2) OR (article = 'two two' AND token = 2);

--- equality on ordinals compares as SQLite does
SELECT text FROM news_tokens('a b c') WHERE token = '2';
SELECT text FROM news_tokens('a b c') WHERE token = 2.0;
SELECT count(*) FROM news_tokens('a b c') WHERE token = 2.5;
SELECT count(*) FROM news_tokens('a b c') WHERE token = 'b';
SELECT count(*) FROM news_tokens('a b c') WHERE token = x'32';
SELECT count(*) FROM news_tokens('a b c') WHERE token = NULL;
SELECT count(*) FROM news_tokens('a b c') WHERE token IN (0, -1, 4, 9223372036854775807, -9223372036854775808, 4294967298, 1e300);
SELECT token FROM news_tokens('a b c') WHERE token = 2 AND text = 'c';
SELECT token, sentence FROM news_tokens('Up. Down. Up.') WHERE sentence = 2 AND token > 3;

--- a third and fourth argument are those of the hidden columns byte_start and byte_length
SELECT token, text FROM news_tokens('a b c', NULL, 2);
SELECT token, text FROM news_tokens('a b c', NULL, 2, 2);

--- rowid: each row has its own, and is found by it
SELECT count(DISTINCT rowid) FROM news_tokens('a b c');
SELECT a.text FROM news_tokens('a b c') a, news_tokens('a b c') b WHERE a.rowid = b.rowid AND b.token = 3;
SELECT count(*) FROM news_tokens('a b c') a, news_tokens('a b d') b WHERE a.rowid = b.rowid;
SELECT count(*) FROM news_tokens('a b c') WHERE rowid IN (0, -1, 3);
SELECT a.rowid = b.rowid, a.rowid = c.rowid FROM news_tokens('a', '{}') a, news_tokens('a', '{}') b, news_tokens('a') c;
SELECT max(rowid) - min(rowid), min(rowid) > 0 FROM news_tokens('a b c');
SELECT text FROM news_tokens WHERE article = 'w42448' AND token = 1 OR article = 'w18357' AND token = 1;

--- order
SELECT group_concat(token, ' ') FROM (SELECT token FROM news_tokens('a b c') ORDER BY token);
SELECT group_concat(token, ' ') FROM (SELECT token FROM news_tokens('a b c') ORDER BY token DESC);
SELECT group_concat(token, ' ') FROM (SELECT token FROM news_tokens('a b c') ORDER BY rowid, text);
SELECT sentence, count(*) FROM news_tokens('Up. Down it goes.') GROUP BY sentence;
SELECT token, text FROM news_tokens('a b c d e') LIMIT 2 OFFSET 3;

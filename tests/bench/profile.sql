-- What the compiler watches as it optimises the library (Makefile, PROFILE): the sample archive read through every table
-- and function. What is not called here is made small rather than fast.

SELECT count(*), count(text), count(norm) FROM articles a, news_tokens(a.body) x;
SELECT count(*), count(text) FROM articles a, news_sentences(a.body) x;
SELECT count(*), count(text), count(subtype) FROM articles a, news_mentions(a.body) x;
SELECT count(*), count(name), count(description) FROM articles a, news_entities(a.body) x;
SELECT count(*), count(text), count(speaker_name) FROM articles a, news_quotes(a.body) x;
SELECT count(*), count(text) FROM articles a, news_quote_spans(a.body) x;
SELECT count(*), count(subject), count(name) FROM articles a, news_moves(a.body) x;
SELECT count(*), count(text), count(iso) FROM articles a, news_values(a.body) x;
SELECT count(*), count(exchange) FROM articles a, news_instruments(a.body) x;
SELECT count(*), count(text) FROM articles a, news_credits(a.body) x;
SELECT count(news_analyze(a.body, json_object('published', a.published, 'headline', a.headline))) FROM articles a;
SELECT count(news_html(a.body)), count(news_normalize(a.body)), count(news_fold(a.headline)) FROM articles a;
SELECT count(*) FROM articles a, news_mentions(lower(a.body)) x WHERE a.id % 8 = 0;
SELECT count(*) FROM articles a, news_quotes(a.body) q, news_entities(a.body) e WHERE e.entity = q.entity;

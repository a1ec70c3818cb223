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

CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=published, headline=headline);
SELECT news_build('wire');
UPDATE articles SET headline = upper(headline) WHERE id % 4 = 0;
SELECT count(*) FROM wire, wire_quote, wire_entity WHERE wire_entity.id = wire_quote.entity;
CREATE VIRTUAL TABLE search USING fts5(body, tokenize='newswire');
INSERT INTO search SELECT body FROM articles;
SELECT highlight(search, 0, '[', ']') FROM search WHERE search MATCH 'said' LIMIT 3;

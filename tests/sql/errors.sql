-- What goes wrong, and what is said then. The function or table is named, and the option, and the value.

--- arguments
SELECT * FROM news_tokens;
SELECT * FROM news_quotes();
SELECT * FROM news_moves WHERE move = 1;
SELECT * FROM news_tokens WHERE article > 'a';
SELECT * FROM news_tokens('a', '{}', 1, 1, 1);
SELECT news_html();
SELECT news_html('a', '{}', 1);
SELECT news_analyze();
SELECT news_fold('a', 'b');
SELECT news_version(1);

--- options that are none
SELECT * FROM news_quotes('a', '{"qoutes":"all"}');
SELECT news_html('a', '{"Quotes":"all"}');
SELECT news_analyze('a', '{"published":"2012-02-22","":1}');

--- JSON that is none, or no object
SELECT * FROM news_tokens('a', '{"quotes":');
SELECT * FROM news_tokens('a', '');
SELECT * FROM news_tokens('a', 'quotes=all');
SELECT * FROM news_tokens('a', '["quotes"]');
SELECT * FROM news_tokens('a', '[]');
SELECT * FROM news_tokens('a', '"all"');
SELECT * FROM news_tokens('a', 'null');
SELECT * FROM news_tokens('a', 5);
SELECT * FROM news_tokens('a', 'The options come second, and the article first: in this order, and in no other one, ever.');

--- values of the wrong type
SELECT * FROM news_quotes('a', '{"quotes":"most"}');
SELECT * FROM news_quotes('a', '{"quotes":true}');
SELECT * FROM news_moves('a', '{"moves":["percent"]}');
SELECT * FROM news_values('a', '{"published":["2012"]}');
SELECT * FROM news_values('a', '{"published":false}');
SELECT * FROM news_mentions('a', '{"headline":7}');
SELECT * FROM news_mentions('a', '{"headline":{"text":"a"}}');

--- names
SELECT * FROM news_mentions('a', '{"names":5}');
SELECT * FROM news_mentions('a', '{"names":{"type":"ORG","name":"Acme"}}');
SELECT * FROM news_mentions('a', '{"names":"Acme"}');
SELECT * FROM news_mentions('a', '{"names":"{}"}');
SELECT * FROM news_mentions('a', '{"names":["Acme"]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"FIRM","name":"Acme"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"org","name":"Acme"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"name":"Acme"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":""}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":" "}]}');
SELECT * FROM news_mentions('a', json_object('names', json_array(json_object('type', 'ORG', 'name', 'A', 'aliases', json_array('	', char(160, 8203))))));
SELECT count(*) FROM news_mentions('a', '{"names":[{"type":"ORG","name":"&"},{"type":"PERSON","name":"Élan"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme","alias":["A"]}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme","aliases":"A"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme","aliases":["A",null]}]}');

SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme","aliases":["A",""]}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme","aliases":[["A"]]}]}');

--- a NUL in what is right up to there
SELECT * FROM news_quotes('a', '{"quotes":"speech\u0000x"}');
SELECT * FROM news_moves('a', '{"moves":"percent\u0000"}');
SELECT * FROM news_quotes('a', '{"quotes\u0000zzz":"all"}');
SELECT * FROM news_quotes('a', '{"quotes":["all\u0000"]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG\u0000x","name":"Acme"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme\u0000b"}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name":"Acme","aliases":["\u0000"]}]}');
SELECT * FROM news_mentions('a', '{"names":[{"type":"ORG","name\u0000":"Acme"}]}');
SELECT * FROM news_mentions('a', json_object('names', '[{"type":"ORG\u0000","name":"Acme"}]'));

--- but a headline ends there, as any text, and an escaped backslash before a u is none
SELECT group_concat(text) FROM news_mentions('GM fell.', '{"headline":"GM\u0000 and \u0000","published":"2012-02-22\u0000"}');
SELECT group_concat(text) FROM news_mentions('GM fell.', '{"names":[{"type":"ORG","name":"GM","aliases":["a\\u0000"]}]}');

--- nothing of it is remembered
SELECT count(*) FROM news_tokens('a b c');

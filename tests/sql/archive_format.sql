-- What the codes in the tables of an index stand for. Archives are full of them: what this prints changes only together with
-- the format (NW_ARCHIVE_FORMAT), since the next release writes its rows beside those that are there.
CREATE VIRTUAL TABLE wire USING newswire;
SELECT value FROM wire_config WHERE name = 'format';
CREATE VIEW codes AS WITH RECURSIVE n(code) AS (VALUES(0) UNION ALL SELECT code + 1 FROM n WHERE code < 39) SELECT code FROM n;

--- words, from code 0
INSERT INTO wire_article(key, state_code) SELECT code, code FROM codes;
INSERT INTO wire_mention(article, mention, span_code) SELECT code, 1, code FROM codes WHERE code < 4;
INSERT INTO wire_quote(article, quote, span_code, cue_code) SELECT code, 1, code & 3, code FROM codes;
INSERT INTO wire_quotespan(article, quote, span_code) SELECT code, 1, code FROM codes WHERE code < 4;
INSERT INTO wire_move(article, move, span_code, direction_code, outlook_code, measure_code, unit_code) SELECT code, 1, code, code, code, code, code FROM codes;
INSERT INTO wire_value(article, value, span_code, unit_code) SELECT code, 1, code & 7, code FROM codes;
INSERT INTO wire_instrument(article, instrument, span_code, kind_code) SELECT code, 1, code, code FROM codes;
INSERT INTO wire_credit(article, credit, span_code, role_code) SELECT code, 1, code, code FROM codes;
SELECT group_concat(state, ', ') FROM wire_article;
SELECT group_concat(kind, ', ') FROM wire_mention;
SELECT group_concat(kind, ', ') FROM wire_quote WHERE article < 4;
SELECT group_concat(part, ', ') FROM wire_quotespan;
SELECT group_concat(direction, ', ') FROM wire_move;
SELECT group_concat(outlook, ', ') FROM wire_move;
SELECT group_concat(kind, ', ') FROM wire_value WHERE article < 8;
SELECT group_concat(kind, ', ') FROM wire_instrument;
SELECT group_concat(role, ', ') FROM wire_credit;

--- usual texts, from code 0; a number behind the last is that of none
SELECT group_concat(cue, ', ') FROM wire_quote;
SELECT group_concat(measure, ', ') FROM wire_move;
SELECT group_concat(unit, ', ') FROM wire_move;
SELECT count(*) FROM wire_move m JOIN wire_value v USING (article) WHERE m.unit <> v.unit;

--- any other text is itself
UPDATE wire_quote SET cue_code = 'quipped' WHERE article = 0;
UPDATE wire_move SET measure_code = 'footfall', unit_code = 'bushel' WHERE article = 0;
SELECT q.cue, m.measure, m.unit FROM wire_quote q JOIN wire_move m USING (article) WHERE article = 0;

--- spans: start, length and word; of a long one, whose sign is set, in 32 bits each
UPDATE wire_mention SET span_code = (((7 << 8) + 12) << 2) + 1 WHERE article = 0;
UPDATE wire_mention SET span_code = (1 << 63) + (7 << 32) + (3000 << 2) + 2 WHERE article = 1;
SELECT start, length, kind FROM wire_mention WHERE article < 2;

--- sentence and score; forms of a name
UPDATE wire_mention SET sentence_code = (5 << 10) + 875, form_code = 2 + (3 << 3) + 2 WHERE article = 0;
UPDATE wire_mention SET form_code = 0 WHERE article = 1;
UPDATE wire_mention SET form_code = 1 WHERE article = 2;
UPDATE wire_mention SET form_code = 66 + (9 << 24) + 70 WHERE article = 3;
SELECT sentence, score, form, named FROM wire_mention;

--- numbers: whole ones, and the complement of digits and scale; dates: a day, a month, a year
UPDATE wire_value SET number_code = 1500, iso_code = ((2012 - 1970) << 9) + (2 << 5) + 29 WHERE article = 0;
UPDATE wire_value SET number_code = ~((95 << 4) + 0), iso_code = ((1969 - 1970) << 9) + (7 << 5) WHERE article = 1;
UPDATE wire_value SET number_code = ~((12 << 4) + 14), iso_code = ((2030 - 1970) << 9) WHERE article = 2;
UPDATE wire_value SET number_code = 0.125, iso_code = '2017-07/2017-09' WHERE article = 3;
SELECT number, iso FROM wire_value WHERE article < 4;

--- a speaker's name: the speaker, as much of its end, none, another
UPDATE wire_quote SET speaker = 'mayor Ann' || char(10) || 'Lee', speaker_name_told = CASE article WHEN 1 THEN 7 WHEN 2 THEN '' WHEN 3 THEN 'Acme' END WHERE article < 4;
SELECT replace(speaker_name, char(10), '/') FROM wire_quote WHERE article < 4;

-- Full-text search over our tokens: tokenize = 'newswire'.

CREATE VIRTUAL TABLE found USING fts5(body, tokenize = 'newswire');
INSERT INTO found(rowid, body) VALUES
    (1, 'U.S. stocks fell, the S&P 500 by 1,200 points; GM''s shares rose 9.5 percent.'),
    (2, 'The US firm''s me-too drug, Zoë O’Brien told us, isn’t approved.'),
    (3, 'Toyota <7203.T> and General Motors <GM.N> agreed on a U.S.-based venture.'),
    (4, 'tell us about the rating, AA+ or AA, of the São Paulo plant of g.m.'),
    (5, '東京の株価 rose, said JEAN-PAUL OBRIEN.');

--- an acronym is found with and without its stops
SELECT group_concat(rowid) FROM found WHERE found MATCH 'gm';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"G.M."';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"U.S. stocks" OR "US stocks"';

--- U.S. is not "us", but whoever types us finds both
SELECT group_concat(rowid) FROM found WHERE found MATCH '"U.S."';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"u.s."';
SELECT group_concat(rowid) FROM found WHERE found MATCH 'us';

--- each part of a word with a hyphen, and all of it
SELECT group_concat(rowid) FROM found WHERE found MATCH 'too';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"me-too"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"jean paul"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"too me"';

--- apostrophes, straight and typographic, and what they cut off
SELECT group_concat(rowid) FROM found WHERE found MATCH '"O''Brien"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"isn''t"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"GM shares"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"US firm''s me-too"';

--- codes, with brackets and without, and their root
SELECT group_concat(rowid) FROM found WHERE found MATCH '"<7203.T>"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"7203.t"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '7203';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"GM.N"';

--- numbers, accents, signs, other scripts
SELECT group_concat(rowid) FROM found WHERE found MATCH '1200';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"9.5%"';
SELECT group_concat(rowid) FROM found WHERE found MATCH 'sao AND paulo';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"AA+"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '株価';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"S & P" 500';

--- prefixes: what goes on is found in whatever form
SELECT group_concat(rowid) FROM found WHERE found MATCH '"U.S"*';
SELECT group_concat(rowid) FROM found WHERE found MATCH 'obr*';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"me-t"*';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"7203."*';
SELECT group_concat(rowid) FROM found WHERE found MATCH '^u*';

--- phrases, NEAR, columns and marks alone
SELECT group_concat(rowid) FROM found WHERE found MATCH 'NEAR(toyota venture, 10)';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"toyota <7203.T> and general"';
SELECT group_concat(rowid) FROM found WHERE found MATCH '"..."';

--- what is marked is what a reader sees
SELECT highlight(found, 0, '[', ']') FROM found WHERE found MATCH '"U.S." OR "me-too" OR gm OR "7203.T" OR "isn''t" OR zoe OR "AA+"';
SELECT snippet(found, 0, '[', ']', '...', 4) FROM found WHERE found MATCH 'venture';

--- terms, with their places: second forms stand where the first do
CREATE VIRTUAL TABLE terms USING fts5vocab(found, instance);
SELECT group_concat(term || '@' || offset, ' ') FROM (SELECT term, offset FROM terms WHERE doc = 3 ORDER BY offset, term);

--- text may hold NULs and broken characters
INSERT INTO found(rowid, body) VALUES (6, 'before' || char(0) || 'after'), (7, CAST(x'636166e920ff80' AS TEXT) || ' broken'), (8, '');
SELECT group_concat(rowid) FROM found WHERE found MATCH 'before AND after';
SELECT group_concat(rowid) FROM found WHERE found MATCH 'caf* AND broken';

--- what was taken in is found again when it is deleted: nothing stays behind
INSERT INTO found(found) VALUES ('integrity-check');
DELETE FROM found WHERE rowid <> 2;
UPDATE found SET body = 'U.K. <VOD.L> O''Neill''s' WHERE rowid = 2;
INSERT INTO found(found) VALUES ('integrity-check');
SELECT group_concat(term, ' ') FROM (SELECT DISTINCT term FROM terms ORDER BY term);

--- with FTS5's own stemmer around it, and in a table that keeps no text
CREATE VIRTUAL TABLE stemmed USING fts5(body, tokenize = 'porter newswire');
INSERT INTO stemmed VALUES ('Shares of <7203.T> were rising in the U.S.');
SELECT highlight(stemmed, 0, '[', ']') FROM stemmed WHERE stemmed MATCH 'share AND rise AND "U.S." AND "7203.T"';
CREATE VIRTUAL TABLE apart USING fts5(body, content = '', tokenize = "newswire");
INSERT INTO apart(rowid, body) VALUES (1, 'U.S. <7203.T>');
INSERT INTO apart(apart, rowid, body) VALUES ('delete', 1, 'U.S. <7203.T>');
CREATE VIRTUAL TABLE apart_terms USING fts5vocab(apart, row);
SELECT count(*) FROM apart_terms;

--- marks that are letters are kept: a bus is no lotus
CREATE VIRTUAL TABLE marked USING fts5(body, tokenize = 'newswire');
INSERT INTO marked VALUES ('バス'), ('ハス'), ('हिन्दी'), ('हन्द'), ('Café'), ('Cafe');
SELECT group_concat(body) FROM marked WHERE marked MATCH 'バス';
SELECT group_concat(body) FROM marked WHERE marked MATCH 'ﾊｽ';
SELECT group_concat(body) FROM marked WHERE marked MATCH 'हिन्दी';
SELECT group_concat(body) FROM marked WHERE marked MATCH 'cafe';

--- it takes no arguments
CREATE VIRTUAL TABLE wrong USING fts5(body, tokenize = 'newswire remove_diacritics 2');

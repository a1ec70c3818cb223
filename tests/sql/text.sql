-- Odd text: what is read, and where it stands.

--- places count characters as substr() does
SELECT token, text, start, length, substr('“Zoë” 日本 😀!', start, length) = text FROM news_tokens('“Zoë” 日本 😀!');

--- also where the UTF-8 is broken
CREATE TABLE broken(body TEXT);
INSERT INTO broken VALUES
    (CAST(x'c3' || 'Rose' AS TEXT)), (CAST(x'ff' || ' fell ' || x'80' || '.' AS TEXT)), (CAST('up ' || x'e282' AS TEXT)),
    (CAST('A ' || x'c080' || ' b' || x'eda080' || ' c' AS TEXT)), (CAST(x'8080' || 'x' || x'f0' AS TEXT));
SELECT count(*) > 0, count(*) FILTER (WHERE substr(body, start, length) IS NOT text),
       count(*) FILTER (WHERE substr(CAST(body AS BLOB), byte_start + 1, byte_length) IS NOT CAST(text AS BLOB))
  FROM broken, news_tokens(body);
SELECT count(*) FILTER (WHERE json_valid(news_analyze(body))), count(*) FROM broken;
SELECT news_html(body) LIKE '%' || char(65533) || '%' FROM broken;

--- text ends at its first NUL
SELECT text FROM news_tokens('up' || char(0) || ' down');
SELECT DISTINCT length(CAST(article AS BLOB)) FROM news_tokens('up' || char(0) || ' down');
SELECT news_fold('UP' || char(0) || ' DOWN'), news_normalize('up' || char(0) || ' down');
SELECT count(*) FROM news_tokens(char(0));

--- a number is read as its text, a BLOB as UTF-8
SELECT text, kind FROM news_tokens(1987);
SELECT text, kind FROM news_tokens(9.5);
SELECT text FROM news_tokens(x'5570c3a9');
SELECT count(*) FROM news_tokens(x'');
SELECT count(*) FROM news_tokens(zeroblob(10));

--- norm
SELECT text, norm FROM news_tokens('“Ünited” ﬁrms’ PROFIT — ＡＢＣ Straße');

--- news_fold: the key of names
SELECT news_fold('Zoë ÅNGSTRÖM'), news_fold('São Tomé'), news_fold('Straße'), news_fold('O’Neill'), news_fold('ﬁrst');
SELECT news_fold('Ѐлка Ά'), news_fold('שָׁלוֹם'), news_fold('مُحَمَّد');
SELECT news_fold('हिन्दी'), news_fold('がバス'), news_fold('ﾊﾞｽ'), news_fold('ก้าว');
SELECT news_fold(''), news_fold(5), news_fold(x'41');

--- news_normalize: text as a person would type it
SELECT news_normalize('  “Zoë”' || char(10, 10) || 'said –  yes ');
SELECT news_normalize(char(1, 65, 7, 66, 127)), news_normalize('e' || char(769)) = 'é', news_normalize('');

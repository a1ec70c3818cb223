-- Whole articles: JSON and HTML.

--- the version, which all results depend on
SELECT key, type FROM json_each(news_version());
SELECT key, value GLOB '20[0-9][0-9]-[01][0-9]-[0-3][0-9]' FROM json_each(news_version(), '$.models');
SELECT news_version() ->> 'sqlite_running' = sqlite_version();

--- JSON has the tables, in their order, and their columns
SELECT key, type FROM json_each(news_analyze('Shares rose.'));
SELECT json_extract(news_analyze('Up 1.'), '$.tokens[1]');
SELECT json_extract(news_analyze('Up.'), '$.sentences');
SELECT news_analyze('');
SELECT json_extract(news_analyze('a "b" \ <c> ' || char(9, 10, 31) || 'd'), '$.sentences[0].text');
SELECT json_object('article', news_analyze('')) = '{"article":' || news_analyze('') || '}';

--- it is what the tables are
CREATE TABLE story(body TEXT);
INSERT INTO story VALUES('Shares in “Zoë” rose 4.5 percent on Tuesday.' || char(10, 10) || 'By Ann Lee');
SELECT count(*) FROM story, news_tokens(body) t, json_each(news_analyze(body), '$.tokens') j
 WHERE j.key = t.token - 1
   AND j.value = json_object('token', token, 'text', text, 'norm', norm, 'kind', kind, 'sentence', sentence, 'start', start, 'length', length);
SELECT (SELECT count(*) FROM news_tokens(body)) = json_array_length(news_analyze(body), '$.tokens') FROM story;
SELECT (SELECT json_group_array(json_object('move', move, 'change', change, 'unit', unit, 'direction', direction)) FROM news_moves(body))
     = (SELECT json_group_array(json_object('move', value ->> 'move', 'change', value ->> 'change', 'unit', value ->> 'unit', 'direction', value ->> 'direction'))
          FROM json_each(news_analyze(body), '$.moves')) FROM story;

--- HTML: everything from the article is escaped
SELECT html LIKE '%<b>%', html LIKE '%Up &#38; &#60;b&#62;down&#60;/b&#62;,%', html LIKE '%it&#39;s%' FROM (SELECT news_html('Up & <b>down</b>, it''s.') AS html);
CREATE TABLE hostile(body TEXT);
INSERT INTO hostile VALUES('The </div><script>alert(1)</script> of it.'), ('--><!-- ]]> <![CDATA['), ('"><img src=x onerror=alert(2)>'),
    ('</style><script>alert(3)</script>'), ('She said "<svg/onload=alert(4)>" in Paris.');
SELECT count(*) FROM hostile, (SELECT '<script' AS tag UNION ALL SELECT '<img' UNION ALL SELECT '<svg' UNION ALL SELECT '<!') WHERE instr(news_html(body), tag);
SELECT DISTINCT (length(html) - length(replace(html, '</div>', ''))) / 6, (length(html) - length(replace(html, '</style>', ''))) / 8 FROM (SELECT news_html(body) AS html FROM hostile);
SELECT substr(html, instr(html, '</style>') + 9) FROM (SELECT news_html('') AS html);

-- Builds the index `wire`, a row a batch: sqlite3 archive.db < build.sql, in the folder of the library.
--
-- It can be stopped (Ctrl-C) and goes on where it was when it is run again; other connections may write in between. In
-- list mode rows come as they are made; box, column and table mode print all of them at the end. Add no table to FROM:
-- it would hold a read transaction over the whole build.

.load ./newswire
.mode list
.headers on

WITH RECURSIVE b(p) AS (
  SELECT news_build('wire')
  UNION ALL
  SELECT news_build('wire') FROM b WHERE p ->> 'left' > 0)
SELECT p ->> 'done' AS done, p ->> 'total' AS total, p ->> 'percent' AS percent,
       p ->> 'articles_per_second' AS per_second, p ->> 'eta' AS seconds_left, p ->> 'failed' AS failed
  FROM b;

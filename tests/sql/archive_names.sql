-- An index may have any name: also signs that its own SQL, or printf, gives a meaning.
CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO articles VALUES (1, 'Shares in Acme Widgets SA rose 4.5 percent on Tuesday.');
CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body);
SELECT news_build('wire') ->> 'done';

--- renamed: the rows and triggers go with it
ALTER TABLE wire RENAME TO "100%s%s%n";
SELECT count(*) FROM "100%s%s%n_move";
INSERT INTO articles VALUES (2, 'Shares in Acme Widgets SA fell 7 percent on Friday.');
SELECT article, change FROM "100%s%s%n_move";
ALTER TABLE "100%s%s%n" RENAME TO "a$b ""c$d""";
INSERT INTO articles VALUES (3, 'Shares in Acme Widgets SA fell 2 percent on Monday.');
SELECT article, change FROM "a$b ""c$d""_move";
INSERT INTO "a$b ""c$d"""("a$b ""c$d""", rank) VALUES ('integrity-check', 1);
SELECT count(*) FROM sqlite_schema WHERE type <> 'index' AND name LIKE 'wire%';

--- dropped: nothing is left
DROP TABLE "a$b ""c$d""";
SELECT name FROM sqlite_schema;

--- in a schema with such a name, and with such columns
ATTACH ':memory:' AS "b$x %d";
CREATE TABLE "b$x %d"."t$1"("key$" INTEGER PRIMARY KEY, "$text" TEXT);
INSERT INTO "t$1" VALUES (5, 'Shares in Acme Widgets SA fell 3 percent on Friday.');
CREATE VIRTUAL TABLE "b$x %d"."$key" USING newswire(content="t$1", key="key$", text="$text");
SELECT news_build('b$x %d.$key') ->> 'done';
UPDATE "t$1" SET "$text" = 'Shares in Acme Widgets SA fell 8 percent on Friday.';
SELECT article, change FROM "$key_move";
INSERT INTO "$key"("$key", rank) VALUES ('integrity-check', 1);

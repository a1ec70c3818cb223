#!/bin/sh
# The tour of the index over an archive prints what it should, sql/build.sql builds one, and a dump of it restores.
set -u
suite=tour
build=${BUILD:-build}
. tests/check.sh
work=$(mktemp -d)
shell="${SQLITE3:-sqlite3} -batch -init /dev/null"

cat sql/sample.sql sql/archive.sql > "$work/tour.sql"
"$build/api/run_sql" "$build/newswire.so" --print "$work/tour.sql" > "$work/tour.got"
check "sql/archive.sql prints tests/sql/tour.expected" diff "$work/tour.got" tests/sql/tour.expected

cp "$build/newswire.so" "$work"
$shell "$work/a.db" < sql/sample.sql
echo "CREATE VIRTUAL TABLE wire USING newswire(content=articles, key=id, text=body, published=published, headline=headline);" |
    $shell -cmd ".load $work/newswire" "$work/a.db"
here=$(pwd)
(cd "$work" && $shell a.db < "$here/sql/build.sql" > build.got 2>&1)
check "sql/build.sql builds" grep -q '^16|16|100.0|' "$work/build.got"

$shell "$work/a.db" .dump > "$work/dump.sql" # by a shell that has no newswire
$shell "$work/b.db" < "$work/dump.sql" > "$work/restore.got" 2>&1
check "a dump restores" test ! -s "$work/restore.got"
check "the dump is sound, and its triggers work" $shell -cmd ".load $work/newswire" -bail "$work/b.db" \
    "UPDATE articles SET body = body || '.' WHERE id < 5; DELETE FROM articles WHERE id = 9; \
     INSERT INTO wire(wire, rank) VALUES('integrity-check', 1);"
check "no trigger is doubled" test "$($shell "$work/b.db" "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")" = 4
rm -rf "$work"
check_end

#!/bin/sh
# make install puts the library, the archive and the headers under DESTDIR and PREFIX; uninstall removes them all.
set -u
suite=install
. tests/check.sh
root=$(mktemp -d)
${MAKE:-make} -s install DESTDIR="$root" PREFIX=/opt/newswire
for file in lib/newswire.so lib/libnewswire.a include/newswire.h include/newswire_sqlite.h; do
    check "$file is installed" test -f "$root/opt/newswire/$file"
done
check "the installed library loads" test "$(echo "SELECT count(*) FROM news_tokens('a b');" |
    "${SQLITE3:-sqlite3}" -batch -init /dev/null -cmd ".load $root/opt/newswire/lib/newswire" :memory:)" = 2
${MAKE:-make} -s uninstall DESTDIR="$root" PREFIX=/opt/newswire
check "uninstall leaves nothing" test -z "$(find "$root" -type f)"
rm -rf "$root"
check_end

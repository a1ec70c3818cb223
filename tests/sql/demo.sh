#!/bin/sh
# make demo succeeds, prints its tables, none of them empty, and writes the page.
set -u
suite=demo
build=${BUILD:-build}
. tests/check.sh
out=$(mktemp)
rm -f "$build"/demo.html
${MAKE:-make} -s demo > "$out" 2>&1
check "make demo ends well" test $? = 0
for words in 'Who said what' 'What moved' 'Who is in the news' 'Instrument codes' 'Money and dates' 'Who wrote it' \
    'Denise Walters' 'Brightwater' '.N225' 'Giulia Conti' 'additional reporting'; do
    check "it shows: $words" grep -qF "$words" "$out"
done
check "it shows no error" test -z "$(grep -i 'error' "$out")"
check "the page is there" grep -q 'class="newswire' "$build/demo.html"
rm -f "$out"
check_end

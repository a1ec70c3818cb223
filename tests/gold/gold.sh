#!/bin/sh
# The figures on annotated articles, if those lie beside the project. Each has a floor; below it a change has broken
# something. The floors are a little under the figures in the README.
#
#     gold.sh EXTENSION
set -u
shared=../shared
if [ ! -x $shared/score/all ]; then
    echo "gold: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
report=$(mktemp)
$shared/score/all "$1" > "$report" 2>&1
tests/gold/letters.py "$1" $shared/gold/ner_conll_dev.db $shared/score/ner.py >> "$report" 2>&1
suite=gold
. tests/check.sh
is_at_least() { [ -n "$1" ] && awk -v got="$1" -v floor="$2" 'BEGIN { exit !(got + 0 >= floor + 0) }'; }
while IFS='	' read -r figure floor; do
    case $figure in '#'* | '') continue ;; esac
    # the first number after the label
    got=$(awk -v label="$figure" 'index($0, label) == 1 || index($0, label) == 9 { rest = substr($0, index($0, label) + length(label))
          if (match(rest, /[0-9]+(\.[0-9]+)?/)) { print substr(rest, RSTART, RLENGTH); exit } }' "$report")
    check "$figure: ${got:-no figure}, at least $floor" is_at_least "$got" "$floor"
done < tests/gold/floors.tsv
rm -f "$report"
check_end

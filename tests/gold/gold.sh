#!/bin/sh
# The figures on annotated articles, where those lie beside the project; each has a floor below which a change
# has broken something. The floors are a little under what the README says was measured.
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
passed=0
failed=0
while IFS='	' read -r figure floor; do
    case $figure in '#'* | '') continue ;; esac
    # the first number after the label
    got=$(awk -v label="$figure" 'index($0, label) == 1 || index($0, label) == 9 { rest = substr($0, index($0, label) + length(label))
          if (match(rest, /[0-9]+(\.[0-9]+)?/)) { print substr(rest, RSTART, RLENGTH); exit } }' "$report")
    if [ -n "$got" ] && awk -v got="$got" -v floor="$floor" 'BEGIN { exit !(got + 0 >= floor + 0) }'; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "gold: failed: $figure: ${got:-no figure}, at least $floor"
    fi
done < tests/gold/floors.tsv
rm -f "$report"
echo "gold: $passed passed, $failed failed"
[ $failed = 0 ]

#!/bin/sh
# The trainer learns names from a small file of columns, finds these and others like them; the same
# file gives the same model, byte for byte.
set -u
suite=train
. tests/check.sh
trainer=${BUILD:-build}/host/train-names
${MAKE:-make} -s "$trainer" || exit 1
root=$(mktemp -d)
train() { # train MODEL: prints how it does after each epoch
    "$trainer" "$1" ext/tagger/models/word_classes.txt -e 6 -f 0 -t tests/train/marked.columns \
        -d tests/train/marked.columns tests/train/others.columns 2> "$root/log"
}
f1_of() { # f1_of SET: as printed last, in hundredths
    tail -n 1 "$root/figures" | awk -v name="$1" '{ for (i = 1; i < NF; i++) if ($i == name) print int(100 * $(i + 1)) }'
}
train "$root/model" > "$root/figures"
check "it prints figures by epoch of each of three runs" test "$(grep -c '^epoch' "$root/figures")" = 18
check "it finds the names it was shown: $(cat "$root/figures")" test "$(f1_of marked.columns)" -ge 95
check "it finds others: $(tail -n 1 "$root/figures")" test "$(f1_of others.columns)" -ge 60
train "$root/again" > /dev/null
check "the same file gives the same model" cmp -s "$root/model" "$root/again"
check "a file that is not there is told" test "$("$trainer" "$root/none" ext/tagger/models/word_classes.txt -t "$root/nothing" 2>&1 | grep -c nothing)" = 1
rm -rf "$root"
check_end

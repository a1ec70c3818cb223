#!/bin/sh
# Linear time: instructions, counted by callgrind, of each kind of work at 1, 2, 4 and 8 times its first size.
# A doubling may take at most 2.2 times as many.
#
#     linear.sh WORK EXTENSION
set -u
work=$1
extension=$2
suite=linear
. tests/check.sh

count() { # count KIND SIZE
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$work" "$extension" "$1" "$2" 2>&1 >/dev/null |
        sed -n 's/.*Collected : \([0-9]*\).*/\1/p'
}

list=$(mktemp)
"$work" --kinds > "$list"
while read -r first kind; do
    base=$(count "$kind" 0)
    before=
    line=
    worst=0
    # A join asks SQLite for the article once a row, and SQLite itself copies it then: few doublings there
    case $kind in join*) steps='1 2 4' ;; *) steps='1 2 4 8' ;; esac
    for times in $steps; do
        here=$(count "$kind" $((first * times)))
        if [ -z "$here" ] || [ -z "$base" ]; then worst=999; break; fi
        here=$((here - base))
        line="$line $((here / 1000))k"
        if [ -n "$before" ]; then
            ratio=$((here * 100 / (before > 0 ? before : 1)))
            [ $ratio -le $worst ] || worst=$ratio
        fi
        before=$here
    done
    check "$kind: instructions$line: a doubling takes $worst%" test $worst -le 220
    [ -z "${VERBOSE:-}" ] || echo "$kind:$line, worst doubling $worst%"
done < "$list"
rm -f "$list"
check_end

#!/bin/sh
# Runs all tests, for `make test`: two suites at a time, printing the failures of each as it ends, and the sum at the end.
#
#     run.sh [SUITE...]      all suites, or only those named
#
# A suite prints lines "NAME: N passed, N failed" (", N skipped" may follow); a suite whose exit status does not fit its
# lines counts as one failure. What takes too long for make test is in `make soak`.
set -u
MAKE=${MAKE:-make}
CC=${CC:-cc}
BUILD=${BUILD:-build}
export BUILD
work=$(mktemp -d)

count() { # count NAME STATUS SECONDS: says how a suite ended, and notes it for the sum
    log=$work/$1.log
    grep -v ' passed, ' "$log" | tail -n 40
    counts=$(awk 'match($0, /[0-9]+ passed, [0-9]+ failed/) { split(substr($0, RSTART, RLENGTH), n, /[ ,]+/); p += n[1]; f += n[3]
                  if (match($0, /[0-9]+ skipped/)) { split(substr($0, RSTART, RLENGTH), m, " "); s += m[1] } }
                  END { print p + 0, f + 0, s + 0 }' "$log")
    seconds=$3
    # shellcheck disable=SC2086
    set -- "$1" "$2" $counts
    if [ "$2" != 0 ] && [ "$4" = 0 ]; then
        set -- "$1" "$2" "$3" 1 "$5"
        echo "$1: ended with status $2"
    elif [ "$3" = 0 ] && [ "$4" = 0 ] && [ "$5" = 0 ]; then
        set -- "$1" "$2" 0 1 0
        echo "$1: tested nothing"
    fi
    echo "$3 $4 $5" > "$work/$1.counts"
    printf '%-34s %6d passed, %d failed%s  (%d s)\n' "$1" "$3" "$4" "$([ "$5" = 0 ] || echo ", $5 skipped")" "$seconds"
}

# Runs the suites that nobody has taken yet, one after the other.
run_suites() {
    for name in "$@"; do
        mkdir "$work/$name" 2>/dev/null || continue
        began=$(date +%s)
        "run_$name" > "$work/$name.log" 2>&1
        status=$?
        count "$name" $status $(($(date +%s) - began)) > "$work/$name.report"
        cat "$work/$name.report"
    done
}

say_skipped() { echo "$1: 0 passed, 0 failed, 1 skipped"; }

SANITIZE='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer'
SQLITE_NEW=$BUILD/amalgamation

# Builds the amalgamation once; fails where no registry gave one.
newest_sqlite() {
    tests/amalgamation.sh $SQLITE_NEW || return 1
    [ -f $SQLITE_NEW/sqlite3.o ] || $CC -O1 -c -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_API_ARMOR -DSQLITE_STRICT_SUBTYPE -DSQLITE_DEBUG -o $SQLITE_NEW/sqlite3.o $SQLITE_NEW/sqlite3.c
}

run_unit() { $MAKE -s unit; }
run_api() { $MAKE -s api; }
run_sql() { $MAKE -s sql; }
run_newest() {
    newest_sqlite || { say_skipped "newest SQLite"; return 0; }
    $MAKE -s BUILD=$BUILD/newest PROFILE= SQLITE_INCLUDE=$SQLITE_NEW SQLITE_LINK=$SQLITE_NEW/sqlite3.o api sql
}
# gcc and clang in turn build everything without a warning, also as SQLite with newswire inside; the one with signed
# characters, the other with unsigned ones, and what they read is the same; the programs that the build runs are of the other
# compiler, as in a build for another machine
run_compilers() {
    $MAKE -s CI=1 BUILD=$BUILD/gcc CC=gcc CC_FOR_BUILD=clang PROFILE= CFLAGS='-O1 -fsigned-char' all static embed || return 1
    $MAKE -s CI=1 BUILD=$BUILD/clang CC=clang CC_FOR_BUILD=gcc CFLAGS='-O1 -funsigned-char' all static embed || return 1
    for compiler in gcc clang; do
        $BUILD/$compiler/embed || return 1
        $BUILD/$compiler/embed tests/fuzz/corpus/* tests/data/stories/* > $BUILD/$compiler/rows || return 1
    done
    cmp $BUILD/gcc/rows $BUILD/clang/rows || return 1
    gcc -std=c11 -Wall -Wextra -Wpedantic -Werror -DNW_NO_THREADS -Iinclude -Iext -fsyntax-only ext/sql/archive/workers.c || return 1
    for compiler in gcc:g++ clang:clang++; do # both interfaces are used from C++, too
        command -v ${compiler#*:} > /dev/null || continue
        $MAKE -s CI=1 BUILD=$BUILD/${compiler%:*} CC=${compiler%:*} CXX=${compiler#*:} CFLAGS=-O1 PROFILE= embed-cxx || return 1
        $BUILD/${compiler%:*}/embed_cxx || return 1
    done
}
run_train() { tests/train/train.sh; }
run_install() { tests/install.sh; }
run_fault() { $MAKE -s fault; }
run_disk() { $MAKE -s disk; }
run_linear() { $MAKE -s linear; }
run_gold() { tests/gold/gold.sh $BUILD/newswire.so; }
run_browser() { tests/browser/browser.sh $BUILD/newswire.so; }
run_readme() { python3 tests/sql/readme.py $BUILD/newswire.so; }
run_demo() { tests/sql/demo.sh; }
run_tour() { tests/sql/tour.sh; }
run_sanitized() {
    ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
        $MAKE -s BUILD=$BUILD/asan CC=clang CFLAGS="$SANITIZE" STRIDE=${STRIDE:-7} DISK_FAULTS=1 unit api sql fault disk replay
}
run_threads() { $MAKE -s threads; }
run_valgrind() { $MAKE -s valgrind; }

# The longest first, so that two workers end together.
all='sanitized linear fault threads compilers train newest disk unit api sql install demo tour readme browser gold valgrind'
[ $# -gt 0 ] || set -- $all
# What several suites use is built before they part.
$MAKE -s all static $BUILD/libengine.a || exit 1
run_suites "$@" &
run_suites "$@"
wait
for name in "$@"; do
    [ -s "$work/$name.counts" ] || { echo "$name: did not end"; echo "0 1 0" > "$work/$name.counts"; }
done
awk '{ passed += $1; failed += $2; skipped += $3 }
     END { if (skipped) print "skipped: " skipped
           print passed + 0 " passed, " failed + 0 " failed"; exit failed > 0 }' "$work"/*.counts
status=$?
rm -rf "$work"
exit $status

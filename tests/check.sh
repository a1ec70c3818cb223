# Counts passes and failures for the shell tests, which source it after suite=NAME.
passed=0
failed=0

check() { # check WHAT COMMAND...
    what=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$suite: failed: $what"; fi
}

check_same() { # check_same WHAT GOT WANTED
    check "$1: got '$2', wanted '$3'" test "$2" = "$3"
}

# The last line of a test, and its status.
check_end() {
    echo "$suite: $passed passed, $failed failed"
    [ "$failed" = 0 ]
}

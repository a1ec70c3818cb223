#!/bin/sh
# Installs the Debian packages that are missing for the groups named: build, shell, test, lint.
#
#     deps.sh [--if-missing] GROUP...
#
# With --if-missing, says nothing if all are there. Other than on Debian and its derivatives it names what to
# install and fails.
set -eu

quiet=0
if [ "${1:-}" = --if-missing ]; then quiet=1; shift; fi

missing=
need() { # need PACKAGE COMMAND...: the package, unless the command succeeds
    package=$1
    shift
    "$@" >/dev/null 2>&1 || missing="$missing $package"
}
header() { # header NAME: where the build looks for it
    found=$("${PKG_CONFIG:-pkg-config}" --cflags libpcre2-8 libutf8proc 2>/dev/null || true)
    # shellcheck disable=SC2086
    echo "#include <$1>" | "${CC:-cc}" -DPCRE2_CODE_UNIT_WIDTH=8 $found ${SQLITE_INCLUDE:+-I$SQLITE_INCLUDE} -E -x c -
}
runtime() { # the sanitizers' and libFuzzer's runtime of clang
    out=$(mktemp) && echo 'int main(void){return 0;}' | clang -fsanitize=address -x c - -o "$out"
    status=$?
    rm -f "$out"
    return $status
}

for group in "$@"; do
    case $group in
    build)
        need gcc sh -c 'command -v "${CC:-cc}"'
        need libc6-dev header stdio.h
        need pkg-config sh -c 'command -v "${PKG_CONFIG:-pkg-config}"'
        need libpcre2-dev header pcre2.h
        need libutf8proc-dev header utf8proc.h
        need libsqlite3-dev header sqlite3ext.h
        ;;
    shell)
        need sqlite3 sh -c 'command -v "${SQLITE3:-sqlite3}"'
        ;;
    test)
        need clang command -v clang
        need libclang-rt-dev runtime
        need valgrind command -v valgrind
        need python3 command -v python3
        need chromium command -v chromium
        command -v cargo >/dev/null 2>&1 || need npm command -v npm
        ;;
    lint)
        need clang-format command -v clang-format
        need clang-tidy command -v clang-tidy
        need cppcheck command -v cppcheck
        ;;
    *)
        echo "deps.sh: no such group: $group" >&2
        exit 2
        ;;
    esac
done

if [ -z "$missing" ]; then
    [ $quiet = 1 ] || echo "nothing is missing"
    exit 0
fi
if ! command -v apt-get >/dev/null 2>&1; then
    echo "newswire needs these (Debian's names):$missing" >&2
    echo "Install them with your system's package manager, or give CC, SQLITE_INCLUDE, SQLITE3, PKG_CONFIG." >&2
    exit 1
fi
sudo=
if [ "$(id -u)" != 0 ]; then sudo=sudo; fi
echo "installing:$missing"
$sudo apt-get update -qq >/dev/null
case $missing in
*libclang-rt-dev*) # its name has clang's version
    version=$(apt-cache depends clang | sed -n 's/.*Depends: clang-\([0-9]*\)$/\1/p' | head -n 1)
    missing=$(echo "$missing" | sed "s/libclang-rt-dev/libclang-rt-$version-dev/")
    ;;
esac
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null

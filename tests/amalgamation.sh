#!/bin/sh
# Fetches the newest SQLite amalgamation that a package registry has: DIR/sqlite3.c, sqlite3.h, sqlite3ext.h.
#
#     amalgamation.sh DIR
#
# crates.io's libsqlite3-sys and npm's better-sqlite3 carry the amalgamation as released; the newer is kept.
# Fails, and leaves nothing behind, if neither is available.
set -eu
dir=$1
[ ! -f "$dir/sqlite3.c" ] || exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

version() { sed -n 's/^#define SQLITE_VERSION_NUMBER *\([0-9]*\).*/\1/p' "$1/sqlite3.h"; }

best=0
from=
consider() { # consider DIRECTORY: keep it where it is the newest so far
    [ -f "$1/sqlite3.c" ] && [ -f "$1/sqlite3ext.h" ] || return 0
    if [ "$(version "$1")" -gt "$best" ]; then best=$(version "$1"); from=$1; fi
}

if command -v cargo >/dev/null 2>&1; then
    mkdir -p "$work/crate/src" && : > "$work/crate/src/lib.rs"
    printf '[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n[dependencies]\nlibsqlite3-sys = "*"\n' \
        > "$work/crate/Cargo.toml"
    (cd "$work/crate" && timeout 120 cargo vendor -q vendor) >/dev/null 2>&1 || true
    consider "$work/crate/vendor/libsqlite3-sys/sqlite3"
fi
if command -v npm >/dev/null 2>&1; then
    (cd "$work" && timeout 120 npm pack --silent better-sqlite3 && tar xzf better-sqlite3-*.tgz) >/dev/null 2>&1 || true
    consider "$work/package/deps/sqlite3"
fi
[ -n "$from" ] || { echo "amalgamation.sh: no registry gave an SQLite amalgamation" >&2; exit 1; }
mkdir -p "$dir"
cp "$from/sqlite3.h" "$from/sqlite3ext.h" "$dir/"
cp "$from/sqlite3.c" "$dir/sqlite3.c"

#!/bin/sh
# Prints what makes pcre2 and utf8proc part of newswire.so, which is then one file to load: their static archives, if they
# exist and can go into a shared object. Otherwise prints nothing.
set -eu
: "${CC:=cc}" "${PKG_CONFIG:=pkg-config}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

archives=
for name in pcre2-8 utf8proc; do
    file=$("$PKG_CONFIG" --variable=libdir "lib$name" 2>/dev/null || true)/lib$name.a
    [ -f "$file" ] || file=$("$CC" -print-file-name="lib$name.a" 2>/dev/null || true)
    [ -f "$file" ] || exit 0
    archives="$archives $file"
done
hidden=-Wl,--exclude-libs,ALL # nobody else's pcre2 is taken for ours, nor ours for another's
# shellcheck disable=SC2086
"$CC" -shared -pthread -o "$work/all.so" $hidden -Wl,--whole-archive $archives -Wl,--no-whole-archive 2>/dev/null || exit 0
echo "$hidden$archives"

#!/bin/sh
# Asks pkg-config for each library and says which is missing or too old, what it is for, and what
# to install. libcsv has no .pc file, so the compiler is asked for its header.
set -u
failed=0

# need MODULE LEAST DEBIAN FOR
need() {
    if ! pkg-config --exists "$1"; then
        echo "duban: $1 is missing ($4); install $3 or this system's like" >&2
        failed=1
    elif ! pkg-config --atleast-version="$2" "$1"; then
        echo "duban: $1 is $(pkg-config --modversion "$1"), but $2 is needed ($4); install a newer $3" >&2
        failed=1
    fi
}

if ! command -v pkg-config >/dev/null 2>&1; then
    echo 'duban: pkg-config is missing; install pkg-config or pkgconf' >&2
    exit 1
fi
need ncursesw 6.0 libncurses-dev 'the monitor, with wide characters'
need sqlite3 3.37 libsqlite3-dev 'the database, with STRICT tables'
need libutf8proc 2.4 libutf8proc-dev 'the width of characters'
need nettle 3.4 nettle-dev 'SHA-256 of imported files'
need jansson 2.13 libjansson-dev 'JSON'
if ! echo '#include <csv.h>' | cc -E - >/dev/null 2>&1; then
    echo 'duban: csv.h is missing (reading CSV); install libcsv-dev or this system'\''s like' >&2
    failed=1
fi
command -v msgfmt >/dev/null 2>&1 || {
    echo 'duban: msgfmt is missing (languages); install gettext' >&2
    failed=1
}
exit "$failed"

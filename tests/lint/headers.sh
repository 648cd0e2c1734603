#!/bin/sh
# Every header compiles alone and guards itself with the name of its path.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..
cd "$top" || exit 1

compiles() { # HEADER: alone, and twice
    printf '#include "%s"\n#include "%s"\nint main(void){return 0;}\n' "$1" "$1" |
        ${CC:-cc} -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -I. -Iinclude -Isrc \
            -I"$BUILD/gen" -fsyntax-only -x c - 2>"$tmp/.err"
}

for header in $(find include src -name '*.h' | sort); do
    if compiles "$header"; then
        good
    else
        bad "$header does not compile alone"
        head -n 5 "$tmp/.err"
    fi
    path=${header#include/}
    path=${path#src/}
    guard=$(printf '%s' "$path" | tr 'a-z/.' 'A-Z__')
    has "$(cat "$header")" "#ifndef $guard"
done

# The check can fail: what is used is not included, what is there twice is not guarded.
echo 'extern size_t count;' >"$tmp/bad.h"
run 1 compiles "$tmp/bad.h"
echo 'struct twice { int x; };' >"$tmp/bad.h"
run 1 compiles "$tmp/bad.h"
echo 'extern int count;' >"$tmp/bad.h"
run 0 compiles "$tmp/bad.h"

finish

#!/bin/sh
# Files and functions that fit a reader's head: no file above 600 lines, half of the sources below
# 200, no function above 60. There is no list of exceptions.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..

sources() { # TREE
    find "$1/src" "$1/include" "$1/tests" -name '*.[ch]' -o -name '*.sh' | sort
}

long_files() { # TREE
    sources "$1" | while IFS= read -r file; do
        awk 'END { if (NR > 600) print FILENAME ": " NR " lines" }' "$file"
    done
}

median() { # TREE
    find "$1/src" -name '*.c' | while IFS= read -r file; do
        awk 'END { print NR }' "$file"
    done | sort -n | awk '{ lines[NR] = $1 } END { print lines[int((NR + 1) / 2)] }'
}

# From the brace in the first column to its end, both counted; clang-format sees to the columns.
long_functions() { # TREE
    sources "$1" | grep '\.[ch]$' | xargs awk '
        FNR == 1 { start = 0 }
        /^{$/ { start = FNR }
        /^}$/ && start {
            if (FNR - start + 1 > 60)
                print FILENAME ":" start ": " FNR - start + 1 " lines"
            start = 0
        }'
}

same "$(long_files "$top")" ''
same "$(long_functions "$top")" ''
run 0 test "$(median "$top")" -lt 200

# The check can fail.
mkdir -p bad/src bad/include bad/tests
lines() { awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) print "    x++;" }'; }
{ printf 'void f(void)\n{\n' && lines 58 && echo '}'; } >bad/src/fits.c
{ printf 'void f(void)\n{\n' && lines 59 && echo '}'; } >bad/src/long.c
lines 600 >bad/tests/fits.sh
lines 601 >bad/include/long.h
same "$(long_functions bad)" 'bad/src/long.c:2: 61 lines'
same "$(long_files bad)" 'bad/include/long.h: 601 lines'
same "$(median bad)" 61

finish

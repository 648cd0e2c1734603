#!/bin/sh
# Sizes, unsafe calls, and what must never be committed.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..
cd "$top" || exit 1
sources=$(find src include tests -name '*.[ch]')

# No file over 600 lines; the median of src/*.c under 200.
same "$(wc -l $sources | awk '$2 != "total" && $1 > 600 { print $2 }')" ''
median=$(find src -name '*.c' -exec wc -l {} \; | sort -n |
    awk '{ lines[NR] = $1 } END { print lines[int((NR + 1) / 2)] }')
run 0 test "$median" -lt 200

# No function over 60 lines: from a "{" in column 1 to the "}" in column 1.
long_functions() {
    awk 'FNR == 1 { start = 0 } /^{/ { start = FNR }
         /^}/ && start { if (FNR - start > 60) print FILENAME ":" start; start = 0 }' "$@"
}
same "$(long_functions $(find src -name '*.c'))" ''
{ echo 'int f(void)'; echo '{'; yes 'x();' | head -n 61; echo '}'; } >"$tmp/long.c"
has "$(long_functions "$tmp/long.c")" 'long.c:2'

unsafe() {
    grep -nE '\b(strcpy|strcat|sprintf|vsprintf|atoi|atol|gets|system|popen|exec[lv]p?e?|fork)\(' "$@"
}
same "$(unsafe $(find src include -name '*.[ch]'))" ''
echo 'strcpy(a, b);' >"$tmp/unsafe.c"
has "$(unsafe "$tmp/unsafe.c")" strcpy

same "$(grep -nE '\b(TODO|FIXME|XXX|HACK)\b' $(find src include assets -type f) Makefile)" ''
same "$(grep -nE '[[:blank:]]+$' $sources Makefile README.md CHANGELOG.md)" ''
same "$(grep -nP '\t' $sources)" ''
same "$(grep -nE '(^|[^A-Za-z0-9_.])/(home|root|work|farm)/[a-z]' -r src include assets tests \
    Makefile README.md CHANGELOG.md .ci | grep -v 'tests/lint/style.sh')" ''

finish

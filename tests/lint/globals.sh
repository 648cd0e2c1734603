#!/bin/sh
# State lives in structs that are handed down: at most five writable objects in the whole program.
. "$DUBAN_TESTS/support/lib.sh"

# .data and .bss, of functions too, but not the constant tables that only the loader writes to.
# Sanitizers and coverage add their own.
writable() {
    objdump -t "$@" 2>/dev/null |
        awk '/ O / { section = $(NF - 2); if (section ~ /^\.(data|bss)/ &&
            section !~ /^\.data\.rel\.ro/) print $NF }' |
        grep -vE '^(__|_GLOBAL_|asan|\.L|lcov|gcov|llvm|___)' | sort
}

list=$(writable "$BUILD/libduban.a" "$BUILD/src/app/main.o")
count=$(printf '%s\n' "$list" | grep -c .)
printf 'writable objects: %s\n' "$(printf '%s' "$list" | tr '\n' ' ')"
run 0 test "$count" -le 5

# The check can fail: statics of functions count, constants that the loader relocates do not.
cat >bad.c <<'C'
int shared = 1;
int zeroed;
static const char *const texts[] = {"a", "b"};
const char *next(int i)
{
    static int calls;
    calls += shared++ + zeroed++;
    return texts[(i + calls) % 2];
}
C
run 0 ${CC:-cc} -O0 -fPIE -c bad.c -o bad.o
same "$(writable bad.o | grep -cE '^(shared|zeroed|(next\.)?calls(\.[0-9]+)?)$')" 3
same "$(writable bad.o | grep -c .)" 3

finish

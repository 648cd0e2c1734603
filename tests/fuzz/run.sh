#!/bin/sh
# Builds fuzz targets with clang's libFuzzer and the sanitizers and runs each for FUZZ_SECONDS (60):
# run.sh [NAME...], e.g. run.sh import reader; without names, each tests/fuzz/fuzz_*.c. Found inputs
# stay in the build directory, so the next run starts where this one ended. With FUZZ_KEEP=1 the
# inputs that reach new code are added to tests/data/corpus, which `make check` tries again.
set -eu

build=${BUILD:-build}/fuzz
seconds=${FUZZ_SECONDS:-60}
command -v clang >/dev/null 2>&1 || {
    echo "duban: fuzzing needs clang; install it and try again" >&2
    exit 1
}
[ $# -gt 0 ] || set -- $(ls tests/fuzz/fuzz_*.c | sed 's,.*/fuzz_\(.*\)\.c,\1,')

# The program once, with what the fuzzer wants to see in it; each target on top of that.
checks='-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all'
echo '  BUILD   the library'
make -s BUILD="$build" CC=clang CFLAGS="$checks -fsanitize=fuzzer-no-link" \
    LDFLAGS='-fsanitize=address,undefined' "$build/libduban.a" \
    $(ls tests/support/*.c | sed "s,\(.*\)\.c,$build/\1.o,")
for name in "$@"; do
    echo "  BUILD   fuzz_$name"
    # shellcheck disable=SC2046,SC2086 # lists of words
    clang -std=c17 -D_GNU_SOURCE $checks -fsanitize=fuzzer -Iinclude -Isrc "-I$build/gen" \
        "tests/fuzz/fuzz_$name.c" "$build"/tests/support/*.o "$build/libduban.a" \
        $(pkg-config --cflags --libs ncursesw sqlite3 libutf8proc nettle jansson) -lcsv -lcmocka \
        -lutil -lm -o "$build/fuzz_$name"
done
for name in "$@"; do
    echo "  FUZZ    fuzz_$name (${seconds} s)"
    mkdir -p "$build/corpus_$name" "tests/data/corpus/$name"
    "$build/fuzz_$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$build/" \
        -dict=tests/fuzz/import.dict "$build/corpus_$name" "tests/data/corpus/$name" \
        tests/data/import
    [ -z "${FUZZ_KEEP:-}" ] || "$build/fuzz_$name" -merge=1 -max_len=512 -verbosity=0 \
        "tests/data/corpus/$name" "$build/corpus_$name" >/dev/null 2>&1
done

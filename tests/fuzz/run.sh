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

mkdir -p "$build"
for name in "$@"; do
    echo "  BUILD   fuzz_$name"
    # shellcheck disable=SC2046 # lists of words
    clang -std=c17 -D_GNU_SOURCE -O1 -g -fsanitize=fuzzer,address,undefined \
        -fno-sanitize-recover=all -Iinclude -Isrc \
        "tests/fuzz/fuzz_$name.c" tests/support/import_plan.c tests/support/import_decode.c \
        src/base/*.c src/model/*.c src/import/*.c \
        $(pkg-config --cflags --libs libutf8proc nettle) -lcsv -lm -o "$build/fuzz_$name"
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

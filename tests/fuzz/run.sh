#!/bin/sh
# Runs fuzz targets that `make fuzz` built, each for FUZZ_SECONDS (60) and as many at once as JOBS says
# (one a processor): run.sh [NAME...], e.g. run.sh import reader; without names, each
# tests/fuzz/fuzz_*.c. Found inputs stay in the build directory, so the next run starts where this one
# ended. With FUZZ_KEEP=1 the inputs that reach new code are added to tests/data/corpus, which
# `make check` tries again.
set -u

fuzzers=$BUILD/fuzzers
seconds=${FUZZ_SECONDS:-60}

one() { # NAME
    found=$fuzzers/corpus_$1 kept=tests/data/corpus/$1 log=$fuzzers/$1.log
    mkdir -p "$found" "$kept"
    if "$fuzzers/$1" -max_total_time="$seconds" -max_len=4096 -timeout=10 -verbosity=0 \
        -print_final_stats=1 -artifact_prefix="$fuzzers/" -dict=tests/fuzz/import.dict \
        "$found" "$kept" tests/data/import >"$log" 2>&1; then
        printf '  FUZZ    %-8s %9s inputs in %s s, nothing found\n' "$1" \
            "$(awk '/number_of_executed_units/ { print $2 }' "$log")" "$seconds"
    else
        printf '  FUZZ    %-8s found something:\n' "$1"
        tail -n 60 "$log"
        exit 1
    fi
    [ -z "${FUZZ_KEEP:-}" ] || "$fuzzers/$1" -merge=1 -max_len=512 -verbosity=0 \
        "$kept" "$found" >/dev/null 2>&1
}

if [ "${1:-}" = --one ]; then
    one "$2"
    exit
fi
[ $# -gt 0 ] || set -- $(ls tests/fuzz/fuzz_*.c | sed 's,.*/fuzz_\(.*\)\.c,\1,')
printf '%s\0' "$@" | xargs -0 -n 1 -P "${JOBS:-$(nproc)}" sh "$0" --one

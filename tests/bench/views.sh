#!/bin/sh
# What the views cost as a district grows: CPU milliseconds, medians of five, side by side.
set -eu
bench=$BUILD/tests/bench/bench_views
"$bench" "$BENCH_DIR" 200 10000 200 1000000 200 10000000 20000 10000000

#!/bin/sh
# A hundred monitors that nobody touches: what they cost together, what they send, and how soon each
# shows what another process commits (SESSIONS, STAND: seconds).
set -eu
bench=$BUILD/tests/bench/bench_idle
db=$BENCH_DIR/idle.db
rm -f "$db"*
"$DUBAN" --db "$db" demo --no-open >/dev/null
TERM=xterm-256color LC_ALL=C.UTF-8
export TERM LC_ALL
echo '| sessions | % of a core | bytes sent | a commit shows after ms, median | most |'
echo '|--:|--:|--:|--:|--:|'
"$bench" "${SESSIONS:-100}" "${STAND:-20}" "$DUBAN" "$db" 2.5

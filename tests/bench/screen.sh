#!/bin/sh
# The monitor on a line of its own, beside other programs of the terminal: the first screen (median of
# nine) and a key that moves the choice, at 80x24.
set -eu
bench=$BUILD/tests/bench/bench_screen
db=$BENCH_DIR/screen.db
[ -e "$db" ] || "$DUBAN" --db "$db" demo --no-open >/dev/null
text=$BENCH_DIR/screen.txt
"$DUBAN" --db "$db" --lang zh_CN export >"$text"
TERM=xterm-256color LC_ALL=C.UTF-8
export TERM LC_ALL
printf '| %-28s | %6s | %6s | %6s | %6s | %6s |\n' program 'first' bytes 'a key' bytes most
printf '| %-28s | %6s | %6s | %6s | %6s | %6s |\n' '' ms '' ms median ''
echo '|---|---|---|---|---|---|'
row() { # KEYS NAME PROGRAM...
    keys=$1 name=$2
    shift 2
    "$bench" 24 80 "$keys" "$name" "$@"
}
moves=jjjjjjjjkkkkkkkkjjjjjjjj
row "$moves" 'duban zh_CN, overview' "$DUBAN" --lang zh_CN --db "$db"
row "a$moves" 'duban zh_CN, attention' "$DUBAN" --lang zh_CN --db "$db"
row "$moves" 'duban en, overview' "$DUBAN" --lang en --db "$db"
row "$moves" 'duban en, no probe' "$DUBAN" --lang en --ambiguous-width 1 --db "$db"
row "$moves" 'less' less "$text"
# Others, where they are installed.
if command -v htop >/dev/null; then row "$moves" htop htop -d 1000; fi
if command -v tig >/dev/null; then row "$moves" tig tig; fi
if command -v ncdu >/dev/null; then row "$moves" ncdu ncdu "$BENCH_DIR"; fi

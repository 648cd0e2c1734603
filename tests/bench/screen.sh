#!/bin/sh
# The monitor on a line of its own at 80x24: the first screen beside that of less, in turn, and as
# reports grow (REPORTS, ROUNDS change it); then what a key that moves the choice takes on
# each view: at most 1 ms and 100 bytes, in the median.
set -eu
bin=$BUILD/tests/bench db=$BENCH_DIR/screen.db text=$BENCH_DIR/screen.txt
few=${FEW:-10000} many=${REPORTS:-1000000}
"$DUBAN" --db "$db" status >/dev/null 2>&1 || { # none yet, or of another format
    rm -f "$db"*
    "$DUBAN" --db "$db" demo --no-open >/dev/null
}
"$DUBAN" --db "$db" --lang zh_CN export >"$text"
"$bin/bench_views" "$BENCH_DIR" 200 "$few" 200 "$many" >/dev/null
TERM=xterm-256color LC_ALL=C.UTF-8
export TERM LC_ALL
as_of='--as-of 2021-12-31'
echo '| the first screen | ms | CPU ms | bytes | ratio | CPU ratio | at most |'
echo '|---|--:|--:|--:|--:|--:|--:|'
table() { # LIMIT NAME...: a line of bench_open for each name
    limit=$1
    shift
    while read -r ms cpu bytes ratio cpu_ratio; do
        echo "| $1 | $ms | $cpu | $bytes | $ratio | $cpu_ratio | $limit |"
        shift
    done
}
"$bin/bench_open" "${ROUNDS:-15}" less "$text" -- "$DUBAN" --lang zh_CN --db "$db" -- \
    "$DUBAN" --lang en --db "$db" -- "$bin/bench_floor" "$db" |
    table 1.50 less 'duban, zh_CN, the demo' 'duban, en, the demo' 'the libraries alone'
# shellcheck disable=SC2086 # two words
"$bin/bench_open" "${ROUNDS:-15}" "$DUBAN" $as_of --db "$BENCH_DIR/200-$few.db" -- \
    "$DUBAN" $as_of --db "$BENCH_DIR/200-$many.db" | table 1.30 "duban, $few reports" "duban, $many reports"
echo
printf '| %-28s | %6s | %6s | %6s | %6s | %6s |\n' view 'first' bytes 'a key' bytes most
printf '| %-28s | %6s | %6s | %6s | %6s | %6s |\n' '' ms '' ms median ''
echo '|---|--:|--:|--:|--:|--:|'
row() { # KEYS NAME PROGRAM...
    keys=$1 name=$2
    shift 2
    "$bin/bench_screen" 24 80 "$keys" "$name" "$@"
}
moves=jjjjjjjjkkkkkkkkjjjjjjjjkkkkkkkk cr=$(printf '\r')
views() { # WHOSE PROGRAM...
    whose=$1
    shift
    row "$moves" "$whose, overview" "$@"
    row "2v$moves" "$whose, section" "$@"
    row "2$cr$moves" "$whose, item" "$@"
    row "2$cr$cr$moves" "$whose, target" "$@"
    row "2$cr$cr""w$moves" "$whose, why a target" "$@"
    row "2W$moves" "$whose, why a section" "$@"
    row "a$moves" "$whose, attention" "$@"
    row "r$moves" "$whose, reporting" "$@"
    row "r$cr$moves" "$whose, schools" "$@"
    row "r$cr$cr$moves" "$whose, school" "$@"
    row "l$moves" "$whose, journal" "$@"
    row "?$moves" "$whose, help" "$@"
}
views 'duban en' "$DUBAN" --lang en --db "$db"
views 'duban zh_CN' "$DUBAN" --lang zh_CN --db "$db"
# shellcheck disable=SC2086 # two words
views "duban $many" "$DUBAN" $as_of --db "$BENCH_DIR/200-$many.db"
row "$moves" 'less' less "$text"
# Others, where they are installed.
if command -v htop >/dev/null; then row "$moves" htop htop -d 1000; fi
if command -v tig >/dev/null; then row "$moves" tig tig; fi
if command -v ncdu >/dev/null; then row "$moves" ncdu ncdu "$BENCH_DIR"; fi

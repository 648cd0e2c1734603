#!/bin/sh
# Taking files in, beside SQLite's own shell, a bare loop, and, where they are installed, sqlite-utils
# and csvsql: medians of five, in turn. ROWS and RUNS change the size; PEERS=0 leaves out the last
# two, which take minutes for a million rows.
set -eu
bin=$BUILD/tests/bench rows=${ROWS:-1000000} runs=${RUNS:-5}
work=$(mktemp -d "$BENCH_DIR/import.XXXXXX")
trap 'rm -rf "$work"' EXIT
base=$BENCH_DIR/empty-2000.db
unset DUBAN_DB
export LC_ALL=C.UTF-8 TZ=UTC

"$bin/bench_csv" "$base" "$rows" 0 "$work/all"
"$bin/bench_csv" "$base" 60000 0 "$work/one"
"$bin/bench_csv" "$base" 60000 200 "$work/part"
{ cat "$work/all0001.csv"; echo; } >"$work/again.csv" # the same rows in other bytes
tail -n +2 "$work/all0001.csv" >"$work/bare.csv"
cp "$work/all0001.csv" "$work/report.csv" # csvsql names its table after the file

# Each case makes ready what it needs, unmeasured, and sets the command.
table='CREATE TABLE report (school TEXT, target TEXT, date TEXT, value INTEGER, of INTEGER, note TEXT'
fresh() { rm -f "$work"/run.db*; cp "$base" "$work/run.db"; }
shell() { # END-OF-TABLE
    rm -f "$work"/run.db*
    sqlite3 "$work/run.db" "$table$1"
    set -- sqlite3 "$work/run.db" '.mode csv' ".import $work/bare.csv report"
    "$bin/bench_time" "$@"
}
measure() { # CASE
    case $1 in
    import) fresh && "$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import "$work/all0001.csv" ;;
    again) "$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import "$work/again.csv" ;;
    keyed) shell ', PRIMARY KEY (target, school, date)) WITHOUT ROWID' ;;
    plain) shell ')' ;;
    append) rm -f "$work"/run.db* && "$bin/bench_time" "$bin/bench_append" "$work/run.db" "$rows" ;;
    utils) rm -f "$work"/run.db* && "$bin/bench_time" sqlite-utils insert "$work/run.db" report \
        "$work/report.csv" --csv --silent --pk target --pk school --pk date ;;
    csvsql) rm -f "$work"/run.db* && "$bin/bench_time" csvsql --db "sqlite:///$work/run.db" \
        --insert --no-inference "$work/report.csv" 2>/dev/null ;;
    one) fresh && "$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import "$work/one0001.csv" ;;
    many) fresh && "$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import "$work"/part*.csv ;;
    esac
}

cases='import again keyed plain append one many'
peers=
[ "${PEERS:-1}" = 0 ] || for peer in sqlite-utils csvsql; do
    if command -v "$peer" >/dev/null; then peers="$peers ${peer#sqlite-}"; fi
done
for run in $(seq "$runs"); do
    for case in $cases $peers; do
        echo "$case $(measure "$case")"
    done
done >"$work/times"

median() { # CASE FIELD
    awk -v c="$1" -v f="$2" '$1 == c { print $f }' "$work/times" | sort -n |
        awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}
row() { # TEXT CASE [PEER LIMIT]
    wall=$(median "$2" 2) cpu=$(median "$2" 3) memory=$(median "$2" 4)
    ratio='' limit=''
    if [ $# -gt 2 ]; then
        ratio=$(awk -v a="$wall" -v b="$(median "$3" 2)" -v c="$cpu" -v d="$(median "$3" 3)" \
            'BEGIN { printf "%.2f | %.2f", a / b, c / d }')
        limit=$4
    else
        ratio=' | '
    fi
    awk -v t="$1" -v w="$wall" -v c="$cpu" -v m="$memory" -v r="$ratio" -v l="$limit" \
        'BEGIN { printf "| %s | %.0f | %.0f | %.1f | %s | %s |\n", t, w, c, m / 1024, r, l }'
}
echo "| $rows reports | ms | CPU ms | MiB | ratio | CPU ratio | at most |"
echo '|---|--:|--:|--:|--:|--:|--:|'
row '`duban import`, checked, keyed, journaled' import
row '... against `sqlite3 .import`, same key' keyed
row '... against `sqlite3 .import`, no key' plain
row '... against a bare append-only loop' append
row '`duban import` to `sqlite3 .import`, same key' import keyed 0.40
row '`duban import` to `sqlite3 .import`, no key' import plain 0.90
row '`duban import` to a bare append-only loop' import append 1.10
row 'the same rows once more, to the first time' again import 0.60
row 'one file of 60,000 rows' one
row '300 files of 200 rows, to the one file' many one 2.00
for peer in $peers; do
    case $peer in
    utils) row '... against `sqlite-utils insert`, same key' utils
        row '`duban import` to `sqlite-utils insert`' import utils '' ;;
    csvsql) row '... against `csvsql --insert`, no key' csvsql
        row '`duban import` to `csvsql --insert`' import csvsql '' ;;
    esac
done

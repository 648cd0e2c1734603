#!/bin/sh
# What a file of a gibibyte takes: the most memory that is held while it is taken in, its time, and
# how large the database's log grows. KINDs: "notes", rows with notes of 900 characters; "repeated",
# the same million rows again and again; "rejected", those with values that are none, into a file of
# rejected rows.
set -eu
bin=$BUILD/tests/bench mib=${MIB:-1023}
work=$(mktemp -d "$BENCH_DIR/memory.XXXXXX")
trap 'rm -rf "$work"' EXIT
base=$BENCH_DIR/empty-2000.db
unset DUBAN_DB
export LC_ALL=C.UTF-8 TZ=UTC TMPDIR="$work"

make_file() { # KIND
    case $1 in
    notes) awk -v max=$((mib * 1048576)) 'BEGIN { for (i = 0; i < 900; i++) note = note "n" }
        NR == 1 { line = $0 } NR > 1 { line = $0 note }
        { size += length(line) + 1; if (size > max) exit; print line }' ;;
    *) awk -F, -v OFS=, -v max=$((mib * 1048576)) -v bad="$1" '
        NR > 1 && bad == "rejected" { $4 = "lots" }
        { row[NR] = $0; size += length($0) + 1; print }
        END { while (1) for (i = 2; i <= NR; i++) {
            size += length(row[i]) + 1; if (size > max) exit; print row[i] } }' ;;
    esac <"$work/rows0001.csv" >"$work/big.csv"
}

# The most that the log takes, twice a second, as long as it is there.
watch_log() {
    most=0
    while [ -e "$work/watched" ]; do
        now=$(stat -c %s "$work/run.db-wal" 2>/dev/null || echo 0)
        [ "$now" -le "$most" ] || most=$now
        sleep 0.5
    done
    echo "$most" >"$work/log"
}

measure() { # KIND
    make_file "$1"
    rm -f "$work"/run.db* "$work/back.csv"
    cp "$base" "$work/run.db"
    touch "$work/watched"
    watch_log &
    "$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import "$work/big.csv" \
        --rejects "$work/back.csv" 2>/dev/null >"$work/time" || true
    rm "$work/watched"
    wait
    awk -v k="$1" -v b="$(stat -c %s "$work/big.csv")" -v r="$(wc -l <"$work/big.csv")" \
        -v l="$(cat "$work/log")" '{
        printf "| %s | %.0f | %d | %.0f | %.0f | %.1f | %.0f |\n", k, b / 1048576, r - 1, $1 / 1e3,
            $2 / 1e3, $3 / 1024, l / 1048576 }' "$work/time"
}

"$bin/bench_csv" "$base" 1000000 0 "$work/rows"
echo '| rows | MiB of file | rows | s | CPU s | MiB of memory | MiB of log |'
echo '|---|--:|--:|--:|--:|--:|--:|'
for kind in ${KIND:-notes repeated rejected}; do
    measure "$kind"
done

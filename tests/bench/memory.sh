#!/bin/sh
# What a file of a gibibyte takes: the most memory that is held while it is taken in, and its time.
# The same rows again and again, so that all but the first million are repeated keys (KIND=repeated),
# or one million rows with notes of 900 characters (KIND=notes, the default).
set -eu
bin=$BUILD/tests/bench mib=${MIB:-1023}
work=$(mktemp -d "$BENCH_DIR/memory.XXXXXX")
trap 'rm -rf "$work"' EXIT
base=$BENCH_DIR/empty-2000.db
unset DUBAN_DB
export LC_ALL=C.UTF-8 TZ=UTC TMPDIR="$work"

"$bin/bench_csv" "$base" 1000000 0 "$work/rows"
case ${KIND:-notes} in
notes) awk -v max=$((mib * 1048576)) 'BEGIN { for (i = 0; i < 900; i++) note = note "n" }
    NR == 1 { line = $0 } NR > 1 { line = $0 note }
    { size += length(line) + 1; if (size > max) exit; print line }' ;;
repeated) awk -v max=$((mib * 1048576)) '{ row[NR] = $0; size += length($0) + 1; print }
    END { while (1) for (i = 2; i <= NR; i++) {
        size += length(row[i]) + 1; if (size > max) exit; print row[i] } }' ;;
esac <"$work/rows0001.csv" >"$work/big.csv"
rm "$work/rows0001.csv"
cp "$base" "$work/run.db"
size=$(wc -c <"$work/big.csv") rows=$(wc -l <"$work/big.csv")
set -- $("$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import "$work/big.csv" \
    2>/dev/null || true)
echo '| MiB of file | rows | s | CPU s | MiB of memory |'
echo '|--:|--:|--:|--:|--:|'
awk -v b="$size" -v r="$rows" -v w="$1" -v c="$2" -v m="$3" 'BEGIN {
    printf "| %.0f | %d | %.0f | %.0f | %.1f |\n", b / 1048576, r - 1, w / 1e3, c / 1e3, m / 1024 }'

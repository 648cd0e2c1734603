#!/bin/sh
# What grows with the number of reports, and how fast: 10 k, 100 k, 1 M, and with GROWTH=10000000
# also 10 M. The last column is the slope of the logarithms: 0 is flat, 1 in step with the reports.
set -eu
bin=$BUILD/tests/bench runs=${RUNS:-5} schools=2000
sizes='10000 100000 1000000'
[ "${GROWTH:-0}" -le 1000000 ] || sizes="$sizes $GROWTH"
work=$(mktemp -d "$BENCH_DIR/growth.XXXXXX")
trap 'rm -rf "$work"' EXIT
unset DUBAN_DB
export LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color

median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

# Files, and the databases that the views look at. Fewer schools have no room for ten million reports
# in a year, one a day and target.
pairs=
for size in $sizes; do
    "$bin/bench_csv" "$BENCH_DIR/empty-2000.db" "$size" 0 "$work/$size-"
    pairs="$pairs $schools $size"
done
"$bin/bench_views" "$BENCH_DIR" $pairs >"$work/views"

for run in $(seq "$runs"); do
    for size in $sizes; do
        rm -f "$work"/run.db*
        cp "$BENCH_DIR/empty-2000.db" "$work/run.db"
        "$bin/bench_time" "$DUBAN" --db "$work/run.db" --as-of 2021-12-31 import \
            "$work/$size-0001.csv" | awk -v s="$size" '{ print s, $2 * 1000 / s }' >>"$work/import"
        stat -c '%s' "$work/run.db" | awk -v s="$size" '{ print s, $1 / s }' >>"$work/bytes"
        "$bin/bench_time" "$DUBAN" --db "$BENCH_DIR/$schools-$size.db" --as-of 2021-12-31 status |
            awk -v s="$size" '{ print s, $2 }' >>"$work/status"
        "$bin/bench_screen" 24 80 jjjjjjjj first "$DUBAN" --lang en --ambiguous-width 1 \
            --as-of 2021-12-31 --db "$BENCH_DIR/$schools-$size.db" |
            awk -F'|' -v s="$size" '{ print s, $3 + 0 }' >>"$work/paint"
    done
done

row() { # TEXT VALUE...: one for each size
    text=$1
    shift
    echo "$sizes" | tr ' ' '\n' | awk -v text="$text" -v values="$*" '
        BEGIN { split(values, v, " "); printf "| %s |", text }
        { y = v[NR]; printf " %.3g |", y
          lx = log($1); ly = log(y > 0.01 ? y : 0.01); n++; sx += lx; sy += ly; sxx += lx * lx; sxy += lx * ly }
        END { printf " %.2f |\n", (n * sxy - sx * sy) / (n * sxx - sx * sx) }'
}
of() { # FILE: the medians, in the order of sizes
    for size in $sizes; do
        awk -v s="$size" '$1 == s { print $2 }' "$work/$1" | median
    done
}
echo "| reports | $(echo "$sizes" | sed 's/ / | /g') | exponent |"
echo "|---|$(echo "$sizes" | sed 's/[0-9][0-9]*/--:|/g; s/ //g')--:|"
row 'import, CPU µs a row' $(of import)
row 'file, bytes a report' $(of bytes)
row '`status`, CPU ms' $(of status)
row 'first screen, ms' $(of paint)
# A row of bench_views is "| view | value | value ... |".
grep '^| ' "$work/views" | tail -n +2 | while IFS='|' read -r _ name values; do
    row "view: $(echo "$name" | sed 's/^ *//; s/ *$//'), CPU ms" $(echo "$values" | tr '|' ' ')
done

#!/bin/sh
# Line and branch coverage of our own code by file and by layer: coverage.sh BUILD, after a check that was
# built with COVERAGE=1.
set -eu
build=$1
summary=$build/coverage.txt
: >"$summary"
for object in $(find "$build/src" -name '*.gcno' | sort); do
    source=${object#"$build"/}
    [ -f "${source%.gcno}.c" ] || continue # it was there when something older was built
    gcov -b -c -n -o "$object" "${source%.gcno}.c" 2>/dev/null |
        awk -v wanted="${source%.gcno}.c" '
            /^File / { gsub(/\047/, "", $2); here = $2 == wanted }
            here && /^Lines executed:/ { split($0, a, /[:% ]+/); lines = a[3]; total = a[5] }
            here && /^Taken at least once:/ { split($0, a, /[:% ]+/); taken = a[5]; branches = a[7] }
            here && /^No branches/ { taken = 0; branches = 0 }
            END { if (total) printf "%s %.2f %d %.2f %d\n", wanted, lines, total, taken, branches }
        ' >>"$summary"
done
awk '{
        printf "%-36s %6.1f%% %6.1f%% %6d\n", $1, $2, $5 ? $4 : 100, $5
        split($1, path, "/"); layer = path[2]
        lines[layer] += $2 * $3 / 100; total[layer] += $3
        taken[layer] += $4 * $5 / 100; branches[layer] += $5
        lines["all"] += $2 * $3 / 100; total["all"] += $3
        taken["all"] += $4 * $5 / 100; branches["all"] += $5
    }
    END {
        printf "%-8s %8s %8s %9s\n", "layer", "lines", "branches", "of"
        n = split("base model lang store import report ui app all", order, " ")
        for (i = 1; i <= n; i++) {
            layer = order[i]
            if (total[layer])
                printf "%-8s %7.1f%% %7.1f%% %9d\n", layer, 100 * lines[layer] / total[layer],
                    branches[layer] ? 100 * taken[layer] / branches[layer] : 100, branches[layer]
        }
    }' "$summary"

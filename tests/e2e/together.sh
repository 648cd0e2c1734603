#!/bin/sh
# Small files share a transaction, and their rows go in in the order of keys: what becomes of each is
# what would become of it by itself, after those before it.
. "$DUBAN_TESTS/support/lib.sh"
today=2021-09-15
"$DUBAN" --db empty.db init >/dev/null

# Files whose series overlap, fall and repeat, some with rows of nobody, one in nine only of such.
make_files() { # SEED COUNT
    rm -f f*.csv
    awk -v seed="$1" -v count="$2" 'function chance(n) { return int(rand() * n) }
        BEGIN {
            srand(seed)
            for (f = 1; f <= count; f++) {
                name = sprintf("f%02d.csv", f)
                print "school,target,date,value,of,note" >name
                for (row = chance(12); row >= 0; row--) {
                    month = 1 + chance(8)
                    school = chance(20) > 0 && f % 9 > 0 ? "WJ-K00" 1 + chance(4) : "NOBODY"
                    printf "%s,%s,2021-%02d-%02d,%d,,%s\n", school, chance(3) ? "5.1" : "5.2", month,
                        1 + chance(4) * 7, month * 3 + chance(6), chance(4) ? "" : "note " f >name
                }
                close(name)
            }
        }'
    cp f01.csv f05.csv # the same bytes
}
kept() { # DB: all of it, but for the moments
    rm -rf kept && "$DUBAN" --db "$1" export kept >/dev/null
    cat kept/*.csv | sed 's/[0-9-]*T[0-9:]*Z//g'
}
by_itself() { # OPTION...
    for name in f*.csv; do
        "$DUBAN" --db each.db --as-of $today import "$@" "$name" 2>>each.err
    done >each.out
}
compare() { # SEED COUNT OPTION...
    make_files "$1" "$2"
    shift 2
    cp empty.db each.db && cp empty.db all.db
    : >each.err
    by_itself "$@"
    "$DUBAN" --db all.db --as-of $today import "$@" f*.csv >all.out 2>all.err
    same "$(cat all.out)" "$(cat each.out)"
    same "$(sort -u all.err)" "$(sort -u each.err)" # the last error is said at the end again
    same "$(kept all.db)" "$(kept each.db)"
    run 0 "$DUBAN" --db all.db doctor
}
compare 1 40
has "$(cat all.out)" 'f05.csv: '
has "$(cat all.err)" 'WJ-K'
compare 2 40 --allow-decrease
compare 3 40 --strict
compare 4 12 --dry-run
same "$("$DUBAN" --db all.db imports | grep -c csv)" 0
compare 5 150 --allow-decrease
for batch in 7 3 20; do
    run 0 "$DUBAN" --db all.db imports undo $batch
    run 0 "$DUBAN" --db each.db imports undo $batch
done
same "$(kept all.db)" "$(kept each.db)"

# ---- an inbox: one file has nothing but values that fall, which shows when all the others are judged
one() { # NAME VALUE...
    { echo school,target,date,value && echo "WJ-K001,5.1,2021-0$2-01,$3"; } >"inbox/$1"
}
mkdir inbox
cp empty.db all.db
one a.csv 3 20
one b.csv 4 10
one c.csv 5 30
echo 'NOBODY,5.1,2021-05-01,30' >>inbox/c.csv
"$DUBAN" --db all.db --as-of $today inbox --settle 0 inbox >all.out 2>all.err
same "$("$DUBAN" --db all.db imports --format csv | cut -d, -f 1,2,7-11 | sed 1d | sort)" '1,a.csv,1,1,0,0,0
2,c.csv,2,1,0,0,1'
same "$(find inbox -name '*.rejects*' | sort | tr '\n' ' ')" \
    'inbox/done/c.csv.rejects.csv inbox/rejected/b.csv.rejects.csv '
run 0 "$DUBAN" --db all.db doctor

finish

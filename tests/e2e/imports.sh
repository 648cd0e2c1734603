#!/bin/sh
# The batches: listed for ever, shown with their rejected rows, undone by number in any order.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
listed() { # whenever it was taken in: the stamps are the machine's
    "$DUBAN" --lang en --db a.db imports "$@"
}
figure() {
    duban status --format csv | awk -F, -v t="$1" 'NR == 1 { for (i = 1; i <= NF; i++)
        if ($i == "actual") n = i } $1 == t { print $n }'
}
file() { # NAME VALUE...: of WJ-K001, WJ-K002 ...
    name=$1 n=0
    shift
    echo school,target,date,value >"$name"
    for value; do
        n=$((n + 1))
        echo "WJ-K00$n,5.1,2021-09-01,$value" >>"$name"
    done
}
run 0 duban init
run 0 listed
has "$out" 'no file was taken in yet'
run 0 listed --format json
has "$out" '"imports": []'

file first.csv 10 20 30
echo 'NOBODY,5.1,2021-09-01,1' >>first.csv
file second.csv 11
run 1 duban import first.csv
run 0 duban import second.csv
run 0 duban set 5.1 35 --school WJ-K003 --date 2021-09-01
same "$(figure 5.1)" 66

# ---- the list and one of it ----------------------------------------------------------------------
run 0 duban imports # nothing was, by that day
has "$out" 'no file was taken in yet'
run 0 listed
has "$(printf '%s\n' "$out" | sed -n 2p)" 'second.csv'
has "$(printf '%s\n' "$out" | sed -n 3p)" 'first.csv'
run 0 listed --format csv
same "$(printf '%s\n' "$out" | sed -n 3p | cut -d, -f 1,2,7-12)" '1,first.csv,4,3,0,0,1,0'
run 0 duban imports show 1
has "$out" 'import 1: first.csv'
has "$out" 'first.csv:5:1: no school'
run 0 duban imports show 1 --format json
has "$out" '"format": "duban-imports/1"'
has "$out" '"code": "unknown-school"'
has "$out" '"undone_by": null'
run 0 duban imports show 1 --format csv
same "$(printf '%s\n' "$out" | sed -n 2p | cut -d, -f 1-4)" 'first.csv,5,1,unknown-school'
run 65 duban imports show 9
has "$err" "there is no import 9; 'duban imports' lists them"
run 64 duban imports show first
run 64 duban imports show 1x
run 64 duban imports undo 0
run 64 duban imports show

# ---- undo by number, what was changed since is left ------------------------------------------------
run 77 duban --read-only imports undo 1
run 0 duban imports undo 1 --format json
has "$out" '"restored": 0'
has "$out" '"removed": 1'
has "$out" '"school": "WJ-K003"'
has "$out" '"undone": true'
same "$(figure 5.1)" 46
run 1 duban imports undo 1
has "$err" 'undone already'
run 0 duban imports undo 2
has "$out" '0 values stand again as before, 1 are gone, 0 were changed since'
same "$(figure 5.1)" 35
run 0 listed
has "$out" 'undone by'
run 0 "$DUBAN" --lang en --db a.db log
has "$out" 'first.csv'
run 0 duban doctor

# The file comes in again under a new number.
run 1 duban import first.csv
has "$out" 'import 3'
same "$(figure 5.1)" 60
run 0 duban imports undo 3
has "$out" '1 values stand again as before, 2 are gone'
same "$(figure 5.1)" 35

# ---- the same bytes, with something else said beside them -------------------------------------------
printf 'target,value\n5.2,1\n' >bare.csv
run 0 duban import bare.csv --school WJ-K001 --date 2021-09-01
run 0 duban import bare.csv --school WJ-K001 --date 2021-09-01
has "$out" 'the same file as import'
run 0 duban import bare.csv --school WJ-K002 --date 2021-09-01
has "$out" '1 new'
run 0 duban import bare.csv --school WJ-K002 --date 2021-09-02
has "$out" '1 new'
batch=$(listed --format csv | sed -n '2s/,.*//p')
run 0 duban imports show "$batch"
has "$out" '  --school WJ-K002 --date 2021-09-02'
printf 'school,target,date,value\nWJ-K003,5.1,2021-09-02,48\nWJ-K003,5.1,2021-09-03,49\n' >falls.csv
run 0 duban import falls.csv
printf 'school,target,date,value\nWJ-K003,5.1,2021-09-04,7\nWJ-K003,5.1,2021-09-05,70\n' >falls.csv
run 1 duban import falls.csv
has "$err" 'allow-decrease'
run 0 duban import falls.csv --allow-decrease
has "$out" '1 new, 0 changed, 1 the same'
run 0 duban import falls.csv
has "$out" 'the same file as import'

finish

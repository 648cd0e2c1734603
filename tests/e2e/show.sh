#!/bin/sh
# One target, one school: every figure with the file and line, or the person, that it came from.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --db a.db --as-of 2021-09-15 "$@"
}
run 0 duban init
printf 'school,target,date,value,note\nWJ-P001,5.1,2021-06-30,120,first class\nWJ-P001,23.2,2021-06-30,yes,\n' >p1.csv
run 0 duban import p1.csv
run 0 duban set 5.1 30 --school WJ-P002 --date 2021-07-01 --note 'by phone'
run 0 duban show 5.1
has "$out" 'p1.csv:2'
has "$out" 'first class'
has "$out" 'by phone'
has "$out" "$(id -un)"
has "$out" 'New school places'
run 0 duban show 5.1 --format csv
same "$(printf '%s\n' "$out" | head -n 1)" 'school,target,date,value,of,note,import,file,line,who'
has "$out" "WJ-P001,5.1,2021-06-30,120,,first class,1,p1.csv,2,$(id -un)"
has "$out" "WJ-P002,5.1,2021-07-01,30,,by phone,0,,0,$(id -un)"
has "$out" 'WJ-P003,5.1,,,,,0,,0,'
run 0 duban show 5.1 --format json
has "$out" '"format": "duban-show/1"'
has "$out" '"code": "5.1"'
has "$out" '"file": "p1.csv"'
run 0 duban show WJ-P001
has "$out" 'p1.csv:3'
has "$out" 'Schools with a counselling room'
run 0 duban show WJ-P001 --format json
has "$out" '"school": "WJ-P001"'
run 0 "$DUBAN" --db a.db --as-of 2021-06-29 show WJ-P001 --format csv
lacks "$out" 'p1.csv'
run 65 duban show nothing
has "$err" "no target or school nothing"
finish

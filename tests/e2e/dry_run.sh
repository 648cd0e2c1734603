#!/bin/sh
# A rehearsal says exactly what would happen, by target and school, and what became of each file
# stands in one document for programs.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
rows() { # TEXT: the rows of its tables, blanks squeezed, without names
    printf '%s\n' "$1" | awk '/^  / { print $1, $2, $3, $4, $5 }'
}
run 0 duban init
printf 'school,target,date,value\nWJ-K001,5.1,2021-09-01,10\nWJ-K002,5.1,2021-09-01,20\n' >old.csv
run 0 duban import old.csv

# New, changed, same, rejected with and without a known target and school.
cat >new.csv <<'CSV'
school,target,date,value
WJ-K001,5.1,2021-09-01,10
WJ-K002,5.1,2021-09-01,21
WJ-K003,5.1,2021-09-01,30
WJ-K003,5.2,2021-09-01,maybe
NOBODY,5.1,2021-09-01,1
WJ-K001,5.1,2021-09-10,9
CSV
before=$(cksum <a.db)
run 1 duban import --dry-run new.csv
has "$out" '6 reports: 1 new, 1 changed, 1 the same, 3 rejected (UTF-8, long form); nothing kept (--dry-run)'
same "$(rows "$out")" 'target new changed same rejected
5.1 1 1 1 2
5.2 0 0 0 1
school new changed same rejected
WJ-K001 0 0 1 1
WJ-K002 0 1 0 0
WJ-K003 1 0 0 1
? 0 0 0 1'
same "$(cksum <a.db)" "$before"
run 1 duban import --strict new.csv
has "$out" 'nothing kept (--strict)'
has "$(rows "$out")" 'WJ-K002 0 1 0 0'

# ---- one document ----------------------------------------------------------------------------------
run 1 duban import --dry-run --format json new.csv
has "$out" '"format": "duban-import/1"'
has "$out" '"outcome": "dry-run"'
has "$out" '"import": null'
has "$out" '"school": null'
has "$out" '"code": "bad-value"'
has "$out" '"form": "long"'
same "$(printf '%s\n' "$out" | grep -c '"line": ')" 3
has "$err" 'duban: new.csv:5:4: '
run 64 duban import --dry-run --format csv new.csv

# Wide form: what is lost with a row's date is lost for each of its values.
printf 'school,date,5.1,5.2\nWJ-K001,soon,1,1\nWJ-K002,2021-09-02,22,1\n' >wide.csv
run 1 duban import --dry-run wide.csv
has "$(rows "$out")" '5.2 1 0 0 1'
has "$(rows "$out")" 'WJ-K001 0 0 0 2'
has "$(rows "$out")" '5.1 1 0 0 1'

# Several files: each by itself, the last error decides, and all are in the document.
printf 'school,target,date,value\nNOBODY,5.1,2021-09-01,1\n' >none.csv
run 66 duban import --format json old.csv none.csv - new.csv nosuch.csv
has "$out" '"file": "nosuch.csv"'
has "$out" '"status": 66'
same "$(printf '%s\n' "$out" | sed -n 's/.*"outcome": "\(.*\)".*/\1/p' | tr '\n' ' ')" \
    'seen nothing unusable taken-in unusable '
same "$(printf '%s\n' "$out" | sed -n 's/.*"import": \(.*\),/\1/p' | tr '\n' ' ')" '1 null null 2 null '
run 64 duban import - -
has "$err" 'standard input and can be read once'
duban import - --format json <wide.csv >piped.json 2>/dev/null
same "$?" 1
has "$(cat piped.json)" '"outcome": "taken-in"'
has "$(cat piped.json)" '"file": "-"'

finish

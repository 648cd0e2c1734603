#!/bin/sh
# Files as schools send them, through the program into the figures and out again.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --db a.db --as-of 2021-09-15 "$@"
}
figure() { # TARGET: its actual
    "$DUBAN" --db a.db --as-of 2021-09-15 status --format json |
        awk -v code="\"$1\"" '/"code":/ { here = index($0, code) > 0 }
            here && /"actual":/ { gsub(/[^0-9.]/, ""); print; exit }'
}

run 0 duban init
run 0 duban plan export plan
key=$(awk -F, 'NR > 1 { print $1; exit }' plan/schools.csv)
run 0 test -n "$key"
kindergarten=$(awk -F, '$5 == "kindergarten" { print $1; exit }' plan/schools.csv)
primary=$(awk -F, '$5 == "primary" { print $1; exit }' plan/schools.csv)

# ---- long form, as Excel saves "CSV UTF-8" -----------------------------------------------------
printf '\357\273\277school,target,date,value\r\n%s,5.1,2021-06-30,120\r\n%s,5.1,2021/9/1,"1,200"\r\n' \
    "$kindergarten" "$primary" >long.csv
run 0 duban import long.csv
has "$out" '2 new'
same "$(figure 5.1)" 1320
run 0 duban import long.csv
has "$out" 'nothing changed'
same "$(figure 5.1)" 1320

# ---- a whole series is corrected upwards -------------------------------------------------------
series() { # VALUE...
    echo school,target,date,value
    for value; do
        echo "$kindergarten,5.1,2021-0$((month += 1))-01,$value"
    done
}
"$DUBAN" --db s.db init >/dev/null
month=0 && series 10 20 30 40 >first.csv
month=0 && series 25 35 45 55 >second.csv
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 import first.csv
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 import second.csv
has "$out" '0 new, 4 changed, 0 the same, 0 rejected'
run 0 "$DUBAN" --db s.db doctor

# ---- wide form in GB18030, as WPS saves it -----------------------------------------------------
printf '学校代码,填报日期,5.1,5.2\n%s,2021年9月10日,１５０,是\n' "$kindergarten" |
    iconv -f UTF-8 -t GB18030 >wide.csv
run 0 duban import wide.csv
has "$out" 'GB18030'
has "$out" 'wide form'
same "$(figure 5.1)" 1350

# ---- one bad row does not block the good ones --------------------------------------------------
printf 'school,target,date,value\n%s,5.1,2021-09-11,160\nNOBODY,5.1,2021-09-11,1\n%s,5.1,2021-13-40,9\n' \
    "$kindergarten" "$primary" >bad.csv
run 1 duban import bad.csv
has "$err" 'duban: bad.csv:3:1: '
has "$err" 'duban: bad.csv:4:3: '
has "$out" '1 new'
has "$out" '2 rejected'
same "$(figure 5.1)" 1360
run 0 duban import --dry-run long.csv

# ---- standard input, strict, dry run -----------------------------------------------------------
printf 'school,target,date,value\n%s,5.1,2021-09-12,161\nNOBODY,5.1,2021-09-11,1\n' \
    "$kindergarten" >strict.csv
run 1 duban import --strict strict.csv
same "$(figure 5.1)" 1360
run 1 duban import --dry-run strict.csv
same "$(figure 5.1)" 1360
run 66 duban import nosuch.csv
has "$err" 'nosuch.csv'
printf 'PK\003\004rest of a workbook' >book.csv
run 65 duban import book.csv
mkfifo pipe.csv
run 66 duban import pipe.csv

# ---- merged cells: refused, or filled down on request ------------------------------------------
printf 'school,target,date,value\n%s,5.1,2021-09-13,170\n,,2021-09-14,171\n' "$kindergarten" >merged.csv
run 1 duban import --dry-run merged.csv
has "$err" 'duban: merged.csv:3:1: the cell is empty'
has "$err" '--fill-down'
run 0 duban import --dry-run --fill-down merged.csv
has "$out" '2 new'

# ---- the whole file back -----------------------------------------------------------------------
run 0 duban undo
same "$(figure 5.1)" 1350

# ---- many files: one after the other, as each would be by itself ---------------------------------
"$DUBAN" --db t.db init >/dev/null && cp t.db each.db
echo school,target,date,value | tee one.csv two.csv bad.csv >three.csv
echo "$kindergarten,5.1,2021-03-01,20" >>one.csv
echo "$kindergarten,5.1,2021-03-02,10" >>two.csv # falls: only known where the first one is in
printf 'NOBODY,5.1,2021-03-01,1\n%s,5.1,2021-03-04,40\n' "$kindergarten" >>bad.csv
echo "$kindergarten,5.1,2021-03-04,50" >>three.csv
cp one.csv twin.csv
run 66 "$DUBAN" --db t.db --as-of 2021-09-15 import one.csv two.csv twin.csv nosuch.csv bad.csv three.csv
together=$out findings=$err
for name in one two twin nosuch bad three; do
    "$DUBAN" --db each.db --as-of 2021-09-15 import $name.csv 2>>each.err
done >each.out
same "$together" "$(cat each.out)"
same "$findings" "$(cat each.err; grep nosuch each.err)" # the last error is that of the exit status
has "$together" 'twin.csv: '
run 0 "$DUBAN" --db t.db doctor
same "$("$DUBAN" --db t.db status --format csv)" "$("$DUBAN" --db each.db status --format csv)"
batches() { "$DUBAN" --db "$1" imports | awk '{ print $1, $4, $5, $6, $7, $8 }'; }
same "$(batches t.db)" "$(batches each.db)"

# ---- export loads back the same ----------------------------------------------------------------
run 0 duban export everything
run 0 "$DUBAN" --db b.db init --plan everything/plan
run 0 "$DUBAN" --db b.db --as-of 2021-09-15 import everything/reports.csv
run 0 "$DUBAN" --db b.db --as-of 2021-09-15 export again
run 0 diff -r everything/plan again/plan
run 73 duban export everything
same "$("$DUBAN" --db b.db --as-of 2021-09-15 status --format csv)" "$(duban status --format csv)"

# ---- a plan that is wrong says where -----------------------------------------------------------
cp -r plan broken
sed '3s/sum\|milestone\|share/guess/' plan/targets.csv >broken/targets.csv
run 65 "$DUBAN" --db c.db init --plan broken
has "$err" 'targets.csv:3:'
run 1 test -e c.db

# More than before, but of more: it is the share that falls.
printf 'school,target,date,value,of\nWJ-P002,6.1,2021-08-01,45,48\nWJ-P002,6.1,2021-09-01,46,60\n' >share.csv
run 1 "$DUBAN" --lang en --db a.db --as-of 2021-09-15 import --dry-run share.csv
has "$err" "share.csv:3:4: as a share of its total 46 does not fit the school's other reports on target 6.1"

finish

#!/bin/sh
# What is exported comes back as it was: an archive makes an equal database, and says where it is
# wrong. Its reports, imported where they are from, change nothing; through other encodings and by a
# pipe likewise.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" "$@"
}
piped() { # FILE: it comes through a pipe
    cat "$1" | duban --db b.db --as-of 2021-09-15 import -
}
directly() { # FILE: it is standard input
    duban --db b.db --as-of 2021-09-15 import - <"$1"
}

run 0 duban --db a.db demo --no-open
cat >odd.csv <<'CSV'
school,target,date,value,of,note
WJ-P001,1.3,2021-09-15,1,,=1+1
WJ-P002,1.3,2021-09-15,1,,"a ""b"", c; d"
WJ-P003,1.3,2021-09-15,1,,'tis
WJ-K001,1.3,2021-09-15,1,,龚䶮𠮷
WJ-K002,1.3,2021-09-15,1,,-2+3
WJ-K003,1.3,2021-09-15,1,,@home
CSV
run 0 duban --db a.db import odd.csv --allow-decrease
run 0 duban --db a.db --as-of 2021-09-15 export one
run 0 duban --db a.db import one/reports.csv
has "$out" ' 0 new, 0 changed, '
has "$out" ' 0 rejected '

run 0 duban --db b.db init --plan one/plan
run 0 duban --db b.db --as-of 2021-09-15 import one/reports.csv
same "$(duban --db b.db --as-of 2021-09-15 export)" "$(duban --db a.db export)"

# Everything, with one command.
run 0 duban --db a.db problem add '=late' --target 5.1 --owner 李明 --due 2021-12-01
run 0 duban --db a.db draw --schools 3 --seed 7
run 0 duban --db a.db set-goal 5.1 7000
run 0 duban --db a.db undo
printf '%s\n' 'school,target,date,value' WJ-P001,5.1,2021-09-14,777 WJ-P001,5.1,2021-09-31,7 >new.csv
run 1 duban --db a.db import new.csv --allow-decrease
run 0 duban --db a.db imports undo 2
run 0 duban --db a.db set-threshold 5.1 spi_min 0.8
run 0 duban --db a.db users set bob clerk --school WJ-P001
run 0 duban --db a.db export all
run 0 duban --db c.db init --from all
has "$out" '111 targets, 212 schools'
run 0 duban --db c.db export again
run 0 diff -r all again
run 0 duban --db c.db doctor
for db in a.db c.db; do # the journal lives on
    run 0 duban --db $db undo
    has "$out" 'goal or date'
done
for command in log imports 'users' 'problem list' 'draw show 1' 'status --compare 2021-06-30'; do
    # shellcheck disable=SC2086
    same "$(duban --db a.db $command | sed 's/....-..-..T..:..:..Z//')" \
        "$(duban --db c.db $command | sed 's/....-..-..T..:..:..Z//')"
done

# A day's part of it.
run 0 duban --db a.db --as-of 2021-06-30 export june
same "$(cat june/users.csv)" 'name,role,school'
run 0 duban --db d.db init --from june
run 0 duban --db d.db --as-of 2021-06-30 export june2
run 0 diff -r june june2
same "$(duban --db d.db --as-of 2021-06-30 status)" "$(duban --db a.db --as-of 2021-06-30 status)"

# What is wrong is named, and no database appears.
spoilt() { # FILE SED-SCRIPT TEXT
    rm -rf bad
    cp -r all bad
    sed "$2" "all/$1" >"bad/$1"
    run 65 duban --db e.db init --from bad
    has "$err" "bad/$1:$3"
    run 1 test -e e.db
}
spoilt archive.csv 's|archive/1|archive/9|' '2:1: this is no archive of the format'
spoilt terms.csv '2s/2021-../2021-77/' '2:2: "2021-77'
spoilt terms.csv '3s/^[^,]*/99.9/' '3:1: "99.9" is not in targets.csv'
spoilt terms.csv '1s/since/after/' '1: the header is not'
spoilt reports.csv '5s/^[^,]*/nobody/' '5:1: "nobody" is not in schools.csv'
spoilt reports.csv '5s/^\([^,]*,[^,]*,[^,]*\),[^,]*/\1,/' '5:4: the cell is empty'
spoilt reports.csv '5s/^\([^,]*,[^,]*,[^,]*\),[^,]*/\1,1e9/' '5:4: "1e9" is no number'
spoilt reports.csv '5s/$/,1/' '5: the row has 11 cells'
spoilt reports.csv '3s/,1,\([0-9]*\),/,77,\1,/' '3: this row contradicts'
spoilt changes.csv 's/{""goal_min""/{""/' '4: this row contradicts'
spoilt issues.csv '2s/^[0-9]*,/9,/' '2: this row contradicts'
spoilt users.csv '2s/clerk/king/' '2: this row contradicts'
rm -rf bad/draws.csv
run 66 duban --db e.db init --from bad
has "$err" 'bad/draws.csv: cannot open'
run 64 duban --db e.db init --from all --plan wujin-2021
run 73 duban --db a.db init --from all

for encoding in GB18030 UTF-16; do
    iconv -f UTF-8 -t "$encoding" one/reports.csv >"$encoding.csv"
    run 0 duban --db b.db --as-of 2021-09-15 import "$encoding.csv"
    has "$out" ' 0 new, 0 changed, '
    has "$out" " 0 rejected ($encoding"
done
echo >>one/reports.csv
run 0 piped one/reports.csv
has "$out" ' 0 new, 0 changed, '
run 0 directly one/reports.csv
has "$out" 'the same file as import '
finish

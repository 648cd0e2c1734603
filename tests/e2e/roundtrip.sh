#!/bin/sh
# What is exported comes back as it was: into the database that it is from it changes nothing, and
# into an empty one it makes the same export. Also through other encodings, and by a pipe.
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
run 0 duban --db a.db export one
run 0 duban --db a.db import one/reports.csv
has "$out" ' 0 new, 0 changed, '
has "$out" ' 0 rejected '

run 0 duban --db b.db init --plan one/plan
run 0 duban --db b.db --as-of 2021-09-15 import one/reports.csv
run 0 duban --db b.db --as-of 2021-09-15 export two
run 0 cmp one/reports.csv two/reports.csv
run 0 duban --db b.db doctor

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

#!/bin/sh
# A drop folder: whose folder it is decides, all is moved with its report, nothing is lost.
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
csv() { # FILE ROW...
    file=$1
    shift
    { echo school,target,date,value && printf '%s\n' "$@"; } >"$file"
}
files() { # what lies in the inbox now
    (cd in && find . -type f ! -name .duban-inbox.lock | LC_ALL=C sort | sed 's|^\./||')
}
run 0 duban init
run 66 duban inbox nosuch
mkdir in
run 0 duban inbox in
same "$out$err" ''

# ---- the office's file, a school's own, and one that reaches for another school ---------------------
mkdir in/WJ-K001 in/WJ-K002
csv in/office.csv WJ-K003,5.1,2021-09-01,30 WJ-P001,5.1,2021-09-01,40
csv in/WJ-K001/sept.csv WJ-K001,5.1,2021-09-01,10
csv in/WJ-K002/sept.csv WJ-K002,5.1,2021-09-01,20 WJ-K001,5.1,2021-09-01,99
csv in/WJ-K002/evil.csv WJ-K001,5.1,2021-09-01,98
printf 'target,date,value\n5.1,2021-09-02,11\n' >in/WJ-K001/short.csv # whose it is, the folder says
run 1 duban inbox in --settle 0
same "$(figure 5.1)" 101
has "$out" 'WJ-K001/sept.csv: 1 reports: 1 new'
has "$out" '  -> done/WJ-K001/sept.csv'
has "$out" '  -> rejected/WJ-K002/evil.csv'
same "$(files)" 'done/WJ-K001/sept.csv
done/WJ-K001/sept.csv.report.txt
done/WJ-K001/short.csv
done/WJ-K001/short.csv.report.txt
done/WJ-K002/sept.csv
done/WJ-K002/sept.csv.rejects.csv
done/WJ-K002/sept.csv.report.txt
done/office.csv
done/office.csv.report.txt
rejected/WJ-K002/evil.csv
rejected/WJ-K002/evil.csv.rejects.csv
rejected/WJ-K002/evil.csv.report.txt'
has "$(cat in/done/WJ-K002/sept.csv.report.txt)" 'WJ-K002/sept.csv:3:1: '
has "$(cat in/done/WJ-K002/sept.csv.rejects.csv)" 'WJ-K001,5.1,2021-09-01,99'
run 0 duban show WJ-K001 --format csv
has "$out" ',WJ-K001/short.csv,2,'

# ---- the same name and the same bytes again: nothing is overwritten ---------------------------------
cp in/done/office.csv in/office.csv
run 0 duban inbox in --settle 0
has "$out" 'the same file as import'
has "$out" 'done/office.2.csv'
csv in/office.csv WJ-K003,5.1,2021-09-01,31
run 0 duban inbox in --settle 0 --format json
has "$out" '"format": "duban-inbox/1"'
has "$out" '"moved": "done/office.3.csv"'
run 0 test -s in/done/office.3.csv.report.json
has "$(cat in/done/office.3.csv.report.json)" '"format": "duban-import/1"'
same "$(sed -n 2p in/done/office.csv)" 'WJ-K003,5.1,2021-09-01,30'

# ---- what is no file is moved unopened; what may still be on its way stays --------------------------
csv secret.csv WJ-K001,5.1,2021-09-09,500
ln -s ../../secret.csv in/WJ-K001/link.csv
mkfifo in/WJ-K001/pipe.csv
ln -s ../in in/loop
mkdir in/WJ-K001/folder.csv in/archive
csv in/WJ-K001/a.csv.part WJ-K001,5.1,2021-09-09,501
csv 'in/WJ-K001/~$b.csv' WJ-K001,5.1,2021-09-09,502
csv in/WJ-K001/c.csv.filepart WJ-K001,5.1,2021-09-09,503
csv in/.hidden.csv WJ-K001,5.1,2021-09-09,504
run 1 duban inbox in --settle 0
has "$out" 'quarantine/WJ-K001/link.csv'
has "$out" 'quarantine/WJ-K001/pipe.csv'
has "$out" 'quarantine/loop'
has "$out" "archive: left alone: the folder has no school's code"
has "$out" 'WJ-K001/folder.csv: left alone'
run 0 test -L in/quarantine/WJ-K001/link.csv
run 0 test -p in/quarantine/WJ-K001/pipe.csv
run 0 test -s secret.csv
for kept in a.csv.part '~$b.csv' c.csv.filepart; do
    run 0 test -f "in/WJ-K001/$kept"
done
rm -r in/WJ-K001/*.part in/WJ-K001/~* in/WJ-K001/*.filepart in/WJ-K001/folder.csv in/archive in/.hidden.csv
mkdir outside && csv outside/a.csv WJ-K004,5.1,2021-09-09,505
ln -s ../outside in/WJ-K004 # a school's folder is never followed either
run 1 duban inbox in --settle 0
run 0 test -f outside/a.csv
lacks "$(duban show 5.1)" 505

# A file that changed a moment ago waits, however old it says it is; nothing is said of it.
csv in/fresh.csv WJ-K001,5.1,2021-09-03,12
touch -d '2021-01-01' in/fresh.csv
run 0 duban inbox in --settle 3600
same "$out$err" ''
run 0 test -f in/fresh.csv
run 0 duban inbox in --settle 3600 --format json
has "$out" '"why": "settling"'
# Nor is one that somebody has open for writing.
exec 9>>in/fresh.csv
run 0 duban inbox in --settle 0 --format json
has "$out" '"why": "being-written"'
exec 9>&-
run 0 duban inbox in --settle 0 --dry-run
has "$out" '1 new'
run 0 test -f in/fresh.csv
run 0 duban inbox in --settle 0
run 1 test -f in/fresh.csv

# ---- files that are no CSV; --strict -----------------------------------------------------------------
printf 'PK\003\004workbook' >in/book.csv
csv in/half.csv WJ-K001,5.1,2021-09-04,13 NOBODY,5.1,2021-09-04,1
run 1 duban inbox in --settle 0 --strict
has "$(cat in/rejected/book.csv.report.txt)" 'Excel workbook'
run 0 test -f in/rejected/half.csv.rejects.csv
same "$(duban show WJ-K001 --format csv | grep -c 2021-09-04)" 0

# Nothing to take in is no fault; a name need not end in .csv.
printf 'school,target,date,value\n' >in/nothing
run 0 duban inbox in --settle 0
has "$out" 'done/nothing'
: >in/empty.csv
run 1 duban inbox in --settle 0
has "$out" 'rejected/empty.csv'

# ---- names from outside ---------------------------------------------------------------------------------
evil=$(printf 'in/a\033[31m;$(x).csv')
csv "$evil" WJ-K001,5.1,2021-09-05,14
run 0 duban inbox in --settle 0
lacks "$out$err" "$(printf '\033')"
run 0 test -f "$(printf 'in/done/a\033[31m;$(x).csv')"
long=$(printf '%0240d' 7)
csv "in/$long.csv" WJ-K001,5.1,2021-09-06,15
run 0 duban inbox in --settle 0
same "$(find in/done -name '0000*.csv.report.txt' | wc -l)" 1

# ---- two at once: the folder's lock, and nothing twice ------------------------------------------------------
n=0
while [ $n -lt 30 ]; do
    csv "in/WJ-K002/$n.csv" "WJ-K002,5.1,2021-08-$((n % 28 + 1)),$((n + 1))"
    n=$((n + 1))
done
duban inbox in --settle 0 --allow-decrease >one.out 2>one.err &
one=$!
duban inbox in --settle 0 --allow-decrease >two.out 2>two.err &
two=$!
wait $one
first=$?
wait $two
second=$?
case $first,$second in
0,0) good ;; # one after the other
0,75 | 75,0) has "$(cat one.err two.err)" 'another run has this inbox' ;;
*) bad "statuses $first and $second" ;;
esac
same "$(find in/WJ-K002 -type f | wc -l)" 0
same "$(find in/done/WJ-K002 -name '*.csv' ! -name '*.rejects.csv' | wc -l)" 31
same "$(listed --format csv | awk -F, '{ print $3 }' | sort | uniq -d)" ''
run 0 flock in/.duban-inbox.lock sh -c '"$1" --lang en --db a.db inbox in; test $? -eq 75' sh "$DUBAN"

# ---- what stops a run leaves the rest where it is --------------------------------------------------------------
csv in/later.csv WJ-K001,5.1,2021-09-07,16
run 77 duban --read-only inbox in
run 64 duban inbox in --settle soon
run 64 duban inbox in --format csv
run 75 flock a.db-lock "$DUBAN" --lang en --db a.db --as-of 2021-09-15 inbox in --settle 0
run 0 test -f in/later.csv
run 0 duban inbox in --settle 0
run 0 duban doctor
same "$(find in -name '.duban-inbox.*.rejects')" ''

finish

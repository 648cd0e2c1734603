#!/bin/sh
# Files are taken in from inside the monitor: chosen, looked at, taken in or stopped, taken back.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
figure() {
    duban status --format csv | awk -F, -v t="$1" 'NR == 1 { for (i = 1; i <= NF; i++)
        if ($i == "actual") n = i } $1 == t { print $n }'
}
run 0 duban init
mkdir files
printf 'school,target,date,value\nWJ-K001,5.1,2021-09-01,10\nWJ-K002,5.1,2021-09-01,lots\n' >files/a.csv
printf 'school,target,date,value\nWJ-K003,5.1,2021-09-01,30\n' >files/b.csv
printf 'school,target,date,value\nNOBODY,5.1,2021-09-01,1\n' >files/c.csv

screen_open 80 24 "$DUBAN --lang en --db a.db --as-of 2021-09-15"
screen_shows 'as of 2021-09-15'
screen_keys i
screen_shows 'no file was taken in yet'
screen_keys +
screen_shows 'files/'
screen_keys / f i l e s Enter Enter
screen_shows 'a.csv'
screen_keys / a . c Enter Enter
screen_shows 'Preview: nothing is changed yet'
screen_shows '1 new, 0 changed, 0 the same, 1 rejected'
screen_shows '"lots" is neither'
same "$(figure 5.1)" 0
screen_keys Enter
screen_shows 'Done. u takes it back'
screen_shows 'import 1'
same "$(figure 5.1)" 10

# The whole folder: one is in already, one comes in, one has no good row.
screen_keys Escape
screen_shows 'b.csv'
screen_keys A
screen_shows 'Preview'
screen_shows 'a.csv: the same file as import 1'
screen_shows 'b.csv (UTF-8): 1 new'
screen_keys Enter
screen_shows 'Done.'
same "$(figure 5.1)" 40

# The list, the rejected rows of one, and back out of an import.
screen_keys g i
screen_shows 'b.csv'
screen_keys j Enter
screen_shows '3:4'
screen_shows '"lots" is neither'
screen_keys Escape x
screen_shows 'Take import 1 back, 1 values?'
screen_keys Escape
screen_keys x Enter
screen_shows 'import 1 is undone'
screen_shows '[undone] a.csv'
same "$(figure 5.1)" 30
screen_keys x
screen_shows 'undone already'

# A day for rows that state none; values that fall, on request.
printf 'school,target,value\nWJ-K003,5.1,31\nWJ-K003,5.2,1\n' >files/nodate.csv
printf 'school,target,date,value\nWJ-K003,5.1,2021-09-14,3\n' >files/falls.csv
screen_keys + / n o d a t e Enter Enter
screen_shows 'there is nothing to take in'
screen_shows 'has no column date'
screen_keys D
screen_shows 'Day of the rows that state none: 2021-09-15'
screen_keys BSpace 0 Enter
screen_shows 'rows that state no day: 2021-09-10'
screen_shows '2 new'
screen_keys Enter
screen_shows 'Done.'
same "$(figure 5.1)" 31
screen_keys Escape / f a l l s Enter Enter
screen_shows 'can only grow'
screen_keys F
screen_shows 'values that fall are taken'
screen_shows '1 new, 0 changed'
screen_keys Escape
rm files/nodate.csv files/falls.csv
screen_keys g i

# Stopped in the middle, nothing is kept, whoever stops it.
awk 'BEGIN { print "school,target,date,value"
    for (n = 1; n <= 400000; n++) print "WJ-K001,5.1,2021-08-01," n }' >files/big.csv
screen_keys + A
screen_shows 'file 3 of 4'
screen_keys c
screen_shows 'Stopped. Nothing of the file at work was kept'
screen_keys g q
screen_ended
screen_shows 'ended with 0'
screen_close
same "$(figure 5.1)" 31
run 0 duban doctor

# Nobody chooses files where nothing may be written.
screen_open 60 12 "$DUBAN --lang en --db a.db --as-of 2021-09-15 --read-only"
screen_keys i
screen_shows 'b.csv'
screen_keys +
screen_shows 'for reading only'
screen_keys q
screen_ended
screen_close

finish

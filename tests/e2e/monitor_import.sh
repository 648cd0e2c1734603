#!/bin/sh
# Files are taken in from inside the monitor: chosen, looked at, taken in or stopped, taken back.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"
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
screen_shows 'Preview, nothing is changed'
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
screen_shows 'F take values that fall: yes'
screen_shows '1 new, 0 changed'
screen_keys Enter
screen_shows 'Done. u takes it back'
same "$(figure 5.1)" 3
screen_keys u
screen_shows 'taken back: import'
same "$(figure 5.1)" 31
screen_keys Escape
rm files/nodate.csv files/falls.csv

# What is said beside a file: its encoding, merged cells, all or nothing, where rejected rows go.
printf 'school,target,date,value,note\nWJ-K001,5.1,2021-09-05,10,\271\372\n,5.1,2021-09-06,11,\n,5.1,2021-09-06,lots,\n' >files/said.csv
screen_keys g i + / f i l e s Enter Enter / s a i d Enter Enter
screen_shows 'said.csv (GB18030): 1 new, 0 changed, 0 the same, 2 rejected'
screen_keys M
screen_shows 'fill merged cells: yes'
screen_shows '2 new, 0 changed, 0 the same, 1 rejected'
screen_keys T
screen_shows '0 the same, 1 rejected; nothing is kept,'
screen_keys Enter
screen_shows 'there is nothing to take in; mend the file'
screen_keys T
screen_shows 'all or nothing: no'
screen_keys E E E E # without waiting for what is read meanwhile
screen_shows 'said.csv (BIG5): 2 new'
screen_keys E E E
screen_shows 'encoding: by content'
screen_keys R
screen_shows 'files/said.csv.rejects.csv'
screen_keys Enter
screen_shows 'rejected rows into: '
run 1 test -e files/said.csv.rejects.csv
screen_keys Enter
screen_shows 'Done.'
screen_shows 'import 5 ->'
same "$(sed -n '$p' files/said.csv.rejects.csv | sed 's/.*",//' | tr -d '\r')" ',5.1,2021-09-06,lots,'
has "$(duban imports show "$(listed --format csv | sed -n '2s/,.*//p')")" '  --fill-down'
screen_keys u
screen_shows 'taken back: import'

# Nothing is written over, and a folder's files go into a folder.
screen_keys Escape / s a i d . c s v Enter Enter
screen_shows '1 new, 0 changed'
screen_keys R Enter
screen_shows 'this file is there already;'
screen_keys Escape
rm files/said.csv files/said.csv.rejects.csv
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

# However the monitor ends in the middle, nothing is half in.
rm files/[abc].csv
batches=$(listed --format csv)
for way in q C-c HUP TERM cut; do
    rm -f pid
    screen_open 80 24 "sh -c 'echo \$\$ >$tmp/pid; exec $DUBAN --lang en --db a.db --as-of 2021-09-15'"
    screen_shows 'as of 2021-09-15'
    screen_keys i + / f i l e s Enter Enter / b i g Enter Enter
    screen_shows 'Preview'
    screen_keys Enter
    screen_shows 'Taking the file in'
    case $way in
    HUP | TERM) kill -s "$way" "$(cat pid)" ;;
    cut) tmux -L "$socket" kill-server ;;
    *) screen_keys "$way" ;;
    esac
    if [ "$way" = cut ]; then
        run 0 timeout 10 tail --pid="$(cat pid)" -f /dev/null
    else
        screen_ended
    fi
    screen_close
    same "$way: $(listed --format csv)" "$way: $batches"
    same "$way: $(figure 5.1)" "$way: 31"
done
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

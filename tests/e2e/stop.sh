#!/bin/sh
# Long commands in the monitor: Ctrl-C and Esc stop them, nothing half done is left, and what is typed
# ahead waits.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
"$DUBAN" --db demo.db export >some.csv
# Many days of what schools have reported to shares already: work that takes a while.
awk -F, 'NR > 1 && ($2 == "1.3" || $2 == "1.4" || $2 == "2.3" || $2 == "29.1") && !seen[$1 $2]++ {
    for (month = 1; month <= 8; month++)
        for (day = 1; day <= 28; day++)
            printf "%s,%s,2021-%02d-%02d,1\n", $1, $2, month, day
}' some.csv >rows.csv
{ echo school,target,date,value; cat rows.csv; } >big.csv

# The command and what stops it are typed in one go, as by somebody who is quick.
stopped() { # COMMAND KEY
    screen_keys :
    screen_type "$1"
    screen_keys Enter "$2"
    screen_shows '-- stopped; below stands'
    screen_keys End
    screen_shows 'stopped; nothing of it was kept'
    screen_shows '-- exit status 75'
    screen_keys Escape
    screen_lacks '-- exit status 75'
}
monitor="'$DUBAN' --lang en --db demo.db"
screen_open 80 24 "$monitor"
screen_shows 'as of 2021-09-15'

stopped 'import big.csv --allow-decrease' Escape
stopped 'import big.csv --allow-decrease' C-c
run 0 "$DUBAN" --db demo.db imports
lacks "$out" big.csv
run 0 "$DUBAN" --db demo.db log
lacks "$out" big.csv

# Whole; taking it back is stopped.
screen_keys :
screen_type 'import big.csv --allow-decrease'
screen_keys Enter
screen_shows ' 0 rejected'
screen_keys i Home
screen_shows 'big.csv'
screen_keys x Enter Escape
screen_shows 'stopped; nothing of it was kept'
screen_lacks '[undone]'
run 0 "$DUBAN" --db demo.db imports
has "$out" big.csv
lacks "$out" 'undone'

# Looking over; a copy in the place of all.
run 0 "$DUBAN" --db demo.db backup copy.db
stopped 'doctor' Escape
stopped 'restore copy.db --replace' C-c
same "$(ls -d ./*.before-* ./*.new* 2>/dev/null)" ''
run 0 "$DUBAN" --db demo.db log
lacks "$out" restore

# An archive leaves no folder behind, a file no beginning.
stopped 'export archive' Escape
stopped 'export' C-c
same "$(ls -d archive* 2>/dev/null)" ''

# To the end: keys that stop nothing wait.
screen_keys x Enter a
screen_shows '> attention'
run 0 "$DUBAN" --db demo.db imports
has "$out" 'undone by'
screen_keys q
screen_ended 0
screen_close

run 0 "$DUBAN" --db demo.db doctor
finish

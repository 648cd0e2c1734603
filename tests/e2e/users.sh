#!/bin/sh
# Who may do what, by the real uid and by the table; as root with real other uids.
. "$DUBAN_TESTS/support/lib.sh"
umask 007
school=WJ-P001 other=WJ-K001
duban() {
    "$DUBAN" --db "$tmp/a.db" --as-of 2021-12-01 "$@"
}

run 0 duban init
run 0 duban users
has "$out" 'nobody is listed'
run 64 duban users set zhang king
run 64 duban users set zhang clerk
run 64 duban users set zhang editor --school "$school"
run 64 duban users set '' viewer
run 65 duban users set zhang clerk --school NOBODY
run 0 duban users set zhang clerk --school "$school"
run 0 duban users set li viewer
run 0 duban users set wang editor
run 0 duban users set chen owner
run 0 duban users
has "$out" "clerk   $school"

# Names that forced commands give.
run 0 duban --as zhang set 5.1 5 --school "$school"
run 77 duban --as zhang set 5.1 5 --school "$other"
has "$err" 'own school'
run 77 duban --as zhang set-goal 5.1 9
run 77 duban --as li set 5.1 6 --school "$school"
has "$err" 'li may only look'
run 0 duban --as li status
run 0 duban --as wang set-goal 5.1 9
run 77 duban --as wang users set wang owner
run 77 duban --as stranger undo
run 0 duban --as chen users set zhao viewer
run 0 duban --as chen users remove zhao
run 65 duban users remove zhao
run 64 duban --as "$(printf 'a\033b')" status
run 0 "$DUBAN" --db "$tmp/a.db" log # of any day
has "$out" 'zhao viewer -> -'

# A clerk's file: only the rows of the own school.
printf 'school,target,date,value\n%s,5.1,2021-11-01,4\n%s,5.1,2021-11-01,4\n' "$school" "$other" >mixed.csv
run 1 duban --as zhang import mixed.csv
has "$err" "mixed.csv:3:1"
has "$out" '1 new'
run 0 duban --as zhang undo

# --read-only holds for everybody.
run 77 duban --read-only set 2.5 60

# Real uids: the file's owner is an owner, the others are what the table says.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
    chmod 777 "$tmp"
    by() { # UID WORDS...
        uid=$1
        shift
        setpriv --reuid "$uid" --regid "$(id -g)" --clear-groups env HOME="$tmp" \
            "$DUBAN" --db "$tmp/a.db" --as-of 2021-12-01 "$@"
    }
    run 0 duban users set 'uid 60001' clerk --school "$school"
    run 0 duban users set 'uid 60002' editor
    run 0 by 60001 set 5.1 7 --school "$school"
    run 77 by 60001 set 5.1 7 --school "$other"
    run 0 by 60002 set 5.1 7 --school "$other"
    run 77 by 60003 set 5.1 8 --school "$school"
    has "$err" 'uid 60003 may only look'
    run 0 by 60003 status
    run 77 by 60002 --as chen users set 'uid 60002' owner
    has "$err" 'forced commands'
    USER=root LOGNAME=root run 77 by 60003 undo # the environment is nobody
    run 0 "$DUBAN" --db "$tmp/a.db" log
    has "$out" 'uid 60001'
fi
run 0 duban doctor

finish

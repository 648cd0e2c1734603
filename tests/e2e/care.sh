#!/bin/sh
# Backup while others write, and a doctor that finds what is wrong.
. "$DUBAN_TESTS/support/lib.sh"

run 0 "$DUBAN" --db a.db demo --no-open
run 0 "$DUBAN" --db a.db doctor
has "$out" 'nothing is wrong'
run 0 "$DUBAN" --db a.db backup b.db
same "$(ls b.db*)" b.db
run 73 "$DUBAN" --db a.db backup b.db
same "$("$DUBAN" --db b.db status --format csv)" "$("$DUBAN" --db a.db status --format csv)"
run 0 "$DUBAN" --db b.db doctor
run 0 "$DUBAN" --db b.db set 2.5 60
run 0 "$DUBAN" --db b.db undo

# Every copy taken under a load of writes is whole.
(
    i=0
    while [ ! -e stop ] && [ "$i" -lt 300 ]; do
        i=$((i + 1))
        "$DUBAN" --db a.db set 2.5 60 >/dev/null 2>&1
        "$DUBAN" --db a.db undo >/dev/null 2>&1
    done
) &
for n in 1 2 3 4 5 6 7 8; do
    run 0 "$DUBAN" --db a.db backup copy$n.db
    run 0 "$DUBAN" --db copy$n.db doctor
done
: >stop
wait
run 0 "$DUBAN" --db a.db doctor

# Damage in the middle of the file is found, and no command crashes on it.
dd if=/dev/urandom of=copy1.db bs=4096 seek=40 count=200 conv=notrunc 2>/dev/null
"$DUBAN" --db copy1.db doctor >"$tmp/.out" 2>&1
same "$(test $? -eq 1 -o $? -eq 65 -o $? -eq 74 && echo found)" found
"$DUBAN" --db copy1.db status >/dev/null 2>&1
run 0 test $? -lt 128
run 73 "$DUBAN" --db a.db backup no/such/place.db

finish

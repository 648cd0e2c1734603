#!/bin/sh
# How far an import is, live on a terminal: after a second, on one line, gone when it is done.
. "$DUBAN_TESTS/support/lib.sh"
run 0 "$DUBAN" --db a.db init

# A file of so many rows: one report, and cells left empty.
rows() {
    awk -v n="$1" 'BEGIN { print "school,target,date,value"; print "WJ-P001,5.1,2021-09-15,1"
        for (i = 1; i < n; i++) print "WJ-P002,5.1,2021-09-15," }'
}
rows 1000000 >big.csv
rows 1 >short.csv
# Held up again and again, it takes more than a second on any machine.
cat >slow.sh <<'S'
rm -f pid
{
    until [ -s pid ]; do sleep 0.01; done
    for turn in 1 2 3 4; do
        sleep 0.03
        kill -STOP "$(cat pid)" || break
        sleep 0.4
        kill -CONT "$(cat pid)"
    done 2>/dev/null
} &
sh -c 'echo $$ >pid; exec "$DUBAN" --db a.db --as-of 2021-09-15 import --dry-run "$@" >said' sh big.csv "$@"
S
export DUBAN

# What came to a terminal of one's own as standard error, byte for byte but for the ends of lines.
live() { # COMMAND
    script -qec "$1" /dev/null </dev/null | tr -d '\n'
}
escape=$(printf '\033')
shown=$(live 'sh slow.sh')
has "$shown" " a second$escape[K"
same "$(printf '%s' "$shown" | tr '\r' '\n' | grep -c taken)" "$(printf '%s' "$shown" | tr '\r' '\n' | grep -c '^big.csv: [0-9]*% taken in, [0-9]* rows, [0-9]* a second')"
same "$(printf '%s' "$shown" | tr '\r' '\n' | tail -n 1)" "$escape[K" # taken back at the end
has "$(cat said)" '1 new'
has "$(live 'sh slow.sh --lang zh_CN')" '%'

# Into a file nothing of it comes, however long it takes; nor from a short import.
run 0 sh slow.sh
same "$err" ''
lacks "$(live "'$DUBAN' --db a.db --as-of 2021-09-15 import --dry-run short.csv")" 'taken in'

finish

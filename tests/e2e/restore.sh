#!/bin/sh
# A copy brought back: looked over first, nothing lost that is there; and the log of what was done.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --db a.db --as-of 2021-12-01 "$@"
}

run 0 duban init
run 0 duban set 2.5 60
run 0 duban backup copy.db
run 0 duban set 2.5 61
before=$(duban export)

# Never over what is there without saying.
run 73 duban restore copy.db
has "$err" '--replace'
same "$(duban export)" "$before"
run 77 duban --read-only restore --replace copy.db
run 0 duban restore --replace copy.db
kept=$(ls | grep '^a\.db\.before-.*Z$')
has "$out" "$kept"
lacks "$(duban export)" ',61,'
has "$(duban export)" ',60,'
has "$("$DUBAN" --db a.db log)" 'restored from a copy'
same "$("$DUBAN" --db "$kept" --as-of 2021-12-01 export)" "$before"
run 0 duban doctor
run 0 duban set 2.5 62

# A viewer that is open sees it; where there is nothing, the copy becomes the database.
run 0 "$DUBAN" --db new.db restore copy.db
run 0 "$DUBAN" --db new.db --as-of 2021-12-01 set 2.5 63

# Only owners; no copy that is not sound or no database.
run 0 duban users set zhang editor
run 77 duban --as zhang restore --replace copy.db
dd if=/dev/urandom of=copy.db bs=4096 seek=9 count=8 conv=notrunc 2>/dev/null
now=$(duban export)
run 65 duban restore --replace copy.db
has "$err" '; '
printf 'no database' >text.db
run 65 duban restore --replace text.db
run 66 duban restore --replace none.db
has "$err" 'none.db: cannot open: No such file or directory; check the name'
same "$(duban export)" "$now"
run 0 duban doctor

# The log: a line an event, cleaned, only ever added to.
run 0 duban --log log.txt status
run 66 duban --log log.txt import "$(printf 'no\033[31msuch\nfile')"
has "$(cat log.txt)" ' info '
has "$(cat log.txt)" 'status: begins on a.db'
has "$(cat log.txt)" ' error '
has "$(cat log.txt)" 'ends with 66'
same "$(LC_ALL=C tr -d '\n -~\200-\377' <log.txt | wc -c)" 0
lines=$(wc -l <log.txt)
run 0 duban --log log.txt --log-level error status
same "$(wc -l <log.txt)" "$lines"
run 1 duban --log log.txt --log-level warn check # what wants a look is a warning
has "$(tail -n 1 log.txt)" ' warn '
has "$(tail -n 1 log.txt)" 'ends with 1'
run 0 duban --log log.txt --log-level warn --allow-network status
has "$(tail -n 1 log.txt)" 'opened with --allow-network'
DUBAN_LOG=log2.txt run 0 duban --log-level debug status
has "$(cat log2.txt)" ' debug '
run 64 duban --log log.txt --log-level loud status
ln -s log.txt link.txt
run 73 duban --log link.txt status
mkfifo pipe
run 73 duban --log pipe status
run 73 duban --log . status

finish

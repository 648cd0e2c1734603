#!/bin/sh
# The commands from outside: what scripts and cron rely on.
. "$DUBAN_TESTS/support/lib.sh"

# ---- usage -------------------------------------------------------------------------------------
run 0 "$DUBAN" --help
has "$out" 'Usage: duban'
has "$out" 'plan export'
run 0 "$DUBAN" --version
has "$out" 'duban '
run 64 "$DUBAN" --no-such-option
has "$err" "unknown option --no-such-option; see 'duban --help'"
run 64 "$DUBAN" nonsense
has "$err" "no command nonsense; 'duban --help' lists them"
run 64 "$DUBAN" set 5.1
has "$err" "'duban set' takes other arguments; see 'duban set --help'"
run 64 "$DUBAN" status --strict
has "$err" "'duban status' takes no --strict"
run 64 "$DUBAN" --lang xx status
has "$err" 'no language xx; use en, zh_CN or zh_TW'
run 64 "$DUBAN" --as-of yesterday status
run 0 "$DUBAN" set --help
has "$out" '--school CODE'

# ---- a new database ----------------------------------------------------------------------------
run 66 "$DUBAN" --db none.db status
has "$err" 'none.db'
run 0 "$DUBAN" --db a.db init
has "$out" '6 sections, 30 items, 111 targets'
run 73 "$DUBAN" --db a.db init
has "$err" 'there already'
run 77 "$DUBAN" --db b.db --read-only init
run 0 env XDG_DATA_HOME="$tmp/data" "$DUBAN" init
run 0 test -f data/duban/duban.db
run 0 env DUBAN_DB="$tmp/a.db" "$DUBAN" --as-of 2021-03-01 status
has "$out" '2021-03-01'
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 status --format json
has "$out" '"as_of": "2021-03-01"'
for section in 1 2 3 4 5 6; do
    run 0 "$DUBAN" --db a.db --as-of 2021-03-01 status --section $section
done
run 65 "$DUBAN" --db a.db status --section 7
run 65 "$DUBAN" --db a.db status --item 31
run 64 "$DUBAN" --db a.db status --format xml

# ---- values by hand ----------------------------------------------------------------------------
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 set 2.1 100 --note 'sent to all schools'
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 status --item 2 --format csv
has "$out" '2.1,'
has "$out" 'done'
run 64 "$DUBAN" --db a.db --as-of 2021-03-01 set 23.2 1
has "$err" 'name one with --school'
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 2.1 101
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 99.9 1
has "$err" "no target 99.9 in this plan"
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 5.1 lots
has "$err" "'lots' is no value of this target; write how many, as 12"
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 5.1 98%
has "$err" "'98%' is no value of this target; write how many, as 12"
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 2.1 lots
has "$err" "'lots' is no value; write a number, 12/30, or 98%"
for value in 45/60 75%; do # as the monitor takes them
    run 0 "$DUBAN" --db a.db --as-of 2021-03-01 set 6.1 $value --school WJ-P001
    has "$out" '6.1: '
done
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 show 6.1 --format csv
has "$out" 'WJ-P001,6.1,2021-03-01,0.75,,'
run 0 "$DUBAN" --db a.db undo
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 show 6.1 --format csv
has "$out" 'WJ-P001,6.1,2021-03-01,45,60,'
run 0 "$DUBAN" --db a.db undo
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 2.1 50 --date 2021-04-01
has "$err" 'after the as-of date'
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 2.1 50 --date 2020-12-31
has "$err" 'outside the plan'
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set 2.1 50 --note "$(printf 'a\033[2Jb')"
run 77 "$DUBAN" --db a.db --read-only set 2.1 50
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 undo
has "$out" 'taken back'
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 status --item 2 --format csv
lacks "$out" ',done,'
run 1 "$DUBAN" --db a.db --as-of 2021-03-01 undo

# ---- goals and dates ---------------------------------------------------------------------------
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 set-goal 12.1 300
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 status --item 12 --format csv
has "$out" '12.1,'
has "$out" ',300,'
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 set-goal 14.2 5-6
has "$out" '5-6'
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set-goal 14.2 6-5
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set-goal 14.2 many
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 set-goal 14.2 none
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 set-due 2.1 2021-06-30
has "$out" '2021-06-30'
run 65 "$DUBAN" --db a.db --as-of 2021-03-01 set-due 2.1 2022-06-30
run 0 "$DUBAN" --db a.db log
has "$out" '12.1'

run 0 "$DUBAN" --db a.db log
has "$out" "-> 5-6, 2021-12-31"
has "$out" "-> 100"

# ---- for cron ----------------------------------------------------------------------------------
run 1 "$DUBAN" --db a.db --as-of 2021-12-31 check
run 0 "$DUBAN" --db a.db --as-of 2021-01-01 check
same "$out" ''
run 0 "$DUBAN" --db a.db --as-of 2021-12-31 attention

# ---- names that were given are shown without what must not reach a terminal --------------------
bad=$(printf 'x\033[31m\342\200\256y')
shown() {
    run 0 "$DUBAN" "$@"
    has "$out" 'x'
    lacks "$out$err" "$(printf '\033')"
    lacks "$out$err" "$(printf '\342\200\256')"
}
shown --db "$bad.db" init
shown --db "$bad.db" doctor
shown --db "$bad.db" backup "$bad.copy"
shown --db "$bad.db" restore --replace "$bad.copy"
shown --db "$bad.2" restore "$bad.copy"
shown --db "$bad.db" --as-of 2021-09-15 template --all -o "$bad.forms"
shown --db "$bad.demo" demo --no-open
shown plan new "$bad.plan"
shown plan check "$bad.plan"
shown plan new "$bad.next" --from "$bad.plan"
shown --db "$bad.3" init --plan "$bad.plan"

finish

#!/bin/sh
# What is typed wrong is refused with its exit status, by name and with a cure, and writes nothing.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
refused() { # STATUS TEXT ARGUMENT...
    wanted=$1 text=$2
    shift 2
    run "$wanted" duban "$@"
    has "$err" "$text"
    has "$err" '; '
    same "$out" ''
}
long() { # COUNT: so many letters
    printf "%$1s" '' | tr ' ' y
}
run 0 duban init
run 0 duban problem add 'no site' --target 5.1
printf 'inspector,school\nLi,\n' >roster.csv
run 0 duban draw --schools 1 --inspectors 1 --roster roster.csv --seed x
run 0 duban log
before=$out

# ---- values and terms --------------------------------------------------------------------------
refused 65 "the denominator 'x' is no number" set 5.1 5 --of x
refused 65 'WJ-I001 is not in the scope of target 5.1' set 5.1 5 --school WJ-I001
refused 65 'the value is more than its total' set 1.1 5 --school WJ-P001 --of 3
refused 65 'the note is longer than 500 bytes' set 5.1 5 --school WJ-P001 --note "$(long 501)"
refused 65 'no target 99.9 in this plan' set-goal 99.9 5
refused 65 "'5-' is no goal" set-goal 5.1 5-
refused 65 'the goal is more than 100 percent; correct it' set-goal 6.1 120
run 65 duban --lang zh_CN set-goal 6.1 120
has "$err" '目标超过100%；请更正'
refused 65 "'6-5' is no goal" set-goal 5.1 6-5
refused 65 'the date is outside the plan' set-goal 5.1 5 --date 2020-01-01
refused 64 '--date x is no date' set-goal 5.1 5 --date x
refused 65 "'soon' is no date" set-due 5.1 soon
refused 65 'the due date must lie between 2021-01-01 and 2021-12-31' set-due 5.1 2022-05-05
refused 64 '--date x is no date' set-threshold 5.1 due_soon_days 9 --date x

# ---- problems ----------------------------------------------------------------------------------
refused 65 'no target 99.9 in this plan' problem add x --target 99.9
refused 65 'no school N in this plan' problem add x --school N
refused 64 '--date x is no date' problem add x --target 5.1 --date x
refused 65 'the date is outside the plan' problem add x --target 5.1 --date 2020-01-01
refused 65 'the problem is due before it was noted' problem add x --target 5.1 --due 2020-01-01
refused 65 'no target 99.9 in this plan' problem list --target 99.9
refused 64 "'x' is no problem's number" problem close x
refused 65 'there is no problem 7' problem close 7
refused 65 'the date is outside the plan' problem close 1 --date 2020-01-01
refused 65 'the remedy is longer than 1000 bytes' problem close 1 --note "$(long 1001)"
refused 65 'there is no problem 7' problem edit 7 --owner Li
refused 65 'no target 99 in this plan' problem edit 1 --target 99
refused 64 '--due x is no date' problem edit 1 --due x

# ---- formats and days --------------------------------------------------------------------------
for command in status schools attention imports 'problem list' 'imports show 1' 'inbox .'; do
    # shellcheck disable=SC2086 # words of a command
    refused 64 '--format x is unknown; use text, json or csv' $command --format x
done
refused 64 '--format x is unknown; use html, md or csv' report --format x
refused 64 '--format x is unknown; use text, json, csv, html or md' draw show 1 --format x
refused 64 '--compare x is no date' status --compare x
refused 65 '--section 9 is not in this plan' status --section 9
refused 65 'no town x in this plan' schools --town x
refused 65 "no target or school 5.2x; 'duban status'" show 5.2x

# ---- draws, drop folders, templates, plans, users ----------------------------------------------
refused 64 '--schools 0 is no whole number from 1 to 100000' draw --schools 0
refused 64 '--schools 1x is no whole number' draw --schools 1x
refused 65 'no kind x in this plan' draw --schools 3 --inspectors 1 --kind x --roster roster.csv
refused 65 'only 1 candidates for 2 inspectors' draw --schools 3 --inspectors 2 --roster roster.csv
refused 65 'candidates for 999 schools' draw --schools 999 --inspectors 1 --roster roster.csv
refused 64 'the seed must be 1 to 64 bytes' draw --schools 3 --inspectors 1 --roster roster.csv --seed ''
printf 'inspector,school\n%s,\n' "$(long 121)" >names.csv
refused 65 'names.csv:2: the name is longer than 120 bytes' draw --schools 3 --inspectors 1 \
    --roster names.csv
for seconds in -1 9x 99999999999; do
    refused 64 "--settle $seconds is no number of seconds; give 0 to 86400" inbox . --settle $seconds
done
refused 64 "lies outside the plan's year" template WJ-P001 --date 2020-01-01
refused 65 'school WJ-I001 has no targets to report on' template WJ-I001
refused 73 'nosuch/x.csv: cannot make this file' template WJ-P001 -o nosuch/x.csv
refused 64 '--year 22 is no year' plan new p --year 22
refused 64 '--year 2022x is no year' plan new p --year 2022x
refused 66 "nosuch: cannot open the plan's directory" plan diff wujin-2021 nosuch
refused 64 "is no user's name" users set "$(long 200)" clerk
refused 64 "is no user's name" --as "$(long 300)" status
refused 64 "no command $(long 300)" "$(long 300)"

run 0 duban log
same "$out" "$before"
finish

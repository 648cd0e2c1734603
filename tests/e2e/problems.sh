#!/bin/sh
# The problem list as staff keep it: noted, overdue, closed, taken back, exported and loaded.
. "$DUBAN_TESTS/support/lib.sh"

duban() {
    "$DUBAN" --lang en --db a.db "$@"
}
# The demo without the problems that it brings along.
run 0 "$DUBAN" --lang en --db demo.db demo --no-open
run 0 "$DUBAN" --lang en --db demo.db problem list
has "$out" '3  ! overdue   2021-08-20  26 days over'
has "$out" 'Fire doors of the boarding house do not close'
has "$out" 'reopened 2021-08-26'
has "$out" 'closed 2021-08-27'
run 0 "$DUBAN" --lang zh_TW --db tw.db demo --no-open
run 0 "$DUBAN" --lang en --db tw.db problem list
has "$out" '宿舍樓防火門關不嚴'
run 0 "$DUBAN" --db demo.db export bare
for table in problems reopenings; do
    header=$(head -n 1 bare/$table.csv) && echo "$header" >bare/$table.csv
done
grep -v ',problem,' bare/changes.csv >changes.csv && mv changes.csv bare/changes.csv
run 0 duban init --from bare
run 0 duban problem list
has "$out" 'no problem is noted'
run 0 duban problem add 'no land' --target 1.1 --owner '基建科' --date 2021-07-01 --due 2021-09-01
same "$out" 'problem 1 kept'
run 0 duban problem add '=cmd|calc' --school WJ-P001 --due 2021-12-01
run 0 duban problem add "$(printf 'two\nlines \033[31m\342\200\256')" --target 5.1
run 0 duban problem list
has "$out" '  1  ! overdue   2021-09-01  14 days over'
has "$out" '=cmd|calc'
has "$out" 'two lines �[31m�'
run 0 duban problem list --format csv
has "$out" "2,open,2021-09-15,,WJ-P001,'=cmd|calc,,2021-12-01,77,,,"
has "$out" 'two lines �[31m�'
run 0 duban problem list --format json
has "$out" '"format": "duban-problems/1"'
has "$out" '"text": "two lines �[31m�"'
run 0 duban problem list --school WJ-P001 --format csv
same "$(printf '%s\n' "$out" | cut -d, -f1 | xargs)" 'problem 2'
run 0 duban problem list --owner '基建科' --format csv
same "$(printf '%s\n' "$out" | cut -d, -f1 | xargs)" 'problem 1'

# Overdue problems stand in the attention list and are findings of check, a line each.
run 0 duban attention
has "$out" 'problem 1: no land'
has "$out" '14 days over'
has "$out" 'next: problem 3: two lines'
run 1 duban check
has "$out" 'problem 1 overdue: no land; 14 days over'
lacks "$out" 'problem 2'
same "$(printf '%s\n' "$out" | grep -c 'problem')" 1
run 1 "$DUBAN" --lang zh_CN --db a.db check
has "$out" '30.3 已突破 学生欺凌事件数：现为2，已突破目标<= 0'
run 0 duban attention --format csv
has "$out" 'problem,1.1,,1,no land,,,overdue,-14,,,,基建科,problem,2021-09-01,'

# Closed, taken back, done again; a past day knows neither.
run 0 duban problem close 1 --date 2021-09-10 --note 'a new site'
run 0 duban problem list --target 1.1
has "$out" 'closed 2021-09-10'
has "$out" 'remedy: a new site'
run 0 duban --as-of 2021-09-09 problem list --target 1.1
has "$out" '8 days over'
lacks "$out" 'a new site'
run 0 duban --as-of 2021-06-30 problem list
has "$out" 'no problem is noted'
run 0 duban undo
run 0 duban problem list --target 1.1
has "$out" 'overdue'
run 0 duban redo
run 0 duban log
has "$out" 'problem 1.1 2021-09-10  1 no land -> 1 no land, 2021-09-10'

# Changed and opened again; each is journaled, taken back and done again.
run 0 duban problem edit 1 'no land yet' --owner '规划科' --due 2021-10-08
same "$out" 'problem 1: due 2021-10-08, owner 规划科'
run 0 duban problem list --target 1.1 --format csv
has "$out" '1,closed,2021-07-01,1.1,,no land yet,规划科,2021-10-08,23,2021-09-10,a new site,'
run 0 duban problem edit 1 --note 'a lease' --school WJ-P001
run 0 duban problem list --target 1.1 --format csv
has "$out" ',1.1,WJ-P001,no land yet,规划科,2021-10-08,23,2021-09-10,a lease,'
run 65 duban problem reopen 1 --date 2021-09-09
has "$err" 'problem 1 was closed on 2021-09-10; reopen it on a later day'
run 0 duban problem reopen 1 --date 2021-09-12
same "$out" 'problem 1 reopened on 2021-09-12'
run 0 duban problem list --target 1.1 --format csv
has "$out" '1,open,2021-07-01,1.1,WJ-P001,no land yet,规划科,2021-10-08,23,,,'
has "$out" ',2021-09-12'
run 0 duban problem list --target 1.1
has "$out" 'reopened 2021-09-12'
# A list does not bring along when a problem had been closed; it says so.
run 0 duban problem list --format csv
printf '%s\n' "$out" >list.csv
run 0 "$DUBAN" --lang en --db c.db init
run 0 "$DUBAN" --lang en --db c.db problem import list.csv
same "$out" "problems: 3 new, 0 the same; 1 had been opened again, which is not taken in; an archive keeps it ('duban export DIR')"
sed 's/,2021-09-12$/,2021-09-32/' list.csv >wrong.csv
run 65 "$DUBAN" --lang en --db c.db problem import wrong.csv
has "$err" 'wrong.csv:2:14: "2021-09-32" is no date'

# A day shows what was known on it: open, closed, and open again.
run 0 duban --as-of 2021-09-09 problem list --target 1.1 --format csv
has "$out" '1,open,2021-07-01,'
run 0 duban --as-of 2021-09-11 problem list --target 1.1 --format csv
has "$out" ',2021-09-10,a lease,'
run 0 duban --as-of 2021-09-11 export past
same "$(sed 1d past/reopenings.csv)" ''
has "$(cat past/problems.csv)" ',2021-09-10,a lease,'
run 0 "$DUBAN" --lang en --db past.db init --from past
run 0 "$DUBAN" --lang en --db past.db --as-of 2021-09-11 problem list --target 1.1 --format csv
has "$out" '1,closed,2021-07-01,'
run 65 duban problem reopen 1
has "$err" 'there is nothing to reopen'
run 0 duban problem edit 1 --due none
run 0 duban problem list --target 1.1 --format csv
has "$out" ',规划科,,,,,'
run 0 duban undo
run 0 duban undo
run 0 duban problem list --target 1.1 --format csv
has "$out" '1,closed,2021-07-01,1.1,WJ-P001,no land yet,规划科,2021-10-08,23,2021-09-10,a lease,'
run 0 duban redo
run 0 duban problem list --target 1.1 --format csv
has "$out" '1,open,'
for i in 1 2 3; do
    run 0 duban undo
done
run 0 duban problem list --target 1.1 --format csv
has "$out" '1,closed,2021-07-01,1.1,,no land,基建科,2021-09-01,-14,2021-09-10,a new site,'
run 65 duban problem edit 9 x
has "$err" 'there is no problem 9'
run 64 duban problem edit one x
run 65 duban problem edit 1 ' '
run 65 duban problem edit 1 --due 2021-06-30
run 65 duban problem edit 1 --target 99.9
run 64 duban problem edit 3 --note x
has "$err" 'close it first'
run 77 duban --read-only problem reopen 1

# What is wrong is named and changes nothing.
before=$("$DUBAN" --db a.db problem list --format csv)
long=$(printf '%01001d' 0)
run 65 duban problem add ' ' --target 1.1
run 65 duban problem add "$long" --target 1.1
has "$err" 'longer than 1000 bytes'
run 65 duban problem add x
run 65 duban problem add x --target 99.9
run 65 duban problem add x --target 1.1 --due 2021-01-01
run 65 duban problem add x --target 1.1 --date 2021-09-16
run 64 duban problem close one
run 65 duban problem close 1
run 64 duban problem
run 77 duban --read-only problem add x --target 1.1
same "$("$DUBAN" --db a.db problem list --format csv)" "$before"

# An archive whose closings overlap is refused, and the row is named.
run 0 "$DUBAN" --db demo.db export twice
echo '1,2021-06-01,2021-09-01,twice' >>twice/reopenings.csv
run 65 "$DUBAN" --lang en --db twice.db init --from twice
has "$err" 'twice/reopenings.csv:3: this row contradicts the plan or another row (closed while it was closed already)'
run 0 "$DUBAN" --db demo.db export early
echo '1,2020-06-01,2020-09-01,early' >>early/reopenings.csv
run 65 "$DUBAN" --lang en --db early.db init --from early
has "$err" 'early/reopenings.csv:3: this row contradicts the plan or another row (closed before it was noted)'
run 66 "$DUBAN" --db twice.db status

# Out and in again: the same list; again: nothing new; a bad file: nothing at all.
run 0 duban export ex
run 0 "$DUBAN" --db b.db init --plan ex/plan
run 0 "$DUBAN" --lang en --db b.db problem import ex/problems.csv
same "$out" 'problems: 3 new, 0 the same'
same "$("$DUBAN" --db b.db --as-of 2021-09-15 problem list --format csv)" "$before"
run 0 "$DUBAN" --lang en --db b.db problem import ex/problems.csv
same "$out" 'problems: 0 new, 3 the same'
printf 'text,target,due\nfine,1.1,\nbad,1.1,tomorrow\n' >bad.csv
run 65 "$DUBAN" --lang en --db b.db problem import bad.csv
has "$err" 'bad.csv:3:3: "tomorrow" is no date'
printf 'problem,text,target\n8,a,1.1\n8,b,1.1\n' >twice.csv
run 65 "$DUBAN" --lang en --db b.db problem import twice.csv
has "$err" 'problem 8 is there twice'
same "$("$DUBAN" --db b.db --as-of 2021-09-15 problem list --format csv)" "$before"

finish

#!/bin/sh
# The bulletin of the demo, as a user makes it.
. "$DUBAN_TESTS/support/lib.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
run 0 "$DUBAN" --db demo.db --lang en report
has "$out" '<!DOCTYPE html>'
has "$out" 'SAMPLE DATA: schools and figures are made up'
has "$out" '111 targets: '
has "$out" 'Bullying incidents'
lacks "$out" '<script'
lacks "$out" '://'
html=$out

# To a file: the same bytes, in place of the older file, and nothing else beside it.
run 0 "$DUBAN" --db demo.db --lang en report --format html -o page.html
same "$out" ''
same "$(cat page.html)" "$html"
echo old >page.html
run 0 "$DUBAN" --db demo.db --lang en report --output page.html
same "$(cat page.html)" "$html"
same "$(ls | grep -c '^page')" 1

# What must not be overwritten is not.
run 64 "$DUBAN" --db demo.db report -o demo.db
run 0 "$DUBAN" --db demo.db status
mkdir folder
run 73 "$DUBAN" --db demo.db report -o folder
run 73 "$DUBAN" --db demo.db report -o /dev/null
run 73 "$DUBAN" --db demo.db report -o none/page.html
same "$(ls none 2>/dev/null)" ''

# Markdown and CSV; the languages; a section; a past day.
run 0 "$DUBAN" --db demo.db --lang zh_CN report --format md
has "$out" '# 2021年武进教育工作要点推进情况通报'
run 0 "$DUBAN" --db demo.db --lang zh_TW report --format md
has "$out" '# 2021年武進教育工作要點推動情形通報'
run 0 "$DUBAN" --db demo.db status --format csv
status_rows=$out
run 0 "$DUBAN" --db demo.db report --format csv
same "$out" "$status_rows"
run 0 "$DUBAN" --db demo.db --lang en report --format md --section 6
has "$out" '| 6 | Reform and stability |'
lacks "$out" 'Party leadership'
run 0 "$DUBAN" --db demo.db --lang en --as-of 2021-02-01 report --format md
has "$out" 'as of 2021-02-01'

# A part of it: a town, a school, an owner; with the problem list.
run 0 "$DUBAN" --db demo.db problem add 'no land <b>' --target 5.1 --owner Works --date 2021-06-01 --due 2021-08-01
run 0 "$DUBAN" --db demo.db --lang en report --format md --school WJ-P001
has "$out" 'school: Niutang Central Primary School; figures are the whole district'
run 0 "$DUBAN" --db demo.db --lang en report --town hutang
has "$out" 'town: Hutang'
has "$out" 'problem 8: no land &lt;b&gt;'
run 0 "$DUBAN" --db demo.db --lang en report --format md --owner Works
has "$out" '| 8 | no land \<b\> | 5.1 New school places | Works | 2021-08-01 | `!` overdue |'
run 0 "$DUBAN" --db demo.db --lang en report --format md --from 2021-07-01 --town hutang
has "$out" 'Bureau, from 2021-07-01 to 2021-09-15'
has "$out" '## What changed since 2021-07-01

+'
has "$out" '| 4.1 | Schools that held centenary celebrations by 1 July | newly overdue, was lagging |'
run 65 "$DUBAN" --db demo.db report --town nowhere
run 65 "$DUBAN" --db demo.db report --school nowhere

# Wrong calls.
run 64 "$DUBAN" --db demo.db report --format pdf
has "$err" '--format pdf is unknown; use html, md or csv'
run 65 "$DUBAN" --db demo.db report --section 9
run 64 "$DUBAN" --db demo.db report -o
run 64 "$DUBAN" --db demo.db status -o page.html

# What the drawings mean stands beside them, and a span says first what changed in it.
run 0 "$DUBAN" --db demo.db --lang en report --from 2021-06-30
for key in 'where it ends four times in five' 'planned by now' 'forecast at the recent pace'; do
    has "$out" "$key</span>"
done
has "$(printf '%s\n' "$out" | grep -m 1 -A 8 'Summary')" 'since <span class="nb">2021-06-30</span>: +14 points; better: 11'
run 0 "$DUBAN" --db demo.db --lang en report
lacks "$out" '2021-06-30</span>: '

finish

#!/bin/sh
# --compare: what changed since another day, in every view and format, and never from the future.
. "$DUBAN_TESTS/support/lib.sh"
run 0 "$DUBAN" --db d.db demo --no-open
db="$DUBAN --db d.db"

run 0 $db status --compare 2021-06-30
has "$out" 'since 2021-06-30: +14 points; better: 11; worse: 4; newly overdue: 1; newly done: 7'
has "$out" 'newly overdue, was lagging'
run 0 $db status --section 1 --compare 2021-06-30
has "$out" '+14 points'
lacks "$out" '26.3'
run 0 $db status --compare 2021-06-30 --format csv
has "$(printf '%s\n' "$out" | head -n 1)" ',before,trend,newly_overdue,newly_done,share_change,actual_before'
same "$(printf '%s\n' "$out" | grep '^4\.1,' | sed 's/.*linear,//')" \
    '2021-10-23,2021-10-29,lagging,worse,1,0,0.291005,57.142857'
# The date before itself, as it stood then.
then=$(printf '%s\n' "$out" | grep '^5\.1,' | sed 's/.*,//')
run 0 "$DUBAN" --db d.db --as-of 2021-06-30 status --item 5 --format csv
has "$(printf '%s\n' "$out" | grep '^5\.1,')" ",6590,,,$then,"
run 0 $db status --compare 2021-06-30 --format json
has "$out" '"compared_with": "2021-06-30"'
has "$out" '"newly_overdue": 1'
has "$out" '"trend": "worse"'
run 0 $db status --format json
lacks "$out" '"trend"'
# A day compared with itself.
run 0 $db status --compare 2021-09-15
has "$out" 'since 2021-09-15: 0 points'
lacks "$out" 'better'

run 0 $db attention --compare 2021-06-30
has "$out" 'since 2021-06-30: newly overdue, was lagging'
run 0 $db attention --compare 2021-06-30 --format csv
columns=$(printf '%s\n' "$out" | head -n 1 | tr -cd , | wc -c)
run 0 $db attention --compare 2021-06-30 --format json
has "$out" '"before": "lagging"'
run 0 test "$columns" -eq 23

run 0 $db schools --compare 2021-06-30
has "$out" 'compared with 2021-06-30'
has "$out" '26 (+2)'
run 0 $db schools --compare 2021-06-30 --format csv
has "$(printf '%s\n' "$out" | head -n 1)" ',received_before,late_before,silent_before'
has "$out" ',24,2,0'
run 0 $db schools --compare 2021-06-30 --format json
has "$out" '"received_before": 24'

run 0 $db show 4.1 --compare 2021-06-30
has "$out" 'forecast: 2021-10-26 (2021-10-23 to 2021-10-29)'
has "$out" 'since 2021-06-30: newly overdue, was lagging'

for format in html md; do
    run 0 $db report --format $format --compare 2021-06-30
    has "$out" 'What changed since 2021-06-30'
    has "$out" 'newly overdue, was lagging'
done
run 0 $db report --format csv --compare 2021-06-30
has "$out" ',trend,'
run 0 $db report --format md
lacks "$out" 'What changed since'
for lang in zh_CN zh_TW; do
    run 0 "$DUBAN" --lang $lang --db d.db status --compare 2021-06-30
    lacks "$out" 'points'
    lacks "$out" 'better'
done
run 64 $db status --compare yesterday
for command in status 'status --by owner' attention schools 'show 5.1' report; do
    run 64 $db --as-of 2021-06-30 $command --compare 2021-07-01
    has "$err" '--compare 2021-07-01 is later than 2021-06-30, the day that is looked at; choose an earlier one'
done
run 64 $db --as-of 2021-06-30 report --from 2021-07-01
has "$err" '--from 2021-07-01 is later than 2021-06-30'
run 0 $db status --as-of 2021-06-30 --compare 2021-06-30
run 64 $db log --compare 2021-06-30

finish

#!/bin/sh
# The demo: something in every standing, the same every time, and plainly marked.
. "$DUBAN_TESTS/support/lib.sh"

run 0 "$DUBAN" --lang en demo demo.db
has "$out" 'nothing in it is real'
has "$out" '2021-09-15'
has "$out" 'SAMPLE'
run 73 "$DUBAN" demo demo.db
run 0 "$DUBAN" --db demo.db status
for section in 1 2 3 4 5 6; do
    has "$out" "$section "
done
run 0 "$DUBAN" --db demo.db status --format csv
rows=$(printf '%s\n' "$out" | tail -n +2 | wc -l)
same "$((rows))" 111
for standing in breached overdue lagging silent due_soon no_goal on_track not_started done; do
    has "$out" ",$standing,"
done
first=$out
run 0 "$DUBAN" --db again.db demo --no-open
run 0 "$DUBAN" --db again.db status --format csv
same "$out" "$first"

run 0 "$DUBAN" --db demo.db schools --format csv
same "$(printf '%s\n' "$out" | head -n 1 | cut -d, -f1)" school
count=$(printf '%s\n' "$out" | tail -n +2 | wc -l)
run 0 test "$count" -ge 190
run 0 test "$count" -le 230

# What the plan states is what stands in the status, for every language.
for lang in en zh_CN zh_TW; do
    run 0 "$DUBAN" --lang $lang --db demo.db status
    has "$out" '2021-09-15'
    run 0 "$DUBAN" --lang $lang --db demo.db status --format csv
    same "$out" "$first"
done

# A past day shows only what was dated up to then.
run 0 "$DUBAN" --db demo.db --as-of 2021-02-01 status --item 5 --format csv
february=$(printf '%s\n' "$out" | grep '^5\.1,')
run 0 "$DUBAN" --db demo.db status --item 5 --format csv
september=$(printf '%s\n' "$out" | grep '^5\.1,')
has "$september" ',4215,'
lacks "$february" ',4215,'

# No half database is left when it cannot be made.
run 73 "$DUBAN" --db /dev/null/x.db demo --no-open
same "$(ls "$tmp" | grep -c new)" 0

finish

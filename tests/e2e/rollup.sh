#!/bin/sh
# status --by and schools --outliers; and what goes out as files comes back the same.
. "$DUBAN_TESTS/support/lib.sh"
run 0 "$DUBAN" --db d.db demo --no-open
db="$DUBAN --db d.db"

for by in section item owner town kind school; do
    for format in text json csv; do
        run 0 $db status --by $by --format $format
    done
done
run 0 $db status --by section --format csv
same "$(printf '%s\n' "$out" | sed -n 2p | cut -d, -f1,5,6,7)" '6,21,breached,1'
run 0 $db status --by owner --format csv
has "$out" '向明,向明,向明,向明,12,breached,1,'
same "$(printf '%s\n' "$out" | awk -F, 'NR > 1 { sum += $5 } END { print sum, NR }')" '111 11'
run 0 $db status --by school --format json
has "$out" '"format": "duban-groups/1"'
has "$out" '"by": "school"'
run 0 $db status --by town
has "$out" 'Hutang Town'
run 0 "$DUBAN" --lang zh_CN --db d.db status --by town
has "$out" '湖塘镇'
run 64 $db status --by plan
has "$err" 'use section, item, owner, town, kind or school'
run 64 $db attention --by town

# What changed of each group since another day: the same as that day's own figures say.
for by in section owner town school; do
    run 0 $db status --by $by --compare 2021-06-30
    has "$out" 'compared with 2021-06-30'
    has "$out" ' points'
    run 0 $db status --by $by --compare 2021-06-30 --format json
    has "$out" '"compared_with": "2021-06-30"'
    run 0 $db status --by $by --compare 2021-06-30 --format csv
    before=$(printf '%s\n' "$out" | sed 's/"[^"]*"//g' |
        awk -F, 'NR > 1 { print $1, $(NF - 6) }' | sort)
    run 0 "$DUBAN" --db d.db --as-of 2021-06-30 status --by $by --format csv
    same "$by $before" "$by $(printf '%s\n' "$out" | sed 's/"[^"]*"//g' |
        awk -F, 'NR > 1 { print $1, $6 }' | sort)"
done
run 0 $db status --by section --compare 2021-06-30 --format csv
has "$out" ',lagging,worse,'

# How many became better or worse, fell overdue or were done: the whole is the sum of its parts.
sums() {
    sed 's/"[^"]*"//g' | awk -F, 'NR > 1 { for (i = 0; i < 4; i++) sum[i] += $(NF - i) }
        END { print sum[3], sum[2], sum[1], sum[0] }'
}
run 0 $db status --compare 2021-06-30 --format json
whole=$(printf '%s\n' "$out" | awk -F'[ ,]+' '
    /"(better|worse|newly_overdue|newly_done)":/ && n++ < 4 { printf "%s%s", before, $3; before = " " }')
for by in section item owner; do
    run 0 $db status --by $by --compare 2021-06-30 --format csv
    same "$by $(printf '%s\n' "$out" | sums)" "$by $whole"
done
run 0 $db status --by kind --compare 2021-06-30 --format csv
kinds=$(printf '%s\n' "$out" | sums)
run 0 $db status --by school --compare 2021-06-30 --format csv
same "$(printf '%s\n' "$out" | sums)" "$kinds"
lacks "$kinds" '0 0 0 0'
run 0 $db status --by town --compare 2021-06-30
has "$out" '; better: '
run 0 $db status --by section --compare 2021-06-30
has "$out" 'newly overdue: '

# Rolled up of a part only.
run 0 $db status --by section --section 2 --format csv
same "$(printf '%s\n' "$out" | sed 1d | cut -d, -f1,5)" '2,25'
run 0 $db status --by item --section 2 --format csv
lacks "$(printf '%s\n' "$out" | cut -d, -f1)" '26'
run 0 $db status --by town --town hutang --format csv
same "$(printf '%s\n' "$out" | sed 1d | cut -d, -f1)" 'hutang'
run 0 $db status --by school --town hutang --item 5 --format csv
has "$out" 'WJ-P002'
lacks "$out" 'WJ-P001'

run 0 $db schools --outliers --format csv
has "$(printf '%s\n' "$out" | head -n 1)" 'kind,school,target,date,value,of,change,usual,score,size'
has "$out" 'jump,WJ-J003,5.1,2021-09-13,40,,40,0,40,'
run 0 $db schools --outliers
has "$out" 'changed by +40; usually 0 (score 40.0, at most 3.5)'
run 0 $db schools --outliers --format json
has "$out" '"format": "duban-outliers/1"'
run 0 "$DUBAN" --db d.db --as-of 2021-04-01 schools --outliers
has "$out" 'no report is out of the ordinary'
# A jump stands until the next report, on the days between for ever; and one that is taken in with a
# file goes with it.
run 0 "$DUBAN" --db d.db --as-of 2021-09-20 set 5.1 41 --school WJ-J003
run 0 "$DUBAN" --db d.db --as-of 2021-09-20 schools --outliers --format csv
lacks "$out" 'WJ-J003,5.1'
run 0 $db schools --outliers --format csv
has "$out" 'jump,WJ-J003,5.1,2021-09-13,40,,40,0,40,'
printf 'school,target,date,value\nWJ-J003,5.1,2021-09-22,900\n' >leap.csv
run 0 "$DUBAN" --db d.db --as-of 2021-09-22 import --allow-decrease leap.csv
run 0 "$DUBAN" --db d.db --as-of 2021-09-22 schools --outliers --format csv
has "$out" 'jump,WJ-J003,5.1,2021-09-22,900,,859,'
run 0 "$DUBAN" --db d.db undo
run 0 "$DUBAN" --db d.db undo
run 0 "$DUBAN" --db d.db --as-of 2021-09-22 schools --outliers --format csv
has "$out" 'jump,WJ-J003,5.1,2021-09-13,40,,40,0,40,'
run 0 $db doctor

# Above the size of a school: flagged, and left as it is.
run 0 $db plan export p
awk -F, 'NR == 1 { print $0 ",size"; next } $1 == "WJ-J003" { print $0 ",30"; next }
    { print $0 "," }' p/schools.csv >s.csv && mv s.csv p/schools.csv
sed 's/^\(5\.1,.*\),0,,,,,$/\1,1,,,,,/' p/targets.csv >t.csv && mv t.csv p/targets.csv
run 0 "$DUBAN" --db s.db init --plan p
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 set 5.1 40 --school WJ-J003
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 schools --outliers
has "$out" "more than the 30 on the school's roll"
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 schools --outliers --format csv
has "$out" 'over_size,WJ-J003,5.1,2021-09-15,40,,,,,30'
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 export
has "$out" 'WJ-J003,5.1,2021-09-15,40'

# Out and back, byte for byte: plan, steps, calendar, sizes, thresholds, goals, owners, reports.
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 set-threshold 5.1 spi_min 0.8
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 set-goal 14.2 5-6
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 set-due 2.1 2021-11-30
run 0 "$DUBAN" --db s.db --as-of 2021-09-15 export one
run 0 "$DUBAN" --db back.db init --from one
run 0 "$DUBAN" --db back.db --as-of 2021-09-15 export two
run 0 diff -r one two
run 0 $db export demo1
run 0 "$DUBAN" --db demo2.db init --from demo1
run 0 "$DUBAN" --db demo2.db export demo2
run 0 diff -r demo1 demo2
# The same figures and the same standings.
run 0 $db status --format csv
first=$out
run 0 "$DUBAN" --db demo2.db --as-of 2021-09-15 status --format csv
same "$out" "$first"

finish

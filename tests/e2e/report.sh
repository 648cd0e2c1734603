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

# A town's and a school's own figures: those of `status --by` and of `show`, on any day and of any part.
own() {
    run 0 "$DUBAN" --db demo.db --lang en --as-of "$day" report --format md "$@"
    printf '%s\n' "$out" | sed -n '/^## The .* own /,/^## Sections/p' >own.md
    has "$out" "figures are the whole district's, except its own ones"
}
by() {
    run 0 "$DUBAN" --db demo.db --as-of "$day" status --format csv --by "$@"
    printf '%s\n' "$out" | sed '1d; s/"[^"]*"/x/g' >by.csv
}
# The summary line and the counts: of the page, and as the row says.
summed() {
    sed -n 's/.*: \([0-9]*%\) of the goals reached, \([0-9]*%\) .*/\1 \2/p; s/^- \([0-9]*\) .*/\1/p' own.md
}
row_summed() {
    awk -F, '{ printf "%d%% %d%%\n", $8 * 100 + 1e-6, $9 * 100 + 1e-6; for (i = 10; i < 19; i++) print $i }' by.csv
}
# The rows of its schools: the worst 20.
rows_of_schools() {
    head -n 20 by.csv | awk -F, 'BEGIN { split("breached overdue lagging silent due,soon", word, " ") } {
        care = $7 ? "; VETO" : ""
        for (i = 1; i <= 5; i++) if ($(9 + i)) { sub(",", " ", word[i]); care = care "; " word[i] ": " $(9 + i) }
        sub("_", " ", $6); print $1 "|" int($9 * 100 + 1e-6) "%|" $6 "|" substr(care, 3) }'
}
for day in 2021-04-01 2021-09-15; do
    for part in '--town hutang' '--town hutang --section 2' '--school WJ-P002' '--school S-J001 --section 5'; do
        own $part
        case $part in --town*) by town $part ;; *) by school $part ;; esac
        same "$day $part $(summed)" "$day $part $(row_summed)"
        by school $part
        case $part in
        --town*)
            has "$(cat own.md)" "## The town's own schools"
            has "$(cat own.md)" "The worst 20 of $(grep -c . by.csv) schools"
            same "$(awk -F ' [|] ' '/^[|] [A-Z]/ { sub("^[|] ", "", $1); sub("^`.` ", "", $5); sub(" ?[|]$", "", $6)
                print $1 "|" $4 "|" $5 "|" $6 }' own.md)" "$(rows_of_schools)"
            ;;
        *)
            has "$(cat own.md)" "## The school's own figures"
            sed -n 's/^| \([0-9.]*\) | .* | \(.*\) | \(.*\) | \(.*\) |$/\1|\2|\3|\4/p' own.md >table
            # Worst first: of each standing as many as are counted, then those without one.
            same "$(cut -d '|' -f 4 table | sed 's/^`.` //' | uniq -c | awk '$2 != "-" { print $1 }')" \
                "$(summed | sed 1d | grep -vx 0)"
            code=${part#--school }
            run 0 "$DUBAN" --db demo.db --as-of $day show "${code%% *}" --format csv
            printf '%s\n' "$out" | awk -F, 'NR > 1 { value = $4 == "" ? "-" : $5 == "" ? $4 : $4 "/" $5
                print $2 "|" value "|" ($3 == "" ? "-" : $3) }' | sort >shown
            cut -d '|' -f 1-3 table | sort >listed
            same "$(comm -23 listed shown)" ''
            case $part in
            *section*) run 0 test "$(grep -c . listed)" -gt 3 ;;
            *) same "$(comm -13 listed shown)" '' ;;
            esac
            ;;
        esac
    done
done
day=2021-09-15
own --town hutang
has "$(sed -n 3p own.md)" '38 schools with 1165 goals of their own, the worst breached: '
for part in 'town --town hutang' 'school --school WJ-P001'; do
    by $part --compare 2021-06-30
    for option in --compare --from; do
        own ${part#* } $option 2021-06-30
        has "$(sed -n 5p own.md)" 'since 2021-06-30: +'
        same "$(sed -n '5{ s/.*points//; s/[^0-9;]//g; p; }' own.md)" \
            "$(awk -F, '{ for (i = 3; i >= 0; i--) if ($(NF - i)) printf ";%s", $(NF - i) }' by.csv)"
    done
done
# Nothing of a school that is not of the town, nor of the whole plan; and CSV stays the targets'.
run 0 "$DUBAN" --db demo.db --lang en report --format md --town hutang --school WJ-P001
lacks "$out" '## The '
run 0 "$DUBAN" --db demo.db --lang en report --format md
lacks "$out" '## The '
run 0 "$DUBAN" --db demo.db status --town hutang --format csv
status_rows=$out
run 0 "$DUBAN" --db demo.db report --town hutang --format csv
same "$out" "$status_rows"

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

#!/bin/sh
# status, attention, schools and check of one section, item, owner, town or school only.
. "$DUBAN_TESTS/support/lib.sh"
run 0 "$DUBAN" --db d.db demo --no-open
db="$DUBAN --db d.db"
plain() { # a CSV without its names in quotes
    printf '%s\n' "$1" | sed '1d; s/"[^"]*"//g'
}
codes() { # of the targets in a CSV
    printf '%s\n' "$1" | sed 1d | cut -d, -f1 | tr '\n' ' '
}

# A school: what it is asked for, and no more, in every format and view.
run 0 $db status --school WJ-P001 --format csv
asked=$(codes "$out")
run 0 $db show WJ-P001 --format csv
same "$asked" "$(printf '%s\n' "$out" | sed 1d | cut -d, -f2 | tr '\n' ' ')"
run 0 $db status --school WJ-P001
has "$out" 'school: Niutang Central Primary School; figures are the whole district'
has "$out" '30.3'
same "$(printf '%s\n' "$out" | grep -c '^3\.3 ')" 0
run 0 $db status --school WJ-P001 --format json
has "$out" '"target": "30.3"'
lacks "$out" '"target": "3.3"'
same "$(printf '%s\n' "$out" | awk '/"counts"/ { on = 1; next } /}/ { on = 0 } on { sum += $2 }
    /"plan"/ { print sum; exit }')" "$(echo $asked | wc -w)"
run 0 $db attention --school WJ-P001
has "$out" '30.3'
same "$(printf '%s\n' "$out" | grep -c '^3\.3 ')" 0
run 0 $db attention --school WJ-P001 --format csv
for code in $(printf '%s\n' "$out" | sed 1d | cut -d, -f2); do
    has " $asked" " $code "
done

# A town: its schools.
run 0 $db schools --town hutang --format csv
same "$(plain "$out" | cut -d, -f6 | sort -u)" hutang
run 0 $db schools --school WJ-P001 --format csv
same "$(printf '%s\n' "$out" | sed 1d | cut -d, -f1)" WJ-P001
run 0 $db status --town hutang --compare 2021-06-30
has "$out" 'town: Hutang Town'
has "$out" 'since 2021-06-30: +'

# Sections and items of attention and check.
run 0 $db attention --section 1 --format csv
same "$(printf '%s\n' "$out" | sed 1d | cut -d, -f2 | cut -d. -f1 | sort -nu | tail -n 1 | awk '{ print $1 <= 4 }')" 1
run 1 $db check --section 1
lacks "$out" '30.3'
run 1 $db check --item 30
same "$(printf '%s\n' "$out" | grep -cv '^30\.')" 0

# An owner, of targets and of problems.
run 0 $db problem add 'No land' --target 5.1 --owner 'Li Ming' --date 2021-06-01 --due 2021-07-01
run 0 $db attention --owner 'Li Ming' --format csv
same "$(printf '%s\n' "$out" | sed 1d | cut -d, -f1)" problem
run 1 $db check --owner 'Li Ming'
has "$out" 'No land'
for command in check status attention 'report -o out.html'; do # for cron, silence is good news
    run 65 $db $command --owner 'Lee Ming'
    has "$err" "nobody called Lee Ming answers for a target or a problem; 'duban status --by owner' lists"
done
run 0 test ! -e out.html
owner=$($db status --format json | sed -n 's/.*"owner": "\(..*\)".*/\1/p' | head -n 1)
run 0 $db status --owner "$owner" --format json
same "$(printf '%s\n' "$out" | sed -n 's/.*"owner": "\(.*\)".*/\1/p' | sort -u)" "$owner"

# Whose figures they are.
for command in status attention 'status --by item'; do
    run 0 $db $command --town hutang
    has "$out" "town: Hutang Town; figures are the whole district's"
done
for command in schools 'schools --outliers' 'status --by school' 'status --by kind'; do
    run 0 $db $command --town hutang
    has "$out" 'town: Hutang Town'
    lacks "$out" 'whole district'
done

run 65 $db status --town nowhere
has "$err" 'no town nowhere'
run 65 $db attention --school nobody
run 65 $db check --section 99
run 64 $db log --town hutang
finish

#!/bin/sh
# Random inspections: the same seed draws the same, and coreutils alone repeat it.
. "$DUBAN_TESTS/support/lib.sh"

duban() {
    "$DUBAN" --lang en --db a.db "$@"
}
run 0 duban demo --no-open
printf 'phone,inspector\n1,王伟\n2,李娜\n3,=张敏\n4,\n' >roster.csv
run 0 duban draw --schools 5 --inspectors 2 --roster roster.csv --seed 20210915 --format csv
drawn=$out
has "$drawn" 'inspector,王伟'
same "$(printf '%s\n' "$drawn" | grep -c '^school')" 212
same "$(printf '%s\n' "$drawn" | grep -c '^inspector')" 3

# By hand: the numbers are the seed's, the largest are drawn, in that order.
printf '%s\n' "$drawn" | grep '^school,WJ' | while IFS=, read -r role code rest; do
    printf '%s %s\n' "$(printf %s "20210915|$role|$code" | sha256sum | cut -c1-12)" "$code"
done | sort >by-hand
printf '%s\n' "$drawn" | awk -F, '/^school,WJ/ { print $(NF - 1), $2 }' | sort >by-duban
same "$(cat by-duban)" "$(cat by-hand)"
largest=$(printf '%s\n' "$drawn" | awk -F, '/^school/ { print $(NF - 1), $2 }' | sort -r |
    head -n 5 | cut -d' ' -f2)
same "$(printf '%s\n' "$drawn" | awk -F, '/^school/ && $NF > 0 { print $NF, $2 }' | sort -n |
    cut -d' ' -f2)" "$largest"

# Again from the seed, and out of the database: the same.
run 0 duban draw --schools 5 --inspectors 2 --roster roster.csv --seed 20210915 --format csv
same "$out" "$drawn"
run 0 duban draw show 1 --format csv
same "$out" "$drawn"
run 0 duban draw --schools 5 --seed other --format csv
lacks "$drawn" "$out"

# By risk, of a kind and town; what was drawn stays the same when the risks change.
run 0 duban draw --schools 3 --weighted --kind primary --town hutang --seed a --format csv
weighted=$out
run 0 duban problem add late --school WJ-P001 --date 2021-05-01 --due 2021-06-01
run 0 duban draw --schools 3 --weighted --seed a --format csv
weights() { # of these schools, in the order of the list
    printf '%s\n' "$out" | grep -E "^school,($1)," | awk -F, '{ print $(NF - 2) }' | xargs
}
same "$(weights WJ-P001)" 2
# Only what is overdue adds to the risk: S-J006 has a problem that is not, WJ-P002 one that is closed.
run 0 duban problem add past --school WJ-P002 --date 2021-05-01 --due 2021-06-01
run 0 duban problem close 9 --date 2021-07-01
run 0 duban draw --schools 3 --weighted --seed a --format csv
same "$(weights 'S-J006|WJ-P002')" '1 1'
run 0 duban draw show 4 --format csv
same "$out" "$weighted"
run 0 duban draw list --format csv
same "$(printf '%s\n' "$out" | cut -d, -f1 | xargs)" 'draw 6 5 4 3 2 1'
run 0 duban draw list
has "$out" 'Schools: 5 of 212; inspectors: 2 of 3  Seed: 20210915'
run 0 duban --as-of 2021-09-14 draw list
has "$out" 'nothing was drawn'

# A draw among some only says among which.
for command in 'draw list' 'draw show 4' 'draw show 4 --format md'; do
    run 0 duban $command
    has "$out" 'Schools: 3 of 10; inspectors: 0 of 0; town: hutang; kind: primary'
done

# To print; without a seed there is one.
run 0 duban draw show 1 --format html -o draw.html
has "$(cat draw.html)" '<title>Random inspection, draw 1</title>'
lacks "$(cat draw.html)" '<script'
run 0 duban draw show 1 --format md
has "$out" '## Inspectors drawn'
run 0 duban draw --schools 1
has "$out" 'Seed: '
run 0 duban log
has "$out" 'draw of an inspection'

# Wrong calls draw nothing.
run 64 duban draw
run 64 duban draw --schools many
run 64 duban draw --schools 1 --seed ''
run 0 "$DUBAN" --db plain.db init
run 64 "$DUBAN" --db plain.db draw --inspectors 1 --seed x
has "$err" 'name one with --roster'
run 65 duban draw --inspectors 9 --roster roster.csv
has "$err" 'only 3 candidates for 9 inspectors'
run 65 duban draw --schools 1 --kind university
run 65 duban draw show 99
run 64 duban draw show one
printf 'inspector\n王伟\n王伟\n' >twice.csv
run 65 duban draw --inspectors 1 --roster twice.csv
has "$err" 'twice.csv:3: 王伟 is there twice'
run 77 duban --read-only draw --schools 1

# Sample data has a roster of its own.
run 0 "$DUBAN" --db sample.db demo --no-open
run 0 "$DUBAN" --db sample.db draw --schools 2 --inspectors 2 --seed x --format csv
same "$(printf '%s\n' "$out" | awk -F, '$1 == "inspector" && $NF > 0' | wc -l)" 2
has "$out" 'inspector,王安,'
run 0 "$DUBAN" --db sample.db draw --schools 2 --seed x --format csv
lacks "$out" 'inspector'

finish

#!/bin/sh
# Thresholds by command: of a target, of the plan, from a day on, undone, exported and read back;
# and the calendar that makes summer no lag.
. "$DUBAN_TESTS/support/lib.sh"
db="$DUBAN --db a.db --as-of 2021-09-15"

run 0 $db init
run 0 $db set-threshold 5.1 spi_min 0.85 --date 2021-03-01
same "$out" '5.1: goal 6590, due 2021-12-31, from 2021-03-01 on; spi_min 0.85'
run 0 $db set-threshold plan due_soon_days 20 --date 2021-05-01
same "$out" "the plan's thresholds, from 2021-05-01 on; due_soon_days 20"
run 0 "$DUBAN" --db a.db log
has "$out" 'spi_min 0.85'
has "$out" 'thresholds 2021-05-01  - -> spi_min 0.9, forecast_slack 0.1, due_soon_days 20'
run 64 $db set-threshold 5.1 spi_min
run 65 $db set-threshold 5.1 spi 0.8
has "$err" 'use spi_min, forecast_slack, due_soon_days, reporting_days or silent_periods'
run 65 $db set-threshold 5.1 due_soon_days 1.5
has "$err" "'1.5' is no due_soon_days; write a whole number from 0 to 366"
run 65 $db set-threshold plan spi_min plan
has "$err" 'write a number from 0 to 10'
run 65 $db set-threshold 99.9 spi_min 0.8
run 65 $db set-threshold plan spi_min 0.8 --date 2020-12-31
run 77 $db --read-only set-threshold plan spi_min 0.8

# Exported as in force on the day, and read back the same.
run 0 $db plan export now
run 0 grep -c '^due_soon_days,20$' now/plan.csv
run 0 grep -c '^5\.1,.*,0,0\.85,,,,$' now/targets.csv
run 0 "$DUBAN" --db a.db --as-of 2021-02-28 plan export then
run 0 grep -c '^due_soon_days,30$' then/plan.csv
run 0 grep -c '^5\.1,.*,0,,,,,$' then/targets.csv
run 0 "$DUBAN" --db b.db init --plan now
run 0 "$DUBAN" --db b.db plan export again
run 0 diff -r now again
run 0 grep -c '^holiday,2021-10-01,2021-10-07,National Day,' now/calendar.csv

# For an earlier day than what stands: it holds until then, and says so.
run 0 "$DUBAN" --db a.db backup later.db
later="$DUBAN --db later.db --as-of 2021-09-15"
run 0 $later set-due 5.3 2021-11-30 --date 2021-09-01
same "$out" '5.3: goal 8, due 2021-11-30, from 2021-09-01 on'
run 0 $later set-goal 5.3 6 --date 2021-08-01
same "$out" '5.3: goal 6, due 2021-12-31, from 2021-08-01 on; what was set for a later day takes over then: goal 8, due 2021-11-30'
run 0 $later set-threshold plan spi_min 0.8 --date 2021-04-01
has "$out" 'takes over then; spi_min 0.9; due_soon_days 20'

# The plan's again, and taken back.
run 0 $db set-threshold 5.1 spi_min plan
same "$out" '5.1: goal 6590, due 2021-12-31, from 2021-09-15 on; spi_min 0.9'
run 0 $db plan export third
run 0 grep -c '^5\.1,.*,0,,,,,$' third/targets.csv
run 0 $db undo
has "$out" 'goal or date'
run 0 $db undo
has "$out" 'thresholds'
run 0 $db plan export fourth
run 0 grep -c '^due_soon_days,30$' fourth/plan.csv
run 0 grep -c '^5\.1,.*,0,0\.85,,,,$' fourth/targets.csv

# What is set for the past does not carry what was set later.
run 0 $db set-due 5.1 2021-11-30 --date 2021-08-01
run 0 $db set-goal 5.1 6000 --date 2021-04-01
run 0 "$DUBAN" --db a.db --as-of 2021-04-01 status --item 5 --format csv
has "$out" '5.1,2,5,'
has "$out" ',6000,,,0,'
has "$(printf '%s\n' "$out" | grep '^5\.1,')" ',2021-12-31,'

# The journal of a past day ends with it.
run 0 "$DUBAN" --db a.db --as-of 2021-03-01 log
same "$out" 'nothing was changed up to 2021-03-01'

# The last school day of spring and the first of autumn: nothing is planned between.
share() { # DATE
    "$DUBAN" --db a.db --as-of "$1" status --item 10 --format csv | grep '^10\.2,' |
        sed 's/.*,%,100,,,0,\([0-9.]*\),.*/\1/'
}
same "$(share 2021-07-02)" "$(share 2021-08-31)"
run 1 test "$(share 2021-08-31)" = "$(share 2021-09-01)"

finish

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

# Wrong calls.
run 64 "$DUBAN" --db demo.db report --format pdf
has "$err" '--format pdf is unknown; use html, md or csv'
run 65 "$DUBAN" --db demo.db report --section 9
run 64 "$DUBAN" --db demo.db report -o
run 64 "$DUBAN" --db demo.db status -o page.html

finish

#!/bin/sh
# docs/formats.md against what duban writes: the members of every document, the columns of every CSV.
. "$DUBAN_TESTS/support/lib.sh"
page=$DUBAN_TESTS/../docs/formats.md

duban() {
    "$DUBAN" --lang zh_CN --db a.db "$@"
}
run 0 duban demo --no-open
run 0 duban problem add '=x' --target 5.1 --date 2021-06-01 --due 2021-08-01
run 0 duban problem add y --school WJ-P001
run 0 duban problem close 9
run 0 duban draw --schools 2 --seed 1

# The paths of all members of a document, in order; arrays as []. Its indentation tells the depth.
members() {
    awk '
        /^ *[{]$/ { key[length($0) / 2 - 0.5] = "[]"; next }
        match($0, /^ *"[^"]*": /) {
            depth = index($0, "\"") / 2 - 0.5
            key[depth] = substr($0, 2 * depth + 2)
            sub(/": .*/, "", key[depth])
            path = key[1]
            for (i = 2; i <= depth; i++)
                path = path (key[i] == "[]" ? "" : ".") key[i]
            if (!seen[path]++)
                print path
        }'
}

# The first words, or the text, of the block of the page that is marked "KIND COMMAND".
block() {
    awk -v mark="\`\`\`$1" '$0 == mark { inside = 1; next } /^```$/ { inside = 0 } inside' "$page"
}

grep '^```members ' "$page" | cut -d' ' -f2- >commands
same "$(grep -c . commands)" 10
while IFS= read -r command; do
    # shellcheck disable=SC2086
    run 0 duban $command --format json
    same "$command: $(block "members $command" | sed 's/ .*//')" "$command: $(printf '%s\n' "$out" | members)"
    title=$(printf '%s\n' "$out" | sed -n 's/^  "format": "\(.*\)",$/\1/p')
    has "$(grep '^## ' "$page")" "## $title"
    # shellcheck disable=SC2086
    run 0 duban $command --format csv
    same "$command: $(block "columns $command")" "$command: $(printf '%s\n' "$out" | head -n 1)"
done <commands

# What became of files that were to be taken in.
mkdir -p in
printf 'school,target,date,value\nWJ-K001,5.1,2021-01-01,0\nNOBODY,5.1,2021-01-01,1\n' >in/a.csv
printf 'PK\003\004' >in/b.csv
touch in/c.part
document() { # COMMAND: of what stands in $out, but for what the page says elsewhere
    same "$1: $(block "document $1" | sed 's/ .*//')" \
        "$1: $(printf '%s\n' "$out" | members | if [ "$1" = inbox ]; then grep -v '^files'; else cat; fi)"
    has "$(grep '^## ' "$page")" "## $(printf '%s\n' "$out" | sed -n 's/^  "format": "\(.*\)",$/\1/p')"
}
run 65 duban import --dry-run --format json in/a.csv in/b.csv
document import
run 1 duban inbox in --settle 0 --format json
document inbox

# The archive: its files and their columns, and each of its tables by the command that reads it.
run 0 duban export
same "$(block 'columns export')" "$(printf '%s\n' "$out" | head -n 1)"
run 0 duban export archive
same "$(block archive | sed 's/  */ /')" \
    "$(block archive | while read -r file _; do echo "$file $(head -n 1 "archive/$file")"; done)"
same "$(cd archive && ls | sort)" \
    "$({ block archive | cut -d' ' -f1; echo plan; } | sort)"
run 0 "$DUBAN" --db b.db init --plan archive/plan
run 0 "$DUBAN" --db b.db import --allow-decrease archive/reports.csv
lacks "$err" 'column'
run 0 "$DUBAN" --db b.db problem import archive/problems.csv
# A unit is said as of many: "enterprises", though the plan has "enterprise|enterprises".
has "$(duban attention --format csv)" ',enterprises,'
lacks "$(duban status --format csv; duban status --format json; duban attention --format json)" 'e|enterprises'
# When a problem was reopened stands in a table of its own, which only init --from reads.
for command in 'status' 'attention' 'schools' 'problem list'; do
    # shellcheck disable=SC2086
    same "$command: $("$DUBAN" --as-of 2021-09-15 --db b.db $command --format csv)" \
        "$command: $(duban $command --format csv | sed 's/,2021-08-26$/,/')"
done

finish

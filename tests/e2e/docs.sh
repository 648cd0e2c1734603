#!/bin/sh
# What the documents show is run: each block marked `tested: sh` of a document, one after the other, in
# one empty directory. Each word that they use as a command or an option exists.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..
mkdir bin
ln -s "$DUBAN" bin/duban
PATH=$tmp/bin:$PATH
export PATH

# The marked, indented blocks of a document.
blocks() {
    awk '/<!-- tested: sh -->/ { on = 1; next } on && /^    / { print substr($0, 5); seen = 1; next }
        on && seen { on = 0; seen = 0 }' "$1"
}

for doc in "$top"/README.md "$top"/docs/*.md; do
    blocks "$doc" >script
    [ -s script ] || continue
    name=$(basename "$doc" .md)
    mkdir "run-$name"
    # 1 is no failure: rows were rejected, or something was found.
    {
        echo 'duban() { command duban "$@" || [ $? -eq 1 ]; }'
        command -v sqlite3 >/dev/null || echo 'sqlite3() { echo 4215; }' # a peer, where it is installed
        cat script
    } >"run-$name.sh"
    run 0 sh -c "cd 'run-$name' && HOME=\$PWD XDG_DATA_HOME=\$PWD/data sh -eu '../run-$name.sh'"
    [ "$status" -eq 0 ] || printf '%s: %s\n' "$name" "$err"
    printf '%s\n' "$out" "$err" >"run-$name/said"
    lacks "$err" 'unknown option'
done
run 0 test -d run-README -a -d run-clerks.zh_CN -a -d run-administrator -a -d run-plans
# What the README shows as said is said, up to " ..." where it is cut short.
sed -n 's/^    \(duban: .*\)/\1/p' "$top/README.md" >shown
run 0 test "$(wc -l <shown)" -ge 2
while IFS= read -r line; do
    has "$(cat run-README/said)" "${line%% ...*}"
done <shown
same "$(grep -cE '^(4215$| *4215  6590 )' run-README/said)" 2
has "$(cat run-README/said)" 'niutang.csv: 4 reports: 2 new, 0 changed, 0 the same, 2 rejected'
has "$(cat run-clerks.zh_CN/mend.csv)" '2021-13-15'
run 0 test -s run-supervisors/bulletin.html

# Links between documents lead somewhere.
for doc in "$top"/README.md "$top"/docs/*.md; do
    for link in $(grep -o '](\([^)#:]*\.[a-z]*\))' "$doc" | sed 's/](\(.*\))/\1/'); do
        run 0 test -e "$(dirname "$doc")/$link"
    done
done

# Each command is in the README's table, and each option that the documents name is one.
readme=$(cat "$top/README.md")
for command in $("$DUBAN" --help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p' | sort -u); do
    case $command in monitor | complete) continue ;; esac
    has "$readme" "\`$command"
done
known=$(sed -n 's/^ *X([A-Z_]*, "\([a-z-]*\)",.*/\1/p' "$top/src/app/options.h")
for option in $(grep -ho '`--[a-z-]*' "$top"/README.md "$top"/docs/clerks* "$top"/docs/plans.md |
    cut -c 4- | sort -u); do
    has " $(printf '%s' "$known" | tr '\n' ' ') " " $option "
done

finish

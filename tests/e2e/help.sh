#!/bin/sh
# `--help` of every command: its options, an example that really runs, its exit statuses, in three
# languages; and what a mistyped word is told.
. "$DUBAN_TESTS/support/lib.sh"

# ---- the ground that the examples stand on -------------------------------------------------------
mkdir ground
cd ground || exit 1
run 0 "$DUBAN" --db demo.db demo --no-open
run 0 "$DUBAN" --db demo.db problem add 'no site yet' --target 5.1 --date 2021-09-15
run 0 "$DUBAN" --db demo.db users set wang viewer
run 0 "$DUBAN" --db demo.db users set "$(id -un)" owner
run 0 "$DUBAN" --db demo.db backup duban-2021-09-15.db
run 0 "$DUBAN" plan new my-plan
run 0 "$DUBAN" --db demo.db export all
cp all/problems.csv problems.csv
rm -r all
mkdir drop
cat >niutang.csv <<'C'
school,target,date,value
WJ-P001,5.1,2021-09-15,0
WJ-P01,5.1,2021-09-15,20
C
printf 'inspector\nLi\nWang\nZhou\nChen\n' >inspectors.csv
cd ..

# Runs the example of a command's help; a status of 1 is right where the help says what it means.
try() { # COMMAND
    example=$(printf '%s\n' "$out" | sed -n 's/^  duban \(.*\)$/\1/p' | head -n 1)
    finding=$(printf '%s\n' "$out" | grep -c '^   1   ')
    rm -rf tried
    cp -r ground tried
    case $1 in
    'plan export') rm -r tried/my-plan ;;
    'plan check') echo 'x' >>tried/my-plan/towns.csv ;;
    'problem reopen') (cd tried && "$DUBAN" --db demo.db --as-of 2021-09-15 problem close 1 >/dev/null) ;;
    attention) (cd tried && "$DUBAN" --db demo.db problem edit 1 --owner 'Li Ming' >/dev/null) ;;
    redo) (cd tried && "$DUBAN" --db demo.db undo >/dev/null) ;;
    inbox) example=$(printf '%s' "$example" | sed 's#/srv/duban/inbox#drop#') && cp tried/niutang.csv tried/drop/ ;;
    init) rm tried/demo.db* ;;
    backup) rm tried/duban-2021-09-15.db ;;
    draw\ *) (cd tried && "$DUBAN" --db demo.db --as-of 2021-09-15 draw --schools 2 --inspectors 2 --roster inspectors.csv >/dev/null) ;;
    esac
    (cd tried && eval "DUBAN_DB=demo.db '$DUBAN' --as-of 2021-09-15 $example" >../said 2>&1)
    status=$?
    if [ "$status" -eq 0 ] || { [ "$status" -eq 1 ] && [ "$finding" -eq 1 ]; }; then
        good
    else
        bad "duban $example: status $status"
        head -n 5 said
    fi
}

"$DUBAN" --help | sed -n 's/^  \([a-z][a-z -]*[a-z]\)  .*/\1/p' >commands
run 0 test "$(wc -l <commands)" -ge 40
while IFS= read -r command; do
    # shellcheck disable=SC2086 # two words
    run 0 "$DUBAN" $command --help
    has "$out" "Usage: duban [OPTION...] $command"
    has "$out" '  64   the command line is wrong'
    has "$out" '  --as-of DATE'
    same "$(printf '%s\n' "$out" | awk 'length($0) > 80')" ''
    try "$command"
done <commands

# What ends with 1 says so, and no other command does.
same "$(while IFS= read -r command; do
    # shellcheck disable=SC2086
    "$DUBAN" $command --help | grep -q '^   1   ' && printf '%s, ' "$command"
done <commands)" 'import, inbox, imports undo, draw show, undo, redo, check, doctor, plan check, plan diff, '

# ---- its shape -------------------------------------------------------------------------------------
run 0 "$DUBAN" plan new --help
same "$(printf '%s\n' "$out" | head -n 9)" "Usage: duban [OPTION...] plan new DIR
begin a plan: a commented example, or next year's

  --from FROM            a plan or an archive to begin with; of a report the
                         first day
  --year YEAR            the year of the new plan

Example:
  duban plan new plan-2022 --from wujin-2021 --year 2022"
run 0 "$DUBAN" report --help
has "$out" '  -o, --output FILE'
run 0 "$DUBAN" plan --help
has "$out" '  plan diff   '
lacks "$out" 'imports'
run 0 "$DUBAN" imports --help
has "$out" '  imports undo   '
run 0 env COLUMNS=60 "$DUBAN" imports --help
same "$(printf '%s\n' "$out" | awk 'length($0) > 60')" ''
for lang in zh_CN zh_TW; do
    while IFS= read -r command; do
        # shellcheck disable=SC2086
        run 0 "$DUBAN" --lang $lang $command --help
        same "$(printf '%s\n' "$out" | grep -v 'duban ' | LC_ALL=C grep '^ *[a-z][a-z ]*$')" '' # no English line
    done <commands
done
run 0 "$DUBAN" --lang zh_CN import --help
has "$out" '退出状态'
has "$out" '示例'

# ---- mistyped ----------------------------------------------------------------------------------------
run 64 "$DUBAN" plan nwe
has "$err" 'no command plan nwe; did you mean plan new? There are: plan check, plan new, plan diff, plan export'
run 64 "$DUBAN" plan
has "$err" 'no command plan; there are: plan check, plan new, plan diff, plan export'
run 64 "$DUBAN" plan xyzzy my-plan
has "$err" 'no command plan xyzzy; there are: plan check,'
run 64 "$DUBAN" imports shwo 1
has "$err" 'no command imports shwo; did you mean imports show?'
run 64 "$DUBAN" imports show
has "$err" "'duban imports show' takes other arguments"
run 64 "$DUBAN" stauts
has "$err" "no command stauts; did you mean status? 'duban --help' lists them"
run 64 "$DUBAN" --fromat json status
has "$err" "unknown option --fromat; did you mean --format?"
run 64 "$DUBAN" plan nwe --help
has "$err" 'did you mean plan new?'
run 64 "$DUBAN" --fromat --lang zh_CN
has "$err" '不认识选项--fromat；是不是想用--format'
run 64 "$DUBAN" status --lang=zh_TW --fromat
has "$err" '不認得選項--fromat'
run 64 "$DUBAN" --fromat -- --lang zh_CN
has "$err" 'did you mean --format'
run 64 "$DUBAN" status --lang
has "$err" '--lang needs an argument'
run 64 "$DUBAN" --lang zh_CN plan nwe
has "$err" 'plan new'
lacks "$err" 'did you mean'

finish

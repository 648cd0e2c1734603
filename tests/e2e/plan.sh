#!/bin/sh
# Writing a plan of one's own: new, check, diff, and next year's plan.
. "$DUBAN_TESTS/support/lib.sh"

# ---- a skeleton that passes --------------------------------------------------------------------
for lang in en zh_CN zh_TW; do
    run 0 "$DUBAN" --lang $lang plan new $lang --year 2022
    run 0 "$DUBAN" --lang en plan check $lang
    has "$out" 'plan my-plan-2022: 2 sections, 3 items, 7 targets, 3 units'
    has "$out" 'nothing is wrong'
    run 0 "$DUBAN" --db $lang.db init --plan $lang
    for file in "$lang"/*.csv; do
        has "$(head -n 1 "$file")" '# '
        lacks "$(cat "$file")" '@YEAR@'
        lacks "$(cat "$file")" '#zh_'
    done
done
has "$(head -n 1 en/plan.csv)" 'Lines that begin with # are comments'
has "$(head -n 1 zh_CN/plan.csv)" '以#开头的行是注释'
has "$(head -n 1 zh_TW/plan.csv)" '以#開頭的行是註解'
# Each comment is there in every language.
for file in "$DUBAN_TESTS"/../assets/skeleton/*.csv; do
    same "$(grep -c '^#en ' "$file")" "$(grep -c '^#zh_CN ' "$file")"
    same "$(grep -c '^#en ' "$file")" "$(grep -c '^#zh_TW ' "$file")"
    same "$(grep '^#' "$file" | grep -cvE '^#(en|zh_CN|zh_TW) ')" 0
done
run 73 "$DUBAN" plan new en
has "$err" 'choose a new directory'
run 64 "$DUBAN" plan new other --year soon
run 0 test ! -e other
mkdir empty
run 0 "$DUBAN" plan new empty --year 2022

# ---- every fault has its place -----------------------------------------------------------------
cp -r en bad
sed -i 's/^spi_min.*/foo,1/; s/^ends.*/ends,2021-01-01/' bad/plan.csv
sed -i 's/^1,1,Open/x,9,Open/; $a4,2' bad/items.csv
sed -i 's/large,east/huge,north/; s/U-003/U-002/' bad/schools.csv
sed -i 's/,2022-06-30,/,2022-13-31,/; s/^1.2,1,mean/1.2,1,median/' bad/targets.csv
sed -i 's/large small/large tiny/; s/^big/named/' bad/scopes.csv
sed -i 's/^2.1,2022-03-31,20/9.9,2022-03-31,120/; s/2022-07-31,60/2022-12-31,60/' bad/steps.csv
echo x >bad/step.csv
run 1 "$DUBAN" plan check bad
same "$out" 'bad/step.csv: a plan has no file of this name; rename or remove it
bad/plan.csv:19:1: the key "foo" is not known; correct or remove it
bad/plan.csv:18:2: the last day is missing or before the first; correct it
bad/items.csv:6:3: the row has 2 cells, but the header has 8; add or remove separators
bad/items.csv:3:1: "x" is no whole number from 1 to 999; correct it
bad/items.csv:3:2: "9" is not in sections.csv; correct it, or add it there
bad/scopes.csv:3:2: "tiny" is not in kinds.csv; correct it, or add it there
bad/scopes.csv:4:1: "named" has a meaning of its own; choose another word
bad/schools.csv:3:5: "huge" is not in kinds.csv; correct it, or add it there
bad/schools.csv:3:6: "north" is not in towns.csv; correct it, or add it there
bad/schools.csv:5:1: "U-002" is there twice; remove or rename one
bad/targets.csv:8:12: "2022-13-31" is no date; write it like 2021-09-15
bad/targets.csv:9:3: "median" is no measure; write sum, count, share, mean, milestone, cap or at_most
bad/targets.csv:12:9: "big" is not in scopes.csv; correct it, or add it there
bad/steps.csv:3:1: "9.9" is not in targets.csv; correct it, or add it there
bad/steps.csv:3:3: a step is 0 to 100 percent; correct it
bad/steps.csv:4:3: the step is lower than an earlier one of the target; correct one of them'
run 65 "$DUBAN" --db bad.db init --plan bad # and the first of them stops the real thing
run 0 test ! -e bad.db

# What hangs on a file that cannot be read is not held against the rest.
cp -r en cut
sed -i 's/^kind,/sort,/' cut/kinds.csv
rm cut/steps.csv
run 1 "$DUBAN" plan check cut
same "$out" 'cut/kinds.csv:2:1: the column "sort" is not known; correct or remove it
cut/kinds.csv:2: the column "kind" is missing; add it
cut/targets.csv:11:13: target 2.1 goes by steps, but has none; add them to steps.csv or change its pace'
rm cut/kinds.csv
run 1 "$DUBAN" plan check cut
has "$out" 'kinds.csv: the plan has no such file; add it'
run 66 "$DUBAN" plan check nothing

# An item that nothing measures yet is not done.
cp -r en bare
echo '4,2,Drills,,,,,' >>bare/items.csv
run 0 "$DUBAN" --db bare.db init --plan bare
run 0 "$DUBAN" --lang en --db bare.db --as-of 2022-03-01 status --item 4
has "$out" '-  G no goal'
run 0 "$DUBAN" --lang en --db bare.db --as-of 2022-03-01 status --section 2 --format json
has "$(printf '%s\n' "$out" | sed -n 's/^ *"standing": "\(.*\)",/\1/p' | sort | uniq -c | tr -s ' \n' ' ')" '1 no_goal'

# ---- next year's plan --------------------------------------------------------------------------
run 0 "$DUBAN" plan new next --from en
has "$out" 'plan my-plan-2023: 2 sections, 3 items, 7 targets, 3 units'
run 0 "$DUBAN" plan check next
has "$(cat next/plan.csv)" 'name_zh_CN,2023年工作要点'
has "$(cat next/steps.csv)" '2.1,2023-03-31,20,Design approved'
has "$(cat next/targets.csv)" 'Building office'
same "$(cat next/schools.csv)" "$(grep -v '^#' en/schools.csv)"
run 1 "$DUBAN" plan diff en next
lacks "$out" 'due'
has "$out" 'code: my-plan-2022 -> my-plan-2023'
has "$out" '0 added, 0 dropped, 1 changed'

# From a database it carries what staff have changed since.
run 0 "$DUBAN" --db en.db --as-of 2022-03-01 set-goal 2.2 3
run 0 "$DUBAN" plan new later --from en.db --year 2025
has "$(cat later/targets.csv)" '2.2,2,count,3,'
has "$(cat later/targets.csv)" '2025-12-31'
run 0 "$DUBAN" --as-of 2022-02-01 plan new early --from en.db # as it stood then
has "$(cat early/targets.csv)" '2.2,2,count,2,'
run 0 "$DUBAN" plan new wujin --from wujin-2021
has "$out" "terms and holidays are left out; enter the new year's in calendar.csv"
run 0 "$DUBAN" --db wujin.db init --plan wujin
has "$out" 'plan wujin-2022: 6 sections, 30 items, 111 targets'
run 66 "$DUBAN" plan new none --from nothing
# A school year lies in two years, and so does its name; other numbers stay.
cp -r en term
sed -i 's/^code,.*/code,term-2022-2023/; s/^name_en,.*/name_en,Plan 2022-2023 of 20221 and 2024/
    s/^name_zh_CN,.*/name_zh_CN,2022—2023学年工作要点/; s/^starts,.*/starts,2022-09-01/
    s/^ends,.*/ends,2023-08-31/' term/plan.csv
sed -i 's/,2022-\(06-30\|1[12]-3[01]\),/,2023-06-30,/' term/targets.csv
run 0 "$DUBAN" plan new term2 --from term
lacks "$out" 'calendar.csv'
has "$out" 'plan term-2023-2024'
has "$(cat term2/plan.csv)" 'name_en,Plan 2023-2024 of 20221 and 2024'
has "$(cat term2/plan.csv)" 'name_zh_CN,2023—2024学年工作要点'
has "$(cat term2/plan.csv)" 'ends,2024-08-31'

# ---- what differs ------------------------------------------------------------------------------
run 0 "$DUBAN" plan diff en zh_CN
has "$out" '0 added, 0 dropped, 0 changed'
run 0 "$DUBAN" --as-of 2022-02-01 plan diff en en.db
run 1 "$DUBAN" plan diff en en.db
has "$out" 'goal_min: 2 -> 3'
sed -i 's/^2.2,2,count,2/2.2,2,count,4/; s/,Building office,New/,Works office,New/; /^3.2/d' \
    next/targets.csv
sed -i '/^1.1,/s/2023-06-30/2023-07-31/' next/targets.csv
sed -i '/U-003/d' next/schools.csv
echo 'U-004,Fourth Unit,,,large,west' >>next/schools.csv
sed -i 's/2023-07-31,60/2023-08-31,60/' next/steps.csv
run 1 "$DUBAN" plan diff en next --format csv
same "$(printf '%s\n' "$out" | grep -v ',plan,')" 'change,kind,code,name,name_zh_CN,name_zh_TW,field,before,after
changed,target,1.1,Units open at weekends,周末开放的单位占比,週末開放的單位佔比,due,2022-06-30,2023-07-31
changed,target,2.1,New building at the First Unit,第一单位新楼建设进度,第一單位新樓建設進度,owner,Building office,Works office
changed,target,2.2,Large units with a lift,装有电梯的大型单位,裝有電梯的大型單位,goal_min,2,4
dropped,target,3.2,Mean days until a fault is mended,隐患平均整改天数,隱患平均整改天數,,,
dropped,step,2.1 2022-07-31,Shell finished,主体完工,主體完工,,,
added,step,2.1 2023-08-31,Shell finished,主体完工,主體完工,,,
dropped,school,U-003,Third Unit,第三单位,第三單位,,,
added,school,U-004,Fourth Unit,,,,,'
run 1 "$DUBAN" plan diff en next --format json
has "$out" '"format": "duban-plan-diff/1"'
run 1 "$DUBAN" --lang zh_CN plan diff en next
has "$out" 'owner: Building office -> Works office'
has "$out" '新增2'
# A column that only one of the two needs.
cp -r en sized
sed -i 's/,town$/,town,size/; s/^U-001,.*/&,120/; s/^U-00[23],.*/&,/' sized/schools.csv
run 1 "$DUBAN" plan diff en sized
has "$out" '0 added, 0 dropped, 1 changed'
has "$out" 'size: - -> 120'
run 1 "$DUBAN" plan diff sized en
has "$out" '0 added, 0 dropped, 1 changed'
has "$out" 'size: 120 -> -'
run 64 "$DUBAN" plan diff en next --format xml
run 64 "$DUBAN" plan diff en

# ---- the other files are looked at without the first; many faults end somewhere ----------------
cp -r en headless
rm headless/plan.csv
sed -i 's/^2.2,2,count/2.2,2,amount/' headless/targets.csv
run 1 "$DUBAN" plan check headless
has "$out" 'plan.csv: the plan has no such file; add it'
has "$out" 'targets.csv:12:3: "amount" is no measure'
cp -r en faulty
seq -f 'key%g,1' 1 1200 >>faulty/plan.csv
run 1 "$DUBAN" plan check faulty
same "$(printf '%s\n' "$out" | wc -l)" 1001
has "$out" 'and 200 more'

# ---- targets that name thousands of schools, one after the other ------------------------------
cp -r en many
for i in $(seq 1001 5000); do
    echo "U-$i,Unit $i,,,large,east"
done >>many/schools.csv
first=$(seq -s ' ' -f 'U-%g' 1001 4999) second=$(seq -s ' ' -f 'U-%g' 1002 5000)
sed -i "s/named,U-001/named,$first/; s/^2.2,2,count,2,,\([^,]*,[^,]*,[^,]*\),big,/2.2,2,count,2,,\1,named,$second/" \
    many/targets.csv
run 0 "$DUBAN" --db many.db init --plan many
run 0 "$DUBAN" --db many.db plan export again
run 0 "$DUBAN" plan diff many again
for target in "2.1,.*,named,$first," "2.2,.*,named,$second,"; do
    same "$(grep -c "^$target" again/targets.csv)" 1
done

finish

#!/bin/sh
# A plan that has nothing to do with education: every command, report and screen works with it, and
# none of them knows of Wujin or of pupils.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"
plan=$DUBAN_TESTS/../assets/plans/example-township-2022

run 0 "$DUBAN" plan check "$plan"
run 0 "$DUBAN" --db t.db init --plan example-township-2022
has "$out" '4 sections, 10 items, 22 targets, 15 units'
run 1 "$DUBAN" plan diff wujin-2021 example-township-2022

# What the units send, in both forms and a spreadsheet's encoding.
cat >long.csv <<'C'
school,target,date,value,of
V01,1.1,2022-05-01,120,
V02,1.1,2022-05-01,95.5,
V03,3.2,2022-05-01,31,
V01,4.2,2022-05-01,1.2,
E01,4.3,2022-05-01,3,
C01,6.1,2022-05-01,1,
O03,7.2,2022-05-01,8,10
V01,10.1,2022-05-01,18,20
E02,1.1,2022-05-01,5,
C
run 1 "$DUBAN" --db t.db --as-of 2022-05-15 import long.csv
has "$err" 'long.csv:10:2: target 1.1 does not concern unit E02'
printf '%s\n' '学校,日期,家庭医生签约人数,2.1' '老渡村,2022年5月2日,310,1.5' '桥街社区,2022年5月2日,420,' |
    iconv -f UTF-8 -t GB18030 >wide.csv
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 import wide.csv
has "$out" '3 new'
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 set 5.2 1800
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 set 6.2 20
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 set-goal 6.3 900

# Everything that prints.
town=$(sed -n '2s/,.*//p' "$plan/towns.csv")
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 status --format csv
has "$out" '4.3,'
printf '%s\n' "$out" | grep '^4.3,' >breach
has "$(cat breach)" ',breached,'
for lang in en zh_CN zh_TW; do
    : >all
    for command in status 'status --section 1' 'status --section 4' attention schools 'show 4.2' 'show V01' \
        'report --format html' 'report --format md' 'report --format md --school V01' \
        "report --format md --town $town" log; do
        run 0 "$DUBAN" --lang $lang --db t.db --as-of 2022-05-15 $command
        printf '%s\n' "$out" >>all
    done
    for word in Wujin 武进 武進 education Education 教育 pupil 学生 學生 kindergarten 幼儿园 幼兒園; do
        lacks "$(cat all)" "$word"
    done
    lacks "$(cat all)" 学校
    lacks "$(cat all)" 學校
    lacks "$(sed "s/school,target,date//; s/duban schools//g" all)" school
    name=$(sed -n "s/^name_$lang,//p" "$plan/plan.csv")
    has "$(cat all)" "$name"
done
run 1 "$DUBAN" --db t.db --as-of 2022-05-15 check
has "$out" '4.3 breached'

# Out and in again, the same.
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 export out
run 0 "$DUBAN" --db u.db init --plan out/plan
run 0 "$DUBAN" --db u.db --as-of 2022-05-15 import out/reports.csv
run 0 "$DUBAN" --db t.db --as-of 2022-05-15 status --format json
first=$out
run 0 "$DUBAN" --db u.db --as-of 2022-05-15 status --format json
same "$out" "$first"

# The screens: four panes, an item, a target, what needs care, in each size and language.
for lang in en zh_CN zh_TW; do
    for size in '80 24' '120 40' '60 12'; do
        screen_open $size "'$DUBAN' --lang $lang --db t.db --as-of 2022-05-15"
        screen_shows 2022-05-15
        screen_keys Enter
        screen_shows 820
        screen_keys Enter
        screen_shows 215.5
        screen_keys g a
        screen_shows 4.3
        lacks "$(screen_text)" 教育
        lacks "$(screen_text)" 学校
        lacks "$(screen_text)" 學校
        lacks "$(screen_text)" school
        screen_keys q
        screen_ended 0
        screen_close
    done
done

finish

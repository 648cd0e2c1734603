#!/bin/sh
# What a school fills in goes out, is filled in as spreadsheets do, and comes straight back.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
figure() {
    duban status --format csv | awk -F, -v t="$1" 'NR == 1 { for (i = 1; i <= NF; i++)
        if ($i == "actual") n = i } $1 == t { print $n }'
}
tab=$(printf '\t')
run 0 duban init

# ---- its targets and no others, nothing alive, codes as text -------------------------------------
run 0 duban template WJ-K001 -o k1.csv
same "$(head -c 3 k1.csv | od -An -tx1)" ' ef bb bf'
same "$(tail -c +4 k1.csv | head -n 1 | tr -d '\r')" \
    'School code,School name,Target code,Target name,Unit,Goal,Last date,Last value,Last total,Date,Value,Total,Note'
has "$(cat k1.csv)" ",\"${tab}5.1\","
lacks "$(cat k1.csv)" '="'
lacks "$(cat k1.csv)" WJ-K002
targets=$(duban show WJ-K001 --format csv | sed 1d | awk 'END { print NR }')
same "$(sed 1d k1.csv | awk 'END { print NR }')" "$targets"
same "$(grep -c "$(printf '\r')\$" k1.csv)" "$((targets + 1))"

# ---- blank is no report ----------------------------------------------------------------------------
run 0 duban import --dry-run k1.csv
has "$out" '0 reports'
same "$err" ''

# ---- filled in, saved again as Excel does: no quotes, slashed dates --------------------------------
fill() { # CODE VALUE TOTAL NOTE: of stdin
    sed "s|\"$tab$1\"\\(.*\\)2021-09-15,,,|\"$tab$1\"\\12021-09-15,$2,$3,$4|"
}
fill 5.1 120 '' ok <k1.csv | fill 5.2 yes '' '' | sed 's/"//g; s|2021-09-15|2021/9/15|' >k1.excel.csv
run 0 duban import k1.excel.csv
has "$out" '2 reports: 2 new'
same "$err" ''
same "$(figure 5.1)" 120

# ---- in Chinese, GB18030, as WPS does; the last values are shown -----------------------------------
run 0 "$DUBAN" --lang zh_CN --db a.db --as-of 2021-09-15 template WJ-K001 --encoding GB18030 -o cn.csv
iconv -f GB18030 -t UTF-8 cn.csv >cn.txt
has "$(head -n 1 cn.txt)" '学校代码,学校名称,指标代码,指标名称,计量单位,目标值,上次日期,上次数值,上次总数,填报日期,完成值,总数,备注'
has "$(cat cn.txt)" '2021-09-15,120,,2021-09-15,,,'
sed "s|\"${tab}5.1\"\\(.*\\)2021-09-15,,,|\"${tab}5.1\"\\12021年9月15日,130,,|" cn.txt | iconv -f UTF-8 -t GB18030 >cn.csv
run 0 duban import cn.csv
has "$out" '1 changed'
has "$out" GB18030
same "$err" ''
same "$(figure 5.1)" 130
run 0 "$DUBAN" --lang zh_TW --db a.db --as-of 2021-09-15 template WJ-P001 -o tw.csv
sed 's|2021-09-15,,,|2021-09-15,1,,|' tw.csv >tw.filled.csv
duban import --dry-run tw.filled.csv >tw.out 2>tw.err
lacks "$(cat tw.err)" 'is not known'
has "$(cat tw.out)" '(UTF-8, long form)'
run 1 grep -q 'tw.filled.csv:1:' tw.err

# ---- for all -----------------------------------------------------------------------------------------
run 0 duban template --all -o out
has "$out" 'templates in out'
run 0 test -s out/WJ-K001.csv
run 0 test -s out/district.csv
run 73 duban template --all -o out
run 0 duban template WJ-K002 -o made/
run 0 cmp made/WJ-K002.csv out/WJ-K002.csv
run 73 duban template WJ-K002 -o made/
run 73 duban template WJ-K002 -o k1.csv
run 0 duban template WJ-K002
has "$out" 'WJ-K002'

# ---- codes that a spreadsheet would spoil: 5.10, 007, a formula -----------------------------------
run 0 duban plan export plan
sed -e 's/^WJ-K001,/007,/' -e 's/^WJ-K002,/MAR1,/' plan/schools.csv >plan/s && mv plan/s plan/schools.csv
sed -e 's/WJ-K001/007/g; s/WJ-K002/MAR1/g; s/^5\.1,/5.10,/' plan/targets.csv >plan/t && mv plan/t plan/targets.csv
sed -e 's/^5\.1,/5.10,/' plan/steps.csv >plan/t && mv plan/t plan/steps.csv
run 0 "$DUBAN" --db b.db init --plan plan
run 0 "$DUBAN" --db b.db --as-of 2021-09-15 template 007 -o 007.csv
has "$(cat 007.csv)" "\"${tab}007\","
has "$(cat 007.csv)" "\"${tab}5.10\","
run 0 "$DUBAN" --db b.db --as-of 2021-09-15 template MAR1
has "$out" "\"${tab}MAR1\","
sed "s|\"${tab}5.10\"\\(.*\\)2021-09-15,,,|\"${tab}5.10\"\\12021-09-15,7,,|; s/\"//g" 007.csv >007.filled.csv
run 0 "$DUBAN" --db b.db --as-of 2021-09-15 import 007.filled.csv
has "$out" '1 new'
# A row that is rejected comes back mended.
sed 's/,7,,/,seven,,/' 007.filled.csv >007.bad.csv
run 65 "$DUBAN" --db b.db --as-of 2021-09-15 import 007.bad.csv --rejects back.csv
sed 's/,seven,/,8,/' back.csv >mended.csv
run 0 "$DUBAN" --db b.db --as-of 2021-09-15 import mended.csv
has "$out" '1 changed'

# ---- usage -------------------------------------------------------------------------------------------
run 64 duban template
run 64 duban template --all
run 64 duban template WJ-K001 --all -o out2
run 64 duban template WJ-K001 --encoding big5
run 64 duban template WJ-K001 --date 2022-01-01
run 65 duban template NOBODY

finish

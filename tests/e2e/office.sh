#!/bin/sh
# Files as Excel, WPS and their users make them: a line of what each gives.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
run 0 duban init

# NAME ENCODING TEXT: a file; the text is UTF-8 with printf's escapes.
file() {
    # shellcheck disable=SC2059
    printf "$3" | iconv -f UTF-8 -t "$2" >"$1"
}
taken() { # STATUS FILE TEXT...: what is said of it
    run "$1" duban import --dry-run "$2"
    name=$2
    shift 2
    for text; do
        has "$name: $out$err" "$text"
    done
}
long='学校,指标,填报日期,数值'

file gbk.csv GB18030 "$long,备注\r\nWJ-K001,5.1,2021/9/1,10,䶮字\r\n"
taken 0 gbk.csv '1 new' GB18030
file bom.csv UTF-8 "\357\273\277$long\r\nWJ-K002,5.1,2021年9月1日,\"1,020\"\r\n"
taken 0 bom.csv '1 new' UTF-8
for order in LE BE; do
    file unicode.txt UTF-16$order "\357\273\277学校\t指标\t日期\t数值\r\nWJ-K003\t5.1\t2021.9.1\t30\r\n"
    taken 0 unicode.txt '1 new' UTF-16$order
done
file wide.csv GB18030 '学校,日期,５.１,5.3,,\r\nWJ-P001,２０２１－０９－０１,１２０,是,,\r\n,,,,,\r\n,,,,,\r\n'
taken 0 wide.csv '2 new' 'wide form'
file sep.csv UTF-8 'sep=;\r\nschool;target;date;value\r\nWJ-P001;5.1;20210901;60\r\n'
taken 0 sep.csv '1 new'
file dos.csv UTF-8 'school,target,date,value\r\nWJ-P001,5.1,2021-09-01,70\r\n\032'
taken 0 dos.csv '1 new'
file mac.csv UTF-8 "school,target,date,value\\rWJ-P001,5.1,44441,70\\r"
taken 0 mac.csv '1 new' 'mac.csv:2:3: "44441" was taken for'
file marks.csv UTF-8 'school,target,date,value\n="WJ-P001",'"'5.1,2021-09-01,70\n\tWJ-P002,5.1,2021/9/1 0:00,80\n"
taken 0 marks.csv '2 new'
file title.csv GB18030 "武进区学校填报表,,,\r\n填表人：,,二〇二一年九月,\r\n$long\r\nWJ-K001,5.1,2021-09-01,10\r\n"
taken 0 title.csv '1 new' GB18030
file title.csv GB18030 "统计表,,,\r\n填报单位,牛塘中心小学,填报日期,2021-09-01\r\n备注,请按时报送,,\r\n学校,日期,5.1,\r\nWJ-K001,2021-09-01,10,\r\n"
taken 0 title.csv '1 new' '0 rejected' 'wide form'
file title.csv UTF-8 "统计表,,,\n填报单位,牛塘中心小学,填报日期,2021-09-01\n\"指标\n代码\",\"完成值\n（累计）\",学校,日期\n5.1,10,WJ-K001,2021-09-01\n"
taken 0 title.csv '1 new' '0 rejected' 'long form'
file title.csv UTF-8 "统计表,,,\n学校,日期,别的,\nWJ-K001,2021-09-01,10,\n"
taken 65 title.csv 'title.csv:2: the first row is no header that is known'
file ticks.csv GB18030 "$long\r\nWJ-K001,5.2,2021-09-01,√\r\nWJ-K002,5.2,2021-09-01,×\r\nWJ-K003,5.2,2021-09-01,已完成\r\n"
taken 0 ticks.csv '3 new'
file codes.csv UTF-8 'school,target,date,value\n1.10108E+11,5.1,2021-09-01,1\nWJ-K001,5.1,2021-09-01,18万个\nWJ-K001,5.1,9月5日,18\n'
taken 65 codes.csv 'codes.csv:2:1: ' 'format the column as text' 'codes.csv:3:4: ' 'codes.csv:4:3: '
file units.csv GB18030 "$long\r\nWJ-K001,5.1,2021-09-01,18个\r\nWJ-K002,5.1,2021-09-01,１８　個\r\nWJ-K003,5.1,2021-09-01,18 places\r\nWJ-P001,5.1,2021-09-01,1 place\r\n"
taken 0 units.csv '4 new'
file units.csv UTF-8 "$long\nWJ-K001,5.1,2021-09-01,18人\nWJ-K002,5.1,2021-09-01,个\nWJ-K003,5.1,2021-09-01,是个\n"
taken 65 units.csv 'units.csv:2:4: "18人" is neither' 'units.csv:3:4: ' 'units.csv:4:4: '
file sums.csv GB18030 "$long\r\nWJ-K001,5.1,2021-09-01,10\r\n合计,,,10\r\n"
taken 0 sums.csv '1 new' '0 rejected' 'sums.csv:3:1: "合计" begins a row of totals'
for words in 合计 '合　计：' 全区合计 Total; do # under running numbers, the cells below a school merged
    file sums.csv UTF-8 "序号,学校,日期,5.1,5.3\r\n1,WJ-P001,2021-09-01,10,\r\n,,2021-09-02,12,\r\n$words,,,22,1\r\n"
    run 0 duban import --dry-run --fill-down sums.csv
    has "$out" '2 new, 0 changed, 0 the same, 0 rejected'
    has "$err" 'sums.csv:4:1: "'"$words"'" begins a row of totals'
done
file sums.csv UTF-8 "指标,日期,数值\r\n5.1,2021-09-01,10\r\n合 计,,10\r\n"
run 0 duban import --dry-run --school WJ-K001 sums.csv
has "$err" 'sums.csv:3:1: "合 计" begins a row of totals'
file sums.csv UTF-8 "kind,$long,备注\r\nsum,WJ-K001,5.1,2021-09-01,10,合计\r\n" # a row as any other
taken 0 sums.csv '1 new'
file twice.csv UTF-8 'school,target,date,value\nWJ-K001,5.1,2021-09-01,1\n\nWJ-K001,5.1,2021/9/1,2\n'
taken 1 twice.csv 'twice.csv:4:4: ' 'of line 2'
file merged.csv GB18030 "$long\r\nWJ-K001,5.1,2021-09-01,10\r\n,,2021-09-02,11\r\n"
taken 1 merged.csv 'merged.csv:3:1: ' '--fill-down'
file quote.csv UTF-8 'school,target,date,value,note\nWJ-K001,5.1,2021-09-01,1,5"x\nWJ-K002,5.1,2021-09-01,2,\n'
taken 1 quote.csv 'quote.csv:2:5: ' '1 new'
printf 'PK\003\004' >book.csv
taken 65 book.csv '.xlsx' 'save it as "CSV UTF-8"'
printf '\320\317\021\340\241\261\032\341' >old.csv
taken 65 old.csv '.xls)' 'save it as "CSV UTF-8"'
printf '<html><table>' >web.csv
taken 65 web.csv 'web page' 'save it as "CSV UTF-8"'

finish

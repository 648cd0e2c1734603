#!/bin/sh
# Rejected rows come back as a file of the clerk's own: mended, it goes straight in.
. "$DUBAN_TESTS/support/lib.sh"
duban() {
    "$DUBAN" --lang en --db a.db --as-of 2021-09-15 "$@"
}
listed() { # whenever it was taken in: the stamps are the machine's
    "$DUBAN" --lang en --db a.db imports "$@"
}
figure() {
    "$DUBAN" --db a.db --as-of 2021-09-15 status --format csv |
        awk -F, -v t="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "actual") n = i }
            $1 == t { print $n }'
}
run 0 duban init

# ---- the columns and order of the file, UTF-8 --------------------------------------------------
printf '\357\273\277note,value,date,target,school\r\nok,10,2021-09-01,5.1,WJ-K001\r\n"a, b",20,2021-09-01,5.1,WJ-X999\r\nc,lots,2021-09-01,5.1,WJ-K002\r\n' >a.csv
run 1 duban import a.csv --rejects back.csv
has "$out" '2 rejected'
same "$(head -c 3 back.csv | od -An -tx1)" ' ef bb bf'
same "$(tail -c +4 back.csv | head -n 1 | tr -d '\r')" '"reason","cure",note,value,date,target,school'
same "$(sed -n '$=' back.csv)" 3
has "$(cat back.csv)" '"a, b",20,2021-09-01,5.1,WJ-X999'
has "$(cat back.csv)" 'c,lots,2021-09-01,5.1,WJ-K002'
sed 's/WJ-X999/WJ-K003/g; s/lots/30/g' back.csv >mended.csv
run 0 duban import mended.csv
same "$err" ''
same "$(figure 5.1)" 60

# Nothing is overwritten, and nothing is made when nothing was rejected.
run 73 duban import mended.csv --rejects back.csv
run 64 duban import a.csv mended.csv --rejects other.csv
printf 'school,target,date,value\nWJ-K001,5.1,2021-09-02,11\n' >good.csv
run 0 duban import good.csv --rejects none.csv
run 1 test -e none.csv
printf 'school,target,date,value\nNOBODY,5.1,2021-09-02,11\n' >bad.csv
run 73 duban import bad.csv --rejects no/such/dir.csv
same "$(figure 5.1)" 61

# ---- GB18030 with semicolons, wide, in Chinese -------------------------------------------------
printf '学校;填报日期;5.1;5.2\nWJ-K001;2021-09-10;12;是\nWJ-K002;2021-09-10;很多;也许\n' |
    iconv -f UTF-8 -t GB18030 >wide.csv
run 1 "$DUBAN" --lang zh_CN --db a.db --as-of 2021-09-15 import wide.csv --rejects wide.back.csv
iconv -f GB18030 -t UTF-8 wide.back.csv >wide.txt
has "$(head -n 1 wide.txt)" '"原因";"处理办法";学校;填报日期;5.1;5.2'
same "$(sed -n '$=' wide.txt)" 2
has "$(cat wide.txt)" 'WJ-K002;2021-09-10;很多;也许'
sed 's/很多/31/g; s/也许/否/g' wide.txt | iconv -f UTF-8 -t GB18030 >wide.mended.csv
run 0 duban import wide.mended.csv
has "$out" GB18030

# ---- what is hostile does not come back alive --------------------------------------------------
printf 'school,target,date,value,note\nNOBODY,5.1,2021-09-01,1,=HYPERLINK("x")\nNOBODY,5.1,2021-09-01,1,"@a, \033[31m"\nNOBODY,5.1,2021-09-01,1,a\342\200\256b\n' >evil.csv
run 65 duban import evil.csv --rejects evil.back.csv
evil=$(cat evil.back.csv)
lacks "$evil" "$(printf '\033')"
lacks "$evil" "$(printf '\342\200\256')"
lacks "$evil" ',=HYPERLINK'
has "$evil" ",'=HYPERLINK"
has "$evil" "\"'@a, "

# ---- however many there are --------------------------------------------------------------------
awk 'BEGIN { print "school\ttarget\tdate\tvalue\r"
    for (n = 1; n <= 12000; n++) print "WJ-K001\t5.1\t2021-09-14\tlots" n "\r" }' |
    iconv -f UTF-8 -t UTF-16 >many.txt
run 65 duban import many.txt --rejects many.back.txt
same "$(find . -name 'many.back.txt?*')" ''
iconv -f UTF-16 -t UTF-8 many.back.txt | tr -d '\r' >many.csv
same "$(sed -n '$=' many.csv)" 12001
same "$(grep -c reason many.csv)" 1
same "$(cut -f 6 many.csv | sed -n '2p;6000p;$p' | tr '\n' ' ')" 'lots1 lots5999 lots12000 '
lacks "$(cat many.csv)" "$(printf '\357\273\277')"

# A document of files holds no more than ten thousand findings; what is beyond is counted.
head -n 9001 many.csv | tr '\t' ',' >a9000.csv
{ head -n 2001 many.csv && printf ',,WJ-K001\t5.1\t2021-09-14\t62\n'; } | tr '\t' ',' >a2000.csv
run 65 duban import --format json a9000.csv a2000.csv
same "$(printf '%s\n' "$out" | grep -c '"warning":')" 10000
same "$(printf '%s\n' "$out" | grep '"issues_beyond":' | tr -d ' ,\n')" '"issues_beyond":0"issues_beyond":1000'
{ head -n 12001 many.csv && printf ',,WJ-K001\t5.1\t2021-09-14\t63\n'; } | tr '\t' ',' >a12000.csv
run 1 duban import a12000.csv
same "$(printf '%s\n' "$err" | grep -c 'a12000.csv:')" 12000
batch=$(listed --format csv | sed -n '2s/,.*//p')
run 0 duban imports show "$batch"
same "$(printf '%s\n' "$out" | grep -c 'a12000.csv:[0-9]')" 10000
has "$out" '12000 rejected'
has "$out" 'no more than 10000 findings are kept'

# ---- closed standard streams: nothing that is said goes into a file ----------------------------
printf 'school,target,date,value\nNOBODY,5.1,2021-09-12,1\n' >closed.csv
run 65 duban import closed.csv --rejects open.csv
for closed in '<&-' '>&-' '2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    rm -f shut.csv shut.log
    (
        eval "exec $closed"
        duban --log shut.log import closed.csv --rejects shut.csv
    ) >/dev/null 2>&1 || :
    same "$(cat shut.csv)" "$(cat open.csv)"
    lacks "$(cat shut.log)" 'duban: '
    same "$(cat closed.csv)" "$(printf 'school,target,date,value\nNOBODY,5.1,2021-09-12,1\n')"
done

# ---- a row that is rejected whole counts under each of its targets -----------------------------
printf 'school,date,5.1,5.2\nNOBODY,2021-09-12,1,2\nWJ-K002,soon,3,\n' >whole.csv
run 65 duban import whole.csv --dry-run --format json
targets=$(printf '%s' "$out" | sed -n '/"targets"/,/]/p' | tr -d ' \n')
has "$targets" '{"target":"5.1","new":0,"changed":0,"same":0,"rejected":2}'
has "$targets" '{"target":"5.2","new":0,"changed":0,"same":0,"rejected":1}'
lacks "$targets" null
printf 'school,target,date,value\nNOBODY,5.1,2021-09-12,1\n' >whole.csv
run 65 duban import whole.csv --dry-run --format json
has "$(printf '%s' "$out" | sed -n '/"targets"/,/]/p')" '"target": "5.1"'

finish

#!/bin/sh
# Templates and rejected rows through LibreOffice Calc, as a clerk would: opened, saved as a workbook,
# saved as CSV again in three encodings, taken in. Without LibreOffice it says so and checks nothing.
. "$DUBAN_TESTS/support/lib.sh"
if ! command -v soffice >/dev/null; then
    echo 'duban: no LibreOffice here, nothing is checked (apt-get install libreoffice-calc)'
    exit 0
fi
duban() {
    "$DUBAN" --lang zh_CN --db a.db --as-of 2021-09-15 "$@"
}
# FILE DIR SEPARATOR CHARSET: there as Calc writes it, after a workbook; its codes: 76 UTF-8, 85
# GB18030, 65535 UTF-16, and separators as their ASCII codes.
through_calc() {
    base=$(basename "$1" .csv)
    set -- "$1" "$2" "$3,34,$4,1,,2052,false,true,false"
    for step in 'xlsx:Calc MS Excel 2007 XML' "csv:Text - txt - csv (StarCalc):$3"; do
        from=$1
        [ "${step%%:*}" = xlsx ] || from=$2/$base.xlsx
        timeout 120 soffice --headless --norestore "-env:UserInstallation=file://$tmp/profile" \
            --infilter="CSV:44,34,76,1,,2052,false,true,false" --convert-to "$step" --outdir "$2" "$from" \
            >/dev/null 2>&1
    done
    run 0 test -s "$2/$base.csv"
}

run 0 duban init
run 0 duban template WJ-P001 -o form.csv
rows=$(($(wc -l <form.csv) - 1))
awk -F, -v OFS=, 'NR > 1 { $11 = 1 } { print }' form.csv >filled.csv
through_calc filled.csv gbk 44 85
run 0 duban import --dry-run gbk/filled.csv
has "$out" "新增$rows，更改0，相同0，退回0（GB18030"
through_calc filled.csv unicode 9 65535
run 0 duban import --dry-run unicode/filled.csv
has "$out" "新增$rows，更改0，相同0，退回0（UTF-16LE"
through_calc filled.csv utf8 44 76
run 0 duban import utf8/filled.csv
has "$out" "新增$rows，更改0，相同0，退回0（UTF-8"

# Rejected rows come back, are looked at in Calc, mended and sent again.
{ cat filled.csv && sed -n 2p filled.csv | sed 's/WJ-P001/0123/' &&
    sed -n 3p filled.csv | sed 's/,1,,/,很多,,/; s/2021-09-15/2021-09-14/'; } >bad.csv
run 1 duban import bad.csv --rejects back.csv
same "$(wc -l <back.csv)" 3
through_calc back.csv calc 44 76
run 65 duban import --dry-run calc/back.csv
has "$out" '2条填报：新增0，更改0，相同0，退回2'
sed 's/,123,/,WJ-P002,/; s/很多/1/g' calc/back.csv >mended.csv # Calc drops zeros, as Excel does
run 0 duban import mended.csv
has "$out" '2条填报：新增2，更改0，相同0，退回0'

finish

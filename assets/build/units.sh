#!/bin/sh
# Makes the catalog for plans whose reporting units are no schools: units.sh LANG PO MO. It is the
# language's catalog with its word for a school replaced; for English, made of the texts themselves.
# Names of commands, options and columns stay.
set -eu
lang=$1 po=$2 mo=$3
case $lang in
en)
    msgfilter --keep-header -i "$po" sed d | msgen --lang=en - | msgfilter --keep-header sed -E \
        -e 's/(duban|column) school/\1 @chool/g' \
        -e "s/(^|[ \"'(,:])School/\1Unit/g; s/(^|[ \"'(,:])school/\1unit/g" \
        -e 's/@chool/school/g'
    ;;
zh_CN)
    msgfilter --keep-header -i "$po" sed \
        -e 's/所学校/个单位/g; s/学校/单位/g; s/\([该各本某]\)校/\1单位/g' \
        -e 's/%\(d\|zu\)所/%\1个/g; s/每所/每个/g; s/逐校/逐个/g'
    ;;
zh_TW)
    msgfilter --keep-header -i "$po" sed \
        -e 's/所學校/個單位/g; s/學校/單位/g; s/該校/該單位/g; s/各校/各單位/g; s/本校/本單位/g' \
        -e 's/%d所/%d個/g; s/%zu所/%zu個/g; s/每所/每個/g; s/逐校/逐個/g; s/某校/某單位/g'
    ;;
esac | msgfmt -o "$mo" -

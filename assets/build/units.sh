#!/bin/sh
# Makes the catalog for plans whose reporting units are no schools: units.sh LANG PO MO. It is the
# language's catalog with its word for a school replaced; for English, made of the texts themselves.
# Names of commands, options and columns stay. One sed goes over the whole catalog: a filter started
# for each message took most of a build. A translation reaches from its msgstr to the empty line.
set -eu
lang=$1 po=$2 mo=$3
case $lang in
en)
    msgcat --no-wrap "$po" |
        sed '1,/^$/s/nplurals=1; plural=0;/nplurals=2; plural=(n != 1);/
            1,/^$/!{ /^msgstr/,/^$/{ /^"/d; s/^msgstr .*/msgstr ""/
            s/^msgstr\[0\] .*/msgstr[0] ""\nmsgstr[1] ""/; }; }' |
        msgen --lang=en --no-wrap - | sed -E '/^msgstr/,/^$/{
        s/(duban|column) school/\1 @chool/g
        s/(^|[ "'\''(,:])School/\1Unit/g
        s/(^|[ "'\''(,:])school/\1unit/g
        s/@chool/school/g
    }'
    ;;
zh_CN)
    msgcat --no-wrap "$po" | sed '/^msgstr/,/^$/{
        s/所学校/个单位/g; s/学校/单位/g; s/\([该各本某]\)校/\1单位/g
        s/%\(d\|zu\)所/%\1个/g; s/每所/每个/g; s/逐校/逐个/g
    }'
    ;;
zh_TW)
    msgcat --no-wrap "$po" | sed '/^msgstr/,/^$/{
        s/所學校/個單位/g; s/學校/單位/g; s/該校/該單位/g; s/各校/各單位/g; s/本校/本單位/g
        s/%d所/%d個/g; s/%zu所/%zu個/g; s/每所/每個/g; s/逐校/逐個/g; s/某校/某單位/g
    }'
    ;;
esac | msgfmt -o "$mo" -

#!/bin/sh
# Who may include whom: src/LAYER/ includes the contracts of the layers below it and its own
# private headers; each outside library is known to one layer.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..

# Layer of a public header, and which layers each layer may use.
layer_of() {
    case $1 in
    ahead.h | attr.h | clock.h | stamp.h | sv.h | err.h | mem.h | buf.h | text.h | date.h | amount.h | i18n.h | formula.h | wrap.h | write.h) echo base ;;
    archive.h | plan.h | measure.h | standing.h | board.h | change.h | values.h | batch.h | taken.h | intake.h | burnup.h | calendar.h | compare.h | groups.h | outliers.h | problem.h | attention.h | draw.h) echo model ;;
    lang.h) echo lang ;;
    store.h) echo store ;;
    import.h | plan_files.h) echo import ;;
    report.h) echo report ;;
    ui.h) echo ui ;;
    *) echo unknown ;;
    esac
}
uses() {
    case $1 in
    base) echo base ;;
    model) echo base model ;;
    lang) echo base model lang ;;
    store) echo base model store ;;
    import) echo base model import ;;
    report) echo base model lang report ;;
    ui) echo base model lang ui ;;
    app) echo base model lang store import report ui app ;;
    esac
}

# Prints each include that breaks the table. $1: the tree.
breaches() {
    (cd "$1" && grep -Hn '^ *# *include *"' -r src include) | while IFS= read -r line; do
        file=${line%%:*}
        header=$(printf '%s\n' "$line" | sed 's/.*"\(.*\)".*/\1/')
        case $file in
        include/duban/*) own=$(layer_of "${file#include/duban/}") ;;
        *) own=${file#src/} own=${own%%/*} ;;
        esac
        case $header in
        duban/*) theirs=$(layer_of "${header#duban/}") ;;
        sql.h) theirs=store ;;
        assets.h) theirs=app ;;
        *) theirs=${header%%/*} private=yes ;;
        esac
        case " $(uses "$own") " in
        *" $theirs "*) ;;
        *) echo "$line" ;;
        esac
        # a header beside a .c is for its own layer only
        case $header in
        duban/* | sql.h | assets.h) ;;
        *) [ "$theirs" = "$own" ] || echo "$line" ;;
        esac
    done
    (cd "$1" && {
        grep -ln '<sqlite3.h>' -r src include | grep -v '^src/store/'
        grep -ln '<csv.h>' -r src include | grep -v '^src/import/'
        grep -ln '<jansson.h>' -r src include | grep -v '^src/report/'
        grep -lnE '<(n?curses|ncursesw/.*)\.h>' -r src include | grep -v '^src/ui/term.c$'
        grep -ln '<utf8proc.h>' -r src include | grep -v '^src/base/text.c$'
        grep -ln '<pthread.h>' -r src include | grep -v '^src/base/ahead.c$'
    })
}

same "$(breaches "$top")" ''
for header in "$top"/include/duban/*.h; do
    lacks "$(layer_of "$(basename "$header")")" unknown
done

# The check can fail: a model that knows the store, a ui that knows sqlite, a neighbour's header.
mkdir -p bad/src/model bad/src/ui bad/include/duban
echo '#include "duban/store.h"' >bad/src/model/a.c
echo '#include <sqlite3.h>' >bad/src/ui/b.c
echo '#include "store/ledger.h"' >bad/src/ui/c.c
has "$(breaches bad)" 'src/model/a.c'
has "$(breaches bad)" 'src/ui/b.c'
has "$(breaches bad)" 'src/ui/c.c'

finish

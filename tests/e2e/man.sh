#!/bin/sh
# The worked examples of the pages on files and of the tutorial, in every language, do what they say.
. "$DUBAN_TESTS/support/lib.sh"
man=$BUILD/man

# The Nth block of a page that is shown as it is typed.
block() { # PAGE N
    awk -v n="$2" '/^\.nf/ { on = 1; count++; next } /^\.fi/ { on = 0 } on && count == n && !/^\.R/' "$1" |
        sed 's/\\:/ /g; s/\\-/-/g; s/\\e/\\/g'
}

for lang in en zh_CN zh_TW; do
    page=$man/$lang/duban-csv.5 n=2
    [ "$lang" = en ] && page=$man/duban-csv.5 n=1
    rm -rf "$lang"
    mkdir "$lang"
    run 0 "$DUBAN" --db $lang/a.db init
    i=1
    while [ $i -le $((n + 1)) ]; do # long forms, with a Chinese heading too, and the wide one
        block "$page" $i >"$lang/$i.csv"
        run 0 "$DUBAN" --db $lang/a.db --as-of 2021-09-15 import "$lang/$i.csv"
        has "$out" ' 0 rejected'
        i=$((i + 1))
    done
    run 0 "$DUBAN" --db $lang/b.db init
    block "$page" $i >"$lang/s.csv"
    run 1 "$DUBAN" --db $lang/b.db --as-of 2021-09-15 --lang $lang import "$lang/s.csv" --rejects "$lang/mend.csv"
    block "$page" $((i + 1)) | while IFS= read -r line; do # as the page has it, but for what it cuts short
        has "$(cat "$lang/mend.csv")" "${line%%...*}"
        [ "$failed" -eq 0 ] || echo "$failed" >"$tmp/wrong"
    done
    run 1 test -e wrong
    sed 's/,WJ-P001,5.1,2021-13-15/,WJ-P001,5.1,2021-09-16/; s/,WJ-P01,/,WJ-P001,/; s/,2021-09-15,20$/,2021-09-14,20/' \
        "$lang/mend.csv" >"$lang/mended.csv"
    run 0 "$DUBAN" --db $lang/b.db --as-of 2021-09-16 import "$lang/mended.csv"

    # The tutorial, all that is typed in it but for the crontab; the monitor prints without a terminal.
    page=$man/$lang/duban.7
    [ "$lang" = en ] && page=$man/duban.7
    mkdir "$lang/tutorial"
    {
        echo "duban() { '$DUBAN' --lang $lang \"\$@\" || [ \$? -eq 1 ]; }"
        sed -n '/^\.nf/,/^\.fi/p' "$page" | sed -n 's/\\-/-/g; /^duban/p'
    } >"$lang/tutorial.sh"
    block "$page" 4 >"$lang/tutorial/s.csv"
    run 0 sh -c "cd $lang/tutorial && sh -eu ../tutorial.sh"
    run 0 test -s $lang/tutorial/mend.csv -a -s $lang/tutorial/bulletin.html -a -s $lang/tutorial/my-plan.db
done

finish

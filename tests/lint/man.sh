#!/bin/sh
# The manual pages: every command, option, key, message and measure is in them, and troff has nothing
# to say.
. "$DUBAN_TESTS/support/lib.sh"
man=$BUILD/man
top=$DUBAN_TESTS/..

# A page as plain text, its dashes as typed, a blank for any white space.
text() {
    sed 's/\\f[BIRP]//g; s/\\-/-/g; s/\\e/\\/g; s/^\.[A-Z]* *//' "$1" | tr -s ' \n' '  '
}

one=$(text "$man/duban.1")
five=$(text "$man/duban-csv.5")
for command in $("$DUBAN" --help | sed -n 's/^  \([a-z][a-z -]*[a-z]\)  .*/\1/p' | tr ' ' '_'); do
    has "$one" "$(printf '%s' "$command" | tr _ ' ')"
done
for option in $(sed -n 's/^    X([A-Z_]*, "\([a-z-]*\)",.*/\1/p' "$top/src/app/options.h"); do
    has "$one" "--$option"
done
for word in $(sed -n 's/^ *X([A-Z_]*, "\([a-z-]*\)", [a-z]*).*/\1/p' "$top/include/duban/import.h"); do
    has "$five" "$word"
done
has "$five" 'no school has the code or name'
for measure in sum count share mean milestone cap at_most; do
    has "$five" "$measure"
done
has "$one" 'take your last change back (undo)'
for key in db lang theme read-only mouse ambiguous-width; do
    has "$one" "$key = "
done

# ---- the other languages: the same pages, parts, lists and commands to type ------------------------
shape() { # TEMPLATE
    awk '/^\.(S[HS]|TS)/ { print $1 } /^@/ { print } /^\.nf/ { on = 1 } /^\.fi/ { on = 0 }
        on && /^duban/ { sub(/   *.*/, ""); sub(/ \\-\\-lang zh_[A-Z]*/, ""); print }' "$1"
}
cells() { # TEMPLATE: the first words of a table's rows that are names of files, columns, measures
    sed -n 's/^\([a-z_]*\(\.csv\)*\).*|.*T{$/\1/p' "$1" | grep .
}
for lang in zh_CN zh_TW; do
    for page in duban.1 duban-csv.5 duban.7; do
        same "$(shape "$top/assets/man/$lang/$page.in")" "$(shape "$top/assets/man/$page.in")"
        same "$(cells "$top/assets/man/$lang/$page.in")" "$(cells "$top/assets/man/$page.in")"
    done
    one=$(text "$man/$lang/duban.1" | sed 's/\\://g')
    "$DUBAN" --lang $lang --help >help
    run 0 test "$(wc -l <help)" -gt 50
    # What the help says of a command or an option is in the page.
    same "$(sed -n 's/^  [-a-z][^ ]* .*  \([^ ].*\)$/\1/p' help | while IFS= read -r line; do
        case $one in
        *"$line"*) ;;
        *) echo "$line" ;;
        esac
    done)" ''
    # No list says it in English.
    same "$(sed -n '/^\.TP/{n;n;p}' "$man/$lang/duban.1" "$man/$lang/duban-csv.5" | grep -v '[^ -~]')" ''
done
# Each script in its own characters, but for the words that a heading may be.
run 0 sh -c "sed 's/學校代碼//' '$top'/assets/man/zh_CN/*.in | iconv -f UTF-8 -t GB2312"
run 0 sh -c "sed 's/学校代码//' '$top'/assets/man/zh_TW/*.in | iconv -f UTF-8 -t BIG5"

# ---- every page: nothing left to fill in, nothing that a formatter complains about ------------------
for page in duban.1 duban-csv.5 duban.7 zh_CN/duban.1 zh_CN/duban-csv.5 zh_CN/duban.7 \
    zh_TW/duban.1 zh_TW/duban-csv.5 zh_TW/duban.7; do
    same "$(grep -o '@[A-Z_]*@' "$man/$page")" ''
    has "$(cat "$man/$page")" "$("$DUBAN" --version | head -n 1)"
    if command -v groff >/dev/null && command -v preconv >/dev/null; then
        run 0 sh -c "preconv -e utf8 '$man/$page' | groff -t -man -Tutf8 -ww -rLL=78n"
        same "$(printf '%s\n' "$err" | grep -v 'cannot adjust line')" ''
        # No line is wider than the terminal, Chinese or not, but for what is typed.
        printf '%s\n' "$out" | sed 's/.\x08//g; s/\x1b\[[0-9;]*m//g' | grep -v 'duban \|WJ-P' >shown
        run 0 test "$(LC_ALL=C.UTF-8 wc -L <shown)" -le 80
    fi
    if command -v mandoc >/dev/null; then
        same "$(mandoc -T lint -W warning "$man/$page" | grep -v 'missing date')" ''
    fi
    if command -v lexgrog >/dev/null; then
        run 0 lexgrog "$man/$page"
        has "$out" "$(basename "$page" | sed 's/\.[157]$//') - "
    fi
done

finish

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
for page in duban.1 duban-csv.5 duban.7; do
    same "$(grep -o '@[A-Z_]*@' "$man/$page")" ''
    has "$(cat "$man/$page")" "$("$DUBAN" --version | head -n 1)"
    if command -v groff >/dev/null && command -v preconv >/dev/null; then
        run 0 sh -c "preconv -e utf8 '$man/$page' | groff -t -man -Tutf8 -ww -rLL=78n"
        same "$(printf '%s\n' "$err" | grep -v 'cannot adjust line')" ''
    fi
done

finish

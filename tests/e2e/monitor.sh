#!/bin/sh
# The monitor in real terminals: every size, language and key that a user begins with.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
value() { # TARGET: its actual
    "$DUBAN" --db demo.db status --format json |
        awk -v code="\"$1\"" '/"code":/ { here = index($0, code) > 0 }
            here && /"actual":/ { gsub(/[^0-9.]/, ""); print; exit }'
}

# ---- all six sections on one screen, in each size and language ---------------------------------
for lang in en zh_CN zh_TW; do
    column=$(awk -F, -v lang="name_$lang" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == lang) print i }' \
        "$DUBAN_TESTS/../assets/plans/wujin-2021/sections.csv")
    for size in '80 24' '120 40' '60 12'; do
        screen_open $size "'$DUBAN' --lang $lang --db demo.db"
        screen_shows 2021-09-15
        if [ "$size" != '60 12' ]; then
            for section in 1 2 3 4 5 6; do
                name=$(awk -F, -v n=$section -v c="$column" '$1 == n { print $c }' \
                    "$DUBAN_TESTS/../assets/plans/wujin-2021/sections.csv")
                screen_shows "$(printf '%s' "$name" | cut -c 1-6)"
            done
        fi
        screen_keys q
        screen_ended 0
        screen_close
    done
done

# ---- into an item, a target, a school's value, and back ----------------------------------------
screen_open 100 30 "'$DUBAN' --lang en --db demo.db"
screen_shows 2021-09-15
screen_keys '?'
screen_shows 'undo'
screen_keys Escape
screen_keys 2
screen_keys Enter
screen_shows '5.1'
screen_keys Enter
screen_shows '6590'
screen_keys Escape
screen_shows '5.2'
screen_keys Escape
screen_keys a
screen_shows 'breached'
screen_keys Escape
screen_resize 60 12
screen_shows 2021-09-15
screen_resize 20 5
screen_resize 100 30
screen_shows 2021-09-15
screen_keys q
screen_ended 0
screen_close

# ---- somebody else's change shows by itself ----------------------------------------------------
screen_open 100 30 "'$DUBAN' --lang en --db demo.db"
screen_shows 2021-09-15
screen_keys 1
screen_keys Enter
screen_shows '1.1'
run 0 "$DUBAN" --db demo.db set-goal 1.2 77
screen_shows 77
screen_keys q
screen_ended 0
screen_close

# ---- mono, an unknown terminal, no locale -------------------------------------------
screen_open 80 24 "NO_COLOR=1 '$DUBAN' --lang zh_CN --db demo.db"
screen_shows 2021-09-15
screen_keys q
screen_ended 0
screen_close
screen_open 80 24 "LC_ALL=C LANG= '$DUBAN' --lang zh_CN --db demo.db" no-such-terminal
screen_shows 2021-09-15
screen_keys q
screen_ended 0
screen_close

finish

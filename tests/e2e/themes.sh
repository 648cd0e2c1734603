#!/bin/sh
# The looks of a screen as a real terminal gets them, cell by cell, in every theme: as the golden files
# say. What they say of themes is true only if it comes through curses.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
seen() { # THEME VIEW
    tmux -L "$socket" capture-pane -e -p -N |
        awk -v theme="$1" -f "$DUBAN_TESTS/support/looks.awk" \
            "$DUBAN_TESTS/data/screens/$2.en.80x24.txt" -
}

for theme in dark light contrast mono; do
    screen_open 80 24 "'$DUBAN' --lang en --db demo.db --theme $theme"
    screen_shows 'as of 2021-09-15'
    same "$(seen $theme overview)" same
    screen_keys 2 Enter
    screen_shows 'actual/goal'
    same "$(seen $theme item)" same
    screen_keys a f
    screen_type silent
    screen_keys Enter
    screen_shows 'filter silent'
    same "$(seen $theme filtered)" same
    screen_keys g 2 Enter Enter e
    screen_type x
    screen_shows 'write how many'
    same "$(seen $theme typing)" same
    screen_keys Escape
    screen_lacks 'write how many'
    screen_keys q
    screen_ended 0
    screen_close
done

# NO_COLOR asks for mono; so does a terminal without colours.
screen_open 80 24 "env NO_COLOR=1 '$DUBAN' --lang en --db demo.db"
screen_shows 'as of 2021-09-15'
same "$(seen mono overview)" same
screen_keys q
screen_ended 0
screen_close
screen_open 80 24 "'$DUBAN' --lang en --db demo.db" vt220
screen_shows 'as of 2021-09-15'
same "$(seen mono overview)" same
screen_keys q
screen_ended 0
screen_close

finish

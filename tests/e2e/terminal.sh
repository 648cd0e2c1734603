#!/bin/sh
# The monitor in terminals of every kind, and what happens on the line: names of terminals, the
# question about widths, the mouse, pastes, sizes, idle time.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"
# What ncurses keeps for some kinds of terminal is told without its library under clang, so that
# tests/lsan.supp cannot name it.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS

run 0 "$DUBAN" --db demo.db demo --no-open
monitor="'$DUBAN' --lang en --db demo.db"

# ---- names of terminals ------------------------------------------------------------------------
for term in xterm xterm-256color tmux screen linux vt100 putty ''; do
    screen_open 80 24 "$monitor" "${term:-no-such}"
    screen_golden overview.en.80x24
    screen_keys 2 Enter
    screen_golden item.en.80x24
    screen_keys q
    screen_ended 0
    screen_close
    # In Chinese, small, and mono: every character in its column.
    screen_open 60 12 "$monitor --lang zh_CN --theme mono" "${term:-no-such}"
    screen_golden overview.zh_CN.60x12
    screen_keys 2 Enter Enter
    screen_golden target.zh_CN.60x12
    screen_keys q
    screen_ended 0
    screen_close
done

screen_open 80 24 "$monitor" dumb
screen_shows 'cannot show the monitor'
screen_ended 74
screen_close

# ---- a size of one cell, and back; nothing is lost ---------------------------------------------
screen_open 80 24 "$monitor"
screen_shows 'as of 2021-09-15'
screen_keys 2 Enter
for size in '1 1' '2 1' '60 11' '59 12' '300 100' '60 12' '80 24'; do
    screen_resize $size
done
screen_shows '5.1'

# ---- and when all of that comes between two looks: curses sees the size that it knows ------------
pid=$(pgrep -P "$(tmux -L "$socket" display-message -p '#{pane_pid}')")
kill -STOP "$pid"
screen_resize 1 1
sleep 0.5 # tmux itself waits for a further size
screen_resize 80 24
sleep 0.5
kill -CONT "$pid"
screen_golden item.en.80x24

# ---- the mouse: tmux passes the bytes of a click on to a program that asked for them ------------
same "$(tmux -L "$socket" display-message -p '#{mouse_standard_flag}')" 1
screen_type "$(printf '\033[<0;20;3M\033[<0;20;3m')"
screen_shows '5.2'

# ---- a paste is text; a sequence that is no key is nothing --------------------------------------
printf 'q\n:q' >paste
tmux -L "$socket" load-buffer paste
tmux -L "$socket" paste-buffer -p
screen_keys a
screen_shows '> attention'
screen_type "$(printf '\033[1;2R\033[57;5u')"
screen_shows 'as of 2021-09-15'
screen_keys q
screen_ended 0
screen_close

# ---- a report of the mouse that breaks off keeps nobody waiting ---------------------------------
screen_open 80 24 "$monitor"
screen_shows 'as of 2021-09-15'
screen_keys 2
screen_keys Enter
screen_shows '5.1'
screen_type "$(printf '\033[<0;20')"
run 0 "$DUBAN" --db demo.db set-goal 5.1 4321
screen_shows 4321
screen_keys q
screen_ended 0
screen_close

# ---- without the mouse the terminal keeps it ---------------------------------------------------
screen_open 80 24 "$monitor --no-mouse"
screen_shows 'as of 2021-09-15'
same "$(tmux -L "$socket" display-message -p '#{mouse_standard_flag}')" 0
screen_keys q
screen_ended 0
screen_close

# ---- input methods look for the cursor, hidden as it is, where text is typed -------------------
cursor() {
    tmux -L "$socket" display-message -p '#{cursor_flag} #{cursor_x} #{cursor_y}'
}
screen_open 80 24 "$monitor"
screen_shows 'as of 2021-09-15'
screen_keys /
screen_type '学位 2'
screen_shows 'Search: 学位 2'
same "$(cursor)" '0 14 23'
screen_keys Left Left Left
screen_type '新'
screen_shows 'Search: 学新位 2'
same "$(cursor)" '0 12 23'
screen_keys Escape
screen_lacks 'Search'
screen_keys q
screen_ended 0
screen_close

# ---- refused in words --------------------------------------------------------------------------
run 64 script -qec "$monitor --ambiguous-width 3" /dev/null
has "$out" 'use 1 or 2'
run 64 script -qec "$monitor --theme pink" /dev/null
has "$out" 'use dark, light, contrast or mono'

# ---- themes and widths -------------------------------------------------------------------------
for theme in dark light contrast mono; do
    screen_open 80 24 "$monitor --theme $theme --ambiguous-width 2"
    screen_shows 'as of 2021-09-15'
    screen_keys q
    screen_ended 0
    screen_close
done

finish

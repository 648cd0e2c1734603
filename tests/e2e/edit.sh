#!/bin/sh
# Values and goals by keyboard: validated as typed, kept, shown, journaled, taken back.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
column() { # TARGET COLUMN: from the status as CSV
    "$DUBAN" --db demo.db status --format csv |
        awk -F, -v t="$1" -v c="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == c) n = i }
            $1 == t { print $n }'
}
before=$(column 2.1 actual)
same "$(column 12.1 goal_min)" 320

screen_open 100 30 "'$DUBAN' --lang en --db demo.db"
screen_shows 2021-09-15
screen_keys 1 Down Enter
screen_shows '2.1'
screen_keys Enter
screen_shows 'district'

# What is wrong is said while it is typed, and nothing is kept.
screen_keys e
screen_shows 'Value of Wujin District'
screen_type 12x
screen_shows 'write a number'
screen_keys BSpace
screen_lacks 'write a number'
screen_keys BSpace BSpace
screen_type 101
screen_shows 'more than 100 percent'
screen_keys Enter
screen_shows 'Value of Wujin District'
screen_keys Escape
screen_lacks 'Value of Wujin District'
same "$(column 2.1 actual)" "$before"

# Keys of the list are letters while something is typed.
screen_keys e
screen_type q
screen_shows 'Value of Wujin District'
screen_keys Escape

# A falling value needs a word more.
screen_keys e
screen_type 42
screen_keys Enter
screen_shows 'only grows'
same "$(column 2.1 actual)" "$before"
screen_type ' !' # what was refused is still on the line
screen_keys Enter
screen_shows '42 kept'
same "$(column 2.1 actual)" 42
screen_keys u
screen_shows 'taken back'
same "$(column 2.1 actual)" "$before"

# Another day than the as-of date, and one that is none.
screen_keys e
screen_type '42 2021-13-01'
screen_shows 'write the date'
screen_keys Escape
screen_keys e
screen_type '1 2022-01-01'
screen_keys Enter
screen_shows 'outside the plan'
screen_keys Escape

# The goal.
screen_keys o
screen_shows 'Goal'
screen_type '90-95'
screen_keys Enter
screen_shows 'goal 90-95%'
same "$(column 2.1 goal_max)" 95
screen_keys u
screen_shows 'taken back'
same "$(column 2.1 goal_max)" ''

# Pasted text is text, never commands.
tmux -L "$socket" set-buffer 'qqqq'
tmux -L "$socket" paste-buffer -p
screen_shows 'district'
screen_keys q
screen_ended 0
screen_close

# Read-only: no key changes anything.
screen_open 100 30 "'$DUBAN' --lang en --read-only --db demo.db"
screen_shows 'READ ONLY'
screen_keys 1 Enter
screen_shows '1.1'
screen_keys Enter
screen_shows 'school'
screen_keys e
screen_shows 'reading only'
screen_keys o
screen_shows 'reading only'
screen_keys q
screen_ended 0
screen_close

finish

#!/bin/sh
# Values down a column, notes, dates and owners by keyboard; two people on one cell; redo.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
reports() { # SCHOOL: its reports on 5.1 of 2021-09-15
    "$DUBAN" --db demo.db export | grep "^$1,5.1,2021-09-15," | cut -d , -f 4-
}

screen_open 100 30 "'$DUBAN' --lang zh_CN --db demo.db"
screen_shows 2021-09-15
screen_keys 2 Enter Enter
screen_shows '南河幼儿园'

# ---- down the column: Enter goes on, an empty one passes over, Esc ends it ---------------------
screen_keys j E
screen_shows '南河幼儿园 [0]:'
screen_type 5
screen_keys Enter
screen_shows '龚家幼儿园 [0]:'
screen_keys Enter
screen_shows '春秋幼儿园 [0]:'
screen_type '7 # 电话核实'
screen_keys Enter
screen_shows '牛塘中心小学 [0]:'
screen_keys Escape
screen_lacks '牛塘中心小学 [0]:'
same "$(reports WJ-K001)" '5,,'
same "$(reports WJ-K002)" ''
same "$(reports WJ-K003)" '7,,电话核实'

# What is refused stays on its row, with the reason, to be mended.
screen_keys k k k E
screen_shows '南河幼儿园 [5]:'
screen_type '6 2022-06-01'
screen_keys Enter
screen_shows '2021-01-01'
screen_shows '南河幼儿园 [5]: 6 2022-06-01'
screen_keys Escape

# ---- undo and redo -----------------------------------------------------------------------------
screen_keys u
screen_shows '已撤'
same "$(reports WJ-K003)" ''
screen_keys U
screen_shows '已恢复'
same "$(reports WJ-K003)" '7,,电话核实'

# ---- two people on one cell: the later one sees both values and chooses ------------------------
screen_keys e
screen_shows 'WJ-K001'
run 0 "$DUBAN" --db demo.db set 5.1 8 --school WJ-K001
screen_type 9
screen_keys Enter
screen_shows 'Enter：用您的'
screen_shows '8'
same "$(reports WJ-K001)" '8,,'
screen_keys Escape
screen_lacks 'Enter：用您的'
same "$(reports WJ-K001)" '8,,'
screen_keys e
screen_shows 'WJ-K001'
run 0 "$DUBAN" --db demo.db set 5.1 9 --school WJ-K001
screen_type 10
screen_keys Enter
screen_shows 'Enter：用您的'
screen_keys Enter
screen_lacks 'Enter：用您的'
same "$(reports WJ-K001)" '10,,'

# ---- note, due date, owner ---------------------------------------------------------------------
screen_keys t
screen_shows '备注：'
screen_type '补报'
screen_keys Enter
screen_lacks '备注：'
same "$(reports WJ-K001)" '10,,补报'
screen_keys d
screen_shows '2021-12-31'
screen_keys C-u
screen_type 2021-11-30
screen_keys Enter
screen_shows '期限2021-11-30'
screen_keys O
screen_keys C-u
screen_type '基教科'
screen_keys Enter
screen_shows '责任人基教科'
screen_keys u
screen_shows '已撤'
screen_keys q
screen_ended 0
screen_close

finish

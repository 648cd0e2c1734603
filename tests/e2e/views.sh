#!/bin/sh
# The views in a real terminal, in Chinese: one way in (Enter), one way out (Esc), the choice kept.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
screen_open 100 30 "'$DUBAN' --lang zh_CN --db demo.db"
screen_shows 2021-09-15

# A section as a whole, a target with its chart, one of its schools.
screen_keys 2 v
screen_shows '共25项指标、6个工作项'
screen_keys Enter
screen_shows '近16周'
screen_shows '# 实绩  . 应完成  o 预测'
screen_shows 'sample.csv:'
screen_keys b
screen_lacks 'sample.csv:'
screen_shows '# 实绩'
screen_keys Escape
screen_shows 'sample.csv:'
screen_keys j Enter
screen_shows '填报排名第'
screen_keys g
screen_lacks '填报排名第'

# Why: the rule, the numbers, and the schools with file and line.
screen_keys 2 Enter Enter w
screen_shows '4215'
screen_shows '0.90'
screen_shows 'sample.csv:'
screen_keys g
screen_lacks 'sample.csv:'

# Who has reported: a town, a school of it, and back to the same place.
screen_keys r
screen_shows '全部学校'
screen_keys j Enter
screen_shows '填报情况 > 湖塘镇'
screen_keys Enter
screen_shows '应报'
screen_keys Escape
screen_shows '填报情况 > 湖塘镇'
screen_keys Escape Escape
screen_lacks '填报情况'

# ---- as of other days, and what changed since one ----------------------------------------------
screen_keys '['
screen_shows '截至2021-09-14'
screen_keys ']' '('
screen_shows '截至2021-09-08'
screen_keys ')' '{'
screen_shows '截至2021-08-15'
screen_keys '}'
screen_shows '截至2021-09-15'
screen_keys =
screen_shows '对比日期'
screen_keys Enter
screen_shows '对比2021-08-15'
screen_keys 2 v
screen_shows '+  + 7.4'
screen_keys = C-u Enter
screen_lacks '对比2021-08-15'
screen_keys @ C-u
screen_type 1999-01-01
screen_keys Enter
screen_shows '请选2021-01-01至'

# ---- behind : as in the views: what was written later than the sample's day is there too, until another
# day is chosen ----
screen_keys :
screen_type imports
screen_keys Enter
screen_shows '> imports'
screen_shows sample.csv
screen_keys Escape
screen_lacks '> imports' # Esc and [ at once would be the beginning of a key
screen_keys '['
screen_shows '截至2021-09-14'
screen_keys :
screen_type imports
screen_keys Enter
screen_shows '尚未导入任何文件'
screen_keys q
screen_ended 0
screen_close

finish

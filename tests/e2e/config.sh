#!/bin/sh
# The configuration file, and what the environment says beside it.
. "$DUBAN_TESTS/support/lib.sh"
XDG_CONFIG_HOME=$tmp/conf XDG_CONFIG_DIRS=$tmp/sys1:relative:$tmp/sys2
export XDG_CONFIG_HOME XDG_CONFIG_DIRS
mkdir -p conf/duban sys1/duban sys2/duban
unset LANGUAGE LC_ALL
LANG=C.UTF-8
export LANG

# ---- what is set is used -----------------------------------------------------------------------
printf '\357\273\277# where the plan is kept\n\ndb = %s/a.db # the bureau'\''s\n  lang=zh_TW\n' "$tmp" \
    >conf/duban/config
run 0 "$DUBAN" init
has "$out" "$tmp/a.db"
has "$out" '個板塊'
run 0 "$DUBAN" --as-of 2021-03-01 status
has "$out" '截至'
run 0 "$DUBAN" --lang en --as-of 2021-03-01 status # the command line comes first
has "$out" 'as of'
run 0 "$DUBAN" doctor
has "$out" "$tmp/a.db"

# The environment's database comes before the file's, the command line's before both.
run 66 env DUBAN_DB="$tmp/none.db" "$DUBAN" status
run 0 env DUBAN_DB="$tmp/none.db" "$DUBAN" --db a.db status
run 0 "$DUBAN" --lang en demo b.db --no-open
run 73 "$DUBAN" --lang en init # not the demo's: the configured one, and it is there already

# A network drive is never taken because of a typing mistake.
mv conf/duban/config kept
printf 'db = %s\nallow-network = maybe\n' "$tmp/a.db" >conf/duban/config
run 78 "$DUBAN" status
has "$err" 'config:2:17: neither yes nor no'
printf 'db = %s\nallow-network = yes\n' "$tmp/a.db" >conf/duban/config
run 0 "$DUBAN" --as-of 2021-03-01 status
mv kept conf/duban/config

# ---- the user's file before the system's, the first of those before the others -----------------
printf 'lang = zh_CN\nread-only = yes\n' >sys1/duban/config
printf 'lang = en\nread-only = no\n' >sys2/duban/config
run 77 "$DUBAN" undo
has "$err" '變更資料庫'
printf 'read-only = no\n' >>conf/duban/config
run 1 "$DUBAN" undo
rm conf/duban/config
run 77 "$DUBAN" --db a.db undo
has "$err" '更改数据库'
rm -r sys1/duban/config
run 0 env HOME="$tmp" XDG_CONFIG_HOME= "$DUBAN" --db a.db --as-of 2021-03-01 status
has "$out" 'as of'
mkdir -p .config/duban
echo 'lang = zh_CN' >.config/duban/config
run 0 env XDG_CONFIG_HOME= "$DUBAN" --db a.db --as-of 2021-03-01 status
has "$out" '截至'
rm -r .config sys2/duban/config

# ---- every fault has its place -----------------------------------------------------------------
cat >conf/duban/config <<'C'
db = a.db
theme = pink
lang
lang = xx
  lang = en
colour = red
read-only = maybe
theme =
mouse = cat
ambiguous-width = 3
C
printf 'db = /tmp/a\033.db\n' >sys1/duban/config
run 78 "$DUBAN" --db a.db status
has "$err" "duban: $tmp/conf/duban/config:1:6: a path must begin with /; write it in full"
same "$out" ''
run 1 "$DUBAN" --db a.db doctor
same "$(printf '%s\n' "$out" | grep -v SQLite)" "$tmp/conf/duban/config:1:6: a path must begin with /; write it in full
$tmp/conf/duban/config:2:9: no such theme; use dark, light, contrast or mono
$tmp/conf/duban/config:3:1: no = in this line; write key = value
$tmp/conf/duban/config:4:8: no such language; use en, zh_CN or zh_TW
$tmp/conf/duban/config:5:3: set a second time; keep one of the two
$tmp/conf/duban/config:6:1: no setting of this name; 'man duban' lists them under FILES
$tmp/conf/duban/config:7:13: neither yes nor no; write one of them
$tmp/conf/duban/config:8:1: set a second time; keep one of the two
$tmp/conf/duban/config:9:9: neither yes nor no; write one of them
$tmp/conf/duban/config:10:19: neither 1 nor 2; write one of them
$tmp/sys1/duban/config:1:6: not plain UTF-8 text; type it again"
printf 'mouse = no\t# not over this line\nread-only = no\nambiguous-width = 2\ntheme = mono\n' >conf/duban/config
rm sys1/duban/config
run 0 "$DUBAN" --db a.db doctor # nothing is wrong with any of them
printf 'mouse = yes\nambiguous-width = 1\n' >conf/duban/config
run 0 env XDG_CONFIG_DIRS=:relative: "$DUBAN" --db a.db doctor
printf 'db = /tmp/a\033.db\n' >sys1/duban/config
run 0 "$DUBAN" --version
run 0 "$DUBAN" --help
run 0 "$DUBAN" status --help
echo 'theme = # nothing' >conf/duban/config
run 78 "$DUBAN" --db a.db status
has "$err" 'config:1:8: no value; write one after the ='
rm conf/duban/config
mkdir conf/duban/config
run 78 "$DUBAN" --db a.db status
has "$err" "$tmp/conf/duban/config: these settings cannot be read (no regular file); make it"
run 1 "$DUBAN" --db a.db doctor
has "$out" 'no regular file'
rmdir conf/duban/config
rm sys1/duban/config

# ---- what else the environment says ------------------------------------------------------------
widest() { awk '{ if (length($0) > most) most = length($0) } END { print most + 0 }'; }
run 0 env LC_ALL=C.UTF-8 COLUMNS=120 "$DUBAN" --db b.db status --section 1
wide=$(printf '%s\n' "$out" | widest)
run 0 env LC_ALL=C.UTF-8 COLUMNS=nonsense "$DUBAN" --db b.db status --section 1
usual=$(printf '%s\n' "$out" | widest)
run 0 env LC_ALL=C.UTF-8 COLUMNS=20 "$DUBAN" --db b.db status --section 1
narrow=$(printf '%s\n' "$out" | widest)
run 0 test "$wide" -gt 80 -a "$wide" -le 120
run 0 test "$usual" -gt 60 -a "$usual" -le 80
run 0 test "$narrow" -lt "$usual"

run 0 "$DUBAN" --version
for library in duban SQLite ncurses libcsv nettle utf8proc jansson; do
    has "$out" "$library "
done
# The warning stands there exactly where the library needs it.
sqlite=$(printf '%s\n' "$out" | sed -n 's/^SQLite \([0-9.]*\)$/\1/p')
if [ "$(printf '%s\n3.51.3\n' "$sqlite" | sort -V | head -n 1)" = 3.51.3 ]; then
    lacks "$out" 'could lose rows'
else
    has "$out" "SQLite $sqlite: let nothing but duban write"
fi

# Names that look like options, after --.
cp b.db ./--db.db
run 0 "$DUBAN" --db b.db show -- 5.1
run 64 "$DUBAN" --db b.db show --5.1
run 0 "$DUBAN" --db b.db backup -- --copy.db
run 0 test -s ./--copy.db
echo 'nonsense' >-x.csv
run 65 "$DUBAN" --db b.db import -- -x.csv
has "$err" 'duban: -x.csv'

finish

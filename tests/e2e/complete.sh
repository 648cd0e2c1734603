#!/bin/sh
# Completion: what the program offers, and that each shell's script passes it on.
. "$DUBAN_TESTS/support/lib.sh"
scripts=$DUBAN_TESTS/../assets/completions
run 0 "$DUBAN" --db a.db init

# The words offered for a command line whose last word is under way.
offered() {
    run 0 "$DUBAN" complete -- "$@"
    out=$(printf '%s' "$out" | cut -f 1 | tr '\n' ' ')
    [ -z "$out" ] || out="${out% } "
}

offered ''
for word in $("$DUBAN" --help | sed -n 's/^  \([a-z][a-z-]*\) .*/\1/p' | sort -u); do
    has " $out" " $word "
done
offered s
same "$out" "$("$DUBAN" --help | sed -n 's/^  \(s[a-z-]*\) .*/\1/p' | tr '\n' ' ')"
offered plan ''
has "$out" 'check new diff'
offered imports ''
same "$out" 'show undo '
offered imports show ''
same "$out" ''
offered --db a.db status --section ''
same "$out" '1 2 3 4 5 6 '
offered --db a.db show 5.
has "$out" '5.1 5.2'
offered --db a.db show WJ-K00
same "$out" 'WJ-K001 WJ-K002 WJ-K003 '
offered --db=a.db set 5.1 4 --school WJ-K00
same "$out" 'WJ-K001 WJ-K002 WJ-K003 '
offered --db a.db set 23.
has "$out" '23.1 '
offered --db a.db set 5.1 ''
same "$out" ''
offered --db none.db show ''
same "$out" ''
offered status --f
same "$out" '--format '
offered status --format ''
same "$out" 'text json csv '
offered report --format ''
same "$out" 'html md csv '
offered --lang ''
same "$out" 'en zh_CN zh_TW '
offered --lang zh_CN plan diff w
same "$out" 'wujin-2021 :files '
offered import --re
has "$out" '--rejects '
offered import x.csv ''
same "$out" ':files '
offered plan check ''
same "$out" ':dirs '
offered backup x ''
same "$out" ''
offered status --by to
same "$out" 'town '
offered --db a.db report --town hu
same "$out" 'hutang huangli '
offered users set x cl
same "$out" 'clerk '
offered --db a.db set-threshold plan s
same "$out" 'spi_min silent_periods '
offered status --format=j
same "$out" '--format=json '
offered status --format = j # as bash parts it
same "$out" 'json '
offered status --db=a.db --section 6
same "$out" '6 '
offered status -- --f
same "$out" ''
offered show --nonsense= # no option, so no word of the command either
same "$out" ''
offered --db a.db report --kind k
same "$out" 'kindergarten '
offered --db a.db status --item 30
same "$out" '30 '
offered --db a.db set-threshold p
same "$out" 'plan '
offered template WJ-K001 -o ''
same "$out" ':files '
offered demo '' # an operand that may be left out
same "$out" ':files '
offered --nonsense sta # what is not known is passed over
same "$out" 'status '
offered --nonsense=3 -x --format=text sta
same "$out" 'status '
offered -- sta
same "$out" 'status '
offered -
has "$out" '--db '
offered status -
has "$out" '--format '
offered --db=a.db --lang=zh
same "$out" '--lang=zh_CN --lang=zh_TW '
offered template --encoding ''
same "$out" 'UTF-8 GB18030 '
offered import --encoding ''
printf 'school,target,date,value\nWJ-P001,5.1,2021-09-15,1\n' >one.csv
for encoding in $out; do # each is one that import knows
    iconv -f UTF-8 -t "$encoding" one.csv >"$encoding.csv"
    run 0 "$DUBAN" --db a.db --as-of 2021-09-15 import --dry-run --encoding "$encoding" "$encoding.csv"
done
offered nonsense more ''
same "$out" ''
run 0 env LC_ALL=C.UTF-8 DUBAN_DB=a.db "$DUBAN" --lang zh_TW complete -- show WJ-K001
has "$out" '南河幼兒園'

# ---- bash --------------------------------------------------------------------------------------
if command -v bash >/dev/null; then
    cat >line.bash <<'B'
. "$1/duban.bash"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_duban
printf '%s\n' "${COMPREPLY[@]}"
B
    run 0 bash line.bash "$scripts" "$DUBAN" --db a.db show 5.1
    has "$out" '5.1'
    run 0 bash line.bash "$scripts" "$DUBAN" pl
    same "$out" 'plan'
    mkdir dirs
    run 0 bash line.bash "$scripts" "$DUBAN" plan check dir
    same "$out" dirs
fi

# ---- zsh and fish, where they are installed ----------------------------------------------------
if command -v fish >/dev/null; then
    run 0 env PATH="$(dirname "$DUBAN"):$PATH" XDG_CONFIG_HOME="$tmp" fish --no-config -c \
        "source $scripts/duban.fish; complete -C 'duban --db a.db show WJ-K00'"
    has "$out" "$(printf 'WJ-K003\tChunqiu Kindergarten')"
fi
if command -v zsh >/dev/null; then
    run 0 zsh -n "$scripts/_duban"
    cat >line.zsh <<'Z'
_files() { print files; }
_describe() { print -l -- "${(@P)2}"; }
words=("$DUBAN" --db a.db show WJ-K00) CURRENT=5 PREFIX=WJ-K00
. "$1"
Z
    run 0 zsh -f line.zsh "$scripts/_duban"
    has "$out" 'WJ-K003:Chunqiu Kindergarten'
fi

finish

#!/bin/sh
# 30 attacks through the environment and the arguments, watched by strace: no other program is
# started, no file is made or opened for writing outside the directory.
. "$DUBAN_TESTS/support/lib.sh"
closing() {
    printf '%s passed, %s failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
    exit
}
command -v strace >/dev/null || {
    echo 'no strace here: not tried'
    closing
}
"$DUBAN" --db a.db init >/dev/null
mkdir -p bin outside cwd
printf '#!/bin/sh\ntouch %s/outside/ran\n' "$tmp" >bin/evil
chmod +x bin/evil
for name in sh less more vi ed pager cat id gpg sqlite3; do ln -s evil bin/$name; done
printf 'root:x:0:0:a line that is long enough to be looked at as the header of a database file, really:/:\n' >outside/passwd
printf 'school,target,date,value\nWJ-P001,5.1,2021-11-01,4\n' >in.csv
attacks=0
attack() { # VARIABLE=VALUE... -- WORDS...
    attacks=$((attacks + 1))
    rm -f trace
    timeout 20 strace -f -qq -o trace -e trace=execve,execveat,openat,open,creat,mkdir,mkdirat,rename,renameat2,link,linkat,symlink,symlinkat,unlink \
        env "$@" </dev/null >out 2>err
    status=$?
    # The first two are env's own start and ours.
    programs=$(grep -cE 'execve.* = 0$' trace)
    if [ "$programs" -le 2 ] && [ "$status" -lt 124 ]; then good; else bad "attack $attacks: $programs programs, status $status: $*"; fi
    if grep -E 'O_(WRONLY|RDWR|CREAT)|mkdir|rename|link' trace | grep -v ' = -1 ' |
        grep -vE '"(/dev/(null|full|tty|pts/[0-9]+)|[^/"][^"]*)"' | grep -vF "\"$tmp/" | grep -vE 'readlink|O_RDONLY' >far; then
        bad "attack $attacks wrote elsewhere: $* $(head -n 2 far)"
    else
        good
    fi
}
d="$DUBAN --db $tmp/a.db --as-of 2021-12-01"
evil=$tmp/bin/evil
attack "PATH=$tmp/bin" $d status
attack PAGER="$evil" $d log
attack EDITOR="$evil" VISUAL="$evil" $d log
attack SHELL="$evil" $d status
attack "IFS=/" $d status
attack ENV="$evil" BASH_ENV="$evil" $d status
attack LESSOPEN="|$evil %s" $d log
attack BROWSER="$evil" $d report --format html -o out.html
attack TERMINFO="$tmp/bin" TERM=evil $d status
attack TERMCAP=":xx=$evil:" $d status
attack SQLITE_TMPDIR=/etc TMPDIR=/etc $d import in.csv
attack SQLITE_HISTORY="$evil" $d status
attack LD_BIND_NOW=1 GCONV_PATH="$tmp/bin" $d status
attack NLSPATH="$tmp/bin/%N" LANGUAGE="../../../../$tmp/bin" $d status
attack LOCPATH="$tmp/bin" LC_ALL=evil $d status
attack LANGUAGE="$(printf '%04000d' 0)" $d status
attack HOME="../../../etc" XDG_CONFIG_HOME="$tmp/bin" "$DUBAN" --db "$tmp/a.db" status
attack XDG_DATA_HOME=/proc "$DUBAN" init
attack "DUBAN_DB=$tmp/outside/passwd" "$DUBAN" set 2.5 60
attack DUBAN_DB="file:$tmp/a.db?mode=rwc&vfs=unix-none" "$DUBAN" status
attack DUBAN_DB="|$evil" "$DUBAN" status
attack DUBAN_LOG=/dev/full $d status
attack DUBAN_LOG="|$evil" $d status
attack TZ=":/etc/passwd" $d status
attack A=b $d set '5.1; .shell evil' 1
attack A=b $d import "|$evil"
attack A=b $d import '$(evil)' '`evil`' 'in.csv; evil'
attack A=b $d import --encoding '../../bin/evil' in.csv
attack A=b $d --lang '../../../bin/evil' status
attack A=b $d --theme "$(printf '%08000d' 0)" status
attack A=b $d report --format html -o '-rf' --section 999999999999999999999
attack A=b $d show "$(printf '%050000d' 0)"
same "$(ls outside)" passwd
same "$(wc -l <outside/passwd)" 1
run 0 "$DUBAN" --db a.db doctor
echo "attacks: $attacks tried, no program started, nothing written outside"
closing

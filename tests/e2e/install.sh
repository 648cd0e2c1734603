#!/bin/sh
# Installed into a bare directory: it runs from there, wherever that is moved, speaks all languages,
# and goes away without a trace.
. "$DUBAN_TESTS/support/lib.sh"
top=$(cd "$DUBAN_TESTS/.." && pwd)

# What was built is installed as it is; nothing is built anew under the running tests.
put() {
    run 0 env -u MAKEFLAGS make -s -C "$top" -o all "$@" BUILD="$BUILD"
}

put install DESTDIR="$tmp/bare"
run 0 find bare -type f
for file in bin/duban share/man/man1/duban.1 share/man/man5/duban-csv.5 share/man/man7/duban.7 \
    share/man/zh_CN/man1/duban.1 share/man/zh_TW/man5/duban-csv.5 share/man/zh_CN/man7/duban.7 \
    share/locale/zh_CN/LC_MESSAGES/duban.mo share/locale/zh_TW/LC_MESSAGES/duban.mo \
    share/bash-completion/completions/duban share/zsh/site-functions/_duban \
    share/fish/vendor_completions.d/duban.fish share/doc/duban/README.md \
    share/doc/duban/plans/wujin-2021/targets.csv; do
    has "$out" "bare/usr/local/$file"
done
list=$(cd bare && find . | sort)
put install DESTDIR="$tmp/bare"
same "$(cd bare && find . | sort)" "$list" # again changes nothing

# From there, with nothing around it, and from elsewhere.
alone() {
    env -i HOME="$tmp" TERM=xterm "$@"
}
run 0 alone bare/usr/local/bin/duban --db a.db init --plan bare/usr/local/share/doc/duban/plans/wujin-2021
run 0 alone bare/usr/local/bin/duban --lang zh_TW --db a.db --as-of 2021-03-01 status
has "$out" '2021年武進教育工作要點'
has "$out" '截至'
mv bare/usr/local moved
mkdir -p bare/usr
run 0 alone moved/bin/duban --lang zh_CN --help
has "$out" '数据库'
run 0 alone LC_MESSAGES=zh_TW moved/bin/duban --help # the locale is not installed
has "$out" '資料庫'
ln -s moved/bin/duban linked
run 0 alone ./linked --lang zh_CN --help
has "$out" '数据库'
cp moved/bin/duban single # without its catalogs it is English, and works
run 0 alone ./single --lang zh_CN --db a.db --as-of 2021-03-01 status
mv moved bare/usr/local

# What others have put there stays, all else goes.
touch bare/usr/local/bin/other
put uninstall DESTDIR="$tmp/bare"
same "$(cd bare && find . -type f)" './usr/local/bin/other'
same "$(cd bare && find . -type d | sort | tr '\n' ' ')" '. ./usr ./usr/local ./usr/local/bin '
put install DESTDIR="$tmp/bare"
rm bare/usr/local/bin/other
put uninstall DESTDIR="$tmp/bare"
mkdir other
put install DESTDIR="$tmp/other"
put uninstall DESTDIR="$tmp/other"
same "$(find other -mindepth 1)" ''
put uninstall DESTDIR="$tmp/other" # nothing there: it says so
has "$err" 'nothing of ours is installed here'

finish

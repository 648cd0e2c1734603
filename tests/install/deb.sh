#!/bin/sh
# The package as a user meets it: deb.sh DIRECTORY. Built a second time elsewhere it is the same to
# the byte; lintian has nothing to say; it installs, runs, and leaves nothing behind. Needs root.
set -eu
built=$1
cd "$(dirname "$0")/../.."
deb=$(ls "$built"/duban_*.deb)
fail() {
    echo "check-install: $*" >&2
    exit 1
}
[ "$(id -u)" -eq 0 ] || fail 'installing needs root'
dpkg -s duban >/dev/null 2>&1 && fail 'duban is installed here; take it away first'

again=$(mktemp -d "${TMPDIR:-/tmp}/duban-deb.XXXXXX")
trap 'rm -rf "$again"' EXIT
make -s deb BUILD="$again/build" >/dev/null
for one in "$built"/*.deb; do
    cmp "$one" "$again/build/deb/$(basename "$one")" || fail 'a second build gives other bytes'
done
lintian --fail-on error,warning,info,pedantic --pedantic "$built"/*.changes 2>&1 |
    grep -v 'root privileges' && fail 'lintian is not content'

before=$(find /usr /etc /opt /var/lib -xdev -name '*duban*' ! -path '/var/lib/dpkg/*' | sort)
dpkg -i "$deb" >/dev/null
files=$(dpkg -L duban)
home=$(mktemp -d "$again/home.XXXXXX")
cd "$home"
run() {
    env -i HOME="$home" PATH=/usr/bin:/bin TERM=xterm "$@"
}
run duban --version | grep -q '^duban ' || fail 'it does not start'
run duban --db d.db demo --no-open >/dev/null || fail 'no demo'
run LC_ALL=C.UTF-8 duban --db d.db status | grep -q '^as of 2021-09-15' || fail 'no status'
run duban --lang zh_CN --db d.db status | grep -q '截至' || fail 'no Chinese without its locale'
run duban --lang zh_TW --help | grep -q '選項\|資料庫' || fail 'no Traditional Chinese'
for page in man1/duban.1 man5/duban-csv.5 man7/duban.7; do
    for lang in '' zh_CN/ zh_TW/; do
        printf '%s\n' "$files" | grep -q "/usr/share/man/$lang$page.gz" || fail "no manual page $lang$page"
    done
done
if command -v man >/dev/null; then
    run LC_ALL=C.UTF-8 MANPATH=/usr/share/man man -L zh_CN 5 duban-csv 2>&1 | grep -q '学校的文件' ||
        fail 'man does not find the Chinese page'
fi
for file in bash-completion/completions/duban zsh/vendor-completions/_duban \
    fish/vendor_completions.d/duban.fish; do
    printf '%s\n' "$files" | grep -q "/usr/share/$file" || fail "no completion $file"
done
cd /
dpkg --purge duban >/dev/null
after=$(find /usr /etc /opt /var/lib -xdev -name '*duban*' ! -path '/var/lib/dpkg/*' | sort)
[ "$before" = "$after" ] || fail "left behind: $after"
[ -z "$(find /var/lib/dpkg/info -name 'duban.*')" ] || fail 'dpkg still knows it'
printf '%s\n' "$files" | while IFS= read -r file; do
    [ ! -e "$file" ] || dpkg -S "$file" >/dev/null 2>&1 || [ -d "$file" ] || fail "left behind: $file"
done
echo 'check-install: the same bytes twice, lintian clean, installs, runs, leaves nothing'

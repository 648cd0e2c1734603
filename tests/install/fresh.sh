#!/bin/sh
# All of it in a fresh Debian 12 made by debootstrap: fresh.sh SOURCE. Clone, the README's two
# commands, the package built, installed, run and removed. Needs root, debootstrap, a mirror and
# some minutes. DUBAN_MIRROR names another mirror.
set -eu
source=$1
root=$(mktemp -d "${TMPDIR:-/tmp}/duban-fresh.XXXXXX")
mirror=${DUBAN_MIRROR:-$(sed -n 's/^deb[^h]*\(http[^ ]*\) .*/\1/p; s/^URIs: *\(http[^ ]*\).*/\1/p' \
    /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -v security | head -n 1)}
leave() {
    umount "$root/proc" "$root/dev/pts" 2>/dev/null || true
    rm -rf --one-file-system "$root" "$root.log"
}
trap leave EXIT
trap 'exit 1' INT TERM
echo "check-fresh: debootstrap bookworm from ${mirror:-its own mirror} into $root"
debootstrap --variant=minbase --include=make,gcc,git,ca-certificates bookworm "$root" $mirror >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    echo 'check-fresh: no Debian could be made here' >&2
    exit 1
}
chmod 755 "$root" # the tests play several users
cp /etc/resolv.conf "$root/etc/resolv.conf"
for file in /etc/apt/apt.conf.d/*; do
    [ -f "$file" ] && cp "$file" "$root/etc/apt/apt.conf.d/" || true
done
mount -t proc proc "$root/proc" 2>/dev/null || echo 'check-fresh: no /proc in there'
# The tests open terminals.
mount -t devpts -o ptmxmode=0666 devpts "$root/dev/pts" 2>/dev/null || echo 'check-fresh: no /dev/pts in there'
git clone -q --no-hardlinks "$source" "$root/srv/duban"
inside() {
    chroot "$root" env -i HOME=/tmp PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=xterm \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        sh -euc "cd /srv/duban; $1"
}
inside 'make -s demo </dev/null' | tail -n 12
inside 'make -s check' >"$root.log" || { tail -n 80 "$root.log"; exit 1; }
tail -n 3 "$root.log"
inside 'make -s check-install'
echo 'check-fresh: cloned, built, tested, installed, run and removed in a fresh Debian 12'

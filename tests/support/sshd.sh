# sshd.sh - an sshd of a test's own on the loopback interface; after lib.sh, which makes $tmp.
#
#   . "$DUBAN_TESTS/support/sshd.sh"
#   cat >"$tmp/own.conf" ...             what it is to do, Port and HostKey among it
#   sshd_start                           it listens when this returns
#   trap 'sshd_stop; rm -rf "$tmp"' EXIT
sshd_start() {
    sshd=$(command -v sshd || echo /usr/sbin/sshd)
    [ "$(id -u)" -ne 0 ] || mkdir -p /run/sshd
    cat - "$tmp/own.conf" >"$tmp/sshd.conf" <<EOF
ListenAddress 127.0.0.1
PidFile $tmp/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
EOF
    "$sshd" -f "$tmp/sshd.conf" -E "$tmp/sshd.log"
    for wait in $(seq 100); do # it goes to the background first, then it listens and says who it is
        [ ! -s "$tmp/sshd.pid" ] || return 0
        sleep 0.1
    done
    cat "$tmp/sshd.log"
    bad 'sshd did not start'
    finish
}

sshd_stop() {
    [ ! -s "$tmp/sshd.pid" ] || kill "$(cat "$tmp/sshd.pid")" 2>/dev/null
}

#!/bin/sh
# Over a real ssh to a real sshd on the loopback interface: the monitor with a terminal, the status
# without one, Chinese, and a line that is cut.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"
. "$DUBAN_TESTS/support/sshd.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
ssh-keygen -q -t ed25519 -N '' -f host
ssh-keygen -q -t ed25519 -N '' -f user
cp user.pub authorized
port=$((20000 + $$ % 20000))
cat >own.conf <<EOF
Port $port
HostKey $tmp/host
AuthorizedKeysFile $tmp/authorized
EOF
sshd_start
trap 'sshd_stop; tmux -L "$socket" kill-server 2>/dev/null; rm -rf "$tmp"' EXIT
to="ssh -F none -q -p $port -i $tmp/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null"
to="$to -o BatchMode=yes $(id -un)@127.0.0.1"
export LSAN_OPTIONS

# Without a terminal: the status, not a screen.
run 0 $to "$DUBAN --lang zh_CN --db $tmp/demo.db"
has "$out" 2021-09-15
lacks "$out" "$(printf '\033')"

# With one.
for lang in en zh_CN zh_TW; do
    screen_open 80 24 "$to -t env LSAN_OPTIONS=$LSAN_OPTIONS $DUBAN --lang $lang --db $tmp/demo.db"
    screen_golden overview.$lang.80x24
    screen_keys 2 Enter Enter
    screen_golden target.$lang.80x24
    screen_keys q
    screen_ended 0
    screen_close
done

# The line is cut: the monitor is gone within a second.
screen_open 80 24 "$to -t $DUBAN --db $tmp/demo.db"
screen_shows 2021-09-15
screen_close
sleep 1
same "$(pgrep -f "^$DUBAN --db $tmp/demo.db" | wc -l)" 0

finish

#!/bin/sh
# The administrator's guide, with its own lines: a real sshd on the loopback interface, keys with
# commands, an sftp folder that is a prison. As root, as sshd must change into other accounts.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/sshd.sh"
guide=$DUBAN_TESTS/../docs/admin-ssh.md
sftp_server=internal-sftp
me=$(id -un)

# The lines below a mark, as they stand.
lines_of() { # MARK
    awk -v mark="<!-- tested: $1 -->" '$0 == mark { on = 1; next }
        on && /^    / { print substr($0, 5); seen = 1; next } on && seen { exit }' "$guide"
}

umask 077
run 0 "$DUBAN" --db "$tmp/duban.db" init
run 0 "$DUBAN" --db "$tmp/duban.db" users set zhang editor
run 0 "$DUBAN" --db "$tmp/duban.db" users set school-p001 clerk --school WJ-P001
for key in host zhang viewer school pupil; do
    ssh-keygen -q -t ed25519 -N '' -f "$key"
done

# A prison's walls belong to root up to the top, as sshd asks.
drop=$tmp/drop
[ "$(id -u)" -ne 0 ] || drop=$(mktemp -d /run/duban-test.XXXXXX)
trap 'rm -rf "$tmp" "$drop"' EXIT
mkdir -p "$drop/p001/in"
chmod 755 "$drop" "$drop/p001"

# The guide's keys: the names of its files and of its program become ours, nothing else.
ours() {
    sed -e "s|duban --db /srv/duban/duban.db|$DUBAN --db $tmp/duban.db|" \
        -e "s|KEY-OF-ZHANG|$(cat zhang.pub)|" -e "s|KEY-OF-VIEWER|$(cat viewer.pub)|" \
        -e "s|KEY-OF-SCHOOL|$(cat school.pub)|" -e "s|/srv/duban-drop/%u|$drop/p001|" \
        -e "s|Group duban-viewers|LocalPort $((port + 1))|" -e "s|Group duban-schools|LocalPort $((port + 2))|"
}
port=$((20000 + ($$ * 3) % 20000))
lines_of authorized_keys | ours >authorized
same "$(grep -c '^restrict' authorized)" 3
cat pupil.pub >pupils
cat >own.conf <<CONF
Port $port
Port $((port + 1))
Port $((port + 2))
HostKey $tmp/host
AuthorizedKeysFile $tmp/authorized $tmp/pupils
PermitUserEnvironment no
Subsystem sftp $sftp_server
CONF
lines_of sshd_config | ours >>own.conf
same "$(grep -c 'ForceCommand' own.conf)" 2
sshd_start
trap 'sshd_stop; rm -rf "$tmp" "$drop"' EXIT
options="-F none -q -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o BatchMode=yes"
options="$options -o IdentitiesOnly=yes -o IdentityAgent=none"
as() { # KEY [WORDS...]
    key=$1
    shift
    ssh $options -p "$port" -i "$tmp/$key" "$me@127.0.0.1" "$@"
}

# A key is a name and a command: what is typed is not looked at.
run 0 as zhang
has "$out" '2021'
run 0 as zhang "sh -c 'id; touch $tmp/broken'"
lacks "$out" 'uid='
run 1 test -e "$tmp/broken"
run 0 as viewer "set 2.5 60"
has "$out" '2021'
same "$("$DUBAN" --db "$tmp/duban.db" log | wc -l)" 3

# A school's file through standard input, under the school's name; others' rows stay out.
printf 'school,target,date,value\nWJ-P001,5.1,2021-11-01,4\nWJ-K001,5.1,2021-11-01,4\n' >september.csv
as school <september.csv >out 2>err
same "$?" 1
has "$(cat err)" '3:1'
has "$("$DUBAN" --db "$tmp/duban.db" log)" 'school-p001  import'

# Taken off the list, the name may look and no more, at once.
run 0 "$DUBAN" --db "$tmp/duban.db" users remove school-p001
printf 'school,target,date,value\nWJ-P001,5.1,2021-11-02,5\n' >october.csv
as school <october.csv >out 2>err
same "$?" 77

# No forwarding.
run 255 ssh $options -p "$port" -i "$tmp/zhang" -o ExitOnForwardFailure=yes -N -T \
    -R "127.0.0.1:$((port + 4)):127.0.0.1:$port" "$me@127.0.0.1"

# The viewers' and the schools' groups (here: ports).
run 0 ssh $options -p "$((port + 1))" -i "$tmp/pupil" "$me@127.0.0.1" "set 2.5 60"
has "$out" '2021'
if [ "$(id -u)" -eq 0 ]; then
    printf 'put %s in/a.csv\nput %s /b.csv\nls /\nget /etc/passwd stolen\n' "$tmp/september.csv" \
        "$tmp/september.csv" | sed 's/^/-/' >batch
    sftp $options -P "$((port + 2))" -i "$tmp/pupil" -b batch "$me@127.0.0.1" >out 2>&1
    run 0 cmp "$drop/p001/in/a.csv" september.csv
    run 1 test -e stolen
    has "$(cat out)" '/in'
    lacks "$(cat out)" 'etc '
    run 1 ssh $options -p "$((port + 2))" -i "$tmp/pupil" "$me@127.0.0.1" "id"
    lacks "$out" 'uid='
fi
run 0 "$DUBAN" --db "$tmp/duban.db" doctor

finish

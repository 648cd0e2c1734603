#!/bin/sh
# Two real users and a stranger: owner, group and others, on a database that is live, closed or left
# by a crash, made under three umasks: 27 cases, each with its answer for reading and for writing.
. "$DUBAN_TESTS/support/lib.sh"
closing() {
    printf '%s passed, %s failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
    exit
}
if [ "$(id -u)" -ne 0 ] || ! command -v setpriv >/dev/null; then
    echo 'needs root and setpriv: not tried'
    closing
fi
owner=60001 group=61000 member=60002 stranger=60003
chmod 755 "$tmp"
as() { # UID GID WORDS...
    uid=$1 gid=$2
    shift 2
    setpriv --reuid "$uid" --regid "$gid" --clear-groups env HOME=/nonexistent "$@"
}
by() { # WHO WORDS...: the program as owner, group or other
    case $1 in
    owner) set -- "$owner" "$group" "$@" ;;
    group) set -- "$member" "$group" "$@" ;;
    other) set -- "$stranger" 61003 "$@" ;;
    esac
    uid=$1 gid=$2
    shift 3
    as "$uid" "$gid" "$DUBAN" --db "$dir/a.db" --as-of 2021-12-01 "$@"
}

# What a case shall give: exit status of reading and of writing.
answer() { # UMASK WHO
    case $1-$2 in
    *-owner | 007-group) echo '0 0' ;;
    027-group) echo '0 77' ;;
    *) echo '77 77' ;;
    esac
}

cases=0
for mask in 077 027 007; do
    for state in live closed crashed; do
        dir=$tmp/$mask-$state
        mkdir "$dir"
        chown "$owner:$group" "$dir"
        chmod 2771 "$dir"
        (umask "$mask" && by owner init && by owner set 2.5 50) >/dev/null 2>&1
        case $state in
        live)
            mkfifo "$tmp/hold"
            (umask "$mask" && by owner log --log "$dir/log" >"$tmp/hold") 2>/dev/null &
            ;;
        crashed)
            (
                umask "$mask"
                i=0
                while [ $i -lt 40 ]; do
                    i=$((i + 1))
                    by owner set 2.5 "$((50 + i % 7))" --allow-decrease >/dev/null 2>&1
                done
            ) &
            pid=$!
            sleep 0.15
            kill -9 "$pid" 2>/dev/null
            wait "$pid" 2>/dev/null
            ;;
        esac
        for who in owner group other; do
            cases=$((cases + 1))
            by "$who" status >/dev/null 2>"$tmp/e1"
            read=$?
            by "$who" set 2.5 70 --allow-decrease >/dev/null 2>"$tmp/e2"
            write=$?
            want=$(answer "$mask" "$who")
            if [ "$read $write" = "$want" ]; then
                good
            else
                bad "umask $mask, $state, $who: $read $write, not $want: $(cat "$tmp/e1" "$tmp/e2" | head -n 2)"
            fi
            [ "$read" -eq 0 ] || has "$(cat "$tmp/e1")" '; '
            [ "$write" -eq 0 ] || has "$(cat "$tmp/e2")" '; '
        done
        if [ "$state" = live ]; then
            cat "$tmp/hold" >/dev/null
            rm "$tmp/hold"
            wait
        fi
        run 0 by owner doctor
        # Nobody gets more than the umask gives.
        loose=$(find "$dir" -type f -perm /007)
        same "$loose" ''
    done
done

# Settings: what may not be read stops every command, as it may name the database; only a home folder
# that is somebody else's is left out, with a warning.
dir=$tmp/007-closed
settings() { # EXIT WORDS...
    expected=$1
    shift
    run "$expected" as "$stranger" "$group" "$@" "$DUBAN" --db "$dir/a.db" --as-of 2021-12-01 --log "$dir/settings.log" status
}
mkdir -p "$tmp/home/.config/duban" "$tmp/system/duban"
touch "$tmp/home/.config/duban/config" "$dir/settings.log"
chown "$stranger" "$dir/settings.log"
settings 0 env HOME="$tmp/home"
same "$err" ''
chmod 600 "$tmp/home/.config/duban/config"
settings 78 env HOME="$tmp/home"
has "$err" 'config: these settings cannot be read (Permission denied); make it a file that you may read'
chmod 700 "$tmp/home"
settings 0 env HOME="$tmp/home"
has "$err" 'these settings cannot be looked for (Permission denied); set HOME to your own folder (sudo -H)'
has "$(cat "$dir/settings.log")" ' warn '
run 1 as "$stranger" "$group" env HOME="$tmp/home" "$DUBAN" --db "$dir/a.db" doctor
has "$out" 'cannot be looked for'
chmod 700 "$tmp/system"
settings 78 env XDG_CONFIG_DIRS="$tmp/system"
has "$err" 'cannot be looked for'
echo "permissions: $cases cases, owner, group and other x live, closed, crashed x umask"
closing

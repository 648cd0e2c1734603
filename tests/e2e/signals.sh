#!/bin/sh
# However the monitor is ended, the terminal is as it was before; and while nobody does anything,
# it does nothing either.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"

run 0 "$DUBAN" --db demo.db demo --no-open
ulimit -c 0 # a core file is not what is tested
# A signal that meets the leak sanitizer at its work, after our own end, makes it wait for ever.
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
export ASAN_OPTIONS

# A monitor that leaves its process number in the file `pid`, and the terminal's modes in `stty`.
cat >start <<EOF
sh -c 'echo \$\$ >"$tmp/pid"; exec "$DUBAN" --lang en --db "$tmp/demo.db"'
status=\$?
stty -a >"$tmp/stty"
exit \$status
EOF
start_monitor() {
    rm -f pid stty
    screen_open 80 24 "sh '$tmp/start'"
    screen_shows 'as of 2021-09-15'
    pid=$(cat pid)
    run 0 runs "$pid"
}
terminal_is_back() {
    same "$(tmux -L "$socket" display-message -p '#{alternate_on} #{cursor_flag}')" '0 1'
    for mode in icanon echo isig icrnl opost; do
        has "$(tr -s ' ;' '\n\n' <stty)" "
$mode
"
    done
}
# Is the process there? One that has ended and that nobody asks after (a zombie) is not.
runs() {
    case $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) in
    '' | Z* | X*) return 1 ;;
    esac
}
gone() { # within ten seconds
    looks=0
    while runs "$1" && [ "$looks" -lt 200 ]; do
        looks=$((looks + 1))
        sleep 0.05
    done
    run 1 runs "$1"
}

# ---- asked to leave ----------------------------------------------------------------------------
for signal in TERM HUP INT; do
    start_monitor
    kill -s "$signal" "$pid"
    screen_ended 0
    terminal_is_back
    screen_close
done
start_monitor
screen_keys q
screen_ended 0
terminal_is_back
screen_close

# ---- ended by force, or by a bug ---------------------------------------------------------------
for number in 3 4 6 7 8 11; do # QUIT ILL ABRT BUS FPE SEGV
    start_monitor
    kill -"$number" "$pid"
    screen_ended "$((128 + number))"
    terminal_is_back
    screen_close
done

# ---- the line is cut ---------------------------------------------------------------------------
start_monitor
tmux -L "$socket" kill-server
gone "$pid"

# ---- suspended and brought back ----------------------------------------------------------------
screen_open 80 24 "sh -i"
screen_keys "'$DUBAN' --lang en --db demo.db" Enter
screen_shows 'as of 2021-09-15'
screen_keys C-z
screen_lacks 'as of 2021-09-15'
screen_type 'stty -a >stty; fg'
screen_keys Enter
screen_shows 'as of 2021-09-15'
terminal_modes=$(cat stty)
has "$terminal_modes" ' icanon'
lacks "$terminal_modes" '-icanon'
screen_keys q
screen_lacks 'as of 2021-09-15'
screen_close

# ---- nothing to do -----------------------------------------------------------------------------
# It sleeps at nearly every look, however busy the machine is: what spins is always running.
start_monitor
running=0
for look in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    sleep 0.05
    [ "$(awk '{ print $3 }' "/proc/$pid/stat")" != R ] || running=$((running + 1))
done
run 0 test "$running" -le 10 # the first ones may still be drawing
screen_keys q
screen_ended 0
screen_close

finish

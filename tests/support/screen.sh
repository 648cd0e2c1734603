# screen.sh - for test scripts: a program in a real terminal of a chosen size.
#
#   . "$DUBAN_TESTS/support/lib.sh"
#   . "$DUBAN_TESTS/support/screen.sh"
#   screen_open 80 24 "$DUBAN --db demo.db"    starts it in tmux
#   screen_shows 'text'                        waits up to 10 s until the text is on the screen
#   screen_lacks 'text'                        waits until it is not
#   screen_golden item.en.80x24                waits until the screen is what this golden file says
#   screen_keys Enter j j                      types (tmux's names of keys)
#   screen_text                                prints the screen
#   screen_ended                               waits until the program has ended
#   screen_close
socket=duban-test-$$
trap 'tmux -L "$socket" kill-server 2>/dev/null; rm -rf "$tmp"' EXIT

screen_open() {
    columns=$1 rows=$2 command=$3
    tmux -L "$socket" -f /dev/null new-session -d -x "$columns" -y "$rows" \
        "TERM=${4:-tmux-256color} $command; echo ended with \$?; sleep 60"
}

screen_text() {
    tmux -L "$socket" capture-pane -p 2>/dev/null
}

# Looks 200 times in 10 s whether the screen has (or lacks) a text.
screen_wait() { # WANTED TEXT
    looks=0
    while [ "$looks" -lt 200 ]; do
        case $(screen_text) in
        *"$2"*) seen=yes ;;
        *) seen=no ;;
        esac
        [ "$seen" = "$1" ] && return 0
        looks=$((looks + 1))
        sleep 0.05
    done
    return 1
}

screen_shows() {
    if screen_wait yes "$1"; then
        good
    else
        bad "the screen never showed '$1':"
        screen_text
    fi
}

screen_lacks() {
    if screen_wait no "$1"; then
        good
    else
        bad "the screen still shows '$1':"
        screen_text
    fi
}

screen_golden() { # VIEW.LANG.SIZE, of tests/data/screens
    wanted=$(sed '/^-- roles$/,$d' "$DUBAN_TESTS/data/screens/$1.txt") looks=0
    until [ "$(screen_text | sed 's/ *$//')" = "$wanted" ] || [ "$looks" -eq 100 ]; do
        looks=$((looks + 1))
        sleep 0.05
    done
    same "$(screen_text | sed 's/ *$//')" "$wanted"
}

screen_keys() {
    tmux -L "$socket" send-keys "$@"
}

screen_type() {
    tmux -L "$socket" send-keys -l "$1"
}

screen_ended() {
    screen_shows "ended with ${1:-0}"
}

screen_resize() {
    tmux -L "$socket" resize-window -x "$1" -y "$2"
}

screen_close() {
    tmux -L "$socket" kill-server 2>/dev/null
    sleep 0.1
}

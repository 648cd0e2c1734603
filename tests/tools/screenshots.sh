#!/bin/sh
# The pictures of the README, from a real run on the demo: screenshots.sh ANSI_SVG DUBAN DIR
set -eu
svg=$1 duban=$2 dir=$3
tmp=$(mktemp -d)
socket=
trap 'tmux -L "$socket" kill-server 2>/dev/null || :; rm -rf "$tmp"' EXIT
"$duban" --db "$tmp/demo.db" demo --no-open >/dev/null
mkdir -p "$dir"

shot() { # NAME LANG COLUMNS ROWS SHOWN KEY...
    name=$1 lang=$2 shown=$5 socket=duban-shots-$$-$1
    tmux -L "$socket" -f /dev/null new-session -d -x "$3" -y "$4" \
        "TERM=tmux-256color LC_ALL=C.UTF-8 '$duban' --lang $lang --db '$tmp/demo.db'; sleep 60"
    shift 5
    looks=0
    until tmux -L "$socket" capture-pane -p | grep -q 2021-09-15; do
        looks=$((looks + 1))
        [ "$looks" -lt 200 ] || exit 1
        sleep 0.05
    done
    [ $# -eq 0 ] || tmux -L "$socket" send-keys "$@"
    until tmux -L "$socket" capture-pane -p | grep -q "$shown"; do
        looks=$((looks + 1))
        [ "$looks" -lt 200 ] || exit 1
        sleep 0.05
    done
    tmux -L "$socket" capture-pane -e -p | "$svg" >"$dir/$name.svg"
    tmux -L "$socket" kill-server
}

shot overview zh_CN 100 26 '30 ' 5 j
shot target en 100 30 'WJ-K001' 2 Enter Enter

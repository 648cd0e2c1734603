#!/bin/sh
# Completion as it is typed: Tab in a real bash, zsh and fish in a real terminal, where they are
# installed. What the program offers is in complete.sh.
. "$DUBAN_TESTS/support/lib.sh"
. "$DUBAN_TESTS/support/screen.sh"
scripts=$DUBAN_TESTS/../assets/completions

mkdir -p bin share/bash-completion/completions share/zsh share/fish/vendor_completions.d 'a plan'
ln -s "$DUBAN" bin/duban
cp "$scripts/duban.bash" share/bash-completion/completions/duban
cp "$scripts/_duban" share/zsh/
cp "$scripts/duban.fish" share/fish/vendor_completions.d/
run 0 "$DUBAN" --db a.db init
echo 'school,target,date,value' >niutang.csv
around="env -i HOME='$tmp' PATH='$tmp/bin:/usr/bin:/bin' TERM=tmux-256color LC_ALL=C.UTF-8 DUBAN_DB='$tmp/a.db' \
XDG_DATA_DIRS='$tmp/share' XDG_CONFIG_HOME='$tmp/config' XDG_DATA_HOME='$tmp/data' \
XDG_CACHE_HOME='$tmp/cache' XDG_RUNTIME_DIR='$tmp'"

# Types a line's beginning and Tab, waits for how the line goes on, and clears it.
goes_on() { # BEGINNING RESULT
    screen_type "$1"
    screen_keys Tab
    screen_shows "\$ ${2% }"
    screen_type '#' # a blank at the end is seen by what comes behind it
    screen_shows "\$ $2#"
    screen_keys C-u C-l
    screen_lacks "$2"
}

# What every shell completes in the same way.
in_a_shell() {
    screen_shows '$'
    goes_on 'duban atten' 'duban attention '
    goes_on 'duban plan ne' 'duban plan new '
    goes_on 'duban show WJ-K001' 'duban show WJ-K001 '
    goes_on 'duban set 23.1 1 --scho' 'duban set 23.1 1 --school '
    screen_type 'duban set 23.1 1 --school WJ-J00'
    screen_keys Tab Tab
    screen_shows 'WJ-J003'
    screen_keys C-c
    screen_keys C-u C-l
    screen_lacks WJ-J00
    goes_on 'duban status --format=js' 'duban status --format=json '
    goes_on 'duban import niu' 'duban import niutang.csv '
    goes_on 'duban report --output=niu' 'duban report --output=niutang.csv '
    goes_on 'duban plan check a' 'duban plan check a\ plan/'
    goes_on 'duban init --plan wuj' 'duban init --plan wujin-2021 '
    screen_close
}

bash_completion=/usr/share/bash-completion/bash_completion
if [ -e "$bash_completion" ] && command -v bash >/dev/null; then
    printf "PS1='$ '\n. %s\n" "$bash_completion" >bashrc # it finds ours by itself
    screen_open 100 30 "$around bash --noprofile --rcfile '$tmp/bashrc' -i"
    in_a_shell
fi

if command -v zsh >/dev/null; then
    cat >.zshrc <<'Z'
PS1='$ '
fpath=("$HOME/share/zsh" $fpath)
autoload -U compinit && compinit -u
bindkey -e
Z
    screen_open 100 30 "$around zsh -i"
    in_a_shell
fi

if command -v fish >/dev/null; then
    mkdir -p config/fish
    cat >config/fish/config.fish <<'F'
set -g fish_greeting
set -g fish_autosuggestion_enabled 0
function fish_prompt; echo '$ '; end
F
    screen_open 100 30 "$around fish -i"
    in_a_shell
fi

finish

#!/bin/sh
# What assets/build/deps.sh does about packages, on machines made of a few false programs.
. "$DUBAN_TESTS/support/lib.sh"
deps=$DUBAN_TESTS/../assets/build/deps.sh
shell=$(command -v sh)
mkdir bin

program() { # NAME BODY
    printf '#!%s\n%s\n' "$shell" "$2" >"bin/$1"
    chmod +x "bin/$1"
}
# A machine with these programs; everything that would change it is noted in the file `done`.
machine() {
    rm -f bin/* done
    for name in "$@"; do
        case $name in
        dpkg-query) program $name 'for p; do :; done
            case $p in here*) echo "install ok installed" ;; gone*) echo "deinstall ok config-files" ;;
            *) exit 1 ;; esac' ;;
        apt-get) program $name 'echo "apt-get $*" >>done' ;;
        sudo) program $name 'echo sudo >>done; exec "$@"' ;;
        root) program id 'echo 0' ;;
        user) program id 'echo 1000' ;;
        pkg-config-knows) program pkg-config 'exit 0' ;;
        pkg-config-lacks) program pkg-config 'exit 1' ;;
        msgfmt) program $name 'exit 0' ;;
        esac
    done
    : >done
}
run_deps() { # STATUS PACKAGE...
    status=$1
    shift
    run "$status" env PATH="$tmp/bin" "$shell" "$deps" "$@"
}

# All there: nothing is asked of apt, nor of the network.
machine dpkg-query apt-get user
run_deps 0 here-a here-b
same "$out$err$(cat done)" ''

# Missing: as root, through sudo, or told.
machine dpkg-query apt-get root
run_deps 0 here-a lost-b gone-c
has "$(cat done)" 'apt-get update -qq'
has "$(cat done)" 'apt-get install -y -qq --no-install-recommends lost-b gone-c'
has "$out" 'APT     lost-b gone-c'
machine dpkg-query apt-get user sudo
run_deps 0 lost-b
same "$(head -n 2 done)" "$(printf 'sudo\napt-get update -qq')"
machine dpkg-query apt-get user
run_deps 1 here-a lost-b
has "$err" 'as root run: apt-get install lost-b'
same "$(cat done)" ''

# No apt: the names, and only of what is missing, where that is known.
machine dpkg-query root pkg-config-knows msgfmt
run_deps 1 here-a lost-b
has "$err" 'are needed: lost-b'
machine user pkg-config-lacks msgfmt
run_deps 1 a b
has "$err" 'are needed: a b'
machine user pkg-config-knows
run_deps 1 a b
machine user
run_deps 1 a b
machine user pkg-config-knows msgfmt
run_deps 0 a b
same "$out$err" ''

finish

#!/bin/sh
# Installs files, and takes them away again to the last directory.
#   install.sh install DESTDIR MANIFEST   reads lines MODE SOURCE TARGET; the manifest, if its name is
#                                         not empty, notes the files and the directories made for them
#   install.sh uninstall DESTDIR MANIFEST
set -eu
action=$1 destdir=$2 manifest=$3

# Makes a directory and prints each one that was not there, the outermost first.
make_directory() {
    [ -d "$destdir$1" ] && return
    make_directory "$(dirname "$1")"
    mkdir "$destdir$1"
    echo "dir $1"
}

case $action in
install)
    # DESTDIR itself is not ours to take away.
    [ -z "$destdir" ] || mkdir -p "$destdir"
    while read -r mode source target; do
        make_directory "$(dirname "$target")"
        install -m "$mode" "$source" "$destdir$target" >&2
        echo "file $target"
    done >"${TMPDIR:-/tmp}/duban-install.$$"
    if [ -n "$manifest" ]; then
        {
            make_directory "$(dirname "$manifest")"
            cat "${TMPDIR:-/tmp}/duban-install.$$"
            [ ! -f "$destdir$manifest" ] || cat "$destdir$manifest"
        } >"${TMPDIR:-/tmp}/duban-manifest.$$"
        awk '!seen[$0]++' "${TMPDIR:-/tmp}/duban-manifest.$$" >"$destdir$manifest"
        chmod 644 "$destdir$manifest"
        rm -f "${TMPDIR:-/tmp}/duban-manifest.$$"
    fi
    rm -f "${TMPDIR:-/tmp}/duban-install.$$"
    ;;
uninstall)
    if [ ! -f "$destdir$manifest" ]; then
        echo "duban: $destdir$manifest is not there; nothing of ours is installed here" >&2
        exit 0
    fi
    sed -n 's/^file //p' "$destdir$manifest" | while read -r target; do rm -f "$destdir$target"; done
    dirs=$(sed -n 's/^dir //p' "$destdir$manifest" | awk '{ print length($0), $0 }' | sort -rn | cut -d ' ' -f 2-)
    rm -f "$destdir$manifest"
    printf '%s\n' "$dirs" | while read -r dir; do
        [ -z "$dir" ] || rmdir "$destdir$dir" 2>/dev/null || true
    done
    ;;
esac

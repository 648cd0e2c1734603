#!/bin/sh
# Makes sure that the Debian packages named as arguments are there. Installs what is missing with
# apt; where that cannot be it says what is needed and fails.
set -eu

if command -v dpkg-query >/dev/null 2>&1; then
    missing=
    for package in "$@"; do
        case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null || true) in
        *"ok installed") ;;
        *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || exit 0
else
    # Another system: the libraries may well be there under other names.
    if pkg-config --exists ncursesw sqlite3 libutf8proc nettle jansson 2>/dev/null &&
        command -v msgfmt >/dev/null 2>&1; then
        exit 0
    fi
    missing=" $*"
fi

if ! command -v apt-get >/dev/null 2>&1; then
    echo "duban: these packages (Debian's names) or their like are needed:$missing" >&2
    echo "duban: install them with this system's package manager, then run make again" >&2
    exit 1
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 || {
        echo "duban: packages are missing; as root run: apt-get install$missing" >&2
        exit 1
    }
    as_root=sudo
fi

echo "  APT    $missing"
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
# shellcheck disable=SC2086 # a list of words
{
    $as_root apt-get update -qq
    $as_root apt-get install -y -qq --no-install-recommends $missing </dev/null >/dev/null
}

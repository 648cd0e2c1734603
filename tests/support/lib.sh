# lib.sh - for test scripts: a directory of one's own, and checks that count.
#
#   . "$DUBAN_TESTS/support/lib.sh"
#   run 0 "$DUBAN" status          runs it, checks the exit status; $out and $err hold its output
#   has "$out" 'Section 1'         a fixed text is in it
#   lacks "$err" 'bug'             it is not
#   same "$a" "$b"                 equal texts
#   finish                         prints "N passed" or fails
set -u
passed=0 failed=0
tmp=$(mktemp -d "${TMPDIR:-/tmp}/duban-test.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' INT TERM
cd "$tmp" || exit 1
unset DUBAN_DB XDG_DATA_HOME XDG_CONFIG_HOME NO_COLOR COLUMNS
HOME=$tmp XDG_CONFIG_DIRS=$tmp/none
export HOME XDG_CONFIG_DIRS
out= err=

# good NAME / bad NAME: counts one check.
good() {
    passed=$((passed + 1))
}
bad() {
    failed=$((failed + 1))
    printf 'FAILED: %s\n' "$*"
}

run() {
    expected=$1
    shift
    "$@" >"$tmp/.out" 2>"$tmp/.err" </dev/null
    status=$?
    out=$(cat "$tmp/.out")
    err=$(cat "$tmp/.err")
    if [ "$status" -eq "$expected" ]; then
        good
    else
        bad "status $status, not $expected: $*"
        printf '%s\n' "$err" | head -n 5
    fi
}

has() {
    case $1 in
    *"$2"*) good ;;
    *)
        bad "no '$2' in:"
        printf '%s\n' "$1" | head -n 20
        ;;
    esac
}

lacks() {
    case $1 in
    *"$2"*) bad "'$2' is in the text" ;;
    *) good ;;
    esac
}

same() {
    if [ "$1" = "$2" ]; then
        good
    else
        bad "these differ:"
        printf '%s\n--- and ---\n%s\n' "$1" "$2" | head -n 40
    fi
}

finish() {
    if [ "$failed" -gt 0 ]; then
        printf '%s of %s checks failed\n' "$failed" "$((passed + failed))"
        exit 1
    fi
    printf '%s passed\n' "$passed"
}

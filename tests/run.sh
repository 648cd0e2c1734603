#!/bin/sh
# Runs test programs and scripts, as many at once as there are processors: run.sh FILE...
# A program is a cmocka group; a script exits 0 when all went well. The last line is the sum.
# JOBS says how many at once, TEST_LIMIT how many seconds one may take.
set -u
log=$BUILD/tests/log

# What a log counts: cmocka says how many tests of each group passed or failed, a script says
# "N passed", a program of tests/faults "N passed, N failed". COUNT WORD LOG prints the sum, or
# nothing where the log has none.
count() {
    awk -v word="$1" '
        $0 ~ "^\\[  " word "  \\] [0-9]+ test\\(s\\)" { sum += $4; seen = 1 }
        word == "PASSED" && /^[0-9]+ passed(, [0-9]+ failed)?$/ { sum += $1; seen = 1 }
        word == "FAILED" && /^[0-9]+ passed, [0-9]+ failed$/ { sum += $3; seen = 1 }
        END { if (seen) print sum }' "$2"
}

name_of() { # FILE: the name of its log
    printf '%s' "$1" | sed -e 's|.*/tests/|tests/|' | tr / _
}

# Runs one; says what became of it in one piece, and keeps "PASSED FAILED" beside its log.
one() { # FILE
    name=$(name_of "$1")
    limit=${TEST_LIMIT:-300} began=$(date +%s)
    case $1 in
    *.sh) timeout "$limit" sh "$1" >"$log/$name" 2>&1 </dev/null ;;
    *) timeout "$limit" "$1" >"$log/$name" 2>&1 </dev/null ;;
    esac
    status=$?
    took=$(($(date +%s) - began))
    good=$(count PASSED "$log/$name")
    if [ "$status" -eq 0 ]; then
        echo "${good:-1} 0" >"$log/$name.sum"
        printf '  %-7s %s (%s, %s s)\n' PASS "$name" "${good:-1}" "$took"
        return
    fi
    bad=$(count FAILED "$log/$name")
    echo "${good:-0} ${bad:-1}" >"$log/$name.sum"
    [ "$status" -ne 124 ] || status="124: no end after $limit s" # what hangs must fail, not wait
    printf '  %-7s %s (status %s)\n%s\n' FAIL "$name" "$status" "$(tail -n 60 "$log/$name")"
}

if [ "$1" = --one ]; then
    one "$2"
    exit 0
fi

mkdir -p "$log"
rm -f "$log"/*.sum
printf '%s\0' "$@" | xargs -0 -n 1 -P "${JOBS:-$(nproc)}" sh "$0" --one
passed=0 failed=0 list=
for test in "$@"; do
    name=$(name_of "$test")
    # Without a sum it was ended from outside.
    read -r good bad <"$log/$name.sum" || good=0 bad=1
    passed=$((passed + good)) failed=$((failed + bad))
    [ "$bad" -eq 0 ] || list="$list $name"
done
[ -z "$list" ] || printf 'failed:%s\n' "$list"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

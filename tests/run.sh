#!/bin/sh
# Runs test programs and scripts one after the other: run.sh FILE...
# A program is a cmocka group; a script exits 0 when all went well. The last line is the sum.
set -u
limit=${TEST_LIMIT:-300} # seconds for one of them: what hangs must fail, not wait for ever
passed=0 failed=0 list=
log=$BUILD/tests/log
mkdir -p "$log"

# What a log counts: cmocka says how many tests of each group passed or failed, a script says
# "N passed". COUNT WORD LOG prints the sum, or nothing where the log has none.
count() {
    awk -v word="$1" '
        $0 ~ "^\\[  " word "  \\] [0-9]+ test\\(s\\)" { sum += $4; seen = 1 }
        word == "PASSED" && /^[0-9]+ passed$/ { sum += $1; seen = 1 }
        END { if (seen) print sum }' "$2"
}

for test in "$@"; do
    name=$(printf '%s' "$test" | sed -e 's|.*/tests/|tests/|' | tr / _)
    case $test in
    *.sh) timeout "$limit" sh "$test" >"$log/$name" 2>&1 </dev/null ;;
    *) timeout "$limit" "$test" >"$log/$name" 2>&1 </dev/null ;;
    esac
    status=$?
    good=$(count PASSED "$log/$name")
    if [ "$status" -eq 0 ]; then
        passed=$((passed + ${good:-1}))
        printf '  %-7s %s (%s)\n' PASS "$name" "${good:-1}"
    else
        bad=$(count FAILED "$log/$name")
        passed=$((passed + ${good:-0}))
        failed=$((failed + ${bad:-1}))
        list="$list $name"
        [ "$status" -ne 124 ] || status="124: no end after $limit s"
        printf '  %-7s %s (status %s)\n' FAIL "$name" "$status"
        tail -n 60 "$log/$name"
    fi
done
[ -z "$list" ] || printf 'failed:%s\n' "$list"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

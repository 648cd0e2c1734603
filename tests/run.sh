#!/bin/sh
# Runs test programs and scripts one after the other: run.sh FILE...
# A program is a cmocka group; a script exits 0 when all went well. The last line is the sum.
set -u
passed=0 failed=0 list=
log=$BUILD/tests/log
mkdir -p "$log"
for test in "$@"; do
    name=$(printf '%s' "${test#"$BUILD"/}" | tr / _)
    case $test in
    *.sh) sh "$test" >"$log/$name" 2>&1 ;;
    *) "$test" >"$log/$name" 2>&1 ;;
    esac
    status=$?
    # cmocka says how many tests a program ran; a script says "N passed" or counts as one.
    count=$(sed -n -e 's/^\[  PASSED  \] \([0-9][0-9]*\) test.*/\1/p' \
        -e 's/^\([0-9][0-9]*\) passed$/\1/p' "$log/$name" | tail -n 1)
    if [ "$status" -eq 0 ]; then
        passed=$((passed + ${count:-1}))
        printf '  %-7s %s (%s)\n' PASS "$name" "${count:-1}"
    else
        failed=$((failed + 1))
        list="$list $name"
        printf '  %-7s %s (status %s)\n' FAIL "$name" "$status"
        tail -n 60 "$log/$name"
    fi
done
[ -z "$list" ] || printf 'failed:%s\n' "$list"
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]

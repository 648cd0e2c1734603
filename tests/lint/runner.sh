#!/bin/sh
# tests/run.sh counts what passes, what fails, what crashes and what never ends.
. "$DUBAN_TESTS/support/lib.sh"
runner=$DUBAN_TESTS/run.sh
mkdir -p tests/a

script() { # NAME BODY: a test script
    printf '%s\n' "$2" >"tests/a/$1.sh"
}
program() { # NAME BODY: a test program, as cmocka's are
    printf '#!/bin/sh\n%s\n' "$2" >"tests/a/$1"
    chmod +x "tests/a/$1"
}
runs() { # STATUS NAME...: runs these; $last is the last line
    expected=$1
    shift
    for name in "$@"; do
        set -- "$@" "$tmp/tests/a/$name"
        shift
    done
    run "$expected" env BUILD="$tmp/build" TEST_LIMIT=1 sh "$runner" "$@"
    last=$(printf '%s\n' "$out" | tail -n 1)
}

script three 'echo 3 passed'
script silent 'true'
script wrong 'echo FAILED: something; exit 1'
script hangs 'sleep 30'
script reads 'cat; echo 1 passed'
program groups 'echo "[  PASSED  ] 4 test(s)."; echo "[  PASSED  ] 2 test(s)."'
program partly 'echo "[  PASSED  ] 4 test(s)."; echo "[  FAILED  ] 2 test(s), listed below:"; exit 2'
program crashes 'kill -SEGV $$'

runs 0 three.sh silent.sh groups
same "$last" '10 passed, 0 failed'
runs 1 three.sh wrong.sh
same "$last" '3 passed, 1 failed'
has "$out" 'failed: tests_a_wrong.sh'
has "$out" 'FAILED: something'
runs 1 partly crashes groups
same "$last" '10 passed, 3 failed'
has "$out" 'failed: tests_a_partly tests_a_crashes'
runs 1 hangs.sh three.sh
same "$last" '3 passed, 1 failed'
has "$out" 'no end after 1 s'
runs 0 reads.sh
same "$last" '1 passed, 0 failed'
runs 1 missing.sh
same "$last" '0 passed, 1 failed'

finish

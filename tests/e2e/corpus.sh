#!/bin/sh
# Every input that fuzzing has kept, and every sample file, is tried again by its target.
. "$DUBAN_TESTS/support/lib.sh"
corpus=$DUBAN_TESTS/data/corpus

for target in "$DUBAN_TESTS"/fuzz/fuzz_*.c; do
    name=$(basename "$target" .c)
    kept=$corpus/${name#fuzz_}
    same "$(ls "$kept" | wc -l | awk '{ print ($1 > 0) }')" 1
    run 0 "$BUILD/tests/fuzz/$name" "$kept"/* "$DUBAN_TESTS"/data/import/*
done
finish

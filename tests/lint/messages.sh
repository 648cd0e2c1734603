#!/bin/sh
# An error's text goes through gettext and says what is wrong; what to do.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..

# Each call of err_set(), err_at(), plan_fault() and row_fault() on one line, with its literals: FILE:LINE: the call.
calls() { # TREE
    find "$1/src" -name '*.c' | sort | xargs awk '
        FNR == 1 { call = "" }
        /^#/ || /^bool (err|plan|row)_/ { next }
        match($0, /(err_(set|at)|plan_fault|row_fault)\(/) && call == "" {
            call = substr($0, RSTART)
            place = FILENAME ":" FNR
        }
        call != "" && !/(err_(set|at)|plan_fault|row_fault)\(/ { line = $0; sub(/^ +/, " ", line); call = call line }
        call != "" && /;$/ { gsub(/" *"/, "", call); print place ": " call; call = "" }'
}
# A fixed text that no translator sees ("%s" passes on a text that one has seen), and one without
# a cure.
faults() { # TREE
    calls "$1" | grep -vE '"(%s|%s: %s)",' | grep -v '_("' | grep '"'
    calls "$1" | grep '_("' | grep -vE '_\(".*; '
}

same "$(faults "$top")" ''
run 0 test "$(calls "$top" | wc -l)" -ge 20 # the list is not empty by mistake

# The check can fail.
mkdir -p bad/src
cat >bad/src/a.c <<'C'
    return err_set(err, ERR_IO, _("the disk is full; make room"));
    return err_at(err, ERR_DATA, path, 0, 0,
                  _("no date"
                    "; add one"));
    return err_set(err, ERR_IO, "%s", lang_value_fault(fault));
C
same "$(faults bad)" ''
echo '    return err_set(err, ERR_IO, "the disk is full; make room");' >bad/src/a.c
has "$(faults bad)" 'a.c:1: err_set'
echo '    return err_set(err, ERR_IO, _("the disk is full"));' >bad/src/a.c
has "$(faults bad)" 'a.c:1: err_set'

finish

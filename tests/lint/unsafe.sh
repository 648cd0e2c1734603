#!/bin/sh
# What has no place in this tree: calls that cannot be made safely, programs started from the
# program, notes to oneself, paths of somebody's machine, tabs and trailing white space.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..
tab=$(printf '\t')

calls='strcpy|strcat|strtok|strncpy|strncat|stpcpy|sprintf|vsprintf|gets|scanf|atoi|atol|atoll|atof'
calls="$calls|alloca|mktemp|tmpnam|tempnam|rand|system|popen|exec[lv]p?e?|execvpe|posix_spawnp?|v?fork"
# In pieces here, so that the check does not find itself.
notes=TO''DO'|'FIX''ME'|'HA''CK'|'XX''X
homes='(^|[^A-Za-z0-9_.])/('ho''me'|'ro''ot'|'wo''rk'|'Us''ers')/[A-Za-z0-9]'

findings() { # TREE
    (
        cd "$1" || exit
        c=$(find include src -name '*.[ch]')
        all=$(find Makefile .ci .clang-tidy include src tests assets/build assets/sql *.md -type f \
            ! -path 'tests/data/*' 2>/dev/null)
        grep -nE "(^|[^A-Za-z0-9_.>])($calls)[ ]*\(" $c /dev/null
        grep -nE "(^|[^A-Za-z0-9_])($notes)([^A-Za-z0-9_]|$)" $all /dev/null
        grep -nE "$homes" $all /dev/null
        grep -nE '[[:blank:]]+$' $all /dev/null
        grep -n "$tab" $(printf '%s\n' $all | grep -vE '(^|/)Makefile$') /dev/null
        grep -n "$(printf '\r')\$" $all /dev/null
    )
}

same "$(findings "$top")" ''

# The check can fail, and only where it should.
mkdir -p bad/src bad/include
bad_line() { # TEXT: one finding
    printf '%b\n' "$1" >bad/src/a.c
    same "$(findings bad | awk 'END { print NR }')" 1
}
good_line() { # TEXT: none
    printf '%b\n' "$1" >bad/src/a.c
    same "$(findings bad)" ''
}
for call in strcpy sprintf atoi system popen execvp execle gets strtok; do
    bad_line "    $call(x);"
    good_line "    my_$call(x);"
    good_line "    it->$call(x);"
done
bad_line "/* ${notes%%|*}: later */"
bad_line 'path = "/wo''rk/x";'
bad_line 'x; '
bad_line '\tx;'
bad_line 'x;\r'
good_line '    snprintf(x); strlcpy_is_none; vsnprintf(y); system_name = execute();'

finish

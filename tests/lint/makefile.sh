#!/bin/sh
# The Makefile rebuilds what it must and no more, is silent when told so, installs and takes away
# the same. With a compiler that only notes what it is asked for, in a copy of the tree.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CC CFLAGS CPPFLAGS LDFLAGS BUILD
unset WERROR SANITIZE COVERAGE DEBUG

mkdir tree bin
for part in Makefile assets include src; do
    cp -R "$top/$part" tree/
done
cat >bin/notes-cc <<'EOF'
#!/bin/sh
out=
while [ $# -gt 0 ]; do
    [ "$1" != -o ] || out=$2
    shift
done
echo "$out" >>"$CALLS"
case $out in
*/manual) printf '#!/bin/sh\ncat\n' >"$out" && chmod +x "$out" ;; # the build runs it
*/schema) printf '#!/bin/sh\necho\n' >"$out" && chmod +x "$out" ;; # and this
*) : >"$out" ;;
esac
EOF
# Whatever would change the machine is noted as well.
for name in apt-get sudo; do
    printf '#!/bin/sh\necho "%s $*" >>"$CALLS"\nexit 1\n' "$name" >"bin/$name"
done
chmod +x bin/*
PATH=$tmp/bin:$PATH
CALLS=$tmp/calls
export PATH CALLS

# Runs make in the copy; $calls is what was made of C, $out what was printed.
remake() {
    : >"$CALLS"
    run 0 make -C tree --no-print-directory CC=notes-cc "$@"
    calls=$(sort "$CALLS")
    lacks "$calls" apt-get
}
made() { # NAME...: just these, in build/, and the maker of the manual, which has all of it
    same "$calls" "$(printf "build/%s\n" manual "$@" | sort)"
}
age() { # FILE: older than all that was made of it, so that touch makes it newer
    touch -d '2001-01-01' "$@"
}

find tree -type f -exec touch -d '2001-01-01' {} +
objects=$(cd tree && find src -name '*.c' | wc -l)
remake -s -j2
same "$out$err" ''
same "$(printf '%s\n' "$calls" | grep -c '\.o$')" "$((objects + 5))"
has "$calls" 'build/duban'
remake
same "$calls$out$err" ''

# Flags, other flags, and back.
remake CFLAGS=-O1
same "$(printf '%s\n' "$calls" | grep -c '\.o$')" "$((objects + 5))"
remake CFLAGS=-O1
same "$calls" ''
remake -s
has "$calls" 'build/src/base/sv.o'
remake V=1 CPPFLAGS=-DNEW
has "$out" '-std=c17'
remake -s

# A source, a statement, a plan, a language.
touch tree/src/base/sv.c
remake
made duban src/base/sv.o
has "$out" '  CC      build/src/base/sv.o'
touch "$(find tree/assets/sql -name '*.sql' | head -n 1)"
remake -s
made duban gen/schema.o gen/sql.o schema
plan=$(find tree/assets/plans -name '*.csv' | sort | tail -n 1)
touch "$plan"
remake -s
made duban gen/assets.o
cp "$plan" "${plan%/*}/more.csv"
age "${plan%/*}/more.csv"
remake -s
has "$calls" build/gen/assets.o
has "$(cat tree/build/gen/assets.c)" more.csv
rm "${plan%/*}/more.csv"
remake -s
lacks "$(cat tree/build/gen/assets.c)" more.csv
for po in tree/assets/po/*.po; do
    mo=tree/build/locale/$(basename "$po" .po)/LC_MESSAGES/duban.mo
    age "$mo"
    touch "$po"
    remake -s
    same "$calls" ''
    same "$(find "$mo" -newermt 2001-01-02)" "$mo"
done

# A source taken away is taken out of the library; one put back comes in, old as it is.
mv tree/src/base/amount.c .
remake -s
made duban
lacks "$(ar t tree/build/libduban.a)" amount.o
mv amount.c tree/src/base/
remake -s
has "$(ar t tree/build/libduban.a)" amount.o

# Build directories elsewhere leave the tree alone.
find tree -type f | sort >before
remake -s BUILD="$tmp/elsewhere"
remake -s BUILD=build/../../beside
find tree -type f | sort >after
same "$(cat after)" "$(cat before)"
run 0 test -e elsewhere/duban
run 0 test -e beside/duban

# What is installed is what is taken away.
remake -s install DESTDIR="$tmp/root" prefix=/usr
list=$(cd root && find . -type f)
has "$list" ./usr/bin/duban
for po in tree/assets/po/*.po; do
    has "$list" "./usr/share/locale/$(basename "$po" .po)/LC_MESSAGES/duban.mo"
done
for page in tree/assets/man/*.in; do
    has "$list" "/$(basename "$page" .in)"
done
run 0 test -x root/usr/bin/duban
remake -s uninstall DESTDIR="$tmp/root" prefix=/usr
same "$(find root -mindepth 1)" ''

# Help names every target that a person may want, and none that is not there.
remake help
help=$out
for target in $(printf '%s\n' "$help" | sed -n 's/^make \([a-z]*\)  .*/\1/p'); do
    run 0 make -C tree -n "$target"
done
for target in $(sed -n 's/^\.PHONY: //p' tree/Makefile); do
    case $target in
    all | tests | help | uninstall | FORCE) ;;
    *) has "$help" "make $target " ;;
    esac
done

# Clean takes away all that was built here.
remake -s clean
same "$(ls tree)" "$(printf 'Makefile\nassets\ninclude\nsrc')"

finish

#!/bin/sh
# Runs benchmarks, a table each: run.sh [NAME...]; NAME is that of a script beside this one.
set -eu
here=$(dirname "$0")
[ $# -gt 0 ] || set -- $(cd "$here" && ls ./*.sh | sed -e 's|^./||' -e 's|[.]sh$||' -e '/^run$/d')
echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $("$DUBAN" --version | grep -m1 SQLite)"
for name in "$@"; do
    printf '\n## %s\n\n' "$name"
    sh "$here/$name.sh"
done

#!/bin/sh
# Puts files into the program as bytes: embed.sh HEADER SOURCE FILE...
# assets/plans/x/y.csv is found at run time by its path below assets/, "plans/x/y.csv".
set -eu
header=$1 source=$2
shift 2

cat >"$header" <<'EOF'
/* Made by assets/build/embed.sh; do not edit. */
#ifndef GEN_ASSETS_H
#define GEN_ASSETS_H

#include <stddef.h>

struct asset {
    const char *path; /* below assets/ */
    const unsigned char *bytes;
    size_t len;
};

extern const struct asset assets[];
extern const size_t asset_count;

#endif
EOF

{
    echo '/* Made by assets/build/embed.sh; do not edit. */'
    echo '#include "assets.h"'
    n=0
    for file in "$@"; do
        echo "static const unsigned char bytes_$n[] = {"
        od -An -v -tx1 "$file" | sed 's/ \([0-9a-f][0-9a-f]\)/0x\1,/g'
        echo '0x00};'
        n=$((n + 1))
    done
    echo 'const struct asset assets[] = {'
    n=0
    for file in "$@"; do
        echo "{\"${file#assets/}\", bytes_$n, sizeof(bytes_$n) - 1},"
        n=$((n + 1))
    done
    echo '{0, 0, 0}};'
    echo "const size_t asset_count = $n;"
} >"$source"

#!/bin/sh
# Brings language catalogs up to date with the texts in the sources: po.sh POT PO...
# Run it at the top of the tree. POT is the template it writes on the way.
set -eu
pot=$1
shift
# Without a header the template has no date, so that nothing changes where no text did.
find src include assets/build -name '*.[ch]' | LC_ALL=C sort | xgettext --files-from=- --from-code=UTF-8 \
    --language=C --keyword=_ --keyword=N_ --keyword=ngettext:1,2 --keyword=plural:1,2 \
    --add-comments=TRANSLATORS --sort-by-file --no-location --omit-header -o "$pot"
for po in "$@"; do
    msgmerge --quiet --update --backup=none --no-fuzzy-matching --sort-by-file --no-location \
        "$po" "$pot"
    msgattrib --no-obsolete --no-location -o "$po" "$po"
done

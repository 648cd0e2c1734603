#!/bin/sh
# Languages change words, never figures; machine formats know none; each plan's word for its reporting
# units is used throughout.
. "$DUBAN_TESTS/support/lib.sh"
run 0 "$DUBAN" --db d.db demo --no-open

# The figures of a text: percentages and days, which no name or summary holds.
figures() {
    grep -oE '[0-9]+(\.[0-9]+)?%|20[0-9]{2}-[0-9]{2}-[0-9]{2}' | sort | uniq -c
}

for command in 'status --section 1' 'status --section 6' 'status --by town' attention schools \
    'schools --outliers' 'show 5.1' 'show WJ-P001' 'report --format md' 'report --format html'; do
    run 0 "$DUBAN" --lang en --db d.db $command
    english=$(printf '%s\n' "$out" | figures)
    for lang in zh_CN zh_TW; do
        run 0 "$DUBAN" --lang $lang --db d.db $command
        same "$(printf '%s\n' "$out" | figures)" "$english"
    done
done
for command in 'status --format json' 'status --format csv' 'attention --format json' \
    'schools --format json' 'show 5.1 --format json' 'report --format csv'; do
    run 0 "$DUBAN" --lang en --db d.db $command
    english=$out
    for lang in zh_CN zh_TW; do
        run 0 "$DUBAN" --lang $lang --db d.db $command
        same "$out" "$english"
    done
done

# The environment, in gettext's order, whether or not the locale is installed.
asks() { env -u LC_ALL -u LANGUAGE -u LC_MESSAGES -u LANG "$@" "$DUBAN" --db d.db status | head -n 2; }
has "$(asks LC_MESSAGES=zh_CN.UTF-8 LANG=en_US.UTF-8)" '截至'
has "$(asks LC_MESSAGES=zh_TW.UTF-8 LANG=en_US.UTF-8)" '武進'
has "$(asks LC_MESSAGES=zh_HK LANG=en_US.UTF-8)" '武進'
has "$(asks LC_ALL=zh_CN LC_MESSAGES=zh_TW)" '武进'
has "$(asks LC_MESSAGES=C LANG=zh_CN.UTF-8)" 'as of'
has "$(asks LC_MESSAGES=de_DE.UTF-8)" 'as of'
has "$(asks LANGUAGE=zh_TW:en LC_MESSAGES=zh_CN.UTF-8)" '武進'

# The catalogs for units: all texts, none with a school in it.
for lang in zh_CN zh_TW; do
    messages=$BUILD/locale/$lang/LC_MESSAGES
    msgunfmt --no-wrap "$messages/duban-units.mo" >units
    same "$(grep -c '^msgid' units)" "$(msgunfmt --no-wrap "$messages/duban.mo" | grep -c '^msgid')"
    same "$(grep -E '^msgstr.*(学校|學校)' units)" ''
done
msgunfmt --no-wrap "$BUILD/locale/en/LC_MESSAGES/duban-units.mo" >units
same "$(grep '^msgstr' units | grep -E '(^| |")[Ss]chools?( |,|;|")' |
    grep -vE "'duban schools'|column school")" ''

finish

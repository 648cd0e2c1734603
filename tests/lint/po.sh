#!/bin/sh
# The catalogs: complete, up to date with the sources, right for printf, each in its own script,
# and in characters whose width terminals agree on.
. "$DUBAN_TESTS/support/lib.sh"
top=$DUBAN_TESTS/..

# Only what every computer of the mainland, or of Taiwan, has always been able to write.
charset() {
    case $1 in
    zh_CN) echo GB2312 ;;
    zh_TW) echo BIG5 ;;
    *) echo 'a language without a character set' ;;
    esac
}

# The lines of all translations.
translations() {
    msgcat --no-wrap "$1" | sed -n '/^msgstr/,/^$/p'
}

for po in "$top"/assets/po/*.po; do
    lang=$(basename "$po" .po)
    run 0 msgfmt --check -o /dev/null "$po"
    same "$err" ''
    run 0 msgattrib --untranslated --no-obsolete "$po"
    same "$out" ''
    run 0 msgattrib --only-fuzzy "$po"
    same "$out" ''

    cp "$po" "$tmp/$lang.po"
    cp "$po" "$tmp/$lang.new.po"
    run 0 sh -c "cd '$top' && sh assets/build/po.sh '$tmp/duban.pot' '$tmp/$lang.new.po'"
    run 0 diff "$tmp/$lang.po" "$tmp/$lang.new.po" # else: make po, and translate

    run 0 iconv -f UTF-8 -t "$(charset "$lang")" "$po"
    translations "$po" >"$tmp/texts"
    run 1 grep -n -e '“' -e '”' -e '‘' -e '’' -e '—' -e '…' -e '·' -e '×' -e '≤' -e '≥' "$tmp/texts"

    # One word for one thing: what is on the left of these has another word in docs, screens, files.
    case $lang in
    zh_CN) run 1 grep -n -E '拒收|分母|截止日期' "$tmp/texts" ;; # 退回 总数 期限
    zh_TW) run 1 grep -n -E '拒收|分母|滯後|負責人|街道|科室|撤銷|[^制]命令[^列]' "$tmp/texts" ;; # 退回 總數 落後 責任人 鄉鎮 單位 復原 指令
    esac

    # What is wrong; what to do: both halves are there in every language.
    msgcat --no-wrap "$po" | awk '/^msgid ".*; / { wants = 1 } /^msgstr/ && wants {
        if ($0 !~ /；/) print; wants = 0 }' >"$tmp/halves"
    same "$(cat "$tmp/halves")" ''
done

# These checks can fail: each language refuses the other's characters.
echo 学校 >"$tmp/simplified"
echo 學校 >"$tmp/traditional"
run 1 iconv -f UTF-8 -t "$(charset zh_TW)" "$tmp/simplified"
run 1 iconv -f UTF-8 -t "$(charset zh_CN)" "$tmp/traditional"

# The two languages have the same texts to translate, and none is left out of the build.
same "$(ls "$top/assets/po")" "$(printf 'zh_CN.po\nzh_TW.po')"
for lang in zh_CN zh_TW; do
    run 0 test -s "$BUILD/locale/$lang/LC_MESSAGES/duban.mo"
done

finish

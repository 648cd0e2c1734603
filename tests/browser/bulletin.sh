#!/bin/sh
# Does the bulletin fit? Laid out by Chromium in three languages, for screens of three widths and for
# A4, with long and hostile texts in it; and printed. Without Chromium it says so and checks nothing.
. "$DUBAN_TESTS/support/lib.sh"
here=$DUBAN_TESTS/browser

browser=
for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && browser=$name && break
done
if [ -z "$browser" ]; then
    echo 'duban: no Chromium here, the bulletin is not checked (apt-get install chromium)'
    exit 0
fi

chromium() {
    timeout 60 "$browser" --headless --no-sandbox --disable-gpu --no-first-run \
        --user-data-dir="$tmp/profile" "$@" 2>/dev/null
}

# What the page says of itself: $1 file, $2 width in pixels, $3 paper or screen.
measure() {
    case $3 in
    paper) media='s/@media print/@media all/; s/@media screen/@media not all/' paper=true ;;
    *) media='' paper=false ;;
    esac
    {
        # The page forbids scripts: the copy that is measured does not.
        sed -e '/Content-Security-Policy/d' -e "$media" "$1"
        echo "<script>var PAPER = $paper;"
        cat "$here/measure.js"
        echo '</script>'
    } >measured.html
    chromium --window-size="$2,1000" --dump-dom "file://$tmp/measured.html" |
        sed -n '/BEGIN$/,/^END/p' | sed '1d; /^END/d' | grep . | head -n 10
}

duban() {
    "$DUBAN" --db a.db "$@"
}
run 0 duban demo --no-open
long=$(printf '%0300d' 0)
run 0 duban problem add '新建幼儿园用地尚未交付，拆迁补偿协议未签，施工许可证待办' --target 5.1 \
    --owner '基本建设与后勤保障科' --date 2021-06-01 --due 2021-08-15
run 0 duban problem add "$long" --target 6.2 --date 2021-06-01 --due 2021-08-01
run 0 duban problem add '<script>alert(1)</script>' --school WJ-P001 --owner '<b>'

# 180 mm between the margins of A4 are 680 pixels.
for lang in en zh_CN zh_TW; do
    run 0 duban --lang "$lang" report --from 2021-06-30 -o page.html
    for width in 1280 800 500; do
        same "$lang $width $(measure page.html "$width" screen)" "$lang $width "
    done
    same "$lang A4 $(measure page.html 680 paper)" "$lang A4 "
done
run 0 duban --lang zh_CN draw --schools 5 --seed 1
run 0 duban --lang zh_CN draw show 1 --format html -o draw.html
same "draw $(measure draw.html 680 paper)" 'draw '

# It measures: a page with a word that is too wide is found out.
echo '<!DOCTYPE html><body><table><tr><td style="max-width:20px">WWWWWWWWWWWWW</td></tr></table>' \
    >bad.html
has "$(measure bad.html 680 screen)" 'text is wider than its place'

# It prints on A4, and not on more pages than it needs.
run 0 chromium --no-pdf-header-footer --print-to-pdf="$tmp/page.pdf" "file://$tmp/page.html"
if command -v pdfinfo >/dev/null; then
    pages=$(pdfinfo page.pdf | awk '/^Pages:/ { print $2 }')
    run 0 test "$pages" -le 15
    has "$(pdfinfo page.pdf)" 'A4'
fi

finish

#!/bin/sh
# Does the bulletin fit, and can it be read? Laid out by Chromium in three languages, for screens from
# a phone's on and for A4, light and dark, with long and hostile texts in it; and printed. Without Chromium it says so and checks nothing.
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

# What the page says of itself: $1 file, $2 width in pixels, $3 paper, screen or dark.
measure() {
    paper=false
    case $3 in
    paper) media='s/@media print/@media all/; s/@media screen/@media not all/' paper=true ;;
    dark) media='s/and (prefers-color-scheme:dark)//' ;;
    *) media='' ;;
    esac
    {
        # The page forbids scripts: the copy that is measured does not.
        sed -e '/Content-Security-Policy/d' -e "$media" "$1"
        echo "<script>var PAPER = $paper;"
        cat "$here/measure.js"
        echo '</script>'
    } >measured.html
    # A window is never as narrow as a phone; a frame is.
    cat >frame.html <<F
<!DOCTYPE html><body><iframe src="measured.html" style="width:$2px;height:1000px;border:0"></iframe>
<script>addEventListener('message', function (event) {
    document.body.textContent = 'BEGIN\n' + event.data + '\nEND';
});</script>
F
    chromium --virtual-time-budget=5000 --dump-dom "file://$tmp/frame.html" >dumped.html
    grep -q BEGIN dumped.html || echo 'nothing was measured'
    sed -n '/BEGIN$/,/^END/p' dumped.html | sed '1d; /^END/d' | grep . | head -n 10
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
    for width in 1280 800 360; do
        same "$lang $width $(measure page.html "$width" screen)" "$lang $width "
    done
    same "$lang dark $(measure page.html 800 dark)" "$lang dark "
    same "$lang A4 $(measure page.html 680 paper)" "$lang A4 "
    cp page.html "page.$lang.html"
done
# With the own figures of a town, and of a school.
for part in '--town hutang' '--school WJ-P001'; do
    run 0 duban --lang zh_CN report --from 2021-06-30 $part -o own.html
    for width in 1280 360; do
        same "$part $width $(measure own.html "$width" screen)" "$part $width "
    done
    same "$part A4 $(measure own.html 680 paper)" "$part A4 "
done
run 0 duban --lang zh_CN draw --schools 5 --seed 1
run 0 duban --lang zh_CN draw show 1 --format html -o draw.html
same "draw $(measure draw.html 680 paper)" 'draw '

# It measures: a page with a word that is too wide, or too pale, is found out.
echo '<!DOCTYPE html><body><table><tr><td style="max-width:20px">WWWWWWWWWWWWW</td></tr></table>
<p style="color:#999">pale</p>' >bad.html
has "$(measure bad.html 680 screen)" 'text is wider than its place'
has "$(measure bad.html 680 screen)" 'a contrast of 2.8: p'

# It prints on A4, on not more pages than it needs, and neither a heading nor the key of the charts stands
# at the foot of a page.
for lang in en zh_CN zh_TW; do
    run 0 chromium --no-pdf-header-footer --print-to-pdf="$tmp/page.pdf" "file://$tmp/page.$lang.html"
    command -v pdftotext >/dev/null || break
    pages=$(pdfinfo page.pdf | awk '/^Pages:/ { print $2 }')
    run 0 test "$pages" -le 15
    has "$(pdfinfo page.pdf)" 'A4'
    sed -n 's/.*<h[23]>\(.*\)<\/h[23]>.*/\1/p' "page.$lang.html" >headings
    run 0 test "$(grep -c . headings)" -ge 10
    sed -n 's/.*class="key">.*<\/svg>\(.*\)<\/span><\/p>.*/\1/p' "page.$lang.html" | tail -n 1 >key
    run 0 test -s key
    n=1
    while [ "$n" -le "$pages" ]; do
        last=$(pdftotext -f $n -l $n -layout page.pdf - | grep '[^[:space:]]' | tail -n 1 | sed 's/^ *//; s/ *$//')
        same "$lang $n $(grep -xF -e "$last" headings)" "$lang $n "
        same "$lang $n $(printf '%s\n' "$last" | grep -F -f key)" "$lang $n "
        n=$((n + 1))
    done
done

finish

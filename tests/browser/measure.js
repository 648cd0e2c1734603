/* Measures a page that is laid out: what is wider than its place, and what lies on something else.
 * The findings are told to the page around it, a line each. */
(function () {
    'use strict';
    var found = [];

    function name(element) {
        var text = (element.textContent || '').trim().slice(0, 40);
        return element.tagName.toLowerCase() + '.' + (element.getAttribute('class') || '') + ' "' +
            text + '"';
    }

    function say(what, element) {
        found.push(what + ': ' + name(element));
    }

    function meets(a, b) {
        return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 &&
            b.top < a.bottom - 1;
    }

    /* Relative luminance of "rgb(1, 2, 3)" (WCAG 2). */
    function light(colour) {
        var parts = colour.match(/[\d.]+/g).slice(0, 3).map(function (part) {
            var c = part / 255;
            return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
        });
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    /* What lies behind the element's text. */
    function behind(element) {
        for (; element; element = element.parentElement) {
            var colour = getComputedStyle(element).backgroundColor;
            if (!/^rgba\(.*, 0\)$/.test(colour))
                return colour;
        }
        return 'rgb(255, 255, 255)';
    }

    /* Text that can be read has a contrast of 4.5 and more. */
    function contrasts() {
        var seen = {};
        document.querySelectorAll('h1,h2,h3,p,th,td,li,strong,span,b,figcaption').forEach(
            function (element) {
                var style = getComputedStyle(element), ink = style.color, ground = behind(element);
                var a = light(ink), b = light(ground), key = ink + ground;
                var ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if ((ratio < 4.5 || style.opacity < 1) && !seen[key])
                    say('a contrast of ' + ratio.toFixed(1), element);
                seen[key] = true;
            });
    }

    var width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
        found.push('the page is ' + document.documentElement.scrollWidth + ' wide, not ' + width);

    document.querySelectorAll('.scroll').forEach(function (box) {
        if (PAPER && box.scrollWidth > box.clientWidth + 1)
            say('a table is wider than the paper', box);
    });
    document.querySelectorAll('th,td,li,h1,h2,h3,p,figcaption').forEach(function (box) {
        if (box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0)
            say('text is wider than its place', box);
    });
    document.querySelectorAll('tbody th.name').forEach(function (cell) {
        if (cell.clientWidth < 60)
            say('a name has only ' + cell.clientWidth + ' pixels', cell);
    });
    document.querySelectorAll('figure svg,svg.sections').forEach(function (svg) {
        var frame = svg.getBoundingClientRect(), boxes = [];
        svg.querySelectorAll('text').forEach(function (text) {
            var box = text.getBoundingClientRect();
            if (box.left < frame.left - 1 || box.right > frame.right + 1 ||
                box.top < frame.top - 1 || box.bottom > frame.bottom + 1)
                say('a label leaves its drawing', text);
            boxes.forEach(function (other) {
                if (meets(box, other.box))
                    say('a label lies on "' + other.text + '"', text);
            });
            boxes.push({box: box, text: text.textContent});
        });
    });
    contrasts();
    parent.postMessage(found.join('\n'), '*');
})();

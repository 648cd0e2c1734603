/* Measures a page that is laid out: what is wider than its place, and what lies on something else.
 * The findings become the page's only text, a line each, between BEGIN and END. */
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
    document.querySelectorAll('th.name').forEach(function (cell) {
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
    var style = getComputedStyle(document.body);
    if (style.color === style.backgroundColor)
        found.push('text has the colour of the paper');
    document.body.textContent = 'BEGIN\n' + found.join('\n') + '\nEND';
})();

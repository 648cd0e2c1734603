#include "hostile.h"

#include <stdio.h>
#include <string.h>

#include "duban/formula.h"
#include "duban/text.h"

static char texts[HOSTILE_TEXTS][HOSTILE_TEXT_MAX];

/* What texts are made of, two at a time. */
static const char *const seeds[] = {
    "\033[31mred",
    "\033]0;title\007",
    "\033P1$r\033\\",
    "\233"
    "31m",
    "\302\233"
    "31m",
    "\302\235"
    "0;t\302\234",
    "a\rb",
    "a\bb",
    "a\tb",
    "a\177"
    "b",
    "a\001b",
    "\016so",
    "\342\200\256evil",
    "\342\201\246x\342\201\251",
    "\342\200\217rtl",
    "\342\200\213zw",
    "\342\200\215zwj",
    "\357\273\277bom",
    "\342\201\240wj",
    "\363\240\201\201tag",
    "e\314\201\314\201\314\201\314\201\314\201\314\201\314\201",
    "\314\201first",
    "\343\205\244filler",
    "\302\255shy",
    "\342\200\250line",
    "\342\200\251para",
    "\355\240\200half",
    "\377\376",
    "\300\257",
    "\360\237",
    "\364\220\200\200",
    "\357\277\277",
    "=1+1",
    "+1+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "\357\274\2351+1",
    "'=1",
    "\t=1",
    "\r=1",
    "=HYPERLINK(\"http://x\")",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=y>",
    "</td><script>",
    "'; DROP TABLE report; --",
    "&lt;script&gt;",
    "%s%n%x",
    "../../etc/passwd",
    "|calc|",
    "`id`",
    "$(id)",
    "[x](javascript:y)",
    "NULL",
    "\\u001b[31m",
};

void hostile_make(void)
{
    for (int i = 0; i < HOSTILE_TEXTS; i++) {
        const char *a = seeds[i % (int)COUNT_OF(seeds)];
        const char *b = i < (int)COUNT_OF(seeds) ? "" : seeds[faults_random(COUNT_OF(seeds))];
        snprintf(texts[i], HOSTILE_TEXT_MAX, "%.30s%.30s", a, b);
    }
}

const char *hostile_text(int i)
{
    return texts[i];
}

const char *hostile_any(void)
{
    return texts[faults_random(HOSTILE_TEXTS)];
}

/* ---- what comes out ---- */

/* Is a line of output clean? A mark at its start would join what stands there, so a letter goes
 * before it. */
static bool is_clean(const char *line, size_t len)
{
    return text_is_clean((struct sv){line, len});
}

void hostile_check_text(const char *text, size_t len, const char *what)
{
    if (len >= 3 && memcmp(text, "\357\273\277", 3) == 0) /* the mark that spreadsheets ask for */
        text += 3, len -= 3;
    for (const char *end = text + len; text < end;) {
        const char *stop = memchr(text, '\n', (size_t)(end - text));
        size_t line = (size_t)((stop ? stop : end) - text);
        size_t shown = line > 0 && text[line - 1] == '\r' ? line - 1 : line;
        CHECK(is_clean(text, shown), "%s: a hostile line: %.*s", what,
              (int)(shown < 80 ? shown : 80), text);
        text += line + 1;
    }
}

/* Fails when a cell of a CSV would be run. */
void hostile_check_csv(const char *text, size_t len, const char *what)
{
    char cell[512];
    size_t size = 0;
    bool quoted = false;
    for (size_t i = 0; i <= len; i++) {
        char c = i < len ? text[i] : '\n';
        if (c == '"' && !(quoted && i + 1 < len && text[i + 1] == '"')) {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
            CHECK(!formula_wants_guard((struct sv){cell, size}) || cell[0] == '\'',
                  "%s: a live formula: %.*s", what, (int)size, cell);
            size = 0;
        } else if (size < sizeof(cell)) {
            cell[size++] = c;
            i += c == '"'; /* two of them are one */
        }
    }
}

void hostile_check_html(const char *text, const char *what)
{
    static const char *const live[] = {"<script", "<img", "onerror=y>", "<a href=\"javascript"};
    for (size_t i = 0; i < COUNT_OF(live); i++)
        CHECK(!strstr(text, live[i]), "%s: unescaped %s", what, live[i]);
}

char *hostile_slurp(const char *path, size_t *len)
{
    static char bytes[HOSTILE_OUT_MAX];
    FILE *file = fopen(path, "r");
    *len = file ? fread(bytes, 1, sizeof(bytes) - 1, file) : 0;
    bytes[*len] = '\0';
    if (file)
        fclose(file);
    return bytes;
}

#include "report/key.h"

#include "duban/i18n.h"
#include "report/html.h"
#include "report/svg.h"

static void add_mark(struct buf *out, const struct key_entry *key)
{
    switch (key->mark) {
    case KEY_LINE:
        svg_segment(out, key->class, (struct svg_point){0, 5}, (struct svg_point){30, 5});
        break;
    case KEY_AREA:
        svg_rect(out, key->class, 0, 0, 30, 10);
        break;
    case KEY_TICK:
        svg_segment(out, key->class, (struct svg_point){15, 0}, (struct svg_point){15, 10});
        break;
    }
}

void key_add(struct buf *out, const struct key_entry *keys, size_t count)
{
    buf_puts(out, "<p class=\"key\">");
    for (size_t i = 0; i < count; i++) {
        buf_puts(out, "<span><svg viewBox=\"0 0 30 10\" aria-hidden=\"true\">");
        add_mark(out, &keys[i]);
        buf_puts(out, "</svg>");
        html_text(out, sv_from(_(keys[i].text)));
        buf_puts(out, "</span>");
    }
    buf_puts(out, "</p>\n");
}

#include "report/svg.h"

#include <math.h>

#include "duban/i18n.h"
#include "duban/lang.h"
#include "report/html.h"

void svg_begin(struct buf *out, const char *class, int width, int height, const char *title)
{
    buf_printf(out, "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\"><title>", class, width,
               height);
    html_text(out, sv_from(title));
    buf_puts(out, "</title>");
}

void svg_end(struct buf *out)
{
    buf_puts(out, "</svg>");
}

void svg_rect(struct buf *out, const char *class, double x, double y, double width, double height)
{
    buf_printf(out,
               "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"></rect>",
               class, x, y, width, height);
}

void svg_segment(struct buf *out, const char *class, struct svg_point from, struct svg_point to)
{
    buf_printf(out, "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"></line>",
               class, from.x, from.y, to.x, to.y);
}

void svg_text(struct buf *out, const char *class, struct svg_point at, const char *anchor,
              const char *text)
{
    buf_printf(out, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", class, at.x,
               at.y, anchor);
    html_text(out, sv_from(text));
    buf_puts(out, "</text>");
}

void svg_path_begin(struct buf *out, const char *class)
{
    buf_printf(out, "<polyline class=\"%s\" points=\"", class);
}

void svg_path_point(struct buf *out, struct svg_point point)
{
    buf_printf(out, "%.1f,%.1f ", point.x, point.y);
}

void svg_path_end(struct buf *out)
{
    buf_puts(out, "\"></polyline>");
}

void svg_bar(struct buf *out, double share, double planned)
{
    enum { WIDTH = 104, HEIGHT = 11, TRACK = 7, TOP = 2 };
    struct buf title = {0}, reached = {0}, wanted = {0};
    lang_percent(&reached, share);
    lang_percent(&wanted, planned);
    buf_printf(&title, _("%s reached, %s planned by now"), buf_text(&reached), buf_text(&wanted));
    svg_begin(out, "row", WIDTH, HEIGHT, buf_text(&title));
    svg_rect(out, "track", 0, TOP, WIDTH, TRACK);
    if (share > 0)
        svg_rect(out, "fill", 0, TOP, share * WIDTH, TRACK);
    if (planned > 0) {
        double x = 1 + planned * (WIDTH - 2);
        svg_segment(out, "tick", (struct svg_point){x, 0}, (struct svg_point){x, HEIGHT});
    }
    svg_end(out);
    buf_free(&title);
    buf_free(&reached);
    buf_free(&wanted);
}

/* svg.h - the few shapes that charts are made of, for SVG within HTML.
 *
 * Coordinates are in units of the drawing's viewBox; classes are those of html_style.
 *
 * Example:
 *     svg_begin(out, "sections", 720, 200, _("Sections: share reached and planned"));
 *     svg_rect(out, "fill", 0, 0, 100, 12);
 *     svg_end(out);
 */
#ifndef REPORT_SVG_H
#define REPORT_SVG_H

#include "duban/buf.h"

struct svg_point {
    double x, y;
};

/* A drawing of `width` x `height` units; `title` is what a screen reader says of it. */
void svg_begin(struct buf *out, const char *class, int width, int height,
               const char *title) NONNULL;
void svg_end(struct buf *out) NONNULL;

void svg_rect(struct buf *out, const char *class, double x, double y, double width,
              double height) NONNULL;
void svg_segment(struct buf *out, const char *class, struct svg_point from,
                 struct svg_point to) NONNULL;

/* `anchor` is "start", "middle" or "end". The text is cleaned and escaped. */
void svg_text(struct buf *out, const char *class, struct svg_point at, const char *anchor,
              const char *text) NONNULL;

/* A line through points: begin, any number of points, end. */
void svg_path_begin(struct buf *out, const char *class) NONNULL;
void svg_path_point(struct buf *out, struct svg_point point) NONNULL;
void svg_path_end(struct buf *out) NONNULL;

/* The bar of a table's row: what is reached, and a tick for what is planned by now. */
void svg_bar(struct buf *out, double share, double planned) NONNULL;

#endif

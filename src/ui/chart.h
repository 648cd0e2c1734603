/* chart.h - a target's year in cells: the burn-up chart, and the last weeks in a few columns. ASCII
 * only; every line has a character of its own, so that it reads without colour.
 *
 * Example:
 *     chart_draw(canvas, &burnup, y, x, rows, columns);
 *     chart_weeks(&text, target, figures, as_of, 12);      "__.-==+*##"
 */
#ifndef UI_CHART_H
#define UI_CHART_H

#include "duban/buf.h"
#include "duban/burnup.h"
#include "ui/canvas.h"

enum { CHART_ROWS_LEAST = 6, CHART_COLUMNS_LEAST = 40 };

/* Draws the chart: '#' what came, '.' what was planned, 'o' what is to be expected, '-' the goal,
 * ':' the as-of date; figures at the left, days below, and the key in the last row. */
void chart_draw(struct canvas *canvas, const struct burnup *burnup, int y, int x, int rows,
                int columns);

/* Adds a character a week for the last `weeks` weeks up to `as_of`: how high the figure stood then
 * between the least and the most of these weeks, "_.-=+*#" from low to high; a blank where nothing
 * was known yet. */
void chart_weeks(struct buf *out, const struct target *target, const struct figures *figures,
                 daynum as_of, int weeks);

#endif

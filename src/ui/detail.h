/* detail.h - a target with every number, why it stands as it does, and its year: the head of its
 * own screen, and the panel beside a list of targets where the window is wide.
 *
 * Example:
 *     struct area list, panel;
 *     if (detail_beside(area, &list, &panel) && table_chosen(ui, &row))
 *         detail_draw(ui, canvas, &panel, row.target);
 */
#ifndef UI_DETAIL_H
#define UI_DETAIL_H

#include "ui/ui.h"

/* Name, standing with its reason, figures, pace, the last weeks. Returns how many rows it took. */
int detail_head(const struct ui *ui, struct canvas *canvas, const struct area *area,
                int target) NONNULL;

/* The head, and below it the chart where there is room. */
void detail_draw(const struct ui *ui, struct canvas *canvas, const struct area *area,
                 int target) NONNULL;

/* The chart alone; nothing where it would not be legible. */
void detail_chart(const struct ui *ui, struct canvas *canvas, const struct area *area,
                  int target) NONNULL;

/* Parts an area in two, with the details on the right. False: it is too narrow, *list is all. */
bool detail_beside(const struct area *area, struct area *list, struct area *panel) NONNULL;

/* The table of the shown screen in `area`, with the details of the chosen target beside it. */
void detail_table(struct ui *ui, struct canvas *canvas, const struct area *area) NONNULL;

/* The same below a head that took `used` rows of the area, with a blank one between where there is
 * room; and what Enter does there: it opens the chosen target. */
void detail_table_below(struct ui *ui, struct canvas *canvas, const struct area *area,
                        int used) NONNULL;
struct ui_request detail_act(struct ui *ui, enum action action, struct key key) NONNULL;

/* The bar of a target: what is reached, what was planned by now, and where the pace leads. */
void detail_bar(const struct ui *ui, struct canvas *canvas, int y, int x, int width, int target,
                enum role rest) NONNULL;

#endif

/* targets.h - rows of targets, as the item and the attention screen show them.
 *
 * Example:
 *     targets_head(canvas, y, &area);
 *     targets_row(ui, canvas, y + 1, &area, target, chosen);
 */
#ifndef UI_TARGETS_H
#define UI_TARGETS_H

#include "ui/ui.h"

void targets_head(struct canvas *canvas, int y, const struct area *area) NONNULL;
void targets_row(const struct ui *ui, struct canvas *canvas, int y, const struct area *area,
                 int target, bool chosen) NONNULL;

#endif

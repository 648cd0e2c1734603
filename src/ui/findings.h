/* findings.h - findings on a file's rows as a list, with the whole of the chosen one below.
 *
 * Example:
 *     findings_draw(ui, canvas, area, text);      text: of the chosen row, "" for none
 */
#ifndef UI_FINDINGS_H
#define UI_FINDINGS_H

#include "ui/ui.h"

/* The finding of a row of the shown table. */
typedef const struct issue_row *findings_fn(const struct ui *ui, int n);

/* Draws the table, and under it the whole text of the chosen finding. */
void findings_draw(struct ui *ui, struct canvas *canvas, const struct area *area,
                   findings_fn *finding);

/* "a.csv:3:4", and what is wrong. */
void findings_place(const struct issue_row *issue, struct buf *out);

#endif

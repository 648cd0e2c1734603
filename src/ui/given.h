/* given.h - what is said beside the files that are taken in: the day, the encoding, how strictly,
 * and where rejected rows go. Shown with its keys; a change rehearses the files anew.
 *
 * Example:
 *     y += given_draw(ui, canvas, y, area);
 *     if (given_act(ui, action, &request)) return request;
 */
#ifndef UI_GIVEN_H
#define UI_GIVEN_H

#include "ui/ui.h"

/* Draws it from row y on; returns the rows used. While nothing can be changed, only what was
 * said. */
int given_draw(const struct ui *ui, struct canvas *canvas, int y, const struct area *area) NONNULL;

/* Changes it, or asks for it. False when the action is about something else. */
bool given_act(struct ui *ui, enum action action, struct ui_request *request) NONNULL;

/* Is the action one of these? */
bool given_action(enum action action);

#endif

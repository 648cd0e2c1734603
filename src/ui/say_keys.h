/* say_keys.h - texts that are written for the command line, as the monitor says them.
 *
 * A message of a layer below may name an option or a command ("import the file with --fill-down",
 * "'duban log' shows it"). Where a key does the same, the monitor names the key.
 *
 * Example:
 *     say_keys(ui, &out, sv_from(err.text));
 */
#ifndef UI_SAY_KEYS_H
#define UI_SAY_KEYS_H

#include "duban/attr.h"
#include "duban/buf.h"

struct ui;

/* Adds the text, "key M" for "--fill-down", or "key M of the preview" where that key does nothing;
 * a command without a key as it is typed behind `:`. */
void say_keys(const struct ui *ui, struct buf *out, struct sv text) NONNULL;

#endif

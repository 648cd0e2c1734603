/* key.h - what the marks of a drawing mean, in a row below or above it.
 *
 * Example:
 *     static const struct key_entry keys[] = {{"tick", KEY_TICK, N_("planned by now")}};
 *     key_add(out, keys, COUNT_OF(keys));
 */
#ifndef REPORT_KEY_H
#define REPORT_KEY_H

#include "duban/attr.h"
#include "duban/buf.h"

enum key_mark { KEY_LINE, KEY_AREA, KEY_TICK };

struct key_entry {
    const char *class; /* as the mark has it in the drawing */
    enum key_mark mark;
    const char *text; /* English; translated here */
};

void key_add(struct buf *out, const struct key_entry *keys, size_t count) NONNULL;

#endif

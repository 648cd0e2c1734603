/* term_probe.h - asks the terminal how wide an ambiguous character is: writes one and asks where
 * the cursor is then.
 *
 * Example:
 *     struct probe probe = {0};
 *     probe_ask(in, out, &probe);
 *     if (probe.width != 0) text_ambiguous_width(probe.width);
 */
#ifndef UI_TERM_PROBE_H
#define UI_TERM_PROBE_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"

enum { PROBE_TYPED_MAX = 128, PROBE_WAIT_MS = 200 };

struct probe {
    bool done;
    int width;                   /* 1 or 2; 0: not answered */
    char typed[PROBE_TYPED_MAX]; /* what the user typed meanwhile */
    size_t typed_len;
    char reply[16]; /* of an answer that is under way */
    size_t reply_len;
};

/* Asks on `out` and waits for the answer on `in`, 200 ms at most; both are the terminal in raw
 * mode, its cursor in the first column. Wipes what it wrote. */
void probe_ask(int in, int out, struct probe *probe) NONNULL;

/* One byte that came in. */
void probe_feed(struct probe *probe, char byte) NONNULL;

#endif

/* nearest.h - which known word was meant by a mistyped one.
 *
 * Example:
 *     struct nearest nearest = nearest_to(sv_from("stauts"));
 *     nearest_try(&nearest, sv_from("status"));
 *     if (nearest.best.len > 0) ... "did you mean %.*s?"
 *
 * Ownership: the words stay the caller's.
 */
#ifndef APP_NEAREST_H
#define APP_NEAREST_H

#include "duban/attr.h"
#include "duban/sv.h"

struct nearest {
    struct sv typed;
    struct sv best; /* "" as long as nothing is near enough */
    int distance;   /* letters to change, put in, take out or swap for the next better one */
};

/* At most two letters may be wrong, and fewer than half of the word. */
struct nearest nearest_to(struct sv typed);
void nearest_try(struct nearest *nearest, struct sv known) NONNULL;

#endif

/* model_bug.h - does a call end in BUG()?
 *
 * Example:
 *     assert_true(model_is_bug(word_of_no_pace));
 */
#ifndef SUPPORT_MODEL_BUG_H
#define SUPPORT_MODEL_BUG_H

#include <stdbool.h>

/* Calls `act` and comes back even when it stops the program as a bug of our own; true then. */
bool model_is_bug(void (*act)(void));

#endif

/* look.h - capabilities of a terminal as bytes that can be put together.
 *
 * Example:
 *     char look[PAINT_LOOK_MAX] = "";
 *     look_add(look, "\033(B\033[m");      sgr0 of xterm: "\033[m"
 *     look_add(look, "\033[1m");           "\033[0;1m"
 */
#ifndef UI_LOOK_H
#define UI_LOOK_H

#include <stddef.h>

#include "duban/attr.h"

/* Copies a capability without the pauses ($<5>) that no terminal needs any more, and without the
 * switch back to a character set that was never left. Nothing where it does not fit. */
void look_clean(const char *capability, char *out, size_t size) NONNULL;

/* Adds a capability, cleaned, to what is there already; two sequences that set attributes become
 * one. Left out where it does not fit. */
void look_add(char *look, size_t size, const char *capability) NONNULL;

#endif

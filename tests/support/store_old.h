/* store_old.h - a database as the first duban made it.
 *
 * Example:
 *     if (!store_make_old("a.db")) fail();
 */
#ifndef SUPPORT_STORE_OLD_H
#define SUPPORT_STORE_OLD_H

#include <stdbool.h>

/* Turns a database of today's format into one of the first; says on stderr why not. What the first
 * format cannot hold is lost. */
bool store_make_old(const char *path);

#endif

/* builtin.h - the files inside the program: the built-in plans and the demo's settings.
 *
 * Ownership: everything is static.
 *
 * Example:
 *     struct plan_file file;
 *     if (asset_file("sample/schools.csv", &file)) ...
 */
#ifndef APP_BUILTIN_H
#define APP_BUILTIN_H

#include <stdbool.h>

#include "duban/plan_files.h"

/* The embedded file with this path below assets/. False: there is none. */
bool asset_file(const char *path, struct plan_file *out) NONNULL;

/* The embedded files in this directory below assets/, at most `max`. Returns how many. */
size_t asset_directory(const char *dir, struct plan_file *out, size_t max) NONNULL;

/* The `i`th embedded file, from 0. False: there is none. */
bool asset_nth(size_t i, struct plan_file *out) NONNULL;

/* All embedded files of the built-in plan `code` ("wujin-2021"), at most `max`. Returns how many;
 * 0: there is no such plan. */
size_t asset_plan(const char *code, struct plan_file *out, size_t max) NONNULL;

#endif

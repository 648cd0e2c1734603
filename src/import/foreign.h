/* foreign.h - files that are no CSV at all, whatever they are called.
 *
 * Example:
 *     if (!foreign_refuse(bytes, "5.csv", err)) return false;
 */
#ifndef IMPORT_FOREIGN_H
#define IMPORT_FOREIGN_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/err.h"
#include "duban/sv.h"

/* Returns false and says what the file is when its first bytes are those of a spreadsheet, a web
 * page or another format that gets a .csv name by mistake. */
MUST_USE bool foreign_refuse(struct sv bytes, const char *name, struct err *err) NONNULL;

#endif

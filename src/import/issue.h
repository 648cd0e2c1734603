/* issue.h - the words of findings. Codes and their stable names are in duban/import.h.
 *
 * Example:
 *     issue_describe(&text, ISSUE_BAD_DATE, "31.9.2021", "");
 */
#ifndef IMPORT_ISSUE_H
#define IMPORT_ISSUE_H

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/import.h"

/* Adds "what is wrong; what to do" in the user's language. `cell` is the text that is wrong,
 * `detail` what it is held against (the table in issue.c says what each code expects, "" where
 * nothing); both clean. */
void issue_describe(struct buf *out, enum issue_code code, const char *cell,
                    const char *detail) NONNULL;

#endif
